"""Calendar files that other programs open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ii_tui.core.text import clean
from ii_tui.files.ics import IcsMeeting, IcsReminder, calendar_ics, meeting_ics

NOW = datetime(2026, 11, 24, 9, 0, 0, 123456, UTC)
COFFEE = IcsMeeting(
    uid="0f4c2a8e-1@ii-tui",
    starts=datetime(2026, 12, 1, 14, 0, tzinfo=ZoneInfo("America/Chicago")),
    minutes=30,
    summary="Ada Example and Given Family: a talk about brand work",
    location="Corner Cafe, Main St 5; second floor",
    description="To learn how you came to brand work.\n\n- first job\n- a typical week",
    sequence=2,
)
CHECK_IN = IcsReminder(uid="c1@ii-tui", day=date(2027, 1, 26), summary="Check in with Given Family")


def lines(data: bytes) -> list[str]:
    """The unfolded lines of a file."""
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_meeting_says_what_a_calendar_needs() -> None:
    calendar = Calendar.from_ical(meeting_ics(COFFEE, NOW))
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["VERSION"] == "2.0"
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == COFFEE.uid
    assert event["SEQUENCE"] == 2
    assert event["SUMMARY"] == COFFEE.summary
    assert event["LOCATION"] == COFFEE.location
    assert event["DESCRIPTION"] == COFFEE.description
    assert event["STATUS"] == "CONFIRMED"
    assert event.decoded("DTSTART") == COFFEE.starts
    assert event.decoded("DTEND") == COFFEE.starts + timedelta(minutes=30)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-30)


def test_times_are_utc_and_nobody_is_invited() -> None:
    found = lines(meeting_ics(COFFEE, NOW))
    assert "DTSTART:20261201T200000Z" in found
    assert "DTEND:20261201T203000Z" in found
    assert "DTSTAMP:20261124T090000Z" in found
    assert not [line for line in found if re.match("ATTENDEE|ORGANIZER|BEGIN:VTIMEZONE", line)]


def test_a_cancelled_meeting_rings_no_alarm() -> None:
    data = meeting_ics(replace(COFFEE, cancelled=True, sequence=3), NOW)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"], event["UID"]) == ("CANCELLED", 3, COFFEE.uid)
    assert not event.walk("VALARM")


def test_no_alarm_where_none_is_wanted_and_no_empty_fields() -> None:
    bare = replace(COFFEE, alarm_minutes=None, location="", description=" \n")
    found = lines(meeting_ics(bare, NOW))
    assert not [line for line in found if re.match("BEGIN:VALARM|LOCATION|DESCRIPTION", line)]


def test_a_reminder_takes_the_day_and_leaves_it_free() -> None:
    data = calendar_ics([], [CHECK_IN], NOW)
    found = lines(data)
    assert "DTSTART;VALUE=DATE:20270126" in found
    assert "DTEND;VALUE=DATE:20270127" in found
    assert "TRANSP:TRANSPARENT" in found
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART") == CHECK_IN.day
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)
    silent = calendar_ics([], [replace(CHECK_IN, alarm=False)], NOW)
    assert b"VALARM" not in silent


def test_the_same_meetings_give_the_same_bytes_in_any_order() -> None:
    later = replace(COFFEE, uid="2@ii-tui", starts=COFFEE.starts + timedelta(days=1))
    other = replace(CHECK_IN, uid="c0@ii-tui")
    one = calendar_ics([COFFEE, later], [CHECK_IN, other], NOW)
    assert one == calendar_ics([later, COFFEE], [other, CHECK_IN], NOW)
    uids = [str(event["UID"]) for event in Calendar.from_ical(one).walk("VEVENT")]
    assert uids == [COFFEE.uid, "2@ii-tui", "c0@ii-tui", "c1@ii-tui"]


def test_an_empty_calendar_is_still_one() -> None:
    assert not Calendar.from_ical(calendar_ics([], [], NOW)).walk("VEVENT")


@pytest.mark.parametrize(
    "hostile",
    ["\x1b]52;c;aGk=\x07", "Ann\r\nATTENDEE:mailto:x@example.org", "\u202eevil", "\ud800"],
)
def test_text_from_strangers_stays_text(hostile: str) -> None:
    meeting = replace(COFFEE, uid=f"u{hostile}", summary=hostile, location=hostile)
    data = meeting_ics(replace(meeting, description=hostile), NOW)
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", data)
    assert not [line for line in lines(data) if line.startswith("ATTENDEE")]
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == clean(hostile, newlines=False)


@given(st.text(st.characters(codec=None), max_size=200), st.text(max_size=300))
def test_lines_are_folded_at_75_octets_and_come_back(summary: str, description: str) -> None:
    data = meeting_ics(replace(COFFEE, summary=summary, description=description), NOW)
    data.decode("utf-8")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for line in data.split(b"\r\n"):
        line.decode("utf-8")
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == clean(summary, newlines=False)
    assert event.get("DESCRIPTION", "") == clean(description).strip()
