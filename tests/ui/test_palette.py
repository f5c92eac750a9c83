"""The anything dialog has everything; settings, export, backup and the undo list in the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ii_tui import config
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui import commands
from ii_tui.ui.dialogs.anything import Anything
from ii_tui.ui.keymap import Keymap
from ii_tui.ui.palette import entries, fitting
from ii_tui.ui.widgets.lines import Lines
from tests.ui.people_app import ContactsApp, picture, populate, prose, seen, until
from tests.ui.sheets import asked
from tests.ui.test_adding import typed


@pytest.mark.parametrize("place", commands.PLACES)
def test_every_command_stands_in_it_once(place: str) -> None:
    every = entries(Keymap(), commands.PLACES[place])
    actions = {one.action for one in every}
    wanted = {one.action for one in commands.COMMANDS if one.scope != "cursor"}
    assert wanted <= actions
    assert len(actions) == len(every)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("export", "app.export"),
        ("save as", "app.export"),
        ("colors", "app.theme"),
        ("phone", "set.phone"),
        ("my phone", "set.phone"),
        ("holiday", "set.country"),
        ("csv", "people.import"),
        ("delete", "people.archive"),
        ("remove person", "people.archive"),
        ("quit", "app.quit"),
        ("exit", "app.quit"),
        ("settings", "app.settings"),
        ("setings", "app.settings"),
        ("bakcup", "app.backup"),
        ("five steps", "app.method"),
        ("want it less", "companies.less"),
    ],
)
def test_words_that_people_type(words: str, first: str) -> None:
    found = fitting(words, entries(Keymap(), commands.PLACES["contacts"]))
    assert found[0].id == first, [one.id for one in found[:5]]


async def palette(pilot: Pilot[Any], words: str) -> None:
    app = pilot.app
    assert isinstance(app, ContactsApp)
    await pilot.press("colon")
    await until(pilot, lambda: isinstance(app.screen, Anything) and app.focused)
    await pilot.press(*typed(words), "enter")


async def test_no_title_is_cut_at_eighty_columns(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, Anything) and app.focused)
        lists = app.screen.query_one(Lines)
        width = lists.size.width - 2
        for item in lists.items:
            for row in item.rows:
                assert "…" not in "".join(span.text for span in row.spans(width, 0))
        assert len(lists.items) > 60


async def test_what_works_elsewhere_leads_there(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await palette(pilot, "want it less")
        await until(pilot, lambda: app.current_mode == "companies")
        await until(pilot, lambda: seen(app, "- there: Lower motivation."))
        await palette(pilot, "hand the text")
        await until(pilot, lambda: seen(app, "That works while you write"))


async def test_settings_are_checked_kept_and_used(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await palette(pilot, "my phone")
        await asked(pilot, "Settings")
        await until(pilot, lambda: app.focused and app.focused.id == "phone-input")
        assert str(desk.paths.config.name) in prose(app).replace(" ", "")
        await pilot.press(*typed("555 1234"), "tab", *typed("Nowhere"), "ctrl+s")
        await until(pilot, lambda: seen(app, "x "))
        assert desk.settings.me.phone == ""
        await pilot.press("ctrl+u", *typed("Chicago"), "ctrl+s")
        await until(pilot, lambda: seen(app, "Kept: My phone, Time zone"))
        assert desk.settings.me.phone == "555 1234"
        assert desk.zone == "America/Chicago"
        await palette(pilot, "weekend")
        await asked(pilot, "Settings")
        await until(pilot, lambda: app.focused and app.focused.id == "weekend-input")
        await pilot.press("ctrl+u", *typed("fri, sat"), "ctrl+s")
        await until(pilot, lambda: seen(app, "Kept: Weekend"))
        assert config.load(desk.paths.config).settings.calendar.weekend == ("fri", "sat")
        await palette(pilot, "colors")
        await asked(pilot, "Which colors?")
        await pilot.press("l")
        await until(pilot, lambda: seen(app, "Kept: ii-light"))
        assert desk.settings.ui.theme == "ii-light"


async def test_export_and_backup_say_where_and_how_to_fetch(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 50000 10.0.0.1 22")
    monkeypatch.setenv("USER", "ada")
    populate(desk)
    app = ContactsApp(desk)
    out = tmp_path / "out"
    out.mkdir()
    async with app.run_test(size=(200, 40)) as pilot:
        await palette(pilot, "export")
        await asked(pilot, "Export what?")
        await pilot.press("j")
        await asked(pilot, "Write the export to a file")
        await pilot.press(*typed(str(out / "all.json")), "enter")  # it replaces what stood there
        await asked(pilot, "The file is written")
        assert "scp ada@10.0.0.1:" in prose(app)
        assert len(json.loads((out / "all.json").read_text())["contacts"]) == 6
        await pilot.press("g")
        await until(pilot, lambda: seen(app, "Exported to"))
        await palette(pilot, "backup")
        await asked(pilot, "Back up everything")
        await pilot.press("ctrl+u", *typed(str(out)), "enter")
        await asked(pilot, "The file is written")
        assert {path.suffix for path in out.iterdir()} == {".db", ".json"}


async def test_the_undo_list_takes_back(desk: Desk) -> None:
    populate(desk)
    people.quick_add(desk, "Zoe Last")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await palette(pilot, "undo list")
        await asked(pilot, "What was done")
        assert seen(app, "Added Zoe Last")
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "undone"))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: not seen(app, "undone"))
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await palette(pilot, "restore")
        await until(pilot, lambda: seen(app, "Put a backup in place"))
        assert "restore FILE" in prose(app)


async def test_found_is_the_job_and_not_the_founders(desk: Desk) -> None:
    people.quick_add(desk, "Paul Baker, Founder @ Bife")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: seen(app, "Go anywhere"))
        await pilot.press(*"found")
        await until(pilot, lambda: seen(app, "Paul Baker"))
        lines = [line for line in picture(app) if "I found the job" in line or "Paul B" in line]
        assert "I found the job" in lines[0]
