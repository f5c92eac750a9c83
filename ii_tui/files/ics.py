"""Meetings and reminders as iCalendar files (RFC 5545), for the person's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ii_tui.core.text import clean

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//ii-tui//ii-tui//EN"
_REMINDER_HOUR = timedelta(hours=9)
"""after midnight: when an all-day reminder rings"""


@dataclass(frozen=True, slots=True)
class IcsMeeting:
    """One meeting of the person's own calendar.

    `uid` stays for the life of the meeting and `sequence` rises with each change of time or place
    and with a cancellation. `starts` is aware. Nothing private belongs into the texts.
    """

    uid: str
    starts: datetime
    minutes: int
    summary: str
    location: str = ""
    description: str = ""
    sequence: int = 0
    cancelled: bool = False
    alarm_minutes: int | None = 30
    """minutes before the meeting; None rings no alarm"""


@dataclass(frozen=True, slots=True)
class IcsReminder:
    """One all-day reminder, such as the check-in eight weeks later."""

    uid: str
    day: date
    summary: str
    description: str = ""
    sequence: int = 0
    alarm: bool = True


def meeting_ics(meeting: IcsMeeting, now: datetime) -> bytes:
    """One meeting as a published calendar, in UTF-8 with CRLF; `now` (aware) is its DTSTAMP."""
    return calendar_ics([meeting], [], now)


def calendar_ics(
    meetings: Iterable[IcsMeeting], reminders: Iterable[IcsReminder], now: datetime
) -> bytes:
    """All of them as one published calendar, ordered by time and uid: same input, same bytes.

    No ATTENDEE and no ORGANIZER stand in it: a calendar server would mail a second invitation.
    """
    calendar = _calendar()
    for meeting in sorted(meetings, key=lambda one: (one.starts, one.uid)):
        calendar.add_component(_meeting(meeting, now))
    for reminder in sorted(reminders, key=lambda one: (one.day, one.uid)):
        calendar.add_component(_reminder(reminder, now))
    data: bytes = calendar.to_ical()
    return data


def _calendar() -> Calendar:
    # Deferred: 45 ms that the first frame does not need.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    return calendar


def _event(uid: str, summary: str, description: str, sequence: int, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", clean(uid, newlines=False))
    event.add("dtstamp", _utc(now))
    event.add("sequence", sequence)
    event.add("summary", clean(summary, newlines=False))
    text = clean(description).strip()
    if text:
        event.add("description", text)
    return event


def _meeting(meeting: IcsMeeting, now: datetime) -> Event:
    event = _event(meeting.uid, meeting.summary, meeting.description, meeting.sequence, now)
    starts = _utc(meeting.starts)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    place = clean(meeting.location, newlines=False)
    if place:
        event.add("location", place)
    if meeting.alarm_minutes is not None and not meeting.cancelled:
        _add_alarm(event, meeting.summary, timedelta(minutes=-meeting.alarm_minutes))
    return event


def _reminder(reminder: IcsReminder, now: datetime) -> Event:
    event = _event(reminder.uid, reminder.summary, reminder.description, reminder.sequence, now)
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a reminder does not make the day busy
    if reminder.alarm:
        _add_alarm(event, reminder.summary, _REMINDER_HOUR)
    return event


def _add_alarm(event: Event, summary: str, after_start: timedelta) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(summary, newlines=False))
    alarm.add("trigger", after_start)
    event.add_component(alarm)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
