"""The main job by command line: from the first name on a list to the call eight weeks later.

Every expected day is counted by hand, in the comment beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from ii_tui.clock import Clock
from ii_tui.core.stages import Closeness
from ii_tui.paths import Paths
from ii_tui.services import editing, people
from ii_tui.services.desk import Desk

from .conftest import Program

ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@acme.example,Acme,Analyst,08 Feb 2019"
WHO = "Ada Lovelace"


@contextmanager
def services(ii: Program) -> Iterator[Desk]:
    """What only the screen offers, at the program's time."""
    assert ii.now is not None
    desk = Desk.open(Paths.find(), Clock.fixed(datetime.fromisoformat(ii.now)))
    yield desk
    desk.close()


def know_her(ii: Program, **fields: str) -> None:
    """She is an acquaintance; fields as the person's form takes them."""
    with services(ii) as desk:
        person = people.resolve(desk, "ada")
        editing.set_closeness(desk, person, Closeness.ACQUAINTANCE)
        editing.edit(desk, person, people.page(desk, person).rev, fields)


def a_minute_before(moment: str) -> str:
    """The moment that is one minute earlier."""
    return (datetime.fromisoformat(moment) - timedelta(minutes=1)).isoformat()


def test_from_the_first_name_to_the_call_eight_weeks_later(
    ii: Program, connections: Callable[..., Path], tmp_path: Path
) -> None:
    ii.settings('[me]\nname = "Grace Hopper"\nphone = "+49 30 5550100"\nzone = "Europe/Berlin"\n')

    # Connect. Tuesday 25 August 2026; Berlin is at UTC+2 until 25 October.
    ii.now = "2026-08-25T10:00:00+02:00"
    ii.ok("import", str(connections(ADA, "Bob,Babbage,,,Acme,Clerk,")))
    know_her(ii, address="Acme\n1 Mill Lane\nLondon", how_known="We shared a desk")
    assert ii.owed() == []
    ii.ok("move", "ada", "identified")
    (first,) = ii.ok("today", "--json").json
    assert (first["kind"], first["due"]) == ("reach_out", None)
    assert first["reason"] == "First beat, without the search: you chose them on Tuesday 25 August."

    ii.now = "2026-08-26T09:00:00+02:00"  # Wednesday
    ii.ok("log", "ada", "sent", "--kind", "reconnect", "--channel", "linkedin", "--text", "Hi Ada")
    assert ii.stage("ada") == ("warming", None)
    assert ii.owed() == []
    # Five business days of silence: Thu 27, Fri 28, Mon 31, Tue 1, Wed 2 September.
    assert ii.owed("2026-09-01T23:59:00+02:00") == []
    assert ii.owed("2026-09-02T00:00:00+02:00") == [("nudge", WHO, "2026-09-02")]

    ii.now = "2026-08-27T15:00:00+02:00"  # Thursday: she answers, and the question may follow
    ii.ok("log", "ada", "received", "--answer", "yes", "--text", "Lovely to hear from you")
    assert ii.stage("ada") == ("warming", None)
    assert ii.owed() == [("second_beat", WHO, "2026-08-28")]
    assert ii.owed("2026-09-02T00:00:00+02:00") == [("second_beat", WHO, "2026-08-28")]

    # Ask. Friday 28 August.
    ii.now = "2026-08-28T11:00:00+02:00"
    ii.ok("log", "ada", "sent", "--kind", "meeting_request", "--channel", "email")
    assert ii.stage("ada") == ("requested", None)
    assert ii.owed() == []
    # Seven: Mon 31, Tue 1, Wed 2, Thu 3, Fri 4, Mon 7, Tue 8 September, from midnight in Berlin.
    assert ii.owed("2026-09-07T21:59:00+00:00") == []
    (follow_up,) = ii.ok("today", "--json", now="2026-09-07T22:00:00+00:00").json
    assert (follow_up["kind"], follow_up["due"]) == ("follow_up", "2026-09-08")
    assert follow_up["reason"] == "You asked on Friday 28 August, no answer."

    ii.now = "2026-09-08T10:00:00+02:00"
    ii.ok("log", "ada", "sent", "--kind", "follow_up", "--channel", "email")
    assert ii.owed() == []
    # One follow-up only. After ten more business days (Tue 22 September) a close is proposed.
    assert ii.owed("2026-09-21T23:59:00+02:00") == []
    assert ii.owed("2026-09-22T00:00:00+02:00") == [("close", WHO, None)]

    ii.now = "2026-09-09T14:00:00+02:00"  # Wednesday
    ii.ok("log", "ada", "received", "--answer", "yes", "--text", "Monday the 21st?")
    assert ii.stage("ada") == ("requested", None)  # what came in never moves it
    ii.ok("move", "ada", "replied")
    assert ii.owed() == [("answer", WHO, "2026-09-10")]

    ii.now = "2026-09-10T09:30:00+02:00"  # Thursday
    ii.ok("log", "ada", "sent", "--kind", "meeting_request", "--channel", "email")
    assert ii.owed() == []
    # Five: Fri 11, Mon 14, Tue 15, Wed 16, Thu 17 September.
    assert ii.owed("2026-09-17T00:00:00+02:00") == [("schedule", WHO, "2026-09-17")]

    # Firm up. Friday 11 September, for Monday 21.
    ii.now = "2026-09-11T10:00:00+02:00"
    ii.ok("log", "ada", "received", "--answer", "yes")
    said = ii.ok(
        *("meet", "ada", "--at", "2026-09-21 10:00", "--format", "coffee"),
        *("--place", "Corner Cafe", "--treat", "--ics", str(tmp_path / "coffee.ics")),
    )
    assert said.lines[0] == "Monday 21 September 2026, 10:00 to 10:30 Berlin (UTC+2)"
    assert ii.stage("ada") == ("scheduled", None)
    (event,) = Calendar.from_ical((tmp_path / "coffee.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART").isoformat() == "2026-09-21T08:00:00+00:00"
    (invite,) = ii.ok("today", "--json").json
    assert (invite["kind"], invite["due"]) == ("send_invite", "2026-09-11")
    ii.ok("done", str(invite["id"]))
    assert ii.owed() == []
    # Prepared two business days before (Fri 18, Thu 17); confirmed on Friday, there being no
    # business day between: 62 hours early, and flagged as such.
    assert ii.owed("2026-09-16T23:59:00+02:00") == []
    assert ii.owed("2026-09-17T00:00:00+02:00") == [("prepare", WHO, "2026-09-17")]
    assert ii.owed("2026-09-17T23:59:00+02:00") == [("prepare", WHO, "2026-09-17")]

    ii.now = "2026-09-18T09:00:00+02:00"  # Friday
    prepare, confirm = ii.ok("today", "--json").json
    assert (confirm["kind"], confirm["due"]) == ("confirm", "2026-09-18")
    assert confirm["reason"] == (
        "You meet on Monday 21 September at 10:00; over 48 hours early, "
        "for no business day lies between."
    )
    ii.ok("done", str(prepare["id"]))
    text = ii.ok("compose", "ada", "confirmation", "--json").json["text"]
    assert "Monday 21 September" in text
    ii.ok("log", "ada", "sent", "--kind", "confirmation", "--channel", "email", "--text", text)
    assert ii.stage("ada") == ("confirmed", None)
    assert ii.owed() == []

    # Talk. Monday 21 September, 10:00 to 10:30.
    assert ii.owed("2026-09-21T10:29:00+02:00") == []
    assert ii.owed("2026-09-21T10:30:00+02:00") == [("did_it_happen", WHO, "2026-09-21")]
    ii.now = "2026-09-21T12:00:00+02:00"
    ii.ok("log", "ada", "met", "--at", "today 10:30")
    assert ii.stage("ada") == ("held", None)
    # The e-mail within 24 elapsed hours of its end, so by Tuesday.
    assert sorted(ii.owed()) == [
        ("debrief", WHO, "2026-09-21"),
        ("thank_card", WHO, "2026-09-21"),
        ("thank_email", WHO, "2026-09-22"),
    ]
    debrief = next(one for one in ii.ok("today", "--json").json if one["kind"] == "debrief")
    ii.ok("done", str(debrief["id"]))

    # Keep. The card is posted half an hour into Wednesday 23 September, Tuesday still in UTC.
    ii.now = "2026-09-23T00:30:00+02:00"
    ii.ok("log", "ada", "posted")
    assert ii.stage("ada") == ("thanked", None)
    assert ii.owed() == []  # a posted card settles the e-mail
    # 56 days: 7 left of September, 31 of October, 18 of November. The clocks went back on
    # 25 October, so midnight in Berlin is at 23:00 UTC now: an hour after 1,344 hours.
    opens = "2026-11-17T23:00:00+00:00"
    assert ii.owed(a_minute_before(opens)) == []
    (check_in,) = ii.ok("today", "--json", now=opens).json
    assert (check_in["kind"], check_in["due"]) == ("check_in", "2026-11-18")
    assert check_in["opens"] == "2026-11-17T23:00:00.000000Z"
    reason = "Eight weeks since the card, posted on Wednesday 23 September."
    assert check_in["reason"] == reason
    events = Calendar.from_ical(ii.ok("export", "--as", "ics").raw).walk("VEVENT")
    reminder = next(one for one in events if "Stay in touch" in str(one["SUMMARY"]))
    assert reminder.decoded("DTSTART").isoformat() == "2026-11-18"

    ii.now = "2026-11-18T10:00:00+01:00"
    ii.ok("log", "ada", "sent", "--kind", "check_in", "--channel", "linkedin")
    assert ii.stage("ada") == ("in_touch", None)
    assert ii.owed() == []
    # 120 days: 12 left of November, 31, 31, 28, 18 of March.
    assert ii.owed("2027-03-17T22:59:00+00:00") == []
    assert ii.owed("2027-03-17T23:00:00+00:00") == [("check_in", WHO, "2027-03-18")]

    # A newer file knows a new employer, and takes nothing of all this away.
    newer = ADA.replace("Acme", "Babbage & Co").replace("Analyst", "Head of Engines")
    ii.ok("import", str(connections(newer)))
    page = ii.ok("show", "ada", "--json").json
    assert (page["company"], page["closeness"]) == ("Babbage & Co", "acquaintance")
    assert page["address"].startswith("Acme\n1 Mill Lane")
    touches = [one["kind"] for one in page["timeline"]]
    assert touches.count("sent") == 6
    assert touches.count("received") == 3
    assert (touches.count("met"), touches.count("posted")) == (1, 1)


@pytest.mark.parametrize(
    ("zone", "posted", "opens"),
    [
        # All on 10 February 2027: 18 days left of it, 31 of March, 7 of April.
        ("Europe/Berlin", "2027-02-10T12:00:00+01:00", "2027-04-06T22:00:00+00:00"),
        ("America/New_York", "2027-02-10T12:00:00-05:00", "2027-04-07T04:00:00+00:00"),
        # Its clocks go back by half an hour on 4 April.
        ("Australia/Lord_Howe", "2027-02-10T12:00:00+11:00", "2027-04-06T13:30:00+00:00"),
        ("Asia/Kolkata", "2027-02-10T12:00:00+05:30", "2027-04-06T18:30:00+00:00"),
        # Without a zone in the settings the day is that of the clock's offset.
        ("", "2027-02-10T12:00:00+01:00", "2027-04-06T23:00:00+00:00"),
    ],
)
def test_eight_weeks_are_56_days_on_my_wall(
    ii: Program, ada: str, zone: str, posted: str, opens: str
) -> None:
    ii.settings(f'[me]\nzone = "{zone}"\n')
    ii.now = posted
    ii.ok("log", ada, "met", "--at", "1 hour ago")
    ii.ok("log", ada, "posted")
    debrief = next(one for one in ii.ok("today", "--json").json if one["kind"] == "debrief")
    ii.ok("done", str(debrief["id"]))
    assert ii.owed(a_minute_before(opens)) == []
    assert ii.owed(opens) == [("check_in", WHO, "2027-04-07")]
