"""kill -9 at any moment: what was said to be kept is there, whole, and nothing is half there."""

from __future__ import annotations

import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ii_tui.core.owed import owed
from ii_tui.services.desk import Desk
from ii_tui.store import facts
from tests.faults.children import open_desk

ROOT = Path(__file__).parents[2]


def child(*argv: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.children", *map(str, argv)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def kill_amid(program: subprocess.Popen[bytes], lines: int, linger: float) -> tuple[bytes, float]:
    """Reads `lines` lines, goes on for `linger` seconds, kills; returns what was said and when."""
    assert program.stdout is not None
    read = bytearray()
    while read.count(b"\n") < lines:
        more = program.stdout.read1(4096)
        assert more, f"it ended by itself: {program.wait()}"
        read += more
    end = time.monotonic() + linger
    while (left := end - time.monotonic()) > 0:
        if select.select([program.stdout], [], [], left)[0]:
            read += program.stdout.read1(4096)
    program.kill()
    moment = time.monotonic()
    read += program.stdout.read()
    assert program.wait() == -signal.SIGKILL
    # The last line may be cut; what was not wholly said was not promised.
    return bytes(read[: read.rfind(b"\n") + 1]), moment


def whole(desk: Desk) -> None:
    """The database is sound and no act of it is half there."""
    db = desk.store.db
    assert db.value("PRAGMA quick_check") == "ok"
    assert db.rows("PRAGMA foreign_key_check") == []
    assert db.value("SELECT change_id FROM control") is None
    # Adding: a person, their document, their company.
    assert db.value("SELECT count(*) FROM contact WHERE company_id IS NULL") == 0
    assert db.rows("SELECT id FROM contact EXCEPT SELECT id FROM contact_doc") == []
    # Asking: an interview opened, moved and planned for; the message, its event, its document.
    asked = db.value("SELECT count(*) FROM interview")
    for sql in (
        "SELECT count(*) FROM interview WHERE stage = 'requested'",
        "SELECT count(DISTINCT interview_id) FROM event WHERE kind = 'opened'",
        "SELECT count(DISTINCT interview_id) FROM event WHERE kind = 'moved'",
        "SELECT count(DISTINCT interview_id) FROM event WHERE message_id IS NOT NULL",
        "SELECT count(*) FROM message",
        "SELECT count(*) FROM text_doc",
        "SELECT count(DISTINCT interview_id) FROM task WHERE live = 1",
    ):
        assert db.value(sql) == asked, sql
    # Every change has its steps, and every step its change.
    assert db.rows("SELECT id FROM change EXCEPT SELECT change_id FROM step") == []
    assert db.rows("SELECT change_id FROM step EXCEPT SELECT id FROM change") == []
    assert db.value("SELECT count(*) FROM change") == (
        db.value("SELECT count(*) FROM contact") + asked
    )
    for index in ("contact_fts", "text_fts"):
        db.run(f"INSERT INTO {index}({index}, rank) VALUES('integrity-check', 1)")


def planned(desk: Desk) -> None:
    """What is stored of tasks is what the facts owe."""
    db = desk.store.db
    ids = [row[0] for row in db.rows("SELECT id FROM interview ORDER BY id DESC LIMIT 50")]
    for interview, known in facts.of_interviews(db, ids).items():
        calendar = desk.calendar()
        wanted = {
            (one.kind, one.cause)
            for one in owed(known.facts, desk.settings.pipeline, calendar, calendar, desk.zone)
        }
        stored = db.rows("SELECT kind, cause FROM task WHERE interview_id = ?", interview)
        assert set(stored) == wanted


def killed_amid_acts(database: Path, rounds: int, seed: int) -> int:
    dice = random.Random(seed)
    promised: dict[bytes, set[int]] = {b"added": set(), b"asked": set()}
    for number in range(rounds):
        program = child("acts", database, number * 1_000_000)
        said, _ = kill_amid(program, dice.randrange(1, 20), dice.random() * 0.03)
        for line in said.splitlines():
            kind, which = line.split()
            promised[kind].add(int(which))
        desk = open_desk(database)
        whole(desk)
        db = desk.store.db
        there = {int(row[0][1:]) for row in db.rows("SELECT first FROM contact")}
        asked = {
            int(row[0][1:])
            for row in db.rows(
                "SELECT c.first FROM interview i JOIN contact c ON c.id = i.contact_id"
            )
        }
        assert promised[b"added"] <= there
        assert promised[b"asked"] <= asked
        # At most the one that was just kept when the word of it was cut off.
        assert len(there - promised[b"added"]) + len(asked - promised[b"asked"]) <= number + 1
        if number % 10 == 0:
            planned(desk)
        desk.close()
    return len(promised[b"asked"])


@pytest.mark.parametrize("seed", range(4))
def test_acts_killed_ten_times(tmp_path: Path, seed: int) -> None:
    assert killed_amid_acts(tmp_path / "ii.db", 10, seed) > 10


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_acts_killed_a_thousand_times(tmp_path: Path) -> None:
    for number in range(10):
        killed_amid_acts(tmp_path / str(number) / "ii.db", 100, seed=number)


def killed_amid_typing(database: Path, keys: int) -> None:
    program = child("drafts", database)
    said, killed = kill_amid(program, keys, 0.0)
    typed: list[float] = []
    saves = 0
    for line in said.splitlines():
        kind, *rest = line.split()
        assert kind != b"trouble"
        saves += kind == b"saved"
        if kind == b"key":
            assert int(rest[0]) == len(typed) + 1
            typed.append(float(rest[1]))
    desk = open_desk(database)
    assert desk.store.db.value("PRAGMA quick_check") == "ok"
    texts = [row[0] for row in desk.store.db.rows("SELECT body FROM draft")]
    desk.close()
    assert len(texts) <= 1
    text = texts[0] if texts else ""
    assert saves == 0 or text
    assert text == "".join(chr(97 + number % 26) for number in range(len(text)))
    # A machine that held up the typist held up the saver as well; that time is not counted.
    held_up = max(b - a for a, b in zip([typed[0], *typed], [*typed, killed], strict=True))
    lost = [moment for moment in typed[len(text) :] if moment < killed - 1.0 - 2 * held_up]
    assert lost == []


@pytest.mark.parametrize("keys", [3, 60, 230, 330])
def test_typing_killed(tmp_path: Path, keys: int) -> None:
    killed_amid_typing(tmp_path / "ii.db", keys)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_typing_killed_two_hundred_times(tmp_path: Path) -> None:
    dice = random.Random(200)
    for number in range(200):
        killed_amid_typing(tmp_path / str(number) / "ii.db", dice.randrange(1, 700))
