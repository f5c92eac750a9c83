"""An import on its way: staged in a TEMP table, matched there, applied in one transaction.

Staging and matching take no write lock, so another program can write meanwhile and stopping
leaves nothing behind. What the person typed wins: a field that differs from what the last import
said (`source_*`) is theirs and stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ii_tui.store import undo
from ii_tui.store.driver import Db
from ii_tui.store.rows import new_uids

_STAGE = """CREATE TEMP TABLE incoming(
  n INTEGER PRIMARY KEY, uid TEXT, first TEXT, last TEXT, sort TEXT, slug TEXT,
  url TEXT, email TEXT, company TEXT, folded TEXT, title TEXT, connected_on TEXT, extra TEXT,
  identity TEXT, d_name TEXT, d_company TEXT, d_title TEXT, d_mail TEXT,
  contact_id INTEGER, fate TEXT NOT NULL DEFAULT 'new',
  to_first TEXT, to_last TEXT, to_title TEXT, to_email TEXT, to_company TEXT
)"""

_PLACED = "CREATE TEMP TABLE placed(id INTEGER PRIMARY KEY, n INTEGER NOT NULL)"
"""Who is new, in the order of the list: rows and documents are then only appended."""

_WIDE, _USUAL = -65_536, -2_000
"""Kilobytes of pages held at once; 30,000 people overflow what suits a change of one."""

_WORDS_AT_ONCE, _USUAL_WORDS = 16_777_216, 1_048_576
"""Bytes of search words held before they are written; the second is what FTS5 takes by itself."""

_FRESH = timedelta(days=90)
"""An employer seen within this is not written again: thousands of rows for a date nobody asks."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What an import does, counted in rows of the file."""

    new: int
    updated: int
    unchanged: int
    moved: int
    """people whose employer changes"""
    repeated: int
    """rows about somebody whom an earlier row of the same file told of; among the unchanged"""


def begin(db: Db) -> None:
    """Makes the empty staging table; what an earlier import left is dropped."""
    drop(db)
    db.run(f"PRAGMA cache_size = {_WIDE}")
    db.run(_STAGE)
    db.run(_PLACED)


def drop(db: Db) -> None:
    """Removes the staging table, and gives back the memory that the import worked in."""
    db.run("DROP TABLE IF EXISTS temp.incoming")
    db.run("DROP TABLE IF EXISTS temp.placed")
    db.run(f"PRAGMA cache_size = {_USUAL}")
    db.run("PRAGMA shrink_memory")


def stage(db: Db, rows: Iterable[tuple[object, ...]]) -> None:
    """Adds rows of `preparing.Preparer` to the staging table."""
    db.many(
        "INSERT INTO temp.incoming(uid, first, last, sort, slug, url, email, company, "
        "folded, title, connected_on, extra, identity, d_name, d_company, d_title, d_mail) "
        f"VALUES({','.join('?' * 17)})",
        rows,
    )


# Who is it? Slug, else e-mail, else name + company (+ Connected On), else the very same source row.
_MATCHES = (
    "UPDATE temp.incoming SET contact_id = c.id FROM contact c "
    "WHERE c.slug = incoming.slug AND incoming.slug <> ''",
    "UPDATE temp.incoming SET contact_id = (SELECT min(id) FROM contact WHERE "
    "email = incoming.email AND email <> '') WHERE contact_id IS NULL AND email <> ''",
    "UPDATE temp.incoming SET contact_id = (SELECT min(c.id) FROM contact c JOIN company o "
    "ON o.id = c.company_id WHERE c.sort = incoming.sort AND o.folded = incoming.folded "
    "AND (c.slug IS NULL OR incoming.slug = '') AND (c.connected_on IS NULL OR "
    "incoming.connected_on IS NULL OR c.connected_on = incoming.connected_on)) "
    "WHERE contact_id IS NULL AND folded <> ''",
    "UPDATE temp.incoming SET contact_id = (SELECT min(c.id) FROM contact c WHERE "
    "c.sort = incoming.sort AND c.connected_on = incoming.connected_on "
    "AND (c.slug IS NULL OR incoming.slug = '')) "
    "WHERE contact_id IS NULL AND connected_on IS NOT NULL",
    "UPDATE temp.incoming SET contact_id = (SELECT min(c.id) FROM contact c WHERE "
    "c.source <> '' AND c.source_first = incoming.first AND c.source_last = incoming.last "
    "AND c.source_company = incoming.company AND c.sort = incoming.sort "
    "AND coalesce(c.slug, '') = incoming.slug "
    "AND coalesce(c.connected_on, '') = coalesce(incoming.connected_on, '')) "
    "WHERE contact_id IS NULL AND slug = '' AND email = ''",
)


