"""The composer as it is seen: what is being written, what stands against it, what is round it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core.finding import BLOCK, Finding
from ii_tui.services import composing, writing
from ii_tui.services.composing import Composition
from ii_tui.ui.keeping import DraftKeeper
from ii_tui.ui.screens import composer_side
from ii_tui.ui.screens.composer_stops import Stop
from ii_tui.ui.screens.place import Framed
from ii_tui.ui.widgets.counter import length, tally
from ii_tui.ui.widgets.findings import FindingsList, FoundRow
from ii_tui.ui.widgets.in_order import OrderedInput
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.message_text import Mark, MessageText
from ii_tui.ui.widgets.two_ends import TwoEnds

PANES = [(0, "-alone"), (110, "-two")]
"""cells from which the thread stands beside the text"""
HEIGHTS = [(0, "-low"), (32, "-tall"), (50, "-high")]
"""lines from which more findings are shown"""


class ComposerSheet(Framed):
    """A text and everything that is drawn from it: `recheck` after a change, `draw_head` else."""

    HORIZONTAL_BREAKPOINTS = PANES
    VERTICAL_BREAKPOINTS = HEIGHTS
    # A colon and a question mark are typed here.
    ALWAYS = ()
    keeper: DraftKeeper

    def __init__(self, composition: Composition) -> None:
        super().__init__()
        self.composition = composition
        self.found: tuple[Finding, ...] = ()
        self.handed_over = False
        self.names_known = False
        self.stop: Stop | None = None
        """where tab came to last"""
        self.last = (composition.subject, composition.body)
        """the text as it was put here or given to the saver last"""
        self._open = False
        self.head = TwoEnds(id="compose-head")
        self.why = TwoEnds(id="compose-why")
        self.subject_field = OrderedInput(
            composition.subject, compact=True, select_on_focus=False, id="compose-subject"
        )
        self.text = MessageText(
            composition.body,
            on_text=self.recheck,
            placeholder="Begin to write, or take a text to begin from: ctrl+o.",
            id="compose-text",
        )
        self.subject_row = Horizontal(
            Static("Subject", markup=False, id="compose-label"),
            self.subject_field,
            id="compose-subject-row",
        )
        self.counter = TwoEnds(id="compose-count")
        self.list = FindingsList(id="compose-findings")
        self.side = Leaf(id="compose-side", classes="-beside")

    def body(self) -> Iterable[Widget]:
        """What and why, the text over its findings, and where there is room the thread."""
        yield self.head
        yield self.why
        foot = Vertical(self.counter, self.list, id="compose-foot")
        paper = Vertical(self.subject_row, self.text, foot, id="compose-paper")
        yield Horizontal(paper, self.side, id="compose-desk")

    # What is written

    @property
    def subject_text(self) -> str:
        """The subject, "" where the channel has none."""
        return self.subject_field.value if writing.has_subject(self.composition) else ""

    @property
    def both(self) -> tuple[str, str]:
        """Subject and text as they stand."""
        return self.subject_text, self.text.text

    @property
    def blocked(self) -> bool:
        """Whether something stops the finish."""
        return any(one.level == BLOCK for one in self.found)

    def written(self) -> None:
        """The text was changed by the person; answered by the class below."""
        raise NotImplementedError

    # Checking

    def recheck(self) -> None:
        """Holds the text against everything; called within every change of it."""
        if not self._open:
            return
        subject, text = self.both
        blocked, kept = self.blocked, self.keeper.is_draft
        self.found = composing.findings(self.composition, subject, text)
        self.text.mark(
            Mark(one.start, one.end, one.level) for one in self.found if one.field == "text"
        )
        if (subject, text) != self.last:
            self.last = (subject, text)
            self.bottom.status.clear()
            self.written()
        self.draw_findings()
        self.draw_side()
        if (self.blocked, self.keeper.is_draft) != (blocked, kept):
            self.show_keys()

    # Drawing

    def draw_head(self) -> None:
        """The title line, why now, and the subject field where there is one."""
        desk, composition = self.house.desk, self.composition
        self.head.show(
            *composer_side.title(composition), right=composer_side.saved(desk, self.keeper)
        )
        self.why.show(composer_side.why(composition, self.handed_over))
        self.subject_row.display = writing.has_subject(composition)

    def draw_findings(self) -> None:
        """The count and the list."""
        subject, text = self.both
        composition = self.composition
        count = composing.count(composition, subject, text)
        self.counter.show(
            *length(count, composition.channel),
            right=tally(
                self.found,
                let_pass=len(composition.overrides or {}),
                checking=not self.names_known,
            ),
        )
        rows = [
            FoundRow(one.level == BLOCK, self._place(one), writing.explained(one, subject, text))
            for one in self.found
        ]
        at = [Stop.at(one) for one in self.found]
        self.list.show(rows, at.index(self.stop) if self.stop in at else -1)

    def _place(self, finding: Finding) -> str:
        if finding.field == "subject":
            return "subject"
        return "whole" if finding.whole else f"line {self.text.line_of(finding.start)}"

    def draw_side(self) -> None:
        """The thread and what the text still wants, where there is room for them."""
        if self.side.size.width:
            self.side.show(composer_side.rows(self.house.desk, self.composition, *self.both))

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """The finish by its real name."""
        return composer_side.hints(
            self.composition,
            blocked=self.blocked,
            kept=self.keeper.is_draft,
            width=self.size.width,
        )
