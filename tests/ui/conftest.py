"""Pilots without needless waiting, and an app that holds the widgets under test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
import textual._wait
from textual import on
from textual._compositor import ChopsUpdate
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from ii_tui.services.desk import Desk
from ii_tui.ui.styles import STYLES
from ii_tui.ui.styles.themes import DARK, register, variable_defaults
from ii_tui.ui.widgets.lines import Lines
from ii_tui.ui.widgets.path_input import PathInput

# The 62 ms that a pilot waits for each key are for machines that draw slower than we do.
textual._wait.SLEEP_GRANULARITY = 1 / 500
textual._wait.SLEEP_IDLE = 1 / 2000


class Kit(App[Any]):
    """Widgets under our styles; it keeps what they said and which lines were repainted."""

    CSS_PATH: ClassVar[Any] = list(STYLES)

    def __init__(self, *widgets: Widget, theme: str = DARK) -> None:
        super().__init__()
        register(self)
        self.theme = theme
        self._under_test = widgets
        self.said: list[Message] = []
        self.repainted: list[list[int] | None] = []
        """of each update the lines written, None for a whole screen"""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def compose(self) -> ComposeResult:
        yield from self._under_test

    def picture(self) -> list[str]:
        """The screen as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @on(Lines.Highlighted)
    @on(Lines.Chosen)
    @on(PathInput.Candidates)
    def keep(self, message: Message) -> None:
        self.said.append(message)

    def chosen(self) -> list[Any]:
        """The keys that were chosen."""
        return [message.key for message in self.said if isinstance(message, Lines.Chosen)]

    def highlighted(self) -> list[Any]:
        """The keys that the cursor stood on."""
        return [message.key for message in self.said if isinstance(message, Lines.Highlighted)]

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if isinstance(renderable, ChopsUpdate):
            self.repainted.append(sorted({y for y, _, _ in renderable.spans}))
        elif renderable is not None:
            self.repainted.append(None)
        super()._display(screen, renderable)


@pytest.fixture
def kit() -> Callable[..., Kit]:
    """`kit(widget, ..., theme=...)` makes the app around the widgets."""
    return Kit


@pytest.fixture
def over_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    """The only clipboard is the terminal's, whatever machine the tests run on."""
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def me(desk: Desk) -> Desk:
    """A desk of someone with a name and a phone."""
    desk.set_setting("me", "name", "Robin Ellis")
    desk.set_setting("me", "phone", "+1 503 555 0142")
    return desk