def match(db: Db, *, repeats: bool) -> Fates:
    """Finds who each row is and what would change; changes nothing outside the staging table.

    `repeats`: whether rows may tell of one person, as their Preparer knows.
    """
    if not db.value("SELECT EXISTS(SELECT 1 FROM contact)"):
        if repeats:
            _mark_repeated(db, "identity", "1")
        return fates(db)
    for statement in _MATCHES:
        db.run(statement)
    _mark_repeated(db, "contact_id", "contact_id IS NOT NULL")
    if repeats:
        _mark_repeated(db, "identity", "contact_id IS NULL")

    def kept(field: str, current: str) -> str:
        return (
            f"CASE WHEN incoming.{field} <> '' AND {current} = c.source_{field} "
            f"THEN incoming.{field} ELSE {current} END"
        )

    db.run(
        f"UPDATE temp.incoming SET to_first = {kept('first', 'c.first')}, "
        f"to_last = {kept('last', 'c.last')}, to_title = {kept('title', 'c.title')}, "
        f"to_email = {kept('email', 'c.email')}, "
        f"to_company = {kept('company', 'coalesce(o.name, {e})').format(e=chr(39) * 2)}, "
        f"fate = 'unchanged' FROM contact c LEFT JOIN company o ON o.id = c.company_id "
        f"WHERE c.id = incoming.contact_id AND incoming.fate = 'new'"
    )
    db.run(
        "UPDATE temp.incoming SET fate = 'updated' FROM contact c "
        "LEFT JOIN company o ON o.id = c.company_id "
        "WHERE c.id = incoming.contact_id AND incoming.fate = 'unchanged' AND ("
        "c.first <> to_first OR c.last <> to_last OR c.title <> to_title "
        "OR c.email <> to_email OR coalesce(o.name, '') <> to_company "
        "OR (c.slug IS NULL AND incoming.slug <> '') "
        "OR (c.connected_on IS NULL AND incoming.connected_on IS NOT NULL))"
    )
    return fates(db)


def match_again(db: Db) -> Fates:
    """The same, when somebody else has written meanwhile."""
    db.run(
        "UPDATE temp.incoming SET contact_id = NULL, fate = 'new' "
        "WHERE contact_id IS NOT NULL OR fate <> 'new'"
    )
    return match(db, repeats=True)


def _mark_repeated(db: Db, key: str, which: str) -> None:
    """All but the first row of each key, among those that fit."""
    db.run(
        f"UPDATE temp.incoming SET fate = 'repeated' WHERE {which} AND n NOT IN "
        f"(SELECT min(n) FROM temp.incoming WHERE {which} GROUP BY {key})"
    )


def fates(db: Db) -> Fates:
    """Counts of the staged rows by fate."""
    counts = dict(db.rows("SELECT fate, count(*) FROM temp.incoming GROUP BY fate"))
    moved = counts.get("updated", 0) and db.value(
        "SELECT count(*) FROM temp.incoming i JOIN contact c ON c.id = i.contact_id "
        "JOIN company o ON o.id = c.company_id WHERE i.fate = 'updated' AND i.to_company <> o.name"
    )
    repeated = int(counts.get("repeated", 0))
    return Fates(
        new=int(counts.get("new", 0)),
        updated=int(counts.get("updated", 0)),
        unchanged=int(counts.get("unchanged", 0)) + repeated,
        moved=int(moved),
        repeated=repeated,
    )


def apply(db: Db, found: Fates, source: str, at: str, today: date) -> list[int]:
    """Writes what `match` found, within the running transaction; returns ids of updated people.

    Set-based throughout: the write lock is held for as short as SQLite can.
    """
    updated: list[tuple[int]] = []
    _add_companies(db, at)
    if found.new:
        _add_people(db, source, at, today)
    if found.updated:
        _update_people(db, source, today)
        updated = db.rows("SELECT contact_id FROM temp.incoming WHERE fate = 'updated'")
    if found.unchanged:
        _confirm_people(db, today)
    return [contact_id for (contact_id,) in updated]


def _add_companies(db: Db, at: str) -> None:
    fresh = db.rows(
        "SELECT company, folded FROM temp.incoming i WHERE fate IN ('new', 'updated') "
        "AND folded <> '' AND NOT EXISTS (SELECT 1 FROM company WHERE folded = i.folded) "
        "GROUP BY folded HAVING n = min(n)"
    )
    with undo.adding_many(db, "company"):
        db.many(
            "INSERT INTO company(uid, name, folded, created) VALUES(?, ?, ?, ?)",
            [
                (uid, name, folded, at)
                for uid, (name, folded) in zip(new_uids(len(fresh)), fresh, strict=True)
            ],
        )


