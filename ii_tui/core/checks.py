"""What stops an embarrassment: everything a message is held against before it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Literal

from ii_tui.core.finding import (
    BLOCK,
    WARN,
    CheckContext,
    Finding,
    Person,
    SentNearby,
    Touch,
)
from ii_tui.core.formats import REMOTE
from ii_tui.core.forwarding import apart, blurb_at
from ii_tui.core.kinds import LEADS_TO, SPECS, Channel, Kind
from ii_tui.core.mentions import Field, check_mentions
from ii_tui.core.messages import measure, subject_limit, text_limit
from ii_tui.core.names import NetworkNames, company_tokens
from ii_tui.core.salutation import check_salutation
from ii_tui.core.text import utf16_units
from ii_tui.core.tokens import tokenise
from ii_tui.core.wording import (
    bare_zones,
    first_person,
    job_asks,
    leftovers,
    likeness,
    meeting_asks,
    resumes,
    search_talk,
    unfinished,
    unplaced_times,
)

__all__ = [
    "BLOCK",
    "OPENERS",
    "WARN",
    "CheckContext",
    "Finding",
    "NetworkNames",
    "Person",
    "SentNearby",
    "Touch",
    "blocks",
    "check",
    "visible",
]

OPENERS = frozenset(
    {
        Kind.LINKEDIN_NOTE,
        Kind.LINKEDIN_MESSAGE,
        Kind.INMAIL,
        Kind.RECONNECT,
        Kind.INTRO_REQUEST,
        Kind.MEETING_REQUEST,
        Kind.FOLLOW_UP,
        Kind.CHECK_IN,
        Kind.SHARE,
        Kind.OUTCOME,
    }
)
"""Kinds that nothing calls for but ourselves: sent too soon they press, sent twice they copy"""

_ALIKE_ANYWAY = frozenset(
    {Kind.CONFIRMATION, Kind.INVITE_TEXT, Kind.RUNNING_LATE, Kind.RESCHEDULE, Kind.INTRO_BLURB}
)
"""Kinds that read alike for everyone, and may"""

MOST = 100
"""findings of one kind that are told: a book that was pasted by mistake has thousands"""

_NEAR = 0.5
"""from this likeness on two colleagues would notice"""


def check(subject: str, text: str, ctx: CheckContext) -> tuple[Finding, ...]:
    """Everything that blocks or warns, blocks first, each in the order of the text.

    Offsets are code points into the field that the finding names. Of one kind in one field no more
    than `MOST` are told: what follows comes when those are mended.
    """
    found = [
        *_physical(subject, text, ctx),
        *_leftover(subject, text, ctx),
        *_names(subject, text, ctx),
        *_wording(subject, text, ctx),
        *_history(text, ctx),
    ]
    found.sort(key=_order)
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for one in found:
        seen[one.field, one.code] += 1
        if seen[one.field, one.code] <= MOST:
            kept.append(one)
    return tuple(kept)


def blocks(findings: Collection[Finding]) -> tuple[Finding, ...]:
    """Those that stop the message from leaving."""
    return tuple(one for one in findings if one.level == BLOCK)


def visible(findings: Collection[Finding], overridden: Collection[str]) -> tuple[Finding, ...]:
    """Those still standing when the warnings with the codes in `overridden` were answered.

    `overridden` may be a mapping of code to reason. A block cannot be overridden.
    """
    return tuple(one for one in findings if one.level == BLOCK or one.code not in overridden)


def _order(one: Finding) -> tuple[bool, bool, int, int, str]:
    return one.level != BLOCK, one.field != "subject", one.start, one.end, one.code


def _physical(subject: str, text: str, ctx: CheckContext) -> Iterator[Finding]:
    """Nothing written, too much for the channel, or nobody to be written to."""
    name = ctx.recipient.greeting or ctx.recipient.first or "This person"
    if ctx.do_not_contact:
        yield Finding(BLOCK, "do_not_contact", 0, 0, f"{name} is marked as do not contact.")
    if ctx.target_do_not_contact and ctx.target is not None and ctx.kind in LEADS_TO:
        yield Finding(
            BLOCK, "do_not_contact", 0, 0,
            f"{ctx.target.first} is marked as do not contact: no introduction either.",
        )  # fmt: skip
    if not text.strip():
        yield Finding(BLOCK, "empty", 0, 0, "There is no text yet.")
        return
    if ctx.kind is Kind.INTRO_REQUEST:
        yield from _blurb(text, ctx)
    shape = SPECS[ctx.kind]
    count = measure(ctx.kind, ctx.channel, subject, text, ctx.limits, ctx.premium)
    limit = text_limit(ctx.channel, ctx.limits, ctx.premium)
    over = limit is not None and count.characters > limit
    if limit is not None and over:
        why = f"{count.characters} characters; {ctx.channel.label} takes {limit}."
        yield Finding(BLOCK, "over_limit", _at_unit(text, limit), len(text), why)
    title = subject_limit(ctx.channel, ctx.limits)
    if title is not None and count.subject_characters > title:
        why = f"The subject has {count.subject_characters} characters; it takes {title}."
        yield Finding(BLOCK, "over_limit", _at_unit(subject, title), len(subject), why, "subject")
    if (count.short or count.long) and not over:
        why = f"{count.count} {count.unit}; {count.advised} read best."
        yield Finding(WARN, "length", 0, 0, why)
    if shape.sentences and not shape.sentences[0] <= count.sentences <= shape.sentences[1]:
        sentences = f"{count.sentences} sentence{'s' * (count.sentences != 1)}"
        yield Finding(WARN, "sentences", 0, 0, f"{sentences}; {count.sentences_advised} fit.")
    if ctx.channel is Channel.EMAIL and not ctx.has_email:
        yield Finding(WARN, "no_email", 0, 0, f"No e-mail address of {name} is known.")
    if ctx.channel is Channel.CARD and not ctx.address_known:
        why = f"No postal address of {name} is known; the envelope stays blank."
        yield Finding(WARN, "no_address", 0, 0, why)


def _blurb(text: str, ctx: CheckContext) -> Iterator[Finding]:
    """What is forwarded must stand alone: short, and about me in the third person."""
    blurb, at = apart(text)[1], blurb_at(text)
    count = measure(Kind.INTRO_BLURB, ctx.channel, "", blurb, ctx.limits, ctx.premium)
    if count.long:
        why = f"To forward: {count.count} {count.unit}; {count.advised} read best."
        yield Finding(WARN, "blurb_length", at, len(text), why)
    for start, end in first_person(blurb):
        why = "They forward this as it stands: write of yourself in the third person."
        yield Finding(WARN, "blurb_person", at + start, at + end, why)
        break


def _at_unit(text: str, units: int) -> int:
    """The index of the first character that no longer fits into so many UTF-16 units."""
    used = 0
    for index, char in enumerate(text):
        used += utf16_units(char)
        if used > units:
            return index
    return len(text)


def _leftover(subject: str, text: str, ctx: CheckContext) -> Iterator[Finding]:
    """Placeholders; brackets that a company's own name holds are none ("[24]7.ai")."""
    literals = [
        name
        for person in ctx.people()
        for name in (*person.companies, person.first, person.last, person.greeting)
        if "[" in name and not name.startswith("{") and name not in leftover_words(name)
    ]
    for field, value in _fields(subject, text, ctx):
        for start, end in leftovers(value):
            if any(_covers(value, name, start, end) for name in literals):
                continue
            what = value[start:end]
            why = f"{what} is still to be filled in."
            if any(what in name for person in ctx.people() for name in (person.first, person.last)):
                why = f"{what} is part of a name: set a greeting name without it."
            yield Finding(BLOCK, "placeholder", start, end, why, field)
        holes = leftovers(value)
        for start, end in unfinished(value):
            if not any(low < end and start < high for low, high in holes):
                why = f"{value[start:end]} looks like a place still to be filled in."
                yield Finding(WARN, "unfinished", start, end, why, field)


