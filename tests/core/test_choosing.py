"""Which message fits where somebody stands: every stage, every tie, every exit, every task."""

from __future__ import annotations

import itertools

import pytest

from ii_tui.core.choosing import (
    Fit,
    Standing,
    fitting,
    fitting_task,
    is_first_beat,
    is_second_beat,
    occasion,
)
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.messages import Tie
from ii_tui.core.stages import Answer, Closeness, Exit, Stage
from ii_tui.core.templates import best_template, templates_for

CLOSE, ACQUAINTANCE, STRANGER = Closeness
TIES = (None, *Closeness)


def said(fit: Fit) -> str:
    return f"{fit.kind} {fit.variant}".strip()


FIRST = {
    None: "reconnect",
    CLOSE: "meeting_request",
    ACQUAINTANCE: "reconnect",
    STRANGER: "linkedin_note",
}
BY_STAGE = {
    Stage.REQUESTED: "follow_up",
    Stage.REPLIED: "meeting_request answer_address",
    Stage.SCHEDULED: "meeting_request schedule",
    Stage.CONFIRMED: "meeting_request schedule",
    Stage.HELD: "thank_you_card",
    Stage.THANKED: "check_in",
    Stage.IN_TOUCH: "check_in later",
}
BY_EXIT = {
    Exit.DECLINED: "decline",
    Exit.CANCELLED: "reschedule cancelled",
    Exit.NO_SHOW: "reschedule no_show",
    Exit.CONTINUED: "check_in later",
}


@pytest.mark.parametrize(
    ("stage", "closeness", "exit_"), itertools.product((None, *Stage), TIES, (None, *Exit))
)
def test_every_stage_tie_and_exit_has_its_message(stage, closeness, exit_):
    """With nothing known but these; each has a text of its own in both tones."""
    fit = fitting(Standing(stage, exit_, Tie(closeness)))
    if exit_ is None:
        expected = BY_STAGE.get(stage) or FIRST[closeness]
    elif exit_ is Exit.PARKED:
        early = stage in {None, Stage.IDENTIFIED, Stage.WARMING}
        expected = "reconnect" if early else "meeting_request again"
    else:
        expected = BY_EXIT.get(exit_) or FIRST[closeness]
    assert said(fit) == expected
    for tone in ("plain", "warm"):
        found = templates_for(fit.kind, closeness=closeness, tone=tone, variant=fit.variant)
        assert found, said(fit)
        best = best_template(fit.kind, closeness=closeness, tone=tone, variant=fit.variant)
        assert (best.variant, best.tone) == (fit.variant, tone)


MAIL = Tie(has_email=True)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # Connect: the tie, the way in, what was said
        (Standing(tie=Tie(STRANGER, connected=True)), "linkedin_message"),
        (Standing(tie=Tie(STRANGER, introduced=True)), "meeting_request introduced"),
        (Standing(Stage.IDENTIFIED, tie=Tie(ACQUAINTANCE, introduced=True)),
         "meeting_request introduced"),
        (Standing(Stage.WARMING, tie=Tie(ACQUAINTANCE), wrote=True), "linkedin_message nudge"),
        (Standing(Stage.WARMING, tie=Tie(ACQUAINTANCE), wrote=True, by=Channel.EMAIL),
         "reconnect nudge"),
        (Standing(Stage.WARMING, wrote=True, by=Channel.INMAIL), "inmail nudge"),
        (Standing(Stage.WARMING, tie=Tie(ACQUAINTANCE), wrote=True, heard=True),
         "meeting_request second_beat"),
        (Standing(Stage.IDENTIFIED, wrote=True, heard=True), "meeting_request second_beat"),
        (Standing(Stage.WARMING, wrote=True, heard=True, asked=True), "meeting_request again"),
        (Standing(Stage.WARMING, wrote=True, asked=True), "follow_up"),
        # Ask
        (Standing(Stage.REQUESTED, wrote=True, asked=True), "follow_up"),
        (Standing(Stage.REQUESTED, tie=MAIL, wrote=True, asked=True, heard=True),
         "meeting_request answer"),
        (Standing(Stage.REQUESTED, heard=True, answer=Answer.NO), "decline"),
        (Standing(Stage.REQUESTED, heard=True, answer=Answer.REFER), "decline named"),
        (Standing(Stage.REQUESTED, heard=True, answer=Answer.LATER), "meeting_request again"),
        (Standing(Stage.REPLIED, tie=MAIL, heard=True, wrote=True), "meeting_request answer"),
        (Standing(Stage.REPLIED, tie=MAIL, wrote=True), "meeting_request schedule"),
        # Firm up
        (Standing(Stage.SCHEDULED, planned=True), "confirmation"),
        (Standing(Stage.CONFIRMED, planned=True), "reschedule"),
        (Standing(Stage.SCHEDULED, planned=True, heard=True, answer=Answer.LATER),
         "reschedule answer"),
        (Standing(Stage.SCHEDULED, cancelled=True), "reschedule cancelled"),
        (Standing(Stage.CONFIRMED, planned=True, begun=True), "thank_you_card"),
        (Standing(Stage.CONFIRMED, planned=True, begun=True, tie=Tie(has_address=False)),
         "thank_you_email"),
        # Talk and keep
        (Standing(Stage.HELD, tie=Tie(has_address=False)), "thank_you_email"),
        (Standing(Stage.HELD, posted=True), "thank_you_email"),
        # What left the board
        (Standing(Stage.REQUESTED, Exit.DECLINED, answer=Answer.REFER), "decline named"),
        (Standing(Stage.REQUESTED, Exit.NO_REPLY, Tie(CLOSE), asked=True),
         "meeting_request again"),
        (Standing(Stage.REQUESTED, Exit.NO_REPLY, MAIL, heard=True, wrote=True),
         "meeting_request answer"),
        (Standing(Stage.WARMING, Exit.PARKED, asked=True), "meeting_request again"),
    ],
)  # fmt: skip
def test_what_was_said_and_what_stands_decide(now, expected):
    assert said(fitting(now)) == expected


