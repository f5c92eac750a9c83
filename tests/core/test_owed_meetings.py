"""What is owed between an agreed time and the word that it took place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import Fact, InterviewFacts, PipelineNumbers
from ii_tui.core.stages import Exit
from tests.core.interviews import at, awaited, dues, event, interview, meeting, tasks

MADE = event("2026-11-16 10:00", "meeting_made", meeting="meeting", to="scheduled")
COFFEE = meeting("2026-11-25 10:00")  # a Wednesday


def scheduled(*later: Fact, stage: str = "scheduled", **more: Any) -> InterviewFacts:
    return interview(stage, MADE, *later, **{"meetings": (COFFEE,), **more})


def test_an_agreed_time_owes_the_invite_the_preparation_and_the_confirmation() -> None:
    facts = scheduled(meetings=(replace(COFFEE, invite_sent=False),))
    assert dues(facts) == {
        "send_invite": "2026-11-16",
        "prepare": "2026-11-23",
        "confirm": "2026-11-24",
        "did_it_happen": "2026-11-25",
    }
    found = tasks(facts)
    assert {task.cause for task in found.values()} == {"meeting@2026-11-25T10:00Z"}
    assert {task.meeting for task in found.values()} == {"meeting"}
    assert found["send_invite"].opens == at("2026-11-16 10:00")
    assert found["prepare"].opens == at("2026-11-23 00:00")
    assert found["confirm"].opens == at("2026-11-24 00:00")
    assert found["did_it_happen"].opens == at("2026-11-25 10:30"), "when it is over"
    assert found["confirm"].title == "Confirm the coffee"
    assert found["confirm"].reason == "You meet on Wednesday 25 November at 10:00."
    assert found["confirm"].message_kind == "confirmation"
    assert found["confirm"].moot == COFFEE.starts
    assert found["did_it_happen"].moot is None


def test_a_confirmation_logged_after_the_meeting_waits_for_nothing() -> None:
    late = scheduled(event("2026-11-25 18:00", "sent", "confirmation"), stage="confirmed")
    assert awaited(late) is None
    assert set(dues(late)) >= {"did_it_happen"}


@pytest.mark.parametrize(
    ("format_", "title"),
    [
        ("coffee", "Confirm the coffee"),
        ("lunch", "Confirm the lunch"),
        ("office", "Confirm the visit"),
        ("video", "Confirm the video call"),
        ("call", "Confirm the call"),
        ("", "Confirm the meeting"),
    ],
)
def test_the_title_names_what_it_is(format_: str, title: str) -> None:
    assert tasks(scheduled(meetings=(replace(COFFEE, format=format_),)))["confirm"].title == title


def test_the_invite_is_owed_once_and_needs_an_e_mail() -> None:
    assert "send_invite" not in dues(scheduled())
    unsent = (replace(COFFEE, invite_sent=False),)
    invited = event("2026-11-16 11:00", "sent", "invite_text")
    assert "send_invite" not in dues(scheduled(invited, meetings=unsent))
    task = tasks(scheduled(meetings=unsent, has_email=False))["send_invite"]
    assert "ask for their e-mail first" in task.reason


def test_a_monday_meeting_confirms_on_friday_and_says_that_it_is_early() -> None:
    task = tasks(scheduled(meetings=(meeting("2026-11-23 10:00"),)))["confirm"]
    assert task.due == date(2026, 11, 20)
    assert task.reason.endswith("over 48 hours early, for no business day lies between.")


def test_a_confirmation_is_not_due_on_a_sunday_here_because_it_is_monday_there() -> None:
    """Tuesday 24 November, 10:00 in Auckland: its Monday, 09:00, is Sunday evening in Berlin."""
    facts = scheduled(meetings=(meeting("2026-11-24 10:00", "Pacific/Auckland", format="video"),))
    task = tasks(facts, zone="Europe/Berlin")["confirm"]
    assert task.due == date(2026, 11, 20)
    assert "over 48 hours early" in task.reason
    # On Wednesday 25 it is Tuesday there and Monday here.
    facts = scheduled(meetings=(meeting("2026-11-25 10:00", "Pacific/Auckland", format="video"),))
    task = tasks(facts, zone="Europe/Berlin")["confirm"]
    assert task.due == date(2026, 11, 23)
    assert "early" not in task.reason


def test_a_holiday_rolls_the_confirmation_back_and_the_preparation_too() -> None:
    thanksgiving = Calendar(holidays=frozenset({date(2026, 11, 26)}))
    facts = scheduled(meetings=(meeting("2026-11-27 10:00"),))
    found = dues(facts, theirs=thanksgiving)
    assert (found["confirm"], found["prepare"]) == ("2026-11-25", "2026-11-24")
    assert "early" not in tasks(facts, theirs=thanksgiving)["confirm"].reason


def test_agreed_late_nothing_is_due_before_it_was_agreed() -> None:
    made = event("2026-11-24 15:00", "meeting_made", meeting="meeting")
    found = dues(interview("scheduled", made, meetings=(COFFEE,)))
    assert (found["confirm"], found["prepare"]) == ("2026-11-24", "2026-11-24")


def test_agreed_for_the_same_day_there_is_nothing_to_confirm() -> None:
    made = event("2026-11-25 08:00", "meeting_made", meeting="meeting")
    found = dues(interview("scheduled", made, meetings=(COFFEE,)))
    assert "confirm" not in found
    assert found["prepare"] == "2026-11-25"


def test_a_meeting_logged_when_it_is_over_only_asks_whether_it_happened() -> None:
    made = event("2026-11-26 08:00", "meeting_made", meeting="meeting")
    assert list(dues(interview("scheduled", made, meetings=(COFFEE,)))) == ["did_it_happen"]


def test_the_confirmation_is_settled_by_sending_it_and_nobody_owes_an_answer() -> None:
    sent = event("2026-11-24 09:00", "sent", "confirmation", to="confirmed")
    facts = scheduled(sent, stage="confirmed")
    assert "confirm" not in dues(facts)
    assert "did_it_happen" in dues(facts)
    assert awaited(facts) is None
    stands = event("2026-11-24 12:00", "confirmed", meeting="meeting")
    assert awaited(scheduled(sent, stands, stage="confirmed")) is None


def test_they_confirmed_unasked() -> None:
    stands = event("2026-11-23 12:00", "confirmed", meeting="meeting")
    assert "confirm" not in dues(scheduled(stands))


def test_a_moved_meeting_is_invited_prepared_and_confirmed_anew() -> None:
    sent = event("2026-11-24 09:00", "sent", "confirmation", to="confirmed")
    moved = event("2026-11-24 12:00", "meeting_moved", meeting="meeting")
    later = meeting("2026-12-02 10:00", invite_sent=False)
    facts = scheduled(sent, moved, stage="confirmed", meetings=(later,))
    assert dues(facts) == {
        "send_invite": "2026-11-24",
        "prepare": "2026-11-30",
        "confirm": "2026-12-01",
        "did_it_happen": "2026-12-02",
    }
    assert {task.cause for task in tasks(facts).values()} == {"meeting@2026-12-02T10:00Z"}


def test_a_cancelled_meeting_owes_nothing_but_a_new_time() -> None:
    cancelled = event("2026-11-20 12:00", "meeting_cancelled", meeting="meeting", uid="off")
    facts = scheduled(cancelled, meetings=(replace(COFFEE, state="cancelled"),))
    assert dues(facts) == {"schedule": "2026-11-23"}
    task = tasks(facts)["schedule"]
    assert (task.cause, task.title, task.message_kind) == (
        "off",
        "Agree on a new time",
        "reschedule",
    )
    asked = event("2026-11-23 09:00", "sent", "reschedule")
    silent = replace(facts, events=(*facts.events, replace(asked, seq=9)))
    assert dues(silent) == {"schedule": "2026-11-30"}


def test_scheduled_by_hand_owes_writing_down_the_time() -> None:
    task = tasks(interview("scheduled", event("2026-11-16 10:00", "moved", to="scheduled")))
    assert list(task) == ["schedule"]
    assert task["schedule"].title == "Write down the time"


@pytest.mark.parametrize(("answer", "kind"), [("no", "reply_decline"), ("later", "answer")])
def test_who_takes_it_back_is_answered_and_not_asked_to_confirm(answer: str, kind: str) -> None:
    word = event("2026-11-20 10:00", "received", answer=answer, until=None)
    found = dues(scheduled(word))
    assert "confirm" not in found
    assert found[kind] == "2026-11-23"


def test_days_are_those_of_my_wall_and_the_confirmation_goes_by_theirs() -> None:
    # 09:00 in Tokyo on the 26th is the evening of the 25th in Chicago.
    facts = scheduled(meetings=(meeting("2026-11-26 09:00", "Asia/Tokyo"),))
    found = tasks(facts, zone="America/Chicago")
    assert found["prepare"].due == date(2026, 11, 23)
    assert found["confirm"].due == date(2026, 11, 24), "09:00 on the 25th there"
    assert found["did_it_happen"].due == date(2026, 11, 25)
    assert found["confirm"].reason == "You meet on Thursday 26 November at 09:00."


# nobody came


def test_they_did_not_come_and_are_written_to_once() -> None:
    closed = event("2026-11-25 10:20", "closed")
    facts = scheduled(
        closed,
        stage="confirmed",
        exit=Exit.NO_SHOW,
        meetings=(replace(COFFEE, state="no_show"),),
    )
    task = tasks(facts)["no_show"]
    assert (task.opens, task.due) == (at("2026-11-25 10:15"), date(2026, 11, 25))
    assert task.cause == "meeting@2026-11-25T10:00Z"
    wrote = replace(event("2026-11-25 10:30", "sent"), seq=9)
    assert tasks(replace(facts, events=(*facts.events, wrote))) == {}
    late = replace(event("2026-11-25 10:05", "sent", "running_late"), seq=9)
    assert list(tasks(replace(facts, events=(*facts.events, late)))) == ["no_show"]
    sorry = replace(event("2026-11-25 11:00", "received"), seq=9)
    assert dues(replace(facts, events=(*facts.events, sorry))) == {"answer": "2026-11-26"}


def test_the_wait_for_who_does_not_come_is_a_setting() -> None:
    facts = scheduled(exit=Exit.NO_SHOW, meetings=(replace(COFFEE, state="no_show"),))
    task = tasks(facts, numbers=PipelineNumbers(no_show_minutes=20))["no_show"]
    assert task.opens == at("2026-11-25 10:20")


def test_a_missed_meeting_still_on_the_board_is_written_about_and_then_waited_on() -> None:
    facts = scheduled(stage="confirmed", meetings=(replace(COFFEE, state="no_show"),))
    assert list(tasks(facts)) == ["no_show"]
    wrote = replace(event("2026-11-25 10:30", "sent", "reschedule"), seq=9)
    assert dues(replace(facts, events=(*facts.events, wrote))) == {"schedule": "2026-12-02"}


def test_no_show_without_any_meeting_goes_by_the_closing() -> None:
    closed = event("2026-11-25 10:20", "closed", uid="closed")
    facts = interview("confirmed", closed, exit=Exit.NO_SHOW)
    assert tasks(facts)["no_show"].cause == "closed"


def test_revived_after_a_no_show_a_new_time_is_owed() -> None:
    facts = scheduled(
        event("2026-11-25 10:20", "closed"),
        event("2026-12-07 10:00", "revived", uid="again"),
        stage="confirmed",
        meetings=(replace(COFFEE, state="no_show"),),
    )
    assert {kind: task.cause for kind, task in tasks(facts).items()} == {"schedule": "again"}
