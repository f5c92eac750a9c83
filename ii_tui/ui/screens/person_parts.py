"""The parts of a person's page, as items of a list; the contacts' detail pane shows some of them.

Every item has a key "what:which", so that the cursor can stand on it and enter knows what to
open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ii_tui.core.dates import relative_day, short_day, since_day
from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind
from ii_tui.core.models import MeetingRow, PersonPage, PersonRow, TaskRow, TimelineRow
from ii_tui.core.stages import Closeness, Stage
from ii_tui.services import scheduling
from ii_tui.services.desk import Desk
from ii_tui.services.today import at_any_time
from ii_tui.services.working_days import country_words
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import (
    BLOCKED,
    DUE,
    NO_SIGN,
    UNREAD,
    Line,
    Look,
    Prose,
    Row,
    Span,
    bright,
    dim,
    fit,
    wrap,
)

MEETING_STATES = {
    "held": "you met",
    "cancelled": "cancelled",
    "no_show": "they did not come",
}
"""What became of a meeting."""

LABEL = 14
"""cells of the labels"""


class Fact:
    """A label and a value of any length, wrapped beside it."""

    def __init__(self, label: str, value: str, look: Look = "normal") -> None:
        self._label, self._value, self._look = label, value, look

    def _lines(self, width: int) -> Sequence[str]:
        return wrap(self._value, max(8, width - LABEL - 1))

    def height(self, width: int) -> int:
        """As many lines as the value takes."""
        return len(self._lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """The label stands before the first line only."""
        label = self._label if line == 0 else ""
        return [*fit(dim(label), LABEL), Span(" "), Span(self._lines(width)[line], self._look)]


def closeness_words(closeness: Closeness | None) -> str:
    """How close the tie is, in words."""
    words = {
        Closeness.CLOSE: "close, can vouch for me",
        Closeness.ACQUAINTANCE: "acquaintance",
        Closeness.STRANGER: "stranger",
    }
    return words[closeness] if closeness is not None else "not said yet (w says it)"


def day_words(desk: Desk, moment: datetime) -> str:
    """A moment as a day: "yesterday", "Friday 27"."""
    return relative_day(desk.local(moment).date(), desk.today())


def sections(*parts: tuple[str, Iterable[Item]]) -> list[Item]:
    """Parts that have something, under their headings, a blank line between them."""
    items: list[Item] = []
    for name, part in parts:
        found = list(part)
        if found:
            items += [blank()] if items else []
            items += [heading(name), *found] if name else found
    return items


# What is owed, and where the interview stands


def owed(page: PersonPage, desk: Desk) -> list[Item]:
    """Tasks, the most urgent first."""
    return [Item(f"task:{task.id}", _task(task, desk), task) for task in page.tasks]


def _task(task: TaskRow, desk: Desk) -> tuple[Row, ...]:
    now, today = desk.now(), desk.today()
    opened = task.opens <= now
    due = task.due or desk.local(task.opens).date()
    # What may be done at any time presses on no day, however long ago it opened.
    pressing = opened and due <= today and not at_any_time(task)
    sign = DUE if pressing else NO_SIGN
    look: Look = "due" if pressing else "dim"
    words = "when you like" if opened and at_any_time(task) else relative_day(due, today)
    rows: list[Row] = [
        Line(
            sign,
            Span(" "),
            bright(task.title) if opened else task.title,
            right=Span(words, look),
        )
    ]
    if task.reason:
        rows.append(Prose(task.reason, "dim", indent=2, most=3))
    return tuple(rows)


def interview(page: PersonPage, desk: Desk) -> list[Item]:
    """Where the interview stands, and earlier ones."""
    if not page.interviews:
        words = (dim("Not on the board. "), Span("b", "key"), dim(" puts them there."))
        return [Item("interview:0", (Line(*words),))]
    items = []
    for one in page.interviews:
        since = dim(since_day(desk.local(one.since).date(), desk.today()))
        if one.exit is None:
            rows: list[Row] = [
                Line(bright(one.stage.label), right=since),
                Line(dim(one.stage.meaning), indent=2),
            ]
        else:
            rows = [Line(f"closed: {one.where}, was {one.stage.label}", right=since)]
        if one.parked_until is not None:
            until = relative_day(one.parked_until, desk.today())
            rows.append(Line(dim(f"parked until {until}"), indent=2))
        if one.exit_reason:
            rows.append(Prose(one.exit_reason, "dim", indent=2, most=3))
        if one.company and one.company != page.company:
            rows.append(Line(dim(f"at {one.company}"), indent=2))
        items.append(Item(f"interview:{one.id}", tuple(rows), one))
    return items


def introductions(page: PersonPage, desk: Desk) -> list[Item]:
    """Those they make and those that lead to them; what is owed for theirs under each."""
    items = []
    waiting = list(page.for_others)
    for one in page.introductions:
        state = Line(dim(f"{one.state} {day_words(desk, one.at)}"), indent=2)
        items.append(Item(f"introduction:{one.id}", (Prose(one.words), state), one))
        mine = [task for task in waiting if task.person_id == one.person_id]
        items += [Item(f"task:{task.id}", _task(task, desk), task) for task in mine]
        waiting = [task for task in waiting if task not in mine]
    return items + [_for_other(task, desk) for task in waiting]


def _for_other(task: TaskRow, desk: Desk) -> Item:
    about = Line(dim(f"about {task.person}"), indent=2)
    return Item(f"task:{task.id}", (*_task(task, desk), about), task)


def meetings(page: PersonPage, desk: Desk) -> list[Item]:
    """Coming and past, as the store orders them."""
    items = []
    for meeting in page.meetings:
        state = "" if meeting.state == "planned" else MEETING_STATES[meeting.state]
        look: Look = "bright" if meeting.state == "planned" else "normal"
        right = dim(state) if state else dim(relative_day(meeting.wall.date(), desk.today()))
        rows = (
            Line(Span(meeting_time(meeting, desk), look), right=right),
            Line(dim(scheduling.where_words(meeting)), indent=2),
        )
        items.append(Item(f"meeting:{meeting.id}", rows, meeting))
    return items


def meeting_time(meeting: MeetingRow, desk: Desk) -> str:
    """ "Wed 25 Nov, 10:00", with the city where it is not mine."""
    from ii_tui.core.zones import city

    day = short_day(meeting.wall.date(), desk.today())
    there = "" if meeting.zone == desk.zone else f" {city(meeting.zone)}"
    return f"{day}, {meeting.wall:%H:%M}{there}"


def drafts(page: PersonPage, desk: Desk) -> list[Item]:
    """Texts that are being written, or were copied and wait for "sent?"."""
    items = []
    for draft in page.drafts:
        copied = draft.copied is not None
        when = draft.copied or draft.updated
        words = "copied" if copied else "saved"
        items.append(
            Item(
                f"draft:{draft.id}",
                (
                    Line(
                        UNREAD if copied else NO_SIGN,
                        Span(" "),
                        Kind(draft.kind).label,
                        dim(f", {Channel(draft.channel).label}"),
                        right=dim(f"{words} {desk.local(when):%H:%M}, {day_words(desk, when)}"),
                    ),
                    Prose(draft.body.strip() or "(empty)", "dim", indent=2, most=2),
                ),
                draft,
            )
        )
    return items


# Who they are


def facts(
    page: PersonPage, introduced: Sequence[PersonRow], desk: Desk, *, brief: bool = False
) -> list[Item]:
    """What is known of them; fields that are empty are left out.

    `brief` leaves off the beginning of the profile's address, for a pane that it would not fit.
    """
    items = [_fact("closeness", "How well", closeness_words(page.closeness))]
    if page.closeness is None:
        items = [_fact("closeness", "How well", closeness_words(None), "dim")]
    items += [_fact("how_known", "How I know", page.how_known)] if page.how_known else []
    if page.introducer_id is not None:
        row = Fact("Introduced by", page.introducer)
        items.append(Item(f"person:{page.introducer_id}", (row,)))
    items += [
        Item(f"person:{one.id}", (Fact("" if n else "Introduced", one.name),))
        for n, one in enumerate(introduced)
    ]
    connected = page.connected_on
    for name, label, value in (
        ("email", "E-mail", page.email),
        ("phone", "Phone", page.phone),
        ("url", "LinkedIn", _profile(page.url) if brief else page.url),
        ("tags", "Tags", ", ".join(page.tags)),
        ("greeting", "Greeting name", page.greeting),
        ("zone", "Time zone", page.zone),
        ("country", "Country", country_words(page.country, page.zone)),
        ("address", "Address", page.address),
        ("cadence_days", "Check in", f"every {page.cadence_days} days"),
        ("connected", "Connected", short_day(connected, desk.today()) if connected else ""),
        ("past", "Worked at", ", ".join(page.past_companies)),
    ):
        if value and not (name == "cadence_days" and page.cadence_days is None):
            items.append(_fact(name, label, value))
    return items


def _profile(url: str) -> str:
    """Without the site, where that is LinkedIn: the label says so."""
    return url.partition("linkedin.com/")[2] or url


def _fact(name: str, label: str, value: str, look: Look = "normal") -> Item:
    return Item(f"field:{name}", (Fact(label, value, look),))


def warnings(page: PersonPage, desk: Desk) -> list[Item]:
    """What must not be overlooked."""
    rows: list[Row] = []
    if page.do_not_contact:
        rows.append(Line(BLOCKED, Span(" "), Span("Do not contact", "blocked")))
        if page.blocked_why:
            rows.append(Prose(page.blocked_why, "dim", indent=2, most=3))
    if page.archived is not None:
        when = day_words(desk, page.archived)
        rows.append(Line(dim(f"Archived {when}; a brings them back")))
    return [Item("warning:0", tuple(rows))] if rows else []


def from_import(page: PersonPage) -> list[Item]:
    """Columns of the file that we have no field for."""
    return [
        Item(f"extra:{number}", (Fact(name, value),))
        for number, (name, value) in enumerate(page.extra)
    ]


# What happened

NOTHING_YET = [Item(None, (Prose("Nothing yet. r logs what came in, N keeps a note.", "dim"),))]


def timeline(page: PersonPage, desk: Desk, most: int = 0) -> list[Item]:
    """Events, notes and messages, the newest first; `most` of them, 0 for all that were read."""
    rows = page.timeline[:most] if most else page.timeline
    return [Item(f"{row.source}:{row.id}", _happened(row, desk), row) for row in rows]


def _happened(row: TimelineRow, desk: Desk) -> tuple[Row, ...]:
    rows: list[Row] = [Line(event_words(row, desk), right=dim(day_words(desk, row.at)))]
    text = whole_text(row)
    if text:
        rows.append(Prose(" ".join(text.split()), "dim", indent=2, most=2))
    return tuple(rows)


def event_words(row: TimelineRow, desk: Desk) -> str:
    """What happened, as a sentence would begin."""
    kind = row.message_kind
    what = Kind(kind).words if kind in set(Kind) else "message"
    channel = row.channel
    by = f" by {Channel(channel).label}" if channel in set(Channel) and channel != "card" else ""
    about = f" {row.text}" if kind in TO_INTRODUCER and row.text else ""
    to = _place(row.stage_to or "")
    until = "" if row.until is None else f" until {relative_day(row.until, desk.today())}"
    answers = {
        "yes": "They said yes",
        "later": f"They said later{until}",
        "refer": "They named someone else",
        "no": "They said no",
        "ooo": f"Out of office{until}",
    }
    meeting = _planned_for(row.text, desk)
    words = {
        "opened": f"On the board: {to}",
        "moved": f"Moved to {to}",
        "closed": f"Closed: {to}{until}",
        "revived": f"Revived at {to}",
        "sent": f"Sent the {what}{about}{by}",
        "received": answers.get(row.answer or "", f"They wrote{by}"),
        "call": "A call",
        "met": "Met",
        "posted": "Posted the card",
        "note": "Note",
        "meeting_made": f"Meeting set: {meeting}" if meeting else "Meeting set",
        "meeting_moved": f"Meeting moved: {meeting}" if meeting else "Meeting moved",
        "meeting_cancelled": "Meeting cancelled",
        "confirmed": "They confirmed",
        "blocked": "Do not contact",
        "unblocked": "May be contacted again",
        "introduction": row.text.partition("\n")[0],
    }
    return words.get(row.kind, row.kind.replace("_", " "))


def _place(name: str) -> str:
    """A stage or an exit as a person reads it."""
    return Stage(name).label if name in set(Stage) else name.replace("_", " ")


def _planned_for(text: str, desk: Desk) -> str:
    """ "Wed 25 Nov, 10:00 Chicago" from what the event keeps, 2026-11-25 10:00 America/Chicago."""
    from ii_tui.core.zones import city

    stamp, _, zone = text.rpartition(" ")
    try:
        wall = datetime.fromisoformat(stamp)
    except ValueError:
        return text
    there = "" if zone == desk.zone else f" {city(zone)}"
    return f"{short_day(wall.date(), desk.today())}, {wall:%H:%M}{there}"


def whole_text(row: TimelineRow) -> str:
    """What was written there, subject and all; "" where there is nothing to read."""
    text = "" if row.kind.startswith("meeting_") else row.text
    if row.kind == "introduction":
        text = row.text.partition("\n")[2]
    elif row.message_kind in TO_INTRODUCER and row.text.startswith(("to ", "about ")):
        text = ""
    return "\n\n".join(part.strip() for part in (row.subject, row.body, text) if part.strip())
