"""From looks to the terminal: the only place where spans meet styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ii_tui.ui.textual_patches.styles import LateLooks
from ii_tui.ui.widgets.spans import LOOKS, Span

_CURSOR = ("lines--cursor", "lines--cursor-dim", "lines--cursor-off")
_BOLD = Style(bold=True)


class Painter(LateLooks):
    """A widget drawn from spans with the line API; looks are styled in styles/base.tcss."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"lines--{look}" for look in LOOKS), *_CURSOR}

    _palette: dict[tuple[str, str], Style] | None = None

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme or focus."""
        self._palette = None
        super().notify_style_update()

    def paint(self, spans: Iterable[Span], width: int, ground: str = "") -> Strip:
        """A strip of exactly `width` cells.

        `ground` is "" for the widget's own background, "cursor" for the line under the cursor of
        the focused list, "off" for the one under a cursor that is elsewhere.
        """
        segments: list[Segment] = []
        used = 0
        for text, look in spans:
            if text:
                used += cell_len(text)
                _add(segments, text, self.look(look, ground))
        blank = self.look("normal", ground)
        if used < width:
            _add(segments, " " * (width - used), blank)
            used = width
        strip = Strip(segments, used)
        return strip if used == width else strip.adjust_cell_length(width, blank)

    def look(self, name: str, ground: str = "") -> Style:
        """The style of a look on a ground."""
        if self._palette is None:
            self._palette = {}
        key = (name, ground)
        if key not in self._palette:
            self._palette[key] = self._mix(name, ground)
        return self._palette[key]

    def _mix(self, name: str, ground: str) -> Style:
        style = self.get_component_rich_style(f"lines--{name}")
        if ground == "off":
            return style + self.get_component_rich_style("lines--cursor-off", partial=True)
        if ground != "cursor":
            return style
        # Colours that were chosen for the background do not hold on the cursor: there the text
        # has one colour and one lesser weight, and the signs say the rest.
        mixed = self.get_component_rich_style("lines--cursor")
        if name in {"dim", "rule"}:
            return mixed + self.get_component_rich_style("lines--cursor-dim", partial=True)
        return mixed + _BOLD if style.bold or name == "bright" else mixed


def _add(segments: list[Segment], text: str, style: Style) -> None:
    """Append, with as few changes of style as the eye allows: each costs the line 25 bytes."""
    if segments:
        before, last, _ = segments[-1]
        if last is style or (text.isspace() and _same_ground(style, last)):
            segments[-1] = Segment(before + text, last)
            return
        if before.isspace() and _same_ground(style, last):
            segments[-1] = Segment(before + text, style)
            return
    segments.append(Segment(text, style))


def _same_ground(one: Style, other: Style | None) -> bool:
    """Whether a blank looks the same in both."""
    return (
        other is not None
        and one.bgcolor == other.bgcolor
        and not (one.underline or other.underline or one.reverse or other.reverse)
    )