INTRODUCED = Standing(Stage.IDENTIFIED, tie=Tie(introduced=True))
HEARD = Standing(Stage.WARMING, tie=MAIL, wrote=True, heard=True)


@pytest.mark.parametrize(
    ("task", "message", "now", "expected"),
    [
        ("reach_out", Kind.RECONNECT, Standing(), "reconnect"),
        ("reach_out", Kind.MEETING_REQUEST, INTRODUCED, "meeting_request introduced"),
        ("reach_out", Kind.LINKEDIN_NOTE, INTRODUCED, "linkedin_note introduced"),
        ("ask", Kind.MEETING_REQUEST, INTRODUCED, "meeting_request introduced"),
        ("nudge", Kind.MEETING_REQUEST, INTRODUCED, "meeting_request introduced"),
        ("nudge", Kind.RECONNECT, Standing(), "reconnect nudge"),
        ("nudge", Kind.LINKEDIN_MESSAGE, Standing(), "linkedin_message nudge"),
        ("nudge", Kind.INTRO_REQUEST, Standing(), "intro_request nudge"),
        ("second_beat", Kind.MEETING_REQUEST, HEARD, "meeting_request second_beat"),
        ("ask", Kind.MEETING_REQUEST, HEARD, "meeting_request second_beat"),
        ("ask", Kind.MEETING_REQUEST, Standing(asked=True), "meeting_request again"),
        ("follow_up", Kind.FOLLOW_UP, Standing(), "follow_up"),
        ("answer", Kind.MEETING_REQUEST, HEARD, "meeting_request answer"),
        ("answer", Kind.MEETING_REQUEST, Standing(heard=True), "meeting_request answer_address"),
        ("answer", Kind.DECLINE, Standing(answer=Answer.REFER), "decline named"),
        ("answer", Kind.RESCHEDULE, Standing(), "reschedule answer"),
        ("schedule", Kind.MEETING_REQUEST, HEARD, "meeting_request schedule"),
        ("schedule", Kind.RESCHEDULE, Standing(), "reschedule cancelled"),
        ("schedule", None, Standing(), "meeting_request schedule"),
        ("send_invite", Kind.INVITE_TEXT, Standing(), "invite_text"),
        ("confirm", Kind.CONFIRMATION, INTRODUCED, "confirmation"),
        ("thank_card", Kind.THANK_YOU_CARD, Standing(), "thank_you_card"),
        ("thank_email", Kind.THANK_YOU_EMAIL, Standing(), "thank_you_email"),
        ("thank_introducer", Kind.THANK_INTRODUCER, Standing(), "thank_introducer"),
        ("check_in", Kind.CHECK_IN, Standing(Stage.THANKED), "check_in"),
        ("check_in", Kind.CHECK_IN, Standing(Stage.IN_TOUCH), "check_in later"),
        ("reply_decline", Kind.DECLINE, Standing(answer=Answer.NO), "decline"),
        ("reply_decline", Kind.DECLINE, Standing(answer=Answer.REFER), "decline named"),
        ("no_show", Kind.RESCHEDULE, Standing(), "reschedule no_show"),
        ("promise", Kind.SHARE, Standing(), "share promise"),
        ("outcome", Kind.OUTCOME, Standing(), "outcome"),
        ("custom", None, Standing(Stage.REQUESTED), "follow_up"),
    ],
)
def test_a_task_names_its_occasion_and_both_tones_have_a_text_for_it(task, message, now, expected):
    fit = fitting_task(task, message, now)
    assert said(fit) == expected
    for tone, tie in itertools.product(("plain", "warm"), Closeness):
        assert templates_for(fit.kind, closeness=tie, tone=tone, variant=fit.variant)


def test_a_kind_chosen_by_hand_keeps_the_occasion():
    usual = Fit(Kind.RECONNECT)
    assert said(occasion(Kind.MEETING_REQUEST, HEARD, usual)) == "meeting_request second_beat"
    assert said(occasion(Kind.LINKEDIN_NOTE, INTRODUCED, usual)) == "linkedin_note introduced"
    assert occasion(Kind.RECONNECT, HEARD, usual) is usual
    assert said(occasion(Kind.SHARE, HEARD, usual)) == "share"


def test_close_ties_are_asked_without_beats():
    first, second = Fit(Kind.RECONNECT), Fit(Kind.MEETING_REQUEST, "second_beat")
    assert is_first_beat(first, Tie(ACQUAINTANCE))
    assert is_second_beat(second, Tie())
    assert not is_first_beat(first, Tie(CLOSE))
    assert not is_second_beat(second, Tie(CLOSE))
    assert not is_first_beat(Fit(Kind.RECONNECT, "nudge"), Tie(ACQUAINTANCE))
