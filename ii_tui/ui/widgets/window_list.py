"""`WindowList`: a list of any length over a query, of which only what is visible is read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from textual.timer import Timer

from ii_tui.errors import Locked
from ii_tui.ui.widgets.cursor_view import CursorView
from ii_tui.ui.widgets.item_view import Key
from ii_tui.ui.widgets.spans import Row, Span

WINDOW = 96
"""rows read at once"""
KEPT = 8
"""windows kept"""
AGAIN = 0.05
"""seconds until a busy database is asked again"""

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Source(Protocol[R_co]):
    """An ordered query, asked in windows. Every method may raise `Locked`."""

    def count(self) -> int:
        """Rows in all."""
        ...

    def window(self, offset: int, limit: int) -> Sequence[R_co]:
        """At most `limit` rows from `offset` on."""
        ...

    def position(self, key: Key) -> int | None:
        """The offset of the row with this key, None when it is not in the query."""
        ...


class Nobody:
    """The source of a list that has none yet."""

    def count(self) -> int:
        """None."""
        return 0

    def window(self, offset: int, limit: int) -> Sequence[R]:
        """No rows."""
        return ()

    def position(self, key: Key) -> int | None:
        """Nowhere."""
        return None


class WindowList(CursorView, Generic[R]):
    """One line a row. A subclass says what a row's key is and how it is drawn.

    A busy database never empties the screen: what was asked for is done 50 ms later instead.
    """

    def __init__(
        self,
        source: Source[R] | None = None,
        *,
        empty: Sequence[Row | str] = (),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, name=name, id=id, classes=classes)
        self._source: Source[R] = source or Nobody()
        self._count = 0
        self._windows: dict[int, Sequence[R]] = {}
        self._later: dict[str, Timer] = {}

    @abstractmethod
    def key_of(self, row: R) -> Key:
        """The row's identity."""

    @abstractmethod
    def draw_row(self, row: R) -> Row:
        """How the row is drawn; one line."""

    # Reading.

    def on_mount(self) -> None:
        """Read what is visible first."""
        self.reload()

    def show(self, source: Source[R], *, to: Key | None = None) -> None:
        """Show another query (a filter was typed); the cursor stays on its key if it is there."""
        self._source = source
        self.reload(keep=to)

    def reload(self, keep: Key | None = None) -> None:
        """Read again what is visible; the cursor stays on `keep`, or on the key it is on.

        Where that key is gone the cursor keeps its place in the list.
        """
        key = self.key if keep is None else keep
        try:
            count = self._source.count()
            found = self._source.position(key) if key is not None and count else None
            index = min(max(0, self.cursor) if found is None else found, count - 1)
            row = max(0, self.cursor) - self.scroll_offset.y
            before = self._windows, self._count
            self._windows, self._count = {}, count
            top = self._scrolled(index, index - row)
            try:
                self._read(top, top + self.size.height - 1)
                if index >= 0:
                    self._row(index)
            except Locked:
                self._windows, self._count = before
                raise
        except Locked:
            self._try_again("reload", lambda: self.reload(keep))
            return
        self._stop_trying("reload")
        self.cursor = index
        self.measured()
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.refresh()
        self._tell()

    @property
    def waiting(self) -> bool:
        """Whether something was asked for that a busy database has put off."""
        return bool(self._later)

    def ready(self, first: int, last: int) -> bool:
        """Read the windows of these lines; False when the database is busy."""
        try:
            self._read(first, last)
        except Locked:
            return False
        return True

    def go(self, index: int, *, step: int = 1, scroll: int | None = None) -> bool:
        """As every list does; when the rows cannot be read now, the move happens a moment later."""
        done = super().go(index, step=step, scroll=scroll)
        if done:
            self._stop_trying("go")
        else:
            self._try_again("go", lambda: self.go(index, step=step, scroll=scroll))
        return done

    def _read(self, first: int, last: int) -> None:
        for window in range(max(0, first) // WINDOW, min(last, self._count - 1) // WINDOW + 1):
            self._window(window)

    def _window(self, window: int) -> Sequence[R]:
        rows = self._windows.pop(window, None)
        if rows is None:
            rows = self._source.window(window * WINDOW, WINDOW)
        self._windows[window] = rows  # last used stands last
        while len(self._windows) > KEPT:
            del self._windows[next(iter(self._windows))]
        return rows

    def _row(self, index: int) -> R | None:
        """The row, None when the query has shrunk under us."""
        rows = self._window(index // WINDOW)
        offset = index % WINDOW
        return rows[offset] if offset < len(rows) else None

    def _try_again(self, name: str, what: Callable[[], object]) -> None:
        """Do the newest of what was asked for, once the database may be free."""
        self._stop_trying(name)

        def again() -> None:
            del self._later[name]
            what()

        self._later[name] = self.set_timer(AGAIN, again)

    def _stop_trying(self, name: str) -> None:
        if name in self._later:
            self._later.pop(name).stop()

    # What the items are.

    def item_count(self) -> int:
        """Rows in all."""
        return self._count

    def line_count(self) -> int:
        """One line a row."""
        return self._count

    def item_lines(self, index: int) -> tuple[int, int]:
        """The row's own line."""
        return index, 1

    def item_at(self, line: int) -> int:
        """The row on that line."""
        return line

    def item(self, index: int) -> R | None:
        """The row; None when it cannot be read now."""
        try:
            return self._row(index)
        except Locked:
            return None

    def item_key(self, index: int) -> Key | None:
        """The row's key; None when it cannot be read now."""
        row = self.item(index)
        return None if row is None else self.key_of(row)

    def draw(self, index: int, line: int, width: int) -> Sequence[Span]:
        """The row's line; blank until it can be read."""
        try:
            row = self._row(index)
        except Locked:
            if "reload" not in self._later:
                self._try_again("reload", self.reload)
            return ()
        return () if row is None else self.draw_row(row).spans(width, 0)
