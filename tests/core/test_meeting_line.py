"""A meeting typed in one line, and how its meaning is told before it counts."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.dates import Gap, Repeated
from ii_tui.core.when import MeetingPlan, describe, parse_meeting
from ii_tui.errors import Usage

BERLIN, CHICAGO, NEW_YORK = "Europe/Berlin", "America/Chicago", "America/New_York"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo(BERLIN))
"""a Tuesday"""


def plan(text: str) -> MeetingPlan:
    return parse_meeting(text, NOW, zone=BERLIN)


def test_one_line_is_enough() -> None:
    assert plan("thu 10 coffee Corner Cafe treat") == MeetingPlan(
        wall=datetime(2026, 11, 26, 10),
        zone=BERLIN,
        fold=0,
        utc=datetime(2026, 11, 26, 9, tzinfo=UTC),
        minutes=30,
        format="coffee",
        place="Corner Cafe",
        treat=True,
        assumed=("10 is taken as 10:00 in the morning.",),
    )


@pytest.mark.parametrize(
    ("text", "wall", "zone", "minutes", "kind", "place", "treat"),
    [
        ("2026-12-01 14:00 America/Chicago video https://meet.example/a?b=c,d  45m",
         "2026-12-01 14:00", CHICAGO, 45, "video", "https://meet.example/a?b=c,d", False),
        ("tomorrow 12:30 lunch Nordic Kitchen 1h my treat",
         "2026-11-25 12:30", BERLIN, 60, "lunch", "Nordic Kitchen", True),
        ("fri 3pm Chicago call", "2026-11-27 15:00", CHICAGO, 30, "call", "", False),
        ("fri 3pm call Chicago", "2026-11-27 15:00", CHICAGO, 30, "call", "", False),
        ("fri 3pm New York call", "2026-11-27 15:00", NEW_YORK, 30, "call", "", False),
        ("fri 3pm new york time call", "2026-11-27 15:00", NEW_YORK, 30, "call", "", False),
        ("fri 15:00 coffee in Chicago", "2026-11-27 15:00", CHICAGO, 30, "coffee", "Chicago",
         False),
        ("fri 15:00 in Chicago", "2026-11-27 15:00", CHICAGO, 30, None, "", False),
        ("fri 15:00 lunch Nordic in New York", "2026-11-27 15:00", NEW_YORK, 30, "lunch",
         "Nordic in New York", False),
        ("fri 15:00 UTC call", "2026-11-27 15:00", "UTC", 30, "call", "", False),
        ("coffee thu 10", "2026-11-26 10:00", BERLIN, 30, "coffee", "", False),
        ("coffee at 10 tomorrow", "2026-11-25 10:00", BERLIN, 30, "coffee", "", False),
        ("thu lunch 12:30 Nordic", "2026-11-26 12:30", BERLIN, 30, "lunch", "Nordic", False),
        ("coffee Sun Bakery thu 10:30", "2026-11-26 10:30", BERLIN, 30, "coffee", "Sun Bakery",
         False),
        ("10:30 coffee", "2026-11-24 10:30", BERLIN, 30, "coffee", "", False),
        ("thu 10-11 coffee", "2026-11-26 10:00", BERLIN, 60, "coffee", "", False),
        ("thu 2-3pm coffee", "2026-11-26 14:00", BERLIN, 60, "coffee", "", False),
        ("thu 11-1pm lunch", "2026-11-26 11:00", BERLIN, 120, "lunch", "", False),
        ("thu 10:00 to 10:45 coffee", "2026-11-26 10:00", BERLIN, 45, "coffee", "", False),
        ("thu 10:00 half an hour office", "2026-11-26 10:00", BERLIN, 30, "office", "", False),
        ("thu 10:00 1h30 office", "2026-11-26 10:00", BERLIN, 90, "office", "", False),
        ("thu 10:00 1.5h office", "2026-11-26 10:00", BERLIN, 90, "office", "", False),
        ("thu 10:00 Blue Bottle Coffee", "2026-11-26 10:00", BERLIN, 30, "coffee",
         "Blue Bottle Coffee", False),
        ("thu 10:00 coffee at The Sweet Treat Bakery", "2026-11-26 10:00", BERLIN, 30, "coffee",
         "The Sweet Treat Bakery", False),
        ("thu 10:00 Corner Cafe coffee", "2026-11-26 10:00", BERLIN, 30, "coffee", "Corner Cafe",
         False),
        ("thu 10:00 coffee no treat", "2026-11-26 10:00", BERLIN, 30, "coffee", "", False),
        ("thu 10:00 coffee on me", "2026-11-26 10:00", BERLIN, 30, "coffee", "", True),
        ("thu 10:00 at their office, Main St 5", "2026-11-26 10:00", BERLIN, 30, "office",
         "Main St 5", False),
        ("thu 10:00 video call", "2026-11-26 10:00", BERLIN, 30, "video", "", False),
        ("thu 10:00 phone call +49 30 1234", "2026-11-26 10:00", BERLIN, 30, "call", "+49 30 1234",
         False),
        ("thu 10:00 https://meet.example/x", "2026-11-26 10:00", BERLIN, 30, "video",
         "https://meet.example/x", False),
        ("thu 10:00 coffee Corner Cafe, Main St 5, for 45 minutes, my treat", "2026-11-26 10:00",
         BERLIN, 45, "coffee", "Corner Cafe, Main St 5", True),
        ("thu 10:00 Corner Cafe", "2026-11-26 10:00", BERLIN, 30, None, "Corner Cafe", False),
    ],
)  # fmt: skip
def test_the_line_says_all_of_it(
    text: str, wall: str, zone: str, minutes: int, kind: str | None, place: str, treat: bool
) -> None:
    found = plan(text)
    assert found.wall == datetime.fromisoformat(wall)
    assert (found.zone, found.minutes, found.format) == (zone, minutes, kind)
    assert (found.place, found.treat) == (place, treat)


@pytest.mark.parametrize("kind", ["office", "video", "call"])
def test_there_is_nothing_to_treat_to_in_an_office_or_a_call(kind: str) -> None:
    found = plan(f"thu 10:30 {kind} treat")
    assert not found.treat
    assert found.assumed == ("Nothing to treat to there, so the offer is left out.",)


def test_a_city_in_the_name_of_a_place_is_asked_about() -> None:
    found = plan("thu 10:30 coffee Chicago Diner")
    assert (found.zone, found.place) == (BERLIN, "Chicago Diner")
    assert found.assumed == (
        "Chicago is read as part of the place and the time as Berlin's;"
        " write America/Chicago for the time there.",
    )
    assert plan("thu 10:30 coffee Berlin Diner").assumed == ()


def test_an_instant_counts_in_the_zone_of_the_meeting() -> None:
    found = plan("2026-12-01T14:00:00Z America/Chicago call")
    assert found.wall == datetime(2026, 12, 1, 8)
    assert found.utc == datetime(2026, 12, 1, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No time was given."),
        ("coffee", 'I find no time in "coffee".'),
        ("thu coffee", "At what time on Thursday 26 November?"),
        ("yesterday 10 coffee", "Monday 23 November 10:00 has passed."),
        ("today 09:00 coffee", "Tuesday 24 November 09:00 has passed."),
        ("thu 10 2pm", 'The line has a time already; I do not understand "2pm" after it.'),
        ("thu 10 coffee 10h", "600 minutes is not the length of a meeting."),
        ("thu 10 coffee 0m", "0 minutes is not the length of a meeting."),
        ("fri 3pm EST call", "EST does not name one zone all the year round."),
        ("fri 3pm call pst", "pst does not name one zone all the year round."),
        ("thu 10 coffee Europe/Berln", "I do not know the zone 'Europe/Berln'."),
        ("3/4 10:00 coffee", "3/4 can be 3 April or 4 March."),
    ],
)
def test_what_is_unclear_is_asked(text: str, told: str) -> None:
    with pytest.raises(Usage) as error:
        plan(text)
    assert error.value.message == told


def test_a_skipped_hour_offers_both_neighbours() -> None:
    with pytest.raises(Gap) as told:
        plan("2027-03-14 02:30 America/Chicago coffee")
    assert told.value.before == datetime(2027, 3, 14, 1, 30)
    assert told.value.after == datetime(2027, 3, 14, 3, 30)


def test_a_neighbour_of_a_skipped_hour_is_taken_with_the_rest_of_the_line() -> None:
    line = "2027-03-14 2:30 Chicago call 45m"
    with pytest.raises(Gap) as caught:
        parse_meeting(line, NOW, zone="UTC")
    for wall in (caught.value.before, caught.value.after):
        found = parse_meeting(line, NOW, zone="UTC", instead=wall)
        assert (found.wall, found.zone) == (wall, "America/Chicago")
        assert (found.format, found.minutes) == ("call", 45)


def test_a_repeated_hour_is_settled_by_a_word_an_offset_or_the_caller() -> None:
    line = "2027-11-07 01:30 America/Chicago call"
    with pytest.raises(Repeated):
        plan(line)
    second = datetime(2027, 11, 7, 7, 30, tzinfo=UTC)
    assert plan("2027-11-07 01:30 second America/Chicago call").utc == second
    assert plan("2027-11-07 01:30-06:00 America/Chicago call").utc == second
    assert parse_meeting(line, NOW, zone=BERLIN, fold=1).utc == second
    first = parse_meeting(line, NOW, zone=BERLIN, fold=0)
    assert first.utc == datetime(2027, 11, 7, 6, 30, tzinfo=UTC)
    assert first.fold == 0
    assert plan("thu 10:30 coffee First Avenue").place == "First Avenue"


def test_both_zones_are_told_where_nobody_travels() -> None:
    assert describe(plan("fri 3pm Chicago call"), BERLIN) == [
        "Friday 27 November 2026: 15:00 Chicago (UTC-6), 22:00 Berlin (UTC+1)",
        "Phone call, 30 minutes",
    ]
    assert describe(plan("fri 8pm Chicago video https://meet.example/x"), BERLIN) == [
        "Friday 27 November 2026: 20:00 Chicago (UTC-6), Sat 03:00 Berlin (UTC+1)",
        "Video call, 30 minutes",
        "https://meet.example/x",
    ]


def test_over_a_coffee_only_the_zone_of_the_place_is_told() -> None:
    assert describe(plan("thu 10 Chicago coffee treat"), BERLIN) == [
        "Thursday 26 November 2026, 10:00 to 10:30 Chicago (UTC-6)",
        "Coffee, 30 minutes, your treat",
        "10 is taken as 10:00 in the morning.",
    ]
    assert describe(plan("thu 12:30 lunch Nordic Kitchen"), BERLIN)[1] == (
        "Lunch at Nordic Kitchen, 30 minutes"
    )
    assert describe(plan("thu 12:30 office Main St 5"), BERLIN)[1] == (
        "In the office, Main St 5, 30 minutes"
    )


WORDS = [
    "thu", "10", "10:30", "3pm", "coffee", "call", "video", "their", "office", "treat", "my", "no",
    "Chicago", "EST", "in", "time", "45m", "1h", "for", "an", "hour", "half", "https://x", "at",
    "Corner", "America/Chicago", "Europe/x", "second", "10-11", "now", "3/4", ",", "2026-12-01",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join))
def test_any_line_is_read_or_asked_about(text: str) -> None:
    try:
        found = plan(text)
    except Usage as error:
        told = error
    else:
        assert found.utc > NOW
        assert all(describe(found, BERLIN))
        return
    assert told.message
