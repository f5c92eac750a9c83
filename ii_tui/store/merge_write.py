"""A worked-out plan written into the database: set-based, within the caller's transaction.

References are looked up by uid as the rows go in, so a plan holds no integer ids.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ii_tui.core.document import Field, Row
from ii_tui.store import search
from ii_tui.store.companies import folded_name
from ii_tui.store.contacts import sort_key
from ii_tui.store.driver import Db
from ii_tui.store.merge_plan import Plan
from ii_tui.store.snapshot import TABLES, column, stored

_MANY = 500
"""More uids than this are looked up by one walk over the table."""

_WITHOUT_REV = frozenset({"events", "tasks"})
_DERIVED: dict[str, tuple[str, Callable[[Row], str]]] = {
    "companies": ("folded", lambda row: folded_name(row["name"])),
    "contacts": ("sort", lambda row: sort_key(row["first"], row["last"])),
}
"""Columns that follow from a row's fields and are in no document."""

# Ids count up in this order, so that what has the same time keeps its order.
_IN_ORDER: dict[str, Callable[[Row], tuple[Any, ...]]] = {
    "contacts": lambda row: (sort_key(row["first"], row["last"]), row["uid"]),
    "companies": lambda row: (row["created"], row["uid"]),
    "interviews": lambda row: (row["sequence"], row["opened"], row["uid"]),
    "events": lambda row: (row["at"], row["sequence"], row["uid"]),
    "meetings": lambda row: (row["utc"], row["uid"]),
    "messages": lambda row: (row["sent"], row["uid"]),
    "drafts": lambda row: (row["updated"], row["uid"]),
    "notes": lambda row: (row["at"], row["uid"]),
    "introductions": lambda row: (row["at"], row["uid"]),
    "promises": lambda row: (row["uid"],),
    "tasks": lambda row: (row["opens"], row["uid"]),
}
_AFTER_PEOPLE = (
    "meetings", "messages", "drafts", "events", "notes", "introductions", "promises", "tasks",
)  # fmt: skip


@dataclass(slots=True)
class Prepared:
    """What takes Python time, made before the transaction."""

    rows: dict[str, list[list[Any]]]
    """values of new rows, by kind, in the order of their ids to be"""
    people: dict[str, tuple[str, ...]]
    """search documents of new people by uid"""
    texts: dict[str, dict[str, str]]
    """search documents of new notes and messages by kind and uid"""


def prepare(plan: Plan) -> Prepared:
    """Makes values and search documents of everything new."""
    notes: dict[str, list[str]] = defaultdict(list)
    for note in plan.adds["notes"].values():
        notes[note["contact"]].append(note["text"])
    people: dict[str, tuple[str, ...]] = {}
    for uid, row in plan.adds["contacts"].items():
        company = None if row["company"] is None else plan.row("companies", row["company"])
        people[uid] = search.document(
            row["first"],
            row["last"],
            "" if company is None else company["name"],
            row["title"],
            row["email"],
            row["slug"] or "",
            " ".join(row["tags"]),
            " ".join([row["greeting"], row["how_known"], *notes[uid]]),
        )
    texts = {
        "notes": {
            uid: search.text_document(row["text"]) for uid, row in plan.adds["notes"].items()
        },
        "messages": {
            uid: search.text_document(f"{row['subject']} {row['body']}")
            for uid, row in plan.adds["messages"].items()
        },
    }
    return Prepared({kind: _values(kind, plan.adds[kind].values()) for kind in TABLES},
                    people, texts)  # fmt: skip


def apply(db: Db, plan: Plan, prepared: Prepared) -> list[int]:
    """Carries the plan out, search documents included; returns ids of interviews to plan anew."""
    _free_keys(db, plan)
    for kind in ("companies", "contacts"):
        _update(db, kind, plan.changes[kind], plan)
        _insert(db, kind, prepared.rows[kind])
    _introducers(db, plan)
    _belongings(db, plan)
    closing, opening = _parted(plan.changes["interviews"])
    _update(db, "interviews", closing, plan)
    _insert(db, "interviews", prepared.rows["interviews"])
    # Last, for a person may have one open interview at any moment.
    _update(db, "interviews", opening, plan)
    for kind in _AFTER_PEOPLE:
        _insert(db, kind, prepared.rows[kind])
        _update(db, kind, plan.changes[kind], plan)
    for key, value in plan.settings.items():
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        if not db.run("UPDATE setting SET value = ? WHERE key = ?", text, key):
            db.run("INSERT INTO setting(key, value) VALUES(?, ?)", key, text)
    _index(db, plan, prepared)
    return sorted(_ids(db, "interview", plan.replan))


def _free_keys(db: Db, plan: Plan) -> None:
    """Two rows may change names with each other: first nobody has what is given anew."""
    renamed = [(uid,) for uid, changed in plan.changes["companies"].items() if "name" in changed]
    db.many("UPDATE company SET folded = uid WHERE uid = ?", renamed)
    moved = [(uid,) for uid, changed in plan.changes["contacts"].items() if "slug" in changed]
    db.many("UPDATE contact SET slug = NULL WHERE uid = ?", moved)


def _parted(changes: dict[str, Row]) -> tuple[dict[str, Row], dict[str, Row]]:
    """Changes of interviews: those that open none, and those that do."""
    opening = {uid: row for uid, row in changes.items() if row.get("exit", "") is None}
    return {uid: row for uid, row in changes.items() if uid not in opening}, opening


