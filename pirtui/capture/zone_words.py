"""The words for time zones: abbreviations with their offsets, and the regions that people name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Abbreviation:
    """What an abbreviation stands for: hours from UTC, a place that uses it, and what to call it.

    `meaning` is set only where the abbreviation has more than one reading in the world.
    """

    hours: float
    region: str = ""
    meaning: str = ""


ABBREVIATIONS: dict[str, Abbreviation] = {
    "UTC": Abbreviation(0),
    "GMT": Abbreviation(0),
    "Z": Abbreviation(0),
    "WET": Abbreviation(0, "Europe/Lisbon"),
    "WEST": Abbreviation(1, "Europe/Lisbon"),
    "BST": Abbreviation(1, "Europe/London", "British Summer Time"),
    "CET": Abbreviation(1, "Europe/Berlin"),
    "CEST": Abbreviation(2, "Europe/Berlin"),
    "MEZ": Abbreviation(1),
    "MESZ": Abbreviation(2),
    "EET": Abbreviation(2, "Europe/Helsinki"),
    "EEST": Abbreviation(3, "Europe/Helsinki"),
    "MSK": Abbreviation(3, "Europe/Moscow"),
    "SAST": Abbreviation(2, "Africa/Johannesburg"),
    "PKT": Abbreviation(5, "Asia/Karachi"),
    "IST": Abbreviation(5.5, "Asia/Kolkata", "India Standard Time"),
    "SGT": Abbreviation(8),
    "HKT": Abbreviation(8, "Asia/Hong_Kong"),
    "JST": Abbreviation(9, "Asia/Tokyo"),
    "KST": Abbreviation(9, "Asia/Seoul"),
    "AWST": Abbreviation(8, "Australia/Perth"),
    "ACST": Abbreviation(9.5, "Australia/Adelaide"),
    "ACDT": Abbreviation(10.5, "Australia/Adelaide"),
    "AEST": Abbreviation(10, "Australia/Sydney"),
    "AEDT": Abbreviation(11, "Australia/Sydney"),
    "NZST": Abbreviation(12, "Pacific/Auckland"),
    "NZDT": Abbreviation(13, "Pacific/Auckland"),
    "EST": Abbreviation(-5, "America/New_York", "US Eastern Standard Time"),
    "EDT": Abbreviation(-4, "America/New_York"),
    "CST": Abbreviation(-6, "America/Chicago", "US Central Standard Time"),
    "CDT": Abbreviation(-5, "America/Chicago", "US Central Daylight Time"),
    "MST": Abbreviation(-7, "America/Denver"),
    "MDT": Abbreviation(-6, "America/Denver"),
    "PST": Abbreviation(-8, "America/Los_Angeles"),
    "PDT": Abbreviation(-7, "America/Los_Angeles"),
    "AKST": Abbreviation(-9, "America/Anchorage"),
    "AKDT": Abbreviation(-8, "America/Anchorage"),
    "HST": Abbreviation(-10),
    "BRT": Abbreviation(-3, "America/Sao_Paulo"),
}
"""The abbreviations that are read; source: research/formats.md, section A3."""

CAPITALS_ONLY = frozenset(("EST", "IST", "MST", "WEST", "WET", "EET", "HST", "SAST", "Z"))
"""Abbreviations that are also words, or short enough to be something else, and so need capitals."""

REGION_WORDS: dict[str, str] = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax",
    "alaska": "America/Anchorage",
    "alaskan": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "hawaiian": "Pacific/Honolulu",
    "western european": "Europe/Lisbon",
    "central european": "Europe/Berlin",
    "eastern european": "Europe/Helsinki",
    "uk": "Europe/London",
    "british": "Europe/London",
    "irish": "Europe/Dublin",
    "german": "Europe/Berlin",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "korea": "Asia/Seoul",
    "china": "Asia/Shanghai",
    "singapore": "Asia/Singapore",
    "australian eastern": "Australia/Sydney",
    "new zealand": "Pacific/Auckland",
    "moscow": "Europe/Moscow",
    "zulu": "UTC",
    "universal": "UTC",
    "coordinated universal": "UTC",
    "greenwich mean": "UTC",
}
"""What people call a region before the word "time"."""

SEASONS: dict[tuple[str, str], str] = {
    ("eastern", "standard"): "EST",
    ("eastern", "daylight"): "EDT",
    ("central", "standard"): "CST",
    ("central", "daylight"): "CDT",
    ("mountain", "standard"): "MST",
    ("mountain", "daylight"): "MDT",
    ("pacific", "standard"): "PST",
    ("pacific", "daylight"): "PDT",
    ("alaska", "standard"): "AKST",
    ("alaska", "daylight"): "AKDT",
    ("british", "summer"): "BST",
    ("central european", "summer"): "CEST",
    ("eastern european", "summer"): "EEST",
    ("western european", "summer"): "WEST",
    ("australian eastern", "standard"): "AEST",
    ("australian eastern", "daylight"): "AEDT",
}
"""Names that say a season, and so one offset rather than a region."""

SHORT_REGIONS: dict[str, str] = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Two letters that mean a region, whatever the season; they might also be somebody's initials."""
