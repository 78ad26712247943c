"""Text becomes candidates: times and the grammar of a line. Pure."""
