"""The composer: one text, what stands against it, and the way out to where it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from ii_tui.errors import IiError, Nothing
from ii_tui.services import composing, writing
from ii_tui.services.composing import Composition
from ii_tui.services.drafts import Saved
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.keeping import DraftKeeper
from ii_tui.ui.screens.composer_guide import Guide
from ii_tui.ui.screens.composer_sheet import ComposerSheet


class ComposerScreen(Acting, ComposerSheet):
    """What is typed shows at once, is checked in the same breath, and is on disk a moment later."""

    CSS_PATH = "composer.tcss"
    AUTO_FOCUS = "MessageText"
    SCOPES = commands.PLACES["composer"]
    TITLE_WORDS = "Writing a message"
    STEP = (
        "It serves all five steps, each has its message. Here it is drafted, held against what "
        "would embarrass, and handed to you: you send it, and say so when it is sent."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(*SCOPES),
        # Undo and redo of other changes have no business in a text.
        Binding("ctrl+r,ctrl+z,ctrl+y", "nothing", show=False),
    ]

    @dataclass
    class Told(Message):
        """The saver has tried to save; posted from its thread."""

        keeper: DraftKeeper
        saved: Saved

    def __init__(self, composition: Composition) -> None:
        super().__init__(composition)
        self.template = composition.template
        self.leaving = False
        self.guide = Guide(self, self._ask_phone)
        self._asked_phone = False
        self.taken_up = False
        """a draft was found that was not asked for"""
        self.names_read = asyncio.Event()
        self.copies: frozenset[int] = frozenset()
        """other drafts of this message that were told of"""
        self.sent_elsewhere = False
        self._flows = 0
        self._fresh = True

    def on_mount(self) -> None:
        """The slot, the place where writing goes on, my name where it is wanted, the names."""
        self.keeper = self._kept(self.composition)
        self._open = True
        self.guide.take_keys(self.house.keymap)
        self.recheck()
        self.guide.to_the_place()
        if self.taken_up:
            more = self.house.keymap.written("compose.more")
            self.house.say(f"This is the draft you began. {more}, a begins another beside it.")
        self.call_after_refresh(self.ask_name)

    def on_unmount(self) -> None:
        """However this screen went, the saver finishes."""
        self.keeper.let_go()

    def on_resize(self) -> None:
        """Lines are wrapped elsewhere now, so places have other numbers."""
        self.call_after_refresh(self.recheck)
        self.show_keys()

    def chosen_person(self) -> int | None:
        """To whom."""
        return self.composition.page.id

    # What is being written

    def use(self, composition: Composition, *, follow: bool = False) -> None:
        """Another composition in place of this one: another kind, or the same draft read anew.

        `follow`: the same text as somebody went on with it; the cursor stays, ctrl+z goes back.
        """
        self.keeper.let_go()
        self.template = composition.template
        self.composition = composing.with_names(composition, self.composition.context.names)
        self.keeper = self._kept(composition)
        if (composition.subject, composition.body) != (self.subject_field.value, self.text.text):
            self.last = (
                composition.subject if writing.has_subject(composition) else "",
                composition.body,
            )
            self.subject_field.value = composition.subject
            if follow:
                self._replace(composition.body)
            else:
                self.text.load_text(composition.body)
                self.stop = None
                self.guide.to_the_place()
        self.change(self.composition)

    def put_text(self, subject: str, body: str) -> None:
        """Another text in place of this one, which is saved; ctrl+z goes back."""
        self.subject_field.value = subject
        self._replace(body)

    def _replace(self, body: str) -> None:
        if body != self.text.text:
            at = self.text.cursor_index
            self.text.replace_all(body)
            self.text.put_cursor(at)

    def change(self, composition: Composition) -> None:
        """The same text under other circumstances: channel, overrides, my name, the person."""
        self.composition = composition
        self.recheck()
        self.draw_head()
        self.show_keys()

    def written(self) -> None:
        """Gives the text as it stands to the saver."""
        self.keeper.put(
            self.composition, *self.both, self.text.cursor_index, template=self.template
        )
        self.draw_head()

    def _kept(self, composition: Composition) -> DraftKeeper:
        draft = composition.draft
        self.handed_over = draft is not None and draft.copied is not None
        keeper: DraftKeeper

        def told(saved: Saved) -> None:
            self.post_message(self.Told(keeper, saved))

        keeper = DraftKeeper(self.house.saver, composition, told)
        return keeper

    @on(Input.Changed, "#compose-subject")
    def _subject_changed(self) -> None:
        self.recheck()

    @on(Input.Submitted, "#compose-subject")
    def _subject_done(self) -> None:
        self.text.focus()

    @on(Told)
    def _told(self, message: Told) -> None:
        message.keeper.told(message.saved)
        if message.keeper is not self.keeper:
            return
        if message.saved.trouble is not None:
            self.bottom.status.fail(message.saved.trouble)
        elif message.saved.apart:
            from ii_tui.ui.screens import composer_copies

            composer_copies.went_apart(self, message.saved)
        self.draw_head()

    # What is known

    def show(self) -> None:
        """After another screen was on top, or rows changed: what is known of the person now."""
        if self._fresh:
            self._fresh = False
            self.draw_head()
            self.draw_side()
        else:
            try:
                self.change(writing.refreshed(self.house.desk, self.composition))
            except Nothing as error:
                error.hint = "Your text is kept; redo brings them back."
                self.house.fail(error)
                return
        self.look_elsewhere()
        self.load_names()

    def look_elsewhere(self, *, leaving: bool = False) -> None:
        """What became of this draft in another window; not while something is done with it."""
        # While the app ends there is no screen at all, and it counts as no current one.
        on_top = self.is_current and self.house.screen is self
        if leaving or (on_top and not self._flows):
            from ii_tui.ui.screens import composer_copies

            composer_copies.look(self)

    @work(group="names", exclusive=True)
    async def load_names(self) -> None:
        """Reads the network's names on the writer thread and checks again."""
        house = self.house
        try:
            known = await house.ask(lambda: writing.known_names(house.desk, house.network))
        except IiError:  # another program holds the database: a moment later
            self.set_timer(0.5, self.load_names)
            return
        house.network = known
        first, self.names_known = not self.names_known, True
        if first or self.composition.context.names is not known.names:
            self.composition = composing.with_names(self.composition, known.names)
            self.recheck()
        self.names_read.set()

    # What can be done

    def _begin(self, flow: Coroutine[Any, Any, Any]) -> None:
        super()._begin(self._under_way(flow))

    async def _under_way(self, flow: Coroutine[Any, Any, Any]) -> None:
        self._flows += 1
        try:
            await flow
        finally:
            self._flows -= 1

    def action_next_finding(self, by: int = 1) -> None:
        """To the next finding or field: what must still be filled in comes first."""
        self.guide.go_on(by)

    def action_nothing(self) -> None:
        """A key that means something elsewhere and must not here."""

    def action_finish(self) -> None:
        """Hands the text over to the clipboard."""
        from ii_tui.ui.screens import composer_finish

        self._begin(composer_finish.finish(self))

    def action_more(self) -> None:
        """Everything else that can be done here."""
        from ii_tui.ui.screens import composer_more

        self._begin(composer_more.more(self))

    def action_leave(self) -> None:
        """Leaves; what was written is kept."""
        from ii_tui.ui.screens import composer_finish

        self._begin(composer_finish.leave(self))

    def _ask_phone(self) -> None:
        """My phone is asked once, as my name is, so that it is there the next time."""
        desk = self.house.desk
        if self._asked_phone or desk.settings.me.phone or writing.lacks_name(desk, *self.both):
            return
        self._asked_phone = True
        from ii_tui.ui.screens import composer_more

        self._begin(composer_more.ask_mine(self, "phone"))

    def ask_name(self) -> None:
        """Asks my name in place where the text waits for it."""
        if writing.lacks_name(self.house.desk, *self.both):
            from ii_tui.ui.screens import composer_more

            self._begin(composer_more.ask_mine(self, "name"))
