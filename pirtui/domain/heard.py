"""Which seats in the room have spoken; for the facilitator alone, and by role, never by person.

Source: research/facilitation.md, section 7 (speaker balance).
"""

from collections.abc import Collection, Iterable

from pirtui.domain.people import Person
from pirtui.domain.review import Review


def seats(review: Review) -> tuple[str, ...]:
    """The roles of those present, in the order of entry; who has no role is a participant."""
    return tuple(dict.fromkeys(_seat(person) for person in review.people if person.present))


def not_heard(review: Review, heard: Collection[str]) -> tuple[str, ...]:
    """The seats that carry no mark yet."""
    known = {_plain(seat) for seat in heard}
    return tuple(seat for seat in seats(review) if _plain(seat) not in known)


def seat_named(review: Review, typed: str) -> str | None:
    """The one seat that these words name, by its beginning, a person's role included; else `None`."""
    wanted = _plain(typed.removeprefix("@"))
    if not wanted:
        return None
    exact = [seat for seat in seats(review) if _plain(seat) == wanted]
    begun = exact or [seat for seat in seats(review) if _plain(seat).startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    return _only({_seat(p) for p in review.people if p.present and _plain(p.name).startswith(wanted)})


def _only(found: Iterable[str]) -> str | None:
    names = list(found)
    return names[0] if len(names) == 1 else None


def _seat(person: Person) -> str:
    return " ".join(person.role.split()) or "participant"


def _plain(words: str) -> str:
    return " ".join(words.replace("-", " ").split()).casefold()
