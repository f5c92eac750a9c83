"""Who is here already, and who came through whom."""

from __future__ import annotations

from ii_tui.core.models import PersonRow
from ii_tui.core.quickadd import QuickAdd, keys_of
from ii_tui.services.desk import Desk
from ii_tui.store import contacts


def known(desk: Desk, person: QuickAdd) -> PersonRow | None:
    """The person whom a quick add means, where they are here already."""
    with desk.reading() as db:
        found = contacts.find_known(
            db,
            person.slug,
            person.email,
            contacts.sort_key(person.first, person.last),
            person.company,
        )
        return contacts.rows(db, [found])[0] if found is not None else None


def at_address(desk: Desk, text: str) -> PersonRow | None:
    """Who is here under the e-mail address or the profile that stands in `text`."""
    slug, email = keys_of(text)
    if not slug and not email:
        return None
    with desk.reading() as db:
        found = contacts.find_known(db, slug, email, "", "")
        return contacts.rows(db, [found])[0] if found is not None else None


def introduced_by(desk: Desk, person_id: int) -> list[PersonRow]:
    """The people whom this one introduced, by name."""
    with desk.reading() as db:
        ids = [
            row[0]
            for row in db.rows(
                "SELECT id FROM contact WHERE introduced_by = ? ORDER BY sort, id LIMIT 200",
                person_id,
            )
        ]
        return contacts.rows(db, ids) if ids else []