def _add_people(db: Db, source: str, at: str, today: date) -> None:
    """Adds the rows of who is new and their search documents."""
    # Numbered on from the last that ever was: an id is never used again.
    last = int(db.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'contact'"))
    db.run("DELETE FROM temp.placed")
    db.run(
        "INSERT INTO temp.placed(n) SELECT n FROM temp.incoming WHERE fate = 'new' ORDER BY sort, n"
    )
    placed = "FROM temp.placed p CROSS JOIN temp.incoming i ON i.n = p.n"
    with undo.adding_many(db, "contact"):
        db.run(
            "INSERT INTO contact(id, uid, first, last, sort, company_id, title, email, slug, url, "
            "connected_on, source, source_first, source_last, source_company, source_title, "
            "source_email, employer_seen, extra, created) "
            "SELECT p.id + ?, i.uid, i.first, i.last, i.sort, o.id, i.title, i.email, "
            "nullif(i.slug, ''), i.url, i.connected_on, ?, i.first, i.last, i.company, i.title, "
            "i.email, ?, i.extra, ? "
            f"{placed} LEFT JOIN company o ON o.folded = i.folded AND i.folded <> '' ORDER BY p.id",
            last,
            source,
            today.isoformat(),
            at,
        )
    columns = "name, company, title, mail, tags, notes"
    db.run(
        f"INSERT INTO contact_doc(id, {columns}) SELECT p.id + ?, d_name, d_company, d_title, "
        f"d_mail, '', '' {placed} ORDER BY p.id",
        last,
    )
    db.run(f"INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', {_WORDS_AT_ONCE})")
    db.run(
        f"INSERT INTO contact_fts(rowid, {columns}) SELECT id, {columns} FROM contact_doc "
        f"WHERE id > ? ORDER BY id",
        last,
    )
    db.run(f"INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', {_USUAL_WORDS})")


_TOLD = ("first", "last", "company", "title", "email")
_SOURCES = ", ".join(
    f"source_{field} = CASE WHEN i.{field} <> '' THEN i.{field} ELSE source_{field} END"
    for field in _TOLD
)
"""What the next import must know that this one said."""


def _update_people(db: Db, source: str, today: date) -> None:
    day = today.isoformat()
    db.run(
        "INSERT INTO employment(contact_id, company_id, title, ended) "
        "SELECT c.id, c.company_id, c.title, ? FROM temp.incoming i "
        "JOIN contact c ON c.id = i.contact_id JOIN company o ON o.id = c.company_id "
        "WHERE i.fate = 'updated' AND i.to_company <> o.name",
        day,
    )
    names = "i.to_first <> contact.first OR i.to_last <> contact.last"
    db.run(
        f"UPDATE contact SET rev = rev + 1, "
        f"sort = CASE WHEN {names} THEN i.sort ELSE contact.sort END, "
        f"first = i.to_first, last = i.to_last, title = i.to_title, email = i.to_email, "
        f"company_id = CASE WHEN i.to_company = '' THEN NULL WHEN i.to_company = i.company "
        f"THEN (SELECT id FROM company WHERE folded = i.folded) ELSE contact.company_id END, "
        f"slug = coalesce(contact.slug, nullif(i.slug, '')), "
        f"url = CASE WHEN contact.url = '' THEN i.url ELSE contact.url END, "
        f"connected_on = coalesce(contact.connected_on, i.connected_on), "
        f"source = CASE WHEN source = '' THEN ? ELSE source END, "
        f"extra = CASE WHEN i.extra <> '' THEN i.extra ELSE contact.extra END, "
        f"employer_seen = ?, {_SOURCES} "
        f"FROM temp.incoming i WHERE contact.id = i.contact_id AND i.fate = 'updated'",
        source,
        day,
    )


def _confirm_people(db: Db, today: date) -> None:
    """Nothing that a person sees of them changes but when their employer was last heard of."""
    stale = " OR ".join(f"(i.{field} <> '' AND i.{field} <> source_{field})" for field in _TOLD)
    db.run(
        f"UPDATE contact SET {_SOURCES} FROM temp.incoming i WHERE contact.id = i.contact_id "
        f"AND i.fate = 'unchanged' AND ({stale})"
    )
    # A file that tells of anything new is a new one: whom it names is still where they were.
    db.run(
        "UPDATE contact SET employer_seen = ? FROM temp.incoming i "
        "WHERE contact.id = i.contact_id AND i.fate = 'unchanged' AND i.company <> '' "
        "AND i.to_company = i.company AND coalesce(employer_seen, '') < ?",
        today.isoformat(),
        (today - _FRESH).isoformat(),
    )
