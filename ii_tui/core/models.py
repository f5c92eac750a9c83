"""Read models: frozen rows that lists, boards and pages are drawn from.

Each is filled by one query (or one a list), so that drawing never triggers a query a row.
Instants are aware UTC datetimes, days are dates; what is unknown is None or "".
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ii_tui.core.kinds import TO_INTRODUCER
from ii_tui.core.stages import Closeness, Exit, Stage
from ii_tui.lazy import dataclass


def full_name(first: str, last: str) -> str:
    """The name as a person says it."""
    return f"{first} {last}".strip()


def job_words(title: str, company: str) -> str:
    """ "Designer at Globex"; either may be unknown."""
    return " at ".join(part for part in (title, company) if part)


def who_words(person: str, company: str) -> str:
    """The person and where they work: "Ada Lovelace, Globex"."""
    return f"{person}, {company}" if company else person


class _Somebody:
    """A row that is a person."""

    __slots__ = ()
    first: str
    last: str
    title: str
    company: str

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first, self.last)

    @property
    def job(self) -> str:
        """ "Designer at Globex"; either may be unknown."""
        return job_words(self.title, self.company)


class _AboutSomebody:
    """A row about a person, who is named in it."""

    __slots__ = ()
    first: str
    last: str
    company: str

    @property
    def person(self) -> str:
        """First and last name."""
        return full_name(self.first, self.last)

    @property
    def who(self) -> str:
        """The person and where they work: "Ada Lovelace, Globex"."""
        return who_words(self.person, self.company)


@dataclass(frozen=True, slots=True)
class PersonRow(_Somebody):
    """A line in a list of people."""

    id: int
    first: str
    last: str
    title: str
    company: str
    closeness: Closeness | None
    stage: Stage | None
    exit: Exit | None
    last_touch: datetime | None
    do_not_contact: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class TieRow(_Somebody):
    """A person with what helps to remember how well one knows them."""

    id: int
    first: str
    last: str
    title: str
    company: str
    target: bool
    """whether they work at a company where I want to be"""
    closeness: Closeness | None
    connected_on: date | None
    how_known: str
    introducer: str
    tags: tuple[str, ...]
    stage: Stage | None
    """of the open interview"""
    touch: str
    """the kind of the last event between us, "" where there is none"""
    touched: datetime | None


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """One interview as the person's page shows it."""

    id: int
    uid: str
    rev: int
    stage: Stage
    exit: Exit | None
    exit_reason: str
    since: datetime
    opened: datetime
    parked_until: date | None
    both_thanks: bool
    company: str

    @property
    def where(self) -> str:
        """The stage, or how it ended."""
        return self.stage.label if self.exit is None else self.exit.label


@dataclass(frozen=True, slots=True)
class TaskRow(_AboutSomebody):
    """One thing owed, with what a list needs to draw it."""

    id: int
    uid: str
    kind: str
    person_id: int
    first: str
    last: str
    company: str
    interview_id: int | None
    stage: Stage | None
    opens: datetime
    due: date | None
    title: str
    reason: str
    message_kind: str | None
    meeting_uid: str | None
    state: str
    until: datetime | None

    @property
    def is_proposal(self) -> bool:
        """Whether it only proposes to close, as what went quiet is."""
        return self.kind == "close"


