"""Who a person is: what is known of them, a label and a value a line."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.core.dates import short_day
from ii_tui.core.models import PersonPage, PersonRow
from ii_tui.core.stages import Closeness
from ii_tui.services.desk import Desk
from ii_tui.services.working_days import country_words
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Look, Span, dim, fit, wrap

LABEL = 14
"""cells of the labels"""


class Fact:
    """A label and a value of any length, wrapped beside it."""

    def __init__(self, label: str, value: str, look: Look = "normal") -> None:
        self._label, self._value, self._look = label, value, look

    def _lines(self, width: int) -> Sequence[str]:
        return wrap(self._value, max(8, width - LABEL - 1))

    def height(self, width: int) -> int:
        """As many lines as the value takes."""
        return len(self._lines(width))

    def spans(self, width: int, line: int) -> list[Span]:
        """The label stands before the first line only."""
        label = self._label if line == 0 else ""
        return [*fit(dim(label), LABEL), Span(" "), Span(self._lines(width)[line], self._look)]


def facts(
    page: PersonPage, introduced: Sequence[PersonRow], desk: Desk, *, brief: bool = False
) -> list[Item]:
    """What is known of them; fields that are empty are left out.

    `brief` leaves off the beginning of the profile's address, for a pane that it would not fit.
    """
    look: Look = "dim" if page.closeness is None else "normal"
    items = [_fact("closeness", "How well", closeness_words(page.closeness), look)]
    items += [_fact("how_known", "How I know", page.how_known)] if page.how_known else []
    if page.introducer_id is not None:
        row = Fact("Introduced by", page.introducer)
        items.append(Item(f"person:{page.introducer_id}", (row,)))
    items += [
        Item(f"person:{one.id}", (Fact("" if n else "Introduced", one.name),))
        for n, one in enumerate(introduced)
    ]
    connected = page.connected_on
    for name, label, value in (
        ("email", "E-mail", page.email),
        ("phone", "Phone", page.phone),
        ("url", "LinkedIn", _profile(page.url) if brief else page.url),
        ("tags", "Tags", ", ".join(page.tags)),
        ("greeting", "Greeting name", page.greeting),
        ("zone", "Time zone", page.zone),
        ("country", "Country", country_words(page.country, page.zone)),
        ("address", "Address", page.address),
        ("cadence_days", "Check in", f"every {page.cadence_days} days"),
        ("connected", "Connected", short_day(connected, desk.today()) if connected else ""),
        ("past", "Worked at", ", ".join(page.past_companies)),
    ):
        if value and not (name == "cadence_days" and page.cadence_days is None):
            items.append(_fact(name, label, value))
    return items


def _profile(url: str) -> str:
    """Without the site, where that is LinkedIn: the label says so."""
    return url.partition("linkedin.com/")[2] or url


def _fact(name: str, label: str, value: str, look: Look = "normal") -> Item:
    return Item(f"field:{name}", (Fact(label, value, look),))


def from_import(page: PersonPage) -> list[Item]:
    """Columns of the file that we have no field for."""
    return [
        Item(f"extra:{number}", (Fact(name, value),))
        for number, (name, value) in enumerate(page.extra)
    ]


def closeness_words(closeness: Closeness | None) -> str:
    """How close the tie is, in words."""
    words = {
        Closeness.CLOSE: "close, can vouch for me",
        Closeness.ACQUAINTANCE: "acquaintance",
        Closeness.STRANGER: "stranger",
    }
    return words[closeness] if closeness is not None else "not said yet (w says it)"
