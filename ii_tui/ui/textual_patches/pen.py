"""The fewest bytes for a frame: a pen that knows its colors and where it stands.

Textual ends every run with a reset, begins the next with all its colors, and goes to each place by
line and column. At the beginning of a frame this pen says everything in full, and at its end it
leaves the colors as it found them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import SGR_STYLES, Strip

_OFF: Final = {
    **dict.fromkeys(("1", "2"), "22"),
    "3": "23",
    "4": "24",
    "21": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "51": "54",
    "52": "54",
    "53": "55",
}
"""What ends an attribute; some end in pairs."""


class _Look(NamedTuple):
    """What a terminal is told of a style: codes of its attributes and of both its colors."""

    attributes: frozenset[str] = frozenset()
    color: str = ""
    ground: str = ""


_PLAIN: Final = _Look()


class Pen:
    """Writes the pieces of one frame."""

    def __init__(self, system: ColorSystem, width: int) -> None:
        self._system = system
        self._width = width
        self._look = _PLAIN
        self._at: tuple[int, int] | None = None
        self._parts: list[str] = []
        self.runs = 0
        """how many pieces there were"""

    def write(self, y: int, x: int, strip: Strip, *, plain: bool) -> None:
        """A piece; `plain` says that it is as wide in every terminal."""
        self.runs += 1
        self._parts.append(_way(self._at, y, x))
        for text, style, _ in strip:
            if style is not None and style.link:
                self._change(_PLAIN)
                self._parts.append(Strip.render_style(style, text, self._system))
            elif text:
                self._change(_PLAIN if style is None else _look(style, self._system))
                self._parts.append(text)
        end = x + strip.cell_length
        # Behind the last column the line is all one knows. What one terminal draws wider than
        # another may even have begun the next line.
        self._at = (y, end if end < self._width else -1) if plain else None

    def done(self) -> str:
        """All that was written, and the colors put back."""
        self._change(_PLAIN)
        return "".join(self._parts)

    def _change(self, look: _Look) -> None:
        if look is not self._look:
            self._parts.append(_change(self._look, look))
            self._look = look


def move_to(y: int, x: int) -> str:
    """Goes to a line and a column; a first column is not named."""
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"


def _way(at: tuple[int, int] | None, y: int, x: int) -> str:
    """The shortest way from where the pen stands, if that is known."""
    if at is None:
        return move_to(y, x)
    line, column = at
    if y == line + 1 and x == 0:
        return "\r\n"
    if y != line or column < 0 or x < column:
        return move_to(y, x)
    if x == column:
        return ""
    right = "\x1b[C" if x == column + 1 else f"\x1b[{x - column}C"
    return min(right, move_to(y, x), key=len)


@lru_cache(1024)
def _look(style: Style, system: ColorSystem) -> _Look:
    on = style._attributes & style._set_attributes
    color, ground = style.color, style.bgcolor
    return _Look(
        frozenset(code for bit, code in enumerate(SGR_STYLES) if on & (1 << bit)),
        "" if color is None else ";".join(color.downgrade(system).get_ansi_codes()),
        "" if ground is None else ";".join(ground.downgrade(system).get_ansi_codes(False)),
    )


@lru_cache(4096)
def _change(old: _Look, new: _Look) -> str:
    """From one look to the other: what differs, or everything anew where that is shorter."""
    if old == new:
        return ""
    ends = {_OFF[code] for code in old.attributes - new.attributes}
    # What ends in one with something else has to begin again.
    kept = {code for code in old.attributes & new.attributes if _OFF[code] not in ends}
    codes = sorted(ends) + sorted(new.attributes - kept)
    if new.color != old.color:
        codes.append(new.color or "39")
    if new.ground != old.ground:
        codes.append(new.ground or "49")
    anew = ["", *sorted(new.attributes), *filter(None, new[1:])]
    return f"\x1b[{min(';'.join(codes), ';'.join(anew), key=len)}m"
