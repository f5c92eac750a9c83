"""One interview from the first name to the third check-in, moved by its facts alone."""

from __future__ import annotations

from ii_tui.core.facts import Fact, MeetingFact
from ii_tui.core.stages import Closeness, Stage, moved_by_fact
from tests.core.interviews import at, dues, event, interview, meeting

COFFEE = "2026-11-25 10:00"

STORY: list[tuple[Fact, str, dict[str, str | None]]] = [
    (event("2026-10-30 09:00", "opened"), "identified", {"reach_out": None}),
    (event("2026-11-02 09:00", "sent", "reconnect"), "warming", {"nudge": "2026-11-09"}),
    (event("2026-11-03 09:00", "received"), "warming", {"second_beat": "2026-11-04"}),
    (
        event("2026-11-04 09:00", "sent", "meeting_request"),
        "requested",
        {"follow_up": "2026-11-13"},
    ),
    (event("2026-11-13 09:00", "sent", "follow_up"), "requested", {"close": None}),
    (event("2026-11-16 09:00", "received", answer="yes"), "requested", {"answer": "2026-11-17"}),
    (event("2026-11-16 15:00", "sent"), "requested", {"schedule": "2026-11-23"}),
    (
        event("2026-11-17 09:00", "meeting_made", meeting="meeting"),
        "scheduled",
        {
            "send_invite": "2026-11-17",
            "prepare": "2026-11-23",
            "confirm": "2026-11-24",
            "did_it_happen": "2026-11-25",
        },
    ),
    (
        event("2026-11-17 09:05", "sent", "invite_text"),
        "scheduled",
        {"prepare": "2026-11-23", "confirm": "2026-11-24", "did_it_happen": "2026-11-25"},
    ),
    (
        event("2026-11-24 09:00", "sent", "confirmation"),
        "confirmed",
        {"prepare": "2026-11-23", "did_it_happen": "2026-11-25"},
    ),
    (
        event("2026-11-25 11:00", "met", meeting="meeting"),
        "held",
        {"debrief": "2026-11-25", "thank_card": "2026-11-25", "thank_email": "2026-11-26"},
    ),
    (
        event("2026-11-26 09:00", "posted"),
        "thanked",
        {"debrief": "2026-11-25", "check_in": "2027-01-21"},
    ),
    (event("2027-01-21 09:00", "sent", "check_in"), "in_touch", {"check_in": "2027-05-21"}),
    (event("2027-01-22 09:00", "received"), "in_touch", {"check_in": "2027-05-22"}),
]


def test_an_interview_moves_by_its_facts_and_owes_the_next_step() -> None:
    stage, since = Stage.IDENTIFIED, at("2026-10-30 09:00")
    events: list[Fact] = []
    meetings: tuple[MeetingFact, ...] = ()
    for fact, expected, tasks in STORY:
        events.append(fact)
        to = moved_by_fact(stage, fact.kind, fact.message_kind)
        stage, since = (stage, since) if to is None else (to, fact.at)
        assert stage == expected
        if fact.meeting is not None:
            state = "held" if stage is Stage.HELD else "planned"
            meetings = (meeting(COFFEE, state=state, invite_sent=False),)
        facts = interview(
            stage.value,
            *events,
            since=since,
            meetings=meetings,
            has_address=True,
            closeness=Closeness.ACQUAINTANCE,
        )
        assert dues(facts) == tasks, fact.uid
