"""The panes beside a list of things owed: the person, why, what went before."""

from __future__ import annotations

from ii_tui.core.models import PersonPage
from ii_tui.services.desk import Desk
from ii_tui.ui.screens import person_parts as parts
from ii_tui.ui.screens.timeline_rows import timeline
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Line, Prose, Row, bright, dim

FEW = 6
"""touches shown where the timeline has no pane of its own"""


def person_items(page: PersonPage, desk: Desk, *, few: bool) -> list[Item]:
    """Who they are, what is owed and where they stand; with `few` the last touches too."""
    rows: list[Row] = [Line(bright(page.name))]
    if job := page.job:
        rows.append(Prose(job, most=2))
    rows += [Line(dim(text)) for text in (page.email, page.phone) if text]
    rows.append(Line())
    touches = timeline(page, desk, FEW) if few else ()
    return [
        Item(None, tuple(rows)),
        *parts.sections(
            ("", parts.warnings(page, desk)),
            ("OWED", parts.owed(page, desk)),
            ("WHERE IT STANDS", parts.interview(page, desk)),
            ("MEETINGS", parts.meetings(page, desk)),
            ("HOW YOU KNOW THEM", _known(page)),
            ("LAST TOUCHES", touches),
        ),
    ]


def _known(page: PersonPage) -> list[Item]:
    known = ", ".join(
        part
        for part in (
            "" if page.closeness is None else page.closeness.value,
            f"introduced by {page.introducer}" if page.introducer else "",
        )
        if part
    )
    rows: list[Row] = [Prose(text, most=4) for text in (known, page.how_known) if text]
    return [Item(None, tuple(rows))] if rows else []


def timeline_items(page: PersonPage, desk: Desk) -> list[Item]:
    """Everything that happened, the newest first."""
    found = timeline(page, desk)
    if not found:
        found = [Item(None, (Line(dim("Nothing has happened yet.")),))]
    return parts.sections(("TIMELINE", found))
