"""I found the job: where, from when it may be told, to whom, what ends; then the telling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ii_tui.core.counting import counted, listed, people_counted
from ii_tui.core.dates import long_day, short_day
from ii_tui.core.models import CardRow, TaskRow
from ii_tui.core.stages import Exit
from ii_tui.errors import Nothing
from ii_tui.services import found as services
from ii_tui.services import settling
from ii_tui.services.desk import Desk
from ii_tui.services.found import HelperRow
from ii_tui.ui.dialogs.ask import ask_choice, ask_text, confirm
from ii_tui.ui.dialogs.deciding import Deciding
from ii_tui.ui.dialogs.meanings import until_when
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.widgets.bars import Hint
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.fields import Option, numbered
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Line, Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_OTHER, _UNSAID = "\0other", ""
_ROW = Columns(Column(7), Column(16, grow=3, most=30, gap=2), Column(10, grow=2, most=24, drop=1))


class Marking(Deciding[frozenset[int]]):
    """People with a word before each that one key changes; the answer are the marked ones."""

    WIDTH: ClassVar[int] = 76
    STEP = (
        "Step 5, stay in touch: whoever helped is glad to hear what came of it, and hears it from "
        "you. Nothing is closed or cancelled that you did not mark."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,space", "mark", "Mark", show=False, priority=True)
    ]

    def __init__(
        self,
        title: str,
        rows: Sequence[tuple[int, str, str, str]],
        *,
        marked: str,
        plain: str,
        keys: Sequence[Hint],
    ) -> None:
        """`rows` are (key, name, company, why); the two words say what is to become of each."""
        super().__init__(title, (*keys, ("esc", "back")), (row[0] for row in rows))
        self._rows = {row[0]: row for row in rows}
        self._words = plain, marked
        self.marks: set[int] = set()

    def item(self, key: int) -> Item:
        """Who it is and why, after the word."""
        _, name, company, why = self._rows[key]
        marked = key in self.marks
        word = Span(self._words[marked], "blocked" if marked else "done")
        return Item(key, (_ROW.row(word, bright(name), company), Line(dim(why), indent=9)))

    def action_mark(self) -> None:
        """The other word; then the next one."""
        if (key := self._current) is not None:
            self.marks ^= {key}
            self._next(key)

    def decided(self) -> None:
        """These are marked."""
        self.dismiss(frozenset(self.marks))


async def found(app: IiApp) -> None:
    """Asks all of it, does it in one change, and begins to tell. Only in a worker."""
    desk = app.desk
    people = services.helpers(desk)
    if not people:
        await _nobody(app)
        return
    company = await _where(app)
    if company is None:
        return
    told = await app.push_screen_wait(_when(desk, company))
    if told is None:
        return
    tell_from: date | None = told.value
    without = await app.push_screen_wait(_whom(people))
    if without is None:
        return
    close = await _rest(app, services.still_open(desk))
    if close is None:
        return
    words = await app.do(
        lambda: services.found(
            desk, company, tell_from, without=without, close=dict.fromkeys(close, Exit.LAPSED)
        )
    )
    if words is not None and services.to_tell(desk) and await _begin(app, words):
        await tell(app)


async def _nobody(app: IiApp) -> None:
    """Whoever helped knows, or is to be told already."""
    if services.to_tell(app.desk):
        await tell(app)
        return
    waits = services.progress(app.desk)
    if waits is not None and waits.opens is not None:
        day = long_day(app.desk.local(waits.opens).date(), app.desk.today())
        raise Nothing(f"You said so already; from {day} you tell them.", hint="u takes it back.")
    raise Nothing(
        "Congratulations! Nobody has helped yet as far as is written down here.",
        hint="r notes an answer or a meeting.",
    )


async def _where(app: IiApp) -> str | None:
    names = services.where(app.desk)
    options = [Option(str(number), name, name) for number, name in enumerate(names, 1)]
    options += [
        Option("o", "Somewhere else", _OTHER, "typed"),
        Option("n", "Not said", _UNSAID, "you fill it in as you write"),
    ]
    answer = await ask_choice(
        app, "Where have you found the job?", options, words="Congratulations!"
    )
    if answer != _OTHER:
        return answer
    return await ask_text(
        app, "Where have you found the job?", "Company", act="go on",
        check=lambda value: None if value.strip() else "Name the company.",
    )  # fmt: skip


def _when(desk: Desk, company: str) -> Telling:
    at = f" at {company}" if company else ""
    return Telling(
        f"The job{at}: from when may it be told?",
        words=["Until then nobody hears of it, and nothing about it is owed."],
        question=until_when(desk),
        ways=numbered(("Now", "now"), ("From that day on", "day")),
        free={"now"},
        act="go on",
    )


def _whom(people: Sequence[HelperRow]) -> Marking:
    return Marking(
        f"{people_counted(len(people))} helped, and will hear it from you",
        [(row.id, row.name, row.company, row.help.reason) for row in people],
        plain="tell",
        marked="not",
        keys=(("enter", "go on"), ("d", "leave out")),
    )


async def _rest(app: IiApp, cards: Sequence[CardRow]) -> frozenset[int] | None:
    """Which of the other interviews end with it; nothing is closed that was not marked."""
    if not cards:
        return frozenset()
    many = counted(len(cards), "conversation is", "conversations are")
    now = app.desk.now()
    coming = (card.name for card in cards if card.next_meeting and card.next_meeting > now)
    planned = listed(list(coming), 3)
    met = f" You are to meet {planned}." if planned else ""
    options = (
        Option("k", "Keep them all as they are", "keep", "you can close any of them later"),
        Option("l", "Look through them", "look", "each is closed or kept"),
    )
    answer = await ask_choice(
        app, f"{many} still open. What becomes of them?", options,
        words=f"Nothing is closed or cancelled by itself.{met}",
    )  # fmt: skip
    if answer != "look":
        return None if answer is None else frozenset()
    desk = app.desk
    return await app.push_screen_wait(
        Marking(
            "Which end with it?",
            [(card.interview_id, card.name, card.company, _state(card, desk)) for card in cards],
            plain="keep",
            marked="close",
            keys=(("enter", "go on"), ("d", "close or keep")),
        )
    )


def _state(card: CardRow, desk: Desk) -> str:
    if card.next_meeting is None:
        return f"{card.stage.label}, since {short_day(desk.local(card.since).date(), desk.today())}"
    day = short_day(desk.local(card.next_meeting).date(), desk.today())
    return f"{card.stage.label}; closing cancels the meeting on {day}"


async def _begin(app: IiApp, words: str) -> bool:
    return await confirm(
        app,
        f"{words}.",
        words="Begin to tell them now? Today keeps count, and u takes all of it back.",
        yes="Yes, one by one",
        no="Later",
    )


# The telling


async def tell(app: IiApp) -> None:
    """Walks from one to the next: write, later, not; a step out leaves the rest on Today."""
    desk, passed = app.desk, set[int]()
    while True:
        left = [task for task in services.to_tell(desk) if task.id not in passed]
        state = services.progress(desk)
        if not left or state is None:
            break
        task = left[0]
        answer = await ask_choice(
            app,
            f"Outcome {state.told + 1} of {state.told + state.open}: {task.who}",
            (
                Option("w", "Write to them", "write"),
                Option("n", "The next one first", "next", "this one comes again"),
                Option("l", "Later", "later", "in a week"),
                Option("x", "Told already", "told"),
                Option("s", "Leave them out", "skip"),
            ),
            words=task.reason,
        )
        if answer is None:
            return
        await _act(app, task, answer)
        # Whoever was written to and not sent to yet comes again another time, not at once.
        passed.add(task.id)
    if services.progress(desk) is None:
        app.say("Everyone who helped has heard it.")


async def _act(app: IiApp, task: TaskRow, answer: str) -> None:
    desk = app.desk
    if answer == "write":
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, task.person_id, task=task)
    elif answer == "later":
        await app.do(lambda: settling.snooze(desk, task.id, "in a week"))
    elif answer == "told":
        await app.do(lambda: settling.done(desk, task.id))
    elif answer == "skip":
        await app.do(lambda: settling.skip(desk, task.id))
