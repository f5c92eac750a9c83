"""A person edited: the fields of the form, how close the tie is, what must not be, archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ii_tui.core.dates import instant_text
from ii_tui.core.models import PersonPage, full_name
from ii_tui.core.profile import email_of, profile_url, slug_of
from ii_tui.core.stages import Closeness, EventKind
from ii_tui.core.text import clean
from ii_tui.core.zones import zone_named
from ii_tui.errors import Nothing, Usage
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.services.working_days import country_named
from ii_tui.store import companies, contacts, pages, resolving
from ii_tui.store.reading import maybe_closeness
from ii_tui.store.rows import add_row, change_row, update_row
from ii_tui.store.tables import Contact, Employment


class Refused(Usage):
    """Values that the form cannot take: `fields` says for each what is wrong with it."""

    code = "refused"

    def __init__(self, fields: Mapping[str, Usage]) -> None:
        first = next(iter(fields.values()))
        super().__init__(first.message, hint=first.hint)
        self.fields = {name: str(error) for name, error in fields.items()}


def edit(desk: Desk, person_id: int, rev: int, changed: Mapping[str, str]) -> str:
    """Changes what the form changed; returns what happened, in words.

    Fields are those of the person's form, as typed. Raises Refused for values that cannot be taken,
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
        case "country":
            return {"country": country_named(text)}
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
    found = [i for i in resolving.resolve(act.db, text) if i != person_id]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Usage(f'"{text}" is not one of your contacts.', hint="Add them first.")
    names = ", ".join(f"{row.name} ({row.id})" for row in contacts.rows(act.db, found))
    raise Usage(f'Several people fit "{text}": {names}.', hint="Type the number.")


def _days(text: str) -> int | None:
    if not text:
        return None
    number = resolving.row_number(text)
    if number is None or not 1 <= number <= 3650:
        raise Usage(f"{text!r} is not a number of days.", hint="Type a number such as 120.")
    return number


def _email(text: str) -> str:
    found = email_of(text)
    if text and not found:
        raise Usage(f"{text!r} is not an e-mail address.", hint="Write it like ada@example.org.")
    return found


def email_trouble(text: str) -> str | None:
    """Why this is no e-mail address, in a sentence."""
    try:
        found = _email(text)
    except Usage as error:
        return str(error)
    return None if found else "Type an address, or leave with escape."


def _only_once(act: Act, person_id: int, slug: str) -> None:
    other = resolving.find_known(act.db, slug, "", "", "") if slug else None
    if other is not None and other != person_id:
        name = contacts.rows(act.db, [other])[0].name
        raise Usage(
            f"That profile belongs to {name} already.", hint="Open them, or clear it there."
        )


def _write_tags(act: Act, person_id: int, tags: Sequence[str]) -> None:
    if contacts.write_tags(act.db, person_id, tags):
        # The form shows tags as one of the person's fields: who has it open is stale now.
        change_row(act.db, Contact, person_id)


def set_closeness(
    desk: Desk,
    person_id: int,
    closeness: Closeness | None,
    *,
    seen: Seen[Closeness | None] | None = None,
) -> str:
    """Says how close the tie is; raises Stale when it is not any more what was `seen`."""
    return sort_tie(desk, person_id, closeness, seen=seen)[0]


def sort_tie(
    desk: Desk,
    person_id: int,
    closeness: Closeness | None,
    *,
    seen: Seen[Closeness | None] | None = None,
) -> tuple[str, int]:
    """As `set_closeness`; returns what happened, in words, and the change's id."""
    with desk.act("Sorted a tie") as act:
        value = None if closeness is None else closeness.value
        if seen is not None:
            now = act.db.value("SELECT closeness FROM contact WHERE id = ?", person_id)
            seen.check(maybe_closeness(now), closeness)
        change_row(act.db, Contact, person_id, closeness=value)
        act.touch_contact(person_id)
        act.name = f"{act.name_of(person_id)}: {value or 'closeness cleared'}"
        return act.name, act.change


def set_do_not_contact(desk: Desk, person_id: int, on: bool, reason: str = "") -> str:
    """Blocks every composer for this person, or takes that back; why is kept on the timeline.

    Raises Nothing where it stands so already.
    """
    with desk.act("Do not contact") as act:
        if contacts.is_blocked(act.db, person_id) == on:
            name, now = act.name_of(person_id), "is not to be" if on else "may be"
            raise Nothing(f"{name} {now} contacted already.")
        change_row(act.db, Contact, person_id, do_not_contact=int(on))
        kind = EventKind.BLOCKED if on else EventKind.UNBLOCKED
        act.event(person_id, kind, text=clean(reason, newlines=False).strip())
        act.touch_contact(person_id)
        name = act.name_of(person_id)
        act.name = f"{name} is not to be contacted" if on else f"{name} may be contacted again"
        return act.name


def archive(desk: Desk, person_id: int, on: bool = True) -> str:
    """Takes a person out of every list, or brings them back. Nothing is deleted."""
    with desk.act("Archived") as act:
        when = instant_text(act.now) if on else None
        change_row(act.db, Contact, person_id, archived=when)
        act.touch_contact(person_id)
        act.name = f"{'Archived' if on else 'Brought back'} {act.name_of(person_id)}"
        return act.name
