"""Closeness triage: one person at a time, one key each, the next one at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.widget import Widget

from ii_tui.core.counting import counted, people_counted
from ii_tui.core.dates import long_day, relative_day
from ii_tui.core.models import TieRow
from ii_tui.core.stages import Closeness
from ii_tui.errors import IiError, Locked, Nothing
from ii_tui.services.desk import Desk
from ii_tui.services.triage import Filter as Filter
from ii_tui.services.triage import Said, Triage
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.spans import Line, Prose, Row, Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

RETRY_S = 0.05
"""After another program's lock was met; keys that come meanwhile wait."""
_ANSWERS = (
    ("c", "close", "can vouch for me"),
    ("a", "acquaintance", "we have met"),
    ("s", "stranger", "connected, no more"),
    ("z", "skip", "not now"),
)
_KEYS = Columns(Column(1), Column(12, gap=2), Column(10, grow=1, gap=2, drop=1))
_FACTS = Columns(Column(10), Column(12, grow=1, gap=2))
_TOUCHES = {
    "sent": "you wrote",
    "received": "they wrote",
    "call": "a call",
    "met": "you met",
    "posted": "you posted a card",
}
_HEIGHT = 14
"""lines of the card: it keeps its size, so that nothing jumps from one person to the next"""


class Card(Leaf, can_focus=True):
    """The person who is asked about, and the keys."""

    DEFAULT_CSS = f"Card {{ height: {_HEIGHT}; padding: 0 0 0 1; background: $ii-sheet; }}"


class TriageSheet(Dialog[int]):
    """How well do you know them? The answer is how many were sorted."""

    WIDTH = 66
    STEP = (
        "Step 1, connect: it decides how the first message begins. Someone close is asked plainly, "
        "an acquaintance is warmed first, a stranger needs a connection or an introducer."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "say('close')", "Close", show=False),
        Binding("a", "say('acquaintance')", "Acquaintance", show=False),
        Binding("s", "say('stranger')", "Stranger", show=False),
        Binding("z,space", "say('')", "Skip", show=False),
        Binding("u", "back", "Back", show=False),
        Binding("enter", "end", "End", show=False),
    ]

    def __init__(self, triage: Triage) -> None:
        keys = (("u", "takes back"), ("esc", "leave, kept"), ("c a s", "say it"), ("z", "skip"))
        super().__init__("How well do you know them?", keys)
        self.triage = triage
        self._card = Card(id="card")
        self._typed: deque[Callable[[], None]] = deque()

    def body(self) -> Iterable[Widget]:
        """One person."""
        yield self._card

    def on_mount(self) -> None:
        """The first one."""
        self._card.focus()
        self._draw()

    @property
    def _house(self) -> IiApp:
        return cast("IiApp", self.app)

    # Keys: each acts on who is shown when it is handled, and shows the next one at once

    def action_say(self, tie: str) -> None:
        """Says it of the one who is shown; "" skips."""
        self._typed.append(lambda: self._say(Closeness(tie) if tie else None))
        self._go_on()

    def action_back(self) -> None:
        """The last one comes back."""
        self._typed.append(self._back)
        self._go_on()

    def _go_on(self) -> None:
        """Does what was typed; while another program writes, it waits for the next window."""
        while self._typed:
            try:
                self.triage.fill()
            except Locked:
                if self.triage.current is None:
                    self.set_timer(RETRY_S, self._go_on)
                    return
            self._typed.popleft()()
        self._draw()

    def _say(self, tie: Closeness | None) -> None:
        triage = self.triage
        if triage.current is None:
            if tie is None and triage.skipped:
                triage.again()
            return
        said = triage.answer(tie)
        self.status.say(said.words, undo="u")
        if tie is not None:
            self._keep(said, self._house.desk.jobs.submit(lambda: triage.write(said)))

    def _back(self) -> None:
        try:
            said = self.triage.back()
        except Nothing as error:
            self.status.fail(error)
            return
        self.status.say(f"{said.row.name} again.")
        triage = self.triage
        if said.tie is not None:
            self._keep(said, self._house.desk.jobs.submit(lambda: triage.take_back(said)))

    def _keep(self, said: Said, job: Future[None]) -> None:
        """What cannot be kept is told, and asked again."""

        async def kept() -> None:
            try:
                await asyncio.wrap_future(job)
            except IiError as error:
                self.triage.failed(said)
                self.status.fail(error)
                self._draw()

        self.app.run_worker(kept())

    def action_end(self) -> None:
        """Enter leaves where nobody is left; elsewhere it would say nothing of anybody."""
        if self.triage.current is None:
            self.action_step_out()

    def action_step_out(self) -> None:
        """Leave; everything that was said is kept."""
        self.dismiss(sum(one.tie is not None for one in self.triage.said))

    # Drawing

    def _draw(self) -> None:
        row = self.triage.current
        if row is not None:
            self._card.show(person_rows(row, self.triage.left, self._house.desk))
        elif self.triage.ended:
            self._card.show(end_rows(self.triage))


