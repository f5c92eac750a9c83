"""The same draft in another window: what it did there, and two copies side by side."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from ii_tui.errors import IiError, Locked, Nothing, Stale
from ii_tui.services import copies
from ii_tui.ui.dialogs.merging import MergeDialog
from ii_tui.ui.screens import message_rows
from ii_tui.ui.widgets.fields import Option

if TYPE_CHECKING:
    from ii_tui.core.models import DraftRow
    from ii_tui.services.copies import Fate
    from ii_tui.services.drafts import Apart, Saved
    from ii_tui.ui.screens.composer import ComposerScreen

COMPARE = "ctrl+o, o compares"
APART: dict[Apart, str] = {
    "changed": f"Both are kept: changed in another window too. {COMPARE}.",
    "sent": "Marked as sent in another window. From here on it is a new draft.",
    "gone": "Kept as a draft here; another window threw it away.",
}
"""What is said when a text goes on as a draft of its own."""


def went_apart(screen: ComposerScreen, saved: Saved) -> None:
    """What is typed here goes on as a draft of its own: why, and where the other one is."""
    screen.sent_elsewhere = False
    with contextlib.suppress(Locked):
        screen.copies = frozenset(
            one.id for one in copies.others(screen.house.desk, saved.draft_id)
        )
    screen.house.say(APART[saved.apart])


def look(screen: ComposerScreen) -> None:
    """What another program did to this draft, while nothing waits to be saved here.

    A text that is only looked at follows the other window, and ctrl+z brings back what stood here.
    """
    at_rest = screen.keeper.at_rest
    if screen.leaving or (at_rest is None and screen.keeper.is_draft):
        return
    if at_rest is None:
        # Nothing was written here yet, so nothing is lost by going on with what was written there.
        begun = copies.begun_elsewhere(screen.house.desk, screen.composition)
        if begun is not None:
            _follow(screen, begun)
        return
    found = copies.fate(screen.house.desk, *at_rest)
    if found.state == "gone":
        screen.written()  # what is seen here is kept: it becomes a draft of its own
    elif found.state == "sent":
        if not screen.sent_elsewhere:
            screen.sent_elsewhere = True
            screen.house.say(APART["sent"])
    elif found.draft is not None:
        if found.state == "changed":
            _follow(screen, found.draft)
        elif (found.draft.copied is not None) != screen.handed_over:
            screen.handed_over = found.draft.copied is not None
        _tell_of_copies(screen, found)


def _follow(screen: ComposerScreen, draft: DraftRow) -> None:
    """The other window wrote on, and nothing was typed here since: this is the text now."""
    before = screen.both
    screen.use(copies.with_draft(screen.composition, draft), follow=True)
    if screen.both != before:
        screen.house.say("The other window wrote on: its text stands here. ctrl+z: yours.")


def _tell_of_copies(screen: ComposerScreen, found: Fate) -> None:
    new, screen.copies = found.copies - screen.copies, found.copies
    if new:
        screen.house.say(f"Another copy of this text was begun. {COMPARE}.")


async def beside(screen: ComposerScreen) -> None:
    """Both copies side by side, until they are one or the person goes back. Only in a worker."""
    from ii_tui.ui.dialogs.ask import ask_choice

    app = screen.house
    while True:
        screen.written()
        if not await screen.keeper.flush() or (mine := screen.keeper.at_rest) is None:
            raise IiError("This text is not on disk yet.", hint="It is kept here; try again.")
        found = copies.others(app.desk, mine[0])
        if not found:
            app.say("There is no other copy of this text.")
            return
        other: DraftRow | None = found[0]
        if len(found) > 1:
            options = [
                Option(str(n), message_rows.when(one, app.desk), one, message_rows.first_words(one))
                for n, one in enumerate(found[:9], 1)
            ]
            other = await ask_choice(app, "Beside which copy?", options)
        if other is None:
            return
        chosen = await _choose(screen, other)
        if chosen is None:
            app.say("Both copies are kept, each as a draft.")
            return
        try:
            draft = await app.ask(partial(copies.make_one, app.desk, mine, other, chosen))
        except (Stale, Nothing):
            # The other window went on meanwhile: what was chosen is kept here, and they meet again.
            screen.put_text(chosen["subject"], chosen["body"])
            continue
        if draft is not None:
            screen.use(copies.with_draft(screen.composition, draft), follow=True)
        screen.copies = frozenset(one.id for one in copies.others(app.desk, other.id))
        app.say("One text now. ctrl+z brings back what stood here.")
        return


async def _choose(screen: ComposerScreen, other: DraftRow) -> dict[str, str] | None:
    """Subject and text as they were chosen or joined."""
    found = copies.conflict(screen.house.desk, screen.composition, screen.both, other)
    if not found.clashes:
        return found.resolved({})
    dialog = MergeDialog(found, act="make one", back="keep both")
    chosen = await screen.house.push_screen_wait(dialog)
    return None if chosen is None else found.resolved(chosen)
