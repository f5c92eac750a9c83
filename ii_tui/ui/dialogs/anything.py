"""`:` anything: people, companies and commands by a few letters, enter goes there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ii_tui.core.models import Hit
from ii_tui.core.text import fold
from ii_tui.errors import Locked
from ii_tui.services import browsing
from ii_tui.ui.dialogs.picking import Picking
from ii_tui.ui.palette import WHERE, Entry, entries, fitting
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

ROWS = Columns(Column(9), Column(18, grow=2, most=40), Column(14, grow=2, drop=1))
COMMAND = Columns(Column(9), Column(18, grow=1), Column(19, align="right", drop=1))
HERE = Columns(Column(9), Column(18, grow=1))
"""a command that works right here: no place is named, and its title has all the room"""
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Where to go: a person, a company, or a command's action."""

    kind: str
    id: int = 0
    action: str = ""
    entry: Entry | None = None


class Anything(Picking[Found]):
    """People, companies and commands."""

    HELPS = False
    MOST = 16
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "step_out", "Close", show=False, priority=True),
    ]

    def __init__(self, app: IiApp, scopes: tuple[str, ...]) -> None:
        super().__init__(
            "Go anywhere",
            (("enter", "go"), ("up down", "choose"), ("esc", "back")),
            placeholder="a name, a company, or what you want to do",
            empty="Nothing fits. Fewer letters find more.",
        )
        self._app = app
        self._commands = entries(app.keymap, scopes)

    def items(self, words: str) -> Iterable[Item]:
        """As many as a person looks through."""
        return islice(self._every(words), SHOWN)

    def _every(self, words: str) -> Iterator[Item]:
        """People and companies, then what can be done, then where the words were written.

        What is said in whole words comes before those who only do such a job: "found" is not
        the founders.
        """
        asked = fold(words).split()
        hits = self._hits(words) if asked else []
        whom = [hit for hit in hits if hit.kind in {"person", "company"}]
        said: list[Entry] = []
        other: list[Entry] = []
        for entry in fitting(words, self._commands):
            whole = asked and set(asked) <= set(fold(entry.title).replace(":", " ").split())
            (said if whole else other).append(entry)
        named = [hit for hit in whom if not said or any(word in fold(hit.title) for word in asked)]
        yield from map(_hit, named)
        yield from self._doable(said)
        yield from (_hit(hit) for hit in whom if hit not in named)
        yield from self._doable(other)
        yield from (_hit(hit) for hit in hits if hit not in whom)

    def _doable(self, entries: Iterable[Entry]) -> Iterator[Item]:
        for entry in entries:
            if entry.place:
                where = dim(WHERE[entry.place])
                row = COMMAND.row(dim(entry.key), dim(entry.title), where)
            else:
                row = HERE.row(Span(entry.key, "key"), bright(entry.title))
            found = Found("there" if entry.place else "command", action=entry.action, entry=entry)
            yield Item(entry.id, (row,), found)

    def _hits(self, words: str) -> list[Hit]:
        try:
            hits = browsing.find(self._app.desk, words, 12)
        except Locked:
            return []
        return [one for one in hits if one.kind == "company" or one.kind == "person"
                or one.person_id is not None]  # fmt: skip


def _hit(hit: Hit) -> Item:
    target = hit.id if hit.kind in {"person", "company"} else hit.person_id or 0
    row = ROWS.row(dim(hit.kind), bright(hit.title), dim(_first_line(hit.detail)))
    found = Found("company" if hit.kind == "company" else "person", target)
    return Item(f"{hit.kind} {hit.id}", (row,), found)


def _first_line(text: str) -> str:
    return text.splitlines()[0] if text else ""


async def anything(app: IiApp) -> None:
    """Asks, and goes there. Only in a worker."""
    screen = app.screen
    scopes: tuple[str, ...] = getattr(screen, "SCOPES", ())
    found = await app.push_screen_wait(Anything(app, scopes))
    if found is None:
        return
    if found.kind == "person":
        from ii_tui.ui.screens.person import PersonScreen

        await app.push_screen(PersonScreen(found.id))
    elif found.kind == "company":
        from ii_tui.ui.screens.company import CompanyScreen

        await app.push_screen(CompanyScreen(found.id))
    elif found.kind == "there" and found.entry is not None:
        await _go_there(app, found.entry)
    else:
        name = found.action.partition("(")[0]
        await app.run_action(found.action, screen if hasattr(screen, f"action_{name}") else app)


async def _go_there(app: IiApp, entry: Entry) -> None:
    """To the place where it works; what it is to be done with is chosen there."""
    from ii_tui.ui.app import MODES

    if entry.place in MODES:
        await app.action_go(MODES.index(entry.place) + 1)
        how = f"{entry.key} there: {entry.title}" if entry.key else entry.title
        app.say(f"{how}.")
        return
    here = {"person": "o opens one", "company": "4, then o opens one", "composer": "m opens it"}
    app.say(f"That works {WHERE[entry.place]}: {here[entry.place]}, then {entry.key}.")
