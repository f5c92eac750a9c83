"""Where somebody stands, read off their page: what decides which message fits."""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.choosing import Standing
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.messages import Tie
from ii_tui.core.models import PersonPage, TimelineRow
from ii_tui.core.owing.ground import ASIDE
from ii_tui.core.stages import Answer

_HEARD = frozenset({"received", "call", "met", "confirmed"})


def tie_of(page: PersonPage) -> Tie:
    """What of this person decides the next message."""
    thread = next((row.channel for row in page.timeline if row.went_to_them and row.channel), None)
    return Tie(
        closeness=page.closeness,
        connected=page.connected_on is not None,
        introduced=page.introducer_id is not None,
        has_email=bool(page.email),
        has_address=bool(page.address),
        thread=None if thread is None else Channel(thread),
    )


def standing_of(page: PersonPage, now: datetime) -> Standing:
    """Where this person stands at `now`."""
    interview, planned = page.interview, page.planned
    if interview is None:
        return Standing(tie=tie_of(page))
    rows = [row for row in page.timeline if row.at >= interview.opened]
    words = [row for row in rows if _tries(row) or _says(row)]
    sent = [row for row in words if row.went_to_them]
    return Standing(
        stage=interview.stage,
        exit=interview.exit,
        tie=tie_of(page),
        heard=bool(words) and not words[0].went_to_them,
        answer=next((Answer(row.answer) for row in words if row.answer is not None), None),
        wrote=bool(sent),
        by=next((Channel(row.channel) for row in sent if row.channel), None),
        asked=any(row.message_kind == Kind.MEETING_REQUEST for row in sent),
        planned=planned is not None,
        begun=planned is not None and planned.utc <= now,
        cancelled=any(row.kind == "meeting_cancelled" for row in rows),
        posted=any(row.kind == "posted" for row in rows),
    )


def heard_of(page: PersonPage) -> bool:
    """Whether they have said anything in the interview that stands."""
    opened = None if page.interview is None else page.interview.opened
    return any(_says(row) for row in page.timeline if opened is None or row.at >= opened)


def _tries(row: TimelineRow) -> bool:
    return row.went_to_them and row.message_kind not in ASIDE


def _says(row: TimelineRow) -> bool:
    return row.kind in _HEARD and row.answer != Answer.OOO
