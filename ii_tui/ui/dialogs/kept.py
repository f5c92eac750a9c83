"""What a person typed or chose is kept, whatever happened to what it belongs to meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ii_tui.core.joining import Clash, Merged
from ii_tui.errors import IiError
from ii_tui.services import conflicts
from ii_tui.services.conflicts import Conflict, Shape
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.widgets.fields import Option

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


async def saved(app: IiApp, what: str, text: str, work: Callable[[], str]) -> str | None:
    """Saves a text by `work` and says what happened; returns that, None where it is in a file.

    When it cannot be saved the person may try again, after a redo or once there is room; a step
    out writes the text to a file. Without a text the error is only told. Only in a worker.
    """
    if not text.strip():
        return await app.tell(work)
    # Whoever leaves meanwhile finds the text in a file.
    held = app.saver.hold("text", f"{what}\n\n{text}")

    def kept() -> str:
        words = work()
        app.saver.let_go(held)
        return words

    while True:
        try:
            return await app.tell(kept)
        except IiError as error:
            app.saver.stuck(held)
            again = Option("a", "Try again", "again", "redo may bring back what was undone")
            file = Option("f", "Write it to a file", "file")
            words = f"{error} What you wrote is not lost."
            if await ask_choice(app, error.title, (again, file), words=words, to="f") == "again":
                app.saver.stuck(held, False)
                continue
            if await in_file(app, what, text):
                app.saver.let_go(held)
            return None


async def in_file(app: IiApp, what: str, text: str) -> bool:
    """Writes a text that has no place any more to a file, and says where; False: no disk did."""
    path = await app.ask(lambda: conflicts.keep_in_file(app.desk, what, text))
    if path is None:
        app.fail(IiError("No disk takes your text.", hint="Free some room and save it again."))
    else:
        app.say(f"Your text is in {path}")
    return path is not None


async def choose_one(
    app: IiApp, title: str, who: str, label: str, *, mine: str, theirs: str, base: str = ""
) -> Literal["mine", "theirs"] | None:
    """Which of two values stands, where only one can; None for a step out. Only in a worker."""
    from ii_tui.ui.dialogs.merging import MergeDialog

    clash = Clash("value", base, mine, theirs)
    shape = Shape("value", label, "either")
    found = Conflict(title, who, Merged({"value": mine}, (clash,), (), ()), (shape,))
    chosen = await app.push_screen_wait(MergeDialog(found))
    if chosen is None:
        return None
    return "mine" if chosen["value"] == mine else "theirs"
