"""A person's page as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from ii_tui.core.dates import relative_day
from ii_tui.core.models import PersonPage, TimelineRow
from ii_tui.services.desk import Desk
from ii_tui.services.scheduling import when_words, where_words
from ii_tui.services.working_days import country_words


def lines(desk: Desk, page: PersonPage) -> Iterator[str]:
    """The page from top to bottom: who, where it stands, what is owed, what happened."""
    place = ", ".join(part for part in (page.title, page.company) if part)
    yield f"{page.name} ({page.id})" + (f": {place}" if place else "")
    if page.do_not_contact:
        why = f": {page.blocked_why}" if page.blocked_why else ""
        yield f"x not to be contacted{why}"
    for label, value in (
        ("how well", "" if page.closeness is None else page.closeness.value),
        ("how known", page.how_known),
        ("introduced by", page.introducer),
        ("e-mail", page.email),
        ("phone", page.phone),
        ("profile", page.url),
        ("zone", page.zone),
        ("country", country_words(page.country, page.zone)),
        ("address", page.address.replace("\n", ", ")),
        ("tags", ", ".join(page.tags)),
        ("before", ", ".join(page.past_companies)),
        ("archived", "" if page.archived is None else f"{desk.local(page.archived):%Y-%m-%d}"),
    ):
        if value:
            yield f"{label:>14}  {value}"
    interview = page.interview
    if interview is not None:
        since = desk.local(interview.since).date()
        back = f" until {interview.parked_until.isoformat()}" if interview.parked_until else ""
        why = f": {interview.exit_reason}" if interview.exit_reason else ""
        day = relative_day(since, desk.today())
        yield f"{'interview':>14}  {interview.where}{back}, {day}{why}"
    for one in page.introductions:
        day = relative_day(desk.local(one.at).date(), desk.today())
        yield f"{'introduction':>14}  {one.words}: {one.state} {day}"
    for meeting in page.meetings:
        words = f"{when_words(meeting, desk.zone)}, {where_words(meeting)} ({meeting.state})"
        yield f"{'meeting':>14}  {words}"
    for draft in page.drafts:
        first = draft.body.partition("\n")[0]
        yield f"{'draft':>14}  {draft.kind.replace('_', ' ')}: {first}"
    if page.tasks:
        yield "Owed"
        for task in page.tasks:
            due = "" if task.due is None else f", {relative_day(task.due, desk.today())}"
            yield f"  {task.id:>5}  {task.title}{due}. {task.reason}"
    if page.for_others:
        yield "Owed for those they introduce"
        for task in page.for_others:
            due = "" if task.due is None else f", {relative_day(task.due, desk.today())}"
            yield f"  {task.id:>5}  {task.title}: {task.person}{due}. {task.reason}"
    if page.timeline:
        yield "Timeline"
        for row in page.timeline:
            yield f"  {desk.local(row.at):%Y-%m-%d %H:%M}  {words_of(row)}"


_SAID = {"blocked": "do not contact", "unblocked": "may be contacted again"}


def words_of(row: TimelineRow) -> str:
    """One entry of the timeline in words."""
    kind = (row.message_kind or "").replace("_", " ")
    parts = [_SAID.get(row.kind, row.kind.replace("_", " ")), kind, row.answer or ""]
    if row.stage_to:
        parts.append(f"{row.stage_from or ''} -> {row.stage_to}".strip(" ->"))
    if row.until:
        parts.append(f"until {row.until.isoformat()}")
    text = (row.body or row.text).replace("\n", " ")
    if row.body and row.text:
        parts.append(row.text)
    return " ".join(part for part in parts if part) + (f": {text}" if text else "")
