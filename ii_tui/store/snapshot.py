"""The whole database as plain rows: references by uid, never by integer id, no `rev`.

The rows have the shape of core/document, which is that of the JSON export.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ii_tui.core.document import FIELDS, SECTIONS, Field, Row
from ii_tui.store.driver import Db

TABLES = {
    "companies": "company",
    "contacts": "contact",
    "interviews": "interview",
    "meetings": "meeting",
    "messages": "message",
    "drafts": "draft",
    "events": "event",
    "notes": "note",
    "introductions": "introduction",
    "promises": "promise",
    "tasks": "task",
}
"""The table of each kind of row."""

ELSEWHERE = frozenset({"tags", "past_companies"})
"""Fields that are rows of tables of their own."""

Flat = dict[str, dict[str, Row]]
"""By kind and uid: events name their contact and interview instead of standing in them."""

# The order of what has the same time: the row's number among those of its person.
_SEQUENCES = {
    "events": "row_number() OVER (PARTITION BY t.contact_id ORDER BY t.at, t.id) - 1",
    "interviews": "row_number() OVER (PARTITION BY t.contact_id ORDER BY t.id) - 1",
}
# A draft whose message went out is told by the message.
_ONLY = {"drafts": " WHERE NOT EXISTS (SELECT 1 FROM message WHERE uid = t.uid)"}


def column(field: Field) -> str:
    """The column that holds a field."""
    if field.kind == "ref" and field.name != "introduced_by":
        return f"{field.name}_id"
    return field.name


def stored(kind: str) -> tuple[Field, ...]:
    """The fields of a kind that are columns of its table."""
    return tuple(
        field
        for field in FIELDS[kind]
        if field.name not in ELSEWHERE and not (field.name == "sequence" and kind in _SEQUENCES)
    )


@contextmanager
def consistent(db: Db) -> Iterator[None]:
    """All reads within are of one moment; takes no write lock."""
    with db.atomic("DEFERRED"):
        yield


def _read(db: Db, kind: str) -> dict[str, Row]:
    fields = [field for field in FIELDS[kind] if field.name not in ELSEWHERE]
    columns = []
    for field in fields:
        if field.name == "sequence" and kind in _SEQUENCES:
            columns.append(_SEQUENCES[kind])
        elif field.kind == "ref":
            columns.append(f"(SELECT uid FROM {TABLES[field.target]} WHERE id = t.{column(field)})")
        else:
            columns.append(f"t.{column(field)}")
    names = [field.name for field in fields]
    found = {
        row[0]: dict(zip(names, row, strict=True))
        for row in db.rows(
            f"SELECT {', '.join(columns)} FROM {TABLES[kind]} t{_ONLY.get(kind, '')} ORDER BY t.uid"
        )
    }
    for name in [field.name for field in fields if field.kind == "flag"]:
        for row in found.values():
            row[name] = bool(row[name])
    for name, empty in [(f.name, f.absent) for f in fields if f.kind in ("pairs", "reasons")]:
        for row in found.values():
            row[name] = json.loads(row[name]) if row[name] else empty.copy()
    return found


def flat(db: Db) -> Flat:
    """Every row by kind and uid: one query a table."""
    whole = {kind: _read(db, kind) for kind in TABLES}
    people = whole["contacts"]
    for row in people.values():
        row["tags"], row["past_companies"] = [], []
    for uid, tag in db.rows(
        "SELECT c.uid, t.tag FROM contact_tag t JOIN contact c ON c.id = t.contact_id "
        "ORDER BY t.tag"
    ):
        people[uid]["tags"].append(tag)
    for uid, company, title, ended in db.rows(
        "SELECT c.uid, o.uid, e.title, e.ended FROM employment e "
        "JOIN contact c ON c.id = e.contact_id JOIN company o ON o.id = e.company_id ORDER BY e.id"
    ):
        one = {"company": company, "title": title, "ended": ended}
        people[uid]["past_companies"].append(one)
    return whole


def dump(db: Db) -> dict[str, Any]:
    """The document: its sections as lists of rows ordered by uid, histories by time, `settings`."""
    with consistent(db):
        whole = flat(db)
        kept = settings(db)
    histories: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for event in whole["events"].values():
        contact, interview = event.pop("contact"), event.pop("interview")
        owner = ("contacts", contact) if interview is None else ("interviews", interview)
        histories[owner].append(event)
    for kind in ("contacts", "interviews"):
        for uid, row in whole[kind].items():
            row["history"] = sorted(histories[kind, uid], key=lambda event: event["sequence"])
    for kind, state in (("messages", "sent"), ("drafts", "draft")):
        for row in whole[kind].values():
            row["state"] = state
    texts = whole["messages"] | whole["drafts"]
    whole["messages"] = {uid: texts[uid] for uid in sorted(texts)}
    return {kind: list(whole[kind].values()) for kind in SECTIONS} | {"settings": kept}


def settings(db: Db) -> dict[str, Any]:
    """The database's settings; a fraction in a value becomes text, for the export has no floats.

    Keys with a leading underscore say how this very database was computed, and stay in it.
    """
    found = {}
    kept = "SELECT key, value FROM setting WHERE substr(key, 1, 1) <> '_' ORDER BY key"
    for key, value in db.rows(kept):
        try:
            found[key] = json.loads(value, parse_float=str)
        except ValueError:
            found[key] = value
    return found
