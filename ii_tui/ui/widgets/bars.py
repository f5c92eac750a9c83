"""The three lines around every screen: where we are, what happened, what can be done here."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip

from ii_tui.errors import IiError
from ii_tui.ui.widgets.columns import Columns
from ii_tui.ui.widgets.painting import Painter
from ii_tui.ui.widgets.spans import BLOCKED, Span, bright, cut_spans, dim, one_line, width_of, wrap

PLACES = ("Today", "Board", "Contacts", "Companies", "Messages", "Meetings", "Figures")
"""The places by their digits, from 1."""
_TALL = 12
"""lines of the screen from which what happened may take two"""
SPACIOUS = 90
"""cells from which the places stand so far apart that none moves when another is current"""


class Bar(Painter):
    """One line drawn from spans."""

    def spans(self, width: int) -> Sequence[Span]:
        """The line at this width."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The line, with a blank at either end."""
        width = self.size.width
        inner = max(0, width - 2)
        return self.paint([Span(" "), *cut_spans(self.spans(inner), inner)], width)


class ColumnNames(Bar):
    """What stands in which column of the list below."""

    def __init__(self, columns: Columns, *names: str) -> None:
        super().__init__()
        self._row = columns.row(*(dim(name) for name in names))

    def spans(self, width: int) -> Sequence[Span]:
        """The names over their columns."""
        return self._row.spans(width, 0)