def _value(field: Field, value: Any) -> Any:
    if field.kind == "flag":
        return int(value)
    if field.kind in ("pairs", "reasons"):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    return value


def _mark(field: Field) -> str:
    return f"(SELECT id FROM {TABLES[field.target]} WHERE uid = ?)" if field.kind == "ref" else "?"


def _new_fields(kind: str) -> list[Field]:
    return [field for field in stored(kind) if field.name != "introduced_by"]


def _values(kind: str, rows: Iterable[Row]) -> list[list[Any]]:
    fields, derived = _new_fields(kind), _DERIVED.get(kind)
    return [
        [_value(field, row[field.name]) for field in fields]
        + ([] if derived is None else [derived[1](row)])
        for row in sorted(rows, key=_IN_ORDER[kind])
    ]


def _insert(db: Db, kind: str, rows: list[list[Any]]) -> None:
    names = [column(field) for field in _new_fields(kind)]
    marks = [_mark(field) for field in _new_fields(kind)]
    if kind in _DERIVED:
        names.append(_DERIVED[kind][0])
        marks.append("?")
    db.many(f"INSERT INTO {TABLES[kind]}({', '.join(names)}) VALUES({', '.join(marks)})", rows)


def _update(db: Db, kind: str, changes: dict[str, Row], plan: Plan) -> None:
    """Changes rows, those with the same changed columns in one go."""
    fields = {field.name: field for field in stored(kind) if field.name != "introduced_by"}
    groups: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for uid, changed in changes.items():
        names = tuple(name for name in changed if name in fields)
        values = [_value(fields[name], changed[name]) for name in names]
        if kind in _DERIVED:
            name, derive = _DERIVED[kind]
            values.append(derive(plan.have[kind][uid] | changed))
            names = (*names, name)
        if names:
            groups[names].append([*values, uid])
    for names, rows in groups.items():
        assigned = [
            f"{column(fields[name])} = {_mark(fields[name])}" if name in fields else f"{name} = ?"
            for name in names
        ]
        if kind not in _WITHOUT_REV:
            assigned.append("rev = rev + 1")
        db.many(f"UPDATE {TABLES[kind]} SET {', '.join(assigned)} WHERE uid = ?", rows)


def _introducers(db: Db, plan: Plan) -> None:
    rows = [
        (row["introduced_by"], uid)
        for rows in (plan.adds["contacts"], plan.changes["contacts"])
        for uid, row in rows.items()
        if row.get("introduced_by") is not None
    ]
    db.many(
        "UPDATE contact SET introduced_by = (SELECT id FROM contact WHERE uid = ?) WHERE uid = ?",
        rows,
    )


def _belongings(db: Db, plan: Plan) -> None:
    """Tags become those of the row; past companies are only added to."""
    gone, tags, past = [], [], []
    for rows, fresh in ((plan.adds["contacts"], True), (plan.changes["contacts"], False)):
        for uid, row in rows.items():
            before = {"tags": [], "past_companies": []} if fresh else plan.have["contacts"][uid]
            gone += [(tag, uid) for tag in before["tags"] if tag not in row.get("tags", [tag])]
            tags += [(uid, tag) for tag in row.get("tags", []) if tag not in before["tags"]]
            past += [
                (uid, one["company"], one["title"], one["ended"])
                for one in row.get("past_companies", [])[len(before["past_companies"]) :]
            ]
    person = "(SELECT id FROM contact WHERE uid = ?)"
    db.many(f"DELETE FROM contact_tag WHERE tag = ? AND contact_id = {person}", gone)
    db.many(f"INSERT INTO contact_tag(contact_id, tag) VALUES({person}, ?)", tags)
    db.many(
        f"INSERT INTO employment(contact_id, company_id, title, ended) "
        f"VALUES({person}, (SELECT id FROM company WHERE uid = ?), ?, ?)",
        past,
    )


def _ids(db: Db, table: str, uids: Iterable[str]) -> list[int]:
    wanted = set(uids)
    if len(wanted) > _MANY:
        return [i for i, uid in db.rows(f"SELECT id, uid FROM {table}") if uid in wanted]
    return [db.value(f"SELECT id FROM {table} WHERE uid = ?", uid) for uid in sorted(wanted)]


def _index(db: Db, plan: Plan, prepared: Prepared) -> None:
    fresh = prepared.people
    ids = dict(db.rows("SELECT uid, id FROM contact")) if fresh else {}
    # In the order of ids, which FTS5 appends to; in any other it costs four times as much.
    search.add_documents(db, sorted((ids[uid], *document) for uid, document in fresh.items()))
    for kind, texts in prepared.texts.items():
        table = TABLES[kind]
        found = dict(db.rows(f"SELECT uid, id FROM {table}")) if texts else {}
        search.add_texts(db, table, sorted((found[uid], text) for uid, text in texts.items()))
        search.index_texts(db, table, _ids(db, table, plan.changes[kind]))
    renamed = {uid for uid, changed in plan.changes["companies"].items() if "name" in changed}
    people = {
        row["contact"]
        for uid in (*plan.adds["notes"], *plan.changes["notes"])
        if (row := plan.row("notes", uid)) is not None and row["contact"]
    }
    people |= {
        uid for uid, row in plan.have["contacts"].items() if renamed and row["company"] in renamed
    }
    people = (people | plan.changes["contacts"].keys()) - fresh.keys()
    search.index_contacts(db, sorted(_ids(db, "contact", people)))
