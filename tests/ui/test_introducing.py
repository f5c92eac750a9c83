"""Introductions by keyboard: who could make one, what came of it, and whom the debrief named."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import EventKind, Stage
from ii_tui.services import coming_in, interviews, introducing, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.person import PersonScreen
from tests.ui.people_app import ContactsApp, prose, until

ASK = Touch(EventKind.SENT, Kind.INTRO_REQUEST.value, "email")


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Ada, who could introduce, and Grace, who is wanted."""
    desk.set_setting("me", "name", "Sam Carter")
    found = {}
    for line in ("Ada Lovelace, Analyst @ Acme <ada@example.org>", "Grace Hopper, Admiral @ Navy"):
        person, _ = people.quick_add(desk, line)
        found[people.page(desk, person).first] = person
    return found


async def shown(pilot: Pilot[Any], words: str) -> None:
    """Waits until the words stand on the screen, however they wrap."""
    app = pilot.app
    assert isinstance(app, ContactsApp)
    await until(pilot, lambda: words in prose(app))


async def page(pilot: Pilot[Any], person: int) -> None:
    """The person's page is opened and drawn."""
    screen = PersonScreen(person)
    pilot.app.push_screen(screen)
    await until(pilot, lambda: screen.page is not None and pilot.app.screen is screen)
    await pilot.pause()


async def test_one_key_asks_who_could_introduce_and_writes_to_them(
    desk: Desk, ids: dict[str, int]
) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Grace"])
        await pilot.press("I")
        await shown(pilot, "Who could introduce you to Grace Hopper?")
        await pilot.press(*"love")
        await shown(pilot, "Ada Lovelace Analyst at Acme")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ComposerScreen))
        await shown(pilot, "Introduction request: Ada Lovelace, about Grace Hopper")
        screen = app.screen
        assert isinstance(screen, ComposerScreen)
        assert "To forward, as it stands:\n\nSam Carter is" in screen.text.text


async def test_a_request_from_the_list_of_kinds_asks_whom_it_is_about(
    desk: Desk, ids: dict[str, int]
) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Ada"])
        await pilot.press("M")
        await shown(pilot, "Write what to Ada Lovelace?")
        await pilot.press("5")
        await shown(pilot, "Introduction request to Ada Lovelace: about whom?")
        await pilot.press(*"hopper")
        await shown(pilot, "Grace Hopper Admiral at Navy")
        await pilot.press("enter")
        await shown(pilot, "Introduction request: Ada Lovelace, about Grace Hopper")


@pytest.mark.parametrize("here", ["Ada", "Grace"])
async def test_what_came_of_it_is_told_on_either_page(
    desk: Desk, ids: dict[str, int], here: str
) -> None:
    introducing.asked(desk, ids["Ada"], ids["Grace"], ASK)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await page(pilot, ids[here])
        assert "INTRODUCTIONS Ada Lovelace may introduce you to Grace Hopper" in prose(app)
        assert "asked today" in prose(app)
        assert "Nudge Ada, once" in prose(app)
        await pilot.press("r")
        await shown(pilot, f"Introduction: {'Grace Hopper' if here == 'Ada' else 'Ada Lovelace'}")
        await pilot.press("i")
        await shown(pilot, "It is kept with both of them.")
        await pilot.press("1")
        await shown(pilot, "Ada Lovelace agreed to introduce you to Grace Hopper - u undo")
        assert "Nudge Ada" not in prose(app)
        await pilot.press("r")
        await shown(pilot, "What came in from")
        await pilot.press("i")
        await shown(pilot, "It is kept with both of them.")
        await pilot.press("1")
        await shown(pilot, "Ada Lovelace introduced you to Grace Hopper - u undo")
        await shown(pilot, "Ask for 30 minutes")
        await pilot.press("u")
        await shown(pilot, "agreed today")
    assert people.page(desk, ids["Grace"]).introducer_id is None


