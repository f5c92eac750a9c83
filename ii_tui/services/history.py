"""Undo, redo, and noticing what other programs did to the same database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from ii_tui.lazy import dataclass
from ii_tui.services.desk import Desk
from ii_tui.store import undo
from ii_tui.store.driver import Db

BULK = 500
"""More contacts than this in one change: all search documents are made anew."""


def undo_last(desk: Desk, *, mine_only: bool = False, only: int | None = None) -> str:
    """Takes the newest change back; returns what was undone, in words.

    With `mine_only`, what another program did since this one started raises Foreign (a Usage whose
    code is "foreign"); so does with `only` any other change than the one of that id.
    Raises Nothing when there is nothing to undo.
    """
    return _replay(desk, redo=False, mine_only=mine_only, only=only)


def redo_last(desk: Desk, *, mine_only: bool = False, only: int | None = None) -> str:
    """Does again what was undone last, as `undo_last` undoes; Nothing: nothing to redo."""
    return _replay(desk, redo=True, mine_only=mine_only, only=only)


def _replay(desk: Desk, *, redo: bool, mine_only: bool, only: int | None) -> str:
    from ii_tui.services.acts import plan
    from ii_tui.store import board, search

    since = desk.store.start_step if mine_only else None
    with desk.store.quiet() as db:
        # A row that goes names its owner before, one that comes back after.
        before = _owners(db, undo.next_rows(db, redo=redo))
        replayed = undo.replay(db, desk.store.process, redo=redo, since=since, only=only)
        after = _owners(db, replayed.rows)
        interviews, contacts = before[0] | after[0], before[1] | after[1]
        for table, row in replayed.rows:
            if table in {"note", "message"}:
                search.index_texts(db, table, [row])
        if len(contacts) > BULK:
            search.index_all(db)
            interviews.update(row[0] for row in db.rows("SELECT id FROM interview"))
        else:
            search.index_contacts(db, contacts)
            interviews.update(board.interviews_of(db, sorted(contacts)) if contacts else [])
        plan(desk, db, interviews)
        undo.finish(db, replayed)
    sent = any(table == "message" for table, _ in replayed.rows)
    again = "Done again" if redo else "Undone"
    # What left this machine stays sent; only our note of it goes.
    note = " What was sent stays sent." if sent and not redo else ""
    return f"{again}: {replayed.change.name}.{note}"


_INTERVIEW_OF = frozenset({"event", "meeting", "promise", "introduction", "task"})
_CONTACT_OF = frozenset({"contact_tag", "note"})


def _owners(db: Db, rows: Iterable[tuple[str, int]]) -> tuple[set[int], set[int]]:
    """The interviews to be planned anew and the contacts whose documents are, for these rows."""
    interviews: set[int] = set()
    contacts: set[int] = set()
    for table, row in rows:
        if table == "interview":
            interviews.add(row)
        elif table == "contact":
            contacts.add(row)
        elif table == "company":
            people = db.rows("SELECT id FROM contact WHERE company_id = ?", row)
            contacts.update(person for (person,) in people)
        elif table in _INTERVIEW_OF:
            interviews.add(db.value(f"SELECT interview_id FROM {table} WHERE id = ?", row) or 0)
        elif table in _CONTACT_OF:
            contacts.add(db.value(f"SELECT contact_id FROM {table} WHERE id = ?", row) or 0)
    return interviews - {0}, contacts - {0}


def concerns(desk: Desk, rows: Iterable[tuple[str, int]], person_id: int) -> bool:
    """Whether one of these rows is this person's, or of an interview with them."""
    from ii_tui.store import board

    with desk.reading() as db:
        interviews, contacts = _owners(db, rows)
        theirs = board.interviews_of(db, [person_id])
    return person_id in contacts or not interviews.isdisjoint(theirs)


def changes(desk: Desk, limit: int = 50) -> list[undo.Change]:
    """The undo list, newest first."""
    with desk.reading() as db:
        return undo.history(db, limit)


def tidy(desk: Desk) -> None:
    """Forgets changes too old to be undone; for the writer thread, after the first frame."""
    with desk.store.quiet() as db:
        undo.prune(db)


@dataclass(slots=True)
class Watch:
    """Notices commits of other programs: `look` is cheap and is called every two seconds."""

    desk: Desk
    version: int = -1
    step: int = 0
    replaced: bool = field(default=False)

    def start(self) -> None:
        """Remembers where the database stands now."""
        self.version = self.desk.store.data_version()
        self.step = self.desk.newest()[1]

    def look(self) -> tuple[tuple[str, int], ...] | None:
        """The rows that others touched since the last look, None when nothing happened.

        An empty tuple: something outside undo moved (a draft). Raises Locked, to be tried again.
        """
        # A restore puts another file there; ours then never changes again.
        self.replaced = self.desk.store.replaced()
        version = self.desk.store.data_version()
        if version == self.version:
            return None
        with self.desk.reading() as db:
            step, rows = undo.touched_since(db, self.step, self.desk.store.process)
        # Both only after the read worked, or a Locked would lose what it did not see.
        self.version, self.step = version, step
        return rows
