"""Which candidates the timeline has already, so that importing a source twice adds nothing."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from pirtui.capture.candidates import Candidate
from pirtui.domain.events import Event
from pirtui.domain.moments import Precision

_NO_WORDS = re.compile(r"[\W_]+")
_COARSE = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def known_events(candidates: Sequence[Candidate], events: Iterable[Event]) -> dict[int, str]:
    """The labels of the events that the timeline has for candidates, by the candidate's place.

    A candidate is known by its origin and the spelling of its time, whatever the room has changed of it
    since; else by its time and its words. Each event stands for one candidate only, since two things may
    happen in one minute.
    """
    by_sign: dict[object, deque[str]] = defaultdict(deque)
    for event in events:
        for sign in filter(None, _signs(event)):
            by_sign[sign].append(event.label)
    taken: set[str] = set()
    found: dict[int, str] = {}
    for number in (0, 1):  # origins first: they are surer than words
        for place, candidate in enumerate(candidates):
            signs = tuple(_signs(candidate.event)) if candidate.event and place not in found else ()
            sign = signs[number] if signs else None
            label = _free(by_sign[sign], taken) if sign in by_sign else None
            if label is not None:
                taken.add(label)
                found[place] = label
    return found


def _signs(event: Event) -> Iterator[object]:
    yield ("origin", event.source, event.time.raw) if event.source else None
    yield ("words", _instant(event), _words(event))


def _instant(event: Event) -> datetime | None:
    """The start, to the minute: what was typed by hand has no seconds."""
    start = event.time.start
    if start is None:
        return None
    if event.time.precision in _COARSE:
        return start.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    return start.astimezone(UTC).replace(second=0, microsecond=0)


def _words(event: Event) -> str:
    return _NO_WORDS.sub(" ", event.text).strip().casefold()


def _free(labels: deque[str], taken: set[str]) -> str | None:
    while labels and labels[0] in taken:
        labels.popleft()
    return labels.popleft() if labels else None