def leftover_words(name: str) -> list[str]:
    """The parts of a name that look like placeholders."""
    return [name[start:end] for start, end in leftovers(name)]


def _covers(text: str, name: str, start: int, end: int) -> bool:
    at = text.find(name)
    while at >= 0:
        if at <= start and end <= at + len(name):
            return True
        at = text.find(name, at + 1)
    return False


def _fields(
    subject: str, text: str, ctx: CheckContext
) -> Iterator[tuple[Literal["text", "subject"], str]]:
    if subject and SPECS[ctx.kind].has_subject(ctx.channel):
        yield "subject", subject
    yield "text", text


def _names(subject: str, text: str, ctx: CheckContext) -> Iterator[Finding]:
    """Who is greeted, and who else is named."""
    tokens = tokenise(text)
    greetings = check_salutation(text, tokens, ctx)
    for greeting in greetings:
        yield from greeting.findings
    answered = [(one.start, one.end) for one in greetings if one.findings]
    fields = [Field("text", text, tokens, answered)]
    if subject and SPECS[ctx.kind].has_subject(ctx.channel):
        fields.append(Field("subject", subject, tokenise(subject), []))
    yield from check_mentions(fields, ctx)


def _wording(subject: str, text: str, ctx: CheckContext) -> Iterator[Finding]:
    """What is asked for, and when."""
    # The news of a job that is found asks for none, though it may be the first word to somebody.
    opening = ctx.first_message and ctx.kind is not Kind.OUTCOME
    for field, value in _fields(subject, text, ctx):
        if opening:
            for start, end in job_asks(value):
                why = "A first message that asks for work or brings a résumé is easy to refuse."
                yield Finding(WARN, "job_ask", start, end, why, field)
        elif ctx.kind is Kind.MEETING_REQUEST:
            for start, end in resumes(value):
                why = "Leave the résumé out; bring it, and show it when asked."
                yield Finding(WARN, "job_ask", start, end, why, field)
        if ctx.first_beat:
            said = job_asks(value) if opening else []
            for start, end in search_talk(value):
                if not any(start < until and since < end for since, until in said):
                    why = "Leave this for the second beat, once they have answered."
                    yield Finding(WARN, "search_too_soon", start, end, why, field)
        zones = bare_zones(value)
        for start, end in zones:
            why = f"{value[start:end]} is more than one zone: name a city, or the offset."
            yield Finding(WARN, "ambiguous_time", start, end, why, field)
        apart = ctx.mine_zone and ctx.theirs_zone and ctx.mine_zone != ctx.theirs_zone
        # Where they meet in person, one time is everybody's.
        if apart and (ctx.meeting_format in REMOTE or not ctx.meeting_format):
            for start, end in unplaced_times(value, (ctx.mine_zone, ctx.theirs_zone)):
                why = f"{value[start:end]} for whom? You are in different zones: name the city."
                yield Finding(WARN, "ambiguous_time", start, end, why, field)
    if ctx.kind is Kind.LINKEDIN_NOTE:
        for start, end in meeting_asks(text):
            why = "A note that asks to meet is accepted less often; ask once you are connected."
            yield Finding(WARN, "asks_to_meet", start, end, why)


