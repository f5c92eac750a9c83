"""Closing an interview: one key says how it ends, and what follows is said before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ii_tui.core.models import PersonPage, TaskRow
from ii_tui.core.stages import CLOSING, Exit, Stage, quiet_exit
from ii_tui.errors import Nothing
from ii_tui.services import interviews, people, scheduling
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.meanings import until_when
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.widgets.fields import Option, numbered

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_KEYS: Mapping[Exit, str] = {
    Exit.DECLINED: "d",
    Exit.NO_REPLY: "n",
    Exit.DORMANT: "o",
    Exit.LAPSED: "l",
    Exit.CANCELLED: "c",
    Exit.NO_SHOW: "s",
    Exit.PARKED: "p",
}
_FOLLOWS: Mapping[Exit, tuple[str, str]] = {
    # In a few words beside the exit, and as a sentence on the sheet behind it.
    Exit.DECLINED: (
        "thank them, ask for another name",
        "Thanking them, and asking for another name, is owed.",
    ),
    Exit.NO_REPLY: ("nothing more is owed", "Nothing more is owed."),
    Exit.DORMANT: ("went quiet; nothing more is owed", "Nothing more is owed."),
    Exit.LAPSED: ("its time has passed; nothing is owed", "Nothing more is owed."),
    Exit.CANCELLED: ("called off; nothing more is owed", "Nothing more is owed."),
    Exit.NO_SHOW: ("write to them once", "Writing to them, once, is owed."),
    Exit.PARKED: ("until a day, then ask again", "Asking again is owed on the day you name."),
}
_REASONS: Mapping[Exit, tuple[str, ...]] = {
    Exit.DECLINED: ("no time", "does not give interviews", "not the right person"),
    Exit.NO_REPLY: ("silent after the follow-up", "the address is dead"),
    Exit.DORMANT: ("went quiet after a good start", "I let it rest"),
    Exit.LAPSED: ("they changed jobs", "the company is no longer a target"),
    Exit.CANCELLED: ("they called it off", "I called it off"),
    Exit.NO_SHOW: ("no word", "a mix-up of the time"),
    Exit.PARKED: ("asked for later", "a busy season", "new in the job"),
}


async def close(app: IiApp, person_id: int, task: TaskRow | None = None) -> None:
    """Asks how the interview ended and closes it; `task` is the proposal to close, if one led here.

    Only in a worker. Raises Nothing where no interview is open.
    """
    page = people.page(app.desk, person_id)
    interview = page.interview
    if interview is None or interview.exit is not None:
        hint = "b puts them on the board." if interview is None else "v brings the closed one back."
        raise Nothing(f"{page.name} has no open interview.", hint=hint)
    options = [
        Option(_KEYS[exit_], exit_.label.capitalize(), exit_, _FOLLOWS[exit_][0])
        for exit_ in CLOSING
    ]
    words = "They leave the board; v brings them back." if task is None else task.reason
    likely = _likely(interview.stage)
    while True:
        title = f"Close {page.name}: how did it end?"
        exit_ = await ask_choice(app, title, options, words=words, to=_KEYS[likely])
        if exit_ is None or await _with_reason(app, page, exit_):
            return
        likely = exit_


def _likely(stage: Stage) -> Exit:
    """The exit on which the cursor begins."""
    if stage in {Stage.SCHEDULED, Stage.CONFIRMED}:
        return Exit.CANCELLED
    return quiet_exit(stage)


async def _with_reason(app: IiApp, page: PersonPage, exit_: Exit) -> bool:
    """The reason and, for parked, the day; False is a step back."""
    desk = app.desk
    words = [_FOLLOWS[exit_][1]]
    planned = page.planned
    if planned is not None:
        when = scheduling.when_words(planned, desk.zone)
        end = "is marked as missed" if exit_ is Exit.NO_SHOW else "is cancelled"
        words.append(f"The meeting of {when} {end}.")
    reasons = ((reason, reason) for reason in _REASONS[exit_])
    ways = numbered(("No reason", ""), *reasons, start=0)
    until = until_when(desk) if exit_ is Exit.PARKED else None
    sheet = Telling(
        f"{page.name}: {exit_.label}",
        words=words,
        question=until,
        ways=ways,
        label="Why",
        placeholder="in your own words",
        act="close",
    )
    told = await app.push_screen_wait(sheet)
    if told is None:
        return False
    reason = told.text or told.way
    from ii_tui.ui.dialogs.kept import saved

    shut = partial(interviews.close, desk, page.id, exit_, reason, told.value)
    await saved(app, page.name, told.text, shut)
    return True
