"""Today: what is owed now and soon, what waits for a word, and whom we wait for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from ii_tui.core.counting import counted, listed, people_counted
from ii_tui.core.dates import long_day
from ii_tui.core.models import DraftRow, TaskRow, who_words
from ii_tui.lazy import dataclass
from ii_tui.services import unsorted
from ii_tui.services.desk import Desk
from ii_tui.store import contacts, messages, outcomes, tasks

SOON_DAYS = 7
"""How far ahead SOON looks, in days."""
FEW = 10
"""With fewer contacts nobody's network has been brought in."""


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Someone whose turn it is."""

    interview_id: int
    person_id: int
    person: str
    company: str
    what: str
    """what was sent: "the request" """
    since: datetime
    until: datetime | None
    """when it becomes mine again"""

    @property
    def who(self) -> str:
        """The person and where they work."""
        return who_words(self.person, self.company)


@dataclass(frozen=True, slots=True)
class Offer:
    """Many things of one kind as one line: they are gone through on a sheet."""

    kind: Literal["quiet", "triage", "outcome"]
    title: str
    reason: str
    pressing: bool = False
    """whether it belongs to what is owed now"""


@dataclass(frozen=True, slots=True)
class Day:
    """What the Today place shows."""

    now: tuple[TaskRow, ...]
    """open tasks, most urgent first"""
    offers: tuple[Offer, ...]
    """what is told as one line, however much of it there is"""
    handed_over: tuple[DraftRow, ...]
    """texts that were copied: sent?"""
    soon: tuple[TaskRow, ...]
    """what is due, or opens, within SOON_DAYS; what can be done already comes first"""
    undated: tuple[TaskRow, ...]
    """what may be done at any time: first messages, and interviews that could be closed"""
    anybody: bool
    """whether there is any contact at all"""
    few: bool = False
    """whether the network is still to be brought in"""

    @property
    def count(self) -> int:
        """How many things are to be done now."""
        news = sum(offer.pressing for offer in self.offers)
        return len(self.now) + len(self.handed_over) + news


def the_day(desk: Desk) -> Day:
    """Everything Today shows, at the clock's now."""
    now = desk.now()
    with desk.reading() as db:
        opened = tasks.opened(db, now)
        dated = [task for task in opened if not at_any_time(task) and not _in_one(task)]
        early = [task for task in dated if not presses(task, desk.today())]
        return Day(
            now=tuple(task for task in dated if task not in early),
            offers=tuple(_offers(desk, opened)),
            undated=tuple(task for task in opened if at_any_time(task) and not _in_one(task)),
            handed_over=tuple(messages.copied(db)),
            soon=tuple(
                task
                for task in (*early, *tasks.opening(db, now, now + timedelta(days=SOON_DAYS)))
                if not _in_one(task)
            ),
            anybody=contacts.anybody(db),
            few=contacts.fewer_than(db, FEW),
        )


def _in_one(task: TaskRow) -> bool:
    """Whether all of its kind are told as one line."""
    return task.is_proposal or task.kind == "outcome"


def _offers(desk: Desk, opened: list[TaskRow]) -> Iterator[Offer]:
    if (news := _news(desk)) is not None:
        yield news
    quiet = [task for task in opened if task.is_proposal]
    if quiet:
        which, them = ("Each", "them") if quiet[1:] else ("It", "it")
        title = f"{counted(len(quiet), 'conversation')} went quiet: look through {them}"
        names = listed([task.person for task in quiet], 3)
        yield Offer("quiet", title, f"{names}. {which} can be closed or kept.")
    if number := unsorted.for_today(desk):
        yield Offer(
            "triage",
            f"{people_counted(number)} at your companies: how well do you know them?",
            "One key each; it decides how the first message begins. z puts it off.",
        )


def _news(desk: Desk) -> Offer | None:
    """Who is still to hear that the job is found, and how far the telling is."""
    with desk.reading() as db:
        found = outcomes.progress(db)
    if found is None:
        return None
    people = people_counted(found.open)
    so_far = f"Outcome: {found.told} of {found.told + found.open} told."
    if found.opens is not None and found.opens > desk.now():
        day = long_day(desk.local(found.opens).date(), desk.today())
        return Offer("outcome", f"From {day} you tell {people} the news", so_far)
    walk = "Enter goes through them, one by one."
    return Offer("outcome", f"Tell {people} the news", f"{so_far} {walk}", pressing=True)


THEIR_WORD = frozenset({"answer", "second_beat", "ask", "reply_decline"})
"""What is owed because they answered."""


def presses(task: TaskRow, today: date) -> bool:
    """Whether it belongs to now: what is due, and their word; what is due later can wait."""
    return task.due is None or task.due <= today or task.kind in THEIR_WORD


def at_any_time(task: TaskRow) -> bool:
    """Whether no day presses: forty people on the list are no forty things to do today."""
    return task.due is None and task.kind in {"reach_out", "close"}


def next_up(desk: Desk) -> TaskRow | None:
    """What opens first after SOON ends; for a day on which nothing is owed."""
    now = desk.now()
    with desk.reading() as db:
        later = tasks.opening(db, now + timedelta(days=SOON_DAYS), now + timedelta(days=3650))
    return later[0] if later else None


def open_count(desk: Desk) -> int:
    """How many things are open now: the number beside Today."""
    with desk.reading() as db:
        opened = tasks.opened(db, desk.now())
        dated = [task for task in opened if not at_any_time(task) and not _in_one(task)]
        pressing = [task for task in dated if presses(task, desk.today())]
        # The news is one thing to do, however many are to hear it.
        news = any(task.kind == "outcome" for task in opened)
        return len(pressing) + len(messages.copied(db)) + news


def waiting_on_them(desk: Desk) -> list[WaitingRow]:
    """Whose turn it is where it is not mine, the longest first.

    Reckons business days of every country concerned: for the writer thread.
    """
    from ii_tui.core.owed import waiting
    from ii_tui.store import board, facts

    with desk.reading() as db:
        cards = {card.interview_id: card for card in board.cards(db, desk.now())}
        known = facts.of_interviews(db, cards)
    found = []
    for interview_id, one in known.items():
        mine, theirs = desk.calendars(one.country, one.zone)
        turn = waiting(one.facts, desk.settings.pipeline, mine, theirs, desk.zone)
        if turn is None or (turn.opens is not None and turn.opens <= desk.now()):
            continue
        card = cards[interview_id]
        found.append(
            WaitingRow(
                interview_id,
                card.person_id,
                card.name,
                card.company,
                turn.what,
                turn.since,
                turn.opens,
            )
        )
    return sorted(found, key=lambda row: row.since)


def waits_for(desk: Desk, person_id: int) -> bool:
    """Whether it is this person's turn now; for the writer thread."""
    from ii_tui.core.owed import waiting
    from ii_tui.store import board, facts

    with desk.reading() as db:
        found = board.open_interview(db, person_id)
        known = {} if found is None else facts.of_interviews(db, [found.id])
    for one in known.values():
        mine, theirs = desk.calendars(one.country, one.zone)
        turn = waiting(one.facts, desk.settings.pipeline, mine, theirs, desk.zone)
        return turn is not None and (turn.opens is None or turn.opens > desk.now())
    return False


def open_tasks(desk: Desk) -> list[TaskRow]:
    """Tasks that are open now, most urgent first."""
    with desk.reading() as db:
        return tasks.opened(db, desk.now())


def handed_over(desk: Desk) -> list[DraftRow]:
    """Texts that were copied or printed and not yet said to be sent."""
    with desk.reading() as db:
        return messages.copied(db)
