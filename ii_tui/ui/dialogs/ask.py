"""Three small questions: which of these, what, and whether. Each is awaited in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from textual import on
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.fields import Choice, Field, Option
from ii_tui.ui.widgets.lines import Lines
from ii_tui.ui.widgets.path_input import PathInput
from ii_tui.ui.widgets.spans import one_line

T = TypeVar("T")

_WIDEST = 104
_PADDING = 6
"""cells around the options: of the sheet, of the cursor"""

Check = Callable[[str], str | None]
"""Says what is wrong with a value in one sentence, or None."""


class ChoiceDialog(Dialog[T]):
    """Which of these: answered by one key."""

    def __init__(
        self,
        title: str,
        options: Sequence[Option[T]],
        *,
        words: str = "",
        to: str | None = "",
        out: str = "back",
    ) -> None:
        """`to` is where the cursor begins, None for nowhere: then only a key of theirs answers."""
        choose = ("enter", "choose")
        if to is None:
            choose = (" ".join(option.key for option in options), "answer")
        super().__init__(title, (choose, ("esc", out)))
        self._words = words
        self._choice = Choice(options, to=to)

    @property
    def wanted(self) -> int:
        """As wide as its longest option."""
        return max(self.WIDTH, min(_WIDEST, self._choice.wanted + _PADDING))

    def body(self) -> Iterable[Widget]:
        """Words, where there are any, and the options."""
        if self._words:
            yield Static(one_line(self._words), markup=False, classes="sheet--words")
        yield self._choice

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        option: Option[T] = message.item.data
        self.dismiss(option.value)


class TextDialog(Dialog[str]):
    """What: one line of text, checked before it counts."""

    def __init__(
        self,
        title: str,
        label: str = "",
        value: str = "",
        *,
        placeholder: str = "",
        note: str = "",
        check: Check | None = None,
        act: str = "ok",
        path: bool = False,
    ) -> None:
        """With `path` tab completes, and a path that begins anew replaces `value`."""
        keys = (("enter", act), ("tab", "complete"), ("esc", "back"))
        super().__init__(title, keys if path else (("enter", act), ("esc", "back")))
        self._check = check
        entry = PathInput(value, placeholder=placeholder, id="answer-input") if path else None
        self._field = Field(
            label, value, id="answer", placeholder=placeholder, note=note, entry=entry
        )

    def body(self) -> Iterable[Widget]:
        """The field."""
        yield self._field

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        value = self._field.value
        why = self._check(value) if self._check else None
        if why:
            self._field.wrong(why)
        else:
            self.dismiss(value)


async def ask_choice(
    app: App[Any],
    title: str,
    options: Sequence[Option[T]],
    *,
    words: str = "",
    to: str | None = "",
    out: str = "back",
) -> T | None:
    """The value of the option that was chosen, None for a step out. Only in a worker."""
    return await app.push_screen_wait(ChoiceDialog(title, options, words=words, to=to, out=out))


async def ask_file(
    app: App[Any], title: str, value: str, *, note: str = "Only you can read it."
) -> str | None:
    """The path of a file to write, as it was typed; None for a step out. Only in a worker."""
    return await ask_text(
        app,
        title,
        "File",
        value,
        note=f"A folder will do. {note}",
        check=lambda typed: None if typed else "Name a file or a folder.",
        act="write",
        path=True,
    )


async def ask_text(
    app: App[Any],
    title: str,
    label: str = "",
    value: str = "",
    *,
    placeholder: str = "",
    note: str = "",
    check: Check | None = None,
    act: str = "ok",
    path: bool = False,
) -> str | None:
    """What was typed and found right by `check`, None for a step out. Only in a worker."""
    dialog = TextDialog(
        title, label, value, placeholder=placeholder, note=note, check=check, act=act, path=path
    )
    return await app.push_screen_wait(dialog)


async def confirm(
    app: App[Any], title: str, *, words: str = "", yes: str = "Yes", no: str = "No"
) -> bool:
    """Whether the person said yes; a step out is a no. Only in a worker.

    The cursor begins on the no: enter pressed once too often does nothing.
    """
    options: tuple[Option[bool], ...] = (Option("y", yes, True), Option("n", no, False))
    answer = await ask_choice(app, title, options, words=words, to="n")
    return answer is True
