"""The person's form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from ii_tui.core.models import PersonPage
from ii_tui.services import conflicts, editing, people
from ii_tui.services.person_form import EDITABLE, form_values
from ii_tui.ui.dialogs.form import Form

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class PersonForm(Form):
    """Every field of a person."""

    SHAPES = EDITABLE
    LABELS: ClassVar[Mapping[str, str]] = {
        "how_known": "How I know",
        "cadence_days": "Check-in days",
    }
    PLACEHOLDERS: ClassVar[Mapping[str, str]] = {
        "url": "e.g. linkedin.com/in/ada-lovelace",
        "email": "e.g. ada@example.org",
        "introduced_by": "e.g. a name from your contacts",
        "zone": "e.g. Chicago: a city or a zone",
        "country": "e.g. US or DE-BE, for its holidays",
        "cadence_days": "e.g. 120",
        "tags": "e.g. alumni, berlin",
    }

    def __init__(
        self, page: PersonPage, field: str = "", typed: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        super().__init__(page.name, form_values(page), page.rev, field, typed)
        self._person, self._page, self._now = page.id, page, page
        greeting = self._fields["greeting"].input
        greeting.placeholder = f"e.g. {page.first}"

    def store(self, rev: int, changed: dict[str, str]) -> str:
        """Saves the person's fields."""
        return editing.edit(self.house.desk, self._person, rev, changed)

    def read(self) -> tuple[dict[str, str], int, str]:
        """The person as they are stored now."""
        desk = self.house.desk
        page = self._now = people.page(desk, self._person)
        return form_values(page), page.rev, conflicts.who_changed(desk, "contact", page.id)

    def notice(self) -> str:
        """Whether they were archived, or must not be contacted any more."""
        before, now = self._page, self._now
        parts = []
        if now.archived and not before.archived:
            parts.append("They were archived meanwhile, and stay so.")
        if now.do_not_contact and not before.do_not_contact:
            parts.append("They are not to be contacted any more.")
        return " ".join(parts)


async def edit_person(
    app: IiApp,
    person_id: int,
    *,
    field: str = "",
    before: PersonPage | None = None,
    typed: Mapping[str, str] | None = None,
) -> None:
    """Opens the form on a person, at `field` where one is named. Only in a worker.

    `typed` is saved at once, over the person as they were `before`: where another program changed
    the same, the form asks.
    """
    page = before or people.page(app.desk, person_id)
    words = await app.push_screen_wait(PersonForm(page, field, typed or {}))
    if words is not None:
        app.say(words, undo=True)
        app.changed()
