"""Companies: found or made by name, listed, and opened with their people."""

from __future__ import annotations

from ii_tui.core.models import CompanyPage, CompanyRow
from ii_tui.core.text import fold
from ii_tui.store import contacts
from ii_tui.store.driver import Db
from ii_tui.store.rows import add_row
from ii_tui.store.search import LONGEST_WORD, MOST_WORDS
from ii_tui.store.tables import Company

_ROW = """SELECT o.id, o.uid, o.rev, o.name, o.target, o.motivation, o.posting,
  (SELECT count(*) FROM contact WHERE company_id = o.id AND archived IS NULL),
  (SELECT count(*) FROM interview WHERE company_id = o.id),
  (SELECT count(*) FROM interview WHERE company_id = o.id AND exit IS NULL)
  FROM company o"""

LAMP = (
    "o.target DESC, coalesce(o.motivation, -1) DESC, coalesce(o.posting, 0) DESC, "
    "(EXISTS(SELECT 1 FROM contact WHERE company_id = o.id AND archived IS NULL)) DESC, "
    "o.folded, o.id"
)
ORDER = {
    "lamp": LAMP,
    "name": "o.folded, o.id",
}
"""The LAMP list's order (targets, motivation, posting, someone inside), or by name."""


def folded_name(name: str) -> str:
    """What two spellings of one company share."""
    return fold(name) or name.strip().casefold()


def find_or_add(db: Db, name: str, at: str) -> int | None:
    """The id of the company of this name, made when there is none; None for an empty name."""
    name = name.strip()
    if not name:
        return None
    folded = folded_name(name)
    found = db.value("SELECT id FROM company WHERE folded = ?", folded)
    if found is not None:
        return int(found)
    return add_row(db, Company, name=name, folded=folded, created=at)


def _row(values: tuple[object, ...]) -> CompanyRow:
    row_id, uid, rev, name, target, motivation, posting, people, interviews, still = values
    return CompanyRow(
        id=int(str(row_id)),
        uid=str(uid),
        rev=int(str(rev)),
        name=str(name),
        target=bool(target),
        motivation=None if motivation is None else int(str(motivation)),
        posting=None if posting is None else int(str(posting)),
        people=int(str(people)),
        interviews=int(str(interviews)),
        open_interviews=int(str(still)),
    )


def _where(text: str) -> tuple[str, list[object]]:
    words = [word[:LONGEST_WORD] for word in fold(text).split()[:MOST_WORDS]]
    if not words:
        return "", []
    return (
        " WHERE " + " AND ".join(["o.folded LIKE ?"] * len(words)),
        [f"%{word}%" for word in words],
    )


def count(db: Db, text: str = "") -> int:
    """How many companies' names hold every word of `text`."""
    where, values = _where(text)
    return int(db.value(f"SELECT count(*) FROM company o{where}", *values))


def window(
    db: Db, offset: int, limit: int, text: str = "", order: str = "lamp"
) -> list[CompanyRow]:
    """A slice of the list, in a named order."""
    where, values = _where(text)
    sql = f"{_ROW}{where} ORDER BY {ORDER[order]} LIMIT ? OFFSET ?"
    return [_row(values) for values in db.rows(sql, *values, limit, offset)]


def position(db: Db, company_id: int, text: str = "", order: str = "lamp") -> int | None:
    """Where a company stands in the filtered list, from 0; None when it is not in it."""
    where, values = _where(text)
    return next(
        (
            int(row[1])
            for row in db.rows(
                f"SELECT * FROM (SELECT o.id, row_number() OVER (ORDER BY {ORDER[order]}) - 1 "
                f"FROM company o{where}) WHERE id = ?",
                *values,
                company_id,
            )
        ),
        None,
    )


def page(db: Db, company_id: int) -> CompanyPage | None:
    """A company with who works there now, and who did, interviews first."""
    row = db.one(f"{_ROW} WHERE o.id = ?", company_id)
    rest = db.one("SELECT website, notes FROM company WHERE id = ?", company_id)
    if row is None or rest is None:
        return None
    return CompanyPage(
        row=_row(row),
        website=rest[0],
        notes=rest[1],
        people=tuple(contacts.at_company(db, company_id)),
        past_people=tuple(contacts.formerly_at_company(db, company_id)),
    )


def names(db: Db) -> list[tuple[int, str]]:
    """Every company's id and name."""
    return [(row[0], row[1]) for row in db.rows("SELECT id, name FROM company")]
