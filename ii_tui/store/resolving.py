"""Whom words mean that a person types, and whom a row means that comes in."""

from __future__ import annotations

from ii_tui.core.profile import slug_of
from ii_tui.core.text import clean, fold
from ii_tui.store import search
from ii_tui.store.driver import Db


def resolve(db: Db, words: str, limit: int = 10) -> list[int]:
    """Ids of the people that `words` may mean, the surest way first.

    An integer id, a profile slug, an e-mail address, the beginning of a uid (4 characters or
    more), a full name, or words that the name holds; archived people only by the sure ways.
    """
    words = clean(words, newlines=False)
    number = row_number(words)
    if number is not None and db.one("SELECT 1 FROM contact WHERE id = ?", number):
        return [number]
    lowered = words.lower()
    for sql, value in (
        ("SELECT id FROM contact WHERE slug = ?", slug_of(words) or lowered),
        ("SELECT id FROM contact WHERE email = ? AND email <> ''", lowered),
    ):
        found = [row[0] for row in db.rows(sql, value)]
        if found:
            return found
    found = []
    if 4 <= len(lowered) <= 36 and all(char in "0123456789abcdef-" for char in lowered):
        sql = "SELECT id FROM contact WHERE uid GLOB ? LIMIT ?"
        found = [row[0] for row in db.rows(sql, f"{lowered}*", limit)]
        if found and not lowered.isalpha():
            return found
    # Ebba and Dede are names as well as beginnings of a uid: both are meant until one is chosen.
    named = _named(db, words, limit) if fold(words) else []
    return list(dict.fromkeys(found + named))[:limit]


def row_number(words: str) -> int | None:
    """The row id that `words` may be: digits that fit into one."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= 18 else None


def _named(db: Db, words: str, limit: int) -> list[int]:
    """Ids of those whose full name is `words`, else of those whose name holds them."""
    exact = db.rows(
        "SELECT d.id FROM contact_doc d JOIN contact c ON c.id = d.id WHERE c.archived IS NULL "
        "AND d.id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?) AND d.name = ? "
        "LIMIT ?",
        _in_name(words),
        search.document(words, "", "", "", "", "", "", "")[0],
        limit,
    )
    found = exact or db.rows(
        "SELECT id FROM contact WHERE archived IS NULL AND id IN "
        "(SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?) ORDER BY sort, id LIMIT ?",
        _in_name(words),
        limit,
    )
    return [row[0] for row in found]


def _in_name(words: str) -> str:
    return f"name : ({search.match(words)})"


def find_known(db: Db, slug: str, email: str, name: str, company: str) -> int | None:
    """The person an incoming row is, by the contract's identity: slug, e-mail, name + company."""
    if slug:
        found = db.value("SELECT id FROM contact WHERE slug = ?", slug)
        if found is not None:
            return int(found)
    if email:
        found = db.value("SELECT id FROM contact WHERE email = ? ORDER BY id LIMIT 1", email)
        if found is not None:
            return int(found)
    if name and company:
        found = db.value(
            "SELECT c.id FROM contact c JOIN company o ON o.id = c.company_id "
            "WHERE c.sort = ? AND o.folded = ? ORDER BY c.id LIMIT 1",
            name,
            fold(company),
        )
        if found is not None:
            return int(found)
    return None
