"""The app opened on the Board, with people at every stage."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from textual._compositor import ChopsUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from ii_tui.core.stages import EventKind, Exit, Stage
from ii_tui.core.when import parse_meeting
from ii_tui.services import coming_in, interviews, people, scheduling, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.board import BoardScreen
from tests.conftest import Hands

SENT = EventKind.SENT
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class BoardApp(IiApp):
    """Begins on the Board; keeps how many cells of how many lines each update wrote."""

    DEFAULT_MODE = "board"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.written: list[int] = []
        """cells of each update, -1 for a whole screen"""

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if isinstance(renderable, ChopsUpdate):
            self.written.append(sum(end - start for _, start, end in renderable.spans))
        elif renderable is not None:
            self.written.append(-1)
        super()._display(screen, renderable)

    @property
    def board(self) -> BoardScreen:
        """The place under test."""
        found = next(screen for screen in self.screen_stack if isinstance(screen, BoardScreen))
        assert isinstance(found, BoardScreen)
        return found

    def chosen(self) -> str:
        """The first name on the card under the cursor."""
        card = self.board.view.card
        return "" if card is None else card.first.split()[0]

    def lines(self) -> list[str]:
        """The screen as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())


async def reach(pilot: Pilot[Any], words: str) -> None:
    """Waits until the words stand on the screen."""
    app = pilot.app
    assert isinstance(app, BoardApp)
    while words not in app.text():
        await pilot.pause()


def add(desk: Desk, line: str, stage: Stage | None = None) -> int:
    """A person, put on the board by hand where a stage is given."""
    person, _ = people.quick_add(desk, line)
    if stage is not None:
        interviews.move(desk, person, stage)
    return person


def stand_of(desk: Desk, person: int) -> tuple[Stage, Exit | None]:
    """Where the person's latest interview stands in the store."""
    found = people.page(desk, person).interview
    assert found is not None
    return found.stage, found.exit


def populate(desk: Desk, hands: Hands) -> dict[str, int]:
    """One or more people in every step; returns their ids by first name."""
    ids = {}

    def one(line: str, day: int) -> int:
        hands.at = datetime(2026, 11, day, 9, tzinfo=UTC)
        ids[line.split()[0]] = person = add(desk, line, Stage.IDENTIFIED)
        return person

    one("Ida Rhodes, Engineer @ Globex", 10)
    one("José Núñez Álvarez de la Peña, Designer @ Contoso", 11)
    touches.log(desk, one("Warren Buck, Analyst @ Initech", 12), Touch(SENT, "reconnect"))
    asked = one("Ada Lovelace, Analyst @ Globex <ada@example.org>", 13)
    touches.log(desk, asked, Touch(SENT, "meeting_request", "email"))
    replied = one("Rosa 木村, 研究員 @ Northwind <rosa@example.org>", 16)
    touches.log(desk, replied, Touch(SENT, "meeting_request", "email"))
    hands.at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    coming_in.yes(desk, replied)
    meets = one("Sam Carter, Lead @ Hooli <sam@example.org>", 20)
    plan = parse_meeting(
        "2026-11-26 10:00 coffee Corner Cafe treat", desk.local(desk.now()), zone="UTC"
    )
    scheduling.meet(desk, meets, plan)
    coming_in.met(desk, one("Hedy Lamarr, Inventor @ Acme <hedy@example.org>", 21))
    thanked = one("Theo Jansen, Artist @ Strand <theo@example.org>", 18)
    coming_in.met(desk, thanked)
    touches.log(desk, thanked, Touch(SENT, "thank_you_email", "email"))
    gone = one("Nora Quiet, Buyer @ Contoso", 2)
    interviews.close(desk, gone, Exit.NO_REPLY, "silent after the follow-up")
    rests = one("Paul Later, Chef @ Globex", 3)
    interviews.close(desk, rests, Exit.PARKED, "a busy season", date(2026, 12, 8))
    hands.at = NOW
    return ids
