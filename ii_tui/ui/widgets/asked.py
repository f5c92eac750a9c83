"""A line to type whose meaning stands under it while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.errors import IiError
from ii_tui.ui.widgets.fields import Field
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.spans import Prose, Row

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

PAUSE_S = 0.7
"""How long nothing is typed before it is said that a line is not clear: half a word is no error."""
_INDENT = 14


class Meaning(NamedTuple):
    """What a line means: to the program, and in sentences."""

    value: Any
    lines: tuple[str, ...]


Read = Callable[[str], Meaning]
"""Understands a line; raises IiError. Runs on the writer thread."""


class Asked(Widget):
    """A field, and below it what the line means or why it is not clear.

    The place for the meaning is as high from the first, so that a sheet never jumps.
    """

    DEFAULT_CSS = """
    Asked { height: auto; width: 1fr; }
    Asked > Field { padding: 0 1; }
    Asked > Leaf { background: $ii-sheet; }
    """

    def __init__(
        self,
        label: str,
        read: Read,
        *,
        value: str = "",
        placeholder: str = "",
        idle: str = "",
        lines: int = 3,
    ) -> None:
        """`idle` is said while nothing is typed; `lines` is the height of the meaning."""
        super().__init__()
        self.field = Field(label, value, id="asked", placeholder=placeholder)
        self.means = Leaf()
        self.means.styles.height = lines
        self.error: IiError | None = None
        """why the line is not clear, as far as it was read"""
        self._read = read
        self._idle = [Prose(idle, "dim", indent=_INDENT)] if idle else []
        self.means.show(self._idle)
        self._later: Timer | None = None

    def compose(self) -> ComposeResult:
        """The field and the meaning."""
        yield self.field
        yield self.means

    @property
    def value(self) -> str:
        """What was typed."""
        return self.field.value

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._later is not None:
            self._later.stop()
        self.run_worker(self._understand(), group="asked", exclusive=True)

    async def _understand(self) -> None:
        """Shows the meaning at once; what is not clear only when the person pauses."""
        found = await self._ask()
        if not self.value and (found is None or not found.lines):
            self.means.show(self._idle)
        elif found is None:
            self._later = self.set_timer(PAUSE_S, self.blame)

    async def settle(self) -> Meaning | None:
        """The meaning of the line as it stands; None where it is not clear, which is said."""
        if self._later is not None:
            self._later.stop()
        self.workers.cancel_group(self, "asked")
        found = await self._ask()
        if found is None:
            self.blame()
        return found

    async def _ask(self) -> Meaning | None:
        house, text = cast("IiApp", self.app), self.value
        try:
            found = await house.ask(lambda: self._read(text))
        except IiError as error:
            self.error = error
            return None
        self.error = None
        self.means.show(_rows(found.lines))
        return found

    def blame(self) -> None:
        """Say why the line is not clear."""
        if self.error is None:
            return
        rows: list[Row] = [Prose(f"x {self.error.message}", "blocked", indent=_INDENT)]
        if self.error.hint:
            rows.append(Prose(self.error.hint, "dim", indent=_INDENT))
        self.means.show(rows)


def _rows(lines: tuple[str, ...]) -> list[Row]:
    """The first line says the most."""
    return [Prose(line, "dim" if number else "normal", indent=_INDENT) for number, line in
            enumerate(lines)]  # fmt: skip
