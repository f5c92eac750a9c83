"""Many people on one sheet: what is to become of each is decided by one key, then all is done."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TypeVar

from textual import on
from textual.widget import Widget

from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.bars import Hint
from ii_tui.ui.widgets.lines import Item, Lines

T = TypeVar("T")

_AROUND = 8
"""lines of the screen that the list leaves to the sheet"""


class Deciding(Dialog[T]):
    """A subclass draws each one, in two lines, and says what enter does."""

    def __init__(self, title: str, keys: Sequence[Hint], ids: Iterable[int]) -> None:
        super().__init__(title, keys)
        self._ids = tuple(ids)

    @abstractmethod
    def item(self, key: int) -> Item:
        """One of them, with what is to become of it."""

    @abstractmethod
    def decided(self) -> None:
        """Enter: the answer, or what is missing."""

    def body(self) -> Iterable[Widget]:
        """The list."""
        self._list = Lines(self._items(), id="deciding")
        yield self._list

    def on_resize(self) -> None:
        """As high as what it says, and no higher than the screen."""
        super().on_resize()
        self._list.styles.height = max(1, min(self.size.height - _AROUND, 2 * len(self._ids)))

    def _items(self) -> list[Item]:
        return [self.item(key) for key in self._ids]

    @property
    def _current(self) -> int | None:
        key = self._list.key
        return key if isinstance(key, int) else None

    def _next(self, key: int) -> None:
        """This one is decided: it is drawn anew, and the cursor moves on."""
        self._list.put(key, self.item(key))
        self._list.action_move(1)

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self.decided()
