"""Makes every picture anew from the sample data at a fixed clock: `python screenshots/make.py`.

`--check` makes them in memory and says which differ from the files; tests/ui/test_screenshots.py
does the same in the suite. Names make only these pictures; `--to FOLDER --size 200x60` puts them
elsewhere at another size, to look at.

What is compared is what is drawn: each cell's character, colors and weight, read back from the
SVG. The bytes around it (fonts, clip paths, the numbering of styles) belong to the version of
Rich, and a newer one must neither fail a test nor rewrite a hundred files.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch
from xml.etree import ElementTree

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk
    from ii_tui.ui.app import IiApp

HERE = Path(__file__).parent
NOW = "2026-11-24T09:30:00-08:00"
SIZES = ((80, 24), (120, 40))
CELL = 12.2
"""how wide a cell is in a picture"""
RENEW = "python screenshots/make.py"


Step = str | Callable[["Desk"], object]


class Shot(NamedTuple):
    """A picture: the screen that must be on top at the end, and the keys that lead there."""

    screen: str
    """name of its class; every screen and dialog of the program is in one picture at least"""
    steps: tuple[Step, ...] = ()
    """from Today on: keys, words to type (they begin with a quote), what happens meanwhile"""
    now: str = NOW
    """the sample data is that of NOW, looked at then"""
    empty: bool = False
    """on an empty database instead of the sample data"""


def _shot(screen: str, *steps: Step, now: str = NOW, empty: bool = False) -> Shot:
    return Shot(screen, steps, now, empty)


def _of(person: str, screen: str, *steps: Step) -> Shot:
    """From a person found among the contacts."""
    return Shot(screen, ("3", "/", f"'{person}", "enter", *steps))


def _owed(words: str, screen: str, *steps: Step, now: str = NOW) -> Shot:
    """From something owed, found on Today."""
    return Shot(screen, ("/", f"'{words}", "enter", *steps), now)


def _elsewhere(person: str, **changed: str) -> Callable[[Desk], object]:
    """Another window saves the person meanwhile."""

    def save(desk: Desk) -> None:
        from ii_tui.services import editing, people
        from ii_tui.services.desk import Desk

        with closing(Desk.open(desk.paths, desk.clock, throwaway=True)) as other:
            page = people.page(other, people.resolve(other, person))
            editing.edit(other, page.id, page.rev, changed)

    return save


AFTER_YUSUF = "2026-11-24T17:00:00-08:00"
IN_DECEMBER = "2026-12-08T09:30:00-08:00"

# One line makes two pictures: SHOTS["name"] = the screen's class, and the keys from Today.
SHOTS: dict[str, Shot] = {
    # Places
    "today": _shot("TodayScreen"),
    "today-waiting": _shot("TodayScreen", "w"),
    "today-empty": _shot("TodayScreen", "escape", empty=True),
    "board": _shot("BoardScreen", "2", "l", "j"),
    "board-closed": _shot("BoardScreen", "2", "p"),
    "contacts": _shot("ContactsScreen", "3", "j", "j"),
    "contacts-filter": _shot("ContactsScreen", "3", "/", "'north"),
    "companies": _shot("CompaniesScreen", "4", "j", "j"),
    "company": _shot("CompanyScreen", "4", "j", "j", "enter"),
    "messages": _shot("MessagesScreen", "5"),
    "meetings": _shot("MeetingsScreen", "6"),
    "figures": _shot("FiguresScreen", "7"),
    "person": _of("jonas", "PersonScreen", "o"),
    "composer": _of("clara", "ComposerScreen", "m"),
    "composer-blocked": _of("grace", "ComposerScreen", "m"),
    # Everywhere
    "anything": _shot("Anything", ":", "'con"),
    "help": _shot("HelpDialog", "?"),
    "method": _shot("MethodDialog", "?", "m"),
    "add": _shot("AddDialog", "3", "n", "'Ada Lovelace, Analyst @ Acme <ada@acme.example>"),
    "first-run": _shot("FirstRun", "'Ada Lovelace, Analyst @ Acme", empty=True),
    "settings": _shot("SettingsForm", ":", "'settings", "enter"),
    "history": _of("jonas", "HistoryDialog", "w", "c", ":", "'undo list", "enter"),
    # About a person
    "came-in": _of("maya", "ChoiceDialog", "r"),
    "came-in-yes": _of("maya", "Telling", "r", "y"),
    "came-in-introduction": _of("tomasz", "Telling", "r", "i"),
    "introducers": _of("grace", "PickPerson", "I"),
    "introduction-request": _of("grace", "ComposerScreen", "I", "'oscar", "enter"),
    "person-introducer": _of("oscar", "PersonScreen", "o"),
    "closeness": _of("tomasz", "ChoiceDialog", "w"),
    "close": _of("pieter", "ChoiceDialog", "d"),
    "triage": _shot("TriageSheet", "3", "W"),
    "edit": _of("jonas", "PersonForm", "e"),
    "merge": _of(
        "jonas", "MergeDialog", "e", *["tab"] * 4, "', Nordics",
        _elsewhere("jonas", title="Head of Stores", email="jonas@stores.example"), "ctrl+s",
    ),
    "join": _of(
        "jonas", "JoinDialog", "e", *["tab"] * 8, "end", "', in 2024",
        _elsewhere("jonas", how_known="met at the Lund pop-up store"), "ctrl+s", "e",
    ),
    "take-back": _of(
        "jonas", "TakeBackDialog", "e", *["tab"] * 4, "', Nordics", "ctrl+s",
        _elsewhere("jonas", title="Head of Stores"), "u",
    ),
    "kinds": _of("maya", "ChoiceDialog", "M"),
    "meeting": _of("ruth", "MeetingSheet", "t", "'thu 10 coffee Corner Cafe treat"),
    "note": _of("jonas", "NoteDialog", "N", "'Asked about the refill wall."),
    "remind": _of("jonas", "RemindDialog", "R", "'ask how the move went", "tab", "'friday"),
    "reading": _of("jonas", "ReadingDialog", "o", "tab", "G", "k", "enter"),
    # What is owed
    "later": _owed("maya", "ChoiceDialog", "z"),
    "answer": _owed("ruth", "ChoiceDialog", "enter"),
    "happened": _owed("yusuf", "ChoiceDialog", "enter", now=AFTER_YUSUF),
    "quiet": _shot("QuietSheet", ":", "'went quiet", "enter", now=IN_DECEMBER),
    "found": _shot("ChoiceDialog", ":", "'found the job", "enter"),
    "found-whom": _shot("Marking", ":", "'found the job", "enter", "1", "tab", "1"),
    "debrief": _owed("yusuf", "DebriefSheet", "enter", "y", now=AFTER_YUSUF),
    # Files
    "import": _shot("FileDialog", "3", "i", "'Con"),
    "import-preview": _shot("PreviewDialog", "3", "i", "'Connections.csv", "enter"),
    "import-report": _shot("ReportDialog", "3", "i", "'Connections.csv", "enter", "enter"),
    "meeting-file": _shot("Written", "6", "f", "enter"),
    # Companies
    "company-edit": _shot("CompanyForm", "4", "j", "j", "e"),
    "company-new": _shot("TextDialog", "4", "n", "'Acme"),
}  # fmt: skip

WITHOUT = {"ProgressDialog": "it is there for as long as a large import takes"}
"""Screens that no picture is made of, and why."""

_CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Lovelace,https://www.linkedin.com/in/ada-acme,ada@acme.example,Acme,Analyst,08 Feb 2026
Grace,Mbeki,https://www.linkedin.com/in/grace-tailwindoutfitters,,Contoso,Head of Stores,03 Mar 2021
Edsger,Bakker,https://www.linkedin.com/in/edsger-acme,,Acme,Planner,19 Jun 2024
Mary,Okoro,https://www.linkedin.com/in/mary-litware,,Litware,Buyer,someday
"""

