"""What can be done about the person or the task under the cursor, on every screen that has one.

A screen answers `chosen_person` and `chosen_task`; the actions here ask what must be asked in a
dialog and call one service. Dialogs are imported when they are first needed.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, cast

from ii_tui.core.models import TaskRow
from ii_tui.errors import Nothing

if TYPE_CHECKING:
    from textual.screen import Screen

    from ii_tui.ui.app import IiApp


class Acting:
    """Mixed into screens that show people.

    No node itself, as `Everywhere` is none: a class takes its style from the first node that it is
    made from, and what a stylesheet says of every `Screen` would reach none of these.
    """

    def chosen_person(self) -> int | None:
        """The id of the person under the cursor."""
        raise NotImplementedError

    def chosen_task(self) -> TaskRow | None:
        """The task under the cursor, where there is one."""
        return None

    @property
    def _house(self) -> IiApp:
        return cast("IiApp", cast("Screen[Any]", self).app)

    def _someone(self) -> int | None:
        person = self.chosen_person()
        if person is None:
            self._house.fail(
                Nothing("That is for a person.", hint="Choose one, or add one with n.")
            )
        return person

    def _owed(self) -> TaskRow | None:
        task = self.chosen_task()
        if task is None:
            self._house.fail(Nothing("Nothing is owed here."))
        return task

    def _begin(self, flow: Coroutine[Any, Any, Any]) -> None:
        """Runs a dialog and what follows; an error of ours ends in the status line."""
        self._house.begin(flow)

    # Tasks

    def action_settle(self) -> None:
        """Does what is owed here, else opens the person."""
        task = self.chosen_task()
        if task is None:
            self.action_open_person()
            return
        from ii_tui.ui.settling import settle

        self._begin(settle(self._house, task))

    async def action_task_done(self) -> None:
        """It is done."""
        from ii_tui.services import settling

        if (task := self._owed()) is not None:
            await self._house.do(lambda: settling.done(self._house.desk, task.id))

    async def action_task_skip(self) -> None:
        """It need not be done."""
        from ii_tui.services import settling

        if (task := self._owed()) is not None:
            await self._house.do(lambda: settling.skip(self._house.desk, task.id))

    def action_task_later(self) -> None:
        """Puts it off until a day."""
        from ii_tui.ui.dialogs.tasks import later

        if (task := self._owed()) is not None:
            self._begin(later(self._house, task))

    # People

    def action_open_person(self) -> None:
        """The person's page."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.screens.person import PersonScreen

            self._house.push_screen(PersonScreen(person))

    def action_came_in(self) -> None:
        """Something came in."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.came_in import came_in

            self._begin(came_in(self._house, person))

    def action_message(self) -> None:
        """The composer, with the kind that fits."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.screens.composer_begin import compose

            self._begin(compose(self._house, person, task=self.chosen_task()))

    def action_kind(self) -> None:
        """The composer, with a kind that is asked for."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.screens.composer_begin import compose

            self._begin(compose(self._house, person, ask_kind=True))

    def action_introduction(self) -> None:
        """Asks somebody to introduce me to them."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.introducing import ask_for

            self._begin(ask_for(self._house, person))

    def action_meeting(self) -> None:
        """Makes or moves the meeting."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.meeting import meeting

            self._begin(meeting(self._house, person))

    def action_close(self) -> None:
        """Closes the interview, with a reason."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.closing import close

            self._begin(close(self._house, person))

    async def action_start(self) -> None:
        """Puts the person on the board."""
        from ii_tui.services import interviews

        if (person := self._someone()) is not None:
            await self._house.do(lambda: interviews.start(self._house.desk, person))

    async def action_thanks(self) -> None:
        """Card and e-mail are both owed after the talk, or one of them."""
        from ii_tui.services import interviews

        if (person := self._someone()) is not None:
            await self._house.do(lambda: interviews.swap_thanks(self._house.desk, person))

    async def action_move_stage(self, by: int) -> None:
        """Moves the person's interview a stage along the board."""
        from ii_tui.services import interviews

        if (person := self._someone()) is not None and not self._house.outdated(person):
            await self._house.do(lambda: interviews.step_person(self._house.desk, person, by))

    async def action_revive(self) -> None:
        """Brings the person's closed interview back."""
        from ii_tui.services import interviews

        if (person := self._someone()) is not None:
            await self._house.do(lambda: interviews.revive_person(self._house.desk, person))

    def action_edit_person(self) -> None:
        """The person's form."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.editing import edit_person

            self._begin(edit_person(self._house, person))

    def action_closeness(self) -> None:
        """How well do you know them?"""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.people import closeness

            self._begin(closeness(self._house, person))

    def action_note(self) -> None:
        """A note on the person."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.notes import note

            self._begin(note(self._house, person))

    def action_remind(self) -> None:
        """A reminder of one's own."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.notes import remind

            self._begin(remind(self._house, person))

    def action_archive(self) -> None:
        """Out of every list, or back; asked first where an interview is open."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.people import archive

            self._begin(archive(self._house, person))

    async def action_do_not_contact(self) -> None:
        """Blocks every message to the person, or takes that back."""
        if (person := self._someone()) is not None:
            from ii_tui.ui.dialogs.people import do_not_contact

            self._begin(do_not_contact(self._house, person))
