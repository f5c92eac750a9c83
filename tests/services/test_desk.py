"""The desk: whose day it is, which days are worked, and what an act leaves behind."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ii_tui.clock import Clock
from ii_tui.core.stages import EventKind, Stage
from ii_tui.errors import Nothing
from ii_tui.paths import Paths
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from tests.conftest import Hands
from tests.services.conftest import Look


@pytest.mark.parametrize(
    ("hours", "zone"),
    [
        (0, "UTC"),
        (1, "Etc/GMT-1"),
        (-5, "Etc/GMT+5"),
        (14, "Etc/GMT-14"),
        (5.5, "Asia/Kolkata"),
        (5.75, "Asia/Kathmandu"),
        (-9.5, "Pacific/Marquesas"),
        (0.25, "UTC"),
    ],
)
def test_a_fixed_clock_gives_its_offset(paths: Paths, hours: float, zone: str) -> None:
    offset = timezone(timedelta(hours=hours))
    moment = datetime(2026, 11, 24, 1, 30, tzinfo=offset)
    desk = Desk.open(paths, Clock.fixed(moment), throwaway=True)
    assert desk.zone == zone
    if zone != "UTC" or hours == 0:
        assert desk.today() == date(2026, 11, 24)
        assert desk.local(desk.now()).utcoffset() == timedelta(hours=hours)
    desk.close()


def test_my_zone_wins_and_an_unknown_one_does_not(desk: Desk, hands: Hands) -> None:
    hands.at = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert (desk.zone, desk.today()) == ("UTC", date(2026, 11, 24))
    desk.set_setting("me", "zone", "Europe/Berlin")
    assert (desk.zone, desk.today()) == ("Europe/Berlin", date(2026, 11, 25))
    desk.set_setting("me", "zone", "Mars/Olympus")
    assert desk.zone == "UTC"


def test_days_off_and_the_weekend_are_mine(desk: Desk) -> None:
    desk.paths.config.parent.mkdir(parents=True)
    desk.paths.config.write_text(
        '[calendar]\ncountry = "US"\nweekend = ["fri", "Saturday"]\ndays_off = ["2026-11-30"]\n'
    )
    assert desk.reload_settings() == ()
    mine, theirs = desk.calendar(), desk.calendar("DE")
    assert mine.weekend == {4, 5}
    assert not mine.is_business(date(2026, 11, 26))
    assert not mine.is_business(date(2026, 11, 30))
    assert theirs.weekend == {5, 6}
    assert theirs.is_business(date(2026, 11, 26))


def test_an_act_that_fails_leaves_nothing(desk: Desk, look: Look, ada: int) -> None:
    def half(act: Act) -> None:
        act.event(ada, EventKind.NOTE, text="x", interview_id=act.open(ada, Stage.HELD).id)
        act.name_of(99)

    with pytest.raises(Nothing), desk.act("Half done") as act:
        half(act)
    assert look.at(ada) is None
    assert look.page(ada).tasks == ()
    assert look.story(ada) == []


def test_only_the_drawing_thread_reads_with_little_patience(desk: Desk) -> None:
    with desk.reading() as db:
        assert db is desk.store.db
    desk.draws_here()
    with desk.reading() as db:
        assert db is desk.store.reader
    seen: list[object] = []

    def elsewhere() -> None:
        with desk.reading() as db:
            seen.append(db)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join(10)
    assert seen == [desk.store.db]
