"""Composing: the text to begin from, what would embarrass, and what follows once it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ii_tui.core.checks import check, visible
from ii_tui.core.dates import long_day
from ii_tui.core.finding import CheckContext, Finding
from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind, spec
from ii_tui.core.messages import Count, Tie, channel_for, kind_for_stage, measure
from ii_tui.core.models import DraftRow, MeetingRow, PersonPage, TaskRow, full_name
from ii_tui.core.names import NetworkNames
from ii_tui.core.stages import Stage
from ii_tui.core.template import Filled, Template, fill
from ii_tui.core.templates import best_template, templates_for, variant_for_task
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.services import people
from ii_tui.services.checking import check_context
from ii_tui.services.desk import Desk
from ii_tui.store import companies, contacts, messages


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

    @property
    def fixed(self) -> dict[str, object]:
        """The columns of a new draft that writing does not change."""
        interview = self.page.interview
        return {
            "kind": self.kind.value,
            "channel": self.channel.value,
            # What goes to an introducer belongs to no interview of theirs.
            "interview": None if interview is None or self.target_id else interview.id,
            "template": self.template,
            "task": None if self.task is None else self.task.uid,
            "target": self.target_id,
        }


def tie_of(page: PersonPage) -> Tie:
    """What of this person decides the next message."""
    thread = next((row.channel for row in page.timeline if row.went_to_them and row.channel), None)
    return Tie(
        closeness=page.closeness,
        connected=page.connected_on is not None,
        introduced=page.introducer_id is not None,
        has_email=bool(page.email),
        has_address=bool(page.address),
        thread=None if thread is None else Channel(thread),
    )


def choose(page: PersonPage, task: TaskRow | None = None) -> tuple[Kind, Channel]:
    """The kind and channel that fit the task, else where this person stands."""
    tie, interview = tie_of(page), page.interview
    if task is not None and task.message_kind:
        kind = Kind(task.message_kind)
    elif task is not None and task.kind == "schedule":
        kind = Kind.MEETING_REQUEST  # the time that was agreed was never written down
    elif interview is None:
        kind = kind_for_stage(Stage.IDENTIFIED, tie)
    else:
        kind = kind_for_stage(interview.stage, tie, interview.exit)
    return kind, channel_for(kind, tie)


def begin(
    desk: Desk,
    person_id: int,
    *,
    kind: Kind | None = None,
    channel: Channel | None = None,
    task: TaskRow | None = None,
    draft_id: int | None = None,
) -> Composition:
    """What the composer opens with; nothing is written yet.

    An unsent draft of the same kind is taken up again; what is owed to who introduced somebody
    goes to them, and is about that person. The names of the network are not loaded here, for that
    takes a moment: `with_names` adds them, and nothing is handed over before.
    Raises Usage for a kind that cannot go by that channel.
    """
    about: int | None = None
    if task is not None and task.message_kind in TO_INTRODUCER:
        person_id, about = _introducer(desk, person_id), person_id
    page = people.page(desk, person_id)
    with desk.reading() as db:
        draft = None if draft_id is None else messages.draft(db, draft_id)
        if draft_id is not None and draft is None:
            raise Nothing("That draft is not there any more.")
        if draft is not None:
            kind, channel = Kind(draft.kind), channel or Channel(draft.channel)
        chosen, usual = choose(page, task)
        if kind is None:
            kind, channel = chosen, channel or usual
        elif channel is None:
            channel = usual if kind is chosen else channel_for(kind, tie_of(page))
        if channel is None or channel not in spec(kind).channels:
            allowed = ", ".join(one.value for one in spec(kind).channels)
            raise Usage(f"A {spec(kind).label} goes by: {allowed}.")
        if draft is None:
            draft = messages.unsent_draft(db, person_id, kind.value, about)
        target_id = about if draft is None else draft.target_id
        context = check_context(desk, db, page, kind, channel, target_id)
    template = best_template(
        kind,
        closeness=page.closeness,
        format=context.meeting_format,
        variant=""
        if task is None
        else variant_for_task(task.kind, introduced=page.introducer_id is not None),
    )
    filled = fill(template, values(desk, page, context))
    subject = filled.subject if spec(kind).has_subject(channel) else ""
    composition = Composition(
        page=page,
        kind=kind,
        channel=channel,
        subject=subject,
        body=filled.text,
        template=template.name,
        missing=filled.missing,
        context=context,
        task=task,
        overrides={},
        why=_why(desk, page, task),
        target_id=target_id,
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


def _introducer(desk: Desk, person_id: int) -> int:
    page = people.page(desk, person_id)
    if page.introducer_id is None:
        raise Nothing(
            f"Who introduced {page.name} is not written down.", hint="e on their page says it."
        )
    return page.introducer_id


def _why(desk: Desk, page: PersonPage, task: TaskRow | None) -> str:
    if task is not None:
        return task.reason
    last = next((row for row in page.timeline if row.kind in {"received", "met", "sent"}), None)
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


# Templates


def values(desk: Desk, page: PersonPage, context: CheckContext) -> dict[str, str]:
    """The values of the variables that are known; the rest the person fills in place."""
    me, today = desk.settings.me, desk.today()
    meeting = page.planned
    known = {
        "first_name": page.greeting_name,
        "company": page.company,
        "how_known": page.how_known,
        "my_name": me.name,
        "my_first_name": me.first_name,
        "my_phone": me.phone,
        "introducer": "" if context.introducer is None else page.introducer,
        "today": f"{today:%B} {today.day}, {today.year}",
    }
    if meeting is not None:
        known |= _meeting_values(meeting)
    if context.target is not None:
        target = context.target
        known |= {
            "target_name": full_name(target.first, target.last),
            "target_first_name": target.first,
            "target_company": target.companies[0] if target.companies else "",
        }
    if meeting is not None and meeting.treat:
        known["offer_to_treat"] = f"The {meeting.format} is on me."
    return {name: clean(value, newlines=False) for name, value in known.items() if value}


def _meeting_values(meeting: MeetingRow) -> dict[str, str]:
    return {
        "meeting_day": long_day(meeting.wall.date()),
        "meeting_time": f"{meeting.wall:%H:%M}",
        "meeting_place": meeting.place,
    }


def template_choices(composition: Composition) -> tuple[Template, ...]:
    """Our templates of this kind, those that suit the tie first."""
    tie = composition.page.closeness
    every = [
        template
        for variant in ("", "second_beat", "nudge", "answer", "introduced", "no_show", "first")
        for template in templates_for(composition.kind, variant=variant)
    ]
    unique = list(dict.fromkeys(every))
    return tuple(sorted(unique, key=lambda one: tie is not None and tie not in one.closeness))


def use_template(desk: Desk, composition: Composition, template: Template) -> Filled:
    """The template filled for this person."""
    return fill(template, values(desk, composition.page, composition.context))


def save_draft(desk: Desk, composition: Composition, subject: str, text: str) -> int:
    """Keeps a text that was not typed in the app as a draft; returns its id."""
    with desk.store.quiet() as db:
        if composition.draft is None:
            return messages.add_draft(
                db,
                composition.page.id,
                desk.now(),
                **(composition.fixed | {"subject": subject, "body": text, "cursor": len(text)}),
            )
        draft = composition.draft
        return messages.save_draft(
            db, draft.id, draft.rev, desk.now(), subject=subject, body=text,
            channel=composition.channel.value,
        )[0]  # fmt: skip
