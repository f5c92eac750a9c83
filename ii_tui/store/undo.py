"""Undo and redo: triggers write inverse statements into `step`, grouped into named changes.

The idea is SQLite's own ("Automatic Undo/Redo Using SQLite"). The change and the process stand in
the one row of `control` for the length of a transaction; without a change there, nothing is
logged. The stack belongs to the database, so it survives restarts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from ii_tui.errors import Nothing, Usage
from ii_tui.lazy import dataclass
from ii_tui.store.driver import Db

KEPT_CHANGES = 500
"""How many changes can be taken back; older ones are forgotten by `prune`."""


_RUN = 200
"""Rows put together in one statement of a replay."""


@dataclass(frozen=True, slots=True)
class Change:
    """One named change on the stack."""

    id: int
    at: str
    process: str
    name: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Replayed:
    """A change that was just undone or redone, and the rows that moved with it."""

    change: Change
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Touch:
    """Who moved a row last, and when the change was made first."""

    at: str
    process: str
    replayed: bool
    """by an undo or a redo, whose moment is not kept"""


class Foreign(Usage):
    """The newest change was made by another open program; the person is asked first."""

    title = "Made elsewhere"
    code = "foreign"


def install(db: Db, tables: Sequence[str], rescued: Sequence[str] = ()) -> None:
    """Makes the triggers of every covered table anew from its present columns.

    Of the `rescued` tables only what a change deletes is logged, by a cascade that is.
    """
    for (name,) in db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'undo_*'"
    ):
        db.run(f"DROP TRIGGER {name}")
    for table in (*tables, *rescued):
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})")]
        for event, sql in _inverse(table, columns).items():
            if table in rescued and event != "DELETE":
                continue
            row = "OLD" if event == "DELETE" else "NEW"
            db.run(
                f"CREATE TRIGGER undo_{table}_{event.lower()} AFTER {event} ON {table} "
                f"WHEN (SELECT change_id FROM control) IS NOT NULL BEGIN "
                f"INSERT INTO step(change_id, process, tbl, row, sql) "
                f"SELECT change_id, process, '{table}', {row}.id, {sql} FROM control; END"
            )


def _inverse(table: str, columns: Sequence[str]) -> dict[str, str]:
    """SQL expressions whose value is the statement that takes the event back; rev only rises."""

    def old(column: str) -> str:
        return "(OLD.rev + 1)" if column == "rev" else f"quote(OLD.{column})"

    assigned = [
        "'rev=rev+1'" if column == "rev" else f"'{column}=' || quote(OLD.{column})"
        for column in columns
        if column != "id"
    ]
    changes = " || ',' || ".join(assigned)
    values = " || ',' || ".join(old(column) for column in columns)
    return {
        "INSERT": f"'DELETE FROM {table} WHERE id=' || NEW.id",
        "UPDATE": f"'UPDATE {table} SET ' || {changes} || ' WHERE id=' || OLD.id",
        "DELETE": f"'INSERT INTO {table}({','.join(columns)}) VALUES(' || {values} || ')'",
    }


def begin(db: Db, name: str, at: str, process: str) -> int:
    """Opens a change within the running transaction; returns its id."""
    change_id = db.add("INSERT INTO change(at, process, name) VALUES(?, ?, ?)", at, process, name)
    _log_into(db, change_id, process)
    return change_id


@contextmanager
def adding_many(db: Db, table: str) -> Iterator[None]:
    """What the block adds to `table` is logged as one step; it does nothing else that is logged.

    A step a row would cost more than the row.
    """
    change_id, process = db.one("SELECT change_id, process FROM control") or (None, "")
    last = int(db.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", table))
    db.run("UPDATE control SET change_id = NULL")
    yield
    newest = int(db.value(f"SELECT coalesce(max(id), 0) FROM {table}"))
    if change_id is None:
        return
    _log_into(db, change_id, process)
    if newest > last:
        db.run(
            "INSERT INTO step(change_id, process, tbl, row, sql) VALUES(?, ?, ?, ?, ?)",
            change_id,
            process,
            table,
            newest,
            f"DELETE FROM {table} {_BETWEEN}{last + 1} AND {newest}",
        )


_BETWEEN = "WHERE id BETWEEN "


def _rows(steps: Iterable[tuple[str, int, str]]) -> tuple[tuple[str, int], ...]:
    """The rows that steps (table, row, statement) move, each once, in their order."""
    found: dict[tuple[str, int], None] = {}
    for table, row, sql in steps:
        many = f"DELETE FROM {table} {_BETWEEN}"
        if sql.startswith(many):
            low, high = sql[len(many) :].split(" AND ")
            found.update(dict.fromkeys((table, one) for one in range(int(low), int(high) + 1)))
        else:
            found[table, row] = None
    return tuple(found)


_STATEMENT = f"CASE WHEN sql GLOB 'DELETE FROM * {_BETWEEN}*' THEN sql ELSE '' END"
"""As much of a step's statement as `_rows` must know."""


