"""The person's form: what its fields hold."""

from __future__ import annotations

from ii_tui.core.models import PersonPage
from ii_tui.services.conflicts import Shape

EDITABLE: tuple[Shape, ...] = (
    Shape("first", "First name"),
    Shape("last", "Last name"),
    Shape("greeting", "Greeting name"),
    Shape("company", "Company", "either"),
    Shape("title", "Title"),
    Shape("email", "E-mail", "either"),
    Shape("phone", "Phone"),
    Shape("url", "LinkedIn", "either"),
    Shape("how_known", "How I know them", "text"),
    Shape("introduced_by", "Introduced by", "either"),
    Shape("zone", "Time zone", "either"),
    Shape("country", "Country", "either"),
    Shape("address", "Address", "text"),
    Shape("cadence_days", "Check in every (days)", "either"),
    Shape("tags", "Tags", "list"),
)
"""What the person's form edits, in its order."""


def form_values(page: PersonPage) -> dict[str, str]:
    """The text of every field of EDITABLE, as the person's page has it."""
    return {
        "first": page.first,
        "last": page.last,
        "greeting": page.greeting,
        "company": page.company,
        "title": page.title,
        "email": page.email,
        "phone": page.phone,
        "url": page.url,
        "how_known": page.how_known,
        "introduced_by": page.introducer,
        "zone": page.zone,
        "country": page.country,
        "address": page.address,
        "cadence_days": "" if page.cadence_days is None else str(page.cadence_days),
        "tags": ", ".join(page.tags),
    }
