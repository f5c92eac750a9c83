"""People: listed by window, filtered by search document, found by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ii_tui.core.models import PersonRow, full_name
from ii_tui.core.text import fold
from ii_tui.lazy import dataclass
from ii_tui.store import search
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_closeness, maybe_exit, maybe_instant, maybe_stage
from ii_tui.store.rows import add_row

_COLUMNS = """c.id, c.first, c.last, c.title, coalesce(o.name, ''), c.closeness,
  i.stage, CASE WHEN i.id IS NULL THEN
    (SELECT exit FROM interview WHERE contact_id = c.id ORDER BY id DESC LIMIT 1) END,
  (SELECT max(at) FROM event WHERE contact_id = c.id AND kind IN
    ('sent', 'received', 'call', 'met', 'posted')), c.do_not_contact, c.archived"""
_TABLES = """contact c LEFT JOIN company o ON o.id = c.company_id
  LEFT JOIN interview i ON i.contact_id = c.id AND i.exit IS NULL"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows the list of people; all parts must hold."""

    text: str = ""
    archived: bool = False
    closeness: str | None = None
    """a closeness, or "none" for people never sorted"""
    company: int | None = None
    """only who works there"""

    def where(self) -> tuple[str, list[object]]:
        """The SQL condition on `contact c` and its values."""
        parts = ["c.archived IS NOT NULL" if self.archived else "c.archived IS NULL"]
        values: list[object] = []
        wanted = search.match(self.text)
        if wanted:
            parts.append("c.id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?)")
            values.append(wanted)
        if self.closeness == "none":
            parts.append("c.closeness IS NULL")
        elif self.closeness:
            parts.append("c.closeness = ?")
            values.append(self.closeness)
        if self.company is not None:
            parts.append("c.company_id = ?")
            values.append(self.company)
        return " AND ".join(parts), values


def sort_key(first: str, last: str) -> str:
    """What the list of people is ordered by: last name, then first."""
    return f"{sort_part(last)}\t{sort_part(first)}" if last else sort_part(first)


def sort_part(name: str) -> str:
    """One of the two names in it; a name of signs alone stays as it is."""
    return fold(name) or name.casefold()


def sort_keys(
    first: Sequence[str], last: Sequence[str], given: Sequence[str], family: Sequence[str]
) -> list[str]:
    """`sort_key` of many people whose names are folded already: into `given` and `family`."""
    return [
        f"{two or last_name.casefold()}\t{one or first_name.casefold()}"
        if last_name
        else one or first_name.casefold()
        for first_name, last_name, one, two in zip(first, last, given, family, strict=True)
    ]


def row(values: tuple[object, ...]) -> PersonRow:
    """A line of the list from the columns of this module's queries."""
    person_id, first, last, title, company, closeness, stage, exit_, touch, dnc, archived = values
    return PersonRow(
        id=int(str(person_id)),
        first=str(first),
        last=str(last),
        title=str(title),
        company=str(company),
        closeness=maybe_closeness(_text(closeness)),
        stage=maybe_stage(_text(stage)),
        exit=maybe_exit(_text(exit_)),
        last_touch=maybe_instant(_text(touch)),
        do_not_contact=bool(dnc),
        archived=archived is not None,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def count(db: Db, wanted: Filter) -> int:
    """How many people fit."""
    where, values = wanted.where()
    text = search.match(wanted.text)
    if text and wanted == Filter(text=wanted.text):
        # One letter fits half of a large network: who fits is counted in the index of words, and
        # of the contacts only the archived are read.
        found = search.count(db, text)
        return found - int(db.value(_ARCHIVED, text)) if found and _archived(db) else found
    return int(db.value(f"SELECT count(*) FROM contact c WHERE {where}", *values))


_ARCHIVED = (
    "SELECT count(*) FROM contact c INDEXED BY contact_archived WHERE c.archived IS NOT NULL "
    "AND c.id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?)"
)


def _archived(db: Db) -> bool:
    """Whether there is anyone archived."""
    sql = "SELECT 1 FROM contact INDEXED BY contact_archived WHERE archived IS NOT NULL LIMIT 1"
    return db.one(sql) is not None


def window(db: Db, wanted: Filter, offset: int, limit: int) -> list[PersonRow]:
    """A slice of the list by name, walked on the index of names."""
    where, values = wanted.where()
    index = "contact_archived" if wanted.archived else "contact_listed"
    ids = (
        f"SELECT c.id FROM contact c INDEXED BY {index} WHERE {where} "
        f"ORDER BY c.sort, c.id LIMIT ? OFFSET ?"
    )
    found = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE c.id IN ({ids}) ORDER BY c.sort, c.id",
        *values,
        limit,
        offset,
    )
    return [row(values) for values in found]


