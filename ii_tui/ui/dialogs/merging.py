"""Two versions of one thing: at every place where they differ which stays, or both, edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core import joining
from ii_tui.core.joining import Block, Choice, Clash
from ii_tui.services.conflicts import Conflict, Shape
from ii_tui.ui.dialogs.ask import ask_text
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.version_rows import Edited, Same, place
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import Line, Span, dim, one_line


class _Field:
    """One field that both changed, its places, and what was chosen at each."""

    def __init__(self, shape: Shape, clash: Clash) -> None:
        self.shape, self.clash = shape, clash
        self.long = shape.kind == "text"
        if self.long:
            self.blocks = joining.blocks(clash.mine, clash.theirs)
        else:
            self.blocks = [Block((clash.mine,), (clash.theirs,))]
        self.choices: list[Choice] = ["mine"] * len(self.blocks)
        self.touched = False
        """whether anything was chosen"""
        self.edited: str | None = None

    def take(self, place: int, choice: Choice) -> None:
        """This stays at that place."""
        self.choices[place] = choice
        self.touched, self.edited = True, None

    @property
    def result(self) -> str:
        """What will be saved."""
        if self.edited is not None:
            return self.edited
        if self.long:
            return joining.assembled(self.blocks, self.choices)
        both = joining.joined(self.clash.mine, self.clash.theirs)
        return {"mine": self.clash.mine, "theirs": self.clash.theirs, "both": both}[self.choices[0]]

    @property
    def to_edit(self) -> str:
        """What editing begins with: the choices, or where there are none yet, both."""
        if self.edited is not None:
            return self.edited
        if not self.touched:
            return joining.joined(self.clash.mine, self.clash.theirs)
        if self.long:
            return joining.assembled(self.blocks, self.choices, marked=True)
        return self.result

    def key(self, place: int) -> str:
        """The key of a place in the list."""
        return f"{self.shape.name}:{place}"

    def items(self) -> list[Item]:
        """The label, and every place."""
        label = [Span(one_line(self.shape.label), "heading")]
        if self.clash.base and not self.long:
            label.append(dim(f"   before: {one_line(self.clash.base)}"))
        items = [Item(None, (Line(label),))]
        if self.edited is not None:
            return [*items, Item(self.key(0), (Edited(self.edited), Line()), self)]
        for n, block in enumerate(self.blocks):
            if block.same:
                items.append(Item(None, (Same(block),)))
            else:
                row = place(block, self.choices[n], text=self.long)
                items.append(Item(self.key(n), (row,), self))
        return [*items, Item(None, (Line(),))]


class MergeDialog(Dialog[dict[str, str]]):
    """For every field that both changed, what stays; None saves nothing."""

    WIDTH = 140
    STEP = (
        "Two windows, or a window and the command line, changed the same thing. Nothing of either "
        "is gone until you choose; a step out leaves both as they are."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", "Mine", id="merge.mine", show=False),
        Binding("t", "take('theirs')", "Theirs", id="merge.theirs", show=False),
        Binding("b", "take('both')", "Both", id="merge.both", show=False),
        Binding("M", "take_all('mine')", "All mine", id="merge.all_mine", show=False),
        Binding("T", "take_all('theirs')", "All theirs", id="merge.all_theirs", show=False),
        Binding("e", "edit", "Edit", id="merge.edit", show=False),
        Binding("ctrl+s", "done", "Save", id="merge.save", show=False),
    ]

    def __init__(self, conflict: Conflict, *, act: str = "save", back: str = "back") -> None:
        keys = [("enter", act), ("m", "mine"), ("t", "theirs"), ("b", "both"), ("e", "edit")]
        self._fields = [_Field(conflict.shape(one.name), one) for one in conflict.clashes]
        if sum(not block.same for field in self._fields for block in field.blocks) > 1:
            keys.append(("M T", "all"))
        super().__init__(f"{conflict.title}: two versions", (*keys, ("esc", back)))
        self._conflict = conflict
        self._list = Lines(self._items())
        self._list.styles.height = "auto"

    def _items(self) -> list[Item]:
        return [item for field in self._fields for item in field.items()]

    def body(self) -> Iterable[Widget]:
        """What happened, and the places to choose at."""
        who = self._conflict.who
        words = f"{who[0].upper()}{who[1:]}. + stays"
        words += ", | differs." if any(field.long for field in self._fields) else "."
        yield Static(one_line(words), markup=False, classes="sheet--words")
        yield self._list
        if beside := self._conflict.beside():
            yield Static(one_line(beside), markup=False, classes="sheet--told")

    def on_resize(self) -> None:
        """The list scrolls in its own room, so that the words above it stay."""
        around = 13 if self.size.width > 60 else 15
        self._list.styles.max_height = max(4, self.size.height - around)

    # What stays

    def _current(self) -> tuple[_Field, int] | None:
        item: Item | None = self._list.current
        if item is None or item.key is None:
            return None
        return item.data, int(str(item.key).rpartition(":")[2])

    def action_take(self, choice: Choice) -> None:
        """This stays at the place under the cursor; on to the next."""
        if (current := self._current()) is None:
            return
        field, number = current
        if choice == "both" and field.shape.kind == "either":
            self.status.fail("Only one of the two can stand here: m or t.")
            return
        field.take(number, choice)
        self._list.show(self._items())
        self._list.action_move(1)

    def action_take_all(self, choice: Choice) -> None:
        """This side stays everywhere."""
        for field in self._fields:
            for number in range(len(field.blocks)):
                field.take(number, choice)
        self._list.show(self._items())

    def action_edit(self) -> None:
        """Both in one, edited before it counts."""
        if (current := self._current()) is None:
            return
        if current[0].shape.kind == "either":
            self.status.fail("Only one of the two can stand here: m or t.")
        else:
            self.run_worker(self._edit(current[0]), group="edit", exclusive=True)

    async def _edit(self, field: _Field) -> None:
        app, label = cast("App[object]", self.app), field.shape.label
        if field.long:
            text = await app.push_screen_wait(JoinDialog(label, field.to_edit))
        else:
            text = await ask_text(app, "Both in one", label, field.to_edit, act="keep it")
        if text is not None:
            field.edited = text
            self._list.show(self._items(), to=field.key(0))

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self.action_done()

    def action_done(self) -> None:
        """Save what was chosen."""
        self.dismiss({field.shape.name: field.result for field in self._fields})


class JoinDialog(Dialog[str]):
    """Both texts in one area: where they differ mine stands over theirs, a line between them."""

    WIDTH = 100
    STEP = "Both texts stand here, so that nothing has to be typed again: keep what is to stay."
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="join.keep", show=False)
    ]
    DEFAULT_CSS = "JoinDialog SheetText { height: 8; }"

    def __init__(self, label: str, text: str) -> None:
        super().__init__(f"{label}: both in one", (("ctrl+s", "keep it"), ("esc", "back")))
        from ii_tui.ui.widgets.safe_text import SheetText

        self._text = SheetText(text, id="joined")

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield Static(
            "Yours stands over theirs where they differ. The lines between go by themselves.",
            markup=False,
            classes="sheet--words",
        )
        yield self._text

    def on_resize(self) -> None:
        """As much of the text as there is room for."""
        self._text.styles.height = max(4, self.size.height - 12)

    def action_keep(self) -> None:
        """This is the text."""
        self.dismiss(joining.without_marks(self._text.text))
