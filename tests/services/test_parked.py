"""Parked people come back on their day, may be moved, and are revived earlier."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ii_tui.core.stages import Exit, Stage
from ii_tui.services import coming_in, history, interviews, people, settling, today
from ii_tui.services.desk import Desk
from ii_tui.services.times import day_ahead
from tests.conftest import Hands
from tests.services.conftest import Look


def asked_now(desk: Desk, person: int) -> list[str]:
    return [task.title for task in today.open_tasks(desk) if task.person_id == person]


def until(desk: Desk, person: int) -> str:
    found = people.page(desk, person).interview
    assert found is not None
    return "" if found.parked_until is None else found.parked_until.isoformat()


@pytest.fixture
def parked(desk: Desk, ada: int) -> int:
    """Ada asked for later, in three weeks: Tuesday 15 December."""
    interviews.move(desk, ada, Stage.REQUESTED)
    coming_in.later(desk, ada, day_ahead(desk, "in 3 weeks"))
    return ada


def test_they_come_back_on_their_day(desk: Desk, parked: int, hands: Hands) -> None:
    assert (until(desk, parked), asked_now(desk, parked)) == ("2026-12-15", [])
    for _ in range(20):
        hands.forward(days=1)
        assert asked_now(desk, parked) == []
    hands.at = hands.at.replace(hour=0, minute=0) + timedelta(days=1)
    assert asked_now(desk, parked) == ["Ask again"]


def test_a_day_in_the_weekend_rolls_on(desk: Desk, ada: int, hands: Hands) -> None:
    coming_in.later(desk, ada, day_ahead(desk, "12 december"))  # a Saturday
    hands.at = hands.at.replace(month=12, day=13)
    assert asked_now(desk, ada) == []
    hands.forward(days=1)
    assert asked_now(desk, ada) == ["Write to them again"]


def test_moving_what_is_owed_moves_the_day(desk: Desk, parked: int, hands: Hands) -> None:
    """The drawer, the page and the reason say the day that counts."""
    (task,) = people.page(desk, parked).tasks
    settling.snooze(desk, task.id, "12 january 2027")
    (task,) = people.page(desk, parked).tasks
    assert until(desk, parked) == "2027-01-12"
    assert "12 January" in task.reason
    card = interviews.the_board(desk).closed[0]
    assert str(card.parked_until) == "2027-01-12"
    hands.at = hands.at.replace(year=2027, month=1, day=11)
    assert asked_now(desk, parked) == []
    hands.forward(days=1)
    assert asked_now(desk, parked) == ["Ask again"]
    history.undo_last(desk)
    assert until(desk, parked) == "2026-12-15"


def test_revived_earlier_nothing_waits_for_the_day(
    desk: Desk, parked: int, look: Look, hands: Hands
) -> None:
    hands.forward(days=3)
    interviews.revive_person(desk, parked)
    assert look.at(parked) == "requested"
    assert until(desk, parked) == ""
    due = [task.due for task in people.page(desk, parked).tasks]
    assert desk.today().replace(month=12, day=15) not in due
    history.undo_last(desk)
    assert (look.at(parked), until(desk, parked)) == ("parked", "2026-12-15")


@pytest.mark.parametrize("exit_", [exit_ for exit_ in Exit if exit_ is not Exit.CONTINUED])
def test_every_exit_is_entered_with_a_reason_and_revived(
    desk: Desk, ada: int, look: Look, exit_: Exit
) -> None:
    interviews.move(desk, ada, Stage.SCHEDULED)
    day = desk.today() + timedelta(days=20)
    interviews.close(desk, ada, exit_, "because", day if exit_ is Exit.PARKED else None)
    (card,) = interviews.the_board(desk).closed
    assert (card.exit, card.exit_reason) == (exit_, "because")
    assert card.parked_until == (day if exit_ is Exit.PARKED else None)
    assert interviews.the_board(desk).cards == ()
    interviews.revive(desk, card.interview_id)
    assert look.at(ada) == "scheduled"
    (card,) = interviews.the_board(desk).cards
    assert (card.exit, card.exit_reason, card.parked_until) == (None, "", None)
    history.undo_last(desk)
    assert look.at(ada) == exit_.value
