"""What an undo would change, shown before it does: as it is now, and as it would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ii_tui.core.dates import parse_instant
from ii_tui.errors import Nothing
from ii_tui.services.conflicts import moment_words, where_made
from ii_tui.services.desk import Desk
from ii_tui.store import undo
from ii_tui.store.driver import Db

MOST = 12
"""places that are shown; the rest is counted"""

_PERSON = "(SELECT trim(first || ' ' || last) FROM contact WHERE id = t.contact_id)"
_SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    # table -> (whose row it is, column or expression -> label)
    "contact": (
        "trim(first || ' ' || last)",
        {
            "trim(first || ' ' || last)": "name",
            "greeting": "greeting name",
            "title": "title",
            "(SELECT name FROM company WHERE id = t.company_id)": "company",
            "email": "e-mail",
            "phone": "phone",
            "url": "LinkedIn",
            "how_known": "how I know them",
            "zone": "time zone",
            "country": "country",
            "address": "address",
            "cadence_days": "check in every (days)",
            "closeness": "how well",
            "CASE WHEN do_not_contact THEN 'no' END": "may be contacted",
            "substr(archived, 1, 10)": "archived",
        },
    ),
    "company": (
        "name",
        {
            "name": "name",
            "website": "website",
            "notes": "notes",
            "CASE WHEN target THEN 'yes' END": "target",
            "motivation": "motivation",
        },
    ),
    "note": (_PERSON, {"text": "note"}),
    "meeting": (
        _PERSON,
        {
            "replace(wall, 'T', ' ') || ' ' || zone": "meeting",
            "place": "place",
            "format": "format",
            "state": "meeting is",
        },
    ),
    "interview": (_PERSON, {"coalesce(exit, stage)": "stage", "exit_reason": "reason"}),
    "message": (_PERSON, {"body": "message"}),
    "promise": (_PERSON, {"text": "promise"}),
    "contact_tag": (_PERSON, {"tag": "tag"}),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that would change; "" stands for none."""

    whose: str
    label: str
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A change that is about to be undone or redone."""

    change_id: int
    name: str
    told: str
    """"changed at 14:32 in another window\""""
    differences: tuple[Difference, ...]
    more: int
    """differences that are not shown"""


class _Unwound(Exception):
    """Ends the transaction in which the undo was tried."""


def preview(desk: Desk, *, redo: bool = False) -> TakenBack:
    """What the next undo or redo would do: it is done, looked at, and rolled back.

    For the writer thread. Raises Nothing when there is none.
    """
    result: TakenBack | None = None
    try:
        with desk.store.quiet() as db:
            rows = undo.next_rows(db, redo=redo)
            now = _values(db, rows)
            touch = undo.newest_step(db, redo=redo)
            replayed = undo.replay(db, desk.store.process, redo=redo)
            then = _values(db, rows)
            differences = [
                Difference(
                    whose, label, now.get(key, (whose, ""))[1], then.get(key, (whose, ""))[1]
                )
                for key, (whose, _) in {**then, **now}.items()
                for label in (key[2],)
                if now.get(key, ("", ""))[1] != then.get(key, ("", ""))[1]
            ]
            verb = "undone" if redo else "done"
            when = "" if redo else f" {moment_words(desk, parse_instant(replayed.change.at))}"
            where = where_made(desk, touch or replayed.change.process)
            result = TakenBack(
                replayed.change.id,
                replayed.change.name,
                f"{verb}{when} {where}",
                tuple(differences[:MOST]),
                max(0, len(differences) - MOST),
            )
            raise _Unwound
    except _Unwound:
        pass
    if result is None:
        raise Nothing("There is nothing to undo.")
    return result


Key = tuple[str, int, str]


def _values(db: Db, rows: Iterable[tuple[str, int]]) -> dict[Key, tuple[str, str]]:
    """(whose, value) of everything shown of these rows."""
    found: dict[Key, tuple[str, str]] = {}
    for table, row_id in rows:
        if table not in _SHOWN:
            continue
        whose, columns = _SHOWN[table]
        row = db.one(f"SELECT {whose}, {', '.join(columns)} FROM {table} t WHERE t.id = ?", row_id)
        if row is not None:
            for label, value in zip(columns.values(), row[1:], strict=True):
                found[table, row_id, label] = (row[0] or "", "" if value is None else str(value))
    return found
