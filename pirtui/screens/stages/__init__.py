"""What each of the six stages lists, previews, accepts and marks."""
