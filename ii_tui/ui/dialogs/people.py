"""Small questions about one person: how well, their address, archive, do not contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from ii_tui.core.models import PersonPage
from ii_tui.core.stages import Closeness
from ii_tui.errors import Stale
from ii_tui.services import editing, people
from ii_tui.services.seen import Seen
from ii_tui.ui.dialogs.ask import ask_choice, ask_text, confirm
from ii_tui.ui.widgets.fields import Option, numbered

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
    ways = numbered(
        ("No, leave it", _LEAVE),
        ("Yes, block every message", ""),
        *((f"Yes: {reason}", reason) for reason in _WHY),
        start=0,
    )
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
