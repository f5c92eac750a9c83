"""How Today draws what is owed, what was handed over, and whom we wait for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from ii_tui.core.dates import long_day, relative_day
from ii_tui.core.kinds import Kind
from ii_tui.core.models import DraftRow, TaskRow
from ii_tui.core.text import fold
from ii_tui.services.desk import Desk
from ii_tui.services.today import THEIR_WORD, Day, Offer, WaitingRow
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import (
    DUE,
    NO_SIGN,
    UNREAD,
    Cell,
    Line,
    Prose,
    Span,
    bright,
    dim,
    fit,
    spans_of,
    width_of,
)

Local = Callable[[datetime], datetime]
"""An instant as the person's clock shows it."""

_COLUMNS = Columns(
    Column(1),
    Column(22, most=46, grow=3, gap=1),
    Column(18, most=52, grow=2),
    Column(11, align="right"),
)
STACKED = 57
"""cells below which the person stands on a line of their own"""
_INDENT = 2


class OwedRow:
    """A sign, what it is, who it is about and when; below, dim, the reason.

    Where the room is short the person takes a line of their own, so that no name is lost.
    """

    __slots__ = ("_reason", "_sign", "_title", "_when", "_who")

    def __init__(self, sign: Span, title: Cell, who: str, when: Cell, reason: str) -> None:
        self._sign = sign
        self._title = title
        self._who = who
        self._when = when
        self._reason = reason

    def height(self, width: int) -> int:
        """Two lines, three where the person stands alone, one less without a reason."""
        return 1 + (width < STACKED) + bool(self._reason)

    def spans(self, width: int, line: int) -> Sequence[Span]:
        """One of its lines."""
        if line and (width >= STACKED or line == 2):
            return Line(dim(self._reason), indent=_INDENT).spans(width, 0)
        if line:
            return Line(self._who, indent=_INDENT).spans(width, 0)
        if width >= STACKED:
            return _COLUMNS.row(self._sign, self._title, self._who, self._when).spans(width, 0)
        when = spans_of(self._when)
        room = max(1, width - _INDENT - (width_of(when) + 1 if width_of(when) else 0))
        return [self._sign, Span(" "), *fit(self._title, room), Span(" "), *when]


def task_item(task: TaskRow, today: date, local: Local, *, soon: bool = False) -> Item:
    """Something owed; what comes soon is told by when it opens, or is due where it has."""
    opens = local(task.opens)
    if soon:
        at = f"{opens:%H:%M}" if opens.date() == today else relative_day(opens.date(), today)
        if task.due is not None and opens.date() <= today < task.due:
            at = relative_day(task.due, today)
        row = OwedRow(NO_SIGN, task.title, task.who, dim(at), task.reason)
        # Another key than under NOW: what is put off goes down, and the cursor stays where it was.
        return Item(f"s{task.id}", (row,), task)
    pressing = task.due is not None and task.due <= today
    when: Cell = ""
    if task.due is not None:
        when = Span(relative_day(task.due, today), "due" if pressing else "dim")
    sign = DUE if pressing else UNREAD if task.kind in THEIR_WORD else NO_SIGN
    row = OwedRow(sign, bright(task.title), task.who, when, task.reason)
    return Item(f"t{task.id}", (row,), task)


def draft_item(draft: DraftRow, today: date, local: Local) -> Item:
    """A text that was handed over: was it sent?"""
    copied = local(draft.copied or draft.updated)
    card = draft.channel == "card"
    ask = "Posted?" if card else "Sent?"
    did = "You printed it" if card else "You copied it"
    at = f"at {copied:%H:%M}"
    if copied.date() != today:
        at = relative_day(copied.date(), today)
        at = at if at.endswith(("ago", "yesterday")) else f"on {at}"
    title = bright(f"{ask} {did} {at}")
    label = f"{Kind(draft.kind).label}; x says that it went, X that it did not."
    row = OwedRow(UNREAD, title, draft.who, "", label)
    return Item(f"d{draft.id}", (row,), draft)


