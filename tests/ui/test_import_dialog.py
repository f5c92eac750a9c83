"""Bringing a network in: looked at first, stopped without a trace, reported, taken back."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ii_tui.services import importing, people
from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall
from ii_tui.ui.dialogs.import_report import PreviewDialog, ReportDialog
from ii_tui.ui.dialogs.importing import FileDialog, ProgressDialog, Running
from ii_tui.ui.screens.contacts import ContactsScreen
from tests.files.make_connections import connections_csv, hostile_csv
from tests.ui.people_app import ContactsApp, picture, prose, seen, until


async def name_file(app: ContactsApp, pilot: Pilot[Any], path: Path) -> None:
    """From Contacts to the file looked at."""
    if not isinstance(app.screen, FileDialog):
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, FileDialog) and app.focused)
    screen = app.screen
    assert isinstance(screen, FileDialog)
    screen._entry.value = str(path)
    await pilot.press("enter")


async def at(app: ContactsApp, pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(app.screen, kind) and app.screen.is_mounted)
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (200, 60)])
async def test_from_the_path_to_the_report(
    desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(connections_csv(300))
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await until(pilot, lambda: seen(app, "300  new"))
        assert people.People(desk).count() == 0, "looking at it writes nothing"
        await pilot.press("enter")
        await at(app, pilot, ReportDialog)
        await until(pilot, lambda: seen(app, "300  new"))
        await until(pilot, lambda: seen(app, "u takes it all back") or size[0] == 40)
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "300 people"))
        assert recall(desk, "_import_folder").startswith(str(tmp_path))
        # The folder is there the next time; the same file has nothing new.
        await pilot.press("i")
        await at(app, pilot, FileDialog)
        assert app.screen._entry.value.rstrip("/") == str(tmp_path)  # type: ignore[attr-defined]  # a FileDialog
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await until(pilot, lambda: seen(app, "300  unchanged"))
        await until(pilot, lambda: seen(app, "there is nothing"))
        await pilot.press("enter", "escape")
        await at(app, pilot, FileDialog)
        await pilot.press("escape")
        await at(app, pilot, ContactsScreen)


async def test_a_path_that_no_file_can_have_is_told_at_the_field(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await name_file(app, pilot, Path("/tmp") / ("x" * 300))
        await until(pilot, lambda: seen(app, "could not be read"))
        await at(app, pilot, FileDialog)


async def test_the_report_takes_it_all_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(connections_csv(300))
    people.quick_add(desk, "Mary Jackson")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await pilot.press("enter")
        await at(app, pilot, ReportDialog)
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone: Imported 300 people"))
        await until(pilot, lambda: seen(app, "1 person"))


async def test_rows_that_were_refused_are_told_with_their_lines(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    data, verdicts = hostile_csv(400)
    path.write_bytes(data)
    rejected = [line for line, verdict in verdicts if verdict == "rejected"]
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await until(pilot, lambda: seen(app, f"{len(rejected)}  rejected"))
        await pilot.press("enter")
        await at(app, pilot, ReportDialog)
        await pilot.press("G")
        await until(pilot, lambda: seen(app, f"Line {rejected[-1]:,}: "))
        assert "\x1b" not in "".join(picture(app))


async def test_a_file_that_is_none_is_named_in_place(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "holiday.csv"
    other.write_text("Day;Beach\n1;Ostend\n")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        for path, why in (
            (tmp_path / "missing.csv", "There is no file"),
            (tmp_path, "is a folder"),
            (other, "a table whose first line is Day, Beach"),
        ):
            await name_file(app, pilot, path)
            await until(
                pilot, lambda why=why: isinstance(app.screen, FileDialog) and why in prose(app)
            )
            shown = f"{path}{os.sep}" if path.is_dir() else str(path)  # a name is to follow
            assert app.screen._entry.value == shown  # type: ignore[attr-defined]  # a FileDialog
        await until(pilot, lambda: seen(app, "ssh box ii-tui import - < Connections.csv"))
        await pilot.press("escape")
        await at(app, pilot, ContactsScreen)


async def test_the_folder_of_the_file_will_do(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_bytes(connections_csv(3))
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await name_file(app, pilot, tmp_path)
        await at(app, pilot, PreviewDialog)
        await until(pilot, lambda: seen(app, "Connections.csv, before anything is written"))


async def test_tab_completes_the_path(desk: Desk, tmp_path: Path) -> None:
    for name in ("Connections.csv", "Connections-old.csv"):
        (tmp_path / name).write_bytes(b"x")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await at(app, pilot, FileDialog)
        screen = app.screen
        assert isinstance(screen, FileDialog)
        screen._entry.value = str(tmp_path / "Con")
        await pilot.press("tab")
        await until(pilot, lambda: screen._entry.value == str(tmp_path / "Connections"))
        await pilot.press("tab")
        await until(pilot, lambda: seen(app, "Connections-old.csv  Connections.csv"))


@contextmanager
def busy(desk: Desk) -> Iterator[None]:
    """The writer thread has something else to do: what is asked of it waits."""
    free = threading.Event()
    desk.jobs.submit(free.wait)
    try:
        yield
    finally:
        free.set()


async def test_thirty_thousand_stopped_then_done_then_undone(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(connections_csv(30_000))
    people.quick_add(desk, "Mary Jackson")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        with busy(desk):
            await name_file(app, pilot, path)
            await at(app, pilot, ProgressDialog)
            await until(pilot, lambda: seen(app, "esc stop"))
            await pilot.press("escape")
            await until(pilot, lambda: seen(app, "Stopping."))
        await at(app, pilot, FileDialog)
        await until(pilot, lambda: seen(app, "x "))
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await until(pilot, lambda: seen(app, "30,000  new"))
        with busy(desk):
            await pilot.press("enter")
            await at(app, pilot, ProgressDialog)
            await pilot.press("escape")
        await at(app, pilot, FileDialog)
        assert people.People(desk).count() == 1, "stopped means that nothing changed"
        await name_file(app, pilot, path)
        await at(app, pilot, PreviewDialog)
        await pilot.press("enter")
        await at(app, pilot, ReportDialog)
        assert people.People(desk).count() == 30_001
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone: Imported 30,000 people"))
        assert people.People(desk).count() == 1


async def test_the_line_says_how_far_it_is(desk: Desk) -> None:
    app = ContactsApp(desk)
    running = Running(total=3_500_000)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ProgressDialog("Importing Connections.csv", running))
        await until(pilot, lambda: seen(app, "0 kB of 3.5 MB"))
        assert not seen(app, "=")
        running.told(1_750_000, 3_500_000)
        await until(pilot, lambda: seen(app, "1.8 MB of 3.5 MB"))
        assert seen(app, "=-")
        running.told(3_500_000, 3_500_000)
        await until(pilot, lambda: seen(app, "Comparing with who is here."))
        assert not running.stop.is_set()


async def test_leaving_stops_what_runs(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(connections_csv(30_000))
    app = ContactsApp(desk)
    with busy(desk):
        async with app.run_test(size=(80, 24)) as pilot:
            await name_file(app, pilot, path)
            await at(app, pilot, ProgressDialog)
            app.exit(0)
    desk.jobs.run(lambda: None)
    assert people.People(desk).count() == 0
    assert importing.import_data(desk, connections_csv(3)).new == 3
