"""Staged rows: what is remembered from row to row gives what each would give alone."""

from __future__ import annotations

import uuid

import pytest

from ii_tui.core.incoming import ContactIn, PeopleIn
from ii_tui.store import search
from ii_tui.store.contacts import sort_key
from ii_tui.store.preparing import Preparer
from ii_tui.store.rows import new_uids
from tests.files.make_connections import HOSTILE_TEXT

_NAMES = ("", "Ada", "Jörg", "王 秀英", "Łukasz-Żak", "!!", "\u0301x", "Παύλος", *HOSTILE_TEXT)


@pytest.mark.parametrize("first", _NAMES)
def test_a_staged_row_is_keyed_and_folded_as_everywhere(first: str) -> None:
    people = [
        ContactIn(7, first, last, slug, "", email, last, first)
        for last in _NAMES
        for slug, email in (("ada-x", "a@b.example"), ("王-é", ""), ("", "")) * 2
    ]
    found = list(Preparer().prepare(PeopleIn.of(people)))
    for person, row in zip(people, found, strict=True):
        last, slug, email = person.last, person.slug, person.email
        alone = search.document(first, last, last, first, email, slug, "", "")
        assert row[13:] == alone[:4]
        assert row[3] == sort_key(first, last)


def test_many_uids_are_random_uuids_of_their_own() -> None:
    found = new_uids(300)
    assert len(set(found)) == 300
    for uid in found:
        read = uuid.UUID(uid)
        assert (str(read), read.version, read.variant) == (uid, 4, uuid.RFC_4122)
