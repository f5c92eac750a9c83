"""A card in words: its line on the board, and what is told of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from ii_tui.core.dates import DAYS, MONTHS, age_text, long_day, relative_day, short_day, since_day
from ii_tui.core.kinds import SPECS, Channel, Kind
from ii_tui.core.models import CardRow, TaskRow
from ii_tui.core.stages import Exit, Stage, Step
from ii_tui.services.today import THEIR_WORD
from ii_tui.ui.widgets.spans import (
    BLOCKED,
    DUE,
    NO_SIGN,
    UNREAD,
    Line,
    Prose,
    Row,
    Span,
    bright,
    dim,
)

KEEPING = frozenset({Stage.THANKED, Stage.IN_TOUCH})
STEP_WORDS: Mapping[Step, str] = {
    Step.CONNECT: "find people where you want to be; write first words",
    Step.ASK: "ask for 30 minutes, when it suits them",
    Step.FIRM_UP: "agree a time, send the invite, confirm it",
    Step.TALK: "listen, and let your questions flow",
    Step.KEEP: "thank them by hand, stay in touch",
}
"""What each step is, for a board that holds nobody yet."""


class Face(NamedTuple):
    """What a card shows on its line."""

    sign: Span
    name: str
    company: str
    when: str


def is_open(task: TaskRow | None, now: datetime) -> bool:
    """Whether this can be done now, and not only some day."""
    return task is not None and task.opens <= now


def sign_of(task: TaskRow | None, now: datetime) -> Span:
    """`!` for what is due, `*` where they answered and it is our turn."""
    if task is None or not is_open(task, now):
        return NO_SIGN
    if task.due is not None and task.due <= now.date():
        return DUE
    return UNREAD if task.kind in THEIR_WORD else NO_SIGN


def face(card: CardRow, now: datetime) -> Face:
    """The card's line; `now` is aware, in the person's zone."""
    return Face(card_sign(card, now), card.name, card.company, matters(card, now))


def card_sign(card: CardRow, now: datetime) -> Span:
    """`x` for someone not to be contacted, else what the task says."""
    return BLOCKED if card.do_not_contact else sign_of(card.task, now)


def matters(card: CardRow, now: datetime) -> str:
    """The day of the meeting, the next check-in, or for how long the card has stood there."""
    today = now.date()
    if card.next_meeting is not None:
        day = card.next_meeting.astimezone(now.tzinfo).date()
        if day >= today:
            return _near(day, today, exact=True)
    task = card.task
    if task is not None and card.stage in KEEPING and not is_open(task, now):
        return _near(_day_of(task, now), today, exact=False)
    return age_text(card.since, now)


def _near(day: date, today: date, *, exact: bool) -> str:
    """A day ahead in a few cells: "today", "Thu", "12 Dec", "Feb", "2028"."""
    ahead = (day - today).days
    if ahead == 0:
        return "today"
    if ahead < 7:
        return DAYS[day.weekday()][:3]
    if ahead > 330:
        return str(day.year)
    month = MONTHS[day.month - 1][:3]
    return f"{day.day} {month}" if exact or ahead < 21 else month


def _day_of(task: TaskRow, now: datetime) -> date:
    return task.due or task.opens.astimezone(now.tzinfo).date()


def _what(task: TaskRow, now: datetime) -> tuple[Span, str, str]:
    """The sign and the title of what is owed, and when."""
    when = f", {relative_day(_day_of(task, now), now.date())}"
    if is_open(task, now):
        late = task.due is not None and task.due < now.date()
        when = "" if task.due is None else f", due {when[2:]}" if late else when
    return sign_of(task, now), task.title, f"{when}."


def _who(card: CardRow) -> list[Span]:
    rest = ", ".join(part for part in (card.title, card.company) if part)
    return [bright(card.name), Span(f", {rest}" if rest else "")]


def _last_sent(card: CardRow, now: datetime) -> str:
    """The last thing that went out: "follow-up 13 Nov by e-mail"; "" where nothing did."""
    if card.last_sent is None:
        return ""
    kind = card.last_message_kind
    what = SPECS[Kind(kind)].label if kind in set(Kind) else "message"
    day = short_day(card.last_sent.astimezone(now.tzinfo).date(), now.date())
    by = ""
    if card.last_channel in set(Channel):
        label = Channel(card.last_channel).label
        by = "" if label.lower() in what.lower() else f" by {label}"
    return f"{what} {day}{by}"


def _standing(card: CardRow, now: datetime) -> str:
    """For how long it has been where it is."""
    since = card.since.astimezone(now.tzinfo).date()
    if card.exit is None:
        return f"{card.stage.label} {since_day(since, now.date())}"
    until = f" until {long_day(card.parked_until, now.date())}" if card.parked_until else ""
    return f"{card.exit.label}{until}, {relative_day(since, now.date())}"


def _ties(card: CardRow, now: datetime) -> list[str]:
    """The meeting that is planned, who introduced them, why it was closed."""
    found = ["Do not contact."] if card.do_not_contact else []
    if card.next_meeting is not None:
        day = card.next_meeting.astimezone(now.tzinfo).date()
        met = "You meet" if day >= now.date() else "You were to meet"
        found.append(f"{met} {relative_day(day, now.date())}.")
    if card.introducer:
        found.append(f"Introduced by {card.introducer}.")
    if card.exit is not None and card.exit_reason:
        was = "Parked" if card.exit is Exit.PARKED else "Closed"
        found.append(f"{was}: {card.exit_reason}.")
    return found


def brief(card: CardRow, now: datetime) -> list[Row]:
    """The chosen card in three lines, for below the board."""
    rows: list[Row] = [
        Line(_who(card), right=dim(_last_sent(card, now) or _standing(card, now))),
    ]
    ties = " ".join(_ties(card, now))
    if card.task is not None:
        sign, title, when = _what(card.task, now)
        rows.append(Line(sign, Span(" "), bright(title), Span(when)))
        rows.append(Prose(f"{card.task.reason} {ties}".strip(), "dim", indent=2, most=1))
        return rows
    if card.exit is None:
        rows.append(Line(dim("Nothing is owed here.")))
    else:
        rows.append(Line(dim(f"{_standing(card, now).capitalize()}; v brings it back.")))
    rows.append(Line(dim(ties)))
    return rows
