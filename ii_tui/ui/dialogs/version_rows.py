"""How two versions are drawn: beside each other where there is room, else one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.core.joining import Block, Choice
from ii_tui.ui.widgets.spans import DONE, NO_SIGN, Look, Span, dim, fit, one_line, wrap

BESIDE = 92
"""cells of a list from which both versions stand side by side"""
MOST = 8
"""lines of one version in one place that are shown; editing opens all"""
_GAP = 3
_NAME = 9
_DIFFERS = Span("|", "accent")

Drawn = list[list[Span]]


class _Drawing:
    """Lines that depend on the width."""

    def lines(self, width: int) -> Drawn:
        """All of them."""
        raise NotImplementedError

    def height(self, width: int) -> int:
        """How many there are."""
        return len(self.lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """One of them."""
        return self.lines(width)[line]


class Versions(_Drawing):
    """Two versions of one place under their names; those in `stay` have a `+` and are bright."""

    def __init__(
        self,
        left: str,
        left_text: str,
        right: str,
        right_text: str,
        *,
        stay: frozenset[str] = frozenset(),
        mark: Span = NO_SIGN,
        none: str = "(empty)",
    ) -> None:
        self._sides = ((left, left_text.split("\n")), (right, right_text.split("\n")))
        self._stay, self._mark, self._none = stay, mark, none

    def lines(self, width: int) -> Drawn:
        """Beside each other, or one over the other."""
        left, right = self._sides
        if width < BESIDE:
            return [*self._side(*left, width), *self._side(*right, width)]
        room = (width - _GAP) // 2
        sides = self._side(*left, room), self._side(*right, room)
        rows: Drawn = []
        for n in range(max(map(len, sides))):
            one, other = (side[n] if n < len(side) else [] for side in sides)
            rows.append([*fit(one, room), Span(" " * _GAP), *other])
        return rows

    def _side(self, name: str, lines: Sequence[str], width: int) -> Drawn:
        stays = name in self._stay
        look: Look = "bright" if stays else "dim" if self._stay else "normal"
        parts = _wrapped(lines, width - _NAME - 2)
        rows: Drawn = [[self._mark, Span(" "), Span(part, look)] for part in parts]
        if not any(lines):
            rows = [[NO_SIGN, Span(" "), dim(self._none)]]
        head = [DONE if stays else NO_SIGN, Span(" "), Span(f"{name:<{_NAME - 2}}", look)]
        return [[*(head if n == 0 else [Span(" " * _NAME)]), *row] for n, row in enumerate(rows)]


def place(block: Block, choice: Choice, *, text: bool) -> Versions:
    """One place where mine and theirs differ, and what stays there."""
    return Versions(
        "mine",
        "\n".join(block.mine),
        "theirs",
        "\n".join(block.theirs),
        stay=frozenset(("mine", "theirs") if choice == "both" else (choice,)),
        mark=_DIFFERS if text else NO_SIGN,
        none="(nothing)" if text else "(empty)",
    )


class Same(_Drawing):
    """Lines that both have: the first and the last of them."""

    def __init__(self, block: Block) -> None:
        self._lines = [line for line in block.mine if line.strip()]

    def lines(self, width: int) -> Drawn:
        """Each cut to one line; a long run is counted."""
        shown = self._lines
        if len(shown) > 3:
            shown = [shown[0], f"({len(shown) - 2} lines the same)", shown[-1]]
        cells = max(4, width - _NAME - 2)
        return [[Span(" " * (_NAME + 2)), *fit(dim(one_line(line)), cells)] for line in shown]


class Edited(_Drawing):
    """What was made of both by hand."""

    def __init__(self, text: str) -> None:
        self._text = text

    def lines(self, width: int) -> Drawn:
        """Its first lines."""
        parts = _wrapped(self._text.split("\n"), width - _NAME - 2)
        rows: Drawn = [[Span(" " * (_NAME + 2)), Span(part, "bright")] for part in parts]
        rows[0] = [DONE, Span(" "), Span(f"{'edited':<{_NAME}}", "bright"), rows[0][1]]
        return rows


def _wrapped(lines: Sequence[str], width: int) -> list[str]:
    parts = [part for line in lines for part in wrap(line, max(4, width))] or [""]
    if len(parts) > MOST:
        return [*parts[: MOST - 1], f"... {len(parts) - MOST + 1} more lines: e shows all"]
    return parts
