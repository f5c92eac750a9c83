"""Two versions of one thing: which of them stays, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.services.person_form import Difference
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import DONE, NO_SIGN, Span, dim, fit, one_line, wrap

_BESIDE = 64
"""cells from which both versions stand side by side"""


class _Versions:
    """Label, mine and theirs; the one that stays has a sign and is bright."""

    def __init__(self, one: Difference, mine: bool) -> None:
        self._one, self._mine = one, mine

    def _lines(self, width: int) -> list[list[Span]]:
        room = (width - 4) // 2 if width >= _BESIDE else width - 9
        sides = []
        for text, stays in ((self._one.mine, self._mine), (self._one.theirs, not self._mine)):
            look = "bright" if stays else "dim"
            sign = DONE if stays else NO_SIGN
            lines = wrap(" / ".join(text.splitlines()) or "(empty)", max(4, room - 2), 4)
            sides.append(
                [[sign if n == 0 else NO_SIGN, Span(" "), Span(line, look)]  # type: ignore[arg-type]  # both are looks
                 for n, line in enumerate(lines)]
            )  # fmt: skip
        label = Span(one_line(self._one.label), "heading")
        rows: list[list[Span]] = [[label]]
        if width >= _BESIDE:
            rows = [[*fit([label, dim("  mine")], room), Span("    "), dim("  theirs")]]
            blank = [[NO_SIGN]]
            for n in range(max(map(len, sides))):
                left, right = ((side + blank * 9)[n] for side in sides)
                rows.append([*fit(left, room), Span("    "), *right])
            return rows
        for name, side in zip(("mine", "theirs"), sides, strict=True):
            for n, line in enumerate(side):
                rows.append([*fit(dim(name if n == 0 else ""), 7), *line])
        return rows

    def height(self, width: int) -> int:
        """As many lines as the longer one takes."""
        return len(self._lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """One of them."""
        return self._lines(width)[line]


class MergeDialog(Dialog[dict[str, bool]]):
    """For every differing field whether mine stays; None keeps the form open, unsaved."""

    WIDTH = 100
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take(True)", "Mine", id="merge.mine", show=False),
        Binding("t", "take(False)", "Theirs", id="merge.theirs", show=False),
        Binding("ctrl+s", "done", "Save", id="merge.save", show=False),
    ]

    def __init__(self, name: str, found: Sequence[Difference]) -> None:
        keys = (("m", "mine"), ("t", "theirs"), ("enter", "save"), ("esc", "back to the form"))
        super().__init__(f"{name} was changed elsewhere while you were typing", keys)
        self._found = {one.name: one for one in found}
        self._mine = {one.name: one.keep_mine for one in found}
        self._list = Lines(self._items())
        self._list.styles.height = "auto"

    def _items(self) -> list[Item]:
        return [
            Item(name, (_Versions(one, self._mine[name]),)) for name, one in self._found.items()
        ]

    def body(self) -> Iterable[Widget]:
        """What is to be chosen, and the fields."""
        yield Static(
            "Mine is what you typed, theirs what is stored now. + marks what will stay.",
            markup=False,
            classes="sheet--words",
        )
        yield self._list

    def action_take(self, mine: bool) -> None:
        """This side stays; on to the next field."""
        if (key := self._list.key) is not None:
            self._mine[str(key)] = mine
            self._list.show(self._items())
            self._list.action_move(1)

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self.action_done()

    def action_done(self) -> None:
        """Save what was chosen."""
        self.dismiss(dict(self._mine))
