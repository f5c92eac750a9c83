"""What can be done wherever one is: each action imports its sheet when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class Everywhere:
    """Mixed into the app.

    No node itself: of several that a class is made from Textual sees the first, and the app would
    lose its own style, and so its background.
    """

    @property
    def _itself(self) -> IiApp:
        return cast("IiApp", self)

    def action_help(self) -> None:
        """The keys of this screen, and why it is there."""
        from ii_tui.ui.dialogs.help import METHOD, HelpDialog

        app = self._itself

        def then(answer: str | None) -> None:
            if answer == METHOD:
                self.action_method()
            elif answer is not None:
                self.action_anything()

        app.push_screen(HelpDialog(app.screen), then)

    def action_method(self) -> None:
        """The method in five steps."""
        from ii_tui.ui.dialogs.method import MethodDialog

        self._itself.push_screen(MethodDialog())

    def action_anything(self) -> None:
        """People, companies and commands by a few letters."""
        from ii_tui.ui.dialogs.anything import anything

        self._itself.begin(anything(self._itself))

    def action_export(self) -> None:
        """Everything, people or the calendar to a file."""
        from ii_tui.ui.dialogs.upkeep import export

        self._itself.begin(export(self._itself))

    def action_backup(self) -> None:
        """A checked backup."""
        from ii_tui.ui.dialogs.upkeep import backup

        self._itself.begin(backup(self._itself))

    def action_restore(self) -> None:
        """How a backup takes the place of what is here."""
        from ii_tui.ui.dialogs.upkeep import restore

        self._itself.begin(restore(self._itself))

    def action_history(self) -> None:
        """What was done, to be taken back."""
        from ii_tui.ui.dialogs.upkeep import HistoryDialog

        self._itself.push_screen(HistoryDialog(self._itself))

    def action_settings(self, field: str = "") -> None:
        """The sheet of the settings, at one of them."""
        from ii_tui.ui.dialogs.settings import settings

        self._itself.begin(settings(self._itself, field))

    def action_theme(self) -> None:
        """The colors."""
        from ii_tui.ui.dialogs.settings import theme

        self._itself.begin(theme(self._itself))

    def action_add_person(self) -> None:
        """A person from one line."""
        from ii_tui.ui.dialogs.adding import add_person

        self._itself.begin(add_person(self._itself))

    def action_triage(self) -> None:
        """How well do you know everyone?"""
        from ii_tui.ui.dialogs.triage import triage

        self._itself.begin(triage(self._itself))

    def action_quiet(self) -> None:
        """What went quiet: close or keep."""
        from ii_tui.ui.dialogs.quiet import look_through

        self._itself.begin(look_through(self._itself))

    def action_found(self) -> None:
        """I found the job: everyone who helped is to hear it."""
        from ii_tui.ui.dialogs.found import found

        self._itself.begin(found(self._itself))

    def action_import_file(self) -> None:
        """LinkedIn's Connections.csv."""
        from ii_tui.ui.dialogs.importing import import_file

        self._itself.begin(import_file(self._itself))
