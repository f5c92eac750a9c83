"""Programs that are killed, or that write at the same time as another.

python -m tests.faults.children acts|drafts|edits DATABASE [...]
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from ii_tui import config
from ii_tui.clock import Clock
from ii_tui.core.stages import EventKind
from ii_tui.errors import Locked, Stale
from ii_tui.paths import Paths
from ii_tui.services import people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import DraftSaver, Saved, Slot
from ii_tui.services.touches import Touch
from ii_tui.store.database import Store
from ii_tui.store.rows import update_row
from ii_tui.store.tables import Contact

AT = "2026-11-24T09:00:00.000000Z"
KEY_S = 0.005
"""Between two keys of the fast typist."""


def open_desk(database: Path) -> Desk:
    """A desk on a lasting database, its settings the defaults."""
    paths = Paths(database, database.with_name("config.toml"), database.with_name("state"))
    store = Store.open(paths.database, paths.backups())
    return Desk(paths, Clock(), store, config.Loaded(config.Settings()))


def say(*words: object) -> None:
    """One line that the parent reads; what is said is promised."""
    print(*words, flush=True)


def acts(database: Path, start: int) -> None:
    """Adds person after person and puts each on the board; says each number once it is kept."""
    desk = open_desk(database)
    for number in range(start, start + 100_000):
        line = f"P{number} Person @ Company {number % 50} <p{number}@example.org>"
        person, _ = people.quick_add(desk, line)
        say("added", number)
        touches.log(desk, person, Touch(EventKind.SENT, "meeting_request", "email", text=line))
        say("asked", number)


def drafts(database: Path) -> None:
    """Types without end; says each key with its time, and each length that was saved."""
    desk = open_desk(database)
    person, _ = people.quick_add(desk, "Ada Lovelace <ada@example.org>")
    saver = DraftSaver(desk.store, desk.clock)
    lock = threading.Lock()

    def told(saved: Saved) -> None:
        with lock:
            say("trouble" if saved.trouble else "saved", saved.draft_id)

    slot = saver.open(Slot(person, {"kind": "reconnect", "channel": "email"}, told=told))
    text, pause = "", threading.Event()
    while True:
        text += chr(97 + len(text) % 26)
        saver.put(slot, body=text, cursor=len(text))
        with lock:
            say("key", len(text), time.monotonic())
        pause.wait(KEY_S)


def edits(database: Path, count: int) -> None:
    """Adds one to a number `count` times as an editor would: read, think, write what was read."""
    store = Store.open(database, database.parent / "backups")
    say("ready")
    sys.stdin.readline()
    stale = locked = 0
    for _ in range(count):
        while True:
            with store.reading(store.db) as db:
                rev, value = db.one("SELECT rev, cadence_days FROM contact WHERE id = 1") or (0, 0)
            try:
                with store.change("Added one", AT):
                    update_row(store.db, Contact, 1, rev, cadence_days=value + 1)
                break
            except Stale:
                stale += 1
            except Locked:
                locked += 1
    say(json.dumps({"stale": stale, "locked": locked}))
    store.close()


def main() -> None:
    """Runs the one that is named."""
    how, database = sys.argv[1], Path(sys.argv[2])
    if how == "acts":
        acts(database, int(sys.argv[3]))
    elif how == "drafts":
        drafts(database)
    else:
        edits(database, int(sys.argv[3]))


if __name__ == "__main__":
    main()
