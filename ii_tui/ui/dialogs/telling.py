"""The sheet on which something that happened is told: what it means, what follows, their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.core.text import clean
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.asked import Asked
from ii_tui.ui.widgets.bars import Hint
from ii_tui.ui.widgets.fields import Choice, Field, Option
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.lines import Lines
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.spans import Prose


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the sheet."""

    way: Any = None
    """the value of the way that was chosen"""
    value: Any = None
    """what the question's line means"""
    text: str = ""
    """words that were typed or pasted, on one line"""


class OneLineInput(SafeInput):
    """A pasted letter comes in whole, on one line."""

    def on_paste(self, event: events.Paste) -> None:
        """Line ends become blanks."""
        event.text = clean(event.text, newlines=False)


class Words(Leaf):
    """Sentences on a sheet, as high as they need to be."""

    DEFAULT_CSS = "Words { height: auto; background: $ii-sheet; margin: 0 0 1 0; }"

    def __init__(self, *sentences: str) -> None:
        super().__init__()
        self._prose = [Prose(sentence) for sentence in sentences]
        self.show(self._prose)

    def get_content_height(self, container: Any, viewport: Any, width: int) -> int:
        """Lines at this width."""
        return sum(row.height(max(1, width - 2)) for row in self._prose)


class Telling(Dialog[Told]):
    """Sentences that say what follows; a question; ways to go on; a line for their words.

    Each part may be missing. Enter takes the way under the cursor from wherever one is; a way's
    own digit takes it at once. Letters are words wherever one is, and begin the line for words, as
    what is pasted does: whoever begins to write presses no key, here or on the screen below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next", id="telling.next", show=False),
        Binding("up", "app.focus_previous", "Before", id="telling.before", show=False),
    ]
    DEFAULT_CSS = """
    Telling Choice { margin: 0 0 1 0; }
    Telling Asked { margin: 0 0 1 0; }
    """

    def __init__(
        self,
        title: str,
        *,
        words: Sequence[str] = (),
        question: Asked | None = None,
        ways: Sequence[Option[Any]] = (),
        free: Collection[Any] = (),
        label: str = "",
        placeholder: str = "",
        act: str = "note it",
        keys: Sequence[Hint] = (),
    ) -> None:
        """`free` are the ways that can be gone without an answer to the question.

        Raises ValueError for a way whose key is no digit.
        """
        if any(not way.key.isdigit() for way in ways):
            raise ValueError("where words can be typed, only digits answer")
        more = [("tab", "next")] if (question is not None) + bool(ways) + bool(label) > 1 else []
        super().__init__(title, (("enter", act), *keys, *more, ("esc", "back")))
        self._sentences = Words(*words) if words else None
        self.question = question
        self._ways: Choice[Any] | None = Choice(ways) if ways else None
        self._free = free
        self._entry = OneLineInput(placeholder=placeholder, compact=True, select_on_focus=False)
        self._text = Field(label, id="words", entry=self._entry) if label else None

    def body(self) -> Iterable[Widget]:
        """The parts that there are."""
        parts = (self._sentences, self.question, self._ways, self._text)
        return [part for part in parts if part is not None]

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self._finish(message.item.data.value)

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self._finish(None if self._ways is None else self._ways.current.data.value)

    @on(events.Key)
    def _letter(self, event: events.Key) -> None:
        """A letter pressed beside the line for words begins it, or goes on with it."""
        letter = event.character
        if self._text is not None and letter and letter.isalpha() and "+" not in event.key:
            event.stop()
            event.prevent_default()
            self._text.focus()
            self._entry.insert_text_at_cursor(letter)

    def on_paste(self, event: events.Paste) -> None:
        """What comes in while a list has the keys is what they wrote."""
        if self._text is not None:
            event.stop()
            self._text.value = clean(f"{self._text.value} {event.text}", newlines=False)
            self._text.focus()

    def _finish(self, way: Any) -> None:
        self.run_worker(self._settle(way), group="finish", exclusive=True)

    async def _settle(self, way: Any) -> None:
        text = "" if self._text is None else clean(self._text.value, newlines=False)
        if self.question is None or (way in self._free and not self.question.value):
            self.dismiss(Told(way, None, text))
        elif (found := await self.question.settle()) is not None:
            self.dismiss(Told(way, found.value, text))
        else:
            self.question.field.focus()