def offer_item(offer: Offer) -> Item:
    """Many things as one line; enter goes through them."""
    rows = (
        Prose(offer.title, "bright", indent=_INDENT, most=2),
        Prose(offer.reason, "dim", indent=_INDENT, most=2),
    )
    return Item(f"o{offer.kind}", rows, offer)


def waiting_item(row: WaitingRow, today: date, local: Local) -> Item:
    """Someone whose turn it is."""
    since = f"Since {long_day(local(row.since).date(), today)}"
    until = "" if row.until is None else relative_day(local(row.until).date(), today)
    reason = f"{since}, until it is your turn again." if until else f"{since}."
    what = row.what[:1].upper() + row.what[1:]
    drawn = OwedRow(NO_SIGN, what, row.who, dim(until), reason)
    return Item(f"w{row.interview_id}", (drawn,), row)


def day_items(
    day: Day,
    waiting: Sequence[WaitingRow],
    opened: bool,
    today: date,
    local: Local,
    calm: Sequence[Item],
) -> list[Item]:
    """NOW, SOON, WHEN YOU LIKE, WAITING ON THEM; `calm` where nothing is owed now."""
    items: list[Item] = [heading("NOW")] if day.anybody else []
    items += [task_item(task, today, local) for task in day.now]
    items += [draft_item(draft, today, local) for draft in day.handed_over]
    items += [offer_item(offer) for offer in day.offers if offer.pressing]
    if not day.count:
        items += calm
    if day.soon:
        items += [blank(), heading("SOON")]
        items += [task_item(task, today, local, soon=True) for task in day.soon]
    calmly = [offer for offer in day.offers if not offer.pressing]
    if day.undated or calmly:
        count = dim(f"{len(day.undated):,}") if day.undated else ""
        items += [blank(), heading("WHEN YOU LIKE", right=count)]
        items += [offer_item(offer) for offer in calmly]
        items += [task_item(task, today, local) for task in day.undated]
    if waiting:
        hint = "w hides them" if opened else "w shows them"
        line = Line(
            Span("WAITING ON THEM", "heading"), dim(f"  {len(waiting)}"), right=dim(f"({hint})")
        )
        items += [blank(), Item(None, (line,))]
        if opened:
            items += [waiting_item(row, today, local) for row in waiting]
    return items


def fits(row: TaskRow | DraftRow | WaitingRow | Offer, words: str) -> bool:
    """Whether every word stands somewhere in what the line says."""
    if isinstance(row, Offer):
        return all(word in fold(f"{row.title} {row.reason}") for word in fold(words).split())
    what = {TaskRow: "title", DraftRow: "kind", WaitingRow: "what"}[type(row)]
    text = fold(f"{getattr(row, what)} {row.who}")
    return all(word in text for word in fold(words).split())


def narrowed(day: Day, words: str) -> Day:
    """The day with only what fits the words."""
    return replace(
        day,
        now=tuple(task for task in day.now if fits(task, words)),
        handed_over=tuple(draft for draft in day.handed_over if fits(draft, words)),
        soon=tuple(task for task in day.soon if fits(task, words)),
        offers=tuple(offer for offer in day.offers if fits(offer, words)),
        undated=tuple(task for task in day.undated if fits(task, words)),
    )


def said(*paragraphs: str) -> list[Item]:
    """Calm words, a paragraph a line."""
    return [Item(None, (Prose(text, indent=_INDENT),)) for text in paragraphs]


def calm_words(day: Day, after: TaskRow | None, desk: Desk) -> list[Item]:
    """Where nothing is owed now: what can be done instead, and what comes next."""
    if day.soon:
        return said("Nothing is owed right now. What comes soon can be done early: enter.")
    if day.undated or day.offers:
        return said("Nothing is due. Whom you would like to talk to is below: enter begins.")
    words = ["Nothing is owed today or this week."]
    if after is not None:
        on = relative_day(desk.local(after.opens).date(), desk.today())
        words.append(f"Next: {after.title}, {after.person}, {on}.")
    words.append(
        "Whom would you like to talk to next? 3 shows everyone you know (b puts them on the "
        "board), 4 the companies, 2 where everyone stands."
    )
    return said(*words)
