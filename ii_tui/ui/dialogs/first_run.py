"""The first question of a new database: who would you like to talk to?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ii_tui.core.stages import Closeness
from ii_tui.services import editing, first_steps
from ii_tui.ui.dialogs.ask import TextDialog

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class FirstRun(TextDialog):
    """One line, a person; or skip."""

    STEP = (
        "Step 1, connect: one person is enough to begin. People answer those they know, and the "
        "ones you know know the others."
    )

    def __init__(self) -> None:
        super().__init__(
            "Who would you like to talk to?",
            "A person",
            placeholder="e.g. Ada Lovelace, Engineer @ Northwind",
            note="One line will do; the rest can come later. esc skips this for good.",
            check=first_steps.trouble,
        )
        self.keys.show((("enter", "begin"), ("esc", "skip")))


async def first_run(app: IiApp) -> None:
    """Asks once, and goes on to the first message. Only in a worker."""
    line = await app.push_screen_wait(FirstRun())
    if line is None:
        await app.ask(lambda: first_steps.end(app.desk))
        app.say("Skipped. n adds a person, i imports your LinkedIn connections.")
        return
    begun = await app.do(lambda: first_steps.begin_with(app.desk, line), say=False)
    if begun is None:
        return
    person_id, name, words = begun
    from ii_tui.ui.dialogs.people import ask_closeness

    closeness = await ask_closeness(app, f"How well do you know {name}?", new=True)
    if closeness is None:
        app.say(words, undo=True)
        return
    if isinstance(closeness, Closeness):
        await app.do(lambda: editing.set_closeness(app.desk, person_id, closeness), say=False)
    from ii_tui.ui.screens.composer_begin import compose

    await compose(app, person_id)
