"""What forms are made of: a labelled line to type in, and a choice by one key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.spans import Row, Span, dim, one_line, width_of

T = TypeVar("T")


class Field(Widget):
    """A label and an input on one line; under them a note, or what is wrong with the value.

    `Input.Changed` and `Input.Submitted` bubble from it; the input's id is "<id>-input".
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        id: str,
        placeholder: str = "",
        note: str = "",
        password: bool = False,
        entry: Input | None = None,
    ) -> None:
        super().__init__(id=id)
        self._label = one_line(label)
        self._note = one_line(note)
        self.input = entry or SafeInput(
            value,
            placeholder=placeholder,
            password=password,
            compact=True,
            select_on_focus=False,
            id=f"{id}-input",
        )
        """`entry`, or an input of our own"""
        self._blamed = ""
        self._words = Static(self._note, markup=False, classes="field--note")
        self.set_class(bool(note), "-noted")
        self.set_class(not label, "-bare")

    def compose(self) -> ComposeResult:
        """Label, input, and the line below that is not there while it has nothing to say."""
        yield Static(self._label, markup=False, classes="field--label")
        yield self.input
        yield self._words

    @property
    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.input.value.strip()

    @value.setter
    def value(self, value: str) -> None:
        self.input.value = value
        self.input.cursor_position = len(value)

    def wrong(self, why: str) -> None:
        """Say under the field what is wrong; the next change of the value takes it away."""
        self._blamed = self.input.value
        self._words.update(one_line(f"x {why}"))
        self.add_class("-wrong")

    def right(self) -> None:
        """Nothing is wrong; the note comes back."""
        if self.has_class("-wrong"):
            self.remove_class("-wrong")
            self._words.update(self._note)

    def focus(self, scroll_visible: bool = True) -> Field:
        """Begin to type here."""
        self.input.focus(scroll_visible)
        return self

    @on(Input.Changed)
    def _changed(self) -> None:
        # An input also reports the value it was made with.
        if self.input.value != self._blamed:
            self.right()


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One way to answer: the key for it, its words, what it means to the program."""

    key: str
    words: str
    value: T
    note: str = ""


def numbered(*ways: tuple[str, T] | tuple[str, T, str], start: int = 1) -> list[Option[T]]:
    """Options for a sheet on which words can be typed: digits answer, letters stay letters."""
    return [Option(str(number), *way) for number, way in enumerate(ways, start)]


class Choice(Lines, Generic[T]):
    """A few answers, each with a key of its own: the key answers at once, enter takes the cursor's.

    It posts `Lines.Chosen` whose item's `data` is the `Option`.
    """

    def __init__(
        self,
        options: Iterable[Option[T]],
        *,
        to: str | None = "",
        id: str | None = None,
    ) -> None:
        """`to` is the key of the option on which the cursor begins; None: on none of them."""
        self.options: tuple[Option[T], ...] = tuple(options)
        super().__init__(_items(self.options), id=id)
        self._nowhere = to is None
        if to is None:
            self.cursor = -1  # enter, pressed once too often, answers nothing
        elif to:
            self.cursor = [option.key for option in self.options].index(to)

    def nearest(self, index: int, step: int) -> int:
        """Nowhere, until the cursor was moved, where it was to begin nowhere."""
        return -1 if index < 0 and self._nowhere else super().nearest(index, step)

    @property
    def wanted(self) -> int:
        """Cells in which no option is cut."""
        words, notes = _widest(self.options)
        return 1 + 2 + words + (3 + notes if notes else 0)

    def on_key(self, event: events.Key) -> None:
        """The option's own key comes before the keys of lists."""
        for index, option in enumerate(self.options):
            if event.character == option.key:
                event.stop()
                self.go(index)
                self.action_choose()
                return


def _widest(options: Sequence[Option[Any]]) -> tuple[int, int]:
    """Cells of the longest words, and of the longest note."""
    words = [width_of([Span(one_line(option.words))]) for option in options]
    notes = [width_of([Span(one_line(option.note))]) for option in options]
    return max(words, default=1), max(notes, default=0)


def _items(options: Sequence[Option[T]]) -> list[Item]:
    words, notes = _widest(options)
    columns = Columns(
        Column(1),
        Column(min(words, 24), most=words, grow=2, gap=2),
        *((Column(min(notes, 12), grow=1, gap=3, drop=1),) if notes else ()),
    )

    def row(option: Option[T]) -> Row:
        return columns.row(Span(option.key, "key"), option.words, dim(option.note))

    return [Item(option.key, (row(option),), option) for option in options]
