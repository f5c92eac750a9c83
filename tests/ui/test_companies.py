"""Companies and a company's page, help, and the anything dialog, on the sample data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from textual.pilot import Pilot

from ii_tui.clock import Clock
from ii_tui.errors import Nothing
from ii_tui.services import browsing, history, people
from ii_tui.services.demo import demo_desk
from ii_tui.services.desk import Desk
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.companies import CompaniesScreen
from ii_tui.ui.screens.company import CompanyScreen
from tests.ui.people_app import until

NOW = datetime.fromisoformat("2026-11-24T09:30:00-08:00")


@pytest.fixture
def demo() -> Iterator[Desk]:
    with demo_desk(Clock.fixed(NOW)) as desk:
        yield desk


def picture(app: IiApp) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


async def go(pilot: Pilot[object], *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    assert isinstance(pilot.app, IiApp)
    return picture(pilot.app)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_targets_come_first_at_every_width(demo: Desk, width: int) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(width, 24)) as pilot:
        seen = await go(pilot, "4")
        assert isinstance(app.screen, CompaniesScreen)
        assert "Litware" in seen
        assert seen.index("Litware") < seen.index("Adatum")
        assert all(len(line) <= width for line in seen.splitlines())


async def test_a_target_is_marked_and_unmarked_and_undone(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4", "slash", *"adatum", "enter")
        seen = await go(pilot, "s")
        assert "Adatum is a target" in seen
        assert browsing.Companies(demo, "adatum").window(0, 1)[0].target
        await go(pilot, "u")
        assert not browsing.Companies(demo, "adatum").window(0, 1)[0].target


async def test_the_filter_says_how_many_and_escape_clears_it(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = await go(pilot, "4", "slash", *"wood")
        assert "Woodgrove Bank" in seen
        assert "1 of 16" in seen
        assert "Litware" not in seen
        seen = await go(pilot, "escape")
        assert "Litware" in seen


async def test_a_company_shows_its_people_and_opens_one(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = await go(pilot, "4", "slash", *"contoso", "enter", "enter")
        assert isinstance(app.screen, CompanyScreen)
        assert "Clara Novak" in seen
        assert "met" in seen
        await go(pilot, "escape")
        assert isinstance(app.screen, CompaniesScreen)


async def test_a_new_company_is_a_target(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4", "n")
        await go(pilot, *"Zenith", "enter")
        await app.workers.wait_for_complete()
        assert "Zenith is a target" in picture(app)
        assert browsing.Companies(demo, "zenith").window(0, 1)[0].target


async def test_help_names_the_step_and_the_keys(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = await go(pilot, "4", "question_mark")
        assert "Step 1, connect" in seen
        assert "You want to work there" in seen


async def test_anything_finds_people_companies_and_commands(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4", "colon")
        seen = await go(pilot, *"contoso")
        assert "company" in seen
        assert "Clara Novak" in seen
        for _ in range(len("contoso")):
            await pilot.press("backspace")
        seen = await go(pilot, *"figures")
        assert "honest counts" in seen
        await go(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.current_mode == "figures"


async def test_a_page_whose_company_was_undone_is_left_with_words(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4")
        browsing.add_company(demo, "Zenith")
        await go(pilot, "slash", *"zenith", "enter", "enter")
        assert isinstance(app.screen, CompanyScreen)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, CompaniesScreen))
        await until(pilot, lambda: "not here any more" in picture(app))


async def test_a_company_that_went_cannot_be_edited(demo: Desk) -> None:
    app = IiApp(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4")
        company = browsing.add_company(demo, "Zenith")
        await go(pilot, "slash", *"zenith", "enter")
        history.undo_last(demo)
        await pilot.press("e")
        await until(pilot, lambda: "not here any more" in picture(app))
        with pytest.raises(Nothing):
            browsing.company(demo, company)


async def test_what_another_window_was_quicker_with_is_shown_first(
    desk: Desk, other_desk: Desk
) -> None:
    people.quick_add(desk, "Ada Lovelace @ Babbage")
    (row,) = browsing.Companies(desk).window(0, 1)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "4")
        browsing.set_motivation(other_desk, row.id, 3)
        browsing.set_target(other_desk, row.id, True)
        seen = await go(pilot, "minus")
        assert "changed elsewhere" in seen
        (now,) = browsing.Companies(desk).window(0, 1)
        assert (now.motivation, now.target) == (3, True)
        seen = await go(pilot, "minus")
        assert "Motivation for Babbage: 2" in seen
        browsing.set_target(other_desk, row.id, False)
        seen = await go(pilot, "s")
        assert "Babbage is no longer a target" in seen