_NAMED = {"/": "slash", ":": "colon", "?": "question_mark", " ": "space"}


def keys(step: str) -> list[str]:
    """The single keys of a step."""
    typed = step[1:] if step.startswith("'") else [step]
    return [_NAMED.get(key, key) for key in typed]


# Taking them


async def picture(name: str, size: tuple[int, int]) -> str:
    """The SVG of one shot; raises LookupError when its keys lead to another screen."""
    from ii_tui.ui.app import IiApp

    shot = SHOTS[name]
    with _nowhere(), _desk(shot) as desk, _no_waiting():
        app = IiApp(desk)
        async with app.run_test(size=size) as pilot:
            await _settled(app, pilot)
            for step in shot.steps:
                if isinstance(step, str):
                    await pilot.press(*keys(step))
                else:
                    await app.ask(partial(step, desk))
                    app._look_around()  # now, and not within the two seconds a person waits
                    app._look_around()  # it does so every two seconds, sooner or later than now
                await _settled(app, pilot)
            await _settled(app, pilot)
            reached = type(app.screen).__name__
            if reached != shot.screen:
                raise LookupError(f"{name}: the keys lead to {reached}, not to {shot.screen}")
            return _plain(app.export_screenshot(title="ii-tui"))


async def _settled(app: IiApp, pilot: Any) -> None:
    """Waits until nothing is under way: no job, no pane that follows the cursor, no drawing."""
    busy = True
    while busy:
        await pilot.pause()
        busy = any(_under_way(app))
        # What has just ended is drawn in the round after it.
        await app.ask(lambda: None)
        await pilot.pause()
        await pilot.pause()


