"""Search documents: what is found, by which spelling, and that they follow every change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.text import clean
from ii_tui.store import companies, contacts, resolving, search
from ii_tui.store.contacts import Filter
from ii_tui.store.database import Store
from ii_tui.store.rows import add_row, change_row
from ii_tui.store.tables import Contact, ContactTag, Message, Note
from tests.store.making import AT, company


def indexed(store: Store, first: str, last: str = "", **values: object) -> int:
    sort = contacts.sort_key(first, last)
    person = add_row(store.db, Contact, first=first, last=last, sort=sort, created=AT, **values)
    search.index_contacts(store.db, [person])
    return person


def found(store: Store, query: str) -> list[int]:
    return [row.id for row in contacts.window(store.db, Filter(text=query), 0, 50)]


@pytest.mark.parametrize(
    ("first", "last", "query"),
    [
        ("Łukasz", "Żółć", "lukasz zolc"),
        ("Łukasz", "Żółć", "ŁUK"),
        ("Łukasz", "Żółć", "zol"),
        ("Søren", "Ørsted", "soren orsted"),
        ("José", "Núñez", "JOSE nunez"),
        ("Jose\u0301", "Núñez", "josé"),
        ("Straße", "Groß", "strasse gross"),
        ("山田", "太郎", "山"),
        ("山田", "太郎", "山田太郎"),
        ("山田", "太郎", "田"),
        ("김", "민준", "민"),
        ("Мария", "Иванова", "мария"),
        ("Conan", "O'Brien", "o'brien"),
        ("Conan", "O'Brien", "brien"),
        ("Anne-Marie", "Smith-Jones", "anne-marie jones"),
        ("Anne-Marie", "Smith-Jones", "marie"),
    ],
)
def test_a_name_is_found_by_how_people_type_it(
    store: Store, first: str, last: str, query: str
) -> None:
    person = indexed(store, first, last)
    indexed(store, "Someone", "Else")
    assert found(store, query) == [person]


@pytest.mark.parametrize(
    "query",
    ["ada acme", "acme ada", "lovel anal", "ada@example.org", "ada-l-1815", "friend", "babbage"],
)
def test_every_part_of_a_person_is_found(store: Store, query: str) -> None:
    acme = company(store.db, "Acme GmbH")
    ada = indexed(
        store, "Ada", "Lovelace", company=acme, title="Analyst", email="ada@example.org",
        slug="ada-l-1815",
    )  # fmt: skip
    add_row(store.db, ContactTag, contact=ada, tag="friend")
    add_row(store.db, Note, contact=ada, at=AT, text="Knows Babbage well")
    search.index_contacts(store.db, [ada])
    indexed(store, "Bob", "Byron")
    assert found(store, query) == [ada]
    assert contacts.count(store.db, Filter(text=query)) == 1
    assert found(store, f"{query} nowhere") == []


NASTY = (
    '"', '""', "'", "*", "a*", "^a", "a AND", "NOT a", "OR", "NEAR(a b)", "a NEAR/2 b", "(", ")",
    "((a", "name:a", "name : a", "{name} : a", "-a", "+a", "a+b", ":", "\\", "%", "_", "%%a_",
    "a\0b", "\0", "\x1b[31m", "--", ";", "/* */", "[a]", "<a>", "ि", "\u0301", "\u200d", "½", "²",
    "１２", "👩‍👩‍👧", "𝒜", "\U0001e900", "a" * 5000, "a " * 400,
    "a" * 70_000, "abc " * 20_000, "a b\n" * 30_000, "王" * 70_000, "! " * 900 + "ada",
    "\udc80", "9" * 18, "9" * 30, "1" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("query", NASTY)
def test_a_query_never_errs(store: Store, query: str) -> None:
    indexed(store, "Ada", "Lovelace")
    contacts.count(store.db, Filter(text=query))
    contacts.window(store.db, Filter(text=query), 0, 10)
    contacts.position(store.db, Filter(text=query), 1)
    resolving.resolve(store.db, query)
    search.everything(store.db, query)
    companies.count(store.db, query)
    companies.window(store.db, 0, 10, query)


@settings(max_examples=150)
@given(text=st.text(max_size=20), query=st.text(max_size=20))
def test_whatever_is_written_can_be_asked_for(
    tmp_path_factory: pytest.TempPathFactory, text: str, query: str
) -> None:
    store = _shared(tmp_path_factory)
    store.db.run("DELETE FROM contact")
    search.index_all(store.db)
    text = clean(text, newlines=False)
    person = indexed(store, text or "x", "")
    for asked in (query, clean(query), text):
        contacts.window(store.db, Filter(text=asked), 0, 10)
        resolving.resolve(store.db, asked)
        search.everything(store.db, asked)
    if all(char.isascii() and char.isalnum() for char in text) and text:
        assert found(store, text) == [person]
        assert found(store, text[: len(text) // 2 + 1]) == [person]


_STORES: list[Store] = []


def _shared(factory: pytest.TempPathFactory) -> Store:
    if not _STORES:
        folder = factory.mktemp("search")
        _STORES.append(Store.open(folder / "ii.db", folder / "backups", fast=True))
    return _STORES[0]


def documents(store: Store) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    return (
        store.db.rows("SELECT * FROM contact_doc ORDER BY id"),
        store.db.rows("SELECT kind, ref, contact_id, at, text FROM text_doc ORDER BY kind, ref"),
    )


def sound(store: Store) -> None:
    """The index and its documents say the same."""
    for index in ("contact_fts", "text_fts"):
        store.db.run(f"INSERT INTO {index}({index}, rank) VALUES('integrity-check', 1)")


def test_documents_follow_what_changes(store: Store) -> None:
    ada = indexed(store, "Ada", "Lovelace", title="Analyst")
    change_row(store.db, Contact, ada, title="Countess")
    search.index_contacts(store.db, [ada, ada])
    assert found(store, "analyst") == []
    assert found(store, "countess") == [ada]
    note = add_row(store.db, Note, contact=ada, at=AT, text="Babbage")
    search.index_texts(store.db, "note", [note])
    assert [hit.kind for hit in search.everything(store.db, "babbage")] == ["note"]
    change_row(store.db, Note, note, text="Byron")
    search.index_texts(store.db, "note", [note])
    assert search.everything(store.db, "babbage") == []
    assert search.everything(store.db, "byron")[0].detail == "Byron"
    store.db.run("DELETE FROM note")
    search.index_texts(store.db, "note", [note])
    assert search.everything(store.db, "byron") == []
    store.db.run("DELETE FROM contact")
    search.index_contacts(store.db, [ada])
    assert documents(store) == ([], [])
    sound(store)


def test_making_all_anew_is_the_same_as_one_by_one(store: Store) -> None:
    for number in range(900):
        person = indexed(store, f"Person{number}", "Łódź", title="x" * (number % 3))
        if number % 100 == 0:
            note = add_row(store.db, Note, contact=person, at=AT, text=f"note {number}")
            message = add_row(
                store.db, Message, contact=person, kind="share", channel="email", sent=AT,
                subject="Hello", body=f"body {number}",
            )  # fmt: skip
            search.index_texts(store.db, "note", [note])
            search.index_texts(store.db, "message", [message])
            search.index_contacts(store.db, [person])
    before = documents(store)
    sound(store)
    search.index_all(store.db)
    assert documents(store) == before
    sound(store)
    assert found(store, "person77") == found(store, "person77 lodz") != []


def test_everything_lists_people_first_and_leaves_archived_out(store: Store) -> None:
    acme = company(store.db, "Acme")
    ada = indexed(store, "Ada", "Acme", company=acme)
    indexed(store, "Old", "Acme", archived=AT)
    note = add_row(store.db, Note, contact=ada, at=AT, text="acme again")
    search.index_texts(store.db, "note", [note])
    hits = search.everything(store.db, "acme")
    assert [(hit.kind, hit.title) for hit in hits] == [
        ("person", "Ada Acme"),
        ("company", "Acme"),
        ("note", "Ada Acme"),
    ]
    assert search.everything(store.db, "  ") == []
    assert len(search.everything(store.db, "a", limit=1)) == 3


def test_a_slice_of_a_filter_is_in_order_and_positions_agree(store: Store) -> None:
    names = ["Zoe", "ada", "Émile", "Bob", "Åsa", "Carl"]
    ids = {name: indexed(store, name, "Same") for name in names}
    everyone = contacts.window(store.db, Filter(), 0, 50)
    assert [row.first for row in everyone] == ["ada", "Åsa", "Bob", "Carl", "Émile", "Zoe"]
    for place, row in enumerate(everyone):
        assert contacts.position(store.db, Filter(text="same"), row.id) == place
    assert contacts.position(store.db, Filter(text="zoe"), ids["Bob"]) is None
    assert [row.first for row in contacts.window(store.db, Filter(), 2, 2)] == ["Bob", "Carl"]


def test_a_letter_that_fits_many_is_counted_without_the_archived(store: Store) -> None:
    many = 600
    with store.db.atomic():
        store.db.run(
            "INSERT INTO contact(uid, first, last, sort, created) "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "SELECT 'many' || i, 'Ada', 'L' || i, 'l' || i || char(9) || 'ada', ? FROM n",
            many,
            AT,
        )
        search.index_all(store.db)
    assert contacts.count(store.db, Filter(text="a")) == many
    assert contacts.count(store.db, Filter(text="a", closeness="none")) == many
    store.db.run("UPDATE contact SET archived = ? WHERE last IN ('L1', 'L77')", AT)
    for text in ("a", "ada", "a l", "l77", "l1"):
        wanted = Filter(text=text)
        listed = contacts.window(store.db, wanted, 0, 2 * many)
        assert contacts.count(store.db, wanted) == len(listed)
    assert contacts.count(store.db, Filter(text="a")) == many - 2
    assert contacts.count(store.db, Filter(text="a", archived=True)) == 2


def test_who_is_archived_is_read_from_an_index_of_their_own(store: Store) -> None:
    ada = indexed(store, "Ada", "L")
    asked: list[str] = []
    store.db.raw().set_trace_callback(asked.append)
    store.db.run("UPDATE contact SET archived = ? WHERE id = ?", AT, ada)
    asked.clear()
    assert contacts.count(store.db, Filter(text="ada")) == 0
    assert len(contacts.window(store.db, Filter(archived=True), 0, 50)) == 1
    store.db.raw().set_trace_callback(None)
    selects = [sql for sql in asked if sql.startswith("SELECT") and " c" in sql]
    plans = [{row[3] for row in store.db.rows(f"EXPLAIN QUERY PLAN {sql}")} for sql in selects]
    by_index = [any("contact_archived" in step for step in plan) for plan in plans]
    assert by_index == [False, True, True, True], "the index of words alone, then the archived"
