"""Meetings: coming and past in words, both clocks where nobody travels, a file, a cancellation."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ii_tui.core.stages import EventKind
from ii_tui.core.when import parse_meeting
from ii_tui.errors import IiError
from ii_tui.services import calendar_files, coming_in, people, scheduling, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from tests.conftest import Hands
from tests.ui.people_app import line_of, picture, seen, until
from tests.ui.sheets import asked


class MeetingsApp(IiApp):
    """Begins where these tests look."""

    DEFAULT_MODE = "meetings"


def meet(desk: Desk, who: str, line: str) -> int:
    """A meeting with somebody; returns its id."""
    person = people.quick_add(desk, who)[0]
    plan = parse_meeting(line, desk.local(desk.now()), zone=desk.zone)
    return scheduling.meet(desk, person, plan)[0]


@pytest.fixture
def meetings(desk: Desk, hands: Hands) -> dict[str, int]:
    """One of each state; the meetings' ids by first name."""
    hands.forward(days=-2)
    ids = {
        "Held": meet(desk, "Held Person @ Contoso", "tomorrow 12:00 lunch Kitchen treat"),
        "Gone": meet(desk, "Gone Person @ Initech", "tomorrow 15:00 coffee Kiosk"),
        "Open": meet(desk, "Open Person @ Adatum", "tomorrow 17:00 office Adatum"),
    }
    hands.forward(days=2)
    people_of = {name: scheduling.one(desk, number).person_id for name, number in ids.items()}
    coming_in.met(desk, people_of["Held"])
    scheduling.cancel(desk, people_of["Gone"])
    ids["Grace"] = meet(desk, "Grace Hopper @ Navy", "tomorrow 10:00 coffee Corner Cafe")
    ids["Emily"] = meet(desk, "Emily Carter @ Fabrikam", "thu 9:00 Chicago video https://m.example")
    coming_in.confirmed(desk, scheduling.one(desk, ids["Emily"]).person_id)
    sent = Touch(EventKind.SENT, "confirmation", "email")
    touches.log(desk, scheduling.one(desk, ids["Grace"]).person_id, sent)
    return ids


async def test_every_state_has_its_words(desk: Desk, meetings: dict[str, int]) -> None:
    app = MeetingsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = picture(app)
        assert "[6 Meetings]" in lines[0]
        assert line_of(app, "Grace Hopper, Navy").rstrip().endswith("you confirmed")
        assert "Wed 25 Nov  10:00" in line_of(app, "Grace Hopper, Navy")
        assert "coffee, Corner Cafe" in lines[lines.index(line_of(app, "Grace Hopper")) + 1]
        emily = line_of(app, "Emily Carter")
        assert emily.endswith("confirmed by them")
        assert "Thu 26 Nov  15:00" in emily, "nobody travels: my own clock"
        assert "09:00 Chicago, 15:00 UTC" in lines[lines.index(emily) + 1]
        assert line_of(app, "Held Person").startswith(" +")
        assert line_of(app, "Held Person").endswith("you met")
        assert line_of(app, "Gone Person").endswith("cancelled")
        assert line_of(app, "Open Person").startswith(" !")
        assert line_of(app, "Open Person").endswith("did it happen?")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_no_line_is_longer_than_the_screen(
    desk: Desk, meetings: dict[str, int], width: int
) -> None:
    app = MeetingsApp(desk)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        assert all(len(line) <= width for line in picture(app))
        assert seen(app, "Grace Hopper, Navy")
        assert seen(app, "Corner Cafe")
        assert seen(app, "No invite has gone out.") == (width >= 110)


async def test_a_moved_meeting_is_not_confirmed_any_more(
    desk: Desk, hands: Hands, meetings: dict[str, int]
) -> None:
    hands.forward(minutes=5)
    emily = scheduling.one(desk, meetings["Emily"]).person_id
    plan = parse_meeting("fri 11:00 call", desk.local(desk.now()), zone=desk.zone)
    scheduling.meet(desk, emily, plan)
    found = scheduling.all_meetings(desk)
    assert found.state(scheduling.one(desk, meetings["Emily"])) == "planned"


async def test_d_cancels_only_when_said_twice(desk: Desk, meetings: dict[str, int]) -> None:
    app = MeetingsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for keys, state in ((("enter",), "planned"), (("y",), "cancelled")):
            await pilot.press("d")
            await asked(pilot, "Cancel Grace Hopper")
            await pilot.press(*keys)
            await until(pilot, lambda: len(app.screen_stack) == 1)
            await app.workers.wait_for_complete()
            assert scheduling.one(desk, meetings["Grace"]).state == state
        assert seen(app, "Cancelled the meeting with Grace Hopper")
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone"))
        assert scheduling.one(desk, meetings["Grace"]).state == "planned"


async def test_enter_on_one_that_is_over_asks_what_became_of_it(
    desk: Desk, meetings: dict[str, int]
) -> None:
    app = MeetingsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await asked(pilot, "Yes, we met")
        assert seen(app, "Open Person")


async def test_f_writes_the_file(desk: Desk, meetings: dict[str, int], isolated: Path) -> None:
    app = MeetingsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        await asked(pilot, "coffee-grace-hopper-2026-11-25.ics")
        await pilot.press("enter")
        await asked(pilot, "The file is written")
        path = isolated / "coffee-grace-hopper-2026-11-25.ics"
        whole = "".join(line.strip(" │>+") for line in picture(app))
        assert f"~/{path.name}" in whole, "the whole path, over as many lines as it takes"
        assert not seen(app, "scp "), "this is the machine one sits at"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        await pilot.press("b")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_with_no_meeting_it_says_how_one_comes_about(desk: Desk) -> None:
    people.quick_add(desk, "Ada Lovelace")
    app = MeetingsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert seen(app, "No meeting is planned, and none was.")
        assert seen(app, "thu 10 coffee Corner Cafe treat")
        await pilot.press("f")
        await pilot.pause()
        assert seen(app, "No meeting is chosen.")


def test_a_file_name_is_plain(desk: Desk) -> None:
    meeting = meet(desk, "Łukasz ../Wójcik @ Globex", "tomorrow 10:00 coffee Cafe")
    name = calendar_files.meeting_file_name(scheduling.one(desk, meeting))
    assert name == "coffee-lukasz-wojcik-2026-11-25.ics"
    nameless = meet(desk, "王 @ Initech", "tomorrow 11:00 coffee Cafe")
    name = calendar_files.meeting_file_name(scheduling.one(desk, nameless))
    assert name == "coffee-2026-11-25.ics"


def test_a_file_is_never_written_over_by_chance(desk: Desk, tmp_path: Path) -> None:
    meeting = meet(desk, "Ada Lovelace", "tomorrow 10:00 coffee Cafe")
    path = calendar_files.write_meeting(desk, meeting, tmp_path)
    assert path.parent == tmp_path, "a folder takes the file under its plain name"
    path.write_text("mine")
    with pytest.raises(IiError, match="already there"):
        calendar_files.write_meeting(desk, meeting, path)
    assert path.read_text() == "mine"
    with pytest.raises(IiError, match="could not be written"):
        calendar_files.write_meeting(desk, meeting, tmp_path / "no" / "folder.ics")
