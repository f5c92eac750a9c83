"""The sheet of one's own settings, and the choice of a theme."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core.text import clean
from ii_tui.services import settings_form
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.form import Form
from ii_tui.ui.styles import themes
from ii_tui.ui.widgets.fields import Option
from ii_tui.ui.widgets.path_input import shown

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class SettingsForm(Form):
    """Who I am, my days, how it looks; each value is checked before it is kept."""

    SHAPES = settings_form.SHAPES
    LABELS: ClassVar[Mapping[str, str]] = {"premium": "Premium"}
    STEP = (
        "It serves all five steps: your name and phone stand in your messages, your zone and your "
        "days decide when something is due."
    )
    PLACEHOLDERS: ClassVar[Mapping[str, str]] = {
        "name": "e.g. Ada Lovelace, as under a letter",
        "email": "e.g. ada@example.org",
        "phone": "e.g. +1 503 555 0142, for confirmations",
        "zone": "e.g. Berlin; empty: this machine's",
        "companies": "e.g. Acme, Globex: naming them is no slip",
        "premium": "yes or no: LinkedIn Premium has longer notes",
        "country": "e.g. US or DE-BE, for its holidays",
        "days_off": "e.g. 2026-12-24..2027-01-02",
        "weekend": "e.g. sat, sun",
        "theme": "e.g. ii-light; empty: chosen by the terminal",
        "animation": "yes or no",
    }

    def __init__(self, desk: Desk, field: str = "") -> None:
        super().__init__("Settings", settings_form.values(desk.settings), 0, field)
        self._desk = desk

    def body(self) -> Iterable[Widget]:
        """The fields, and where they are kept."""
        yield from super().body()
        words = clean(f"Kept in {shown(self._desk.paths.config)}", newlines=False)
        yield Static(words, markup=False, classes="sheet--dim")

    def store(self, rev: int, changed: dict[str, str]) -> str:
        """Writes the file."""
        return settings_form.keep(self._desk, changed)

    def read(self) -> tuple[dict[str, str], int, str]:
        """The settings as they are now."""
        return settings_form.values(self._desk.settings), 0, ""


async def settings(app: IiApp, field: str = "") -> None:
    """Opens the sheet, at `field` where one is named. Only in a worker."""
    words = await app.push_screen_wait(SettingsForm(app.desk, field))
    if words is not None:
        apply(app)
        app.say(words)
        app.changed()


def apply(app: IiApp) -> None:
    """What was changed holds from now on."""
    ui = app.desk.settings.ui
    app.theme = themes.best_theme(ui.theme, os.environ)
    app.animation_level = "full" if ui.animation else "none"


async def theme(app: IiApp) -> None:
    """Asks for the colors, and keeps the answer. Only in a worker."""
    options = (
        Option("d", "dark", "ii-dark"),
        Option("l", "light", "ii-light"),
        Option("a", "the terminal's own, dark", "ansi-dark", "16 colors"),
        Option("b", "the terminal's own, light", "ansi-light", "16 colors"),
        Option("t", "as the terminal allows", "", "the default"),
    )
    now = app.desk.settings.ui.theme
    to = next((one.key for one in options if one.value == now), "")
    chosen = await ask_choice(app, "Which colors?", options, to=to)
    if chosen is None:
        return
    await app.ask(lambda: settings_form.keep(app.desk, {"theme": chosen}))
    apply(app)
    app.say(f"Kept: {chosen or 'the colors that fit the terminal'}.")
