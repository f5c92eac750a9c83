"""Interviews that do not go straight: each day is counted by hand, in the comment beside it."""

from __future__ import annotations

from datetime import datetime

import pytest

from ii_tui.clock import Clock
from ii_tui.core.quickadd import parse_quick
from ii_tui.paths import Paths
from ii_tui.services import coming_in
from ii_tui.services.desk import Desk

from .conftest import Program

WHO = "Ada Lovelace"


@pytest.fixture
def asked(ii: Program, ada: str) -> Program:
    """The request went out on Monday 16 November 2026 at 10:00; all is in UTC."""
    ii.now = "2026-11-16T10:00:00+00:00"
    ii.ok("log", ada, "sent", "--kind", "meeting_request", "--channel", "email")
    return ii


def test_parked_and_back(asked: Program) -> None:
    ii = asked
    ii.now = "2026-11-17T11:00:00+00:00"
    ii.ok("log", "ada", "received", "--answer", "later", "--until", "2027-01-09")
    ii.ok("move", "ada", "parked", "--until", "2027-01-09", "--reason", "after the holidays")
    assert ii.stage("ada") == ("requested", "parked")
    assert ii.owed() == []
    # 9 January 2027 is a Saturday: it rolls to Monday 11.
    assert ii.owed("2027-01-10T23:59:00+00:00") == []
    (task,) = ii.ok("today", "--json", now="2027-01-11T00:00:00+00:00").json
    assert (task["kind"], task["due"]) == ("ask", "2027-01-11")

    ii.now = "2027-01-11T09:00:00+00:00"
    ii.ok("log", "ada", "sent", "--kind", "meeting_request", "--channel", "email")
    assert ii.stage("ada") == ("requested", None)  # asking again revives it
    assert ii.owed() == []
    # Seven: Tue 12, Wed 13, Thu 14, Fri 15, Mon 18, Tue 19, Wed 20 January.
    assert ii.owed("2027-01-19T23:59:00+00:00") == []
    assert ii.owed("2027-01-20T00:00:00+00:00") == [("follow_up", WHO, "2027-01-20")]


def test_later_without_parking(asked: Program) -> None:
    ii = asked
    ii.now = "2026-11-17T11:00:00+00:00"
    ii.ok("log", "ada", "received", "--answer", "later", "--until", "2026-12-04")
    assert ii.stage("ada") == ("requested", None)
    # The follow-up (Wed 25 November) waits no more; on the day they named they are asked again.
    assert ii.owed("2026-12-03T23:59:00+00:00") == []
    assert ii.owed("2026-12-04T00:00:00+00:00") == [("ask", WHO, "2026-12-04")]


def test_out_of_office(asked: Program) -> None:
    ii = asked
    ii.now = "2026-11-17T11:00:00+00:00"
    ii.ok("log", "ada", "received", "--answer", "ooo", "--until", "2026-11-23")
    assert ii.stage("ada") == ("requested", None)
    # Silence begins on Monday 23: Tue 24, Wed 25, Thu 26, Fri 27, Mon 30, Tue 1, Wed 2 December.
    assert ii.owed("2026-12-01T23:59:00+00:00") == []
    assert ii.owed("2026-12-02T00:00:00+00:00") == [("follow_up", WHO, "2026-12-02")]


def test_declined(asked: Program) -> None:
    ii = asked
    ii.now = "2026-11-20T16:00:00+00:00"  # a Friday
    ii.ok("log", "ada", "received", "--answer", "no", "--text", "Too busy, sorry")
    ii.ok("move", "ada", "declined", "--reason", "too busy")
    (task,) = ii.ok("today", "--json").json
    assert (task["kind"], task["due"]) == ("reply_decline", "2026-11-23")  # the next business day
    assert task["reason"] == "They said no on Friday 20 November."
    ii.ok("log", "ada", "sent", "--kind", "decline", "--channel", "email")
    assert ii.stage("ada") == ("requested", "declined")  # thanks do not open it again
    assert ii.owed("2027-06-01T09:00:00+00:00") == []
    ii.ok("undo")
    assert ii.owed() == [("reply_decline", WHO, "2026-11-23")]


