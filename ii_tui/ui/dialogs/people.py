"""Small questions about one person: how well, a note, a reminder, do not contact."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.core.dates import long_day
from ii_tui.core.models import PersonPage
from ii_tui.core.stages import Closeness
from ii_tui.errors import IiError, Stale
from ii_tui.services import editing, people, times, today
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.ui.dialogs.ask import ask_choice, ask_text, confirm
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.typed import Typed
from ii_tui.ui.widgets.fields import Field, Option

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_TIES: tuple[Option[Closeness | Literal["none"]], ...] = (
    Option("c", "close", Closeness.CLOSE, "can vouch for me"),
    Option("a", "acquaintance", Closeness.ACQUAINTANCE, "we have met"),
    Option("s", "stranger", Closeness.STRANGER, "connected only"),
)


async def ask_closeness(
    app: IiApp, title: str, *, now: Closeness | None = None, new: bool = False
) -> Closeness | Literal["none"] | None:
    """How close the tie is, "none" for cannot say, None for a step out. Only in a worker.

    No answer is suggested: one that was given without a thought would choose every text. Of
    someone `new` nothing was said yet that could be taken back.
    """
    rest: Option[Closeness | Literal["none"]] = Option("n", "cannot say", "none")
    to = {option.value: option.key for option in _TIES}.get(now or "none")
    return await ask_choice(
        app,
        title,
        _TIES if new else (*_TIES, rest),
        words="It decides how the first message begins; on their page w changes it.",
        to=to,
        out="not now" if new else "back",
    )


async def closeness(app: IiApp, person_id: int) -> bool:
    """Asks how well I know them and keeps the answer; False for a step out. Only in a worker."""
    page = people.page(app.desk, person_id)
    answer = await ask_closeness(app, f"How well do you know {page.name}?", now=page.closeness)
    if answer is None:
        return False
    value = answer if isinstance(answer, Closeness) else None
    seen = page.closeness
    while True:
        try:
            await app.tell(
                partial(editing.set_closeness, app.desk, person_id, value, seen=Seen(seen))
            )
        except Stale:
            now = people.page(app.desk, person_id).closeness
            if await _stays(app, page, mine=value, theirs=now) != "mine":
                return False
            seen = now
        else:
            return True


async def _stays(
    app: IiApp, page: PersonPage, *, mine: Closeness | None, theirs: Closeness | None
) -> Literal["mine", "theirs"] | None:
    """Another window said something else meanwhile: which of the two stands?"""
    from ii_tui.services import conflicts
    from ii_tui.ui.dialogs.kept import choose_one

    none = "cannot say"
    who = await app.ask(lambda: conflicts.who_changed(app.desk, "contact", page.id))
    return await choose_one(
        app,
        page.name,
        who,
        "How well do you know them?",
        mine=none if mine is None else mine.value,
        theirs=none if theirs is None else theirs.value,
        base=none if page.closeness is None else page.closeness.value,
    )


async def ask_email(app: IiApp, person_id: int) -> bool:
    """Asks their e-mail address and keeps it; False for a step out. Only in a worker."""
    page = people.page(app.desk, person_id)
    typed = await ask_text(
        app,
        f"What is {page.name}'s e-mail address?",
        "E-mail",
        page.email,
        placeholder="e.g. ada@example.org",
        check=editing.email_trouble,
        act="keep",
    )
    if typed is None:
        return False
    try:
        await app.tell(lambda: editing.edit(app.desk, person_id, page.rev, {"email": typed}))
    except Stale:
        # Another window was quicker: the form has both, and asks where they clash.
        from ii_tui.ui.dialogs.editing import edit_person

        await edit_person(app, person_id, field="email", before=page, typed={"email": typed})
    return True


class NoteDialog(Dialog[str]):
    """A text of many lines; the answer is the text."""

    WIDTH = 78
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="note.keep", show=False)
    ]
    DEFAULT_CSS = """
    NoteDialog TextArea {
        height: 10; padding: 0 1; border: none; background: $ii-field; color: $ii-bright;
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, title: str, key: str) -> None:
        """`key` is what is typed remembered under until it is kept: the person."""
        super().__init__(title, (("ctrl+s", "keep"), ("esc", "back")))
        from ii_tui.ui.widgets.safe_text import SafeTextArea

        self._text = SafeTextArea(compact=True, highlight_cursor_line=False, id="note")

        self._typed = Typed(self, f"note_{key}", lambda: [self._text.text])

    def on_mount(self) -> None:
        """What was typed before a hang-up is there again."""
        before = "".join(self._typed.before(cast("IiApp", self.app)))
        if before:
            self._text.load_text(before)
            self._text.move_cursor(self._text.document.end)
            self.status.say("What you typed before is here.")

    def on_text_area_changed(self) -> None:
        """It is on disk in a moment."""
        self._typed.changed()

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield self._text

    def action_keep(self) -> None:
        """Keep it on the timeline."""
        text = self._text.text.strip()
        if text:
            self._typed.over()
            self.dismiss(text)
        else:
            self.status.fail("The note is empty. Type what you want to remember.")

    @property
    def unsaved(self) -> bool:
        """Whether there is a text."""
        return bool(self._text.text.strip())

    def action_step_out(self) -> None:
        """Leave; what was typed is thrown away only when asked."""
        if self.unsaved:
            cast("IiApp", self.app).begin(self._ask_to_leave())
        else:
            self._typed.over()
            self.dismiss(None)

    async def _ask_to_leave(self) -> None:
        answer = await ask_choice(
            cast("IiApp", self.app),
            "Leave the note?",
            (
                Option("k", "Keep the note and leave", "keep"),
                Option("g", "Go on typing", "go"),
                Option("t", "Throw it away", "throw"),
            ),
        )
        if answer == "keep":
            self.action_keep()
        elif answer == "throw":
            self._typed.over()
            self.dismiss(None)


