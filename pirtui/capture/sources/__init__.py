"""One module for each format of evidence, and the parts that they share. Pure."""
