"""How a text leaves the composer: to the clipboard, to the bare terminal, to a file; or not yet.

Whatever the way, nothing goes that is blocked, what went is kept as handed over, and "sent?"
follows.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ii_tui.core.checks import blocks
from ii_tui.core.text import clean
from ii_tui.errors import IiError, Locked, Usage
from ii_tui.services import handing_over, writing
from ii_tui.ui.screens.composer_stops import Stop

if TYPE_CHECKING:
    from ii_tui.ui.screens.composer import ComposerScreen

Way = Callable[["ComposerScreen"], Awaitable[str | None]]
"""Takes the text out; returns what to say of it, None when the person stepped out."""


async def finish(screen: ComposerScreen) -> None:
    """To the clipboard; asked again, as the text may have changed since. Only in a worker."""
    await hand_over(screen, to_clipboard)


async def hand_over(screen: ComposerScreen, way: Way) -> None:
    """Takes the text out by `way`, keeps that it went, and asks whether it was sent.

    Raises Usage for a text that is blocked, and IiError when it is not on disk.
    """
    app = screen.house
    if not screen.names_known:
        app.say("Reading the names of your network first.")
    await screen.names_read.wait()
    screen.recheck()
    if stopping := blocks(screen.found):
        selected = screen.guide.point_out(Stop.at(stopping[0]))
        try:
            handing_over.refuse_blocks(screen.found)
        except Usage as error:
            if selected:
                error.hint = "Type over it."
            elif stopping[0].end > stopping[0].start:
                error.hint = f"{app.keymap.written('compose.next')} selects it."
            raise
    draft_id = await _on_disk(screen)
    await app.ask(lambda: handing_over.refuse_blocked(app.desk, draft_id))
    words = await way(screen)
    if words is None:
        return
    await app.ask(lambda: handing_over.handed_over(app.desk, draft_id))
    screen.handed_over = True
    screen.draw_head()
    app.count_owed()
    app.say(words)
    await ask_sent(screen, draft_id, words)


async def _on_disk(screen: ComposerScreen) -> int:
    """The draft's id, once the text is on disk as it stands."""
    screen.written()
    if await screen.keeper.flush() and screen.keeper.draft_id is not None:
        return screen.keeper.draft_id
    trouble = screen.keeper.trouble
    raise IiError(
        f"{'Not on disk yet' if trouble is None else trouble.message} So it was not handed over.",
        title="Not saved",
        hint="The text is kept here.",
    )


async def ask_sent(screen: ComposerScreen, draft_id: int, words: str) -> None:
    """Asks "sent?" over the composer: yes closes it, a step out leaves it with `words`."""
    from ii_tui.ui.dialogs.sent import sent_question

    app = screen.house
    draft = handing_over.draft(app.desk, draft_id)
    answer = await sent_question(app, draft, writing=True)
    if answer is None:
        app.say(words)
        return
    if answer == "edit":
        screen.handed_over = False
        screen.draw_head()
        app.say("It is a draft again.")
        return
    if handing_over.standing(app.desk, draft_id) == "sent":
        # Nothing may come between: what was said of it is told on the screen below.
        screen.dismiss(None)
    elif answer == "no":
        app.say("Kept. Today asks again whether it went out.")
        screen.dismiss(None)


# The ways


async def to_clipboard(screen: ComposerScreen) -> str | None:
    """The text, without its subject, to the clipboard of the person's own machine."""
    return await copy(screen, screen.text.text)


async def copy(screen: ComposerScreen, text: str) -> str:
    """Any words to the clipboard; returns what can honestly be said of that."""
    sequences: list[str] = []
    # Programs are asked on a thread; the terminal is written to on this one, between two frames.
    copied = await asyncio.to_thread(handing_over.copy, text, os.environ, sequences.append)
    for sequence in sequences:
        screen.house.send_sequence(sequence)
    return copied.words


async def to_plain_view(screen: ComposerScreen) -> str | None:
    """The text on the bare terminal, where it can be marked with the mouse; enter comes back."""
    from textual.app import SuspendNotSupported

    text = writing.plain(screen.composition, *screen.both)
    where = writing.destination(screen.composition)
    try:
        # What is raised inside would leave the terminal in the wrong mode, so nothing comes out.
        troubles = (OSError, ValueError, EOFError, KeyboardInterrupt)
        with screen.house.suspend(), contextlib.suppress(*troubles):
            print_plain(text, where)
    except SuspendNotSupported as error:
        raise IiError(
            "This terminal cannot be left for a moment.", hint="Write it to a file instead."
        ) from error
    return "Shown as plain text."


def print_plain(text: str, where: str) -> None:
    """Prints the text without borders, unwrapped, and waits for enter."""
    out = sys.stdout
    out.write("\x1b[2J\x1b[H")
    out.write(f"{clean(text)}\n\n")
    if where:
        out.write(f"To: {clean(where, newlines=False)}\n")
    out.write("-- enter goes back to ii-tui --\n")
    out.flush()
    sys.stdin.readline()


async def to_file(screen: ComposerScreen) -> str | None:
    """The text in a new file; says where, and over ssh how to fetch it."""
    from ii_tui.ui.dialogs.ask import ask_file
    from ii_tui.ui.dialogs.written import Written
    from ii_tui.ui.widgets.fields import Option
    from ii_tui.ui.widgets.path_input import expand

    app = screen.house
    suggested = await app.ask(lambda: writing.file_for(screen.composition, Path.home()))
    typed = await ask_file(
        app,
        "Write the text to a file",
        f"~/{suggested.name}",
        note="Only you can read it; nothing is written over.",
    )
    if typed is None:
        return None
    text = writing.plain(screen.composition, *screen.both)
    path = await app.ask(
        lambda: handing_over.write_text_file(
            handing_over.place_for(expand(typed), suggested.name), text
        )
    )
    await app.push_screen_wait(Written(path, (Option("g", "Go on", True),)))
    return f"Written to {path}"


# Leaving


async def leave(screen: ComposerScreen) -> None:
    """Leaves; says "kept" only where there is something to keep."""
    if screen.leaving:
        return
    with contextlib.suppress(Locked):
        screen.look_elsewhere(leaving=True)
    screen.leaving = True
    screen.text.read_only = screen.subject_field.disabled = True
    app, keeper = screen.house, screen.keeper
    if keeper.draft_id is not None:
        screen.written()  # the cursor, too
    on_disk = await keeper.close()
    if not on_disk:
        app.fail(
            IiError(
                "The draft is not on disk yet.",
                hint="It is kept in memory and tried again every second.",
            )
        )
    elif keeper.draft_id is None:
        app.say("Nothing was written, so nothing is kept.")
    elif screen.handed_over:
        app.say("Kept. Today asks whether it went out.")
    else:
        app.say("Kept as a draft.")
    app.count_owed()
    # Another place may have been gone to while the disk was waited for, and that took it away.
    if app.screen is screen:
        screen.dismiss(None)
