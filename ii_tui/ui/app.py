"""The app: modes, theme, key map, and the way to the writer thread. No business rules."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.screen import Screen

from ii_tui.errors import IiError, Locked
from ii_tui.services import history, today
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import DraftSaver
from ii_tui.ui import commands
from ii_tui.ui.everywhere import Everywhere
from ii_tui.ui.keymap import read as read_keys
from ii_tui.ui.keymap import written as keymap_written
from ii_tui.ui.resting import Resting
from ii_tui.ui.styles import STYLES, themes
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.typeahead import TypeAhead

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType

    from ii_tui.services.writing import Known
    from ii_tui.ui.screens.place import Framed

T = TypeVar("T")

WATCH_S = 2.0
"""How often another program's changes are looked for."""

SLOW_S = 1.0
"""How long something may take before the screen says that it is under way."""

MODES = ("today", "board", "contacts", "companies", "messages", "meetings", "figures")


def _place(name: str) -> Callable[[], Screen[Any]]:
    """A factory that imports its screen only when the place is first gone to."""

    def make() -> Screen[Any]:
        import importlib

        module = importlib.import_module(f"ii_tui.ui.screens.{name}")
        screen: Screen[Any] = getattr(module, f"{name.capitalize()}Screen")()
        return screen

    return make


