"""What earlier reviews in the library found, and which of it a factor that is being typed shares.

Sharing a factor is not the same as an incident that came back: it is a question for the room.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pirtui.domain.days import day_text
from pirtui.domain.taxonomy import OTHER
from pirtui.domain.word_stems import stems

_FEWEST_IN_COMMON = 2
_NAMED = 2


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action of an earlier review that is still open."""

    label: str
    text: str
    due: date | None = None

    @property
    def told(self) -> str:
        """The action in a few words: `A2 rotate the keys (due Fri 3 Oct)`."""
        due = f" (due {day_text(self.due)})" if self.due else ""
        return f"{self.label} {self.text}{due}"


@dataclass(frozen=True, slots=True)
class EarlierReview:
    """A review in the library, as far as its factors need it."""

    ref: str
    title: str
    on: date | None
    drill: bool = False
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EarlierFactor:
    """A factor of an earlier review, with the open actions that answer it.

    An action answers it by citing it, one of its themes, or a factor in the same branch.
    """

    review: EarlierReview
    label: str
    category: str
    subcategory: str
    text: str
    themes: tuple[str, ...] = ()
    open_actions: tuple[EarlierAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A factor of an earlier review that is like the one asked about, and why.

    `words` is how many words both have in common; `services` those that both incidents reached, if the
    kind of factor is the same as well.
    """

    factor: EarlierFactor
    words: int
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """The factor that is asked about, and the services that its incident reached."""

    text: str
    category: str = ""
    subcategory: str = ""
    services: frozenset[str] = frozenset()


class EarlierFactors:
    """The factors of earlier reviews, found by word and by kind: 20,000 of them within a key."""

    def __init__(self, factors: Iterable[EarlierFactor] = ()) -> None:
        self._factors: Sequence[EarlierFactor] = tuple(factors)
        self._sizes: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_kind: dict[tuple[str, str, str], list[int]] = {}
        for place, factor in enumerate(self._factors):
            words = stems(factor.text)
            self._sizes.append(len(words))
            for word in words:
                self._by_word.setdefault(word, []).append(place)
            if factor.subcategory and factor.subcategory != OTHER:
                for service in factor.review.services:
                    kind = (factor.category, factor.subcategory, service)
                    self._by_kind.setdefault(kind, []).append(place)

    def __len__(self) -> int:
        return len(self._factors)

    def sharing(self, sought: Sought) -> tuple[Shared, ...]:
        """The factors that are like this one, the one with most words in common first.

        Those are factors of the same sub-category on a shared service, and factors that have at least two
        words and at least half of the shorter one's words in common.
        """
        words = stems(sought.text)
        common = Counter(chain.from_iterable(self._by_word.get(word, ()) for word in words))
        needed = len(words)
        sizes = self._sizes
        alike = {
            place: count
            for place, count in common.items()
            if count >= _FEWEST_IN_COMMON and 2 * count >= min(needed, sizes[place])
        }
        services = self._shared_services(sought)
        places = sorted(alike.keys() | services.keys(), key=lambda place: (-alike.get(place, 0), place))
        return tuple(
            Shared(self._factors[place], common.get(place, 0), services.get(place, ()))
            for place in places
        )

    def _shared_services(self, sought: Sought) -> dict[int, tuple[str, ...]]:
        """The services in common with each factor of the same kind."""
        shared: dict[int, tuple[str, ...]] = {}
        for service in sorted(sought.services):
            for place in self._by_kind.get((sought.category, sought.subcategory, service), ()):
                shared[place] = (*shared.get(place, ()), service)
        return shared


def named_service(service: str) -> str:
    """A service's name as names are compared: without regard to case and space around it."""
    return " ".join(service.split()).casefold()


def in_one_line(shared: Sequence[Shared]) -> str:
    """`seen in 2 earlier reviews: 2025-07-secrets, …; open action: A2 rotate the keys (due 3 Oct)`."""
    if not shared:
        return ""
    reviews = list(dict.fromkeys(each.factor.review for each in shared))
    names = ", ".join(_called(review) for review in reviews[:_NAMED])
    more = ", …" if len(reviews) > _NAMED else ""
    seen = f"seen in {_counted(len(reviews), 'earlier review')}: {names}{more}"
    actions = open_actions(shared)
    if not actions:
        return f"{seen}; no open action"
    others = f" and {len(actions) - 1} more" if len(actions) > 1 else ""
    word = "open action" if len(actions) == 1 else "open actions"
    return f"{seen}; {word}: {actions[0][1].told}{others}"


def open_actions(shared: Iterable[Shared]) -> tuple[tuple[EarlierReview, EarlierAction], ...]:
    """The open actions of these factors, each once, with the review in which it was agreed."""
    pairs = ((each.factor.review, action) for each in shared for action in each.factor.open_actions)
    return tuple({(review.ref, action.label): (review, action) for review, action in pairs}.values())


def _called(review: EarlierReview) -> str:
    return f"{review.ref} (drill)" if review.drill else review.ref


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
