"""I found the job, by keyboard: asked, done in one change, told one by one, taken back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from ii_tui.core.stages import EventKind, Exit
from ii_tui.services import found, people, scheduling, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.dialogs.found import Marking
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.screens.composer import ComposerScreen
from tests.conftest import Hands
from tests.ui.people_app import line_of, prose, seen, until


@pytest.fixture
def search(desk: Desk) -> dict[str, int]:
    """Two who were met, one who was only asked."""
    desk.set_setting("me", "name", "Mina Okafor")
    ids = {}
    for name in ("Ada", "Bob", "Cleo"):
        ids[name], _ = people.quick_add(desk, f"{name} Test @ {name}works")
        kind = "sent" if name == "Cleo" else "met"
        what = "meeting_request" if name == "Cleo" else None
        touches.log(desk, ids[name], Touch(EventKind(kind), what))
    return ids


async def begin(pilot: Pilot[int], app: IiApp) -> None:
    """By the palette as far as where the job is."""
    await pilot.press("colon", *"found the job", "enter")
    await until(pilot, lambda: seen(app, "Where have you found the job?"))


async def to_the_end(pilot: Pilot[int], app: IiApp) -> None:
    """At a company that is typed, now, everyone, the rest kept."""
    await begin(pilot, app)
    await pilot.press("o")
    await until(pilot, lambda: seen(app, "Company"))
    await pilot.press(*"Contoso", "enter")
    await until(pilot, lambda: isinstance(app.screen, Telling) and app.screen.focused)
    await pilot.press("enter")
    await until(pilot, lambda: seen(app, "2 people helped, and will hear it from you"))
    await pilot.press("enter")
    await until(pilot, lambda: seen(app, "1 conversation is still open. What becomes of them?"))
    await pilot.press("k")
    await until(pilot, lambda: seen(app, "You found the job at Contoso: 2 people to tell."))


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_told_one_by_one(desk: Desk, search: dict[str, int], size: tuple[int, int]) -> None:
    app = IiApp(desk)
    async with app.run_test(size=size) as pilot:
        await begin(pilot, app)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        assert found.to_tell(desk) == []
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_end(pilot, app)
        await pilot.press("y")
        await until(pilot, lambda: seen(app, "Outcome 1 of 2: Ada Test, Adaworks"))
        await until(pilot, lambda: seen(app, "You met."))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, ComposerScreen))
        await until(pilot, lambda: "I have found a job at Contoso" in prose(app))
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Bob Test, Bobworks"))
        await pilot.press("x")
        await until(pilot, lambda: seen(app, "Tell 1 person the news"))
        await until(pilot, lambda: seen(app, "Outcome: 1 of 2 told."))
        # From the line on Today it goes on.
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("slash", *"news", "enter", "enter")
        await until(pilot, lambda: seen(app, "Outcome 2 of 2: Ada Test"))
        await pilot.press("l")
        await until(pilot, lambda: found.to_tell(desk) == [])


async def test_some_are_left_out_some_end_and_one_undo_takes_it_back(
    desk: Desk, search: dict[str, int]
) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: seen(app, "Adaworks"))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, Telling) and app.screen.focused)
        await pilot.press(*"in 3 days", "enter")
        await until(pilot, lambda: isinstance(app.screen, Marking) and app.screen.focused)
        await pilot.press("d", "enter")
        await until(pilot, lambda: seen(app, "What becomes of them?"))
        await pilot.press("l")
        await until(pilot, lambda: seen(app, "Which end with it?"))
        await until(pilot, lambda: isinstance(app.screen, Marking) and app.screen.focused)
        await pilot.press("d")
        await until(pilot, lambda: "close" in line_of(app, "Cleo Test"))
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "From Friday 27 November you tell 1 person"))
        exits = [people.page(desk, search[name]).interviews[0].exit for name in ("Cleo", "Bob")]
        assert exits == [Exit.LAPSED, None]
        await pilot.press("u")
        await until(pilot, lambda: not seen(app, "you tell 1 person the news"))
    assert people.page(desk, search["Cleo"]).interviews[0].exit is None
    assert found.progress(desk) is None


async def test_nobody_helped_yet(desk: Desk) -> None:
    people.quick_add(desk, "Ada Lovelace")
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"found the job", "enter")
        await until(pilot, lambda: seen(app, "Nobody has helped yet"))


async def test_whom_you_are_to_meet_has_not_been_met_long_ago(
    desk: Desk, search: dict[str, int], hands: Hands
) -> None:
    for name, when in (("Cleo", "tomorrow 10:00"), ("Dora", "in 3 weeks 10:00")):
        person = search.get(name) or people.quick_add(desk, f"{name} Test @ {name}works")[0]
        scheduling.meet(desk, person, scheduling.plan(desk, person, at=when))
    hands.forward(days=7)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, Telling) and app.screen.focused)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Marking) and app.screen.focused)
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "You are to meet Dora Test."))
