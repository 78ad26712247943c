"""How fast pirtui is, as ratios within one run: `make bench`."""
