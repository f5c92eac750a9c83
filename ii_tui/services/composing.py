"""Composing: the text to begin from, what would embarrass, and what follows once it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from ii_tui.core.checks import check, visible
from ii_tui.core.choosing import (
    Fit,
    fitting,
    fitting_task,
    is_first_beat,
    is_second_beat,
    occasion,
)
from ii_tui.core.dates import long_day
from ii_tui.core.finding import CheckContext, Finding
from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind, spec
from ii_tui.core.messages import Count, Tie, channel_for, measure
from ii_tui.core.models import DraftRow, PersonPage, TaskRow, full_name
from ii_tui.core.names import NetworkNames
from ii_tui.core.templates import best_template
from ii_tui.errors import Nothing, Usage
from ii_tui.services import introducing, people
from ii_tui.services.checking import check_context
from ii_tui.services.desk import Desk
from ii_tui.services.filling import help_of, use_template
from ii_tui.services.standing import standing_of
from ii_tui.store import companies, contacts, introductions, messages


@dataclass(frozen=True, slots=True)
class Composition:
    """A message being written: to whom, what it begins from, and what checks are told."""

    page: PersonPage
    kind: Kind
    channel: Channel
    subject: str
    body: str
    template: str
    missing: tuple[str, ...]
    """variables of the template that have no value yet"""
    context: CheckContext
    task: TaskRow | None = None
    draft: DraftRow | None = None
    overrides: Mapping[str, str] | None = None
    """finding code -> the reason the person gave"""
    why: str = ""
    """one line: why now"""
    target_id: int | None = None
    """the person an introduction is about"""
    beat: str = ""
    """first beat or second beat, where a tie is warmed up in two"""

    @property
    def about(self) -> str:
        """Full name of the person an introduction is about, "" where it is about nobody else."""
        target = self.context.target
        return "" if target is None else full_name(target.first, target.last)

    @property
    def fixed(self) -> dict[str, object]:
        """The columns of a new draft that writing does not change."""
        interview = self.page.interview
        return {
            "kind": self.kind.value,
            "channel": self.channel.value,
            # What goes to an introducer belongs to no interview of theirs.
            "interview": None if interview is None or self.kind in TO_INTRODUCER else interview.id,
            "template": self.template,
            "task": None if self.task is None else self.task.uid,
            "target": self.target_id,
        }


def choose(page: PersonPage, now: datetime, task: TaskRow | None = None) -> tuple[Fit, Channel]:
    """The kind, the occasion and the channel that fit the task, else where this person stands."""
    standing = standing_of(page, now)
    if task is None:
        fit = fitting(standing)
    else:
        message = Kind(task.message_kind) if task.message_kind else None
        fit = fitting_task(task.kind, message, standing)
    return fit, channel_for(fit.kind, standing.tie)


def begin(
    desk: Desk,
    person_id: int,
    *,
    kind: Kind | None = None,
    channel: Channel | None = None,
    task: TaskRow | None = None,
    draft_id: int | None = None,
    target_id: int | None = None,
    anew: bool = False,
) -> Composition:
    """What the composer opens with; nothing is written yet.

    An unsent draft of the same kind is taken up again, unless it is begun `anew`; what is owed to
    who introduced somebody goes to them, and is about that person. `target_id` is the person an
    introduction is about. The names of the network are not loaded here, for that takes a moment:
    `with_names` adds them, and nothing is handed over before.
    Raises Usage for a kind that cannot go by that channel.
    """
    page = people.page(desk, person_id)
    if task is None and kind is None and draft_id is None:
        task = _owed_to_introducer(page, desk.now())
    if task is not None and task.message_kind in TO_INTRODUCER:
        to = introducing.introducer_of(desk, task.person_id, Kind(task.message_kind))
        target_id = task.person_id if to != task.person_id else None
        page, person_id = people.page(desk, to), to
    with desk.reading() as db:
        draft = None if draft_id is None else messages.draft(db, draft_id)
        if draft_id is not None and draft is None:
            raise Nothing("That draft is not there any more.")
        if draft is not None:
            kind, channel = Kind(draft.kind), channel or Channel(draft.channel)
        standing = standing_of(page, desk.now())
        chosen, usual = choose(page, desk.now(), task)
        fit = chosen if kind is None else occasion(kind, standing, chosen)
        if channel is None:
            channel = usual if fit is chosen else channel_for(fit.kind, standing.tie)
        kind = fit.kind
        if channel not in spec(kind).channels:
            allowed = ", ".join(one.value for one in spec(kind).channels)
            raise Usage(f"A {spec(kind).label} goes by: {allowed}.")
        about = target_id if kind in TO_INTRODUCER or kind is Kind.DECLINE else None
        if kind is Kind.DECLINE and fit.variant:
            about = introductions.named_by(db, person_id)
        elif kind is Kind.OUTCOME and help_of(db, page).introduced:
            fit = replace(fit, variant="introducer")
        elif about is not None and introductions.waits(db, person_id, about):
            fit = replace(fit, variant="nudge" if kind is Kind.INTRO_REQUEST else fit.variant)
        if draft is None and not anew:
            draft = messages.unsent_draft(db, person_id, kind.value, about)
        about = about if draft is None else draft.target_id
        context = check_context(desk, db, page, kind, channel, about)
    composition = Composition(
        page=page,
        kind=kind,
        channel=channel,
        subject="",
        body="",
        template="",
        missing=(),
        context=context,
        task=task,
        overrides={},
        why=_why(desk, page, kind, task),
        target_id=about,
        beat=_beat(fit, standing.tie),
    )
    template = best_template(
        kind,
        closeness=page.closeness,
        format=context.meeting_format,
        variant=fit.variant,
    )
    filled = use_template(desk, composition, template)
    composition = replace(
        composition,
        subject=filled.subject if spec(kind).has_subject(channel) else "",
        body=filled.text,
        template=template.name,
        missing=filled.missing,
    )
    if draft is None:
        return composition
    return replace(
        composition,
        subject=draft.subject,
        body=draft.body,
        template=draft.template,
        missing=(),
        draft=draft,
        overrides=json.loads(draft.overrides) if draft.overrides else {},
    )


def _owed_to_introducer(page: PersonPage, now: datetime) -> TaskRow | None:
    """What is owed to somebody who introduces others and has no interview of their own."""
    if page.interview is not None:
        return None
    owed = (one for one in page.for_others if one.message_kind in TO_INTRODUCER)
    return next((one for one in owed if one.opens <= now), None)


def _beat(fit: Fit, tie: Tie) -> str:
    if is_first_beat(fit, tie):
        return "first beat"
    return "second beat" if is_second_beat(fit, tie) else ""


def _why(desk: Desk, page: PersonPage, kind: Kind, task: TaskRow | None) -> str:
    """What is owed says why best, also to who writes before being asked; else what was last."""
    if task is None:
        task = next((one for one in page.tasks if one.message_kind == kind), None)
    if task is not None:
        return task.reason
    if kind is Kind.INTRO_REQUEST:
        return "The lines to forward stand beneath the request: both go out as one text."
    last = next(
        (row for row in page.timeline if row.kind in {"received", "met"} or row.went_to_them), None
    )
    if last is None:
        return page.how_known or "Nothing has gone to them yet."
    day = long_day(desk.local(last.at).date(), desk.today())
    said = {"received": "They wrote on", "met": "You met on", "sent": "You wrote on"}[last.kind]
    return f"{said} {day}." + (f' "{last.text}"' if last.text else "")


def network_names(desk: Desk) -> NetworkNames:
    """Everyone's and every company's name, indexed; for the writer thread (0.2 s at 30,000)."""
    with desk.reading() as db:
        return NetworkNames(contacts.network_names(db), companies.names(db))


def with_names(composition: Composition, names: NetworkNames) -> Composition:
    """The composition with the names of the network, so that all checks can be made."""
    return replace(composition, context=replace(composition.context, names=names))


def findings(composition: Composition, subject: str, text: str) -> tuple[Finding, ...]:
    """What would embarrass in this text, blocks first, without what was overridden."""
    return visible(check(subject, text, composition.context), composition.overrides or {})


def count(composition: Composition, subject: str, text: str) -> Count:
    """The length, the advice and the limit that stand beside the counter."""
    context = composition.context
    return measure(
        composition.kind, composition.channel, subject, text, context.limits, context.premium
    )


NEVER_SHOWN = 2**31 - 1
"""The cursor of a draft that nobody has had on a screen yet: it begins at the end."""


def save_draft(desk: Desk, composition: Composition, subject: str, text: str) -> int:
    """Keeps a text that was not typed in the app as a draft; returns its id.

    One that was is not written over: where words of it would be lost, this becomes a draft beside.
    """
    draft = composition.draft
    values = {"subject": subject, "body": text, "cursor": NEVER_SHOWN}
    with desk.store.quiet() as db:
        if draft is None or (
            draft.cursor != NEVER_SHOWN and set(draft.body.split("\n")) - set(text.split("\n"))
        ):
            return messages.add_draft(
                db, composition.page.id, desk.now(), **(composition.fixed | values)
            )
        return messages.save_draft(
            db, draft.id, draft.rev, desk.now(), **values, channel=composition.channel.value
        )[0]
