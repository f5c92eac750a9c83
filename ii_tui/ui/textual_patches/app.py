"""`SafeApp`, the base of the app: what comes in keeps its order, what goes out is clean.

How it ends is in ending, what it spares of the work with styles in styles.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Sequence
from typing import Any, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import ReturnType
from textual.color import Color
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen

from ii_tui.core.text import clean
from ii_tui.lazy import pattern
from ii_tui.ui.key_order import KeyOrder, KeySent
from ii_tui.ui.terminal import over_ssh
from ii_tui.ui.textual_patches.delta import Changes, Shown
from ii_tui.ui.textual_patches.driver import SafeDriver
from ii_tui.ui.textual_patches.ending import EndingApp
from ii_tui.ui.textual_patches.pen import move_to
from ii_tui.ui.textual_patches.styles import StyledApp

_RAW: Final = pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def _harmless(found: re.Match[str]) -> str:
    """Takes a raw character out and keeps the width that the layout counted for it."""
    return "\ufffd" * cell_len(found[0])


class RawFilter(LineFilter):
    """The last choke point: no control, bidirectional or surrogate code point reaches the terminal.

    Newline and tab go too, for a line on the screen has neither. A link with one loses the link.
    """

    def apply(
        self,
        segments: list[Segment],
        background: Color,
    ) -> list[Segment]:
        """The segments without raw characters; the very list when there are none."""
        for text, style, _ in segments:
            # isprintable is several times faster than the expression, and true for nearly all.
            if not text.isprintable() or (style is not None and style.link):
                return [self._safe(segment) for segment in segments]
        return segments

    @staticmethod
    def _safe(segment: Segment) -> Segment:
        text, style, control = segment
        if style is not None and style.link and _RAW.search(style.link):
            style = style.update_link(None)
        return Segment(_RAW.sub(_harmless, text), style, control)


_RAW_FILTER: Final = RawFilter()
_NO_COLOR: Final = NoColor()


class SafeApp(EndingApp[ReturnType], StyledApp[ReturnType]):
    """Keys come in one by one, output is clean, and notifications are text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._order = KeyOrder(self)
        self.shown = Shown()
        self.only_changes = True
        """whether of each line only what changed is written"""
        if over_ssh(os.environ) and "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"

    # Input

    def post_message(self, message: Message) -> bool:
        """Keys come in one by one; all else as ever."""
        if (
            not isinstance(message, events.Key)
            or message.is_forwarded
            or threading.get_ident() != self._thread_id
        ):
            return super().post_message(message)
        if not self._order.admit(message):
            return True
        return super().post_message(message) and super().post_message(KeySent())

    @property
    def key_under_way(self) -> bool:
        """Whether a key is still being handled: one that is posted now would come after others."""
        return self._order.busy

    def on_key_sent(self) -> None:
        """The key before this was forwarded."""
        self._order.sent()

    def on_key_handled(self) -> None:
        """The key is done with."""
        self._order.handled()

    # Output

    async def on_event(self, event: events.Event) -> None:
        """A terminal that gets another size may keep or lose what it showed."""
        if isinstance(event, events.Resize):
            self.shown.forget()
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if self.only_changes and isinstance(renderable, CompositorUpdate):
            renderable = self.shown.changes(renderable, (self.size.width, self.size.height))
            driver = self._driver
            if (
                isinstance(renderable, Changes)
                and driver is not None
                and self._running
                and not (self._batch_count or self._closed or self.is_headless or driver.is_inline)
            ):
                self._write(renderable, driver)
                self.post_display_hook()
                return
        super()._display(screen, renderable)

    def _write(self, changes: Changes, driver: Driver) -> None:
        """Nothing where nothing changed; the terminal's cursor goes only where somebody types.

        What is written in one run needs no marks around it, to be shown at once.
        """
        try:
            data = changes.render_segments(self.console)
        except Exception as error:  # noqa: BLE001 - as Textual does
            self._handle_exception(error)
            return
        place = self.screen.outer_size.clamp_offset(self.cursor_position)
        if hasattr(self.focused, "cursor_screen_offset") and (
            data or place != self._previous_cursor_position
        ):
            data += move_to(place.y, place.x)
            self._previous_cursor_position = place
        if not data:
            return
        marked = changes.runs > 1
        if marked:
            self._begin_update()
        try:
            driver.write(data)
        finally:
            if marked:
                self._end_update()
        driver.flush()

    def action_draw_anew(self) -> None:
        """Draws everything anew, where something else wrote on the screen."""
        self.shown.forget()
        self.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then ours as the last; NO_COLOR with a plain theme drops all color."""
        found = super().get_line_filters()
        if self.no_color and self.native_ansi_color:
            # Textual chose when it started, by the theme of that moment.
            found = [_NO_COLOR if isinstance(each, Monochrome) else each for each in found]
        return [*found, _RAW_FILTER]

    def get_driver_class(self) -> type[Any]:
        """Textual's choice, with our driver in place of its own."""
        chosen = super().get_driver_class()
        return SafeDriver if chosen is LinuxDriver else chosen

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Shows a notification as plain text, whatever `markup` says: names stand in there."""
        super().notify(
            clean(message), title=clean(title), severity=severity, timeout=timeout, markup=False
        )

    def send_sequence(self, sequence: str) -> None:
        """Sends a sequence of our own making (the clipboard's) to the terminal between frames."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()
