"""Two versions of one thing, beside each other: which of them stays, or both in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, cast

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core.joining import Clash
from ii_tui.services import conflicts
from ii_tui.services.conflicts import Conflict, Shape
from ii_tui.ui.dialogs.ask import ask_text
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import DONE, NO_SIGN, Look, Span, dim, fit, one_line, wrap

BESIDE = 92
"""cells of a list from which both versions stand side by side"""
_MOST = 12
"""lines of a version that are shown; `b` opens all of both"""
_GAP = 3
_DIFFERS = Span("|", "accent")

Choice = Literal["mine", "theirs", "both"]
_Rows = list[list[Span]]


class _Versions:
    """A field: its name, mine and theirs; what stays has a sign, lines that differ have one."""

    def __init__(self, shape: Shape, clash: Clash, choice: Choice, both: str) -> None:
        self._shape, self._clash, self._choice, self._both = shape, clash, choice, both

    def height(self, width: int) -> int:
        """As many lines as the versions take."""
        return len(self._lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """One of them."""
        return self._lines(width)[line]

    def _lines(self, width: int) -> _Rows:
        rows: _Rows = [[Span(one_line(self._shape.label), "heading")]]
        if self._clash.base and self._shape.kind != "text":
            rows[0].append(dim(f"   before: {one_line(self._clash.base)}"))
        if width >= BESIDE:
            room = (width - _GAP) // 2
            mine, theirs = self._side("mine", room), self._side("theirs", room)
            for n in range(max(len(mine), len(theirs))):
                left = mine[n] if n < len(mine) else []
                right = theirs[n] if n < len(theirs) else []
                rows.append([*fit(left, room), Span(" " * _GAP), *right])
        else:
            rows += [*self._side("mine", width), *self._side("theirs", width)]
        if self._choice == "both":
            rows += self._version("both", self._both.split("\n"), width)
        return [*rows, []]

    def _side(self, side: Literal["mine", "theirs"], width: int) -> _Rows:
        """One version, the lines that the other lacks marked; what is the same is shortened."""
        if self._shape.kind != "text":
            text = self._clash.mine if side == "mine" else self._clash.theirs
            return self._version(side, text.split("\n"), width)
        marked: list[tuple[str, bool]] = []
        for block in conflicts.blocks(self._clash.mine, self._clash.theirs):
            lines = block.mine if side == "mine" else block.theirs
            if block.same and len(lines) > 3:
                marked += [(lines[0], False), (f"({len(lines) - 2} lines the same)", False)]
                marked.append((lines[-1], False))
            else:
                marked += [(line, not block.same) for line in lines]
        return self._version(side, [line for line, _ in marked], width, [one for _, one in marked])

    def _version(
        self, side: Choice, lines: Sequence[str], width: int, marks: Sequence[bool] = ()
    ) -> _Rows:
        stays = side == self._choice
        look: Look = "bright" if stays else "dim"
        rows: _Rows = []
        for n, text in enumerate(lines):
            mark = _DIFFERS if n < len(marks) and marks[n] else NO_SIGN
            words = text or ("(empty)" if len(lines) == 1 else "")
            rows += [
                [mark, Span(" "), Span(part, look)] for part in wrap(words, max(4, width - 11))
            ]
        if len(rows) > _MOST:
            left = len(rows) - _MOST
            rows = [*rows[:_MOST], [NO_SIGN, Span(" "), dim(f"... {left} more lines")]]
        name = [DONE if stays else NO_SIGN, Span(" "), Span(f"{side:<7}", look)]
        return [[*(name if n == 0 else [Span(" " * 9)]), *row] for n, row in enumerate(rows)]


class MergeDialog(Dialog[dict[str, str]]):
    """For every field that both changed, what stays; None saves nothing."""

    WIDTH = 140
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", "Mine", id="merge.mine", show=False),
        Binding("t", "take('theirs')", "Theirs", id="merge.theirs", show=False),
        Binding("b", "join", "Both", id="merge.both", show=False),
        Binding("ctrl+s", "done", "Save", id="merge.save", show=False),
    ]

    def __init__(self, conflict: Conflict, *, act: str = "save", back: str = "back") -> None:
        keys = (("enter", act), ("m", "mine"), ("t", "theirs"), ("b", "both"), ("esc", back))
        super().__init__(f"{conflict.title}: two versions", keys)
        self._conflict = conflict
        self._choices: dict[str, Choice] = {one.name: "mine" for one in conflict.clashes}
        self._joined: dict[str, str] = {}
        self._list = Lines(self._items())
        self._list.styles.height = "auto"

    def _items(self) -> list[Item]:
        return [
            Item(
                one.name,
                (
                    _Versions(
                        self._conflict.shape(one.name),
                        one,
                        self._choices[one.name],
                        self._joined.get(one.name, ""),
                    ),
                ),
                one,
            )
            for one in self._conflict.clashes
        ]

    def body(self) -> Iterable[Widget]:
        """What happened, and the fields to choose in."""
        who = self._conflict.who
        words = f"{who[0].upper()}{who[1:]}. + stays"
        if any(self._conflict.shape(one.name).kind == "text" for one in self._conflict.clashes):
            words += ", | differs"
        yield Static(one_line(f"{words}."), markup=False, classes="sheet--words")
        yield self._list
        if beside := self._conflict.beside():
            yield Static(one_line(beside), markup=False, classes="sheet--told")

    def on_resize(self) -> None:
        """The list scrolls in its own room, so that the words above it stay."""
        super().on_resize()
        self._list.styles.max_height = max(4, self.size.height - 13)

    # What stays

    def action_take(self, choice: Choice) -> None:
        """This side stays; on to the next field."""
        if (key := self._list.key) is not None:
            self._choices[str(key)] = choice
            self._list.show(self._items())
            self._list.action_move(1)

    def action_join(self) -> None:
        """Both in one, edited before it counts."""
        if self._list.current is None:
            return
        clash: Clash = self._list.current.data
        if self._conflict.shape(clash.name).kind == "either":
            self.status.fail("Only one of the two can stand here: m or t.")
        else:
            self.run_worker(self._join(clash), group="join", exclusive=True)

    async def _join(self, clash: Clash) -> None:
        shape = self._conflict.shape(clash.name)
        begin = self._joined.get(clash.name)
        if begin is None:
            begin = conflicts.joined(clash.mine, clash.theirs)
        app = cast("App[object]", self.app)
        if shape.kind == "text":
            text = await app.push_screen_wait(JoinDialog(shape.label, begin))
        else:
            text = await ask_text(app, "Both in one", shape.label, begin, act="keep it")
        if text is not None:
            self._joined[clash.name] = text
            self._choices[clash.name] = "both"
            self._list.show(self._items())

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self.action_done()

    def action_done(self) -> None:
        """Save what was chosen."""
        self.dismiss({one.name: self._result(one) for one in self._conflict.clashes})

    def _result(self, clash: Clash) -> str:
        choice = self._choices[clash.name]
        if choice == "both":
            return self._joined[clash.name]
        return clash.mine if choice == "mine" else clash.theirs


class JoinDialog(Dialog[str]):
    """Both texts in one area: where they differ mine stands over theirs, a line between them."""

    WIDTH = 100
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="join.keep", show=False)
    ]
    DEFAULT_CSS = """
    JoinDialog TextArea {
        height: 8; padding: 0 1; border: none; background: $ii-field; color: $ii-bright;
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, label: str, text: str) -> None:
        super().__init__(f"{label}: both in one", (("ctrl+s", "keep it"), ("esc", "back")))
        from ii_tui.ui.widgets.safe_text import SafeTextArea

        self._text = SafeTextArea(text, compact=True, highlight_cursor_line=False, id="joined")

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
        super().on_resize()
        self._text.styles.height = max(4, self.size.height - 12)

    def action_keep(self) -> None:
        """This is the text."""
        self.dismiss(conflicts.without_marks(self._text.text))