async def note(app: IiApp, person_id: int) -> None:
    """Keeps a note on the person's timeline. Only in a worker."""
    name = people.brief_name(app.desk, person_id)
    text = await app.push_screen_wait(NoteDialog(f"Note on {name}", str(person_id)))
    if text is not None:
        from ii_tui.ui.dialogs.kept import saved

        await saved(app, f"note {name}", text, lambda: people.add_note(app.desk, person_id, text))


class RemindDialog(Dialog[tuple[str, str]]):
    """What, and when; when is told back before it counts."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(
            f"Remind me about {name}", (("enter", "next, then remind"), ("esc", "back"))
        )
        self._desk = desk
        self._what = Field("What", id="what", placeholder="e.g. ask how the move went")
        self._when = Field("When", id="when", placeholder="e.g. friday, in 2 weeks, 3 March 9am")
        self._told = Static("", markup=False, classes="sheet--told")

    def body(self) -> Iterable[Widget]:
        """Two fields, and the day that is meant."""
        yield self._what
        yield self._when
        yield self._told

    @on(Input.Changed, "#when-input")
    def _typed(self) -> None:
        self._told.update(self._meaning() or " ")

    def _meaning(self) -> str:
        """The moment that is meant; "" while it cannot be told."""
        if not self._when.value:
            return ""
        try:
            at = self._desk.local(times.moment(self._desk, self._when.value))
        except IiError:
            return ""
        return f"{long_day(at.date(), self._desk.today())}, {at:%H:%M}"

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if not self._what.value:
            self._what.wrong("Type a few words.")
            self._what.focus()
        elif not self._when.value:
            self._when.focus()
            if message.input.id == "when-input":
                self._when.wrong("Name a day, such as friday.")
        else:
            self._check()

    def _check(self) -> None:
        try:
            times.moment(self._desk, self._when.value)
        except IiError as error:
            self._when.wrong(str(error))
            self._when.focus()
        else:
            self.dismiss((self._what.value, self._when.value))


async def remind(app: IiApp, person_id: int) -> None:
    """A reminder of one's own about the person. Only in a worker."""
    name = people.brief_name(app.desk, person_id)
    answer = await app.push_screen_wait(RemindDialog(app.desk, name))
    if answer is not None:
        from ii_tui.ui.dialogs.kept import saved

        what, when = answer
        text = f"{what} ({when})"
        await saved(app, name, text, lambda: today.remind(app.desk, person_id, when, what))


