"""Connect and ask: from the first message to an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ii_tui.core.dates import check_in_day
from ii_tui.core.facts import Fact, IntroductionFact, Owed, Waiting
from ii_tui.core.kinds import Kind
from ii_tui.core.messages import Tie, first_message_kind
from ii_tui.core.owing.ground import (
    SPOKEN,
    Found,
    Ground,
    chased,
    following,
    heard,
    request,
    tries,
    written,
)
from ii_tui.core.owing.silence import (
    by_hand,
    gives_up,
    no_time_yet,
    talk_goes_on,
    told,
    unheard,
    waits,
)
from ii_tui.core.stages import Answer, Closeness, EventKind, Stage

_ANSWER = "an answer to your message"
_FIRST_BEAT = frozenset({"reconnect", "linkedin_message", "inmail"})
_PUT_OFF = frozenset({Answer.NO, Answer.LATER, Answer.REFER})
_FIRST = "First beat, without the search: "
_SECOND = ": now say what you look for, and ask"
_WEEK = 7
"""calendar days after an introduction"""


def connect(g: Ground) -> Found:
    """Identified and warming."""
    since = g.episode
    if g.facts.stage is Stage.IDENTIFIED and g.entry.kind is not EventKind.REVIVED:
        # Moved back to the start by hand: what was written before is another story.
        since = following(since, g.entry)
    word = heard(since)
    after = following(since, word)
    sent = tries(after)
    if word is not None and (word.answer in _PUT_OFF or not sent):
        back = None if word.until is None else g.midnight(word.until)
        waited = word.answer is Answer.LATER and any(back is None or e.at >= back for e in sent)
        if word.answer in _PUT_OFF and not waited:
            return talk_goes_on(g, word, since)
        if not sent:
            return Found((_warmed(g, word, since),))
    if sent:
        return _silent(g, sent)
    return _introduction(g, after)


def _warmed(g: Ground, word: Fact, since: tuple[Fact, ...]) -> Owed:
    """They answered the first message: the question may follow."""
    before = since[: since.index(word) + 1]
    first = written(before)
    two_beats = (
        g.facts.closeness is not Closeness.CLOSE
        and len(first) > 0
        and first[-1].message_kind in _FIRST_BEAT
        and heard(e for e in before if e is not word) is None
    )
    who = "You spoke" if word.kind in SPOKEN else "They answered"
    return Owed(
        kind="second_beat" if two_beats else "ask",
        cause=word.uid,
        opens=word.at,
        due=g.within(word.at, g.numbers.answer_within),
        title="Second beat: ask for 30 minutes" if two_beats else "Ask for 30 minutes",
        reason=f"{who} on {g.on(word.at)}{_SECOND if two_beats else ''}.",
        message_kind="meeting_request",
    )


def _nudge(g: Ground, base: Fact, whom: str, kind: str) -> Owed:
    day = g.silent(base, g.numbers.nudge_after)
    return Owed(
        kind="nudge",
        cause=base.uid,
        opens=g.midnight(day),
        due=day,
        title=f"Nudge {whom}, once",
        reason=f"{told(g, base)}, no answer.",
        message_kind=kind,
    )


def _lighter(base: Fact) -> str:
    """What nudges, in the same thread: nobody was asked for anything yet, so no follow-up."""
    return "reconnect" if base.channel == "email" else "linkedin_message"


def _silent(g: Ground, sent: tuple[Fact, ...]) -> Found:
    # An invitation to connect and the first message behind it are one try.
    messages = [e for e in sent if e.message_kind != "linkedin_note"]
    if len(messages) > 1 or chased(sent):
        return gives_up(g, sent[-1], _ANSWER)
    return waits(g, sent[-1], _ANSWER, _nudge(g, sent[-1], "them", _lighter(sent[-1])))


def _introduction(g: Ground, since: tuple[Fact, ...]) -> Found:
    """Nothing was written to them themselves: an introducer may have been asked."""
    asked = tuple(
        e for e in since if e.kind is EventKind.SENT and e.message_kind == "intro_request"
    )
    way = g.facts.introduction
    again = g.entry.kind is EventKind.REVIVED
    made = None if way is None else way.introduced_at
    if way is not None and made is not None and not (again and made < g.entry.at):
        return _introduced(g, way.uid, way.introducer, made)
    refused = way.at if way is not None and way.state == "declined" else None
    if way is not None and refused is not None and not (again and refused < g.entry.at):
        return Found((_another_way(g, way.uid, way.introducer, refused),))
    if way is not None and way.state == "asked" and way.at is not None:
        # Who was asked before, and declined, is another story.
        asked = tuple(e for e in asked if e.at >= way.at)
    if asked and not (way is not None and way.state != "asked"):
        base = asked[-1]
        what = _by(way)
        if len(asked) > 1:
            return gives_up(g, base, what)
        # Without an introduction the one who was written to is all that is known.
        whom = (way.introducer if way is not None else "") or "them"
        task = _nudge(g, base, whom, "intro_request")
        reason = f"You asked on {g.on(base.at)} to be introduced, no answer."
        return waits(g, base, what, replace(task, reason=reason))
    if way is not None and way.state == "agreed" and (asked or way.at is not None):
        # They agreed and will write; nobody is nudged for keeping their word.
        start = way.at or asked[-1].at
        return Found((), Waiting(since=start, what=_by(way), opens=None))
    if asked:
        return Found((), Waiting(since=asked[-1].at, what=_by(way), opens=None))
    if g.facts.stage is Stage.WARMING and not again:
        return waits(g, g.entry, _ANSWER, _nudge(g, g.entry, "them", _lighter(g.entry)))
    return Found((_reach_out(g),))


def _by(way: IntroductionFact | None) -> str:
    name = "" if way is None else way.introducer
    return f"the introduction by {name}" if name else "the introduction"


def _introduced(g: Ground, uid: str, introducer: str, at: datetime) -> Found:
    """Ask at once; a week later nudge the person introduced, never the introducer."""
    reason = f"{introducer or 'Someone'} introduced you on {g.on(at)}"
    back = g.away_until(Fact(uid, at, -1, EventKind.INTRODUCTION))
    start = g.day(at) if back is None else max(g.day(at), back)
    day = g.calendar.roll_forward(check_in_day(start, _WEEK))
    ask = Owed(
        kind="ask",
        cause=uid,
        opens=at,
        due=g.within(at, g.numbers.answer_within),
        title="Ask for 30 minutes",
        reason=f"{reason}.",
        message_kind="meeting_request",
    )
    nudge = Owed(
        kind="nudge",
        cause=uid,
        opens=g.midnight(day),
        due=day,
        title="Nudge them, once",
        reason=f"{reason}, and nothing was said since.",
        message_kind="meeting_request",
    )
    return Found((ask, nudge))


def _another_way(g: Ground, uid: str, introducer: str, at: datetime) -> Owed:
    """Who was asked would rather not: somebody else may, or the first word is mine."""
    tie = Tie(g.facts.closeness, connected=g.facts.connected)
    return Owed(
        kind="reach_out",
        cause=uid,
        opens=at,
        due=None,
        title="Find another way to them",
        reason=f"{introducer or 'The introducer'} said on {g.on(at)} that they would rather not "
        "introduce you: ask someone else, or write yourself.",
        message_kind=first_message_kind(tie).value,
    )


def _reach_out(g: Ground) -> Owed:
    day = g.facts.reach_out_on
    when = g.on(g.entry.at, day)
    reason = f"You chose them on {when}."
    if g.entry.kind is EventKind.REVIVED:
        reason = f"You took them up again on {when}."
    introduced = g.facts.introducer is not None
    if introduced:
        reason = f"{g.facts.introducer} told you of them; you chose them on {when}."
    tie = Tie(g.facts.closeness, connected=g.facts.connected, introduced=introduced)
    kind = first_message_kind(tie)
    if kind is Kind.RECONNECT:
        reason = f"{_FIRST}{reason[:1].lower()}{reason[1:]}"
    return Owed(
        kind="reach_out",
        cause=g.entry.uid,
        opens=g.entry.at if day is None else g.midnight(day),
        due=day,
        title="Write the first message",
        reason=reason,
        message_kind=kind.value,
    )


def requested(g: Ground) -> Found:
    """Asked for 30 minutes: one follow-up, and no second one."""
    first = request(g.episode)
    since = (first, *following(g.episode, first)) if first else following(g.episode, g.entry)
    if g.entry.kind is EventKind.REVIVED and unheard(since):
        return Found((_taken_up_again(g),))
    word = heard(since)
    if word is not None:
        again = request(following(since, word))
        if again is None or word.answer not in {Answer.LATER, Answer.NO}:
            return talk_goes_on(g, word, since)
        since = (again, *following(since, again))
    thread = tries(since)
    base = thread[-1] if thread else g.entry
    what = "an answer to your request"
    # Moved here by hand after a follow-up: what it followed up was never logged, but it went out.
    silence = since if first else following(g.episode, heard(g.episode))
    if len(thread) > 1 or chased(silence):
        return gives_up(g, base, what)
    day = g.silent(base, g.numbers.follow_up_after)
    task = Owed(
        kind="follow_up",
        cause=base.uid,
        opens=g.midnight(day),
        due=day,
        title="Follow up, once",
        reason=f"{told(g, base)}, no answer.",
        message_kind="follow_up",
    )
    return waits(g, base, what, task)


def replied(g: Ground) -> Found:
    """They answered, and it is not a no."""
    word = heard(g.episode)
    if word is not None:
        return talk_goes_on(g, word, g.episode)
    after = written(following(g.episode, g.entry))
    if after:
        return no_time_yet(g, after[-1], len(after))
    if g.entry.kind is EventKind.REVIVED:
        return Found((_taken_up_again(g),))
    task = Owed(
        kind="answer",
        cause=g.entry.uid,
        opens=g.entry.at,
        due=g.within(g.entry.at, g.numbers.answer_within),
        title="Answer them",
        reason=f"You moved them to replied on {g.on(g.entry.at)}.",
        message_kind="meeting_request",
    )
    settled = g.settled(task)
    if settled is None:
        return Found((task,))
    follows = no_time_yet(g, by_hand(settled, g.entry), 1)
    return Found((task, *follows.tasks), follows.waiting)


def _taken_up_again(g: Ground) -> Owed:
    return Owed(
        kind="ask",
        cause=g.entry.uid,
        opens=g.entry.at,
        due=None,
        title="Ask for 30 minutes",
        reason=f"You took them up again on {g.on(g.entry.at)}.",
        message_kind="meeting_request",
    )
