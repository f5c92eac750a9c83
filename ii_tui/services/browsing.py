"""The other places: companies, messages, figures, and finding anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ii_tui.core.dates import instant_text
from ii_tui.core.figures import Figures
from ii_tui.core.models import CompanyPage, CompanyRow, DraftRow, Hit, MessageRow
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.services.conflicts import Shape
from ii_tui.services.desk import Desk
from ii_tui.services.editing import Refused
from ii_tui.services.seen import Seen
from ii_tui.store import companies, messages, search
from ii_tui.store import figures as store_figures
from ii_tui.store.rows import change_row, update_row
from ii_tui.store.tables import Company


@dataclass(frozen=True, slots=True)
class Companies:
    """A filtered list of companies as a window source."""

    desk: Desk
    text: str = ""
    order: str = "lamp"

    def count(self) -> int:
        """How many fit."""
        with self.desk.reading() as db:
            return companies.count(db, self.text)

    def window(self, offset: int, limit: int) -> Sequence[CompanyRow]:
        """A slice of the list."""
        with self.desk.reading() as db:
            return companies.window(db, offset, limit, self.text, self.order)

    def position(self, key: object) -> int | None:
        """Where the company of this id stands."""
        with self.desk.reading() as db:
            return companies.position(db, int(str(key)), self.text, self.order)


def company(desk: Desk, company_id: int) -> CompanyPage:
    """A company with its people; raises Nothing when it is not there."""
    with desk.reading() as db:
        found = companies.page(db, company_id)
    if found is None:
        raise Nothing("That company is not here any more.", hint="Perhaps an undo took it back.")
    return found


def add_company(desk: Desk, name: str) -> int:
    """A company by name, marked as a target; a known one is marked. Returns its id."""
    words = clean(name, newlines=False)
    if not words:
        raise Usage("A company needs a name.")
    with desk.act(f"{words} is a target") as act:
        company_id = companies.find_or_add(act.db, words, instant_text(act.now))
        if company_id is None:
            raise Usage("A company needs a name.")
        change_row(act.db, Company, company_id, target=1)
        return company_id


def set_target(desk: Desk, company_id: int, on: bool, *, seen: Seen[bool] | None = None) -> str:
    """Marks a company as one where I want to be, or takes that back.

    Raises Stale when it is not any more what was `seen`.
    """
    with desk.act("Target") as act:
        if seen is not None:
            now = act.db.value("SELECT target FROM company WHERE id = ?", company_id)
            seen.check(bool(now), on)
        change_row(act.db, Company, company_id, target=int(on))
        name = act.db.value("SELECT name FROM company WHERE id = ?", company_id)
        act.name = f"{name} is a target" if on else f"{name} is no longer a target"
        return act.name


def set_motivation(
    desk: Desk,
    company_id: int,
    motivation: int | None,
    *,
    seen: Seen[int | None] | None = None,
) -> str:
    """How much I want to work there, 0 to 3; raises Stale when it is not what was `seen`."""
    if motivation is not None and not 0 <= motivation <= 3:
        raise Usage("Motivation goes from 0 to 3.")
    with desk.act("Motivation") as act:
        if seen is not None:
            now = act.db.value("SELECT motivation FROM company WHERE id = ?", company_id)
            seen.check(now, motivation)
        change_row(act.db, Company, company_id, motivation=motivation)
        name = act.db.value("SELECT name FROM company WHERE id = ?", company_id)
        act.name = f"Motivation for {name}: {'none given' if motivation is None else motivation}"
        return act.name


def nudge_motivation(
    desk: Desk, company_id: int, by: int, *, seen: Seen[int | None] | None = None
) -> str:
    """After a conversation: do I want this company more (+1) or less (-1)?

    From what was `seen`, where that is given; raises Stale when it is something else by now.
    """
    row = company(desk, company_id).row
    before = row.motivation if seen is None else seen.value
    wanted = nudged(before, by)
    if seen is not None:
        seen.check(row.motivation, wanted)
    if wanted == before:
        raise Nothing(f"{row.name} is at {wanted} of 3, the {'most' if by > 0 else 'least'}.")
    return set_motivation(desk, company_id, wanted, seen=seen)


def nudged(motivation: int | None, by: int) -> int:
    """Motivation moved within 0 to 3; one that was never given counts as 1."""
    return max(0, min(3, (1 if motivation is None else motivation) + by))


COMPANY_FORM: tuple[Shape, ...] = (
    Shape("name", "Name", "either"),
    Shape("website", "Website", "either"),
    Shape("notes", "Notes", "text"),
)
"""What the company's form edits, in its order."""


def company_values(page: CompanyPage) -> dict[str, str]:
    """The text of every field of COMPANY_FORM."""
    return {"name": page.row.name, "website": page.website, "notes": page.notes}


def edit_company(desk: Desk, company_id: int, rev: int, **changed: str) -> str:
    """Changes name, website or notes.

    Raises Stale when the company was changed elsewhere since `rev`, Refused for a name that cannot
    be taken.
    """
    with desk.act("Company") as act:
        values: dict[str, object] = {
            name: clean(text, newlines=name == "notes").strip() for name, text in changed.items()
        }
        if "name" in values:
            folded = companies.folded_name(str(values["name"]))
            if not folded:
                raise Refused({"name": Usage("A company needs a name.")})
            other = act.db.value(
                "SELECT id FROM company WHERE folded = ? AND id <> ?", folded, company_id
            )
            if other is not None:
                raise Refused({"name": Usage("Another company has that name already.")})
            values["folded"] = folded
        update_row(act.db, Company, company_id, rev, **values)
        if "name" in values:
            for (person,) in act.db.rows("SELECT id FROM contact WHERE company_id = ?", company_id):
                act.touch_contact(person)
        name = act.db.value("SELECT name FROM company WHERE id = ?", company_id)
        act.name = f"Edited {name}"
        return act.name


@dataclass(frozen=True, slots=True)
class Texts:
    """What the Messages place shows."""

    copied: tuple[DraftRow, ...]
    """handed over, not yet said to be sent"""
    drafts: tuple[DraftRow, ...]
    sent: tuple[MessageRow, ...]
    sent_in_all: int


def texts(desk: Desk, limit: int = 500) -> Texts:
    """Drafts and the latest messages that went out."""
    with desk.reading() as db:
        drafts = messages.drafts(db)
        return Texts(
            copied=tuple(draft for draft in drafts if draft.copied is not None),
            drafts=tuple(draft for draft in drafts if draft.copied is None),
            sent=tuple(messages.messages(db, 0, limit)),
            sent_in_all=messages.message_count(db),
        )


def find(desk: Desk, query: str, limit: int = 50) -> list[Hit]:
    """People, companies, notes and messages that hold every word."""
    with desk.reading() as db:
        return search.everything(db, query, limit)


def figures(desk: Desk) -> Figures:
    """Counts that are true of this database. Reads everything: not for the event loop."""
    with desk.reading() as db:
        return store_figures.figures(db, desk.now())
