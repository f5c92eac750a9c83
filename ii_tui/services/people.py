"""People: listed, opened, added from one line, edited, sorted by closeness, archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ii_tui.core.dates import instant_text
from ii_tui.core.models import PersonPage, PersonRow, full_name
from ii_tui.core.profile import email_of, profile_url, slug_of
from ii_tui.core.quickadd import QuickAdd, keys_of, parse_quick
from ii_tui.core.stages import Closeness
from ii_tui.core.text import clean
from ii_tui.core.zones import zone_named
from ii_tui.errors import Nothing, Usage
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.store import companies, contacts, pages
from ii_tui.store.contacts import Filter as Filter
from ii_tui.store.rows import add_row, change_row, update_row
from ii_tui.store.tables import Contact, ContactTag, Employment, Note

EDITABLE: tuple[tuple[str, str], ...] = (
    ("first", "First name"),
    ("last", "Last name"),
    ("greeting", "Greeting name"),
    ("company", "Company"),
    ("title", "Title"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("url", "LinkedIn"),
    ("how_known", "How I know them"),
    ("introduced_by", "Introduced by"),
    ("zone", "Time zone"),
    ("country", "Country"),
    ("address", "Address"),
    ("cadence_days", "Check in every (days)"),
    ("tags", "Tags"),
)
"""What the person's form edits: (name, label), in its order."""


@dataclass(frozen=True, slots=True)
class People:
    """A filtered list of people as a window source: counted, sliced and searched by position."""

    desk: Desk
    wanted: Filter = field(default_factory=Filter)

    def count(self) -> int:
        """How many people fit."""
        with self.desk.reading() as db:
            return contacts.count(db, self.wanted)

    def window(self, offset: int, limit: int) -> Sequence[PersonRow]:
        """People `offset` to `offset + limit` by name."""
        with self.desk.reading() as db:
            return contacts.window(db, self.wanted, offset, limit)

    def position(self, key: object) -> int | None:
        """Where the person of this id stands; None when not in the list."""
        with self.desk.reading() as db:
            return contacts.position(db, self.wanted, int(str(key)))


def page(desk: Desk, person_id: int) -> PersonPage:
    """Everything about one person; raises Nothing when there is nobody of that id."""
    with desk.reading() as db:
        found = pages.person(db, person_id, desk.now())
    if found is None:
        raise Nothing("That person is not here any more.", hint="Perhaps an undo took them back.")
    return found


def resolve(desk: Desk, words: str) -> int:
    """The id of the one person that `words` names; see the command line contract for PERSON.

    Raises Nothing when nobody fits, Usage with the candidates when several do.
    """
    with desk.reading() as db:
        found = contacts.resolve(db, words)
        if len(found) == 1:
            return found[0]
        rows = contacts.rows(db, found) if found else []
    shown = clean(words, newlines=False)
    if not rows:
        raise Nothing(
            f'Nobody here is called "{shown}".',
            hint="Try part of the name, an e-mail address, or `ii-tui search`.",
        )
    lines = "\n".join(
        f"  {row.id}  {row.name}" + (f", {row.company}" if row.company else "") for row in rows
    )
    raise Usage(f'Several people fit "{shown}":\n{lines}', hint="\nName one by its number.")


# Adding


def quick_add(desk: Desk, line: str) -> tuple[int, bool]:
    """Adds the person that one line describes; returns (id, whether they are new).

    A known profile, address, or name at the same company gives the person who is there.
    """
    try:
        person = parse_quick(line)
    except Usage:
        # A profile or an address alone says enough of someone who is here.
        slug, email = keys_of(line)
        with desk.reading() as db:
            found = contacts.find_known(db, slug, email, "", "")
        if found is None:
            raise
        return found, False
    return add_person(desk, person)


def add_person(
    desk: Desk,
    person: QuickAdd,
    *,
    closeness: Closeness | None = None,
    introduced_by: int | None = None,
) -> tuple[int, bool]:
    """Adds one person unless they are known; returns (id, whether they are new)."""
    name = full_name(person.first, person.last)
    with desk.act(f"Added {name}") as act:
        found = known(act, person)
        if found is not None:
            return found, False
        return add_within(act, person, closeness=closeness, introduced_by=introduced_by), True


def known(act: Act, person: QuickAdd) -> int | None:
    """The person a quick add means, where they are here already."""
    return contacts.find_known(
        act.db,
        person.slug,
        person.email,
        contacts.sort_key(person.first, person.last),
        person.company,
    )


