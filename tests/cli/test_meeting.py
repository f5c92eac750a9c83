"""meet: made, moved, cancelled; zones, gaps and repeated hours; the .ics file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from .conftest import Program


def meeting(ii: Program, who: str = "ada") -> dict[str, Any]:
    """The person's only meeting."""
    (found,) = ii.ok("show", who, "--json").json["meetings"]
    return dict(found)


def kinds(ii: Program, who: str = "ada") -> dict[str, str | None]:
    """kind -> due of what stands for the person, opened or not."""
    return {one["kind"]: one["due"] for one in ii.ok("show", who, "--json").json["tasks"]}


def test_makes_a_meeting_and_schedules(ii: Program, ada: str) -> None:
    said = ii.ok(
        *("meet", ada, "--at", "2026-12-01 14:00", "--zone", "America/Chicago"),
        *("--minutes", "45", "--format", "coffee", "--place", "Corner Cafe", "--treat"),
    )
    assert said.err == "Meeting with Ada Lovelace: Tue 1 Dec 14:00 Chicago, moved to scheduled.\n"
    assert said.lines == [
        "Tuesday 1 December 2026, 14:00 to 14:45 Chicago (UTC-6)",
        "Coffee at Corner Cafe, 45 minutes, your treat",
    ]
    found = meeting(ii)
    assert found["utc"] == "2026-12-01T20:00:00.000000Z"
    assert found["wall"] == "2026-12-01T14:00"
    assert (found["zone"], found["minutes"], found["format"]) == ("America/Chicago", 45, "coffee")
    assert (found["place"], found["treat"], found["state"]) == ("Corner Cafe", True, "planned")
    assert ii.stage(ada) == ("scheduled", None)
    # Sent the same day; prepared two business days before; confirmed the day before.
    assert kinds(ii) == {
        "send_invite": "2026-11-24",
        "prepare": "2026-11-27",
        "confirm": "2026-11-30",
        "did_it_happen": "2026-12-01",
    }


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("thu 10", "2026-11-26T10:00"),
        ("tomorrow 9am", "2026-11-25T09:00"),
        ("2026-12-01T14:00", "2026-12-01T14:00"),
        ("2026-12-01 14:00", "2026-12-01T14:00"),
        ("2026-12-01T14:00:00+01:00", "2026-12-01T13:00"),
        ("1 december 14:30", "2026-12-01T14:30"),
        ("in 2 weeks 16:00", "2026-12-08T16:00"),
    ],
)
def test_at_in_words_and_iso(ii: Program, ada: str, words: str, utc: str) -> None:
    ii.ok("meet", ada, "--at", words)
    assert meeting(ii)["utc"].startswith(utc)


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        ("America/Chicago", "2026-12-01T20:00"),
        ("america/chicago", "2026-12-01T20:00"),
        ("Chicago", "2026-12-01T20:00"),
        ("Europe/Berlin", "2026-12-01T13:00"),
        ("Asia/Kolkata", "2026-12-01T08:30"),
        ("UTC", "2026-12-01T14:00"),
    ],
)
def test_zones(ii: Program, ada: str, zone: str, utc: str) -> None:
    ii.ok("meet", ada, "--at", "2026-12-01 14:00", "--zone", zone)
    assert meeting(ii)["utc"].startswith(utc)
    assert meeting(ii)["wall"] == "2026-12-01T14:00"


def test_both_zones_are_shown_when_nobody_travels(ii: Program, ada: str) -> None:
    ii.settings('[me]\nzone = "Europe/Berlin"\n')
    options = ["--at", "2026-12-01 14:00", "--zone", "America/Chicago"]
    call = ii.ok("meet", ada, *options, "--format", "video").lines[0]
    assert call == "Tuesday 1 December 2026: 14:00 Chicago (UTC-6), 21:00 Berlin (UTC+1)"
    coffee = ii.ok("meet", ada, *options, "--format", "coffee").lines[0]
    assert "Berlin" not in coffee


def test_a_format_that_was_not_named_is_a_coffee_and_said_so(ii: Program, ada: str) -> None:
    said = ii.ok("meet", ada, "--at", "2026-12-01 14:00")
    assert said.lines[1:] == ["Coffee, 30 minutes", "Taken as a coffee, for no format was named."]
    assert meeting(ii)["format"] == "coffee"


