"""Stories with a hundred events by the command line; what is owed was counted by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ii_tui.clock import Clock
from ii_tui.paths import Paths
from ii_tui.services import editing, people
from ii_tui.services.desk import Desk

from .conftest import Program
from .hundred import AGAIN, CROOKED, INTRODUCED, LEAP, PEOPLE, SETTINGS, STORY, play


def meet_people(ii: Program, settings: str) -> None:
    """Everybody is added, and what only the form takes is told to the form."""
    ii.settings(settings)
    ii.now = "2026-11-02T09:00:00+01:00"
    for line in PEOPLE:
        ii.add(line)
    desk = Desk.open(Paths.find(), Clock.from_env({"II_TUI_NOW": ii.now}))
    for line, values in PEOPLE.items():
        person = people.resolve(desk, line.split(",")[0].split(" @")[0])
        if values:
            editing.edit(desk, person, people.page(desk, person).rev, values)
    desk.close()


def here(ii: Program, now: str, command: tuple[str, ...]) -> Any:
    found = ii.ok(*command, now=now)
    return found.json if "--json" in command else None


def apart(ii: Program, now: str, command: tuple[str, ...]) -> Any:
    found = ii.apart(*command, env={"II_TUI_NOW": now})
    assert found.code == 0, (command, found.err)
    return json.loads(found.raw) if "--json" in command else None


def test_a_hundred_events_of_four_months(ii: Program) -> None:
    meet_people(ii, SETTINGS)
    events, compared = play(STORY, "Europe/Berlin", lambda now, command: here(ii, now, command))
    assert events + len(PEOPLE) >= 100
    assert compared >= 15


def test_a_spring_in_which_little_goes_straight(ii: Program) -> None:
    meet_people(ii, '[me]\nzone = "Europe/Berlin"\n')
    play(CROOKED, "Europe/Berlin", lambda now, command: here(ii, now, command))


def test_introductions_with_what_is_owed_to_both_sides(ii: Program) -> None:
    meet_people(ii, '[me]\nzone = "Europe/Berlin"\n')
    play(INTRODUCED, "Europe/Berlin", lambda now, command: here(ii, now, command))


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_hundred_events_each_a_program_of_its_own(ii: Program) -> None:
    meet_people(ii, SETTINGS)
    play(STORY, "Europe/Berlin", lambda now, command: apart(ii, now, command))


def test_a_weekend_of_friday_and_saturday(ii: Program) -> None:
    meet_people(ii, '[me]\nzone = "Asia/Dubai"\n[calendar]\nweekend = ["fri", "sat"]\n')
    play(AGAIN, "Asia/Dubai", lambda now, command: here(ii, now, command))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Chicago"])
def test_a_leap_day_at_both_ends_of_the_day(ii: Program, zone: str) -> None:
    meet_people(ii, f'[me]\nzone = "{zone}"\n')
    play(LEAP, zone, lambda now, command: here(ii, now, command))
