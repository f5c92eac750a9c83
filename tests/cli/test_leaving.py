"""Exits and parking by the command line, under a clock that moves."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import CLOSING
from tests.cli.conftest import Program


@pytest.fixture
def ada(ii: Program) -> str:
    """Ada, who was asked for a conversation."""
    person = ii.ok("add", "Ada Lovelace @ Acme <ada@acme.example>").out.strip()
    ii.ok("log", person, "sent", "--kind", "meeting_request")
    return person


def owed(ii: Program) -> list[str]:
    return [task["kind"] for task in ii.ok("today", "--json").json]


@pytest.mark.parametrize("exit_", [exit_.value for exit_ in CLOSING])
def test_every_exit_with_a_reason_and_back(ii: Program, ada: str, exit_: str) -> None:
    day = ("--until", "in 3 weeks") if exit_ == "parked" else ()
    ii.ok("move", ada, exit_, "--reason", "a busy spring", *day)
    shown = ii.ok("show", ada).out
    assert exit_.replace("_", " ") in shown
    assert "a busy spring" in shown
    ii.ok("move", ada, "requested")
    assert "a busy spring" not in [
        line for line in ii.ok("show", ada).lines if line.startswith("interview")
    ]
    found = ii.ok("show", ada, "--json").json["interviews"][0]
    assert (found["exit"], found["stage"]) == (None, "requested")
    ii.ok("undo")
    assert ii.ok("show", ada, "--json").json["interviews"][0]["exit"] == exit_


def test_parked_comes_back_on_its_day_and_is_moved(ii: Program, ada: str) -> None:
    ii.ok("move", ada, "parked", "--until", "in 3 weeks", "--reason", "asked for later")
    for now in ("2026-12-01T09:00:00+00:00", "2026-12-14T23:59:00+00:00"):
        ii.now = now
        assert owed(ii) == []
    ii.now = "2026-12-15T00:01:00+00:00"
    (task,) = ii.ok("today", "--json").json
    assert (task["kind"], task["due"]) == ("ask", "2026-12-15")
    ii.ok("snooze", str(task["id"]), "in", "4", "weeks")
    assert "until 2027-01-12" in ii.ok("show", ada).out
    assert owed(ii) == []
    ii.now = "2027-01-12T09:00:00+00:00"
    assert owed(ii) == ["ask"]


def test_later_is_logged_with_a_day_in_words(ii: Program, ada: str) -> None:
    """What came in never moves the interview; the question opens on the day they named."""
    ii.ok("log", ada, "received", "--answer", "later", "--until", "mid january")
    assert ii.ok("show", ada, "--json").json["interviews"][0]["exit"] is None
    ii.now = "2027-01-14T09:00:00+00:00"
    assert owed(ii) == []
    ii.now = "2027-01-15T09:00:00+00:00"
    (task,) = ii.ok("today", "--json").json
    assert (task["kind"], task["due"]) == ("ask", "2027-01-15")


def test_revived_before_the_day(ii: Program, ada: str) -> None:
    ii.ok("move", ada, "parked", "--until", "in 3 weeks")
    ii.ok("move", ada, "replied")
    found = ii.ok("show", ada, "--json").json["interviews"][0]
    assert (found["exit"], found["parked_until"]) == (None, None)
    ii.now = "2026-12-15T09:00:00+00:00"
    assert "Ask again" not in ii.ok("today").out


def test_what_went_quiet_is_one_line(ii: Program, ada: str) -> None:
    bob = ii.ok("add", "Bob Byron @ Umbra").out.strip()
    ii.ok("log", bob, "sent", "--kind", "meeting_request")
    for person in (ada, bob):
        ii.now = "2026-12-07T09:00:00+00:00"
        ii.ok("log", person, "sent", "--kind", "follow_up")
    ii.now = "2027-02-01T09:00:00+00:00"
    proposed = {task["person"]: task["id"] for task in ii.ok("today", "--json").json}
    (line,) = ii.ok("today").lines
    assert "2 conversations went quiet, to be closed or kept" in line
    assert f"{proposed['Ada Lovelace']} Ada Lovelace" in line
    ii.ok("snooze", str(proposed["Ada Lovelace"]), "in", "30", "days")
    (line,) = ii.ok("today").lines
    assert "1 conversation went quiet" in line
    ii.ok("move", bob, "no_reply", "--reason", "went quiet")
    assert ii.ok("today").lines == []
