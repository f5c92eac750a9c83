"""Did it go out, and when? What is asked of a text that was copied, or a card that was printed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from ii_tui.core.dates import relative_day
from ii_tui.core.kinds import Kind
from ii_tui.core.models import DraftRow
from ii_tui.services import handing_over, people, times, today
from ii_tui.ui.dialogs.ask import ask_choice, ask_text
from ii_tui.ui.dialogs.meanings import readable
from ii_tui.ui.widgets.fields import Option

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


async def sent_question(app: IiApp, draft: DraftRow, *, writing: bool = False) -> str | None:
    """A text was copied, a card printed: did it go out, and when?

    `writing` says that its composer is open below, to which "edit" only goes back. Returns the
    answer: yes, stay, day, no, edit; None for a step out.
    """
    desk = app.desk
    card = draft.kind == Kind.THANK_YOU_CARD.value
    copied = desk.local(draft.copied or draft.updated)
    stage = handing_over.stage_after(desk, draft)
    moves = "" if stage is None else f"moves to {stage.label}"
    if moves and draft.target_id is not None:
        moves = f"{people.brief_name(desk, draft.target_id)} {moves}"
    if card:
        yes = "Yes, posted today"
    elif copied.date() == desk.today():
        yes = f"Yes, at {copied:%H:%M}"
    else:
        yes = f"Yes, {relative_day(copied.date(), desk.today())} at {copied:%H:%M}"
    options = [Option("y", yes, "yes", moves)]
    if stage is not None:
        options.append(Option("s", "Yes, but leave the board as it is", "stay"))
    options += [
        Option("d", "Yes, on another day", "day", moves),
        Option("n", "Not yet", "no", "asked again later"),
        Option("e", "Edit it again", "edit", "it is a draft again"),
    ]
    title = f"{'Posted' if card else 'Sent'}? {Kind(draft.kind).label} for {draft.person}"
    chosen = await ask_choice(app, title, options)
    at = None if card else draft.copied
    if chosen == "day":
        at = await _past_day(app, "Posted when?" if card else "Sent when?")
        if at is None:
            return None
    if chosen in {"yes", "stay", "day"}:
        move = chosen != "stay"
        went = partial(handing_over.sent, desk, draft.id, at=at, move=move, rev=draft.rev)
        said = await app.do(went, say=False)
        if said is not None:
            app.say(await app.ask(lambda: _whose_turn(app, draft.person_id)) or said, undo=True)
    elif chosen == "edit":
        await app.do(lambda: handing_over.not_sent(desk, draft.id), say=False)
        if not writing:
            from ii_tui.ui.screens.composer_begin import compose

            await compose(app, draft.person_id, draft_id=draft.id)
    return chosen


def _whose_turn(app: IiApp, person_id: int) -> str:
    """What is to be done once something was sent, "" where it is not their turn.

    For the writer thread.
    """
    if not today.waits_for(app.desk, person_id):
        return ""
    page = people.page(app.desk, person_id)
    came_in = app.keymap.written("person.came_in") or ":"
    now = "" if page.interview is None else f" {page.name} is now {page.interview.stage.label}."
    return f"Waiting on them; {came_in} when they answer.{now}"


async def _past_day(app: IiApp, title: str) -> datetime | None:
    desk = app.desk
    typed = await ask_text(
        app,
        title,
        "On",
        placeholder="e.g. yesterday, friday, 20 nov, today 9:30",
        check=readable(times.gone_by, desk),
        act="log it",
    )
    return None if typed is None else times.gone_by(desk, typed)
