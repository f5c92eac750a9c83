"""Facts of an interview as they are stored: the introduction that leads to it."""

from __future__ import annotations

import pytest

from ii_tui.core.dates import instant_text
from ii_tui.core.quickadd import parse_quick
from ii_tui.services import coming_in, history, interviews, people
from ii_tui.services.desk import Desk
from ii_tui.store import facts
from ii_tui.store.rows import add_row
from ii_tui.store.tables import Introduction


@pytest.fixture
def ada(desk: Desk) -> int:
    """Ada, on the board."""
    person, _ = people.quick_add(desk, "Ada Lovelace")
    interviews.start(desk, person)
    return person


def introduce(desk: Desk, introducer: int, person: int, state: str) -> None:
    """Keeps how far an introduction has come."""
    interview = people.page(desk, person).interviews[0].id
    with desk.act(f"Introduction: {state}") as act:
        add_row(
            act.db, Introduction, introducer=introducer, person=person, interview=interview,
            state=state, at=instant_text(act.now),
        )  # fmt: skip
        act.touch_interview(interview)


@pytest.mark.parametrize(
    ("state", "owed"), [("introduced", {"ask", "nudge"}), ("asked", {"reach_out"})]
)
def test_an_introduction_decides_what_is_owed(
    desk: Desk, ada: int, state: str, owed: set[str]
) -> None:
    bob, _ = people.quick_add(desk, "Bob Byron")
    introduce(desk, bob, ada, state)
    interview = people.page(desk, ada).interviews[0].id
    known = facts.of_interviews(desk.store.db, [interview])[interview].facts.introduction
    assert known is not None
    assert (known.introducer, known.state) == ("Bob", state)
    assert (known.introduced_at == desk.now()) == (state == "introduced")
    assert {task.kind for task in people.page(desk, ada).tasks} == owed
    history.undo_last(desk)
    assert {task.kind for task in people.page(desk, ada).tasks} == {"reach_out"}


def test_a_name_that_was_given_is_no_introduction_yet(desk: Desk, ada: int) -> None:
    grace, _ = coming_in.referred(desk, ada, parse_quick("Grace Hopper"))
    interview = people.page(desk, grace).interviews[0].id
    known = facts.of_interviews(desk.store.db, [interview])[interview].facts
    assert known.introduction is None
    assert known.introducer == "Ada"
