"""The facts of interviews as core/owed judges them: a query for each kind of fact, none a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from ii_tui.core.dates import parse_instant
from ii_tui.core.facts import (
    Fact,
    InterviewFacts,
    IntroductionFact,
    MeetingFact,
    PromiseFact,
    Settled,
)
from ii_tui.core.stages import Answer, EventKind, Stage
from ii_tui.lazy import dataclass
from ii_tui.store.driver import Db
from ii_tui.store.introductions import BY_STATE
from ii_tui.store.reading import maybe_closeness, maybe_day, maybe_exit, maybe_stage


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one interview, and whose holidays count in it."""

    facts: InterviewFacts
    person_id: int
    country: str
    """where the person is, "" where that is not known"""
    zone: str
    """theirs, "" where that is not known"""


def of_interviews(db: Db, interview_ids: Iterable[int]) -> dict[int, Known]:
    """What is known of these interviews, by id."""
    ids = list(interview_ids)
    if not ids:
        return {}
    events, meetings = _events(db, ids), _meetings(db, ids)
    promises, introductions = _promises(db, ids), _introductions(db, ids)
    settled = _settled(db, ids)
    return {
        row[0]: Known(
            InterviewFacts(
                uid=row[1],
                stage=Stage(row[2]),
                exit=maybe_exit(row[3]),
                since=parse_instant(row[4]),
                parked_until=maybe_day(row[5]),
                both_thanks=bool(row[6]),
                reach_out_on=maybe_day(row[7]),
                has_email=bool(row[8]),
                has_address=bool(row[9]),
                closeness=maybe_closeness(row[10]),
                connected=row[11] is not None,
                do_not_contact=bool(row[12]),
                archived=row[13] is not None,
                cadence_days=row[14],
                introducer=row[15],
                introduction=introductions.get(row[0], (None, False))[0],
                introducer_blocked=introductions.get(row[0], (None, bool(row[19])))[1],
                events=tuple(events[row[0]]),
                meetings=tuple(meetings[row[0]]),
                promises=tuple(promises[row[0]]),
                settled=tuple(settled[row[0]]),
            ),
            person_id=row[16],
            country=row[17],
            zone=row[18],
        )
        for row in db.rows(
            f"SELECT i.id, i.uid, i.stage, i.exit, i.since, i.parked_until, i.both_thanks, "
            f"i.reach_out_on, c.email, c.address, c.closeness, c.connected_on, c.do_not_contact, "
            f"c.archived, c.cadence_days, n.first, c.id, c.country, c.zone, "
            f"n.do_not_contact "
            f"FROM interview i JOIN contact c ON c.id = i.contact_id "
            f"LEFT JOIN contact n ON n.id = c.introduced_by WHERE i.id IN ({_marks(ids)})",
            *ids,
        )
    }


def _marks(ids: list[int]) -> str:
    return ",".join("?" * len(ids))


def _events(db: Db, ids: list[int]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in db.rows(
        f"SELECT e.interview_id, e.uid, e.at, e.id, e.kind, e.message_kind, e.channel, e.answer, "
        f"e.until, e.stage_to, m.uid FROM event e LEFT JOIN meeting m ON m.id = e.meeting_id "
        f"WHERE e.interview_id IN ({_marks(ids)}) ORDER BY e.at, e.id",
        *ids,
    ):
        found[row[0]].append(
            Fact(
                uid=row[1],
                at=parse_instant(row[2]),
                seq=row[3],
                kind=EventKind(row[4]),
                message_kind=row[5],
                channel=row[6],
                answer=None if row[7] is None else Answer(row[7]),
                until=maybe_day(row[8]),
                # A close keeps its exit there.
                stage_to=None if row[4] == EventKind.CLOSED else maybe_stage(row[9]),
                meeting=row[10],
            )
        )
    return found


def _meetings(db: Db, ids: list[int]) -> dict[int, list[MeetingFact]]:
    found: dict[int, list[MeetingFact]] = defaultdict(list)
    for row in db.rows(
        f"SELECT interview_id, uid, utc, minutes, wall, zone, state, "
        f"invite_sequence IS NOT NULL AND invite_sequence = sequence, format "
        f"FROM meeting WHERE interview_id IN ({_marks(ids)}) ORDER BY utc, id",
        *ids,
    ):
        found[row[0]].append(
            MeetingFact(
                uid=row[1],
                starts=parse_instant(row[2]),
                minutes=row[3],
                day=date.fromisoformat(row[4][:10]),
                zone=row[5],
                state=row[6],
                invite_sent=bool(row[7]),
                format=row[8],
            )
        )
    return found


def _promises(db: Db, ids: list[int]) -> dict[int, list[PromiseFact]]:
    found: dict[int, list[PromiseFact]] = defaultdict(list)
    for row in db.rows(
        f"SELECT interview_id, uid, mine, text, due, done IS NOT NULL FROM promise "
        f"WHERE interview_id IN ({_marks(ids)}) ORDER BY id",
        *ids,
    ):
        found[row[0]].append(
            PromiseFact(row[1], bool(row[2]), row[3], maybe_day(row[4]), bool(row[5]))
        )
    return found


_LAST = ("nudge", "follow_up", "schedule", "answer", "reply_decline", "check_in")
"""Kinds of tasks that something follows, whether a message is logged or not."""


def _settled(db: Db, ids: list[int]) -> dict[int, list[Settled]]:
    found: dict[int, list[Settled]] = defaultdict(list)
    for row in db.rows(
        f"SELECT interview_id, kind, cause, settled, state = 'done' FROM task "
        f"WHERE interview_id IN ({_marks(ids)}) AND state IN ('done', 'skipped') "
        f"AND settled IS NOT NULL AND kind IN ({', '.join('?' * len(_LAST))}) ORDER BY id",
        *ids,
        *_LAST,
    ):
        found[row[0]].append(Settled(row[1], row[2], parse_instant(row[3]), bool(row[4])))
    return found


_MADE = frozenset({"introduced", "met", "thanked"})
"""States of an introduction in which both were brought together."""


def _introductions(db: Db, ids: list[int]) -> dict[int, tuple[IntroductionFact, bool]]:
    """The introduction of each interview that is furthest; a name that was only given is none.

    With it, whether who makes it is not to be contacted.
    """
    return {
        row[0]: (
            IntroductionFact(
                uid=row[1],
                introducer=row[2],
                state=row[3],
                introduced_at=parse_instant(row[4]) if row[3] in _MADE else None,
                at=parse_instant(row[4]),
            ),
            bool(row[5]),
        )
        for row in db.rows(
            f"SELECT d.interview_id, d.uid, n.first, d.state, d.at, n.do_not_contact "
            f"FROM introduction d "
            f"JOIN contact n ON n.id = d.introducer_id "
            f"WHERE d.interview_id IN ({_marks(ids)}) AND d.state <> 'named' "
            f"ORDER BY {BY_STATE}, d.at, d.id",
            *ids,
        )
    }
