""" "I found the job": one act for the whole search. Everyone who helped is to hear the news."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from ii_tui.core.counting import people_counted
from ii_tui.core.models import CardRow, TaskRow
from ii_tui.core.stages import Exit, Stage
from ii_tui.core.text import clean
from ii_tui.errors import Nothing
from ii_tui.services.desk import Desk
from ii_tui.store import board, companies, outcomes, tasks
from ii_tui.store.outcomes import HelperRow as HelperRow


def helpers(desk: Desk) -> list[HelperRow]:
    """Who helped and is not told yet, the most helpful first; each once."""
    with desk.reading() as db:
        return _helpers(outcomes.helpers(db))


def _helpers(rows: list[HelperRow]) -> list[HelperRow]:
    found = [row for row in rows if row.help.helped and not row.waits]
    return sorted(found, key=lambda row: (tuple(-part for part in row.help.rank), row.id))


def still_open(desk: Desk) -> list[CardRow]:
    """Interviews that have not led to a conversation yet; those that have stay in touch."""
    with desk.reading() as db:
        cards = board.cards(db, desk.now())
    return [card for card in cards if card.stage.position < Stage.HELD.position]


def where(desk: Desk, limit: int = 7) -> list[str]:
    """Companies where it may be: those with an interview, the furthest and then the latest first.

    Then the targets, as the LAMP list has them.
    """
    with desk.reading() as db:
        cards = sorted(board.cards(db, desk.now()), key=lambda card: card.since, reverse=True)
        cards.sort(key=lambda card: card.stage.position, reverse=True)
        targets = [row.name for row in companies.window(db, 0, limit) if row.target]
    names = [card.company for card in cards if card.company]
    return list(dict.fromkeys([*names, *targets]))[:limit]


def found(
    desk: Desk,
    company: str,
    tell: date | None = None,
    *,
    without: Collection[int] = (),
    close: Mapping[int, Exit] | None = None,
) -> str:
    """Keeps where the job is, and an outcome for everyone who helped; one change for undo.

    `tell` is the day from which it may be told, now otherwise; `without` are people who are not to
    be told; `close` are the interviews that end with it, by id. Raises Nothing where nobody helped
    and nothing is to be closed.
    """
    company = clean(company, newlines=False).strip()
    opens = desk.now()
    if tell is not None and tell > desk.today():
        opens = desk.midnight(tell)
    with desk.act("Found the job") as act:
        people = [row for row in _helpers(outcomes.helpers(act.db)) if row.id not in without]
        outcomes.add(act.db, [(row.id, row.help.reason) for row in people], opens)
        closed = 0
        for interview_id, exit_ in (close or {}).items():
            standing = board.standing(act.db, interview_id)
            if standing is not None and standing.exit is None:
                act.leave(standing, exit_, f"I found a job{f' at {company}' * bool(company)}")
                closed += 1
        if not people and not closed:
            raise Nothing("Nobody is left to be told.", hint="Whoever helped knows already.")
        outcomes.remember(act.db, company, desk.local(opens).date().isoformat())
        act.name = _words(company, len(people), closed)
        return act.name


def _words(company: str, told: int, closed: int) -> str:
    at = f" at {company}" if company else ""
    rest = "" if not closed else ", 1 interview closed" if closed == 1 else f", {closed} closed"
    return f"You found the job{at}: {people_counted(told)} to tell{rest}"


def to_tell(desk: Desk) -> list[TaskRow]:
    """Who is to be told now, the most helpful first."""
    with desk.reading() as db:
        return [task for task in tasks.opened(db, desk.now()) if task.kind == "outcome"]


def progress(desk: Desk) -> outcomes.Progress | None:
    """How many were told; None where nobody is left to be told."""
    with desk.reading() as db:
        return outcomes.progress(db)