def _under_way(app: IiApp) -> Iterator[bool]:
    """Timers that go off once, and what is looked up; flows wait for keys themselves."""
    from textual.widgets import Input

    yield app._when_seen is not None
    for screen in app.screen_stack:
        for timer in screen._timers:
            yield timer._repeat == 0 and timer._task is not None and not timer._task.done()
    for worker in app.workers:
        looks = isinstance(worker.node, Input) or worker.group in {"waiting", "counting"}
        yield looks and not worker.is_finished


_FLOWS = {"default", "edit", "finish"}
"""groups of workers that ask"""


@contextmanager
def _no_waiting() -> Iterator[None]:
    """Without the 62 ms that a pilot waits for each key: `_settled` knows when it is done."""
    import textual._wait as wait

    with (
        patch.object(wait, "SLEEP_GRANULARITY", 1 / 500),
        patch.object(wait, "SLEEP_IDLE", 1 / 2000),
    ):
        yield


@contextmanager
def _nowhere() -> Iterator[Path]:
    """A home, a folder and a terminal that are the same on every machine."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="ii-tui-picture-") as name:
        home = Path(name)
        (home / "Connections.csv").write_text(_CONNECTIONS, "utf-8")
        same = {"HOME": name, "PATH": os.environ.get("PATH", ""), "TERM": "xterm-256color",
                "TZ": "UTC", "LC_ALL": "C.UTF-8"}  # fmt: skip
        with patch.dict(os.environ, same, clear=True):
            os.chdir(home)
            try:
                yield home
            finally:
                os.chdir(before)


@contextmanager
def _desk(shot: Shot) -> Iterator[Desk]:
    """A desk on data of its own; the sample is played once, then copied."""
    from ii_tui.clock import Clock
    from ii_tui.paths import Paths
    from ii_tui.services.desk import Desk

    clock = Clock.fixed(datetime.fromisoformat(shot.now))
    paths = Paths.find()
    if not shot.empty:
        for path, content in zip((paths.database, paths.config), _sample(), strict=True):
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
    desk = Desk.open(paths, clock, throwaway=True)
    try:
        yield desk
    finally:
        desk.close()


@cache
def _sample() -> tuple[bytes, bytes]:
    """The database and the settings of the sample data."""
    from ii_tui.clock import Clock
    from ii_tui.services import safekeeping
    from ii_tui.services.demo import demo_desk

    with tempfile.TemporaryDirectory(prefix="ii-tui-sample-") as name:
        kept = Path(name) / "ii.db"
        with demo_desk(Clock.fixed(datetime.fromisoformat(NOW))) as desk:
            safekeeping.backup(desk, kept)
            return kept.read_bytes(), desk.paths.config.read_bytes()


def _plain(svg: str) -> str:
    """Without what differs from run to run: Rich numbers its styles by a hash."""
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    # Viewers other than browsers drop leading blanks unless they are told to keep them.
    return svg.replace("<text ", '<text xml:space="preserve" ')


# Comparing them


def cells(svg: str) -> list[tuple[float, float, str, str]]:
    """What a picture shows: (line, column, style, text) of each run, and of each background."""
    looks = dict(re.findall(r"\.(terminal-r\d+) \{(.*?)\}", svg))
    runs = []
    for one in ElementTree.fromstring(svg).iter():  # noqa: S314 - our own files
        tag, at = one.tag.rpartition("}")[2], one.attrib
        if tag == "text" and "clip-path" in at and (one.text or "").strip("\n"):
            runs.append((float(at["y"]), float(at["x"]), looks[at["class"]], one.text or ""))
        elif tag == "rect" and "shape-rendering" in at:
            runs.append((float(at["y"]), float(at["x"]), at["fill"], at["width"]))
    return sorted(runs)


def grounds(svg: str) -> list[tuple[float, float, str, str]]:
    """The backgrounds among the cells: (line, column, color, width)."""
    return [run for run in cells(svg) if run[2].startswith("#")]


def lines(svg: str) -> list[str]:
    """The text of a picture, a line of it at a time: what a failing test shows."""
    found: dict[float, str] = {}
    for y, _, _, text in (run for run in cells(svg) if not run[2].startswith("#")):
        found[y] = found.get(y, "") + text.replace("\xa0", " ")
    return list(found.values())


def path_of(name: str, size: tuple[int, int], folder: Path = HERE) -> Path:
    """Where a picture is kept."""
    return folder / f"{name}-{size[0]}x{size[1]}.svg"


def _size(words: str) -> tuple[int, int]:
    width, _, height = words.partition("x")
    return int(width), int(height)


def main(arguments: list[str]) -> int:
    """Writes, or with --check compares; returns the exit code."""
    read = argparse.ArgumentParser(prog=RENEW, description=(__doc__ or "").partition("\n\n")[0])
    read.add_argument("names", nargs="*", metavar="NAME", help="of these pictures only")
    read.add_argument("--check", action="store_true", help="write nothing, say which differ")
    read.add_argument("--to", type=Path, default=HERE, metavar="FOLDER")
    read.add_argument("--size", action="append", metavar="80x24")
    given = read.parse_args(arguments)
    sizes = [_size(words) for words in given.size or ()] or SIZES
    differ = 0
    for name in given.names or SHOTS:
        for size in sizes:
            path = path_of(name, size, given.to)
            svg = asyncio.run(picture(name, size))
            if path.exists() and cells(path.read_text("utf-8")) == cells(svg):
                continue
            differ += 1
            print(f"{path.name} {'differs' if given.check else 'written'}")
            if not given.check:
                path.write_text(svg, "utf-8")
    if not given.names and not given.size and given.to == HERE:
        kept = {path_of(name, size) for name in SHOTS for size in SIZES}
        for path in sorted(set(HERE.glob("*.svg")) - kept):
            differ += 1
            print(f"{path.name} {'has no entry in SHOTS' if given.check else 'taken away'}")
            if not given.check:
                path.unlink()
    return 1 if given.check and differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
