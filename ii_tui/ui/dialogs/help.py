"""`?`: the keys of this screen, the step it serves, and why that step matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from ii_tui.ui import commands, keymap
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.keymap import Keymap
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import Prose, Span

KEYS = Columns(Column(8), Column(20, grow=1, gap=2))

REASONS = (
    "Why these conversations: insiders know what no website says; you practise telling your work "
    "without being judged; people who met you remember you; referrals come from talks, not forms; "
    "and you find out early when a field does not fit."
)


class HelpDialog(Dialog[None]):
    """A list to read; escape or ? closes it."""

    WIDTH: ClassVar[int] = 76
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q", "step_out", "Close", show=False)
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        title = getattr(screen, "TITLE_WORDS", "") or "Keys"
        super().__init__(title, (("esc", "back"), (":", "find anything by name")))
        scopes: tuple[str, ...] = getattr(screen, "SCOPES", ())
        self._keys: Keymap = getattr(screen.app, "keymap", Keymap())
        self._lines = Lines(self._items(getattr(screen, "STEP", ""), scopes))

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield self._lines

    def _items(self, step: str, scopes: tuple[str, ...]) -> Iterator[Item]:
        if step:
            yield Item(None, (Prose(step),))
            yield blank()
        yield heading("HERE")
        for key, words in self._moving():
            yield Item(f"move {key}", (KEYS.row(Span(key, "key"), words),))
        yield from self._of(*scopes)
        yield blank()
        yield heading("EVERYWHERE")
        yield from self._of("app")
        yield Item("digits", (KEYS.row(Span("1 to 7", "key"), "go to a place"),))
        yield blank()
        yield Item("why", (Prose(REASONS, "dim"),))

    def _moving(self) -> Iterator[tuple[str, str]]:
        four = ("cursor.left", "cursor.down", "cursor.up", "cursor.right")
        letters = "".join(key for name in four for key in self._keys.of(name) if len(key) == 1)
        move = f"move ({letters} too)" if letters else "move"
        top = self._keys.written("cursor.top")
        ends = [f"{top} {top}" if top else self._keys.written("cursor.first")]
        ends += [keymap.written(key) for key in self._keys.of("cursor.last")[-1:]]
        yield "arrows", f"{move}; pgup, pgdn; {' and '.join(filter(None, ends))} for the ends"
        yield "enter", "does what is owed here, else opens"
        yield "esc", "one step out; what you typed is kept"

    def _of(self, *scopes: str) -> Iterator[Item]:
        for command in commands.of(*scopes):
            key = self._keys.written(command.id)
            if key and command.id not in {"task.settle", "app.out"}:
                yield Item(command.id, (KEYS.row(Span(key, "key"), command.help),))