def person_rows(row: TieRow, left: int, desk: Desk) -> list[Row]:
    """Who it is, what helps to remember them, and the keys."""
    today = desk.today()
    job = row.job
    rows: list[Row] = [
        Line(bright(row.name), right=dim(f"{left:,} left")),
        Prose(job or "no job known", "normal" if job else "dim", most=2),
    ]
    if row.target:
        rows.append(Line(Span("+ one of your target companies", "accent")))
    rows.append(Line())
    touched = _TOUCHES.get(row.touch, "")
    if row.touched is not None:
        touched += f", {relative_day(desk.local(row.touched).date(), today)}"
    connected = row.connected_on
    facts = (
        ("How I know", " ".join(row.how_known.split())),
        ("Through", row.introducer),
        ("Last touch", touched),
        ("On board", "" if row.stage is None else row.stage.label),
        ("Connected", "" if connected is None else long_day(connected, today)),
        ("Tags", ", ".join(row.tags)),
    )
    known = [_FACTS.row(dim(name), value) for name, value in facts if value]
    room = _HEIGHT - 1 - len(_ANSWERS) - sum(one.height(48) for one in rows)
    rows += known[:room] or [Line(dim("Nothing else is known of them."))]
    rows += [Line()] * max(1, room + 1 - max(1, len(known[:room])))
    now = row.closeness
    for key, words, meaning in _ANSWERS:
        look = bright(words) if now is not None and now.value == words else words
        rows.append(_KEYS.row(Span(key, "key"), look, dim(meaning)))
    return rows


def end_rows(triage: Triage) -> list[Row]:
    """Nobody is left."""
    sorted_now = sum(one.tie is not None for one in triage.said)
    rows: list[Row] = [Line(bright("That is everyone."))]
    if sorted_now:
        many = people_counted(sorted_now)
        rows.append(Prose(f"You sorted {many}. Each first message now begins as it should."))
    if triage.skipped:
        many = counted(len(triage.skipped), "was", "were")
        rows += [Line(), Line(f"{many} skipped: ", Span("z", "key"), dim(" asks once more."))]
    rows += [Line(), Line(Span("esc", "key"), dim(" goes back; "), Span("u", "key"),
                          dim(" takes the last one back."))]  # fmt: skip
    return rows


async def triage(app: IiApp, wanted: Filter | None = None) -> None:
    """Asks about the people whom `wanted` lets through, all by default. Only in a worker.

    Where each of them was sorted already, asks whether to go through them all the same.
    """
    from ii_tui.ui.dialogs.ask import confirm

    sitting = Triage(app.desk, wanted or Filter())
    sitting.begin()
    if sitting.current is None and not sitting.skipped:
        everyone = Triage(app.desk, wanted or Filter(), everyone=True)
        everyone.begin()
        if everyone.current is None:
            raise Nothing("Nobody is here to sort.", hint="n adds someone, i imports.")
        again = await confirm(
            app,
            "Everyone here is sorted. Go through them again?",
            words=f"{everyone.left:,} in all; what you said stands until you say something else.",
            yes="Yes, one by one",
            no="No",
        )
        if not again:
            return
        sitting = everyone
    count = await app.push_screen_wait(TriageSheet(sitting))
    await app.ask(sitting.leave)
    if count:
        key = app.keymap.written("people.triage")
        goes_on = f": {key} goes on" if key else ""
        left = f" {sitting.left:,} left{goes_on}." if sitting.left else ""
        app.say(f"Sorted {people_counted(count)}.{left}", undo=not left)
    app.changed()
