"""A program that opens an old database with a newer schema, to be run many at once or killed.

python -m tests.store.upgrader DATABASE BACKUPS together|killed
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from ii_tui.store.database import Store
from ii_tui.store.migrations import STEPS, Step

NOW = STEPS[-1].version
NEXT = Step(
    NOW + 1,
    """ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
CREATE TABLE badge(id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contact(id), text TEXT);
CREATE INDEX badge_contact ON badge(contact_id);
INSERT INTO badge(contact_id, text) SELECT id, first FROM contact;
""",
    ("badge",),
)
"""A step that a later version might have."""

SLOW = Step(
    NOW + 1,
    f"""{NEXT.sql}
CREATE TABLE heavy AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
  WHERE i < 50000000) SELECT i, hex(randomblob(200)) AS text FROM n;
""",
    ("badge",),
)
"""The same, but so slow that nobody sees its end."""


def die_within(path: Path, backups: Path, grown: int) -> None:
    """Kills this process once the backup is there and the step has written `grown` bytes."""
    sides = [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-journal")]
    while not list(backups.glob("*.db")):
        pass
    while sum(side.stat().st_size for side in sides if side.exists()) < grown:
        pass
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Waits for a line, opens the database, says its version and how many badges there are."""
    path, backups, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    if how == "killed":
        grown = path.stat().st_size + int(sys.argv[4])
        threading.Thread(target=die_within, args=(path, backups, grown), daemon=True).start()
    print("ready", flush=True)
    sys.stdin.readline()
    store = Store.open(path, backups, steps=(*STEPS, SLOW if how == "killed" else NEXT))
    print(
        store.db.value("PRAGMA user_version"), store.db.value("SELECT count(*) FROM badge"),
        flush=True,
    )  # fmt: skip
    store.close()


if __name__ == "__main__":
    main()
