"""The app opened on Contacts, and a look at its screen as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._wait import wait_for_idle
from textual.pilot import Pilot

from ii_tui.core.stages import Answer, Closeness, EventKind, Stage
from ii_tui.services import editing, interviews, people, settling, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp


class ContactsApp(IiApp):
    """Begins where these tests look."""

    DEFAULT_MODE = "contacts"


def picture(app: IiApp) -> list[str]:
    """The screen as text, a line each."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def seen(app: IiApp, words: str) -> bool:
    """Whether the words stand on the screen."""
    return any(words in line for line in picture(app))


def prose(app: IiApp) -> str:
    """The screen as one line, so that words are found however they wrap."""
    return " ".join(" ".join(picture(app)).replace("│", " ").split())


async def until(pilot: Pilot[Any], true: Callable[[], object]) -> None:
    """Waits for what is to come; the suite's own limit ends a wait in vain.

    Not by `pilot.pause`: that waits for an answer of every widget there is, and one that goes with
    its sheet meanwhile never gives it.
    """
    while not true():
        await wait_for_idle(0)


def line_of(app: IiApp, words: str) -> str:
    """The first line that holds the words."""
    return next(line for line in picture(app) if words in line)


def populate(desk: Desk) -> dict[str, int]:
    """A few people at different stages; returns their ids by first name."""
    ids = {}
    for line in (
        "Ada Lovelace, Analyst @ Babbage & Co <ada@example.org> linkedin.com/in/ada-lovelace",
        "Grace Hopper, Rear Admiral @ Navy",
        "Łukasz Wójcik, Engineer @ Globex <lukasz@example.org>",
        "伟 王, 研究員 @ Initech",
        "Nina Simone, Pianist @ Globex +49 30 1234567",
        "Walter Keller",
    ):
        person, _ = people.quick_add(desk, line)
        ids[people.page(desk, person).first] = person
    editing.set_closeness(desk, ids["Ada"], Closeness.CLOSE)
    editing.edit(
        desk,
        ids["Nina"],
        people.page(desk, ids["Nina"]).rev,
        {
            "introduced_by": str(ids["Ada"]),
            "how_known": "We shared a stage in Berlin.\nShe remembers the piano.",
            "tags": "alumni, music",
            "zone": "America/Chicago",
            "address": "12 Long Street\nChicago IL 60601",
        },
    )
    interviews.start(desk, ids["Ada"])
    sent = Touch(EventKind.SENT, "meeting_request", "linkedin", text="Thirty minutes over coffee?")
    touches.log(desk, ids["Ada"], sent)
    touches.log(desk, ids["Ada"], Touch(EventKind.RECEIVED, answer=Answer.YES, text="Gladly!"))
    interviews.move(desk, ids["Łukasz"], Stage.HELD)
    people.add_note(desk, ids["Ada"], "Ask about the engine.\n\n" + "It weaves patterns. " * 40)
    settling.remind(desk, ids["Nina"], "2026-11-24T08:00:00Z", "Send her the score")
    return ids
