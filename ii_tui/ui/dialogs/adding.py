"""A person from one line, with what was understood shown while it is typed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.core.models import PersonRow
from ii_tui.core.quickadd import EXAMPLE, QuickAdd, describe, parse_quick
from ii_tui.core.stages import Closeness
from ii_tui.errors import IiError, Locked, Usage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.fields import Field
from ii_tui.ui.widgets.spans import one_line

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class PersonLine(Widget):
    """A line that tells of a person, and under it who that is.

    `person` is what was understood, `known` who that is among the contacts; `Input.Submitted`
    bubbles from it.
    """

    DEFAULT_CSS = """
    PersonLine { height: auto; width: 1fr; padding: 0 1; }
    PersonLine > .person--understood { height: auto; min-height: 2; padding: 1 0 0 0; }
    """

    def __init__(self, desk: Desk, label: str = "", value: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.person: QuickAdd | None = None
        self.known: PersonRow | None = None
        self._why = ""
        self._field = Field(label, value, id="person-line", placeholder=f"e.g. {EXAMPLE}")
        self._understood = Static("", markup=False, classes="person--understood")

    def compose(self) -> ComposeResult:
        """The line, and what it means."""
        yield self._field
        yield self._understood

    @property
    def value(self) -> str:
        """What was typed."""
        return self._field.value

    def blame(self) -> None:
        """Says under the line why it cannot be taken; the text stays."""
        self._field.wrong(self._why or "Type a name.")
        self._understood.update("")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.person, self.known, self._why = self._read(self.value)
        words = self._why
        if self.known is not None:
            company = f", {self.known.company}" if self.known.company else ""
            words = f"You know them already: {self.known.name}{company}."
        elif self.person is not None:
            words = describe(self.person)
        self._understood.update(one_line(words))

    def _read(self, text: str) -> tuple[QuickAdd | None, PersonRow | None, str]:
        """Whom the line means, who that is here, and why it means nobody yet."""
        if not text:
            return None, None, ""
        person: QuickAdd | None = None
        known: PersonRow | None = None
        why = ""
        # Met by another program's lock, it is looked up again when the person is added.
        with contextlib.suppress(Locked):
            try:
                person = parse_quick(text)
                known = people.who_is(self._desk, person)
            except Usage as error:
                why = error.message
                with contextlib.suppress(Usage):  # two addresses say who it is no better
                    known = people.at_address(self._desk, text)
        return person, known, why


class AddDialog(Dialog[QuickAdd | int]):
    """Who is it? The answer is what was understood, or the id of someone who is here already."""

    WIDTH = 76
    STEP = (
        "Step 1, connect: one person is enough to begin. People answer those they know, and the "
        "ones you know know the others."
    )

    def __init__(self, desk: Desk, value: str = "", known: str = "open their page") -> None:
        """`known` is what enter does with someone who is here already."""
        self._known = known
        super().__init__("Who would you like to talk to?", (("enter", "add"), ("esc", "back")))
        self.line = PersonLine(desk, value=value)

    def body(self) -> Iterable[Widget]:
        """The line and an example."""
        yield self.line
        yield Static(
            "A name is enough. Title, company, e-mail and profile may follow, in any order.",
            markup=False,
            classes="sheet--dim",
        )

    @on(Input.Changed)
    def _changed(self) -> None:
        """The line has read it before: messages go from the inside out."""
        act = "add" if self.line.known is None else self._known
        self.keys.show((("enter", act), ("esc", "back")))

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if self.line.known is not None:
            self.dismiss(self.line.known.id)
        elif self.line.person is not None:
            self.dismiss(self.line.person)
        else:
            self.line.blame()


async def add_person(app: IiApp, value: str = "") -> int | None:
    """Adds a person from one line; returns the id, None for a step out. Only in a worker.

    Someone who is here already is opened instead, and their id returned.
    """
    answer = await app.push_screen_wait(AddDialog(app.desk, value))
    if answer is None:
        return None
    if isinstance(answer, int):
        return _open(app, answer)
    found = await _add(app, answer)
    if found is None:
        return None
    added, new = found
    return added if new else _open(app, added)


async def put_on_board(app: IiApp) -> int | None:
    """The same for the board: whoever it is stands on it afterwards. Only in a worker."""
    from ii_tui.services import interviews

    answer = await app.push_screen_wait(AddDialog(app.desk, known="put them on the board"))
    if answer is None:
        return None
    person, new = answer, False
    if not isinstance(person, int):
        found = await _add(app, person, board=True)
        if found is None:
            return None
        person, new = found
    if not new:
        if not people.on_board(app.desk, person):
            await app.do(lambda: interviews.start(app.desk, person))
        else:
            app.say("They are on the board already.")
    return person


async def _add(app: IiApp, answer: QuickAdd, *, board: bool = False) -> tuple[int, bool] | None:
    """Asks how well, and adds; returns the id and whether they are new, None where it failed."""
    from ii_tui.ui.dialogs.people import ask_closeness

    name = f"{answer.first} {answer.last}".strip()
    chosen = await ask_closeness(app, f"How well do you know {name}?", new=True)
    closeness = chosen if isinstance(chosen, Closeness) else None
    try:
        added, new = await app.ask(
            lambda: people.add_person(app.desk, answer, closeness=closeness, to_board=board)
        )
    except IiError as error:
        app.fail(error)
        return None
    if new:
        how = f", {closeness.value}" if closeness is not None else ""
        where = " to the board" if board else ""
        app.say(f"Added {name}{where}{how}", undo=True)
        app.changed()
    return added, new


def _open(app: IiApp, person_id: int) -> int:
    """Shows someone who is here already."""
    from ii_tui.ui.screens.person import PersonScreen

    app.push_screen(PersonScreen(person_id))
    app.say("You know them already: this is their page.")
    return person_id
