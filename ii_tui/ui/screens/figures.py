"""Figures: honest counts, with their n."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from ii_tui.core.figures import RIPE_DAYS, SMALL, Figures
from ii_tui.core.stages import CLOSING, COLUMNS
from ii_tui.errors import IiError
from ii_tui.services import browsing
from ii_tui.ui import commands
from ii_tui.ui.screens import empty
from ii_tui.ui.screens.place import Framed
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.reading import Reading
from ii_tui.ui.widgets.spans import Cell, Line, Look, OneLine, Prose, Span, dim

_COUNTS = Columns(Column(9), Column(11, gap=1), Column(6, align="right"))
_BAR_AT = 30
TWO = 110
"""cells from which the sums stand beside the bars"""
LONGEST = 60
"""cells of the longest bar, less where the room is short"""


class Bars(OneLine):
    """A name, a count, and a bar as long as the count is, measured by the largest of its kind."""

    __slots__ = ("_cells", "_count", "_look", "_most")

    def __init__(
        self, cells: tuple[Cell, Cell], count: int, most: int, look: Look = "accent"
    ) -> None:
        self._cells, self._count, self._most, self._look = cells, count, most, look

    def spans(self, width: int, line: int) -> list[Span]:
        """The bar takes what the words leave; one is never drawn as none."""
        head = _COUNTS.row(*self._cells, f"{self._count:,}").spans(min(width, _BAR_AT - 2), 0)
        room = min(LONGEST, width - _BAR_AT)
        length = round(self._count * room / self._most) if self._most and room > 0 else 0
        if self._count and room > 0:
            length = max(1, length)
        return [*head, Span("  "), Span("━" * length, self._look)]


class FiguresScreen(Framed):
    """What is true of this database, and no more."""

    NUMBER = 7
    TITLE_WORDS = "Figures: what is true of this database, and no more"
    STEP = (
        "It serves all five steps: where the interviews stand, and what came of asking. A "
        "percentage of less than ten is left out, and requests of the last 14 days are not "
        "counted: their answers are still to come."
    )

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO, "-two")]  # noqa: RUF012 - Textual's own type
    DEFAULT_CSS = """
    FiguresScreen Lines { width: 1fr; }
    FiguresScreen.-one #beside, FiguresScreen #beside.-empty { display: none; }
    """

    SCOPES = commands.PLACES["figures"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)

    def __init__(self) -> None:
        super().__init__()
        self.lines = Figured(id="figures", empty=("Counting...",))
        self.beside = Reading(id="beside", classes="-beside -empty")
        self._figures = Figures()
        self._counted = False

    def body(self) -> Iterable[Widget]:
        """One column to read, two where there is room."""
        with Horizontal():
            yield self.lines
            yield self.beside

    def on_mount(self) -> None:
        """The page keys scroll."""
        self.lines.focus()

    def show(self) -> None:
        """Counts on the writer thread: counting everybody is no read for the screen to wait for."""
        self._count()

    @work(group="counting", exclusive=True)
    async def _count(self) -> None:
        try:
            figures = await self.house.ask(lambda: browsing.figures(self.house.desk))
        except IiError as error:
            self.house.fail(error)
            return
        self._figures, self._counted = figures, True
        self._draw()
        self.show_keys()

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """How the first people come in, while there is nobody to count."""
        nobody = self._counted and not (self._figures.contacts or self._figures.archived)
        return ("people.new", "people.import") if nobody else ()

    def on_resize(self) -> None:
        """Another width may have another number of columns."""
        if self._counted:
            self._draw()

    def _draw(self) -> None:
        where, so_far = list(standing(self._figures)), list(sums(self._figures))
        two = self.app.size.width >= TWO
        self.beside.set_class(not so_far, "-empty")
        self.beside.show(so_far if two else ())
        self.lines.show(where if two or not so_far else [*where, blank(), *so_far])


class Figured(Reading, can_focus=True):
    """Lines to read that take the page keys."""


def standing(figures: Figures) -> list[Item]:
    """Where the interviews stand, and how those that left the board ended."""
    if not figures.contacts and not figures.archived:
        return [Item(None, empty.FIGURES)]
    return [*_board(figures), *_left(figures)]


def sums(figures: Figures) -> list[Item]:
    """What came of asking, and how much there is of everything."""
    if not figures.contacts and not figures.archived:
        return []
    return [
        heading("ANSWERS TO YOUR REQUESTS"),
        *[Item(None, (Prose(text, look, indent=1),)) for text, look in answered(figures)],
        blank(),
        heading("SO FAR"),
        *[_plain(name, count, note) for name, count, note in _so_far(figures)],
        blank(),
        Item(None, (Prose(_FOUND, "dim", indent=1),)),
    ]


_FOUND = (
    'Have you found the job? Press : and type "found": everyone who helped is to hear it from you, '
    "the most helpful first."
)


def _most(figures: Figures) -> int:
    """The largest count of a bar: all bars are measured by it, so that they can be compared."""
    return max((*figures.stages.values(), *figures.exits.values()), default=0)


def _board(figures: Figures) -> list[Item]:
    most = _most(figures)
    items = [_titled("ON THE BOARD", sum(figures.stages.values()))]
    for step, stages in COLUMNS.items():
        for place, stage in enumerate(stages):
            name = Span(f" {step.label}" if place == 0 else "", "dim")
            row = Bars((name, stage.label), figures.stages.get(stage, 0), most)
            items.append(Item(None, (row,)))
    return items


def _left(figures: Figures) -> list[Item]:
    if not figures.exits:
        return []
    most = _most(figures)
    rows = [
        Item(None, (Bars(("", exit_.label), figures.exits[exit_], most, "dim"),))
        for exit_ in CLOSING
        if exit_ in figures.exits
    ]
    return [blank(), _titled("LEFT THE BOARD", sum(figures.exits.values())), *rows]


def answered(figures: Figures) -> list[tuple[str, Look]]:
    """How many requests were answered, in sentences that claim no more than they know."""
    n, yes, young = figures.requests_sent, figures.requests_answered, figures.requests_young
    if not n:
        said = f"No request for a conversation is older than {RIPE_DAYS} days yet."
    else:
        percent = figures.answered_percent
        share = "" if percent is None else f", {percent}%"
        said = f"{yes} of {n} {'was' if n == 1 else 'were'} answered{share} (n = {n})."
    found: list[tuple[str, Look]] = [(said, "normal")]
    if 0 < n < SMALL:
        found.append((f"No percentage: under {SMALL} it would say nothing.", "dim"))
    if young:
        have = "request is" if young == 1 else "requests are"
        found.append(
            (
                f"{young} {have} younger than {RIPE_DAYS} days and left out: answers are still "
                "to come.",
                "dim",
            )
        )
    elif n:
        words = f"Requests younger than {RIPE_DAYS} days would be left out; there are none."
        found.append((words, "dim"))
    return found


def _so_far(figures: Figures) -> list[tuple[str, int, str]]:
    return [
        ("contacts", figures.contacts, f"{figures.archived:,} archived" * bool(figures.archived)),
        ("companies", figures.companies, f"{figures.targets:,} are targets"),
        ("meetings held", figures.meetings_held, ""),
        ("cards posted", figures.cards_posted, ""),
    ]


_SO_FAR = Columns(Column(19), Column(7, align="right", gap=1), Column(10, grow=1))


def _plain(name: str, count: int, note: str) -> Item:
    return Item(None, (_SO_FAR.row(f" {name}", f"{count:,}", dim(note)),))


def _titled(title: str, total: int) -> Item:
    return Item(None, (Line(Span(title, "heading"), dim(f"  {total:,}")),))
