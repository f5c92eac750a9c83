"""Small things remembered in the database from one run to the next, outside undo."""

from __future__ import annotations

from ii_tui.services.desk import Desk


def recall(desk: Desk, key: str, default: str = "") -> str:
    """The text that was remembered under `key`."""
    with desk.reading() as db:
        found = db.value("SELECT value FROM setting WHERE key = ?", key)
    if found is None:
        return default
    import json

    return str(json.loads(found))


def remember(desk: Desk, key: str, text: str) -> None:
    """Remembers a text under `key`; for the writer thread."""
    if recall(desk, key) == text:
        return
    import json

    value = json.dumps(text, ensure_ascii=False)
    with desk.store.quiet() as db:
        if not db.run("UPDATE setting SET value = ? WHERE key = ?", value, key):
            db.run("INSERT INTO setting(key, value) VALUES(?, ?)", key, value)


def forget(desk: Desk, key: str) -> None:
    """Remembers nothing under `key` any more; for the writer thread."""
    with desk.reading() as db:
        if db.one("SELECT 1 FROM setting WHERE key = ?", key) is None:
            return
    with desk.store.quiet() as db:
        db.run("DELETE FROM setting WHERE key = ?", key)
