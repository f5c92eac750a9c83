"""Triage by keyboard: who is shown is who is meant, however fast one types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from ii_tui.core.stages import Closeness
from ii_tui.services import browsing, importing, people
from ii_tui.services.desk import Desk
from ii_tui.services.triage import Triage
from ii_tui.ui.dialogs.triage import TriageSheet
from tests.files.make_connections import connections_csv
from tests.ui.people_app import ContactsApp, populate, prose, seen, until

SIZES = [(80, 24), (120, 40), (40, 24)]


def queue(desk: Desk, most: int) -> list[int]:
    """Ids of who will be asked about, in order."""
    sitting = Triage(desk)
    sitting.begin()
    return [row.id for row in list(sitting._queue)[:most]]


async def opened(pilot: Pilot[int], app: ContactsApp) -> TriageSheet:
    await until(pilot, lambda: isinstance(app.screen, TriageSheet) and app.screen.focused)
    assert isinstance(app.screen, TriageSheet)
    return app.screen


def tie(desk: Desk, person: int) -> Closeness | None:
    return people.page(desk, person).closeness


async def test_ten_keys_in_one_packet_land_on_ten_people_in_order(desk: Desk) -> None:
    importing.import_data(desk, connections_csv(300), name="c.csv")
    wanted = queue(desk, 10)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("W", *"cascascasc", "escape")
        await until(pilot, lambda: seen(app, "Sorted 10 people. 290 left: W goes on."))
    values = {"c": Closeness.CLOSE, "a": Closeness.ACQUAINTANCE, "s": Closeness.STRANGER}
    assert [tie(desk, person) for person in wanted] == [values[key] for key in "cascascasc"]
    assert desk.store.db.value("SELECT count(*) FROM contact WHERE closeness IS NOT NULL") == 10


async def test_taking_back_skipping_and_going_on(desk: Desk) -> None:
    importing.import_data(desk, connections_csv(30), name="c.csv")
    first, second, third, fourth = queue(desk, 4)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("W")
        sheet = await opened(pilot, app)
        await pilot.press("c", "s", "space", "u", "u")
        await until(pilot, lambda: sheet.triage.current and sheet.triage.current.id == second)
        await until(pilot, lambda: tie(desk, second) is None)
        assert tie(desk, first) is Closeness.CLOSE
        await pilot.press("u", "u")
        await until(pilot, lambda: seen(app, "Nothing was said yet"))
        await pilot.press("a", "z", "z", "escape")
        await until(pilot, lambda: seen(app, "Sorted 1 person. 27 left"))
        await pilot.press("W")
        sheet = await opened(pilot, app)
        assert sheet.triage.current is not None
        assert sheet.triage.current.id == fourth
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Nothing was said yet"))
        await pilot.press("escape", "u")
        await until(pilot, lambda: tie(desk, first) is None)
    assert [tie(desk, each) for each in (second, third)] == [None, None]


async def test_the_filter_says_whom(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"globex", "enter", "W")
        sheet = await opened(pilot, app)
        assert sheet.triage.left == 2
        await pilot.press("c", "a")
        await until(pilot, lambda: seen(app, "That is everyone."))
        assert "You sorted 2 people." in prose(app)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, TriageSheet))
        await pilot.press("W")
        await until(pilot, lambda: seen(app, "Everyone here is sorted. Go through them again?"))
        await pilot.press("y")
        sheet = await opened(pilot, app)
        await until(pilot, lambda: seen(app, "2 left"))
        await pilot.press("s", "escape")
        await until(pilot, lambda: not isinstance(app.screen, TriageSheet))
    ties = {tie(desk, ids[name]) for name in ("Nina", "Łukasz")}
    assert Closeness.STRANGER in ties
    assert ties & {Closeness.CLOSE, Closeness.ACQUAINTANCE}


@pytest.mark.parametrize("size", SIZES)
async def test_what_helps_to_remember_them(desk: Desk, size: tuple[int, int]) -> None:
    ids = populate(desk)
    company = people.page(desk, ids["Nina"]).company_id
    assert company is not None
    browsing.set_target(desk, company, True)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", *"nina", "enter", "W")
        await opened(pilot, app)
        for words in ("Nina Simone", "1 left", "Pianist at Globex", "one of your target",
                      "We shared a stage", "Ada Lovelace", "alumni, music", "c", "close",
                      "acquaintance", "stranger", "skip"):  # fmt: skip
            await until(pilot, lambda words=words: seen(app, words))


async def go_by_company(pilot: Pilot[int]) -> None:
    await pilot.press("4", "W")


async def go_by_page(pilot: Pilot[int]) -> None:
    await pilot.press("4", "enter", "W")


async def go_by_palette(pilot: Pilot[int]) -> None:
    await pilot.press("1", "colon", *"how well you know everyone", "enter")


@pytest.mark.parametrize(("way", "left"), [(go_by_company, 2), (go_by_page, 2), (go_by_palette, 5)])
async def test_from_everywhere(desk: Desk, way: Callable[[Pilot[int]], object], left: int) -> None:
    ids = populate(desk)
    company = people.page(desk, ids["Nina"]).company_id
    assert company is not None
    browsing.set_target(desk, company, True)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await way(pilot)  # type: ignore[misc]  # a coroutine function
        sheet = await opened(pilot, app)
        assert sheet.triage.left == left


async def test_nobody_to_sort(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("W")
        await until(pilot, lambda: seen(app, "Nobody is here to sort."))


async def test_today_teaches_it_and_can_be_told_not_now(desk: Desk) -> None:
    ids = populate(desk)
    company = people.page(desk, ids["Nina"]).company_id
    assert company is not None
    browsing.set_target(desk, company, True)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "W sorts 5   6 people"))
        await pilot.press("1")
        words = "2 people at your companies: how well do you know them?"
        await until(pilot, lambda: seen(app, words))
        await pilot.press("slash", *"how well", "enter", "enter")
        sheet = await opened(pilot, app)
        assert sheet.triage.current is not None
        assert sheet.triage.current.target
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, TriageSheet))
        await pilot.press("z")
        await until(pilot, lambda: seen(app, "Put off for 30 days"))
        await pilot.press("escape")
        await until(pilot, lambda: not seen(app, words))