def end(db: Db, change_id: int) -> bool:
    """Closes the change; returns whether it was kept.

    One that touched nothing is forgotten; after any other, what was undone can't be redone.
    """
    db.run("UPDATE control SET change_id = NULL")
    if db.one("SELECT 1 FROM step WHERE change_id = ? LIMIT 1", change_id) is None:
        db.run("DELETE FROM change WHERE id = ?", change_id)
        return False
    gone = "SELECT id FROM change WHERE undone = 1"
    db.run(f"DELETE FROM step WHERE change_id IN ({gone})")
    db.run("DELETE FROM change WHERE undone = 1")
    return True


def rename(db: Db, change_id: int, name: str) -> None:
    """Gives the change its final words, where they are known only at its end."""
    db.run("UPDATE change SET name = ? WHERE id = ?", name, change_id)


def _log_into(db: Db, change_id: int, process: str) -> None:
    db.run("UPDATE control SET change_id = ?, process = ?", change_id, process)


def _one(db: Db, order: str, undone: int) -> Change | None:
    row = db.one(
        f"SELECT id, at, process, name, undone FROM change WHERE undone = ? ORDER BY id {order}",
        undone,
    )
    return None if row is None else Change(row[0], row[1], row[2], row[3], bool(row[4]))


def top(db: Db) -> Change | None:
    """The change that `undo` would take back."""
    return _one(db, "DESC", 0)


def history(db: Db, limit: int = 50) -> list[Change]:
    """The newest changes first, those that were undone included."""
    rows = db.rows(
        "SELECT id, at, process, name, undone FROM change ORDER BY id DESC LIMIT ?", limit
    )
    return [Change(r[0], r[1], r[2], r[3], bool(r[4])) for r in rows]


def replay(
    db: Db,
    process: str,
    *,
    redo: bool = False,
    since: int | None = None,
    only: int | None = None,
) -> Replayed:
    """Takes the newest change back (or the oldest undone one forward), within the transaction.

    The inverse of what it does is logged into the same change. Logging stays on, so that what
    the caller derives from the rows (tasks) is part of it; the caller calls `finish`.
    With `since`, a change with a later step of another process raises Foreign; with `only`, any
    other change than that. Raises Nothing when the stack is empty.
    """
    change = _one(db, "ASC", 1) if redo else top(db)
    if change is None:
        raise Nothing("There is nothing to redo." if redo else "There is nothing to undo.")
    theirs = since is not None and db.one(
        "SELECT 1 FROM step WHERE change_id = ? AND id > ? AND process <> ? LIMIT 1",
        change.id,
        since,
        process,
    )
    if theirs or only not in (None, change.id):
        what = "The last change was made" if not redo else "The last undo was done"
        raise Foreign(f'{what} in another window: "{change.name}".')
    steps = db.rows(
        "SELECT id, tbl, row, sql FROM step WHERE change_id = ? ORDER BY id DESC", change.id
    )
    db.run("PRAGMA defer_foreign_keys = ON")
    db.run("DELETE FROM step WHERE change_id = ?", change.id)
    _log_into(db, change.id, process)
    _keep_links(db, change.id, process, [step[1:] for step in steps])
    for statement in _merged([sql for _, _, _, sql in steps]):
        db.run(statement)
    return Replayed(change, _rows(step[1:] for step in steps))


_LOOSE = (("draft", "target_id", "contact"), ("draft", "interview_id", "interview"))
"""Links of rows outside undo, (table, column, where to): they go with the row they lead to."""


