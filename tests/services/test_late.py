"""What is logged late, and in any order: it counts from when it happened."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.stages import Answer, EventKind, Exit, Stage
from ii_tui.services import coming_in, history, interviews, people, settling, today, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.conftest import Hands
from tests.services.conftest import Look
from tests.services.living import new_desk
from tests.services.standing import recomputed, stored

MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)


def sent(kind: str | None) -> Touch:
    return Touch(EventKind.SENT, kind, "email")


def on(day: int) -> datetime:
    """So many days after Monday 2 November."""
    return MONDAY + timedelta(days=day)


def test_an_answer_that_was_logged_before_its_request_settles_it(
    desk: Desk, bob: int, look: Look
) -> None:
    coming_in.wrote(desk, bob, at=on(2))
    assert look.at(bob) is None
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    assert look.owed(bob) == {"answer": date(2026, 11, 5)}
    history.undo_last(desk)
    assert look.at(bob) is None
    history.redo_last(desk)
    assert look.owed(bob) == {"answer": date(2026, 11, 5)}


def test_an_answer_from_before_the_request_belongs_to_no_request(
    desk: Desk, bob: int, look: Look
) -> None:
    coming_in.wrote(desk, bob, at=on(0))
    touches.log(desk, bob, sent("meeting_request"), at=on(2))
    assert look.owed(bob) == {"follow_up": date(2026, 11, 13)}


def test_what_went_to_them_about_somebody_else_is_not_their_own_interview(
    desk: Desk, ada: int, bob: int, look: Look
) -> None:
    with desk.act("Asked") as act:
        touch = sent("intro_request")
        touches.log_to_introducer(
            act, ada, bob, touch, {"kind": "intro_request", "channel": "email", "body": "x"}
        )
    touches.log(desk, ada, sent("meeting_request"), at=on(0))
    assert look.owed(ada) == {"follow_up": date(2026, 11, 11)}
    assert sum(row.message_kind == "intro_request" for row in look.page(ada).timeline) == 1


def test_a_request_logged_after_the_thanks_is_no_touch_after_them(
    desk: Desk, bob: int, look: Look
) -> None:
    coming_in.met(desk, bob, at=on(5))
    touches.log(desk, bob, sent("thank_you_email"), at=on(6))
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    assert look.at(bob) == "thanked"
    # 56 days from Sunday 8 November.
    assert look.owed(bob)["check_in"] == date(2027, 1, 3)


def test_a_touch_logged_before_the_thanks_counts_as_one_after_them(
    desk: Desk, bob: int, look: Look
) -> None:
    coming_in.met(desk, bob, at=on(0))
    touches.log(desk, bob, sent("share"), at=on(10))
    touches.log(desk, bob, sent("thank_you_email"), at=on(1))
    # In touch on Thursday 12 November: 120 days are 18, 31, 31, 28 and 12 of March.
    assert look.owed(bob)["check_in"] == date(2027, 3, 12)


def test_a_meeting_logged_after_the_first_check_in_begins_no_second_interview(
    desk: Desk, bob: int, look: Look
) -> None:
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    interviews.move(desk, bob, Stage.IN_TOUCH)
    coming_in.met(desk, bob, at=on(5))
    assert len(look.page(bob).interviews) == 1
    assert set(look.owed(bob)) == {"check_in"}


def test_a_message_from_before_they_were_parked_brings_nobody_back(
    desk: Desk, bob: int, look: Look
) -> None:
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    interviews.close(desk, bob, Exit.PARKED, until=date(2026, 12, 7))
    touches.log(desk, bob, sent("linkedin_message"), at=on(1))
    assert look.at(bob) == "parked"
    assert look.owed(bob) == {"ask": date(2026, 12, 7)}
    touches.log(desk, bob, sent("meeting_request"))
    assert look.at(bob) == "requested"


def test_a_message_from_before_a_no_opens_nothing(desk: Desk, bob: int, look: Look) -> None:
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    coming_in.no(desk, bob)
    touches.log(desk, bob, sent("follow_up"), at=on(1))
    touches.log(desk, bob, sent("meeting_request"), at=on(1))
    assert look.at(bob) == "declined"
    assert set(look.owed(bob)) == {"reply_decline"}


STORIES: list[tuple[tuple[Touch, ...], set[tuple[str, date | None]]]] = [
    (
        (sent("reconnect"), Touch(EventKind.RECEIVED), sent("meeting_request")),
        {("follow_up", date(2026, 11, 13))},
    ),
    (
        (sent("meeting_request"), Touch(EventKind.RECEIVED, answer=Answer.OOO,
                                        until=date(2026, 11, 16)), sent("follow_up")),
        {("close", None)},
    ),
    (
        (sent("meeting_request"), Touch(EventKind.RECEIVED, answer=Answer.YES), sent(None)),
        {("schedule", date(2026, 11, 11))},
    ),
    (
        (sent("meeting_request"), sent("follow_up"), Touch(EventKind.CALL)),
        {("schedule", date(2026, 11, 11))},
    ),
    (
        (sent("meeting_request"), Touch(EventKind.MET), Touch(EventKind.POSTED, "thank_you_card"),
         sent("check_in")),
        # Four months from Thursday 5 November.
        {("check_in", date(2027, 3, 5))},
    ),
]  # fmt: skip
"""Touches of the days from Monday 2 November on, one a day, and what is owed by hand."""


@settings(max_examples=20, derandomize=True)
@given(st.data())
@pytest.mark.parametrize(("passed", "owed"), STORIES, ids=range(len(STORIES)))
def test_the_order_of_logging_means_nothing(
    passed: tuple[Touch, ...], owed: set[tuple[str, date | None]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(passed))))
    hands = Hands(MONDAY + timedelta(days=21))
    with tempfile.TemporaryDirectory() as folder, new_desk(Path(folder), hands) as desk:
        person = people.quick_add(desk, "Bob Byron <bob@example.org>")[0]
        for index in order:
            touches.log(desk, person, passed[index], at=on(index))
        # Where the card still stands at held, what was heard is to be written down as well.
        tasks = [task for task in people.page(desk, person).tasks if task.kind != "debrief"]
        assert {(task.kind, task.due) for task in tasks} == owed
        assert stored(desk) == recomputed(desk)


def test_a_follow_up_settled_by_hand_leaves_a_close_to_propose(
    desk: Desk, bob: int, look: Look, hands: Hands
) -> None:
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    (task,) = look.page(bob).tasks
    hands.at = on(9)  # Wednesday 11 November
    settling.done(desk, task.id)
    # Ten business days: 12, 13, 16 to 20, 23 to 25.
    (close,) = look.page(bob).tasks
    assert (close.kind, close.due) == ("close", None)
    assert close.opens == datetime(2026, 11, 25, tzinfo=UTC)
    assert close.reason == "You settled it by hand on Wednesday 11 November; no answer since."
    history.undo_last(desk)
    assert set(look.owed(bob)) == {"follow_up"}
    history.redo_last(desk)
    assert set(look.owed(bob)) == {"close"}
    coming_in.wrote(desk, bob)
    assert set(look.owed(bob)) == {"answer"}
    assert stored(desk) == recomputed(desk)


def test_an_answer_settled_by_hand_waits_for_a_time(
    desk: Desk, bob: int, look: Look, hands: Hands
) -> None:
    touches.log(desk, bob, sent("meeting_request"), at=on(0))
    coming_in.wrote(desk, bob, at=on(1))
    (task,) = look.page(bob).tasks
    hands.at = on(1)
    settling.done(desk, task.id)
    # Five business days after Tuesday 3: 4, 5, 6, 9, 10.
    assert look.owed(bob) == {"schedule": date(2026, 11, 10)}
    (row,) = today.waiting_on_them(desk)
    assert row.what == "their word on a time"
    history.undo_last(desk)
    settling.skip(desk, look.page(bob).tasks[0].id)
    assert look.owed(bob) == {"schedule": date(2026, 11, 10)}, "it is somebody's turn"
