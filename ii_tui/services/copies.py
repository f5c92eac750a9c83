"""Two copies of one text: what became of a draft elsewhere, and two copies made one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ii_tui.core.joining import Clash, Merged
from ii_tui.core.kinds import Channel, spec
from ii_tui.core.models import DraftRow
from ii_tui.services import writing
from ii_tui.services.composing import Composition
from ii_tui.services.conflicts import Conflict, Shape, moment_words
from ii_tui.services.desk import Desk
from ii_tui.store import messages

SHAPES = (Shape("subject", "Subject"), Shape("body", "Text", "text"))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a draft that a screen holds at rest."""

    state: Literal["same", "changed", "sent", "gone"]
    draft: DraftRow | None
    """as it is stored now"""
    copies: frozenset[int]
    """ids of other drafts of the same kind to the same person"""


def fate(desk: Desk, draft_id: int, rev: int) -> Fate:
    """What other programs did to the draft since it was at `rev`. Raises Locked."""
    with desk.reading() as db:
        draft = messages.draft(db, draft_id)
        if draft is None:
            return Fate("gone", None, frozenset())
        copies = frozenset(one.id for one in messages.copies(db, draft_id))
        if messages.is_sent(db, draft.uid):
            return Fate("sent", draft, copies)
    return Fate("same" if draft.rev == rev else "changed", draft, copies)


def begun_elsewhere(desk: Desk, composition: Composition) -> DraftRow | None:
    """The draft of this message, where another window has begun one. Raises Locked."""
    with desk.reading() as db:
        return messages.unsent_draft(
            db, composition.page.id, composition.kind.value, composition.target_id
        )


def others(desk: Desk, draft_id: int) -> list[DraftRow]:
    """The other copies of a draft, the latest first."""
    with desk.reading() as db:
        return messages.copies(db, draft_id)


def with_draft(composition: Composition, draft: DraftRow) -> Composition:
    """The composition as the draft has it now."""
    channel = Channel(draft.channel)
    changed = writing.with_channel(composition, channel)
    return replace(
        changed,
        subject=draft.subject,
        body=draft.body,
        template=draft.template,
        draft=draft,
        overrides=json.loads(draft.overrides) if draft.overrides else {},
    )


def conflict(
    desk: Desk, composition: Composition, mine: tuple[str, str], other: DraftRow
) -> Conflict:
    """Mine, a subject and a text, beside the other copy. What they began with is not known."""
    subject = writing.has_subject(composition)
    pairs = zip(SHAPES, mine, (other.subject if subject else mine[0], other.body), strict=True)
    both = [(shape.name, ours, theirs) for shape, ours, theirs in pairs]
    clashes = [Clash(name, None, ours, theirs) for name, ours, theirs in both if ours != theirs]
    title = f"{spec(composition.kind).label} for {composition.page.name}"
    return Conflict(
        f"{title[0].upper()}{title[1:]}",
        f"the other copy was written {moment_words(desk, other.updated)}",
        Merged({name: ours for name, ours, _ in both}, tuple(clashes), (), ()),
        SHAPES,
    )


def make_one(
    desk: Desk, mine: tuple[int, int], other: DraftRow, values: Mapping[str, str]
) -> DraftRow | None:
    """The other copy becomes the one text, and mine (an id and a rev) goes; returns it as stored.

    The other window finds its own draft with the new text. Raises Stale or Nothing when the other
    copy was changed, sent or thrown away since it was read: then both stay.
    """
    with desk.store.quiet() as db:
        text = {"subject": values["subject"], "body": values["body"]}
        messages.join_copies(
            db, mine, (other.id, other.rev), desk.now(), **text, cursor=len(values["body"])
        )
        return messages.draft(db, other.id)
