"""What is owed: the tasks of one interview, computed from its facts and nothing else.

No clock is read here. Time only opens tasks, by their `opens`; facts settle them, by which a task
is no longer computed. Tasks of the kinds `custom` and `outcome` belong to the person and are
stored, never computed.
"""

from __future__ import annotations

from collections.abc import Callable

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import InterviewFacts, Owed, PipelineNumbers, PromiseFact, Waiting
from ii_tui.core.kinds import TO_INTRODUCER
from ii_tui.core.owing.asking import connect, replied, requested
from ii_tui.core.owing.firming import firm_up
from ii_tui.core.owing.ground import Found, Ground
from ii_tui.core.owing.keeping import keep
from ii_tui.core.owing.leaving import left
from ii_tui.core.stages import Exit, Stage

_RULES: dict[Stage, Callable[[Ground], Found]] = {
    Stage.IDENTIFIED: connect,
    Stage.WARMING: connect,
    Stage.REQUESTED: requested,
    Stage.REPLIED: replied,
    Stage.SCHEDULED: firm_up,
    Stage.CONFIRMED: firm_up,
    Stage.HELD: keep,
    Stage.THANKED: keep,
    Stage.IN_TOUCH: keep,
}

_OWE_NOTHING = frozenset({Exit.NO_REPLY, Exit.DORMANT, Exit.LAPSED, Exit.CANCELLED})


def owed(
    facts: InterviewFacts,
    numbers: PipelineNumbers,
    mine: Calendar,
    theirs: Calendar,
    zone: str,
) -> tuple[Owed, ...]:
    """Everything owed in one interview, open or to come, ordered by when it opens.

    `zone` is the IANA name of my zone, whose days are meant by `due`; raises Usage for an unknown
    one. (kind, cause) is unique and stays the same whenever the same facts are judged again.
    Someone not to be contacted or archived is owed nothing.
    """
    ground = Ground.of(facts, numbers, mine, theirs, zone)
    if _rests(facts):
        return ()
    tasks = [*_judge(ground).tasks, *_promises(ground)]
    if facts.introducer_blocked:
        # What would go to who introduces them is owed to nobody who may be written to.
        tasks = [task for task in tasks if task.message_kind not in TO_INTRODUCER]
    return tuple(sorted(tasks, key=lambda task: (task.opens, task.kind, task.cause)))


def waiting(
    facts: InterviewFacts,
    numbers: PipelineNumbers,
    mine: Calendar,
    theirs: Calendar,
    zone: str,
) -> Waiting | None:
    """What the other side owes, None where it is our turn or nobody's.

    From `Waiting.opens` on the task of `owed` says the same: it is shown as ours then.
    """
    ground = Ground.of(facts, numbers, mine, theirs, zone)
    if _rests(facts):
        return None
    return _judge(ground).waiting or _their_promise(ground)


def _rests(facts: InterviewFacts) -> bool:
    return facts.do_not_contact or facts.archived or facts.exit in _OWE_NOTHING


def _judge(ground: Ground) -> Found:
    if ground.facts.exit is not None:
        return left(ground)
    return _RULES[ground.facts.stage](ground)


def _promises(ground: Ground) -> list[Owed]:
    start = ground.events[0].at if ground.events else ground.facts.since
    return [
        Owed(
            kind="promise",
            cause=promise.uid,
            opens=start if promise.due is None else ground.midnight(promise.due),
            due=promise.due,
            title="Keep your promise",
            reason=f"You promised: {promise.text}",
            message_kind="share",
        )
        for promise in ground.facts.promises
        if promise.mine and not promise.done
    ]


def _their_promise(ground: Ground) -> Waiting | None:
    def day(promise: PromiseFact) -> tuple[bool, str, str]:
        return promise.due is None, str(promise.due), promise.uid

    theirs = sorted((p for p in ground.facts.promises if not p.mine and not p.done), key=day)
    if not theirs:
        return None
    return Waiting(
        since=ground.facts.since, what=f"what they promised: {theirs[0].text}", opens=None
    )
