"""What is owed after the conversation: thanks, eight weeks, and staying in touch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import Fact, InterviewFacts, IntroductionFact, Settled
from tests.core.interviews import at, awaited, dues, event, hours, interview, meeting, tasks

HELD = meeting("2026-11-23 16:00", state="held")
MET = event("2026-11-23 18:00", "met", meeting="meeting", to="held")
POSTED = event("2026-11-24 12:00", "posted")
MAILED = event("2026-11-24 09:00", "sent", "thank_you_email")


def after(stage: str, *later: Fact, **more: Any) -> InterviewFacts:
    return interview(stage, MET, *later, **{"meetings": (HELD,), **more})


def test_the_same_day_owes_the_debrief_and_the_card_and_a_day_the_e_mail() -> None:
    facts = after("held", has_address=True)
    assert dues(facts) == {
        "debrief": "2026-11-23",
        "thank_card": "2026-11-23",
        "thank_email": "2026-11-24",
    }
    found = tasks(facts)
    assert {task.opens for task in found.values()} == {at("2026-11-23 16:30")}
    assert {task.cause for task in found.values()} == {"meeting"}
    assert found["thank_card"].title == "Post the card"
    assert found["thank_card"].reason == "You met on Monday 23 November."
    assert found["thank_email"].reason.endswith("thanks are best within 24 hours.")


def test_without_an_address_the_e_mail_stands_alone_and_offers_the_office() -> None:
    facts = after("held")
    assert list(dues(facts)) == ["debrief", "thank_email"]
    assert "the office's would do" in tasks(facts)["thank_email"].reason
    assert tasks(replace(facts, has_email=False))["thank_email"].title == "Send your thanks"


def test_the_e_mail_is_due_after_24_elapsed_hours_whatever_the_clocks_do() -> None:
    # The clocks went back in Chicago on Sunday 1 November 2026: that day had 25 hours.
    met = event("2026-10-31 23:30", "met", zone="America/Chicago")
    task = tasks(interview("held", met), zone="America/Chicago")["thank_email"]
    assert task.due == date(2026, 11, 1), "24 hours later it is 22:30 on Sunday"
    met = event("2026-03-07 23:30", "met", zone="America/Chicago")
    task = tasks(interview("held", met), zone="America/Chicago")["thank_email"]
    assert task.due == date(2026, 3, 9), "24 hours later it is 00:30 on Monday"
    assert task.opens + hours(24) == at("2026-03-09 00:30", "America/Chicago")


def test_a_posted_card_settles_the_e_mail_unless_both_were_chosen() -> None:
    facts = after("thanked", POSTED, has_address=True)
    assert list(dues(facts)) == ["debrief", "check_in"]
    both = replace(facts, both_thanks=True)
    assert list(dues(both)) == ["debrief", "thank_email", "check_in"]
    assert "thank_email" not in dues(after("thanked", MAILED, POSTED, both_thanks=True))


def test_a_sent_e_mail_leaves_the_card_owed_where_there_is_an_address() -> None:
    assert list(dues(after("thanked", MAILED))) == ["debrief", "check_in"]
    facts = after("thanked", MAILED, has_address=True)
    assert list(dues(facts)) == ["debrief", "thank_card", "check_in"]
    assert "thank_card" in dues(after("thanked", MAILED, both_thanks=True))
    assert "thank_card" not in dues(after("thanked", MAILED, POSTED, has_address=True))


def test_a_card_logged_as_sent_is_a_posted_card() -> None:
    sent = event("2026-11-24 12:00", "sent", "thank_you_card")
    assert list(dues(after("thanked", sent, has_address=True))) == ["debrief", "check_in"]


def test_the_introducer_is_thanked_right_after_the_meeting() -> None:
    facts = after("held", introducer="Ava")
    task = tasks(facts)["thank_introducer"]
    assert (task.title, task.due) == ("Thank Ava for the introduction", date(2026, 11, 23))
    sent = event("2026-11-23 19:00", "sent", "thank_introducer")
    assert "thank_introducer" not in dues(after("held", sent, introducer="Ava"))
    assert "thank_introducer" in dues(after("thanked", POSTED, introducer="Ava"))
    way = IntroductionFact("way", "Ava", "introduced", at("2026-11-01 10:00"))
    assert "thank_introducer" in dues(after("held", introduction=way))
    assert "thank_introducer" not in dues(
        after("held", introduction=replace(way, state="thanked"), introducer="Ava")
    )


def test_held_by_hand_counts_from_the_meeting_that_had_begun() -> None:
    moved = event("2026-11-24 09:00", "moved", to="held", uid="moved")
    facts = interview("held", moved, meetings=(replace(HELD, state="planned"),))
    assert tasks(facts)["debrief"].opens == at("2026-11-23 16:30")
    alone = interview("held", moved)
    assert tasks(alone)["debrief"].cause == "moved"


def test_meeting_again_owes_new_thanks() -> None:
    again = event("2027-02-01 12:00", "met", uid="again")
    facts = after("thanked", POSTED, again, has_address=True)
    assert tasks(facts)["debrief"].cause == "again"


def test_thanks_logged_before_the_word_that_they_met_count() -> None:
    met = event("2026-11-25 09:00", "met", meeting="meeting")
    facts = interview("held", POSTED, met, meetings=(HELD,), has_address=True)
    assert list(dues(facts)) == ["debrief", "check_in"]


# eight weeks


@pytest.mark.parametrize(
    ("posted", "zone", "due"),
    [
        ("2026-11-24 12:00", "UTC", "2027-01-19"),
        ("2026-02-16 22:30", "America/Chicago", "2026-04-13"),  # clocks go forward between
        ("2026-02-16 00:30", "America/Chicago", "2026-04-13"),
        ("2026-10-05 23:30", "Europe/Berlin", "2026-11-30"),  # clocks go back between
        ("2026-10-05 00:30", "Europe/Berlin", "2026-11-30"),
        ("2026-11-21 12:00", "UTC", "2027-01-16"),  # a Saturday stays one
    ],
)
def test_eight_weeks_are_56_days_on_the_wall(posted: str, zone: str, due: str) -> None:
    card = event(posted, "posted", zone=zone, uid="card")
    task = tasks(interview("thanked", card), zone=zone)["check_in"]
    assert (task.cause, task.due) == ("card", date.fromisoformat(due))
    assert task.opens == at(f"{due} 00:00", zone)
    assert date.fromisoformat(due) - date.fromisoformat(posted[:10]) == timedelta(days=56)


def test_eight_weeks_are_never_1344_hours() -> None:
    card = event("2026-10-05 00:30", "posted", zone="Europe/Berlin")
    task = tasks(interview("thanked", card), zone="Europe/Berlin")["check_in"]
    # 1,344 hours after it the wall in Berlin says 23:30 on the 29th.
    assert card.at + hours(1344) < task.opens
    assert task.due == date(2026, 11, 30)


def test_the_card_counts_before_the_e_mail_and_the_e_mail_where_there_is_no_card() -> None:
    both = tasks(after("thanked", MAILED, event("2026-11-26 12:00", "posted")))["check_in"]
    assert both.due == date(2027, 1, 21)
    assert both.reason == "Eight weeks since the card, posted on Thursday 26 November 2026."
    assert tasks(after("thanked", MAILED))["check_in"].due == date(2027, 1, 19)


def test_thanked_by_hand_counts_from_the_move_and_asks_for_no_more_thanks() -> None:
    moved = event("2026-11-24 09:00", "moved", to="thanked")
    assert dues(interview("thanked", moved, has_address=True)) == {"check_in": "2027-01-19"}


def test_a_check_in_on_a_holiday_of_either_side_rolls_forward() -> None:
    holiday = Calendar(holidays=frozenset({date(2027, 1, 19)}))
    facts = interview("thanked", POSTED)
    assert dues(facts, theirs=holiday) == {"check_in": "2027-01-20"}
    assert dues(facts, mine=holiday) == {"check_in": "2027-01-20"}


def test_nothing_waits_on_them_once_they_are_thanked() -> None:
    assert awaited(interview("thanked", POSTED)) is None


# in touch

TOUCH = event("2027-01-19 12:00", "sent", "check_in", to="in_touch", uid="touch")


def test_in_touch_a_check_in_is_owed_every_120_days() -> None:
    facts = after("in_touch", POSTED, TOUCH, has_address=True)
    task = tasks(facts)
    assert list(task) == ["check_in"]
    assert (task["check_in"].cause, task["check_in"].due) == ("touch", date(2027, 5, 19))
    assert task["check_in"].reason == "120 days since you were last in touch on Tuesday 19 January."


def test_the_cadence_is_the_person_s_own() -> None:
    facts = after("in_touch", POSTED, TOUCH, cadence_days=30)
    assert dues(facts) == {"check_in": "2027-02-18"}


@pytest.mark.parametrize("kind", ["received", "call", "met", "posted"])
def test_every_touch_begins_the_cadence_anew(kind: str) -> None:
    facts = after("in_touch", POSTED, TOUCH, event("2027-02-01 12:00", kind, uid="later"))
    assert tasks(facts)["check_in"].cause == "later"
    assert dues(facts)["check_in"] == "2027-06-01"


def test_being_away_and_thanking_the_introducer_are_no_touch() -> None:
    facts = after(
        "in_touch",
        TOUCH,
        event("2027-02-01 12:00", "received", answer="ooo"),
        event("2027-02-02 12:00", "sent", "thank_introducer"),
    )
    assert tasks(facts)["check_in"].cause == "touch"


def test_in_touch_by_hand_counts_from_the_move() -> None:
    moved = event("2027-02-01 12:00", "moved", to="in_touch", uid="moved")
    assert tasks(after("in_touch", POSTED, moved))["check_in"].cause == "moved"


@pytest.mark.parametrize(("done", "why"), [(True, "you checked in"), (False, "left out")])
def test_a_check_in_settled_by_hand_is_followed_by_the_next(done: bool, why: str) -> None:
    facts = after("thanked", POSTED)
    first = tasks(facts)["check_in"]
    settled = (Settled("check_in", first.cause, at("2027-01-22 09:00"), done),)
    task = tasks(replace(facts, settled=settled))["check_in"]
    assert task.due == date(2027, 5, 22)
    assert why in task.reason
    # And so on, each counted from the day of the one before.
    settled += (Settled("check_in", task.cause, at("2027-05-25 09:00"), True),)
    assert tasks(replace(facts, settled=settled))["check_in"].due == date(2027, 9, 22)
