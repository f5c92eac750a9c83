"""The settings that the program itself changes: what its sheet holds, and writing it."""

from __future__ import annotations

from typing import Any, NamedTuple

from ii_tui.config import Settings
from ii_tui.core.profile import email_of
from ii_tui.core.text import clean
from ii_tui.core.worked import days_of, weekend_of
from ii_tui.core.zones import zone_named
from ii_tui.errors import Usage
from ii_tui.services import planning
from ii_tui.services.conflicts import Shape
from ii_tui.services.desk import Desk
from ii_tui.services.editing import Refused
from ii_tui.services.working_days import country_named

THEMES = ("ii-dark", "ii-light", "ansi-dark", "ansi-light")


class Setting(NamedTuple):
    """Where one field of the sheet stands in config.toml."""

    shape: Shape
    table: str
    key: str
    other: str
    """words that a person may look for it by"""


SETTINGS: tuple[Setting, ...] = (
    Setting(Shape("name", "My name"), "me", "name", "who am i signature"),
    Setting(Shape("email", "My e-mail"), "me", "email", "mail address from"),
    Setting(Shape("phone", "My phone"), "me", "phone", "telephone number mobile"),
    Setting(Shape("zone", "Time zone"), "me", "zone", "timezone clock city"),
    Setting(Shape("address", "My address", "text"), "me", "address", "return envelope post"),
    Setting(Shape("companies", "My employers"), "me", "companies", "job former work"),
    Setting(Shape("premium", "LinkedIn Premium"), "me", "premium", "note length"),
    Setting(Shape("country", "Country"), "calendar", "country", "holiday holidays public"),
    Setting(Shape("days_off", "Days off"), "calendar", "days_off", "vacation holiday leave"),
    Setting(Shape("weekend", "Weekend"), "calendar", "weekend", "days of the week"),
    Setting(Shape("theme", "Theme"), "ui", "theme", "colors colours dark light appearance"),
    Setting(Shape("animation", "Animation"), "ui", "animation", "movement"),
)
"""What the sheet edits, in its order."""

SHAPES: tuple[Shape, ...] = tuple(one.shape for one in SETTINGS)
BY_NAME = {one.shape.name: one for one in SETTINGS}


def values(settings: Settings) -> dict[str, str]:
    """The text of every field."""
    return {
        name: _written(getattr(getattr(settings, one.table), one.key))
        for name, one in BY_NAME.items()
    }


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def keep(desk: Desk, changed: dict[str, str]) -> str:
    """Writes what changed to config.toml and reads it anew; returns what happened, in words.

    What is owed follows the new days and zone at once. For the writer thread. Raises Refused,
    with a sentence for each value that cannot be taken.
    """
    read: dict[str, Any] = {}
    refused: dict[str, Usage] = {}
    for name, typed in changed.items():
        try:
            read[name] = _read(name, clean(typed, newlines=name == "address").strip())
        except Usage as error:
            refused[name] = error
    if refused:
        raise Refused(refused)
    for name, value in read.items():
        one = BY_NAME[name]
        desk.set_setting(one.table, one.key, value)
    planning.refresh(desk)
    labels = ", ".join(BY_NAME[name].shape.label for name in read)
    return f"Kept: {labels}"


def _read(name: str, text: str) -> Any:
    """The value as config.toml holds it; raises Usage."""
    match name:
        case "email":
            if text and not email_of(text):
                raise Usage(f"{text} is not an e-mail address.", hint="Write it: me@example.org.")
            return text
        case "zone":
            return zone_named(text) if text else ""
        case "premium" | "animation":
            return _yes(text)
        case "theme":
            if text and text not in THEMES:
                raise Usage(f"There is no theme {text}.", hint=f"There are {', '.join(THEMES)}.")
            return text
        case "country":
            return country_named(text)
        case "weekend" | "days_off" | "companies":
            parts = [part.strip() for part in text.split(",") if part.strip()]
            wrong: tuple[str, ...] = ()
            if name != "companies":
                wrong = weekend_of(parts)[1] if name == "weekend" else days_of(parts)[1]
            if wrong:
                raise Usage(wrong[0].removeprefix(f"calendar.{name} has "))
            return parts
        case _:
            return text


def _yes(text: str) -> bool:
    word = text.lower()
    if word in {"yes", "y", "true", "on", "1"}:
        return True
    if word in {"", "no", "n", "false", "off", "0"}:
        return False
    raise Usage("Type yes or no.")
