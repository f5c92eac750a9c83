"""Words with a look: what every list and bar is drawn from.

A span is plain text and the name of a look. Nothing here knows colours, and no text is markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from rich.cells import cell_len

from ii_tui.core.text import ELLIPSIS, graphemes
from ii_tui.lazy import dataclass

Look = Literal[
    "normal",
    "bright",
    "dim",
    "heading",
    "accent",
    "due",
    "blocked",
    "unread",
    "done",
    "match",
    "rule",
    "key",
    "current",
]
LOOKS: tuple[Look, ...] = Look.__args__  # type: ignore[attr-defined]  # typeshed hides Literal's arguments

Align = Literal["left", "right"]


class Span(NamedTuple):
    """Text and its look."""

    text: str
    look: Look = "normal"


Cell = str | Span | Sequence[Span]
"""What stands in one place of a row; a bare string is a normal span."""

DUE = Span("!", "due")
BLOCKED = Span("x", "blocked")
UNREAD = Span("*", "unread")
DONE = Span("+", "done")
NO_SIGN = Span(" ")


def bright(text: str) -> Span:
    """What it is."""
    return Span(text, "bright")


def dim(text: str) -> Span:
    """When and why."""
    return Span(text, "dim")


def spans_of(cell: Cell) -> list[Span]:
    """The spans of a cell, with anything that is not one line of text made harmless."""
    if isinstance(cell, str):
        return [Span(one_line(cell))]
    if isinstance(cell, Span):
        return [Span(one_line(cell.text), cell.look)]
    return [Span(one_line(text), look) for text, look in cell]


def one_line(text: str) -> str:
    """`text` on one line: line ends and tabs become spaces, what cannot be shown is dropped."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in "\u200c\u200d" else " " if char.isspace() else ""
        for char in text
    )


def width_of(spans: Sequence[Span]) -> int:
    """Cells that the spans take."""
    return sum(cell_len(span.text) for span in spans)


@lru_cache(4096)
def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, cut between graphemes, with an ellipsis where it was cut.

    Cells are counted as Textual counts them, so that what stands behind lines up.
    """
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return _head(text, width - 1).rstrip() + ELLIPSIS


def cut_spans(spans: Sequence[Span], width: int) -> list[Span]:
    """The spans in at most `width` cells; the one that does not fit is cut, the rest left out."""
    kept: list[Span] = []
    room = width
    for index, span in enumerate(spans):
        cells = cell_len(span.text)
        more = index + 1 < len(spans) and width_of(spans[index + 1 :]) > room - cells
        if cells < room or (cells == room and not more):
            kept.append(span)
            room -= cells
            continue
        # An ellipsis belongs after the last words that are seen, not after a lost blank.
        text = cut(span.text, room) if cells > room else cut(span.text + " ", room)
        if text:
            kept.append(Span(text, span.look))
        break
    return kept


def fit(cell: Cell, width: int, align: Align = "left") -> list[Span]:
    """The cell in exactly `width` cells: cut or padded."""
    spans = cut_spans(spans_of(cell), width)
    pad = Span(" " * max(0, width - width_of(spans)))
    return [pad, *spans] if align == "right" else [*spans, pad]


class Row(Protocol):
    """One or more lines that know how to fit a width."""

    def height(self, width: int) -> int:
        """Lines taken at this width."""
        ...

    def spans(self, width: int, line: int) -> Sequence[Span]:
        """The spans of one of its lines, at most `width` cells."""
        ...


class OneLine:
    """A row that is one line at every width."""

    def height(self, width: int) -> int:
        """Always one."""
        return 1


class Line(OneLine):
    """One line: words on the left and, where there is room, words at the right edge."""

    def __init__(self, *cells: Cell, indent: int = 0, right: Cell = "") -> None:
        self._left = [span for cell in cells for span in spans_of(cell)]
        self._right = spans_of(right)
        self._indent = indent

    def spans(self, width: int, line: int) -> list[Span]:
        """Left words cut to what the right ones leave; the right ones go when room is short."""
        lead = [Span(" " * self._indent)] if self._indent else []
        room = width - self._indent
        right, left = width_of(self._right), width_of(self._left)
        if not right or room - right - 2 < min(left, max(12, width // 2)):
            return [*lead, *cut_spans(self._left, room)]
        return [*lead, *fit(self._left, room - right - 2), Span("  "), *self._right]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph wrapped at words; line ends in the text are kept."""

    text: str
    look: Look = "normal"
    indent: int = 0
    most: int = 0
    """lines shown at most, 0 for all; the last of a shortened one ends in an ellipsis"""

    def height(self, width: int) -> int:
        """Lines at this width."""
        return len(self._lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """One wrapped line."""
        return [Span(" " * self.indent + self._lines(width)[line], self.look)]

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrap(self.text, max(1, width - self.indent), self.most)


@lru_cache(512)
def wrap(text: str, width: int, most: int = 0) -> tuple[str, ...]:
    """`text` in lines of at most `width` cells, broken at blanks, long words between graphemes."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in one_line(paragraph).split(" "):
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            line = word
            while cell_len(line) > width:
                head = _head(line, width) or graphemes(line)[0]
                lines.append(head)
                line = line[len(head) :]
        lines.append(line)
    if most and len(lines) > most:
        last = lines[most - 1]
        last = last + ELLIPSIS if cell_len(last) < width else cut(last + " ", width)
        lines = [*lines[: most - 1], last]
    return tuple(lines)


def _head(text: str, width: int) -> str:
    """As many whole graphemes as fit."""
    kept: list[str] = []
    for grapheme in graphemes(text):
        width -= cell_len(grapheme)
        if width < 0:
            break
        kept.append(grapheme)
    return "".join(kept)
