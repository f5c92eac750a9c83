"""Rows for the staging table of an import: folded and keyed, many at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ii_tui.core.incoming import PeopleIn
from ii_tui.core.text import fold, fold_all
from ii_tui.store.companies import folded_name
from ii_tui.store.contacts import sort_keys
from ii_tui.store.rows import new_uids
from ii_tui.store.search import spaced

_REMEMBERED = 4_096
"""Names, companies and titles whose folding is remembered."""


class Preparer:
    """Makes staged rows of incoming people: folded and keyed, which is work outside SQL.

    A network names the same few companies, titles and first names over and over: each is folded
    once, and forgotten with the import.
    """

    def __init__(self) -> None:
        self._fold = lru_cache(maxsize=_REMEMBERED)(fold)
        self._company = lru_cache(maxsize=_REMEMBERED)(folded_name)
        self._spaced = lru_cache(maxsize=_REMEMBERED)(lambda text: spaced(fold(text)))
        self._day = lru_cache(maxsize=_REMEMBERED)(date.isoformat)
        self._rows = 0
        self._identities: set[int] = set()

    @property
    def repeats(self) -> bool:
        """Whether two rows may tell of one person; False only where surely none do."""
        return len(self._identities) < self._rows

    def prepare(self, people: PeopleIn) -> Iterator[tuple[object, ...]]:
        """The staged rows of these people."""
        first, last, slug, url, email, company, title, connected_on, extra = people
        given, family = list(map(self._fold, first)), fold_all(last)
        sort = sort_keys(first, last, given, family)
        folded = [self._company(one) if one else "" for one in company]
        day = [None if one is None else self._day(one) for one in connected_on]
        # What two rows of one file share that tell of one person.
        identity = [
            one_slug or one_email or f"{one_sort}\n{one_folded}\n{one_day or ''}"
            for one_slug, one_email, one_sort, one_folded, one_day in zip(
                slug, email, sort, folded, day, strict=True
            )
        ]
        self._rows += len(identity)
        self._identities.update(map(hash, identity))
        mail = [f"{one} {two}" if one else two for one, two in zip(email, slug, strict=True)]
        return zip(
            new_uids(len(first)),
            first,
            last,
            sort,
            slug,
            url,
            email,
            company,
            folded,
            title,
            day,
            [json.dumps(one, ensure_ascii=False) if one else "" for one in extra],
            identity,
            [spaced(f"{one} {two}".strip()) for one, two in zip(given, family, strict=True)],
            map(self._spaced, company),
            map(self._spaced, title),
            map(spaced, fold_all(mail)),
            strict=True,
        )
