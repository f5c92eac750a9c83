"""Introductions: asked for, agreed to, made, met and thanked for; or declined by who was asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ii_tui.core.kinds import Kind
from ii_tui.core.models import IntroductionRow, PersonRow
from ii_tui.core.quickadd import QuickAdd
from ii_tui.core.stages import EventKind
from ii_tui.core.text import clean, fold
from ii_tui.errors import Nothing, Usage
from ii_tui.services import browsing, people
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch, log_to_introducer
from ii_tui.store import board, contacts, introductions
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact

SHOWN = 30
"""people offered at a time"""

_DID = {
    "agreed": "agreed to introduce",
    "introduced": "introduced",
    "declined": "would rather not introduce",
}


# Who


def introducers(desk: Desk, person_id: int, words: str = "") -> list[PersonRow]:
    """Who could introduce me to the person, the likeliest first; `words` narrow by name."""
    with desk.reading() as db:
        only = _named(desk, words)
        ids = introductions.could_introduce(db, person_id, only, SHOWN)
        return _in_order(contacts.rows(db, ids), ids)


def wanted(desk: Desk, introducer_id: int, words: str = "") -> list[PersonRow]:
    """Whom this person could introduce me to, the likeliest first; `words` narrow by name."""
    with desk.reading() as db:
        only = _named(desk, words)
        ids = introductions.could_be_met(db, introducer_id, only, SHOWN)
        return _in_order(contacts.rows(db, ids), ids)


def _named(desk: Desk, words: str) -> list[int] | None:
    if not fold(words):
        return None
    return [hit.id for hit in browsing.find(desk, words, 4 * SHOWN) if hit.kind == "person"]


def _in_order(rows: Sequence[PersonRow], ids: Sequence[int]) -> list[PersonRow]:
    return sorted(rows, key=lambda row: ids.index(row.id))


def introducer_of(desk: Desk, person_id: int, kind: Kind = Kind.THANK_INTRODUCER) -> int:
    """To whom a message of this kind about the person goes; raises Nothing if nobody is known.

    A request of which only the receiver is written down goes to that person once more.
    """
    with desk.reading() as db:
        if kind is not Kind.THANK_INTRODUCER:
            return introductions.asked_of(db, person_id) or person_id
        found = introductions.made_by(db, person_id)
    if found is None:
        name = people.brief_name(desk, person_id)
        raise Nothing(
            f"Who introduced {name} is not written down.", hint="e on their page says it."
        )
    return found


def between(desk: Desk, introducer_id: int, person_id: int) -> IntroductionRow | None:
    """The newest introduction of this person by that one."""
    with desk.reading() as db:
        return introductions.between(db, introducer_id, person_id)


# What happened


def asked(
    desk: Desk, introducer_id: int, person_id: int, touch: Touch, *, at: datetime | None = None
) -> str:
    """They were asked for the introduction, or written to about it, outside this program.

    Words of the message go with the touch. Raises Usage for somebody introducing themselves.
    """
    _two(introducer_id, person_id)
    went = None
    if touch.text:
        went = {
            "kind": touch.message_kind,
            "channel": touch.channel or "email",
            "body": touch.text,
        }
    with desk.act("Asked", at=at) as act:
        log_to_introducer(act, introducer_id, person_id, touch, went)
        return act.name


def came(
    desk: Desk,
    introducer_id: int,
    person_id: int,
    state: str,
    *,
    text: str = "",
    at: datetime | None = None,
) -> str:
    """The introducer agreed, introduced us, or declined; asked for it or not.

    One change for undo, kept on both timelines. `state` is agreed, introduced or declined.
    """
    _two(introducer_id, person_id)
    with desk.act("Introduction", at=at) as act:
        _step(act, introducer_id, person_id, state, text)
        return act.name


def came_to_new(
    desk: Desk, introducer_id: int, person: QuickAdd, *, text: str = "", at: datetime | None = None
) -> tuple[int, str]:
    """They introduced somebody who may be new here; returns (id, what happened in words)."""
    with desk.act("Introduction", at=at) as act:
        found = people.known(act.db, person)
        if found is None:
            found = people.add_within(act, person, introduced_by=introducer_id)
        _two(introducer_id, found)
        _step(act, introducer_id, found, "introduced", text)
        return found, act.name


def _two(introducer_id: int, person_id: int) -> None:
    if introducer_id == person_id:
        raise Usage("That is the same person.", hint="Name who they know.")


def _step(act: Act, introducer_id: int, person_id: int, state: str, text: str) -> None:
    if state not in _DID:
        raise Usage(f"{state!r} is no step of an introduction.", hint=f"One of: {', '.join(_DID)}.")
    if act.at > act.now:
        raise Usage("That is in the future.", hint="Log it once it has happened.")
    introducer, person = act.name_of(introducer_id), act.name_of(person_id)
    found = introductions.between(act.db, introducer_id, person_id)
    if found is not None and found.state == state:
        raise Nothing(f"{introducer} {_DID[state]} you to {person}: that is noted already.")
    if found is not None and found.state == "introduced" and state == "agreed":
        raise Nothing(f"{introducer} has introduced you to {person} already.")
    # A no takes up nothing that rests.
    rests = board.latest_interview(act.db, person_id) if state == "declined" else None
    interview = rests or act.interview(person_id)
    if found is None or found.state in {"met", "thanked"}:
        introductions.add(act.db, introducer_id, person_id, interview.id, state, act.at)
    else:
        introductions.step(act.db, found.id, state, act.at, interview.id)
    if state == "introduced":
        change_row(act.db, Contact, person_id, introduced_by=introducer_id)
        act.touch_contact(person_id)
    act.name = f"{introducer} {_DID[state]} you to {person}"
    told = "\n".join(part for part in (act.name, clean(text).strip()) if part)
    act.event(person_id, EventKind.INTRODUCTION, interview_id=interview.id, text=told)
    # The introducer's own interview waits for another answer than this.
    act.event(introducer_id, EventKind.INTRODUCTION, text=told)
