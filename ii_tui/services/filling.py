"""Filling templates: which there are for a message, and what is known of their variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ii_tui.core.dates import long_day
from ii_tui.core.finding import CheckContext
from ii_tui.core.forwarding import with_blurb
from ii_tui.core.helping import Help
from ii_tui.core.kinds import Kind
from ii_tui.core.models import MeetingRow, PersonPage, full_name
from ii_tui.core.template import Filled, Template, fill
from ii_tui.core.templates import best_template, templates_for, variants_of
from ii_tui.core.text import clean
from ii_tui.services.desk import Desk
from ii_tui.store import outcomes
from ii_tui.store.driver import Db

if TYPE_CHECKING:
    from ii_tui.services.composing import Composition


def values(desk: Desk, page: PersonPage, context: CheckContext) -> dict[str, str]:
    """The values of the variables that are known; the rest the person fills in place."""
    me, today = desk.settings.me, desk.today()
    meeting = page.planned or next(iter(page.meetings), None)
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
    if context.kind is Kind.OUTCOME:
        with desk.reading() as db:
            company, did = outcomes.company(db), help_of(db, page)
        known |= {
            "news": f"I have found a job at {company}" * bool(company),
            "their_part": did.part if did.helped else "",
        }
    if page.planned is not None and page.planned.treat:
        known["offer_to_treat"] = f"The {page.planned.format} is on me."
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
        for variant in variants_of(composition.kind)
        for template in templates_for(composition.kind, variant=variant)
    ]
    return tuple(sorted(every, key=lambda one: tie is not None and tie not in one.closeness))


def use_template(desk: Desk, composition: Composition, template: Template) -> Filled:
    """The template filled for this person; a request to be introduced with its blurb beneath."""
    known = values(desk, composition.page, composition.context)
    filled = fill(template, known)
    if template.kind is not Kind.INTRO_REQUEST:
        return filled
    blurb = fill(best_template(Kind.INTRO_BLURB, tone=template.tone), known)
    missing = dict.fromkeys((*filled.missing, *blurb.missing))
    return Filled(filled.subject, with_blurb(filled.text, blurb.text), tuple(missing))


def help_of(db: Db, page: PersonPage) -> Help:
    """What they did for the search."""
    return next((one.help for one in outcomes.helpers(db, page.id)), Help())
