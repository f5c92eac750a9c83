"""How one comes to the composer: which kind of message, about whom, and from which text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind, spec
from ii_tui.core.models import TaskRow
from ii_tui.services import composing
from ii_tui.services.composing import Composition
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.widgets.fields import Option

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

KEYS = "123456789abcdefghilmnopqrstuvwxyz"
"""keys of a list that is made as it is asked; j and k move in it"""


async def compose(
    app: IiApp,
    person_id: int,
    *,
    task: TaskRow | None = None,
    kind: Kind | None = None,
    channel: Channel | None = None,
    draft_id: int | None = None,
    target_id: int | None = None,
    ask_kind: bool = False,
) -> None:
    """Opens the composer on the fitting text and returns when it is left. Only in a worker.

    `ask_kind` asks which kind first; `target_id` is the person an introduction is about. A text
    that was handed over is followed by "sent?".
    """
    if ask_kind:
        kind = await choose_kind(app, composing.begin(app.desk, person_id, task=task))
        if kind is None:
            return
        if kind in TO_INTRODUCER and target_id is None:
            from ii_tui.ui.dialogs.introducing import about_whom

            target_id = await about_whom(app, person_id, kind)
            if target_id is None:
                return
    composition = composing.begin(
        app.desk,
        person_id,
        kind=kind,
        channel=channel,
        task=task,
        draft_id=draft_id,
        target_id=target_id,
    )
    screen = ComposerScreen(composition)
    screen.taken_up = composition.draft is not None and draft_id is None
    await app.push_screen_wait(screen)


async def choose_kind(app: IiApp, composition: Composition) -> Kind | None:
    """Which kind of message, the one that fits now under the cursor. Only in a worker."""
    options = [
        Option(key, spec(kind).label, kind, spec(kind).shape)
        for key, kind in zip(KEYS, Kind, strict=False)
    ]
    to = next(one.key for one in options if one.value is composition.kind)
    return await ask_choice(app, f"Write what to {composition.page.name}?", options, to=to)
