"""Names for reviews that are short, plain and safe in a path."""

import re
import unicodedata
from datetime import date

_LONGEST = 48
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def slug(title: str, on: date | None) -> str:
    """The day and the title's words in ASCII: `2023-09-18-nodes-short-of-disk`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "review"
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return f"{on.isoformat()}-{short}" if on else short


def is_safe(ref: str) -> bool:
    """Whether a ref can name a file in any folder and leads out of none."""
    return _SAFE.fullmatch(ref) is not None
