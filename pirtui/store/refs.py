"""Names for reviews that are short, plain and safe in a path."""

import re
import unicodedata
from datetime import date

_LONGEST = 48


def slug(title: str, on: date | None) -> str:
    """The day and the title's words in ASCII: `2023-09-18-nodes-short-of-disk`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "review"
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return f"{on.isoformat()}-{short}" if on else short
