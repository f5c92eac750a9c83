"""Undo and redo: exact, named, lasting, across programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.errors import Nothing
from ii_tui.store import undo
from ii_tui.store.database import Store
from ii_tui.store.driver import Db
from ii_tui.store.migrations import covered
from ii_tui.store.rows import add_row, change_row, update_row
from ii_tui.store.tables import Contact, ContactTag, Draft, Employment, Event, Setting
from tests.store.making import AT, company, contact


def replay(store: Store, *, redo: bool = False, since: int | None = None) -> undo.Replayed:
    """Undo or redo, as a service does it."""
    with store.quiet() as db:
        replayed = undo.replay(db, store.process, redo=redo, since=since)
        undo.finish(db, replayed)
    return replayed


def everything(db: Db) -> dict[str, list[tuple[object, ...]]]:
    """All covered rows without their rev, which only rises."""
    found = {}
    for table in covered():
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})") if row[1] != "rev"]
        found[table] = db.rows(f"SELECT {','.join(columns)} FROM {table} ORDER BY id")
    return found


def failing(store: Store) -> None:
    """A change that comes to nothing in its second step."""
    with pytest.raises(Nothing), store.change("Failed", AT):
        change_row(store.db, Contact, contact(store.db, "Bob") + 1, title="nobody")


def test_changes_are_taken_back_and_done_again_by_name(store: Store) -> None:
    states = [everything(store.db)]
    with store.change("Added Ada", AT):
        ada = contact(store.db, "Ada", title="Analyst")
    states.append(everything(store.db))
    with store.change("", AT) as writing:
        update_row(store.db, Contact, ada, 1, title="Countess")
        writing.name = "Edited Ada"
    states.append(everything(store.db))
    assert [change.name for change in undo.history(store.db)] == ["Edited Ada", "Added Ada"]

    assert replay(store).change.name == "Edited Ada"
    assert everything(store.db) == states[1]
    assert replay(store).change.name == "Added Ada"
    assert everything(store.db) == states[0]
    with pytest.raises(Nothing, match="nothing to undo"):
        replay(store)
    assert replay(store, redo=True).change.name == "Added Ada"
    assert everything(store.db) == states[1]
    assert replay(store, redo=True).change.name == "Edited Ada"
    assert everything(store.db) == states[2]
    with pytest.raises(Nothing, match="nothing to redo"):
        replay(store, redo=True)


def test_the_stack_survives_a_restart(store: Store, path: Path) -> None:
    with store.change("Added Ada", AT):
        contact(store.db, "Ada")
    with store.change("Added Bob", AT):
        contact(store.db, "Bob")
    replay(store)
    store.close()
    again = Store.open(path, path.parent / "backups", fast=True)
    assert [(c.name, c.undone) for c in undo.history(again.db)] == [
        ("Added Bob", True),
        ("Added Ada", False),
    ]
    # Made before this program started, so it is the person's own, whoever wrote it.
    assert replay(again, since=again.start_step).change.name == "Added Ada"
    assert replay(again, redo=True).change.name == "Added Ada"
    assert replay(again, redo=True).change.name == "Added Bob"
    assert again.db.value("SELECT group_concat(first) FROM contact") == "Ada,Bob"
    again.close()


def test_a_new_change_clears_what_could_be_redone(store: Store) -> None:
    with store.change("Added Ada", AT):
        contact(store.db, "Ada")
    replay(store)
    with store.change("Added Bob", AT):
        contact(store.db, "Bob")
    with pytest.raises(Nothing, match="nothing to redo"):
        replay(store, redo=True)
    assert [change.name for change in undo.history(store.db)] == ["Added Bob"]


def test_a_change_that_touched_nothing_leaves_the_stack_as_it_was(store: Store) -> None:
    with store.change("Added Ada", AT):
        contact(store.db, "Ada")
    replay(store)
    with store.change("Looked", AT):
        pass
    assert [(c.name, c.undone) for c in undo.history(store.db)] == [("Added Ada", True)]
    assert replay(store, redo=True).change.name == "Added Ada"


def test_a_change_that_failed_leaves_the_stack_as_it_was(store: Store) -> None:
    with store.change("Added Ada", AT):
        contact(store.db, "Ada", slug="ada")
    replay(store)
    failing(store)
    assert replay(store, redo=True).change.name == "Added Ada"


def test_rev_rises_whichever_way_it_goes(store: Store) -> None:
    with store.change("Added Ada", AT):
        ada = contact(store.db, "Ada")
    seen = [1]

    def rev() -> int:
        found = int(store.db.value("SELECT rev FROM contact"))
        assert found > seen[-1]
        seen.append(found)
        return found

    with store.change("Edited", AT):
        update_row(store.db, Contact, ada, 1, title="x")
    rev()
    replay(store)
    rev()
    replay(store, redo=True)
    rev()
    replay(store)
    rev()
    replay(store)
    assert store.db.value("SELECT count(*) FROM contact") == 0
    replay(store, redo=True)
    rev()


HARD = (
    "it's",
    "''';DROP TABLE contact;--",
    '{"json": ["text", null, 1.50]}',
    "[1, 2]",
    "null",
    "line one\nline two\r\n\ttabbed",
    "Łukasz Żółć 山田太郎 👩‍👩‍👧 \u200d",
    "x'00ff'",
    "1e3",
    "00012",
    "?1 :name @x $y %s %%",
    " VALUES WHERE id= ",
    "",
    "  spaces  ",
    "-- comment /* more */",
)


@pytest.mark.parametrize("text", HARD)
def test_text_comes_back_exactly(store: Store, text: str) -> None:
    with store.change("Added", AT):
        person = contact(store.db, text or "x", title=text, how_known=text)
        add_row(store.db, Setting, key="k", value=text)
    with store.change("Edited", AT):
        update_row(store.db, Contact, person, 1, title="other", how_known="other")
        store.db.run("DELETE FROM setting")
    full = everything(store.db)
    replay(store)
    assert store.db.one("SELECT title, how_known FROM contact") == (text, text)
    assert store.db.value("SELECT value FROM setting") == text
    replay(store)
    replay(store, redo=True)
    assert store.db.one("SELECT title, how_known FROM contact") == (text, text)
    replay(store, redo=True)
    assert everything(store.db) == full


@settings(max_examples=60)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30),
        min_size=1,
        max_size=8,
    )
)
def test_any_text_comes_back_exactly(tmp_path_factory: pytest.TempPathFactory, texts: list[str]):
    path = tmp_path_factory.mktemp("undo") / "ii.db"
    store = Store.open(path, path.parent / "backups", fast=True)
    with store.change("Added", AT):
        for number, text in enumerate(texts):
            add_row(store.db, Setting, key=f"{number}{text}", value=text)
    with store.change("Cleared", AT):
        store.db.run("DELETE FROM setting")
    replay(store)
    assert [row[0] for row in store.db.rows("SELECT value FROM setting ORDER BY id")] == texts
    replay(store)
    assert store.db.value("SELECT count(*) FROM setting") == 0
    replay(store, redo=True)
    assert [row[0] for row in store.db.rows("SELECT value FROM setting ORDER BY id")] == texts
    store.close()


def test_every_covered_table_is_logged(store: Store) -> None:
    """Insert, update and delete of a row of each table, with every column filled."""
    ids: dict[str, int] = {}
    states = [everything(store.db)]
    for table in covered():
        columns = [row for row in store.db.rows(f"PRAGMA table_info({table})") if row[1] != "id"]
        parents = {row[3]: row[2] for row in store.db.rows(f"PRAGMA foreign_key_list({table})")}
        values: dict[str, object] = {}
        for _, name, kind, *_ in columns:
            if name in parents:
                values[name] = ids.get(parents[name])
            elif name == "closeness":
                values[name] = "close"
            else:
                values[name] = 2 if kind == "INTEGER" else f"{table}'s {name}"
        with store.change(f"Added a {table}", AT):
            ids[table] = store.db.add(
                f"INSERT INTO {table}({','.join(values)}) VALUES({','.join('?' * len(values))})",
                *values.values(),
            )
        states.append(everything(store.db))
    for table in covered():
        text = next(
            row[1]
            for row in store.db.rows(f"PRAGMA table_info({table})")
            if row[2] == "TEXT" and row[1] not in {"closeness", "uid"}
        )
        with store.change(f"Edited a {table}", AT):
            store.db.run(f"UPDATE {table} SET {text} = 'other'")
        states.append(everything(store.db))
    for table in reversed(covered()):
        with store.change(f"Deleted a {table}", AT):
            store.db.run(f"DELETE FROM {table}")
        states.append(everything(store.db))
    for state in reversed(states[:-1]):
        replay(store)
        assert everything(store.db) == state
    for state in states[1:]:
        replay(store, redo=True)
        assert everything(store.db) == state


def test_what_a_deleted_row_takes_along_comes_back_with_it(store: Store) -> None:
    with store.change("Added", AT):
        acme = company(store.db, "Acme")
        ada = contact(store.db, "Ada", company=acme)
        bob = contact(store.db, "Bob", introduced_by=ada)
        add_row(store.db, ContactTag, contact=ada, tag="friend")
        add_row(store.db, Employment, contact=ada, company=acme, ended="2026-01-01")
    full = everything(store.db)
    with store.change("Deleted Ada", AT):
        store.db.run("DELETE FROM contact WHERE id = ?", ada)
    assert store.db.one("SELECT introduced_by FROM contact WHERE id = ?", bob) == (None,)
    assert store.db.value("SELECT count(*) FROM contact_tag") == 0
    gone = everything(store.db)
    replay(store)
    assert everything(store.db) == full
    replay(store, redo=True)
    assert everything(store.db) == gone
    replay(store)
    with store.change("Deleted Acme", AT):
        store.db.run("DELETE FROM company WHERE id = ?", acme)
    replay(store)
    assert everything(store.db) == full
    replay(store)
    assert store.db.value("SELECT count(*) FROM contact") == 0
    replay(store, redo=True)
    assert everything(store.db) == full
    assert store.db.rows("PRAGMA foreign_key_check") == []


def test_what_was_written_to_somebody_comes_back_when_they_do(store: Store) -> None:
    """Drafts are outside undo, but taking a person away takes theirs along."""
    with store.change("Added Ada", AT):
        ada = contact(store.db, "Ada")
    with store.quiet() as db:
        draft = {"contact": ada, "kind": "share", "channel": "email", "created": AT, "updated": AT}
        kept = add_row(db, Draft, body="it's five\nparagraphs", **draft)
        thrown = add_row(db, Draft, body="thrown away", **draft)
        db.run("UPDATE draft SET cursor = 3 WHERE id = ?", kept)
        db.run("DELETE FROM draft WHERE id = ?", thrown)
    for _ in range(2):
        replay(store)
        assert store.db.value("SELECT count(*) FROM draft") == 0
        replay(store, redo=True)
        assert store.db.rows("SELECT id, body, cursor FROM draft") == [
            (kept, "it's five\nparagraphs", 3)
        ]


def test_the_control_row_is_free_after_every_ending(store: Store) -> None:
    with store.change("Added", AT):
        contact(store.db, "Ada")
    failing(store)
    replay(store)
    replay(store, redo=True)
    assert store.db.value("SELECT change_id FROM control") is None
    with store.quiet() as db:
        contact(db, "Quiet")
    assert [change.name for change in undo.history(store.db)] == ["Added"]


def test_the_change_of_another_program_asks_first(store: Store, second: Store) -> None:
    with store.change("Added Ada", AT):
        contact(store.db, "Ada")
    with second.change("Added Bob", AT):
        contact(second.db, "Bob")
    with pytest.raises(undo.Foreign, match="Added Bob") as caught:
        replay(store, since=store.start_step)
    assert caught.value.code == "foreign"
    assert store.db.value("SELECT count(*) FROM contact") == 2
    assert replay(store, since=None).change.name == "Added Bob"
    assert replay(store, since=store.start_step).change.name == "Added Ada"
    # An undo of ours is a change of ours in the eyes of the other one.
    step, rows = undo.touched_since(second.db, 0, second.process)
    assert ("contact", 2) in rows
    assert step == undo.latest(second.db)[1]


def test_only_others_rows_are_told(store: Store, second: Store) -> None:
    _, start = undo.latest(store.db)
    with store.change("Added Ada", AT):
        ada = contact(store.db, "Ada")
    with second.change("Edited Ada", AT):
        update_row(second.db, Contact, ada, 1, title="x")
        add_row(second.db, Event, contact=ada, kind="note", at=AT, recorded=AT)
    step, rows = undo.touched_since(store.db, start, store.process)
    assert rows == (("contact", ada), ("event", 1))
    assert undo.touched_since(store.db, step, store.process) == (step, ())


def test_pruning_keeps_the_newest(store: Store) -> None:
    for number in range(30):
        with store.change(f"Added {number}", AT):
            contact(store.db, f"p{number}")
    with store.quiet() as db:
        undo.prune(db, keep=10)
    assert [c.name for c in undo.history(store.db)] == [f"Added {n}" for n in range(29, 19, -1)]
    assert store.db.value("SELECT count(*) FROM step") == 10
    with store.quiet() as db:
        undo.prune(db, keep=10)
    for _ in range(10):
        replay(store)
    with pytest.raises(Nothing):
        replay(store)
    assert store.db.value("SELECT count(*) FROM contact") == 20


def test_thirty_thousand_rows_in_one_change(store: Store) -> None:
    with store.change("Imported", AT):
        acme = company(store.db, "Acme")
        store.db.many(
            "INSERT INTO contact(uid, first, sort, company_id, how_known, created) "
            "VALUES(?, ?, ?, ?, ?, ?)",
            [(f"u{n}", f"p'{n}", f"p{n}", acme, "it's\n{}", AT) for n in range(30_000)],
        )
    with store.change("Renamed", AT):
        store.db.run("UPDATE contact SET title = 'x' || id, rev = rev + 1 WHERE id % 10 = 0")
    full = store.db.rows("SELECT id, first, title, how_known, company_id FROM contact")
    replay(store)
    replay(store)
    assert store.db.value("SELECT count(*) FROM contact") == 0
    replay(store, redo=True)
    replayed = replay(store, redo=True)
    assert store.db.rows("SELECT id, first, title, how_known, company_id FROM contact") == full
    assert len(replayed.rows) == 3_000


def test_many_rows_that_are_logged_as_one_step_go_and_come_each(
    store: Store, second: Store
) -> None:
    _, start = undo.latest(store.db)
    with store.change("Imported", AT):
        bob = contact(store.db, "Bob")
        with undo.adding_many(store.db, "contact"):
            ids = [contact(store.db, f"p{number}") for number in range(5)]
        with undo.adding_many(store.db, "company"):
            pass
        change_row(store.db, Contact, ids[0], title="Analyst")
    assert store.db.value("SELECT count(*) FROM step") == 3
    with store.quiet() as db:
        draft = add_row(
            db, Draft, contact=bob, target=ids[4], kind="note", channel="email", created=AT,
            updated=AT,
        )  # fmt: skip
    full = everything(store.db)
    all_of_them = {("contact", one) for one in (bob, *ids)}
    for _ in range(2):
        assert set(undo.touched_since(second.db, start, second.process)[1]) >= all_of_them
        assert set(undo.next_rows(store.db)) >= all_of_them
        assert set(replay(store).rows) >= all_of_them
        assert all(not rows for rows in everything(store.db).values())
        assert set(undo.next_rows(store.db, redo=True)) >= all_of_them
        assert set(replay(store, redo=True).rows) >= all_of_them
        assert everything(store.db) == full
        assert store.db.value("SELECT target_id FROM draft WHERE id = ?", draft) == ids[4]


def test_a_replay_in_runs_is_the_same_as_one_by_one(store: Store) -> None:
    """Runs of one table are put together; the order between them counts."""
    with store.change("Mixed", AT):
        acme = 0
        for number in range(450):
            if number % 150 == 0:
                acme = company(store.db, f"c{number}")
            person = contact(store.db, f"p{number}", slug=f"s{number}", company=acme)
            if number % 7 == 0:
                update_row(store.db, Contact, person, 1, slug=None)
                contact(store.db, f"q{number}", slug=f"s{number}", introduced_by=person)
            if number % 50 == 0:
                store.db.run("DELETE FROM contact WHERE id = ?", person)
    full = everything(store.db)
    replay(store)
    assert all(not rows for rows in everything(store.db).values())
    replay(store, redo=True)
    assert everything(store.db) == full
    replay(store)
    replay(store, redo=True)
    assert everything(store.db) == full
