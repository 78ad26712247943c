"""What a review is and what follows from it: frozen values and pure functions."""