async def test_a_no_offers_another_way(desk: Desk, ids: dict[str, int]) -> None:
    introducing.asked(desk, ids["Ada"], ids["Grace"], ASK)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Grace"])
        await pilot.press("r")
        await shown(pilot, "What came in from")
        await pilot.press("i")
        await shown(pilot, "Ada would rather not")
        await pilot.press("3")
        await shown(pilot, "Another way to Grace?")
        await pilot.press("a")
        await shown(pilot, "Who could introduce you to Grace Hopper?")
        await pilot.press("escape")
        await shown(pilot, "Find another way to them")


async def test_they_put_me_in_touch_with_somebody_new(desk: Desk, ids: dict[str, int]) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Ada"])
        await pilot.press("r")
        await shown(pilot, "What came in from")
        await pilot.press("p")
        await shown(pilot, "Ada Lovelace introduced you to whom?")
        await pilot.press(*"Dan Dante")
        await shown(pilot, "+ Dan Dante")
        await pilot.press("enter")
        await shown(pilot, "Ada Lovelace introduced you to Dan Dante - u undo")
    dan = people.page(desk, people.resolve(desk, "Dan Dante"))
    assert (dan.introducer_id, dan.introductions[0].state) == (ids["Ada"], "introduced")


async def test_enter_on_an_introduction_opens_the_other_page(
    desk: Desk, ids: dict[str, int]
) -> None:
    introducing.came(desk, ids["Ada"], ids["Grace"], "agreed")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Ada"])
        await pilot.press("j", "enter")
        await shown(pilot, "Admiral at Navy")


@pytest.mark.parametrize(("key", "added"), [("1", True), ("2", False)])
async def test_whom_the_debrief_suggests_may_join_the_board(
    desk: Desk, ids: dict[str, int], key: str, added: bool
) -> None:
    interviews.move(desk, ids["Ada"], Stage.SCHEDULED)
    coming_in.met(desk, ids["Ada"])
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Ada"])
        await shown(pilot, "Write down what you heard")
        await pilot.press("enter")
        await shown(pilot, "What did you hear?")
        await pilot.press("tab", *"Dan Dante @ Umbra", "ctrl+s")
        await shown(pilot, "Ada Lovelace suggested Dan Dante")
        await pilot.press("tab", key)
        await shown(pilot, "Do you want Acme more, or less?")
        await pilot.press("s")
        await shown(pilot, "Debrief of Ada Lovelace is done")
    found = [row for row in people.introduced_by(desk, ids["Ada"]) if row.name == "Dan Dante"]
    assert bool(found) == added


async def test_the_composer_says_which_beat_it_is(desk: Desk, ids: dict[str, int]) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Grace"])
        await pilot.press("m")
        await shown(pilot, "Reconnect, first beat: Grace Hopper")
        assert "Warm now, without the search" in prose(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        touches.log(desk, ids["Grace"], Touch(EventKind.SENT, "reconnect", "linkedin"))
        coming_in.wrote(desk, ids["Grace"])
        await pilot.press("m")
        await shown(pilot, "Meeting request, second beat: Grace Hopper")


async def test_what_is_typed_once_stands_in_the_request_and_in_the_lines_to_forward(
    desk: Desk, ids: dict[str, int]
) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, ids["Grace"])
        await pilot.press("I")
        await shown(pilot, "Who could introduce you to Grace Hopper?")
        await pilot.press(*"love")
        await shown(pilot, "Ada Lovelace Analyst at Acme")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ComposerScreen))
        screen = app.screen
        assert isinstance(screen, ComposerScreen)
        await until(pilot, lambda: screen.text.selected_text == "{topic}")
        assert screen.text.text.count("{topic}") == 2
        await pilot.press(*"compilers", "tab")
        await until(pilot, lambda: screen.text.selected_text == "{target_specific}")
        assert screen.text.text.count("compilers") == 2
        assert "{topic} is filled in everywhere" in prose(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.text.text.count("{topic}") == 1)
