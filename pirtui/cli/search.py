"""`pirtui search`: words in every review."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby

from pirtui.cli.console import Problem, pour, say
from pirtui.cli.world import World, library_path
from pirtui.domain.searching import Found, Hit, words_of

_EVERY = 1_000_000


def search(options: Namespace, _world: World) -> int:
    """Print where all the words stand; 1 if they stand nowhere."""
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.search import MOST
    from pirtui.store.search import search as searched

    query = " ".join(options.words)
    if not words_of(query):
        raise Problem("Name the words to look for.")
    try:
        found = searched(library_path(options.library), query, _EVERY if options.json else MOST)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem
    if options.json:
        pour("".join(f"{json.dumps(_as_json(hit))}\n" for hit in found.hits))
    else:
        for line in _told(found):
            say(line)
    return 0 if found.hits else 1


def _told(found: Found) -> Iterator[str]:
    """The hits under the review that holds them, and how many there are."""
    for (ref, on, archived, title), hits in groupby(found.hits, key=_review_of):
        yield f"{ref}  {on or 'no date'}{', archived' if archived else ''}  {title}"
        yield from (f"  {hit.label or '-':<5} {hit.text}" for hit in hits)
    if not found.count:
        yield "Nothing in this library says that."
    elif more := found.count - len(found.hits):
        yield f"{more} more, {found.count} in {found.reviews} reviews; another word narrows it down."


def _review_of(hit: Hit) -> tuple[str, str, bool, str]:
    return hit.ref, hit.on.isoformat() if hit.on else "", hit.archived, hit.title


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "ref": hit.ref,
        "title": hit.title,
        "date": hit.on.isoformat() if hit.on else None,
        "archived": hit.archived,
        "label": hit.label,
        "text": hit.text,
    }