def test_a_zone_that_is_none(ii: Program, ada: str) -> None:
    for zone in ("Mars/Olympus", "XST", "../../etc/passwd"):
        said = ii("meet", ada, "--at", "2026-12-01 14:00", "--zone", zone)
        assert said.code == 2
        assert zone in said.err
    assert ii.ok("show", ada, "--json").json["meetings"] == []


def test_a_time_that_the_clocks_skip(ii: Program, ada: str) -> None:
    said = ii("meet", ada, "--at", "2027-03-28 02:30", "--zone", "Europe/Berlin")
    assert said.code == 2
    assert "does not exist in Berlin" in said.err
    assert "Take 01:30 or 03:30." in said.err
    assert ii.ok("show", ada, "--json").json["meetings"] == []


def test_a_time_that_comes_twice(ii: Program, ada: str) -> None:
    at = ["--at", "2027-10-31 02:30", "--zone", "Europe/Berlin"]
    said = ii("meet", ada, *at)
    assert said.code == 2
    assert "comes twice in Berlin" in said.err
    assert "Add --first (UTC+2) or --second (UTC+1)." in said.err
    ii.ok("meet", ada, *at, "--first")
    assert (meeting(ii)["utc"][:16], meeting(ii)["fold"]) == ("2027-10-31T00:30", 0)
    ii.ok("meet", ada, *at, "--second")
    assert (meeting(ii)["utc"][:16], meeting(ii)["fold"]) == ("2027-10-31T01:30", 1)
    ii.ok("meet", ada, "--place", "Corner Cafe")  # what is not named stays, the hour too
    assert (meeting(ii)["utc"][:16], meeting(ii)["fold"]) == ("2027-10-31T01:30", 1)
    # With an offset nothing is open.
    ii.ok("meet", ada, "--at", "2027-10-31T02:30+02:00", "--zone", "Europe/Berlin")
    assert meeting(ii)["utc"].startswith("2027-10-31T00:30")


def test_a_move_plans_anew_and_keeps_what_it_does_not_name(ii: Program, ada: str) -> None:
    ii.ok(
        *("meet", ada, "--at", "2026-12-01 14:00", "--zone", "America/Chicago"),
        *("--format", "coffee", "--place", "Corner Cafe", "--treat"),
    )
    ii.ok("log", ada, "sent", "--kind", "confirmation", now="2026-11-30T15:00:00+00:00")
    assert ii.stage(ada) == ("confirmed", None)
    said = ii.ok("meet", ada, "--at", "2026-12-04 09:00", now="2026-11-30T16:00:00+00:00")
    assert said.err == "Moved the meeting with Ada Lovelace: Fri 4 Dec 09:00 Chicago.\n"
    found = meeting(ii)
    assert found["utc"] == "2026-12-04T15:00:00.000000Z"
    assert (found["zone"], found["place"], found["treat"]) == (
        "America/Chicago",
        "Corner Cafe",
        True,
    )
    # What was confirmed was the old time.
    assert ii.stage(ada) == ("scheduled", None)
    assert kinds(ii)["confirm"] == "2026-12-03"
    assert kinds(ii)["did_it_happen"] == "2026-12-04"
    ii.ok("undo")
    assert meeting(ii)["utc"] == "2026-12-01T20:00:00.000000Z"
    assert ii.stage(ada) == ("confirmed", None)


def test_changing_the_place_alone(ii: Program, ada: str) -> None:
    ii.ok("meet", ada, "--at", "2026-12-01 14:00", "--format", "coffee", "--treat")
    ii.ok("meet", ada, "--place", "The Other Cafe")
    found = meeting(ii)
    assert (found["utc"][:16], found["place"]) == ("2026-12-01T14:00", "The Other Cafe")
    ii.ok("meet", ada, "--no-treat")
    assert meeting(ii)["treat"] is False
    said = ii.ok("meet", ada, "--format", "office", "--treat")
    assert meeting(ii)["treat"] is False
    assert "Nothing to treat to there" in said.out