def add_within(
    act: Act,
    person: QuickAdd,
    *,
    closeness: Closeness | None = None,
    introduced_by: int | None = None,
) -> int:
    """Adds one person within a running act; returns the id."""
    when = instant_text(act.now)
    person_id = add_row(
        act.db,
        Contact,
        first=person.first,
        last=person.last,
        sort=contacts.sort_key(person.first, person.last),
        company=companies.find_or_add(act.db, person.company, when),
        title=person.title,
        email=person.email,
        phone=person.phone,
        slug=person.slug or None,
        url=person.url,
        closeness=None if closeness is None else closeness.value,
        introduced_by=introduced_by,
        created=when,
    )
    act.touch_contact(person_id)
    return person_id


# Editing


class Refused(Usage):
    """Values that the form cannot take: `fields` says for each what is wrong with it."""

    code = "refused"

    def __init__(self, fields: Mapping[str, Usage]) -> None:
        first = next(iter(fields.values()))
        super().__init__(first.message, hint=first.hint)
        self.fields = {name: str(error) for name, error in fields.items()}


def edit(desk: Desk, person_id: int, rev: int, changed: Mapping[str, str]) -> str:
    """Changes what the form changed; returns what happened, in words.

    Fields are those of EDITABLE, as typed. Raises Refused for values that cannot be taken,
    Stale when the person was changed elsewhere since `rev`; then nothing is changed.
    """
    with desk.act("Edited a person") as act:
        before = pages.person(act.db, person_id, act.now)
        if before is None:
            raise Nothing("That person is not here any more.")
        values = _columns(act, before, changed)
        if "company" in values and before.company_id and values["company"] != before.company_id:
            add_row(
                act.db,
                Employment,
                contact=person_id,
                company=before.company_id,
                title=before.title,
                ended=desk.today().isoformat(),
            )
        if "company" in values or "title" in values:
            values["employer_seen"] = desk.today().isoformat()
        tags = values.pop("tags", None)
        update_row(act.db, Contact, person_id, rev, **values)
        if tags is not None:
            _write_tags(act, person_id, tags)
        act.touch_contact(person_id)
        first, last = values.get("first", before.first), values.get("last", before.last)
        act.name = f"Edited {full_name(first, last)}"
        return act.name


