"""What an import would do, and what it did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.widget import Widget

from ii_tui.services.import_report import Report
from ii_tui.ui.dialogs.reading import Scrolled
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.reading import Reading
from ii_tui.ui.widgets.spans import Line, Prose, bright, dim


def _prose(words: str, indent: int = 0) -> Item:
    return Item(None, (Prose(words, indent=indent),))


def _counts(report: Report) -> Item:
    counts = (
        (report.new, "new"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (len(report.rejected), "rejected"),
    )
    return Item(
        None,
        tuple(
            Line(bright(f"{count:>9,}") if count else dim(f"{count:>9,}"), f"  {word}")
            for count, word in counts
        ),
    )


def _told(report: Report, words: str, most: int | None = None) -> Reading:
    """The counts, what follows from them, the notes, and the rows refused, `most` of them."""
    items = [_counts(report)]
    if words:
        items += [blank(), _prose(words)]
    if report.notes:
        items += [blank(), heading("NOTICED"), *(_prose(note, 2) for note in report.notes)]
    if report.rejected:
        rows = report.rejected[:most]
        items += [blank(), heading("REJECTED")]
        items += [_prose(f"Line {row.line:,}: {row.reason}", 2) for row in rows]
        left = len(report.rejected) - len(rows)
        items += [_prose(f"and {left:,} more", 2)] if left else []
    told = Reading(items)
    told.styles.height = "auto"
    return told


class PreviewDialog(Scrolled[bool]):
    """What the file would do; enter does it, escape goes back to the path."""

    WIDTH = 72
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Import", id="report.import", show=False)
    ]

    def __init__(self, name: str, report: Report) -> None:
        self.something = bool(report.new or report.updated)
        act = (("enter", "import"),) if self.something else ()
        super().__init__(f"{name}, before anything is written", (*act, ("esc", "another file")))
        nothing = "Everyone in it is here already: there is nothing to import."
        self._told = _told(report, "" if self.something else nothing, most=20)

    def body(self) -> Iterable[Widget]:
        """Counts, notes, the first rows that are refused."""
        yield self._told

    def action_go_on(self) -> None:
        """Import it, where there is something."""
        if self.something:
            self.dismiss(True)


class ReportDialog(Scrolled[Literal["undo", "triage"]]):
    """What was done; u takes it all back, W sorts the ties, enter is done with it (None)."""

    WIDTH = 76
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "step_out", "Done", id="report.done", show=False),
        Binding("u", "answer('undo')", "Undo", id="report.undo", show=False),
        Binding("W", "answer('triage')", "Sort", id="report.triage", show=False),
    ]

    def __init__(self, name: str, report: Report) -> None:
        sort = (("W", "sort them"),) if report.new else ()
        keys = (("enter", "done"), *sort, ("u", "takes it all back"), ("j k", "scroll"))
        super().__init__(f"Imported {name}", keys)
        next_step = (
            "Now say how well you know them: W begins, one key a person, those at your "
            "target companies first. You can stop at any time and go on later."
        )
        self._told = _told(report, next_step if report.new else "")

    def body(self) -> Iterable[Widget]:
        """Counts, notes, every row that was refused."""
        yield self._told

    def action_answer(self, answer: Literal["undo", "triage"]) -> None:
        """All of it goes, or everyone is sorted."""
        self.dismiss(answer)
