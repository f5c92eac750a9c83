"""Search documents: what can be found, folded in Python, kept beside the rows in FTS5.

One document a contact (`contact_doc`) and one a text (`text_doc`: notes, messages). Both are
derived and outside undo; whoever changes a row names it here within the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ii_tui.core.models import Hit, full_name
from ii_tui.core.text import fold
from ii_tui.lazy import pattern
from ii_tui.store.driver import Db

_CJK = pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_BATCH = 400


def _spaced(text: str) -> str:
    return spaced(fold(text))


def spaced(folded: str) -> str:
    """Folded text with ideographs apart, for unicode61 takes a run of them as one word."""
    if folded.isascii():
        return folded
    # A function is four times as quick here as a template is.
    return _CJK.sub(lambda found: f" {found[0]} ", folded).strip()


def document(
    first: str, last: str, company: str, title: str, email: str, slug: str, tags: str, notes: str
) -> tuple[str, str, str, str, str, str]:
    """The six searchable columns of a contact, folded."""
    mail = f"{email} {slug}".strip()
    return (
        _spaced(full_name(first, last)),
        _spaced(company),
        _spaced(title),
        _spaced(mail),
        _spaced(tags),
        _spaced(notes),
    )


MOST_WORDS = 40
"""words of a search that are looked for: SQLite refuses endless patterns"""

LONGEST_WORD = 100
"""characters of one of them"""


def match(query: str) -> str:
    """The FTS5 expression for what a person typed: every word, each as a prefix; "" for none.

    Of a text that was pasted by mistake only the first words count.
    """
    words = []
    for word in query.split():
        spaced = _spaced(word)[:LONGEST_WORD].rstrip()
        if spaced:
            words.append(f'"{spaced}"*')
        if len(words) == MOST_WORDS:
            break
    return " ".join(words)


def index_contacts(db: Db, ids: Iterable[int]) -> None:
    """Writes the documents of these contacts anew."""
    pending = list(dict.fromkeys(ids))
    for start in range(0, len(pending), _BATCH):
        _index_batch(db, pending[start : start + _BATCH])


def _index_batch(db: Db, ids: Sequence[int]) -> None:
    marks = ",".join("?" * len(ids))
    forget(db, ids)
    rows = db.rows(
        f"""SELECT c.id, c.first, c.last, coalesce(o.name, ''), c.title, c.email,
            coalesce(c.slug, ''),
            coalesce((SELECT group_concat(tag, ' ') FROM contact_tag WHERE contact_id = c.id), ''),
            c.greeting || ' ' || c.how_known || ' ' ||
            coalesce((SELECT group_concat(text, ' ') FROM note WHERE contact_id = c.id), '')
            FROM contact c LEFT JOIN company o ON o.id = c.company_id WHERE c.id IN ({marks})""",
        *ids,
    )
    add_documents(db, [(row[0], *document(*row[1:])) for row in rows])


def count(db: Db, wanted: str) -> int:
    """How many contacts fit an expression of `match`, the archived among them."""
    return int(db.value("SELECT count(*) FROM contact_fts WHERE contact_fts MATCH ?", wanted))


def add_documents(db: Db, documents: Sequence[Sequence[Any]]) -> None:
    """Adds (id, name, company, title, mail, tags, notes) rows that are not there yet."""
    columns = "name, company, title, mail, tags, notes"
    db.many(f"INSERT INTO contact_doc(id, {columns}) VALUES(?,?,?,?,?,?,?)", documents)
    db.many(f"INSERT INTO contact_fts(rowid, {columns}) VALUES(?,?,?,?,?,?,?)", documents)


def forget(db: Db, ids: Sequence[int]) -> None:
    """Removes the documents of these contacts; those without one are no error."""
    marks = ",".join("?" * len(ids))
    columns = "name, company, title, mail, tags, notes"
    db.run(
        f"INSERT INTO contact_fts(contact_fts, rowid, {columns}) "
        f"SELECT 'delete', id, {columns} FROM contact_doc WHERE id IN ({marks})",
        *ids,
    )
    db.run(f"DELETE FROM contact_doc WHERE id IN ({marks})", *ids)


def index_all(db: Db) -> None:
    """Makes every document anew; for after bulk work and restores."""
    db.run("INSERT INTO contact_fts(contact_fts) VALUES('delete-all')")
    db.run("DELETE FROM contact_doc")
    last = 0
    while ids := [
        row[0]
        for row in db.rows("SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?", last, _BATCH)
    ]:
        _index_batch(db, ids)
        last = ids[-1]
    db.run("INSERT INTO text_fts(text_fts) VALUES('delete-all')")
    db.run("DELETE FROM text_doc")
    index_texts(db, "note", [row[0] for row in db.rows("SELECT id FROM note")])
    index_texts(db, "message", [row[0] for row in db.rows("SELECT id FROM message")])


_TEXTS = {
    "note": "SELECT id, contact_id, company_id, at, text FROM note WHERE id = ?",
    "message": "SELECT id, contact_id, NULL, sent, subject || ' ' || body FROM message "
    "WHERE id = ?",
}


def index_texts(db: Db, kind: str, ids: Iterable[int]) -> None:
    """Writes the documents of these notes or messages anew; rows that are gone lose theirs."""
    for ref in ids:
        old = db.one("SELECT id, text FROM text_doc WHERE kind = ? AND ref = ?", kind, ref)
        if old is not None:
            db.run("INSERT INTO text_fts(text_fts, rowid, text) VALUES('delete', ?, ?)", *old)
            db.run("DELETE FROM text_doc WHERE id = ?", old[0])
        row = db.one(_TEXTS[kind], ref)
        if row is None:
            continue
        text = _spaced(row[4])
        doc = db.add(
            "INSERT INTO text_doc(kind, ref, contact_id, company_id, at, text) "
            "VALUES(?, ?, ?, ?, ?, ?)",
            kind,
            *row[:4],
            text,
        )
        db.run("INSERT INTO text_fts(rowid, text) VALUES(?, ?)", doc, text)


def text_document(text: str) -> str:
    """The searchable form of a note or a message (its subject and body with a space between)."""
    return _spaced(text)


def add_texts(db: Db, kind: str, documents: Sequence[tuple[int, str]]) -> None:
    """Adds the documents of notes or messages that have none yet: (id, text_document)."""
    first = int(db.value("SELECT coalesce(max(id), 0) + 1 FROM text_doc"))
    owner = {
        "note": "contact_id, company_id, at FROM note",
        "message": "contact_id, NULL, sent FROM message",
    }[kind]
    db.many(
        f"INSERT INTO text_doc(id, kind, ref, contact_id, company_id, at, text) "
        f"SELECT ?, '{kind}', id, {owner.replace(' FROM', ', ? FROM')} WHERE id = ?",
        [(first + n, text, ref) for n, (ref, text) in enumerate(documents)],
    )
    db.many(
        "INSERT INTO text_fts(rowid, text) VALUES(?, ?)",
        [(first + n, text) for n, (_, text) in enumerate(documents)],
    )


def everything(db: Db, query: str, limit: int = 50) -> list[Hit]:
    """People, companies, notes and messages that hold every word of `query`, people first."""
    wanted = match(query)
    if not wanted:
        return []
    hits = [
        Hit("person", row[0], row[0], full_name(row[1], row[2]), _joined(row[3], row[4]))
        for row in db.rows(
            "SELECT c.id, c.first, c.last, c.title, coalesce(o.name, '') FROM contact c "
            "LEFT JOIN company o ON o.id = c.company_id WHERE c.archived IS NULL AND c.id IN "
            "(SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?) ORDER BY c.sort, c.id "
            "LIMIT ?",
            wanted,
            limit,
        )
    ]
    parts = fold(query).replace("\\", "").split()[:MOST_WORDS]
    like = "%".join(part[:LONGEST_WORD] for part in parts)
    hits += [
        Hit("company", row[0], None, row[1], f"{row[2]} people")
        for row in db.rows(
            "SELECT id, name, (SELECT count(*) FROM contact WHERE company_id = company.id) "
            "FROM company WHERE folded LIKE ? ORDER BY folded LIMIT ?",
            f"%{like}%",
            limit,
        )
    ]
    for kind, table, column in (("note", "note", "text"), ("message", "message", "body")):
        hits += [
            Hit(kind, row[0], row[1], full_name(row[2] or "", row[3] or ""), row[4])
            for row in db.rows(
                f"SELECT d.ref, d.contact_id, c.first, c.last, t.{column} FROM text_doc d "
                f"JOIN {table} t ON t.id = d.ref LEFT JOIN contact c ON c.id = d.contact_id "
                f"WHERE d.kind = ? AND d.id IN "
                f"(SELECT rowid FROM text_fts WHERE text_fts MATCH ?) "
                f"ORDER BY d.at DESC LIMIT ?",
                kind,
                wanted,
                limit,
            )
        ]
    return hits


def _joined(title: str, company: str) -> str:
    return ", ".join(part for part in (title, company) if part)