async def archive(app: IiApp, person_id: int) -> None:
    """Takes them out of every list, or brings them back. Only in a worker.

    With an interview open, or a meeting planned, it asks first: nobody would see either.
    """
    from ii_tui.services import scheduling

    page = people.page(app.desk, person_id)
    interview, planned = page.interview, page.planned
    is_open = interview is not None and interview.exit is None
    if page.archived is None and (is_open or planned is not None):
        words = []
        if is_open and interview is not None:
            words.append(f"Their interview is open: {interview.stage.label}.")
        if planned is not None:
            words.append(f"You meet on {scheduling.when_words(planned, app.desk.zone)}.")
        options = [
            Option("c", "Close the interview first", "close", "with a reason; then they go"),
            Option("a", "Archive them as they are", "archive", "it comes back with them"),
            Option("n", "No, leave them here", "no"),
        ]
        title = f"Archive {page.name}?"
        answer = await ask_choice(
            app, title, options if is_open else options[1:], words=" ".join(words), to="n"
        )
        if answer == "close":
            from ii_tui.ui.dialogs.closing import close

            await close(app, person_id)
            after = people.page(app.desk, person_id).interview
            if after is None or after.exit is None:
                return  # stepped out of the closing
        elif answer != "archive":
            return
    # Not the other way round from what stands by now: another window may have been quicker.
    out = page.archived is None
    await app.do(lambda: editing.archive(app.desk, person_id, out))


_LEAVE = "leave"
_WHY = ("they asked me not to write", "we did not part well", "somebody advised against it")


async def do_not_contact(app: IiApp, person_id: int) -> None:
    """Blocks every message to the person and keeps why, or takes that back. Only in a worker."""
    page = people.page(app.desk, person_id)
    if page.do_not_contact:
        await _contact_again(app, page)
        return
    from ii_tui.ui.dialogs.telling import Telling

    # The cursor begins on the no, as in every question that is not asked in passing.
    ways = [Option("n", "No, leave it", _LEAVE), Option("y", "Yes, block every message", "")]
    ways += [Option(str(number), reason, reason) for number, reason in enumerate(_WHY, 1)]
    words = (
        "Every message to them is blocked, whatever it is for, until you take it back here. "
        "What would be owed to them is not. Nothing is deleted.",
        *(
            ("The meeting that is planned stands until you cancel it.",)
            if page.planned is not None
            else ()
        ),
    )
    told = await app.push_screen_wait(
        Telling(
            f"Do not contact {page.name}: why?",
            words=words,
            ways=ways,
            label="Why",
            placeholder="in your own words",
            act="take it",
        )
    )
    if told is not None and (told.text or told.way != _LEAVE):
        reason = told.text or told.way
        from ii_tui.ui.dialogs.kept import saved

        block = partial(editing.set_do_not_contact, app.desk, person_id, True, reason)
        await saved(app, page.name, told.text, block)


async def _contact_again(app: IiApp, page: PersonPage) -> None:
    why = f'because: "{page.blocked_why}"' if page.blocked_why else "without a reason"
    sure = await confirm(
        app,
        f"May {page.name} be contacted again?",
        words=f"They were marked as not to be contacted {why}. Take it back only if that is over.",
        yes="Yes, they may",
        no="No, leave it",
    )
    if sure:
        await app.do(lambda: editing.set_do_not_contact(app.desk, page.id, False))
