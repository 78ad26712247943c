"""Numbers that look like times and are none: measures, counts, years and versions."""

import re

_MEASURE = re.compile(
    r"(?:[xk]|\s?[€£$¥°‰]|\s?(?:[mµun]?s|secs?|seconds|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?"
    r"|months?|years?|[kmgtp]i?b(?:ps|/s)?|[kmgt]bits?|bits?|bytes?|%|percent|cores?|[rq]p[sm]"
    r"|(?:req|op)s?/s|thousand|million|billion|[kmg]hz|watts?|kw|degrees|dollars|euros|eur|usd|gbp|jpy"
    r"|chf|percentage points?|pp|times|per|an? (?:second|minute|hour|day)))(?!\w)",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?:of\s+(?:\d|the\s|our\s|all\s|them)"
    r"|(?:(?:failed|new|more|other|different|active|open|unique|concurrent|affected|http|error|user|api|5xx|4xx)\s+)?"
    r"(?:errors|requests|users|customers|accounts|nodes|pods|containers|hosts|servers"
    r"|machines|instances|messages|jobs|tasks|alerts|rows|records|connections|clients"
    r"|tickets|events|queries|calls|files|orders|payments|people|logins|sessions|objects"
    r"|partitions|shards|threads|builds|tests|retries|timeouts|failures|exceptions|lines|items"
    r"|pages|entries|workers|replicas|devices|sites|visitors|emails|mails|commits|points|seats|vms"
    r"|addresses|keys|links|images|responses|transactions|subscribers|repos|repositories|merchants"
    r"|characters|attempts|invoices|projects|packages|downloads)(?!\w))",
    re.I,
)
_PAST = re.compile(
    r"\s+(?:was|is|were|had|has|saw|will|and\s+(?:19|20)\d\d|incident|edition|budget|roadmap|season)(?!\w)",
    re.I,
)
_LATER = re.compile(r"\s(?:later|of|after|into|long|ago|earlier|in)(?!\w)", re.I)
_SUBJECT = re.compile(r"\s+(?:is|was|has|are|were|does|did|will|can)(?!\w)", re.I)
_LASTING = re.compile(
    r"\s(?:hours?|minutes?|mins?|seconds?|secs?)(?:\s(?:later|of|after|in|into|long|ago|earlier)(?!\w))",
    re.I,
)


def is_measure(text: str, position: int) -> bool:
    """Whether the number that ends here has a unit, and so is no time."""
    return _MEASURE.match(text, position) is not None


def is_duration(text: str, position: int) -> bool:
    """Whether hours and minutes that end here say how long: `1:30 hours later`."""
    return _LASTING.match(text, position) is not None


def is_count(text: str, position: int) -> bool:
    """Whether the number that ends here counts something, and so is probably no time."""
    return _COUNTED.match(text, position) is not None


def is_spoken_year(text: str, position: int) -> bool:
    """Whether the words behind a year go on as if it were one: `2019 was`."""
    return _PAST.match(text, position) is not None


def is_subject(text: str, position: int) -> bool:
    """Whether the words behind a number say something about it: `1.30 is the version`."""
    return _SUBJECT.match(text, position) is not None


def is_later(text: str, position: int) -> bool:
    """Whether a number with an h says how long: `1h30 later`."""
    return _LATER.match(text, position) is not None
