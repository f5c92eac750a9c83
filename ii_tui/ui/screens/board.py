"""The Board: every interview by its stage, in the five steps; and those that left it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from ii_tui.core.models import CardRow, TaskRow
from ii_tui.core.stages import Exit
from ii_tui.core.text import fold
from ii_tui.errors import IiError, Nothing
from ii_tui.services import interviews, people
from ii_tui.services.interviews import Board
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens import empty
from ii_tui.ui.screens.board_drawer import Drawer
from ii_tui.ui.screens.place import Filtered
from ii_tui.ui.screens.today_detail import person_items
from ii_tui.ui.settling import ENTER
from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.board_view import BoardView
from ii_tui.ui.widgets.board_words import brief, is_open
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.reading import Reading
from ii_tui.ui.widgets.spans import Line, Row, Span, bright, dim

BESIDE = 140
"""Cells from which the chosen card's person stands beside the board."""

_WIDTHS: list[tuple[int, str]] = [(0, "-below"), (BESIDE, "-aside")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-flat"), (10, "-low"), (16, "-tall")]
_MOVES = (("move.back", "back"), ("move.forward", "forward"))


class Left(Bar):
    """How many interviews left the board."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = (0, 0)
        self._open = False

    def say(self, parked: int, closed: int, *, opened: bool) -> None:
        """Other counts; `opened` while they are listed."""
        if (parked, closed, opened) != (*self._counts, self._open):
            self._counts, self._open = (parked, closed), opened
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """Both counts, and the key that shows them."""
        parked, closed = self._counts
        words = [dim("parked "), Span(str(parked)), dim("   closed "), Span(str(closed))]
        if self._open:
            return [*words, Span("   "), Span("p ", "key"), dim("back to the board")]
        if parked or closed:
            return [*words, Span("   "), Span("p ", "key"), dim("shows them")]
        return words


class BoardScreen(Acting, Filtered):
    """Everyone I am talking to, and how far it is."""

    NUMBER = 2
    TITLE_WORDS = "Board: every interview by its stage, in the five steps"
    STEP = (
        "It serves all five steps, its columns: connect, ask, firm up, talk, keep in touch. "
        "! is due, * means that they answered and it is your turn. On the right: days at the "
        "stage, the day of the meeting, or when the next check-in comes."
    )
    SCOPES = commands.PLACES["board"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    AUTO_FOCUS = "BoardView"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    DEFAULT_CSS = """
    BoardScreen #panes { layout: vertical; height: 1fr; }
    BoardScreen #brief { height: 4; border-top: solid $ii-rule; }
    BoardScreen #person { display: none; width: 30%; max-width: 56; height: 1fr; }
    BoardScreen Drawer { display: none; }
    BoardScreen.-drawer Drawer { display: block; }
    BoardScreen.-drawer BoardView { display: none; }
    BoardScreen.-aside #panes { layout: horizontal; }
    BoardScreen.-aside #person { display: block; }
    BoardScreen.-aside #brief { display: none; }
    BoardScreen.-flat #brief, BoardScreen.-low #brief, BoardScreen.-flat Left { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = BoardView(id="board")
        self.drawer = Drawer(id="drawer")
        self.filter = FilterLine(self._narrow, self._to_cards, placeholder="name or company")
        self._brief = Leaf(id="brief")
        self._person = Reading(id="person", classes="-beside")
        self._left = Left()
        self._all = Board((), ())
        self._told: list[tuple[Span, ...]] = []

    def body(self) -> Iterable[Widget]:
        """The filter, the board or its drawer, the chosen card, and who left."""
        yield self.filter
        with Container(id="panes"):
            with Vertical():
                yield self.view
                yield self.drawer
            yield self._person
            yield self._brief
        yield self._left

    # Drawing

    def show(self) -> None:
        """Reads the cards; the cursor follows its person."""
        self._all = interviews.the_board(self.house.desk)
        self._draw()

    def _draw(self) -> None:
        desk = self.house.desk
        now = desk.local(desk.now())
        words = fold(self.filter.text).split()
        cards = [card for card in self._all.cards if _fits(card, words)]
        closed = [card for card in self._all.closed if _fits(card, words)]
        self.view.show(cards, now)
        self.drawer.show_cards(closed, now)
        parked = sum(card.exit is Exit.PARKED for card in closed)
        self._left.say(parked, len(closed) - parked, opened=self._in_drawer)
        shown, everyone = len(cards), len(self._all.cards)
        if self._in_drawer:
            shown, everyone = len(closed), len(self._all.closed)
        self.filter.found(shown, everyone)
        self._tell_chosen()

    @property
    def _in_drawer(self) -> bool:
        return self.has_class("-drawer")

    def _chosen(self) -> CardRow | None:
        return self.drawer.card if self._in_drawer else self.view.card

    @on(BoardView.Highlighted)
    @on(Drawer.Highlighted)
    def _moved(self) -> None:
        self._tell_chosen()
        self.show_keys()

    def _tell_chosen(self) -> None:
        """The chosen card in words, below the board or beside it."""
        card = self._chosen()
        desk = self.house.desk
        if self.size.width < BESIDE:
            now = desk.local(desk.now())
            rows = self._nobody()
            if card is not None:
                rows = brief(card, now)
            # Every redraw makes rows anew; only other words are worth a repaint.
            told = [tuple(row.spans(self.size.width, 0)) for row in rows]
            if told != self._told:
                self._told = told
                self._brief.show(rows)
            return
        self.once_at_rest(self._show_person)

    def _nobody(self) -> list[Row]:
        if self.filter.text:
            return [Line(bright("Nobody fits.")), Line(dim("esc shows everyone again."))]
        if self._in_drawer:
            return [Line(dim("Nobody is parked or closed."))]
        if self._all.cards:
            return [Line(dim("Nobody is at this step."))]
        return list(empty.BOARD)

    def _show_person(self) -> None:
        card = self._chosen()
        if card is None:
            self._person.read(_as_items(self._nobody()))
            return
        try:
            page = people.page(self.house.desk, card.person_id)
        except IiError:
            return  # busy or gone: the old picture stays, the next redraw tells
        self._person.read(person_items(page, self.house.desk, few=True))

    def on_resize(self) -> None:
        """Below or beside: whichever is seen now is drawn."""
        if self.is_mounted:
            self._tell_chosen()

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What enter does here, then the rest."""
        task = self.chosen_task()
        enter = ("task.settle", ENTER.get(task.kind, "open") if task is not None else "open")
        if self._in_drawer:
            return (
                enter,
                "move.revive",
                ("task.later", "another day"),
                "person.open",
                "person.message",
                ("board.closed", "board"),
            )
        if self.view.card is None:
            if not (self._all.cards or self._all.closed):
                return ("people.new", "people.import", "go.contacts")
            return ("people.new", "board.closed", "list.filter")
        return (
            enter, "person.open", "person.came_in", *_MOVES, "person.message",
            "person.meeting", "person.close", "list.filter",
        )  # fmt: skip

    # Acting

    def chosen_person(self) -> int | None:
        """Whose card the cursor stands on."""
        card = self._chosen()
        return None if card is None else card.person_id

    def chosen_task(self) -> TaskRow | None:
        """What is owed on the chosen card now."""
        card = self._chosen()
        if card is None or not is_open(card.task, self.house.desk.now()):
            return None
        return card.task

    def action_task_later(self) -> None:
        """Puts it off; somebody parked comes back on another day, also before the first one."""
        card = self._chosen()
        if card is None or card.exit is not Exit.PARKED or card.task is None:
            super().action_task_later()
            return
        from ii_tui.ui.dialogs.tasks import later

        self._begin(later(self.house, card.task))

    @on(BoardView.Chosen)
    @on(Drawer.Chosen)
    def _settle(self) -> None:
        self.action_settle()

    def action_add_person(self) -> None:
        """Somebody from one line, known already or new, is put on the board."""
        from ii_tui.ui.dialogs.adding import put_on_board

        async def flow() -> None:
            person = await put_on_board(self.house)
            if person is not None:
                self.filter.clear()
                self.view.go_to(person)

        self._begin(flow())

    async def action_revive(self) -> None:
        """Brings the chosen interview back, of a person's several the one that is chosen."""
        card = self._chosen()
        if card is None or card.exit is None:
            self.house.fail(Nothing("That interview is on the board.", hint="p shows the closed."))
            return
        await self.house.do(lambda: interviews.revive(self.house.desk, card.interview_id))
        self.view.go_to(card.person_id)

    def action_closed(self) -> None:
        """Shows those that left the board, or the board again."""
        self.toggle_class("-drawer")
        (self.drawer if self._in_drawer else self.view).focus()
        self._draw()
        self.show_keys()

    # Filter

    def _narrow(self, text: str) -> None:
        self._draw()
        self.show_keys()

    def _to_cards(self) -> None:
        self.set_focus(self.drawer if self._in_drawer else self.view)

    def step_out(self) -> bool:
        """The filter goes first, then the drawer, then we do."""
        if super().step_out():
            return True
        if self._in_drawer:
            self.action_closed()
            return True
        return False


def _fits(card: CardRow, words: Sequence[str]) -> bool:
    """Whether every word is in the name or the company."""
    if not words:
        return True
    text = fold(f"{card.name} {card.company}")
    return all(word in text for word in words)


def _as_items(rows: Iterable[Row]) -> list[Item]:
    return [Item(None, tuple(rows))]
