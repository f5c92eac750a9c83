"""The stages' order, and which facts move an interview forward."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.stages import (
    CLOSING,
    COLUMNS,
    STAGES,
    EventKind,
    Exit,
    Stage,
    Step,
    moved_by_fact,
    neighbour,
)

KINDS = [
    None,
    "linkedin_note",
    "linkedin_message",
    "inmail",
    "reconnect",
    "intro_request",
    "intro_blurb",
    "meeting_request",
    "follow_up",
    "invite_text",
    "confirmation",
    "reschedule",
    "decline",
    "running_late",
    "thank_you_email",
    "thank_you_card",
    "check_in",
    "share",
    "outcome",
    "thank_introducer",
]


@pytest.mark.parametrize(
    ("stage", "event", "kind", "to"),
    [
        ("identified", "sent", "reconnect", "warming"),
        ("identified", "sent", "linkedin_note", "warming"),
        ("identified", "sent", "intro_request", "warming"),
        ("identified", "sent", None, "warming"),
        ("identified", "sent", "meeting_request", "requested"),
        ("identified", "sent", "outcome", None),
        ("identified", "sent", "thank_you_card", None),
        ("identified", "sent", "confirmation", None),
        ("identified", "posted", None, None),
        ("identified", "met", None, "held"),
        ("identified", "call", None, None),
        ("warming", "sent", "linkedin_message", None),
        ("warming", "sent", "meeting_request", "requested"),
        ("warming", "meeting_made", None, "scheduled"),
        ("requested", "sent", "follow_up", None),
        ("requested", "sent", "reconnect", None),
        ("requested", "received", None, None),
        ("replied", "sent", "meeting_request", None),
        ("replied", "meeting_made", None, "scheduled"),
        ("replied", "meeting_moved", None, "scheduled"),
        ("scheduled", "sent", "invite_text", None),
        ("scheduled", "sent", "confirmation", "confirmed"),
        ("scheduled", "confirmed", None, None),
        ("scheduled", "met", None, "held"),
        ("confirmed", "meeting_moved", None, None),
        ("confirmed", "meeting_cancelled", None, None),
        ("confirmed", "met", None, "held"),
        ("confirmed", "posted", None, "thanked"),
        ("held", "met", None, None),
        ("held", "sent", None, None),
        ("held", "posted", None, "thanked"),
        ("held", "sent", "thank_you_email", "thanked"),
        ("held", "sent", "thank_you_card", "thanked"),
        ("held", "sent", "thank_introducer", None),
        ("thanked", "posted", None, None),
        ("thanked", "sent", "thank_you_email", None),
        ("thanked", "sent", "thank_introducer", None),
        ("thanked", "sent", "confirmation", None),
        ("thanked", "sent", "check_in", "in_touch"),
        ("thanked", "sent", "share", "in_touch"),
        ("thanked", "sent", None, "in_touch"),
        ("thanked", "call", None, "in_touch"),
        ("thanked", "received", None, None),
        ("in_touch", "sent", "check_in", None),
        ("in_touch", "met", None, None),
        ("in_touch", "meeting_made", None, None),
    ],
)
def test_which_facts_move_what(stage: str, event: str, kind: str | None, to: str | None) -> None:
    assert moved_by_fact(Stage(stage), EventKind(event), kind) == to


@given(st.sampled_from(STAGES), st.sampled_from(list(EventKind)), st.sampled_from(KINDS))
def test_a_fact_only_moves_forward(stage: Stage, event: EventKind, kind: str | None) -> None:
    to = moved_by_fact(stage, event, kind)
    assert to is None or to.position > stage.position


@given(st.sampled_from(STAGES), st.sampled_from(KINDS))
def test_what_came_in_or_was_only_noted_never_moves(stage: Stage, kind: str | None) -> None:
    for event in (EventKind.RECEIVED, EventKind.CONFIRMED, EventKind.NOTE):
        assert moved_by_fact(stage, event, kind) is None


def test_the_five_steps_hold_the_nine_stages_in_order() -> None:
    assert tuple(stage for stages in COLUMNS.values() for stage in stages) == STAGES
    assert list(COLUMNS) == list(Step)
    assert [stage.position for stage in STAGES] == list(range(9))
    assert Stage.HELD.step is Step.TALK


def test_neighbours_end_at_the_board_s_edges() -> None:
    assert neighbour(Stage.WARMING, 1) is Stage.REQUESTED
    assert neighbour(Stage.IDENTIFIED, -1) is None
    assert neighbour(Stage.IN_TOUCH, 1) is None


def test_labels_read_as_words() -> None:
    assert Stage.IN_TOUCH.label == "in touch"
    assert Step.FIRM_UP.label == "FIRM UP"
    assert Exit.NO_SHOW.label == "no show"


def test_continued_is_never_offered() -> None:
    assert Exit.CONTINUED not in CLOSING
    assert {*CLOSING, Exit.CONTINUED} == set(Exit)
