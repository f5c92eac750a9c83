"""What is owed by interviews that left the board or came back, and what is promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ii_tui.core.facts import InterviewFacts, PromiseFact
from ii_tui.core.stages import Exit
from tests.core.interviews import at, awaited, dues, event, interview, tasks

ASKED = event("2026-03-02 10:00", "sent", "meeting_request")
OPENED = event("2026-02-27 09:00", "opened")
CHOSEN = interview("identified", OPENED)


# revived


def test_what_is_taken_up_again_months_later_is_asked_anew() -> None:
    facts = interview(
        "requested",
        ASKED,
        event("2026-03-11 10:00", "sent", "follow_up"),
        event("2026-04-01 10:00", "closed"),
        event("2026-09-01 10:00", "revived", uid="again"),
    )
    assert {kind: task.cause for kind, task in tasks(facts).items()} == {"ask": "again"}
    asked = interview(
        "requested", *facts.events, event("2026-09-02 10:00", "sent", "meeting_request")
    )
    assert dues(asked) == {"follow_up": "2026-09-11"}


def test_a_close_taken_back_the_same_day_restarts_no_clock() -> None:
    facts = interview(
        "requested",
        ASKED,
        event("2026-03-05 10:00", "closed"),
        event("2026-03-05 10:01", "revived"),
    )
    assert dues(facts) == {"follow_up": "2026-03-11"}


def test_what_came_in_while_it_was_closed_is_answered_once_it_is_revived() -> None:
    facts = interview(
        "replied",
        ASKED,
        event("2026-03-25 10:00", "closed"),
        event("2026-04-14 10:00", "received", answer="yes", uid="late"),
        event("2026-04-15 10:00", "revived", to="replied"),
    )
    assert {kind: task.cause for kind, task in tasks(facts).items()} == {"answer": "late"}


def test_a_request_sent_while_parked_is_followed_up_once_it_is_revived() -> None:
    facts = interview(
        "requested",
        event("2026-01-05 10:00", "sent", "meeting_request"),
        event("2026-01-07 10:00", "received", answer="later", until="2026-03-02"),
        event("2026-01-07 10:00", "closed"),
        ASKED,
        event("2026-03-03 10:00", "revived", to="requested"),
    )
    assert dues(facts) == {"follow_up": "2026-03-11"}


def test_revived_after_thanks_for_a_no_it_begins_anew() -> None:
    facts = interview(
        "warming",
        event("2026-01-05 10:00", "sent", "reconnect"),
        event("2026-01-07 10:00", "received", answer="no"),
        event("2026-01-07 10:00", "closed"),
        event("2026-01-08 10:00", "sent", "decline"),
        event("2026-09-01 10:00", "revived", to="warming", uid="again"),
    )
    assert {kind: task.cause for kind, task in tasks(facts).items()} == {"reach_out": "again"}


# exits


@pytest.mark.parametrize("exit_", ["no_reply", "dormant", "lapsed", "cancelled"])
def test_most_exits_owe_nothing(exit_: str) -> None:
    closed = event("2026-03-20 10:00", "closed")
    promise = PromiseFact("p", True, "the report", None, False)
    facts = interview("requested", ASKED, closed, exit=Exit(exit_), promises=(promise,))
    assert tasks(facts) == {}
    assert awaited(facts) is None


def test_one_that_a_new_interview_followed_still_owes_what_was_promised() -> None:
    closed = event("2026-03-20 10:00", "closed")
    promise = PromiseFact("p", True, "the report", None, False)
    facts = interview("in_touch", ASKED, closed, exit=Exit.CONTINUED, promises=(promise,))
    assert set(tasks(facts)) == {"promise"}


def test_a_decline_is_thanked_for_within_a_business_day() -> None:
    no = event("2026-03-06 10:00", "received", answer="no", uid="no")
    closed = event("2026-03-06 10:01", "closed")
    facts = interview("requested", ASKED, no, closed, exit=Exit.DECLINED)
    task = tasks(facts)["reply_decline"]
    assert (task.cause, task.due) == ("no", date(2026, 3, 9))
    assert task.message_kind == "decline"
    thanked = event("2026-03-06 12:00", "sent", "decline")
    assert tasks(interview("requested", ASKED, no, closed, thanked, exit=Exit.DECLINED)) == {}
    assert tasks(interview("requested", ASKED, no, thanked, closed, exit=Exit.DECLINED)) == {}


def test_who_named_someone_else_and_was_closed_is_thanked_for_the_name() -> None:
    named = event("2026-03-06 10:00", "received", answer="refer", uid="named")
    closed = event("2026-03-06 10:00", "closed")
    task = tasks(interview("requested", ASKED, named, closed, exit=Exit.DECLINED))["reply_decline"]
    assert (task.cause, task.title) == ("named", "Thank them for the name")
    assert task.reason == "They named someone else on Friday 6 March."


def test_a_decline_nobody_logged_is_thanked_for_from_the_closing() -> None:
    closed = event("2026-03-06 10:00", "closed", uid="closed")
    facts = interview("requested", ASKED, closed, exit=Exit.DECLINED)
    assert tasks(facts)["reply_decline"].cause == "closed"


@pytest.mark.parametrize(
    ("stage", "kind"), [("identified", "reach_out"), ("warming", "reach_out"), ("replied", "ask")]
)
def test_parked_comes_back_on_its_day(stage: str, kind: str) -> None:
    parked = event("2026-03-06 10:00", "closed", uid="parked")
    facts = interview(
        stage, OPENED, parked, exit=Exit.PARKED, parked_until=date(2026, 6, 6)
    )  # a Saturday
    task = tasks(facts)[kind]
    assert (task.cause, task.due) == ("parked", date(2026, 6, 8))
    assert task.opens == at("2026-06-08 00:00")
    assert task.reason == "You said you would ask again on Saturday 6 June."
    asked = event("2026-06-08 10:00", "sent", "meeting_request")
    assert tasks(replace(facts, events=(*facts.events, replace(asked, seq=9)))) == {}
    assert tasks(replace(facts, parked_until=None)) == {}


# flags and promises


@pytest.mark.parametrize("flag", ["do_not_contact", "archived"])
def test_who_is_left_alone_is_owed_nothing(flag: str) -> None:
    facts = interview("requested", ASKED, **{flag: True})
    assert tasks(facts) == {}
    assert awaited(facts) is None


def test_my_promises_are_owed_until_they_are_kept() -> None:
    report = PromiseFact("p", mine=True, text="the report", due=None, done=False)

    def promising(promise: PromiseFact) -> InterviewFacts:
        return replace(CHOSEN, promises=(promise,))

    task = tasks(promising(replace(report, due=date(2026, 3, 7))))["promise"]
    assert (task.cause, task.due) == ("p", date(2026, 3, 7)), "a promised day is not rolled"
    assert task.reason == "You promised: the report"
    assert tasks(promising(report))["promise"].opens == at("2026-02-27 09:00")
    assert "promise" not in tasks(promising(replace(report, done=True)))
    assert "promise" not in tasks(promising(replace(report, mine=False)))
    theirs = awaited(promising(replace(report, mine=False)))
    assert theirs is not None
    assert theirs.what == "what they promised: the report"
