"""What the composer's checks are told about a message: who, what went before, what is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from ii_tui.core.dates import long_day
from ii_tui.core.finding import CheckContext, Person, SentNearby
from ii_tui.core.finding import Touch as RecentTouch
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.models import PersonPage
from ii_tui.core.stages import Closeness
from ii_tui.services.desk import Desk
from ii_tui.services.standing import heard_of
from ii_tui.store import contacts, messages, outcomes
from ii_tui.store.driver import Db

STALE_DAYS = 365
"""An employer last seen longer ago than this may be out of date."""
NEARBY_DAYS = 90
"""How far back texts to the same company are compared."""
MONTH = timedelta(days=30)
"""How far back invitations are counted, against what a basic account may send in a month."""


def check_context(
    desk: Desk,
    db: Db,
    page: PersonPage,
    kind: Kind,
    channel: Channel,
    target_id: int | None,
) -> CheckContext:
    """What is known of the message: to `page`, of this kind, by this channel, about `target_id`."""
    now, me = desk.now(), desk.settings.me
    today = desk.today()
    limits = desk.settings.limits
    recent = tuple(
        RecentTouch(
            (today - desk.local(row.at).date()).days, row.body or row.text, row.kind == "received"
        )
        for row in page.timeline
        if (row.went_to_them or row.kind == "received")
        and now - row.at <= timedelta(days=limits.recent_days)
    )
    meeting = page.planned
    interview = page.interview
    since = now - timedelta(days=NEARBY_DAYS)
    return CheckContext(
        kind=kind,
        channel=channel,
        recipient=Person(
            page.first,
            page.last,
            page.id,
            page.greeting,
            tuple(name for name in (page.company, *page.past_companies) if name),
        ),
        me=myself(desk),
        introducer=_person(db, page.introducer_id),
        target=_person(db, target_id),
        also=tuple(
            person
            for other in contacts.introduced_by(db, page.id, 50)
            if (person := _person(db, other)) is not None
        ),
        known_words=tuple(
            words
            for words in (
                page.how_known,
                "" if meeting is None else meeting.place,
                outcomes.company(db) if kind is Kind.OUTCOME else "",
            )
            if words
        ),
        do_not_contact=page.do_not_contact,
        target_do_not_contact=target_id is not None and contacts.is_blocked(db, target_id),
        premium=me.premium,
        limits=limits,
        first_message=not any(row.went_to_them for row in page.timeline),
        first_beat=kind is Kind.RECONNECT
        and page.closeness is not Closeness.CLOSE
        and not heard_of(page),
        recent=recent,
        sent_nearby=tuple(
            SentNearby(name, long_day(desk.local(when).date(), today), text)
            for name, text, when in messages.sent_to_colleagues(db, page.id, since)
        ),
        second_person=_silent_colleague(desk, db, page),
        follow_ups_sent=0
        if interview is None
        else sum(1 for row in page.timeline if row.message_kind == "follow_up"
                 and row.at >= interview.opened),
        employer_stale=page.employer_seen is not None
        and (today - page.employer_seen).days > STALE_DAYS,
        mine_zone=desk.zone,
        theirs_zone=page.zone or ("" if meeting is None else meeting.zone),
        meeting_format="" if meeting is None else meeting.format,
        notes_this_month=messages.count_of_kind(db, Kind.LINKEDIN_NOTE, now - MONTH),
        has_email=bool(page.email),
        address_known=bool(page.address),
        stage=None if interview is None else interview.stage,
    )  # fmt: skip


def myself(desk: Desk) -> Person:
    """Me, as a message may name me."""
    me = desk.settings.me
    first, _, last = me.name.partition(" ")
    return Person(first, last, companies=me.companies)


def _person(db: Db, person_id: int | None) -> Person | None:
    if person_id is None:
        return None
    found = contacts.rows(db, [person_id])
    if not found:
        return None
    row = found[0]
    return Person(row.first, row.last, row.id, "", (row.company,) if row.company else ())


def _silent_colleague(desk: Desk, db: Db, page: PersonPage) -> tuple[str, int] | None:
    """Someone else at the company who was asked and has not answered, and business days since."""
    row = db.one(
        "SELECT c.first, c.last, max(e.at) FROM event e JOIN contact c ON c.id = e.contact_id "
        "WHERE c.company_id = ? AND c.id <> ? AND e.kind = 'sent' AND e.message_kind IN "
        "('meeting_request', 'linkedin_message', 'reconnect', 'inmail') AND NOT EXISTS "
        "(SELECT 1 FROM event a WHERE a.contact_id = c.id AND a.at > e.at "
        "AND a.kind IN ('received', 'call', 'met')) GROUP BY c.id ORDER BY max(e.at) DESC LIMIT 1",
        page.company_id,
        page.id,
    )
    if row is None or page.company_id is None:
        return None
    asked = desk.local(datetime.fromisoformat(row[2])).date()
    return f"{row[0]} {row[1]}".strip(), desk.calendar().between(asked, desk.today())