def position(db: Db, wanted: Filter, person_id: int) -> int | None:
    """Where a person stands in the filtered list, from 0; None when it does not hold them."""
    where, values = wanted.where()
    own = db.one(f"SELECT c.sort FROM contact c WHERE {where} AND c.id = ?", *values, person_id)
    if own is None:
        return None
    return int(
        db.value(
            f"SELECT count(*) FROM contact c WHERE {where} AND (c.sort, c.id) < (?, ?)",
            *values,
            own[0],
            person_id,
        )
    )


def at_company(db: Db, company_id: int) -> list[PersonRow]:
    """Who works there, people with an interview first."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE c.company_id = ? AND c.archived IS NULL "
        f"ORDER BY i.stage IS NULL, c.sort, c.id LIMIT 500",
        company_id,
    )
    return [row(values) for values in found]


def formerly_at_company(db: Db, company_id: int) -> list[PersonRow]:
    """Who worked there and does not any more."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE c.archived IS NULL AND c.id IN "
        f"(SELECT contact_id FROM employment WHERE company_id = ?) "
        f"AND coalesce(c.company_id, 0) <> ? ORDER BY c.sort, c.id LIMIT 500",
        company_id,
        company_id,
    )
    return [row(values) for values in found]


def rows(db: Db, ids: list[int]) -> list[PersonRow]:
    """The lines of these people, by name."""
    marks = ",".join("?" * len(ids))
    found = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE c.id IN ({marks}) ORDER BY c.sort, c.id", *ids
    )
    return [row(values) for values in found]


def name(db: Db, person_id: int) -> str | None:
    """A person's full name; None for an unknown id."""
    found = db.one("SELECT first, last FROM contact WHERE id = ?", person_id)
    return None if found is None else full_name(*found)


def is_blocked(db: Db, person_id: int) -> bool:
    """Whether the person is not to be contacted."""
    return bool(db.value("SELECT do_not_contact FROM contact WHERE id = ?", person_id))


def introducer(db: Db, person_id: int) -> int | None:
    """The id of who introduced the person."""
    found: int | None = db.value("SELECT introduced_by FROM contact WHERE id = ?", person_id)
    return found


def introduced_by(db: Db, person_id: int, limit: int = 200) -> list[int]:
    """Ids of the people whom this one introduced, by name."""
    sql = "SELECT id FROM contact WHERE introduced_by = ? ORDER BY sort, id LIMIT ?"
    return [row[0] for row in db.rows(sql, person_id, limit)]


def write_tags(db: Db, person_id: int, tags: Iterable[str]) -> bool:
    """Gives a person exactly these tags; whether that changed anything."""
    from ii_tui.store.tables import ContactTag

    before = {
        row[0] for row in db.rows("SELECT tag FROM contact_tag WHERE contact_id = ?", person_id)
    }
    wanted = set(tags)
    for tag in sorted(before - wanted):
        db.run("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", person_id, tag)
    for tag in sorted(wanted - before):
        add_row(db, ContactTag, contact=person_id, tag=tag)
    return wanted != before


def network_names(db: Db) -> list[tuple[int, str, str, int | None]]:
    """(id, first, last, company id) of everyone, for the composer's checks."""
    return [
        (row[0], row[1], row[2], row[3])
        for row in db.rows("SELECT id, first, last, company_id FROM contact")
    ]


def fewer_than(db: Db, number: int) -> bool:
    """Whether there are fewer contacts than that."""
    return int(db.value("SELECT count(*) FROM (SELECT 1 FROM contact LIMIT ?)", number)) < number


def anybody(db: Db) -> bool:
    """Whether there is any contact at all."""
    return db.one("SELECT 1 FROM contact LIMIT 1") is not None
