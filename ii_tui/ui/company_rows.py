"""How a company is told, beside the list and on its page."""

from __future__ import annotations

from collections.abc import Iterator

from ii_tui.core.models import CompanyPage, PersonRow
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import Line, Prose, Span, bright, dim

PEOPLE = Columns(
    Column(1),
    Column(16, grow=2, most=32, gap=1),
    Column(12, grow=2, most=36, drop=1),
    Column(12, drop=2),
    Column(11),
)


def person_item(row: PersonRow, key: str) -> Item:
    """A person at a company: name, title, how well, where the interview stands."""
    stage = "" if row.stage is None else row.stage.label
    if row.stage is None and row.exit is not None:
        stage = row.exit.label
    return Item(
        key,
        (
            PEOPLE.row(
                Span("x", "blocked") if row.do_not_contact else " ",
                bright(row.name),
                row.title,
                dim("" if row.closeness is None else row.closeness.value),
                stage if row.stage is not None else dim(stage),
            ),
        ),
        row,
    )


def details(page: CompanyPage) -> Iterator[Item]:
    """The company from top to bottom; people are items, the rest is words."""
    row = page.row
    marks = ["a target"] if row.target else []
    if row.motivation is not None:
        marks.append(f"motivation {row.motivation} of 3")
    if row.posting is not None:
        marks.append(f"postings {row.posting} of 3")
    yield Item(None, (Line(Span(row.name, "heading")),))
    if marks:
        yield Item(None, (Prose(", ".join(marks), "dim"),))
    if page.website:
        yield Item(None, (Line(dim(page.website)),))
    yield blank()
    yield heading("PEOPLE THERE", right=dim(f"{row.people:,}"))
    if not page.people:
        yield Item(None, (Prose("Nobody yet. Filter Contacts by what you know, or ask around.",
                                "dim", 2),))  # fmt: skip
    for person in page.people:
        yield person_item(person, f"p{person.id}")
    if len(page.people) < row.people:
        yield Item(None, (Line(dim(f"and {row.people - len(page.people):,} more"), indent=2),))
    if page.past_people:
        yield blank()
        yield heading("WERE THERE")
        for person in page.past_people:
            yield person_item(person, f"w{person.id}")
    if page.notes:
        yield blank()
        yield heading("NOTES")
        yield Item(None, (Prose(page.notes, "normal", 2),))
