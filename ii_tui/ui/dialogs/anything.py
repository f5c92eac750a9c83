"""`:` anything: people, companies and commands by a few letters, enter goes there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.core.text import fold
from ii_tui.errors import Locked
from ii_tui.services import browsing
from ii_tui.ui import commands
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.spans import Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

ROWS = Columns(Column(8), Column(18, grow=2, most=40), Column(14, grow=2, drop=1))
COMMAND = Columns(Column(8), Column(18, grow=1))
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Found:
    """Where to go: a person, a company, or a command's action."""

    kind: str
    id: int = 0
    action: str = ""


class Anything(Dialog[Found]):
    """A line to type in, and what fits."""

    WIDTH: ClassVar[int] = 76
    HELPS = False
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("ctrl+p", "step_out", "Close", show=False, priority=True),
    ]

    def __init__(self, app: IiApp, scopes: tuple[str, ...]) -> None:
        super().__init__("Go anywhere", (("enter", "go"), ("up down", "choose"), ("esc", "back")))
        self._app = app
        # One action may stand in several scopes; the nearest one says which key it has here.
        near = reversed(commands.of(*scopes, "go", "app"))
        self._commands = tuple({one.action: one for one in near}.values())[::-1]
        self._lines = Lines(id="found", empty=("Nothing fits. Fewer letters find more.",))
        self._lines.can_focus = False

    def body(self) -> Iterable[Widget]:
        """The line and what fits."""
        yield SafeInput(
            placeholder="a name, a company, or what you want to do", compact=True, id="words"
        )
        yield self._lines

    def on_mount(self) -> None:
        """Commands are there before anything is typed."""
        self._lines.styles.height = min(16, max(4, self._app.size.height - 10))
        self._find("")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._find(message.value)

    def _find(self, words: str) -> None:
        self._lines.show([*self._items(words)][:SHOWN])
        self._lines.go(0)

    def _items(self, words: str) -> Iterator[Item]:
        wanted = fold(words).split()
        if wanted:
            try:
                hits = browsing.find(self._app.desk, words, 12)
            except Locked:
                hits = []
            for hit in hits:
                if hit.kind in {"note", "message"} and hit.person_id is None:
                    continue
                target = hit.id if hit.kind in {"person", "company"} else hit.person_id or 0
                kind = "company" if hit.kind == "company" else "person"
                yield Item(
                    f"{hit.kind} {hit.id}",
                    (ROWS.row(dim(hit.kind), bright(hit.title), dim(_first_line(hit.detail))),),
                    Found(kind, target),
                )
        for command in self._commands:
            if all(word in fold(f"{command.words} {command.help}") for word in wanted):
                key = self._app.keymap.written(command.id)
                yield Item(
                    command.id,
                    (COMMAND.row(Span(key, "key"), bright(command.help)),),
                    Found("command", action=command.action),
                )

    def action_move(self, by: int) -> None:
        """The cursor moves while the words stay under the fingers."""
        self._lines.action_move(by)

    @on(Input.Submitted)
    def _enter(self, message: Input.Submitted) -> None:
        message.stop()
        item = self._lines.current
        if item is not None:
            self.dismiss(item.data)

    @on(Lines.Chosen)
    def _clicked(self, message: Lines.Chosen) -> None:
        message.stop()
        self.dismiss(message.item.data)

    def on_click(self, event: events.Click) -> None:
        """The line keeps the keys."""
        event.stop()
        self.query_one(Input).focus()


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
    else:
        name = found.action.partition("(")[0]
        await app.run_action(found.action, screen if hasattr(screen, f"action_{name}") else app)