def _keep_links(
    db: Db, change_id: int, process: str, steps: Sequence[tuple[str, int, str]]
) -> None:
    """Logs the links that the replay will cut, to be tied again last when it is turned back."""
    for table, column, to in _LOOSE:
        going = (step for step in steps if step[2].startswith(f"DELETE FROM {to} "))
        gone = {row for _, row in _rows(going)}
        if not gone:
            continue
        for row, link in db.rows(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
            if link in gone:
                db.run(
                    "INSERT INTO step(change_id, process, tbl, row, sql) VALUES(?, ?, ?, ?, ?)",
                    change_id,
                    process,
                    table,
                    row,
                    f"UPDATE {table} SET {column}={link} WHERE id={row} AND {column} IS NULL",
                )


def newest_step(db: Db, *, redo: bool = False) -> str:
    """The process of the newest step of what `replay` would move, "" where there is none."""
    change = _one(db, "ASC", 1) if redo else top(db)
    found = change and db.value(
        "SELECT process FROM step WHERE change_id = ? ORDER BY id DESC LIMIT 1", change.id
    )
    return str(found or "")


def next_rows(db: Db, *, redo: bool = False) -> tuple[tuple[str, int], ...]:
    """The rows that `replay` would move, as they are named before it."""
    change = _one(db, "ASC", 1) if redo else top(db)
    steps = db.rows(
        f"SELECT tbl, row, {_STATEMENT} FROM step WHERE change_id = ?",
        0 if change is None else change.id,
    )
    return _rows(steps)


def _merged(statements: Sequence[str]) -> Iterator[str]:
    """The same statements in the same order, with runs on one table put together.

    Compiling a DELETE or INSERT (with its triggers and foreign keys) costs twenty times its run,
    so a change of 30,000 rows is replayed in hundreds of statements instead.
    """
    head, tails = "", list[str]()
    for statement in statements:
        if statement.startswith("DELETE"):
            start, mark, tail = statement.partition(" WHERE id=")
            joined = f"{start} WHERE id IN ("
        elif statement.startswith("INSERT"):
            start, mark, tail = statement.partition(" VALUES")
            joined = f"{start} VALUES"
        else:
            joined, mark, tail = "", "", statement
        if tails and (joined != head or not mark or len(tails) >= _RUN):
            yield _closed(head, tails)
            tails = []
        if not mark:
            yield statement
            continue
        head = joined
        tails.append(tail)
    if tails:
        yield _closed(head, tails)


def _closed(head: str, tails: Sequence[str]) -> str:
    return f"{head}{','.join(tails)}{')' if head.endswith('(') else ''}"


def finish(db: Db, replayed: Replayed) -> None:
    """Ends what `replay` began."""
    db.run("UPDATE control SET change_id = NULL")
    undone = 0 if replayed.change.undone else 1
    db.run("UPDATE change SET undone = ? WHERE id = ?", undone, replayed.change.id)


def latest(db: Db) -> tuple[int, int]:
    """The ids of the newest change and the newest step, 0 where there is none.

    Steps are numbered by AUTOINCREMENT, so an id is never used again.
    """
    change = db.value("SELECT coalesce(max(id), 0) FROM change")
    return int(change), int(db.value("SELECT coalesce(max(id), 0) FROM step"))


def touched_since(db: Db, step: int, process: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """The newest step's id and the rows that other processes touched after `step`."""
    steps = db.rows(
        f"SELECT id, process, tbl, row, {_STATEMENT} FROM step WHERE id > ? ORDER BY id", step
    )
    newest = steps[-1][0] if steps else step
    return int(newest), _rows((step[2], step[3], step[4]) for step in steps if step[1] != process)


def last_touch(db: Db, table: str, row: int) -> Touch | None:
    """Who moved this row last; None when that is forgotten."""
    found = db.one(
        "SELECT c.at, s.process, c.undone OR s.process <> c.process FROM step s "
        "JOIN change c ON c.id = s.change_id WHERE s.tbl = ? AND s.row = ? "
        "ORDER BY s.id DESC LIMIT 1",
        table,
        row,
    )
    return None if found is None else Touch(found[0], found[1], bool(found[2]))


def prune(db: Db, keep: int = KEPT_CHANGES) -> None:
    """Forgets all but the newest `keep` changes."""
    oldest = db.value("SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET ?", keep)
    if oldest is not None:
        db.run("DELETE FROM step WHERE change_id <= ?", oldest)
        db.run("DELETE FROM change WHERE id <= ?", oldest)
