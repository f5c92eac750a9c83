"""Zones by the names people give them, skipped and repeated hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.dates import (
    Gap,
    Repeated,
    Resolved,
    city,
    in_zones,
    offset_text,
    resolve,
    zone_info,
    zone_named,
)
from ii_tui.errors import Usage

CHICAGO, BERLIN = "America/Chicago", "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("America/Chicago", CHICAGO),
        ("america/chicago", CHICAGO),
        ("chicago", CHICAGO),
        ("New  York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("berlin", BERLIN),
        ("Munich", BERLIN),
        ("San Francisco", "America/Los_Angeles"),
        ("istanbul", "Europe/Istanbul"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
        ("Singapore", "Singapore"),
    ],
)
def test_zones_and_cities(typed: str, name: str) -> None:
    assert zone_named(typed) == name
    assert zone_info(typed).key == name


@pytest.mark.parametrize("typed", ["EST", "est", "CST", "PST8PDT", "GMT", "IST", "CET"])
def test_abbreviations_are_refused_with_a_city(typed: str) -> None:
    with pytest.raises(Usage, match="does not name one zone") as told:
        zone_named(typed)
    assert "Write a city or a zone" in told.value.hint


def test_a_slip_of_the_finger_gets_suggestions() -> None:
    with pytest.raises(Usage) as told:
        zone_named("Chicgo")
    assert told.value.hint == "Did you mean America/Chicago?"
    with pytest.raises(Usage) as told:
        zone_named("Europe/Berln")
    assert "Europe/Berlin" in told.value.hint


@pytest.mark.parametrize(
    "typed", ["", "xyzzy", "America", "../../etc/passwd", "/etc/localtime", "a\0b"]
)
def test_what_is_no_zone_is_refused(typed: str) -> None:
    with pytest.raises(Usage, match="I do not know the zone"):
        zone_info(typed)


def test_city() -> None:
    assert city("America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert city("US/Central") == "US Central"
    assert city("Etc/UTC") == "UTC"
    assert city("UTC") == "UTC"


def test_a_plain_wall_time() -> None:
    noon = datetime(2026, 12, 1, 14)
    assert resolve(noon, CHICAGO) == Resolved(datetime(2026, 12, 1, 20, tzinfo=UTC), 0)
    assert resolve(noon, CHICAGO, fold=1) == resolve(noon, CHICAGO)


def test_a_skipped_hour_is_refused_with_both_neighbours() -> None:
    with pytest.raises(Gap) as told:
        resolve(datetime(2026, 3, 8, 2, 30), CHICAGO)
    assert told.value.before == datetime(2026, 3, 8, 1, 30)
    assert told.value.after == datetime(2026, 3, 8, 3, 30)
    assert "does not exist in Chicago" in told.value.message
    assert told.value.hint == "Take 01:30 or 03:30."
    assert resolve(told.value.before, CHICAGO).utc + timedelta(hours=1) == (
        resolve(told.value.after, CHICAGO).utc
    )


def test_a_skipped_day_names_the_days() -> None:
    with pytest.raises(Gap) as told:
        resolve(datetime(2011, 12, 30, 10), "Pacific/Apia")
    assert told.value.hint == "Take 2011-12-29 10:00 or 2011-12-31 10:00."


def test_a_repeated_hour_asks_which() -> None:
    wall = datetime(2026, 11, 1, 1, 30)
    with pytest.raises(Repeated) as told:
        resolve(wall, CHICAGO)
    first, second = told.value.choices
    assert first == Resolved(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), 0)
    assert second == Resolved(datetime(2026, 11, 1, 7, 30, tzinfo=UTC), 1)
    assert told.value.offsets == ("UTC-5", "UTC-6")
    assert "UTC-5" in told.value.hint
    assert resolve(wall, CHICAGO, fold=0) == first
    assert resolve(wall, CHICAGO, fold=1) == second


def test_both_are_wrong_use() -> None:
    assert issubclass(Gap, Usage)
    assert issubclass(Repeated, Usage)


@pytest.mark.parametrize(
    ("wall", "zone"),
    [(datetime.min, "Asia/Tokyo"), (datetime.max, "Pacific/Honolulu")],
)
def test_the_edge_of_the_calendar_is_told(wall: datetime, zone: str) -> None:
    with pytest.raises(Usage, match="too far"):
        resolve(wall, zone)


@given(
    st.datetimes(datetime(1995, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),
    st.sampled_from([CHICAGO, BERLIN, "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]),
)
def test_every_instant_is_reached_by_its_wall_time(utc: datetime, zone: str) -> None:
    local = utc.astimezone(zone_info(zone))
    found = resolve(local.replace(tzinfo=None), zone, fold=local.fold)
    assert found == Resolved(utc, local.fold)


@given(
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 4, 10)),
    st.sampled_from([CHICAGO, BERLIN, "Australia/Lord_Howe"]),
)
def test_a_wall_time_comes_back_or_was_never_there(wall: datetime, zone: str) -> None:
    skipped: Gap | None = None
    try:
        found = resolve(wall, zone, fold=0)
    except Gap as gap:
        skipped = gap
        found = resolve(gap.after, zone)
    back = found.utc.astimezone(zone_info(zone)).replace(tzinfo=None)
    if skipped is None:
        assert back == wall
    else:
        assert skipped.before < wall < skipped.after == back
        resolve(skipped.before, zone)


@pytest.mark.parametrize(
    ("zone", "text"),
    [(CHICAGO, "UTC-6"), (BERLIN, "UTC+1"), ("Asia/Kolkata", "UTC+5:30"), ("UTC", "UTC"),
     ("America/St_Johns", "UTC-3:30")],
)  # fmt: skip
def test_offsets(zone: str, text: str) -> None:
    assert offset_text(datetime(2026, 12, 1, tzinfo=UTC).astimezone(zone_info(zone))) == text


def test_several_zones() -> None:
    utc = datetime(2026, 12, 1, 20, tzinfo=UTC)
    assert in_zones(utc, [CHICAGO, BERLIN]) == "Tue 14:00 Chicago, 21:00 Berlin"
    assert in_zones(utc, [CHICAGO, BERLIN], offsets=True) == (
        "Tue 14:00 Chicago (UTC-6), 21:00 Berlin (UTC+1)"
    )
    late = utc + timedelta(hours=4)
    assert in_zones(late, [CHICAGO, BERLIN]) == "Tue 18:00 Chicago, Wed 01:00 Berlin"
    assert in_zones(utc, [BERLIN, BERLIN]) == "Tue 21:00 Berlin"
    assert in_zones(utc, [BERLIN]) == "Tue 21:00 Berlin"