class IiApp(Everywhere, SafeApp[int]):
    """One desk, seven places."""

    CSS_PATH: ClassVar[Any] = [*STYLES]
    ENABLE_COMMAND_PALETTE = False
    MODES: ClassVar[dict[str, Any]] = {name: _place(name) for name in MODES}
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("go", "app")

    def __init__(self, desk: Desk, *, aside: str = "", crashes: Path | None = None) -> None:
        """`crashes` is where reports of bugs go, where that is not the desk's own folder."""
        super().__init__(crashes=crashes or desk.paths.crashes)
        themes.register(self)
        self.begin_with(themes.best_theme(desk.settings.ui.theme, os.environ))
        self.desk = desk
        self.saver = DraftSaver(desk.store, desk.clock)
        self.aside = aside
        """words at the right end of the top bar: demo, another database"""
        self.keymap = read_keys(desk.settings.keys, desk.settings.ui.keys_preset)
        self.owed_now = 0
        self.banner = ""
        self.network: Known | None = None
        """the names that texts are checked for, once a composer was open"""
        self._ahead = TypeAhead(self)
        self._watch = history.Watch(desk)
        self.alone = False
        """whether the process is ours: then its garbage is collected while nobody types"""
        self._resting = Resting()
        self._said: tuple[str | IiError, bool] | None = None
        self._when_seen: list[Callable[[], object]] | None = []

    # Start

    def on_load(self) -> None:
        """Keys are there before the first frame, and what is wrong with the settings is known."""
        self.desk.draws_here()
        if not self.desk.settings.ui.animation:
            self.animation_level = "none"
        self.only_changes = self.desk.settings.ui.only_changes
        self.set_keymap(self.keymap.bound())
        theme = themes.problems(self.desk.settings.ui.theme)
        wrong = [*self.desk.problems, *self.keymap.problems, *theme]
        if wrong:
            more = f" (and {len(wrong) - 1} more: ii-tui config check)" if len(wrong) > 1 else ""
            self.banner = wrong[0] + more

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our styles need in any theme."""
        return themes.variable_defaults()

    def on_mount(self) -> None:
        """What is slow waits until the first frame is there."""
        if self.banner:
            self.fail(IiError(self.banner))
        elif self.aside:
            self.say(f"{self.aside[:1].upper()}{self.aside[1:]}.")  # no room for it at 80 cells
        self.call_after_refresh(self._settle_in)

    def when_seen(self, what: Callable[[], object]) -> None:
        """Calls `what` when the next frame is on its way, and not before the very first one is.

        Textual alone would call it as soon as it has looked whether there is anything to draw.
        """
        if self._when_seen is None:
            self.screen.call_after_refresh(what)
        else:
            self._when_seen.append(what)

    def _settle_in(self) -> None:
        waiting, self._when_seen = self._when_seen or [], None
        for what in waiting:
            self.screen.call_after_refresh(what)
        self._watch.start()
        self.set_interval(WATCH_S, self._look_around)
        if self.alone:
            self._resting.begin()
        self.desk.jobs.submit(self._chores)

    def _chores(self) -> None:
        """On the writer thread: what nobody waits for."""
        import contextlib

        from ii_tui.services import planning, safekeeping

        with contextlib.suppress(IiError, OSError):
            if planning.refresh(self.desk):
                self.call_later(self.changed)
            # My holidays are read here, so that nothing on the screen ever waits for them.
            self.desk.calendar()
            if self.desk.country_problem:
                self.call_later(self.fail, IiError(self.desk.country_problem))
            history.tidy(self.desk)
            safekeeping.daily(self.desk)

    # Flows: what asks on sheets, one after the other

    def begin(self, flow: Coroutine[Any, Any, Any]) -> None:
        """Runs a flow in a worker; an error of ours ends in the status line.

        Keys that are typed ahead of its sheets wait for them.
        """
        self._ahead.begin()

        async def guarded() -> None:
            try:
                await flow
            except IiError as error:
                self.fail(error)
            finally:
                self._ahead.end()

        self.run_worker(guarded())

    async def on_event(self, event: events.Event) -> None:
        """Keys may have to wait."""
        if isinstance(event, events.Key):
            self._resting.key()
        if isinstance(event, events.Key) and self._ahead.takes(event):
            return
        await super().on_event(event)

    def pop_screen(self) -> AwaitComplete:
        """The sheet on top is put away."""
        done = super().pop_screen()
        self._ahead.wait()
        return done

    # Reading and writing

    async def do(self, work: Callable[[], T], *, say: bool = True) -> T | None:
        """Runs `work` on the writer thread and redraws; what goes wrong is told in the status line.

        Words that it returns are said, with the way back, unless `say` is False. None: it failed.
        """
        try:
            return await self.tell(work, say=say)
        except IiError as error:
            self.fail(error)
            return None

    async def tell(self, work: Callable[[], T], *, say: bool = True) -> T:
        """As `do`, but raises what goes wrong."""
        result = await self.ask(work)
        if say and isinstance(result, str):
            self.say(result, undo=True)
        self.changed()
        return result

    async def ask(self, work: Callable[[], T]) -> T:
        """Runs `work` on the writer thread; raises what it raises. What takes long is told."""
        future = asyncio.wrap_future(self.desk.jobs.submit(work))
        seconds = 0
        try:
            while not (await asyncio.wait({future}, timeout=SLOW_S))[0]:
                seconds += 1
                self.say(f"Working, {seconds} s. What you type now comes after it.")
        except asyncio.CancelledError:
            future.cancel()
            raise
        if seconds:
            self.say("")
        return future.result()

    def changed(self) -> None:
        """Rows changed: whoever is on top draws anew, the rest when they come up again."""
        for screen in self.screen_stack:
            redraw = getattr(screen, "redraw", None)
            if redraw is not None:
                redraw()
        self.count_owed()

    def count_owed(self) -> None:
        """The number beside Today."""
        try:
            self.owed_now = today.open_count(self.desk)
        except Locked:
            return
        if self.is_running:
            for bar in self._frames():
                bar.show_owed()

    def _look_around(self) -> None:
        self._resting.look()
        try:
            rows = self._watch.look()
        except Locked:
            return
        if self._watch.replaced:
            self.fail(IiError("The database was replaced by another (a restore). Start again."))
        elif rows is not None:
            self.changed()
        elif self.desk.clock.offset is None:
            self.count_owed()

    def outdated(self, person_id: int) -> bool:
        """Whether another program changed this person since they were drawn: they are drawn anew.

        For what is done to a person as one sees them, a stage further or out of the lists.
        """
        try:
            rows = self._watch.look()
        except Locked:
            return False
        if rows is None:
            return False
        self.changed()
        try:
            theirs = history.concerns(self.desk, rows, person_id)
        except Locked:
            theirs = bool(rows)
        if theirs:
            self.say("Changed in another window just now: look, then do it again.")
        return theirs

    # Words

    def say(self, words: str, *, undo: bool = False) -> None:
        """What just happened, on the screen that is on top when it settles."""
        self._said = (words, undo)
        self.call_later(self._speak)

    def fail(self, error: IiError) -> None:
        """What did not work, and the way out."""
        self._said = (error, False)
        self.call_later(self._speak)

    def _speak(self) -> None:
        if self._said is None:
            return
        for frame in reversed(self._frames()):
            words, undo = self._said
            key = self.keymap.written("app.undo") if undo else ""
            if isinstance(words, IiError):
                frame.bottom.status.fail(words)
            else:
                frame.bottom.status.say(words, undo=key)
            self._said = None
            return

    def _frames(self) -> list[Framed]:
        from ii_tui.ui.screens.place import Framed

        return [screen for screen in self.screen_stack if isinstance(screen, Framed)]

    # Actions of everywhere

    async def action_go(self, number: int) -> None:
        """To one of the seven places; what lies over the present one is left (texts are kept)."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.switch_mode(MODES[number - 1])

    def action_undo(self) -> None:
        """Takes the last change back; another program's only when asked."""
        if not self._typing():
            self.begin(self._undo())

    async def _undo(self) -> None:
        from ii_tui.ui.dialogs.taking_back import replay

        words = await replay(self, redo=False)
        if words is not None:
            self.say(f"{words} {self.keymap.written('app.redo')} does it again.")
            self.changed()

    def action_redo(self) -> None:
        """Does again what was undone; what another program undid only when asked."""
        if not self._typing():
            self.begin(self._redo())

    async def _redo(self) -> None:
        from ii_tui.ui.dialogs.taking_back import replay

        words = await replay(self, redo=True)
        if words is not None:
            self.say(words, undo=True)
            self.changed()

    def _typing(self) -> bool:
        """Whether keys go into a text: what is taken back there is letters, not a change."""
        from textual.widgets import Input

        return isinstance(self.focused, Input)

    def action_help_quit(self) -> None:
        """Ctrl+c, out of habit: nothing is stopped, and the way out is told."""
        self.say(self.way_out())

    def way_out(self) -> str:
        """How to leave, in words."""
        keys = [keymap_written(key) for key in self.keymap.of("app.quit")]
        return f"Nothing was stopped. {' or '.join(keys) or 'The command quit'} leaves."

    async def action_out(self) -> None:
        """One step out; on a place there is nowhere further out but Today."""
        step_out = getattr(self.screen, "step_out", None)
        if step_out is not None and step_out():
            return
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        elif self.current_mode != "today":
            await self.switch_mode("today")

    async def action_quit(self) -> None:
        """Leaves; drafts are on disk first."""
        self.saver.flush()
        self.exit(0)
