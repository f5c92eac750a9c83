"""Enter on something owed: exactly the right place opens, and doing it there settles it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ii_tui.core.models import TaskRow

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

WRITTEN = frozenset(
    {
        "reach_out",
        "nudge",
        "second_beat",
        "ask",
        "follow_up",
        "confirm",
        "thank_email",
        "thank_card",
        "thank_introducer",
        "check_in",
        "reply_decline",
        "no_show",
        "promise",
        "outcome",
    }
)
"""Tasks that a message settles: they open the composer."""

ENTER: Mapping[str, str] = {
    "reach_out": "write",
    "nudge": "nudge",
    "second_beat": "ask",
    "ask": "ask",
    "follow_up": "follow up",
    "answer": "answer",
    "schedule": "agree a time",
    "send_invite": "send invite",
    "prepare": "prepare",
    "confirm": "confirm",
    "did_it_happen": "did it happen?",
    "debrief": "debrief",
    "thank_email": "thank",
    "thank_card": "write the card",
    "thank_introducer": "thank",
    "check_in": "check in",
    "reply_decline": "thank",
    "no_show": "write",
    "promise": "write",
    "outcome": "tell them",
    "close": "close",
}
"""What enter does, by the kind of task, in a word or two for the key line."""


async def settle(app: IiApp, task: TaskRow) -> None:
    """Opens what settles the task. Only in a worker."""
    from ii_tui.ui.dialogs import tasks as dialogs

    if task.kind in WRITTEN:
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, task.person_id, task=task)
    elif task.kind == "send_invite":
        await dialogs.send_invite(app, task)
    elif task.kind in {"answer", "schedule"}:
        await dialogs.answer(app, task)
    elif task.kind == "did_it_happen":
        await dialogs.did_it_happen(app, task)
    elif task.kind == "debrief":
        await dialogs.debrief(app, task)
    elif task.kind == "close":
        from ii_tui.ui.dialogs.closing import close

        await close(app, task.person_id, task=task)
    else:
        # prepare and custom: what is to be done is on the person's page.
        from ii_tui.ui.screens.person import PersonScreen

        await app.push_screen(PersonScreen(task.person_id))


async def go_through(app: IiApp, kind: str) -> None:
    """Opens the sheet that goes through many things of a kind. Only in a worker."""
    if kind == "quiet":
        from ii_tui.ui.dialogs.quiet import look_through

        await look_through(app)
    elif kind == "outcome":
        from ii_tui.ui.dialogs.found import tell

        await tell(app)
    elif kind == "triage":
        from ii_tui.ui.dialogs.triage import triage

        await triage(app)
