"""The tables as peewee models. They are bound to no database: every query is given one.

The schema itself is made by the migrations; a test holds the two against each other. Rows are
changed through `rows.update_row` only: `Model.save()` writes every column and loses edits.
"""

from __future__ import annotations

from ii_tui.store.writer import pw


class Row(pw.Model):
    """A row with the integer key that the program and the command line use."""

    id = pw.AutoField()

    class Meta:
        legacy_table_names = False


class Kept(Row):
    """A row that a person edits: `uid` is kept in exports, `rev` rises with every change."""

    uid = pw.TextField()
    rev = pw.IntegerField(default=1)


class Company(Kept):
    """An employer: a target of the search or simply where somebody works."""

    name = pw.TextField()
    folded = pw.TextField()
    website = pw.TextField(default="")
    notes = pw.TextField(default="")
    target = pw.IntegerField(default=0)
    motivation = pw.IntegerField(null=True)
    posting = pw.IntegerField(null=True)
    created = pw.TextField()


class Contact(Kept):
    """A person. `source_*` is what the last import said, so that typed words win over it."""

    first = pw.TextField()
    last = pw.TextField(default="")
    greeting = pw.TextField(default="")
    sort = pw.TextField()
    company = pw.ForeignKeyField(Company, null=True, column_name="company_id")
    title = pw.TextField(default="")
    email = pw.TextField(default="")
    phone = pw.TextField(default="")
    slug = pw.TextField(null=True)
    url = pw.TextField(default="")
    zone = pw.TextField(default="")
    country = pw.TextField(default="")
    address = pw.TextField(default="")
    closeness = pw.TextField(null=True)
    how_known = pw.TextField(default="")
    introduced_by = pw.ForeignKeyField("self", null=True, column_name="introduced_by")
    connected_on = pw.TextField(null=True)
    cadence_days = pw.IntegerField(null=True)
    do_not_contact = pw.IntegerField(default=0)
    archived = pw.TextField(null=True)
    source = pw.TextField(default="")
    source_first = pw.TextField(default="")
    source_last = pw.TextField(default="")
    source_company = pw.TextField(default="")
    source_title = pw.TextField(default="")
    source_email = pw.TextField(default="")
    employer_seen = pw.TextField(null=True)
    extra = pw.TextField(default="")
    created = pw.TextField()


class Employment(Row):
    """A past employer of a person."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    company = pw.ForeignKeyField(Company, column_name="company_id")
    title = pw.TextField(default="")
    ended = pw.TextField()


class ContactTag(Row):
    """One tag of one person."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    tag = pw.TextField()


class Interview(Kept):
    """One informational interview; open while `exit` is null, at most one open a person."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    company = pw.ForeignKeyField(Company, null=True, column_name="company_id")
    stage = pw.TextField()
    exit = pw.TextField(null=True)
    exit_reason = pw.TextField(default="")
    since = pw.TextField()
    parked_until = pw.TextField(null=True)
    both_thanks = pw.IntegerField(default=0)
    reach_out_on = pw.TextField(null=True)
    opened = pw.TextField()


class Meeting(Kept):
    """A meeting as wall time, zone and fold, with the UTC instant that follows from them."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    wall = pw.TextField()
    zone = pw.TextField()
    fold = pw.IntegerField(default=0)
    utc = pw.TextField()
    minutes = pw.IntegerField(default=30)
    format = pw.TextField(default="coffee")
    place = pw.TextField(default="")
    treat = pw.IntegerField(default=0)
    state = pw.TextField(default="planned")
    sequence = pw.IntegerField(default=0)
    invite_sequence = pw.IntegerField(null=True)
    invite_at = pw.TextField(null=True)
    stamp = pw.TextField()


class Message(Kept):
    """A message that went out. Its uid is that of the draft it was written as."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    kind = pw.TextField()
    channel = pw.TextField()
    subject = pw.TextField(default="")
    body = pw.TextField(default="")
    overrides = pw.TextField(default="")
    sent = pw.TextField()


class Event(Row):
    """Something that happened; ordered by (at, id)."""

    uid = pw.TextField()
    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    kind = pw.TextField()
    at = pw.TextField()
    recorded = pw.TextField()
    message_kind = pw.TextField(null=True)
    channel = pw.TextField(null=True)
    answer = pw.TextField(null=True)
    until = pw.TextField(null=True)
    stage_from = pw.TextField(null=True)
    stage_to = pw.TextField(null=True)
    meeting = pw.ForeignKeyField(Meeting, null=True, column_name="meeting_id")
    message = pw.ForeignKeyField(Message, null=True, column_name="message_id")
    text = pw.TextField(default="")


class Note(Kept):
    """A note on a person, a company or an interview."""

    contact = pw.ForeignKeyField(Contact, null=True, column_name="contact_id")
    company = pw.ForeignKeyField(Company, null=True, column_name="company_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    at = pw.TextField()
    text = pw.TextField()


class Introduction(Kept):
    """Who introduced, or was asked to introduce, whom, and how far it has come."""

    introducer = pw.ForeignKeyField(Contact, column_name="introducer_id")
    person = pw.ForeignKeyField(Contact, column_name="person_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    state = pw.TextField()
    at = pw.TextField()


class Promise(Kept):
    """Something that one side promised."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    mine = pw.IntegerField(default=1)
    text = pw.TextField()
    due = pw.TextField(null=True)
    done = pw.TextField(null=True)


class Task(Row):
    """What is owed (computed by core/owed.py) and what the person decided about it.

    `live` says that the rules owe it now; `state` is open, done, skipped or snoozed.
    """

    uid = pw.TextField()
    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    kind = pw.TextField()
    cause = pw.TextField()
    opens = pw.TextField()
    due = pw.TextField(null=True)
    title = pw.TextField()
    reason = pw.TextField(default="")
    meeting = pw.TextField(null=True)
    message_kind = pw.TextField(null=True)
    moot = pw.TextField(null=True)
    live = pw.IntegerField(default=1)
    state = pw.TextField(default="open")
    until = pw.TextField(null=True)
    settled = pw.TextField(null=True)


class Draft(Kept):
    """A text being written, autosaved outside undo; sent when a message has its uid."""

    contact = pw.ForeignKeyField(Contact, column_name="contact_id")
    interview = pw.ForeignKeyField(Interview, null=True, column_name="interview_id")
    kind = pw.TextField()
    channel = pw.TextField()
    subject = pw.TextField(default="")
    body = pw.TextField(default="")
    cursor = pw.IntegerField(default=0)
    template = pw.TextField(default="")
    task = pw.TextField(null=True)
    target = pw.ForeignKeyField(Contact, null=True, column_name="target_id")
    overrides = pw.TextField(default="")
    created = pw.TextField()
    updated = pw.TextField()
    copied = pw.TextField(null=True)


class Setting(Row):
    """A setting that belongs to the database, not to the machine; the value is JSON."""

    key = pw.TextField()
    value = pw.TextField()


class ImportRun(Row):
    """The receipt of one import."""

    uid = pw.TextField()
    at = pw.TextField()
    source = pw.TextField()
    name = pw.TextField(default="")
    new = pw.IntegerField(default=0)
    updated = pw.IntegerField(default=0)
    unchanged = pw.IntegerField(default=0)
    rejected = pw.IntegerField(default=0)
    report = pw.TextField(default="")


MODELS: tuple[type[Row], ...] = (
    Company,
    Contact,
    Employment,
    ContactTag,
    Interview,
    Meeting,
    Message,
    Event,
    Note,
    Introduction,
    Promise,
    Task,
    Draft,
    Setting,
    ImportRun,
)