def _history(text: str, ctx: CheckContext) -> Iterator[Finding]:
    """What was sent before, to them and to those beside them."""
    if ctx.kind not in _ALIKE_ANYWAY:
        for sent in ctx.sent_nearby:
            if likeness(text, sent.text) >= _NEAR:
                why = f"{sent.person}, at the same company, got nearly this text on {sent.when}."
                yield Finding(WARN, "near_same", 0, 0, why)
                break
    if ctx.kind in OPENERS:
        yield from _too_soon(ctx)
    if ctx.kind is Kind.FOLLOW_UP and ctx.follow_ups_sent:
        yield Finding(
            WARN, "second_follow_up", 0, 0, "You followed up once already; once is enough."
        )
    if ctx.employer_stale:
        start, end = _employer(text, ctx)
        where = ctx.recipient.companies[0] if ctx.recipient.companies else "their company"
        why = f"Are they still at {where}? That entry is old."
        yield Finding(WARN, "stale_employer", start, end, why)
    if ctx.channel is Channel.LINKEDIN_INVITATION and not ctx.premium:
        month = ctx.limits.notes_a_month
        if ctx.notes_this_month >= month:
            why = f"{ctx.notes_this_month} notes this month; a basic account has about {month}."
            yield Finding(WARN, "notes_month", 0, 0, why)


def _too_soon(ctx: CheckContext) -> Iterator[Finding]:
    answered = min((one.days_ago for one in ctx.recent if one.received), default=None)
    sent = min((one.days_ago for one in ctx.recent if not one.received), default=None)
    waiting = sent is not None and (answered is None or sent < answered)
    if sent is not None and waiting and sent <= ctx.limits.recent_days:
        ago = {0: "today", 1: "yesterday"}.get(sent, f"{sent} days ago")
        yield Finding(WARN, "recent", 0, 0, f"A message went to them {ago}, still unanswered.")
    if ctx.second_person is not None and ctx.kind is not Kind.FOLLOW_UP:
        name, silent = ctx.second_person
        wait = ctx.limits.second_person_after
        if silent < wait:
            days = f"{silent} business day{'s' * (silent != 1)}"
            why = f"{name}, at the same company, has had {days} to answer; {wait} are fair."
            yield Finding(WARN, "second_person", 0, 0, why)


def _employer(text: str, ctx: CheckContext) -> tuple[int, int]:
    """Where the text names the recipient's company; (0, 0) where it does not."""
    if not ctx.recipient.companies:
        return 0, 0
    wanted = company_tokens(ctx.recipient.companies[0])
    tokens = tokenise(text)
    for at in range(len(tokens) - len(wanted) + 1):
        part = tokens[at : at + len(wanted)]
        if wanted and [token.folded for token in part] == wanted:
            return part[0].start, part[-1].end
    return 0, 0
