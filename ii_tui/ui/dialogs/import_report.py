"""What an import would do, and what it did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ii_tui.services.import_report import Report
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import Line, Prose, Row, bright, dim


def _rejected(report: Report, most: int = 0) -> list[Item]:
    rows = report.rejected[:most] if most else report.rejected
    items = [
        Item(f"row:{n}", (Prose(f"Line {row.line:,}: {row.reason}", indent=2),))
        for n, row in enumerate(rows)
    ]
    left = len(report.rejected) - len(rows)
    if left > 0:
        items.append(Item("row:more", (Line(dim(f"and {left:,} more"), indent=2),)))
    return items


def _counts(report: Report) -> Item:
    counts = (
        (report.new, "new"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (len(report.rejected), "rejected"),
    )
    rows: tuple[Row, ...] = tuple(
        Line(bright(f"{count:>9,}") if count else dim(f"{count:>9,}"), f"  {word}")
        for count, word in counts
    )
    return Item("counts", rows)


def _notes(report: Report) -> list[Item]:
    return [Item(f"note:{n}", (Prose(note, indent=2),)) for n, note in enumerate(report.notes)]


class PreviewDialog(Dialog[bool]):
    """What the file would do; enter does it, escape goes back to the path."""

    WIDTH = 72

    def __init__(self, name: str, report: Report) -> None:
        self.something = bool(report.new or report.updated)
        act = (("enter", "import"),) if self.something else ()
        super().__init__(f"{name}, before anything is written", (*act, ("esc", "another file")))
        items = [_counts(report)]
        if not self.something:
            words = "Everyone in it is here already: there is nothing to import."
            items += [blank(), Item("nothing", (Prose(words),))]
        if report.notes:
            items += [blank(), heading("NOTICED"), *_notes(report)]
        if report.rejected:
            items += [blank(), heading("REJECTED"), *_rejected(report, 20)]
        self._list = Lines(items)
        self._list.styles.height = "auto"

    def body(self) -> Iterable[Widget]:
        """Counts, notes, the first rows that are refused."""
        yield self._list

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        if self.something:
            self.dismiss(True)


class ReportDialog(Dialog[Literal["undo", "triage"]]):
    """What was done; u takes it all back, W sorts the ties, enter is done with it (None)."""

    WIDTH = 76
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "answer('undo')", "Undo", id="report.undo", show=False),
        Binding("W", "answer('triage')", "Sort", id="report.triage", show=False),
    ]

    def __init__(self, name: str, report: Report) -> None:
        sort = (("W", "sort them"),) if report.new else ()
        keys = (("enter", "done"), *sort, ("u", "takes it all back"), ("j k", "scroll"))
        super().__init__(f"Imported {name}", keys)
        items = [_counts(report)]
        if report.new:
            words = (
                "Now say how well you know them: W begins, one key a person, those at your "
                "target companies first. You can stop at any time and go on later."
            )
            items += [blank(), Item("next", (Prose(words),))]
        if report.notes:
            items += [blank(), heading("NOTICED"), *_notes(report)]
        if report.rejected:
            items += [blank(), heading("REJECTED"), *_rejected(report)]
        self._list = Lines(items)

    def body(self) -> Iterable[Widget]:
        """Counts, notes, every row that was refused."""
        yield self._list

    def on_resize(self) -> None:
        """As high as what it says, and no higher than the screen."""
        super().on_resize()
        room = max(1, self.size.height - 8)
        self._list.styles.height = min(room, max(1, self._list.line_count()))
        self.call_after_refresh(self._fit, room)

    def _fit(self, room: int) -> None:
        self._list.styles.height = min(room, max(1, self._list.line_count()))

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        self.dismiss(None)

    def action_answer(self, answer: Literal["undo", "triage"]) -> None:
        """All of it goes, or everyone is sorted."""
        self.dismiss(answer)
