"""An app in which a composer is opened, and what a test asks of it."""

from __future__ import annotations

import base64
import re
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.services import coming_in, editing, interviews, people, scheduling
from ii_tui.services.desk import Desk
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.composer_begin import compose
from tests.ui.people_app import until as until


class Writing(IiApp):
    """It begins among the messages, and keeps what was sent to the terminal's clipboard."""

    DEFAULT_MODE = "messages"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sequences: list[str] = []

    def send_sequence(self, sequence: str) -> None:
        self.sequences.append(sequence)

    @property
    def clipboard(self) -> str:
        """The text that went out last."""
        found = re.fullmatch(r"\x1b\]52;c;(.*)\x07", self.sequences[-1])
        assert found is not None
        return base64.b64decode(found[1]).decode()


def picture(app: IiApp) -> str:
    """The screen as text."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


ADA = "Ada Byron, Engineer @ Northwind <ada@northwind.example> linkedin.com/in/ada-byron"


def prepare(desk: Desk, kind: Kind) -> int:
    """A person who stands where a message of this kind is the next thing."""
    person = add(desk, ADA)
    interviews.start(desk, person)
    ties = {Kind.LINKEDIN_NOTE: Closeness.STRANGER, Kind.LINKEDIN_MESSAGE: Closeness.STRANGER}
    editing.set_closeness(desk, person, ties.get(kind, Closeness.ACQUAINTANCE))
    if kind is Kind.CONFIRMATION:
        line = "tomorrow 10 coffee Corner Cafe treat"
        preview = scheduling.preview(desk, people.page(desk, person), line)
        scheduling.meet(desk, person, preview.plan)
    if kind is Kind.THANK_YOU_CARD:
        coming_in.met(desk, person)
    return person


def add(desk: Desk, line: str) -> int:
    """A person from one line."""
    return people.quick_add(desk, line)[0]


async def on(pilot: Pilot[Any], kind: type[Screen[Any]] | str) -> None:
    """Waits for a screen: its class, or words on it."""
    if isinstance(kind, str):
        await until(pilot, lambda: kind in picture(pilot.app))  # type: ignore[arg-type]  # an IiApp
    else:
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def opened(pilot: Pilot[Any], person: int, **how: Any) -> ComposerScreen:
    """The composer once everything it needs is there."""
    app = pilot.app
    assert isinstance(app, IiApp)
    app.run_worker(compose(app, person, **how))
    await until(
        pilot, lambda: any(isinstance(screen, ComposerScreen) for screen in app.screen_stack)
    )
    screen = next(one for one in app.screen_stack if isinstance(one, ComposerScreen))
    await screen.names_read.wait()
    await pilot.pause()
    return screen


async def fill_gaps(pilot: Pilot[Any], screen: ComposerScreen, words: str = "a harbor") -> None:
    """Types over every variable that still stands in the text, going on with tab."""
    while any(one.code == "placeholder" for one in screen.found):
        if screen.stop is None or not screen.stop.is_gap:
            await pilot.press("tab")
        await pilot.press(*words)
        await pilot.press("tab")


async def kept(pilot: Pilot[Any], screen: ComposerScreen) -> None:
    """Waits until what was typed is on disk, and told."""
    assert await screen.keeper.flush()
    await until(pilot, lambda: not screen.keeper.dirty)
