"""The store against a dict: two programs on one file, reopened, undone and redone at will."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ii_tui.errors import Nothing, Stale
from ii_tui.store import undo
from ii_tui.store.database import Store
from ii_tui.store.rows import add_row, update_row
from ii_tui.store.tables import Contact, ContactTag
from tests.store.making import AT, contact

State = dict[int, tuple[str, str, int | None, frozenset[str]]]
"""Of each person: name, title, introducer, tags."""

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
programs = st.sampled_from([0, 1])


class Machine(RuleBasedStateMachine):
    """Every rule does the same to the store and to a dict; the invariant compares them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ii-machine-"))
        self.stores = [self.open(), self.open()]
        self.people: State = {}
        self.revs: dict[int, int] = {}
        self.done: list[tuple[str, State, State]] = []
        self.undone: list[tuple[str, State, State]] = []
        self.count = 0

    def open(self) -> Store:
        return Store.open(self.folder / "ii.db", self.folder / "backups", fast=True)

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        shutil.rmtree(self.folder)

    def kept(self, before: State) -> None:
        """A change was committed under the name of `named`."""
        self.done.append((f"change {self.count}", before, dict(self.people)))
        self.undone.clear()

    def named(self) -> str:
        self.count += 1
        return f"change {self.count}"

    def someone(self, pick: int) -> int:
        return sorted(self.people)[pick % len(self.people)]

    @rule(who=programs, first=texts, title=texts, pick=st.none() | st.integers(0, 9))
    def add(self, who: int, first: str, title: str, pick: int | None) -> None:
        before, store = dict(self.people), self.stores[who]
        by = self.someone(pick) if pick is not None and self.people else None
        with store.change(self.named(), AT):
            person = contact(store.db, first, title=title, introduced_by=by)
        self.people[person] = (first, title, by, frozenset())
        self.kept(before)

    @precondition(lambda self: self.people)
    @rule(who=programs, pick=st.integers(0, 9), title=texts)
    def edit(self, who: int, pick: int, title: str) -> None:
        before, store, person = dict(self.people), self.stores[who], self.someone(pick)
        with store.change(self.named(), AT):
            update_row(store.db, Contact, person, self.revs[person], title=title)
        first, _, by, tags = self.people[person]
        self.people[person] = (first, title, by, tags)
        self.kept(before)

    @precondition(lambda self: self.people)
    @rule(who=programs, pick=st.integers(0, 9), title=texts)
    def edit_stale(self, who: int, pick: int, title: str) -> None:
        store, person = self.stores[who], self.someone(pick)
        with pytest.raises(Stale), store.change(self.named(), AT):
            update_row(store.db, Contact, person, self.revs[person] - 1, title=title)

    @precondition(lambda self: self.people)
    @rule(who=programs, pick=st.integers(0, 9), tag=texts)
    def tag(self, who: int, pick: int, tag: str) -> None:
        before, store, person = dict(self.people), self.stores[who], self.someone(pick)
        first, title, by, tags = self.people[person]
        with store.change(self.named(), AT):
            if tag in tags:
                store.db.run(
                    "DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", person, tag
                )
            else:
                add_row(store.db, ContactTag, contact=person, tag=tag)
        self.people[person] = (first, title, by, tags ^ {tag})
        self.kept(before)

    @precondition(lambda self: self.people)
    @rule(who=programs, pick=st.integers(0, 9))
    def delete(self, who: int, pick: int) -> None:
        before, store, person = dict(self.people), self.stores[who], self.someone(pick)
        with store.change(self.named(), AT):
            store.db.run("DELETE FROM contact WHERE id = ?", person)
        del self.people[person]
        for other, (first, title, by, tags) in self.people.items():
            if by == person:
                self.people[other] = (first, title, None, tags)
        self.kept(before)

    @rule(who=programs, count=st.integers(2, 30))
    def bulk(self, who: int, count: int) -> None:
        before, store = dict(self.people), self.stores[who]
        with store.change(self.named(), AT):
            for number in range(count):
                person = contact(store.db, f"bulk {number}")
                self.people[person] = (f"bulk {number}", "", None, frozenset())
        self.kept(before)

    @rule(who=programs)
    def look(self, who: int) -> None:
        with self.stores[who].change(self.named(), AT):
            pass

    @rule(who=programs)
    def fail(self, who: int) -> None:
        store = self.stores[who]
        with pytest.raises(Nothing), store.change(self.named(), AT):
            update_row(store.db, Contact, contact(store.db, "gone") + 1, 1, title="nobody")

    @rule(who=programs, redo=st.booleans(), times=st.integers(1, 4))
    def replay(self, who: int, redo: bool, times: int) -> None:
        store = self.stores[who]
        source, sink = (self.undone, self.done) if redo else (self.done, self.undone)
        for _ in range(times):
            if not source:
                with pytest.raises(Nothing), store.quiet() as db:
                    undo.replay(db, store.process, redo=redo)
                return
            with store.quiet() as db:
                replayed = undo.replay(db, store.process, redo=redo)
                undo.finish(db, replayed)
            name, before, after = source.pop()
            assert replayed.change.name == name
            self.people = dict(after if redo else before)
            sink.append((name, before, after))

    @rule(who=programs)
    def reopen(self, who: int) -> None:
        self.stores[who].close()
        self.stores[who] = self.open()

    @rule()
    def reopen_both(self) -> None:
        for store in self.stores:
            store.close()
        self.stores = [self.open(), self.open()]

    @invariant()
    def both_see_what_the_dict_holds(self) -> None:
        for store in self.stores:
            for db in (store.db, store.reader):
                tags: dict[int, set[str]] = {}
                for person, tag in db.rows("SELECT contact_id, tag FROM contact_tag"):
                    tags.setdefault(person, set()).add(tag)
                rows = db.rows("SELECT id, first, title, introduced_by, rev FROM contact")
                found = {row[0]: (*row[1:4], frozenset(tags.get(row[0], ()))) for row in rows}
                assert found == self.people
                revs = {row[0]: row[4] for row in rows}
                assert all(revs[one] >= self.revs.get(one, 0) for one in revs)
        self.revs.update(revs)
        stack = [(c.name, c.undone) for c in reversed(undo.history(self.stores[0].db, 10_000))]
        assert stack == [
            *((name, False) for name, *_ in self.done),
            *((name, True) for name, *_ in reversed(self.undone)),
        ]
        assert self.stores[0].db.rows("PRAGMA foreign_key_check") == []


class TestShort(Machine.TestCase):
    """A sample of what the long form walks through."""

    settings = settings(max_examples=12, stateful_step_count=25)


@pytest.mark.long
@pytest.mark.timeout(1800)
class TestLong(Machine.TestCase):
    """500 walks of 50 steps."""

    settings = settings(max_examples=500, stateful_step_count=50)