def test_cancel(ii: Program, ada: str) -> None:
    said = ii("meet", ada, "--cancel")
    assert (said.code, "is planned" in said.err) == (3, True)
    ii.ok("meet", ada, "--at", "2026-12-01 14:00")
    said = ii.ok("meet", ada, "--cancel")
    assert said.err == "Cancelled the meeting with Ada Lovelace.\n"
    assert meeting(ii)["state"] == "cancelled"
    assert not {"confirm", "prepare", "send_invite", "did_it_happen"} & set(kinds(ii))
    assert ii("meet", ada, "--cancel").code == 3
    ii.ok("undo")
    assert meeting(ii)["state"] == "planned"
    assert "confirm" in kinds(ii)


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--at", "2026-11-23 10:00"],
        ["--at", "friday"],
        ["--at", "whenever"],
        ["--at", "friday 10", "--format", "dinner"],
        ["--at", "friday 10", "--minutes", "0"],
        ["--cancel", "--at", "friday 10"],
        ["--cancel", "--no-treat"],
    ],
)
def test_wrong_use(ii: Program, ada: str, options: list[str]) -> None:
    said = ii("meet", ada, *options)
    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert ii.ok("show", ada, "--json").json["meetings"] == []


def test_someone_in_touch_gets_a_new_interview(ii: Program, ada: str) -> None:
    ii.ok("move", ada, "in_touch")
    ii.ok("meet", ada, "--at", "2026-12-01 14:00")
    interviews = ii.ok("show", ada, "--json").json["interviews"]
    assert [(one["stage"], one["exit"]) for one in interviews] == [
        ("scheduled", None),
        ("in_touch", "continued"),
    ]


class TestIcs:
    def test_opens_elsewhere_and_is_private(self, ii: Program, ada: str, tmp_path: Path) -> None:
        path = tmp_path / "coffee.ics"
        said = ii.ok(
            *("meet", ada, "--at", "2026-12-01 14:00", "--zone", "America/Chicago"),
            *("--format", "coffee", "--place", "Corner Cafe; back room", "--ics", str(path)),
        )
        assert f"Wrote {path}." in said.err
        assert oct(path.stat().st_mode & 0o777) == "0o600"
        calendar = Calendar.from_ical(path.read_bytes())
        (event,) = calendar.walk("VEVENT")
        assert event.decoded("DTSTART").isoformat() == "2026-12-01T20:00:00+00:00"
        assert event.decoded("DTEND").isoformat() == "2026-12-01T20:30:00+00:00"
        assert str(event["SUMMARY"]) == "Coffee with Ada Lovelace"
        assert str(event["LOCATION"]) == "Corner Cafe; back room"
        # The copy for one's own calendar invites nobody.
        assert "ATTENDEE" not in event
        assert "ORGANIZER" not in event

    def test_an_update_has_the_same_uid_and_a_later_sequence(
        self, ii: Program, ada: str, tmp_path: Path
    ) -> None:
        events = []
        for name, options in (
            ("1", ["--at", "2026-12-01 14:00"]),
            ("2", ["--at", "2026-12-02 14:00"]),
            ("3", ["--cancel"]),
        ):
            path = tmp_path / f"{name}.ics"
            ii.ok("meet", ada, *options, "--ics", str(path))
            events += Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert len({str(event["UID"]) for event in events}) == 1
        assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
        assert [str(event["STATUS"]) for event in events] == [
            "CONFIRMED",
            "CONFIRMED",
            "CANCELLED",
        ]

    def test_never_overwrites(self, ii: Program, ada: str, tmp_path: Path) -> None:
        path = tmp_path / "mine.ics"
        path.write_text("something of mine")
        said = ii("meet", ada, "--at", "2026-12-01 14:00", "--ics", str(path))
        assert said.code == 1  # done in part: the meeting stands, and it is said
        assert "Meeting with Ada Lovelace: Tue 1 Dec 14:00" in said.err
        assert "is already there, and was left as it is" in said.err
        assert path.read_text() == "something of mine"
        link = tmp_path / "link.ics"
        link.symlink_to(tmp_path / "nowhere")
        assert ii("meet", ada, "--minutes", "45", "--ics", str(link)).code == 1
        assert not (tmp_path / "nowhere").exists()
        assert ii("meet", ada, "--minutes", "45", "--ics", str(tmp_path)).code == 0
        assert (tmp_path / "coffee-ada-lovelace-2026-12-01.ics").is_file()
        assert ii("meet", ada, "--minutes", "50", "--ics", str(tmp_path)).code == 1
