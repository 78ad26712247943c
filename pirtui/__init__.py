"""pirtui: the facilitator's instrument for a live, blameless post-incident review."""

__version__ = "0.1.0"
