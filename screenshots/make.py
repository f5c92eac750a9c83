"""Makes every picture anew from the sample data at a fixed clock: `python screenshots/make.py`.

Each picture is a list of keys pressed in the real program. `--check` makes them in memory and
says which differ from the files, for CI and for whoever changed a screen.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
NOW = datetime.fromisoformat("2026-11-24T09:30:00-08:00")

SHOTS: dict[str, tuple[str, ...]] = {
    # name -> the keys that lead there from Today; a word in quotes is typed
    "today": (),
    "today-waiting": ("w",),
    "board": ("2", "l", "j"),
    "board-closed": ("2", "p"),
    "contacts": ("3", "j", "j"),
    "contacts-filter": ("3", "/", "'north"),
    "person": ("3", "/", "'jonas", "enter", "o"),
    "companies": ("4", "j", "j"),
    "company": ("4", "j", "j", "enter"),
    "messages": ("5",),
    "meetings": ("6",),
    "figures": ("7",),
    "composer": ("3", "/", "'clara", "enter", "m"),
    "composer-blocked": ("3", "/", "'grace", "enter", "m"),
    "came-in": ("3", "/", "'maya", "enter", "r"),
    "meeting": ("3", "/", "'ruth", "enter", "t", "'thu 10 coffee Corner Cafe treat"),
    "close": ("3", "/", "'pieter", "enter", "d"),
    "add": ("3", "n", "'Ada Lovelace, Analyst @ Acme <ada@acme.example>"),
    "import": ("3", "i"),
    "anything": (":", "'con"),
    "help": ("?",),
}
SIZES = ((80, 24), (120, 40))
_NAMED = {"/": "slash", ":": "colon", "?": "question_mark", " ": "space"}


def keys(steps: tuple[str, ...]) -> list[str]:
    """The single keys of a shot."""
    pressed: list[str] = []
    for step in steps:
        if step.startswith("'"):
            pressed += [_NAMED.get(char, char) for char in step[1:]]
        else:
            pressed.append(_NAMED.get(step, step))
    return pressed


async def picture(name: str, size: tuple[int, int]) -> str:
    """The SVG of one shot."""
    from ii_tui.clock import Clock
    from ii_tui.services.demo import demo_desk
    from ii_tui.ui.app import IiApp

    with demo_desk(Clock.fixed(NOW)) as desk:
        app = IiApp(desk)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys(SHOTS[name]):
                await pilot.press(key)
                await pilot.pause()
            await settled(app, pilot)
            return plain(app.export_screenshot(title="ii-tui"))


async def settled(app: object, pilot: object) -> None:
    """Waits until the writer thread has nothing to do and what it said is drawn."""
    from textual.pilot import Pilot

    from ii_tui.ui.app import IiApp

    assert isinstance(app, IiApp)
    assert isinstance(pilot, Pilot)
    for _ in range(3):
        await app.ask(lambda: None)
        await pilot.pause()


def plain(svg: str) -> str:
    """Without what differs from run to run: Rich numbers its styles by a hash."""
    for mark in dict.fromkeys(re.findall(r"terminal-\d+", svg)):
        svg = svg.replace(mark, "terminal")
    # Viewers other than browsers drop leading blanks unless they are told to keep them.
    return svg.replace("<text ", '<text xml:space="preserve" ')


def main(arguments: list[str]) -> int:
    """Writes, or with --check compares; returns the exit code."""
    os.environ["TERM"] = "xterm-256color"
    os.environ.pop("NO_COLOR", None)
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        os.environ.pop(name, None)
    check = "--check" in arguments
    wanted = [one for one in arguments if not one.startswith("-")] or list(SHOTS)
    differ = []
    for name in wanted:
        for size in SIZES:
            path = HERE / f"{name}-{size[0]}x{size[1]}.svg"
            svg = asyncio.run(picture(name, size))
            if check:
                if not path.exists() or path.read_text("utf-8") != svg:
                    differ.append(path.name)
            else:
                path.write_text(svg, "utf-8")
                print(path.name)
    if differ:
        print("differ from the files:", *differ)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