def _columns(act: Act, before: PersonPage, changed: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    refused: dict[str, Usage] = {}
    for name, typed in changed.items():
        text = clean(typed, newlines=name in {"address", "how_known"}).strip()
        try:
            values.update(_column(act, before, name, text))
        except Usage as error:
            refused[name] = error
    if "first" in values or "last" in values:
        first, last = values.get("first", before.first), values.get("last", before.last)
        if not full_name(first, last):
            refused["first"] = Usage("A person needs a name.", hint="Type a first or a last name.")
        values["sort"] = contacts.sort_key(first, last)
    if refused:
        raise Refused(refused)
    return values


def _column(act: Act, before: PersonPage, name: str, text: str) -> dict[str, Any]:
    """The columns that one field of the form sets."""
    match name:
        case "company":
            return {"company": companies.find_or_add(act.db, text, instant_text(act.now))}
        case "introduced_by":
            return {"introduced_by": _introducer(act, before.id, text)}
        case "cadence_days":
            return {"cadence_days": _days(text)}
        case "zone":
            return {"zone": zone_named(text) if text else ""}
        case "url":
            slug = slug_of(text)
            _only_once(act, before.id, slug)
            return {"slug": slug or None, "url": profile_url(slug) if slug else text}
        case "email":
            return {"email": _email(text)}
        case "tags":
            return {"tags": tuple(part.strip() for part in text.split(",") if part.strip())}
        case _:
            return {name: text}


def _introducer(act: Act, person_id: int, text: str) -> int | None:
    if not text:
        return None
    found = [i for i in contacts.resolve(act.db, text) if i != person_id]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Usage(f'"{text}" is not one of your contacts.', hint="Add them first.")
    names = ", ".join(f"{row.name} ({row.id})" for row in contacts.rows(act.db, found))
    raise Usage(f'Several people fit "{text}": {names}.', hint="Type the number.")


def _days(text: str) -> int | None:
    if not text:
        return None
    number = contacts.row_number(text)
    if number is None or not 1 <= number <= 3650:
        raise Usage(f"{text!r} is not a number of days.", hint="Type a number such as 120.")
    return number


def _email(text: str) -> str:
    found = email_of(text)
    if text and not found:
        raise Usage(f"{text!r} is not an e-mail address.", hint="Write it like ada@example.org.")
    return found


def _only_once(act: Act, person_id: int, slug: str) -> None:
    other = contacts.find_known(act.db, slug, "", "", "") if slug else None
    if other is not None and other != person_id:
        name = contacts.rows(act.db, [other])[0].name
        raise Usage(
            f"That profile belongs to {name} already.", hint="Open them, or clear it there."
        )


def set_tags(desk: Desk, person_id: int, tags: Sequence[str]) -> str:
    """Gives the person exactly these tags."""
    with desk.act("Changed tags") as act:
        name = name_of(act, person_id)
        cleaned = (clean(tag, newlines=False) for tag in tags)
        _write_tags(act, person_id, tuple(tag for tag in cleaned if tag))
        act.name = f"Tagged {name}"
        return act.name


def _write_tags(act: Act, person_id: int, tags: Sequence[str]) -> None:
    before = {
        row[0] for row in act.db.rows("SELECT tag FROM contact_tag WHERE contact_id = ?", person_id)
    }
    wanted = set(tags)
    for tag in sorted(before - wanted):
        act.db.run("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", person_id, tag)
    for tag in sorted(wanted - before):
        add_row(act.db, ContactTag, contact=person_id, tag=tag)
    if wanted != before:
        # The form shows tags as one of the person's fields: who has it open is stale now.
        change_row(act.db, Contact, person_id)
    act.touch_contact(person_id)


def set_closeness(desk: Desk, person_id: int, closeness: Closeness | None) -> str:
    """Says how close the tie is."""
    with desk.act("Sorted a tie") as act:
        value = None if closeness is None else closeness.value
        change_row(act.db, Contact, person_id, closeness=value)
        act.touch_contact(person_id)
        act.name = f"{name_of(act, person_id)}: {value or 'closeness cleared'}"
        return act.name


def set_do_not_contact(desk: Desk, person_id: int, on: bool) -> str:
    """Blocks every composer for this person, or takes that back."""
    with desk.act("Do not contact") as act:
        change_row(act.db, Contact, person_id, do_not_contact=int(on))
        act.touch_contact(person_id)
        name = name_of(act, person_id)
        act.name = f"{name} is not to be contacted" if on else f"{name} may be contacted again"
        return act.name


def archive(desk: Desk, person_id: int, on: bool = True) -> str:
    """Takes a person out of every list, or brings them back. Nothing is deleted."""
    with desk.act("Archived") as act:
        when = instant_text(act.now) if on else None
        change_row(act.db, Contact, person_id, archived=when)
        act.touch_contact(person_id)
        act.name = f"{'Archived' if on else 'Brought back'} {name_of(act, person_id)}"
        return act.name


def toggle_archive(desk: Desk, person_id: int) -> str:
    """Archives a person, or brings an archived one back."""
    return archive(desk, person_id, page(desk, person_id).archived is None)


def add_note(desk: Desk, person_id: int, text: str, *, at: datetime | None = None) -> str:
    """Keeps a note on the person's timeline."""
    words = clean(text).strip()
    if not words:
        raise Usage("The note is empty.", hint="Type what you want to remember.")
    with desk.act("Noted", at=at) as act:
        name = name_of(act, person_id)
        note_within(act, person_id, words)
        act.name = f"Noted on {name}"
        return act.name


def note_within(act: Act, person_id: int, text: str, interview_id: int | None = None) -> int:
    """Keeps a note within a running act; returns its id."""
    note_id = add_row(
        act.db,
        Note,
        contact=person_id,
        interview=interview_id,
        at=instant_text(act.at),
        text=text,
    )
    act.touch_text("note", note_id)
    act.touch_contact(person_id)
    return note_id


def name_of(act: Act, person_id: int) -> str:
    """The person's full name, within a running act; raises Nothing for an unknown id."""
    rows = contacts.rows(act.db, [person_id])
    if not rows:
        raise Nothing("That person is not here any more.")
    return rows[0].name


def introducer_of(act: Act, person_id: int) -> int | None:
    """Who introduced the person, within a running act."""
    found: int | None = act.db.value("SELECT introduced_by FROM contact WHERE id = ?", person_id)
    return found


def brief_name(desk: Desk, person_id: int) -> str:
    """The person's full name; raises Nothing for an unknown id."""
    with desk.reading() as db:
        rows = contacts.rows(db, [person_id])
    if not rows:
        raise Nothing("That person is not here any more.")
    return rows[0].name