@dataclass(frozen=True, slots=True)
class CardRow(_Somebody):
    """A card on the board, or in its drawer of exits."""

    interview_id: int
    person_id: int
    first: str
    last: str
    title: str
    company: str
    stage: Stage
    exit: Exit | None
    exit_reason: str
    since: datetime
    parked_until: date | None
    introducer: str
    """name of who introduced them, "" where nobody did"""
    next_meeting: datetime | None
    last_sent: datetime | None
    last_channel: str
    last_message_kind: str
    task: TaskRow | None
    """the most urgent thing owed here, opened or not"""
    do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Something that happened with a person: an event, a message or a note."""

    id: int
    source: str
    """event or note"""
    kind: str
    at: datetime
    message_kind: str | None
    channel: str | None
    answer: str | None
    until: date | None
    stage_from: str | None
    stage_to: str | None
    text: str
    subject: str
    body: str
    """the message that went out, where the event is one"""

    @property
    def went_to_them(self) -> bool:
        """Whether it was sent to them, and not to who introduced them."""
        aside = self.message_kind in TO_INTRODUCER and not self.body
        return self.kind == "sent" and not aside


@dataclass(frozen=True, slots=True)
class MeetingRow(_AboutSomebody):
    """A meeting, coming or past."""

    id: int
    uid: str
    rev: int
    person_id: int
    first: str
    last: str
    company: str
    email: str
    interview_id: int | None
    wall: datetime
    """naive: what the clock on the wall shows in `zone`"""
    zone: str
    fold: int
    utc: datetime
    minutes: int
    format: str
    place: str
    treat: bool
    state: str
    sequence: int
    invite_sequence: int | None

    @property
    def ends(self) -> datetime:
        """When it is over, aware UTC."""
        return self.utc + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class DraftRow(_AboutSomebody):
    """A text being written, or written and copied."""

    id: int
    uid: str
    rev: int
    person_id: int
    first: str
    last: str
    company: str
    interview_id: int | None
    kind: str
    channel: str
    subject: str
    body: str
    cursor: int
    template: str
    task_uid: str | None
    target_id: int | None
    overrides: str
    """JSON object of finding code -> the reason it was overridden for"""
    created: datetime
    updated: datetime
    copied: datetime | None


@dataclass(frozen=True, slots=True)
class MessageRow(_AboutSomebody):
    """A message that went out."""

    id: int
    uid: str
    person_id: int
    first: str
    last: str
    company: str
    kind: str
    channel: str
    subject: str
    body: str
    sent: datetime


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """An introduction, seen from either of the two people it is between."""

    id: int
    uid: str
    introducer_id: int
    introducer: str
    """full name"""
    person_id: int
    person: str
    """full name of who is wanted"""
    interview_id: int | None
    state: str
    """named, asked, agreed, introduced, met, thanked, declined"""
    at: datetime
    """when it came to that"""

    @property
    def pending(self) -> bool:
        """Whether the introducer may still bring both together."""
        return self.state in {"named", "asked", "agreed"}

    @property
    def words(self) -> str:
        """What it is, in a sentence that fits both pages."""
        if self.state == "named":
            return f"{self.introducer} sent you to {self.person}"
        does = {
            "asked": "may introduce",
            "agreed": "will introduce",
            "introduced": "introduced",
            "declined": "would rather not introduce",
        }.get(self.state, "brought")  # who only gave a name has brought us together as well
        return f"{self.introducer} {does} you to {self.person}"


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A line in the list of companies."""

    id: int
    uid: str
    rev: int
    name: str
    target: bool
    motivation: int | None
    posting: int | None
    people: int
    interviews: int
    open_interviews: int


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """A company with the people there and the interviews there."""

    row: CompanyRow
    website: str
    notes: str
    people: tuple[PersonRow, ...]
    past_people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PersonPage(_Somebody):
    """Everything about one person."""

    id: int
    uid: str
    rev: int
    first: str
    last: str
    greeting: str
    title: str
    company_id: int | None
    company: str
    email: str
    phone: str
    slug: str
    url: str
    zone: str
    country: str
    address: str
    closeness: Closeness | None
    how_known: str
    introducer_id: int | None
    introducer: str
    connected_on: date | None
    cadence_days: int | None
    do_not_contact: bool
    archived: datetime | None
    employer_seen: date | None
    """when an import last said where they work"""
    tags: tuple[str, ...]
    extra: tuple[tuple[str, str], ...]
    past_companies: tuple[str, ...]
    interviews: tuple[InterviewRow, ...]
    """newest first"""
    tasks: tuple[TaskRow, ...]
    timeline: tuple[TimelineRow, ...]
    """newest first"""
    meetings: tuple[MeetingRow, ...]
    drafts: tuple[DraftRow, ...]
    introductions: tuple[IntroductionRow, ...] = ()
    """by them and to them, newest first"""
    for_others: tuple[TaskRow, ...] = ()
    """what is owed in interviews with those whom they introduce, and concerns them"""

    @property
    def greeting_name(self) -> str:
        """What a letter calls them."""
        return self.greeting or self.first

    @property
    def blocked_why(self) -> str:
        """Why they are not to be contacted, as it was said; "" where nobody said."""
        return next((row.text for row in self.timeline if row.kind == "blocked"), "")

    @property
    def planned(self) -> MeetingRow | None:
        """The meeting that stands, over or not, as long as nobody said what became of it."""
        return next((meeting for meeting in self.meetings if meeting.state == "planned"), None)

    @property
    def interview(self) -> InterviewRow | None:
        """The open interview, else the latest one."""
        return next((i for i in self.interviews if i.exit is None), None) or next(
            iter(self.interviews), None
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search over everything."""

    kind: str
    """person, company, note, message"""
    id: int
    person_id: int | None
    title: str
    detail: str