def test_no_show(ii: Program, ada: str) -> None:
    ii.now = "2026-11-20T09:00:00+00:00"
    ii.ok("meet", ada, "--at", "2026-11-24 10:00", "--format", "coffee")
    ii.now = "2026-11-24T10:05:00+00:00"
    ii.ok("move", ada, "no_show", "--reason", "nobody came")
    assert ii.ok("show", ada, "--json").json["meetings"][0]["state"] == "no_show"
    # A quarter of an hour is waited for, then one message is owed.
    assert ii.owed("2026-11-24T10:14:00+00:00") == []
    assert ii.owed("2026-11-24T10:15:00+00:00") == [("no_show", WHO, "2026-11-24")]

    ii.now = "2026-11-24T11:00:00+00:00"
    ii.ok("log", ada, "sent", "--kind", "reschedule", "--channel", "email")
    assert ii.owed("2027-06-01T09:00:00+00:00") == []

    ii.now = "2026-11-25T09:00:00+00:00"  # Wednesday: they are sorry
    ii.ok("log", ada, "received", "--answer", "yes", "--text", "So sorry! Monday?")
    assert ii.owed() == [("answer", WHO, "2026-11-26")]
    ii.ok("move", ada, "replied")
    ii.ok("meet", ada, "--at", "2026-11-30 10:00")
    assert ii.stage(ada) == ("scheduled", None)
    # Confirmed on Friday 27 for Monday 30.
    assert ("confirm", WHO, "2026-11-27") in ii.owed("2026-11-27T09:00:00+00:00")


def test_they_name_someone_else(asked: Program) -> None:
    ii = asked
    ii.now = "2026-11-17T11:00:00+00:00"
    with_clock = Clock.fixed(datetime.fromisoformat(ii.now))
    desk = Desk.open(Paths.find(), with_clock)
    other, words = coming_in.referred(desk, 1, parse_quick("Grace Hopper, Admiral @ Navy"))
    desk.close()
    assert words == "Ada Lovelace sent you to Grace Hopper, who is on the board"
    grace = ii.ok("show", str(other), "--json").json
    assert (grace["introducer"], grace["interviews"][0]["stage"]) == (WHO, "identified")
    assert ii.stage("ada") == ("requested", "declined")
    assert ii.owed() == [
        ("reply_decline", WHO, "2026-11-18"),
        ("reach_out", "Grace Hopper", None),
    ]

    # The whole way with Grace; then the introducer is told.
    ii.now = "2026-11-18T09:00:00+00:00"
    ii.ok("log", "ada", "sent", "--kind", "decline")
    ii.ok("log", "grace", "sent", "--kind", "meeting_request")
    ii.ok("log", "grace", "met", "--at", "today 8:30")
    assert ("thank_introducer", "Grace Hopper", "2026-11-18") in ii.owed()
    ii.ok("log", "grace", "sent", "--kind", "thank_introducer")
    assert "thank_introducer" not in {kind for kind, _, _ in ii.owed()}


def test_a_referral_by_command_alone_is_thanked_for(asked: Program) -> None:
    asked.now = "2026-11-17T11:00:00+00:00"
    asked.ok("log", "ada", "received", "--answer", "refer", "--text", "Ask Grace")
    assert asked.stage("ada") == ("requested", None)
    assert asked.owed() == [("answer", WHO, "2026-11-18")]


def test_my_holidays_are_no_business_days(ii: Program, ada: str) -> None:
    ii.settings('[calendar]\ncountry = "US"\ndays_off = ["2026-11-27"]\n')
    ii.now = "2026-11-23T10:00:00+00:00"
    ii.ok("log", ada, "sent", "--kind", "meeting_request")
    # Tue 24, Wed 25, not Thanksgiving, not my Friday, Mon 30, Tue 1, Wed 2, Thu 3, Fri 4 December.
    assert ii.owed("2026-12-03T23:59:00+00:00") == []
    assert ii.owed("2026-12-04T00:00:00+00:00") == [("follow_up", WHO, "2026-12-04")]


def test_moved_and_cancelled_take_their_reminders_along(ii: Program, ada: str) -> None:
    ii.now = "2026-11-20T09:00:00+00:00"
    ii.ok("meet", ada, "--at", "2026-11-24 10:00")
    ii.ok("meet", ada, "--at", "2026-12-08 10:00")
    kinds = {kind for kind, _, _ in ii.owed("2026-11-25T09:00:00+00:00")}
    assert kinds == {"send_invite"}
    ii.ok("meet", ada, "--cancel")
    kinds = {kind for kind, _, _ in ii.owed("2026-12-09T09:00:00+00:00")}
    assert not kinds & {"send_invite", "prepare", "confirm", "did_it_happen"}
    assert kinds  # but a new time is owed
