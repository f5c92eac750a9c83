"""The frame of every screen (places on top, words and keys below) and the base of the places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from ii_tui.errors import Locked, Nothing
from ii_tui.ui import commands
from ii_tui.ui.textual_patches.compositor import draw_sparingly
from ii_tui.ui.textual_patches.styles import know_room
from ii_tui.ui.widgets.bars import Bottom, Hint, TopBar
from ii_tui.ui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from ii_tui.ui.app import IiApp

REST_S = 0.06
"""A cursor that stays for so long is looked at: what stands beside the list follows it."""
RETRY_S = 0.05
"""After another program's lock was met: the old picture stays and the read is tried again."""


class Framed(Screen[Any]):
    """A screen with the bar of places, the status line and the key line.

    A subclass yields its widgets from `body`, draws rows in `show`, and names its keys in HINTS
    (command ids, the dearest first; a tuple of id and words where the words differ here).
    """

    NUMBER: ClassVar[int] = 0
    """the digit of the place that this belongs to"""
    ALWAYS: ClassVar[tuple[str, ...]] = ("app.anything", "app.help")
    """what stands at the end of the key line, whatever is under the cursor"""
    HINTS: ClassVar[tuple[str | tuple[str, str], ...]] = ()
    TITLE_WORDS: ClassVar[str] = ""
    """what this screen is, for help"""
    STEP: ClassVar[str] = ""
    """which of the five steps it serves, and why that matters: a sentence or two for help"""
    SCOPES: ClassVar[tuple[str, ...]] = ()
    """the scopes of commands that work here, for help and the anything dialog"""

    def __init__(self) -> None:
        super().__init__()
        draw_sparingly(self)
        self.top = TopBar(self.NUMBER)
        self.bottom = Bottom()
        self._at_rest: Timer | None = None
        self._waiting_to_redraw = False
        self._leaving = False

    @property
    def house(self) -> IiApp:
        """The app, with its type."""
        return cast("IiApp", self.app)

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        raise NotImplementedError

    def show(self) -> None:
        """Reads and draws; raises Locked when another program writes just now.

        Nothing is raised where what it shows was taken back: the screen is left then.
        """
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The frame around the body, which knows its room before its styles are looked at."""
        know_room(self, self._rooms())
        yield self.top
        yield from self.body()
        yield self.bottom

    def _rooms(self) -> list[tuple[int, str]]:
        return self.HORIZONTAL_BREAKPOINTS or []

    def on_screen_resume(self) -> None:
        """Rows may have changed while another screen was on top."""
        self.top.aside(self.house.aside)
        self.show_owed()
        self.redraw()

    def once_at_rest(self, act: Callable[[], object]) -> None:
        """Does it once the cursor has rested for a moment: keys that race cost no query each."""
        if self._at_rest is not None:
            self._at_rest.stop()
        self._at_rest = self.set_timer(REST_S, act)

    def show_owed(self) -> None:
        """The number beside Today."""
        self.top.count(self.house.owed_now)

    def redraw(self) -> None:
        """Draws anew; meets a lock with patience."""
        # An app that ends takes its widgets away one by one, and a look around may come between.
        if not (self.is_mounted and self.app.is_running):
            return
        try:
            self.show()
        except Locked:
            if not self._waiting_to_redraw:
                self._waiting_to_redraw = True
                self.set_timer(RETRY_S, self._again)
            return
        except Nothing as error:
            self.call_later(self._leave, error)
            return
        self.show_keys()

    def _again(self) -> None:
        self._waiting_to_redraw = False
        self.redraw()

    def _leave(self, error: Nothing) -> None:
        """An undo, or another program, took away what was shown here; said on what lies below."""
        # A screen below a sheet counts as current for Textual, but only the top one can leave;
        # when the sheet is put away this one is drawn anew, and comes here again.
        if self.app.screen is self and len(self.app.screen_stack) > 1 and not self._leaving:
            self._leaving = True
            self.dismiss()
        self.house.fail(error)

    def action_add_person(self) -> None:
        """A person from one line."""
        self.house.action_add_person()

    def action_import_file(self) -> None:
        """LinkedIn's Connections.csv."""
        self.house.action_import_file()

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """The commands that work right here; HINTS unless what is under the cursor changes them."""
        return self.HINTS

    def show_keys(self) -> None:
        """Draws the key line anew."""
        self.bottom.keys.show(self._written(self.hints()), self._written(self.ALWAYS))

    def _written(self, hints: Sequence[str | tuple[str, str]]) -> list[Hint]:
        found: list[Hint] = []
        for hint in hints:
            name, words = (hint, "") if isinstance(hint, str) else hint
            if key := self.house.keymap.written(name):
                found.append((key, words or commands.BY_ID[name].words))
        return found

    def on_key(self) -> None:
        """What the last key led to has been read."""
        self.bottom.status.clear()


class Filtered(Framed):
    """A place with a line that narrows its list while one types.

    A subclass makes `filter` before anything is drawn, and draws what fits its text.
    """

    filter: FilterLine

    async def action_filter(self) -> None:
        """Narrows the list while you type."""
        await self.filter.begin()

    def step_out(self) -> bool:
        """One step out within this screen: the filter goes first. False: the next is out of it."""
        return self.filter.clear()

    def on_descendant_focus(self) -> None:
        """The key line follows the cursor."""
        self.show_keys()

    def show_keys(self) -> None:
        """In the filter other keys work than in the list."""
        narrowed = bool(self.filter.text)
        if self.filter.typing:
            out = ("esc", "clear" if narrowed else "back to the list")
            self.bottom.keys.show([("enter", "to the list"), out], ())
            return
        hints = list(self.hints())
        if narrowed:
            hints.insert(1, ("app.out", "show all"))
        self.bottom.keys.show(self._written(hints), self._written(self.ALWAYS))
