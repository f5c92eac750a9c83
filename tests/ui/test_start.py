"""What the first frame waits for, counted: sheets parsed, looks worked out, rows read."""

from __future__ import annotations

import pytest
from textual.css.stylesheet import Stylesheet
from textual.strip import Strip

from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.store import driver
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.today import TodayScreen
from ii_tui.ui.styles import themes
from ii_tui.ui.widgets.painting import Painter
from tests.ui.people_app import picture, populate, seen, until


def strips(app: IiApp) -> list[Strip]:
    """The screen with its colors."""
    return [strip.simplify() for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, themes.ANSI_DARK])
@pytest.mark.parametrize("width", [80, 120])
async def test_the_sheets_are_parsed_once_and_are_right(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, theme: str, width: int
) -> None:
    populate(desk)
    desk.settings = type(desk.settings)(ui=type(desk.settings.ui)(theme=theme))
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda self: again.append(self))
    app = IiApp(desk)
    async with app.run_test(size=(width, 40)) as pilot:
        for key, words in (("1", "Send her the score"), ("2", "CONNECT")):
            await pilot.press(key)
            await until(pilot, lambda words=words: seen(app, words))
        assert again == []
        monkeypatch.undo()
        before = strips(app)
        app.refresh_css(animate=False)
        await pilot.pause()
        assert strips(app) == before, "what a new parse would have changed"


async def test_only_the_looks_that_are_drawn_are_worked_out(desk: Desk) -> None:
    populate(desk)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        for painter in app.screen.query(Painter):
            assert set(painter._component_styles) == painter._used
            assert len(painter._used) < len(Painter.COMPONENT_CLASSES)


async def rows_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many rows were read until Today stood there."""
    count = 0
    rows = driver.Db.rows

    def counted(self: driver.Db, sql: str, *params: object) -> list[tuple[object, ...]]:
        nonlocal count
        found = rows(self, sql, *params)
        count += len(found)
        return found

    monkeypatch.setattr(driver.Db, "rows", counted)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        assert isinstance(app.screen, TodayScreen), picture(app)
        found = count
    monkeypatch.undo()
    return found


async def test_a_start_reads_no_more_with_more_people(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    populate(desk)
    few = await rows_read(desk, monkeypatch)
    for number in range(300):
        people.quick_add(desk, f"Person{number} Family @ Company{number}")
    # The second start finds them; the first one's writer thread may have been at its chores.
    assert await rows_read(desk, monkeypatch) <= few + 20


def test_what_a_start_asks_walks_no_table_of_people(desk: Desk) -> None:
    populate(desk)
    asked: list[str] = []
    desk.draws_here()
    desk.store.reader.connection().set_trace_callback(asked.append)
    from ii_tui.services import today

    today.the_day(desk)
    today.open_count(desk)
    desk.store.reader.connection().set_trace_callback(None)
    plans = {
        row[3]
        for sql in asked
        if sql.startswith("SELECT") and " LIMIT " not in sql
        for row in desk.store.reader.rows(f"EXPLAIN QUERY PLAN {sql}")
    }
    assert plans
    assert not [plan for plan in plans if plan.startswith(("SCAN c ", "SCAN contact", "SCAN o "))]
    outcomes = [plan for plan in plans if "task_outcome" in plan]
    assert outcomes, "who is to hear the news is asked each time Today is drawn"
