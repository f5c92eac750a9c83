"""People: listed, opened, told apart by what one types, added from one line, noted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime

from ii_tui.core.dates import instant_text
from ii_tui.core.models import PersonPage, PersonRow, full_name
from ii_tui.core.quickadd import QuickAdd, keys_of, parse_quick
from ii_tui.core.stages import Closeness
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.lazy import dataclass
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.store import companies, contacts, pages, resolving
from ii_tui.store.contacts import Filter as Filter
from ii_tui.store.driver import Db
from ii_tui.store.rows import add_row
from ii_tui.store.tables import Contact, Note


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
        found = resolving.resolve(db, words)
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


def brief_name(desk: Desk, person_id: int) -> str:
    """The person's full name; raises Nothing for an unknown id."""
    with desk.reading() as db:
        name = contacts.name(db, person_id)
    if name is None:
        raise Nothing("That person is not here any more.")
    return name


def introduced_by(desk: Desk, person_id: int) -> list[PersonRow]:
    """The people whom this one introduced, by name."""
    with desk.reading() as db:
        ids = contacts.introduced_by(db, person_id)
        return contacts.rows(db, ids) if ids else []


# Who is here already


def known(db: Db, person: QuickAdd) -> int | None:
    """The id of whom a quick add means, where they are here already."""
    sort = contacts.sort_key(person.first, person.last)
    return resolving.find_known(db, person.slug, person.email, sort, person.company)


def who_is(desk: Desk, person: QuickAdd) -> PersonRow | None:
    """Whom a quick add means, where they are here already."""
    with desk.reading() as db:
        found = known(db, person)
        return contacts.rows(db, [found])[0] if found is not None else None


def at_address(desk: Desk, text: str) -> PersonRow | None:
    """Who is here under the profile or the e-mail address that stands in `text`."""
    slug, email = keys_of(text)
    with desk.reading() as db:
        found = resolving.find_known(db, slug, email, "", "")
        return contacts.rows(db, [found])[0] if found is not None else None


# Adding


def quick_add(desk: Desk, line: str) -> tuple[int, bool]:
    """Adds the person that one line describes; returns (id, whether they are new).

    A known profile, address, or name at the same company gives the person who is there.
    """
    try:
        person = parse_quick(line)
    except Usage:
        # A profile or an address alone says enough of someone who is here.
        found = at_address(desk, line)
        if found is None:
            raise
        return found.id, False
    return add_person(desk, person)


def add_person(
    desk: Desk,
    person: QuickAdd,
    *,
    closeness: Closeness | None = None,
    introduced_by: int | None = None,
    to_board: bool = False,
) -> tuple[int, bool]:
    """Adds one person, to the board too when asked, unless they are known.

    Returns (id, whether they are new).
    """
    name = full_name(person.first, person.last)
    with desk.act(f"Added {name}") as act:
        found = known(act.db, person)
        if found is not None:
            return found, False
        added = add_within(act, person, closeness=closeness, introduced_by=introduced_by)
        if to_board:
            act.open(added)
        return added, True


def on_board(desk: Desk, person_id: int) -> bool:
    """Whether there is an open interview with them."""
    from ii_tui.store import board

    with desk.reading() as db:
        return board.open_interview(db, person_id) is not None


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


# Notes


def add_note(desk: Desk, person_id: int, text: str, *, at: datetime | None = None) -> str:
    """Keeps a note on the person's timeline."""
    words = clean(text).strip()
    if not words:
        raise Usage("The note is empty.", hint="Type what you want to remember.")
    with desk.act("Noted", at=at) as act:
        name = act.name_of(person_id)
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
