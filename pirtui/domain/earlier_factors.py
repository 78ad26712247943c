"""What earlier reviews in the library found, and which of it a factor that is being typed shares.

Sharing a factor is not the same as an incident that came back: it is a question for the room.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pirtui.domain.days import day_text
from pirtui.domain.taxonomy import OTHER
from pirtui.domain.word_stems import stems

_FEWEST_IN_COMMON = 2
_NAMED = 2
_MOST_PLACES = 1_500
_MOST_SHARED = 400


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


@dataclass(frozen=True, slots=True)
class Sharing:
    """What earlier reviews share with a factor, most words in common first, then the newest first.

    `or_more` says that only the newest part of a very large library was compared.
    """

    shared: tuple[Shared, ...] = ()
    or_more: bool = False


class EarlierFactors:
    """The factors of earlier reviews, the newest first, found by word and by kind.

    Made for 20,000 of them while somebody types: what very many factors have in common is looked for in
    the newest of them only.
    """

    def __init__(self, factors: Iterable[EarlierFactor] = ()) -> None:
        self._factors: Sequence[EarlierFactor] = tuple(factors)
        self._sizes: list[int] = []
        self._by_word = _Places()
        self._by_kind = _Places()
        for place, factor in enumerate(self._factors):
            words = stems(factor.text)
            self._sizes.append(len(words))
            self._by_word.add(words, place)
            if factor.subcategory and factor.subcategory != OTHER:
                self._by_kind.add((_kind(factor, each) for each in factor.review.services), place)

    def __len__(self) -> int:
        return len(self._factors)

    def sharing(self, sought: Sought) -> Sharing:
        """The factors that are like this one.

        Those are factors of the same sub-category on a shared service, and factors that have at least
        two words in common, half of the shorter one's and a third of the longer one's.
        """
        words = stems(sought.text)
        common = Counter(chain.from_iterable(self._by_word.of(word) for word in words))
        kinds = {service: _kind(sought, service) for service in sought.services}
        places = {
            *self._alike(common, len(words)),
            *chain.from_iterable(map(self._by_kind.of, kinds.values())),
        }
        newest = sorted(places)[:_MOST_SHARED]
        shared = [self._shared(place, common[place], sought) for place in newest]
        shared.sort(key=lambda each: -each.words)
        cut = self._by_word.is_cut(words) or self._by_kind.is_cut(kinds.values())
        return Sharing(tuple(shared), or_more=bool(shared) and (cut or len(places) > _MOST_SHARED))

    def _alike(self, common: Mapping[int, int], count: int) -> Iterator[int]:
        """The places that have enough of this many words in common."""
        sizes = self._sizes
        for place, held in common.items():
            size = sizes[place]
            shorter, longer = (count, size) if count < size else (size, count)
            if held >= _FEWEST_IN_COMMON and 2 * held >= shorter and 3 * held >= longer:
                yield place

    def _shared(self, place: int, words: int, sought: Sought) -> Shared:
        factor = self._factors[place]
        same_kind = sought.subcategory not in ("", OTHER) and (factor.category, factor.subcategory) == (
            sought.category,
            sought.subcategory,
        )
        services = sorted(factor.review.services & sought.services) if same_kind else ()
        return Shared(factor, words, tuple(services))


class _Places:
    """Where each key occurs, in rising order; of a key that occurs very often, the first places only."""

    def __init__(self) -> None:
        self._places: dict[object, list[int]] = {}
        self._cut: set[object] = set()

    def add(self, keys: Iterable[object], place: int) -> None:
        for key in keys:
            places = self._places.setdefault(key, [])
            if len(places) < _MOST_PLACES:
                places.append(place)
            else:
                self._cut.add(key)

    def of(self, key: object) -> Sequence[int]:
        return self._places.get(key, ())

    def is_cut(self, keys: Iterable[object]) -> bool:
        return not self._cut.isdisjoint(keys)


def _kind(factor: EarlierFactor | Sought, service: str) -> tuple[str, str, str]:
    return factor.category, factor.subcategory, service


def named_service(service: str) -> str:
    """A service's name as names are compared: without regard to case and space around it."""
    return " ".join(service.split()).casefold()


def in_one_line(sharing: Sharing) -> str:
    """`seen in 2 earlier reviews; open action: A2 rotate the keys (due …); 2025-07-secrets, …`.

    What matters most stands first, for a narrow line cuts the end.
    """
    if not sharing.shared:
        return ""
    reviews = list(dict.fromkeys(each.factor.review for each in sharing.shared))
    seen = f"seen in {_counted(len(reviews), 'earlier review', or_more=sharing.or_more)}"
    names = ", ".join(_called(review) for review in reviews[:_NAMED])
    more = ", …" if len(reviews) > _NAMED else ""
    return f"{seen}; {_open_in_words(sharing)}; {names}{more}"


def _open_in_words(sharing: Sharing) -> str:
    actions = open_actions(sharing.shared)
    if not actions:
        return "no open action"
    others = f" and {len(actions) - 1} more" if len(actions) > 1 else ""
    word = "open action" if len(actions) == 1 else "open actions"
    return f"{word}: {actions[0][1].told}{others}"


def open_actions(shared: Iterable[Shared]) -> tuple[tuple[EarlierReview, EarlierAction], ...]:
    """The open actions of these factors, each once, with the review in which it was agreed."""
    pairs = ((each.factor.review, action) for each in shared for action in each.factor.open_actions)
    return tuple({(review.ref, action.label): (review, action) for review, action in pairs}.values())


def _called(review: EarlierReview) -> str:
    return f"{review.ref} (drill)" if review.drill else review.ref


def _counted(count: int, noun: str, *, or_more: bool) -> str:
    number = f"{count} or more" if or_more else str(count)
    return f"{number} {noun}" if count == 1 and not or_more else f"{number} {noun}s"