class TopBar(Bar):
    """The places with their digits; the current one in brackets, Today with its count."""

    def __init__(self, current: int = 1, *, today: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self._current = current
        self._today = today
        self._aside = ""

    def at(self, current: int) -> None:
        """Say which place we are in, by its digit; 0 for none of them."""
        if current != self._current:
            self._current = current
            self.refresh()

    def count(self, today: int) -> None:
        """Say how much is owed now."""
        if today != self._today:
            self._today = today
            self.refresh()

    def aside(self, words: str) -> None:
        """Dim words at the right end where there is room: the demo, another database."""
        if (words := one_line(words)) != self._aside:
            self._aside = words
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """As many names as the width allows: all, or Today's and the current one, or one."""
        everyone = range(1, len(PLACES) + 1)
        for named in (everyone, (1, self._current), (self._current,)):
            spans = self._named(named, 2 if width >= SPACIOUS else 1)
            if width_of(spans) <= width:
                break
        for words in (self._aside, self._aside.partition(":")[0]):
            rest = width - width_of(spans) - width_of([Span(words)])
            if words and rest >= 2:
                return [*spans, Span(" " * rest), dim(words)]
        return spans

    def _named(self, named: Sequence[int], gap: int) -> list[Span]:
        """With a gap of 2 the brackets stand in it, so that no name moves when we do."""
        spans: list[Span] = []
        for digit, name in enumerate(PLACES, 1):
            here = digit == self._current
            count = str(self._today) if digit == 1 and self._today else ""
            words = [str(digit), *([name] if digit in named else []), *([count] if count else [])]
            between = gap
            if spans and gap == 2 and (here or digit - 1 == self._current):
                between = 1
            spans += [Span(" " * between)] if spans else []
            if here:
                spans.append(Span(f"[{' '.join(words)}]", "current"))
                continue
            spans += [Span(" ")] if not spans and gap == 2 else []
            spans.append(Span(words[0], "dim" if digit in named else "normal"))
            spans += [Span(f" {name}")] if digit in named else []
            spans += [Span(" "), Span(count, "due")] if count else []
        return spans


class StatusLine(Bar):
    """What just happened; empty otherwise.

    It is cleared by the next key (the screen's `on_key` calls `clear`), never by a clock: a line
    that goes away by itself is missed by whoever looked elsewhere.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._spans: list[Span] = []
        self._lines = 1

    @property
    def words(self) -> str:
        """What stands there now."""
        return "".join(span.text for span in self._spans)

    def say(self, text: str, *, undo: str = "") -> None:
        """What happened, "Moved Given Family to replied"; `undo` is the key that takes it back."""
        back = [Span(" "), dim("- "), Span(f"{undo} ", "key"), dim("undo")] if undo else []
        self._put([bright(one_line(text)), *back])

    def fail(self, error: IiError | str) -> None:
        """Something did not work: the thing, the cause and the way out, in red with its sign."""
        self._put([BLOCKED, Span(" "), Span(one_line(str(error)), "blocked")])

    def clear(self) -> None:
        """Nothing to say any more."""
        self._put([])

    def _put(self, spans: list[Span]) -> None:
        if spans != self._spans:
            self._spans = spans
            self._fit()
            self.refresh()

    def on_resize(self) -> None:
        """Another width may need another number of lines."""
        self._fit()

    def _fit(self) -> None:
        """A second line where what happened does not fit one, as far as there is room."""
        inner = max(1, self.size.width - 2)
        lines = 1 + (width_of(self._spans) > inner and self.screen.size.height >= _TALL)
        if self.size.width and self._lines != lines:
            self._lines = lines
            self.styles.height = lines

    def render_line(self, y: int) -> Strip:
        """One of its lines, with a blank at either end."""
        width = self.size.width
        inner = max(1, width - 2)
        shown = self._broken(inner)[y] if y < self._lines else []
        return self.paint([Span(" "), *cut_spans(shown, inner)], width)

    def _broken(self, width: int) -> list[list[Span]]:
        """The words over the lines, cut before the way back is."""
        if len(self._spans) >= 5:
            before, words, back = [], self._spans[:1], self._spans[1:]
        else:
            before, words, back = self._spans[:-1], self._spans[-1:], []
        text, look = words[0] if words else Span("")
        room = max(1, width - width_of(before))
        if self._lines == 1:
            return [[*before, *cut_spans([Span(text, look)], room - width_of(back)), *back]]
        first = wrap(text, room)[0]
        last = cut_spans([Span(text[len(first) :].lstrip(), look)], room - width_of(back))
        return [[*before, Span(first, look)], [Span(" " * width_of(before)), *last, *back]]


Hint = tuple[str, str]
"""A key as it is written, and what it does here: ("enter", "settle")."""


class KeyLine(Bar):
    """The keys that work right here, dearest first; what does not fit is left out from the end."""

    def __init__(
        self,
        keys: Sequence[Hint] = (),
        *,
        tail: Sequence[Hint] = (),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._keys = tuple(keys)
        self._tail = tuple(tail)
        self.last: Hint | None = None
        """what is the first to be left out where the room is short"""

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys that stand there, but for the tail."""
        return self._keys

    def show(self, keys: Sequence[Hint], tail: Sequence[Hint] | None = None) -> None:
        """Other keys work now."""
        new = tuple(keys), self._tail if tail is None else tuple(tail)
        if new != (self._keys, self._tail):
            self._keys, self._tail = new
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """The tail gives up its words before a key is left out, and stays to the last."""
        if self.last is not None:
            spans = _hints([*self._keys, self.last])
            if width_of(spans) <= width:
                return spans
        tails = [list(self._tail[:-1]) + [(key, "") for key, _ in self._tail[-1:]]]
        tails = [list(self._tail), *tails, [(key, "") for key, _ in self._tail]]
        for tail in tails:
            spans = _hints([*self._keys, *tail])
            if width_of(spans) <= width:
                return spans
        bare = tails[-1]
        for kept in range(len(self._keys) - 1, 0, -1):
            spans = _hints([*self._keys[:kept], *bare])
            if width_of(spans) <= width:
                return spans
        return _hints([*self._keys[:1], *bare])


def _hints(keys: Sequence[Hint]) -> list[Span]:
    spans: list[Span] = []
    for key, words in keys:
        if spans:
            spans.append(Span("  "))
        spans.append(Span(one_line(f"{key} " if words else key), "key"))
        if words:
            spans.append(dim(one_line(words)))
    return spans


class Bottom(Vertical):
    """The lines at the foot of every screen: what happened, and the keys."""

    def __init__(self, keys: Sequence[Hint] = (), *, tail: Sequence[Hint] = ()) -> None:
        super().__init__()
        self.status = StatusLine()
        self.keys = KeyLine(keys, tail=tail)

    def compose(self) -> ComposeResult:
        """The status line stands above the keys."""
        yield self.status
        yield self.keys
