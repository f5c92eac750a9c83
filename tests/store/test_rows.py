"""Changing rows: only what is named, only at the rev that was read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ii_tui
from ii_tui.errors import Nothing, Stale
from ii_tui.store.database import Store
from ii_tui.store.rows import add_row, change_row, update_row
from ii_tui.store.tables import MODELS, Contact, Draft, Event, Kept
from tests.store.making import AT, contact


def test_only_the_named_columns_change(store: Store, second: Store) -> None:
    ada = contact(store.db, "Ada", title="Analyst", email="ada@example.org")
    assert update_row(store.db, Contact, ada, 1, title="Countess") == 2
    # A writer that read before this and changes another column would lose it with save().
    assert store.db.one("SELECT title, email, rev FROM contact") == (
        "Countess",
        "ada@example.org",
        2,
    )


def test_a_stale_rev_changes_nothing(store: Store, second: Store) -> None:
    ada = contact(store.db, "Ada")
    update_row(second.db, Contact, ada, 1, title="Theirs")
    with pytest.raises(Stale, match="elsewhere") as caught:
        update_row(store.db, Contact, ada, 1, title="Mine")
    assert "kept" in caught.value.hint
    assert store.db.one("SELECT title, rev FROM contact") == ("Theirs", 2)


def test_a_stale_rev_is_told_even_when_nothing_is_changed(store: Store) -> None:
    ada = contact(store.db, "Ada")
    assert update_row(store.db, Contact, ada, 1) == 1
    with pytest.raises(Stale):
        update_row(store.db, Contact, ada, 9)


def test_a_row_that_is_gone_is_nothing(store: Store) -> None:
    with pytest.raises(Nothing, match="contact is not there"):
        update_row(store.db, Contact, 99, 1, title="x")
    with pytest.raises(Nothing, match="contact is not there"):
        update_row(store.db, Contact, 99, 1)
    with pytest.raises(Nothing, match="contact is not there"):
        change_row(store.db, Contact, 99, title="x")


def test_facts_win_over_the_present_rev(store: Store) -> None:
    ada = contact(store.db, "Ada")
    update_row(store.db, Contact, ada, 1, title="one")
    change_row(store.db, Contact, ada, title="two")
    assert store.db.one("SELECT title, rev FROM contact") == ("two", 3)


def test_every_row_gets_its_own_uid(store: Store) -> None:
    ada, bob = contact(store.db, "Ada"), contact(store.db, "Bob")
    values = {"contact": ada, "kind": "note", "at": AT, "recorded": AT}
    add_row(store.db, Event, **values)
    add_row(store.db, Event, uid="given", **values)
    assert bob != ada
    assert store.db.value("SELECT count(DISTINCT uid) FROM contact") == 2
    uids = [row[0] for row in store.db.rows("SELECT uid FROM event ORDER BY id")]
    assert len(uids[0]) == 36
    assert uids[1] == "given"


def test_nothing_in_the_program_writes_whole_rows() -> None:
    """`Model.save()` and REPLACE write every column, and lose what another program changed."""
    banned = re.compile(
        r"\.save\(|INSERT\s+OR\s+REPLACE|\bREPLACE\s+INTO|\.replace_many\(|on_conflict_replace"
        r"|\.get_or_create\(|\.bulk_update\(|OR REPLACE",
        re.IGNORECASE,
    )
    root = Path(ii_tui.__file__).parent
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in sorted(root.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if banned.search(line) and "`" not in line
    ]
    assert found == []


def test_an_id_is_never_given_twice(store: Store) -> None:
    """Or an edit of the row that had it before would fit the new one, at the same rev."""
    for model in (Contact, Draft):
        values = {"contact": contact(store.db, "Ada"), "kind": "share", "channel": "email"}
        values |= {"created": AT, "updated": AT}
        first = contact(store.db, "Bob") if model is Contact else add_row(store.db, Draft, **values)
        store.db.run(f"DELETE FROM {model._meta.table_name} WHERE id = ?", first)
        again = contact(store.db, "Cid") if model is Contact else add_row(store.db, Draft, **values)
        assert again > first
    for model in MODELS:
        if issubclass(model, Kept):
            made = store.db.value(
                "SELECT sql FROM sqlite_schema WHERE name = ?", model._meta.table_name
            )
            assert "AUTOINCREMENT" in made
