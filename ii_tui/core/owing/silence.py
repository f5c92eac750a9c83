"""The tasks that any stage may owe: an answer, another try, and in the end a close."""

from __future__ import annotations

from datetime import date

from ii_tui.core.facts import Fact, Owed, Settled, Waiting
from ii_tui.core.owing.ground import SPOKEN, Found, Ground, following, heard, request, written
from ii_tui.core.stages import Answer, EventKind

_COUNT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(n: int, noun: str) -> str:
    """A number and its noun in words: "one day", "eight weeks", "120 days"."""
    number = _COUNT[n] if 0 <= n < len(_COUNT) else str(n)
    return f"{number} {noun}" if n == 1 else f"{number} {noun}s"


def told(g: Ground, event: Fact) -> str:
    """How a message of ours or theirs is spoken of: "You wrote on Tuesday 17 November"."""
    when = g.on(event.at)
    if event.kind in SPOKEN:
        return f"You spoke on {when}"
    if event.kind is EventKind.SENT:
        asked = event.message_kind in {"meeting_request", "intro_request"}
        return f"You {'asked' if asked else 'wrote'} on {when}"
    if event.kind is EventKind.REVIVED:
        return f"You took them up again on {when}"
    return f"You moved them to {g.facts.stage.label} on {when}"


def reply(g: Ground, received: Fact) -> Owed:
    """What an unanswered message of theirs owes."""
    if received.answer is Answer.NO:
        return reply_decline(g, received)
    if received.answer is Answer.LATER and received.until is not None:
        return ask_again(g, received, received.until)
    when = g.on(received.at)
    title, reason = "Answer them", f"They answered on {when}."
    kind = "meeting_request"
    if received.answer is Answer.REFER:
        reason = f"They named someone else on {when}."
        title, kind = "Thank them for the name", "decline"
    elif received.answer is Answer.LATER:
        reason = f"They wrote on {when} that later would suit them better, and named no day."
    elif not g.facts.has_email:
        reason = f"They answered on {when}; ask for their e-mail too, the invite needs it."
    return Owed(
        kind="answer",
        cause=received.uid,
        opens=received.at,
        due=g.within(received.at, g.numbers.answer_within),
        title=title,
        reason=reason,
        message_kind=kind,
    )


def reply_decline(g: Ground, cause: Fact) -> Owed:
    """Thanks for a no, or for the name they gave instead, which are answers too."""
    named = cause.answer is Answer.REFER
    did = "named someone else" if named else "said no"
    return Owed(
        kind="reply_decline",
        cause=cause.uid,
        opens=cause.at,
        due=g.within(cause.at, g.numbers.reply_decline_within),
        title="Thank them for the name" if named else "Thank them, and ask for another name",
        reason=f"They {did} on {g.on(cause.at)}.",
        message_kind="decline",
    )


def ask_again(g: Ground, received: Fact, until: date) -> Owed:
    """The question they put off until a day."""
    day = g.calendar.roll_forward(until)
    return Owed(
        kind="ask",
        cause=received.uid,
        opens=g.midnight(day),
        due=day,
        title="Ask again",
        reason=f"They asked you on {g.on(received.at, day)} to come back on {g.on(until)}.",
        message_kind="meeting_request",
    )


def close(g: Ground, base: Fact, why: str, *, after: int | None = None) -> Owed:
    """The proposal to close, which is never due: `after` business days of silence, or at once."""
    return Owed(
        kind="close",
        cause=base.uid,
        opens=base.at if after is None else g.midnight(g.silent(base, after)),
        due=None,
        title="Close it",
        reason=why,
    )


def waits(g: Ground, base: Fact, what: str, task: Owed) -> Found:
    """A task that opens by their silence, and that silence.

    One that was settled by hand is the last of its kind: what is left is to close.
    """
    back = g.away_until(base)
    if back is not None:
        what += f"; they are away until {g.on(back)}"
    settled = None if task.kind in {"close", "ask"} else g.settled(task)
    if settled is None:
        return Found((task,), Waiting(since=base.at, what=what, opens=task.opens, kind=task.kind))
    why = f"You settled it by hand on {g.on(settled.at)}; no answer since."
    end = close(g, by_hand(settled, base), why, after=g.numbers.close_after)
    waiting = Waiting(since=settled.at, what=what, opens=end.opens, kind=end.kind)
    return Found((task, end), waiting)


def by_hand(settled: Settled, base: Fact) -> Fact:
    """What was written after `base` and not logged: the task that it settled is known."""
    at = max(settled.at, base.at)
    return Fact(uid=settled.cause, at=at, seq=base.seq, kind=EventKind.SENT)


def _replied(g: Ground, word: Fact) -> Found:
    """Their message is to be answered; where that was settled by hand, what follows is owed too."""
    task = reply(g, word)
    settled = g.settled(task)
    if settled is None:
        return Found((task,))
    if task.kind == "reply_decline" or word.answer is Answer.REFER:
        did = "thanked them" if settled.done else "let the thanks be"
        why = f"You {did} on {g.on(settled.at)}."
        return Found((task, close(g, by_hand(settled, word), why)))
    follows = no_time_yet(g, by_hand(settled, word), 1)
    return Found((task, *follows.tasks), follows.waiting)


def gives_up(g: Ground, base: Fact, what: str) -> Found:
    """Nothing more is owed; after long silence a close is proposed."""
    why = f"{told(g, base)}; no answer since, and nothing more is owed."
    return waits(g, base, what, close(g, base, why, after=g.numbers.close_after))


def talk_goes_on(g: Ground, word: Fact, since: tuple[Fact, ...]) -> Found:
    """What follows a word of theirs, given what happened after it."""
    after = written(following(since, word))
    asked = request(after) is not None
    if word.answer is Answer.LATER and word.until is not None and not asked:
        back = g.midnight(word.until)
        if all(e.at < back for e in after):
            return waits(g, word, "the day they named", ask_again(g, word, word.until))
    if not after and word.kind not in SPOKEN:
        return _replied(g, word)
    if word.answer in {Answer.NO, Answer.REFER} and not asked:
        did = "said no" if word.answer is Answer.NO else "named someone else"
        why = f"They {did} on {g.on(word.at)}, and you thanked them."
        return Found((close(g, after[-1], why),))
    if not after:
        return no_time_yet(g, word, 0)
    return no_time_yet(g, after[-1], len(after))


def no_time_yet(g: Ground, base: Fact, messages: int) -> Found:
    """Silent after we answered: one more try at a time, then a close is proposed."""
    what = "their word on a time"
    if messages > 1:
        return gives_up(g, base, what)
    day = g.silent(base, g.numbers.schedule_after)
    task = Owed(
        kind="schedule",
        cause=base.uid,
        opens=g.midnight(day),
        due=day,
        title="Agree on a time",
        reason=f"{told(g, base)}, and no time is set yet.",
        message_kind="meeting_request",
    )
    return waits(g, base, what, task)


def unheard(since: tuple[Fact, ...]) -> bool:
    """Whether neither side has said anything."""
    return heard(since) is None and not written(since)
