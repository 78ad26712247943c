"""The library file: the only code that knows SQL."""
