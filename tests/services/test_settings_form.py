"""Settings that the program writes: each is checked in words, and the file keeps the rest."""

from __future__ import annotations

import pytest

from ii_tui import config
from ii_tui.services import settings_form
from ii_tui.services.desk import Desk
from ii_tui.services.editing import Refused

GOOD = {
    "name": "Robin Ellis",
    "email": "robin@ellis.example",
    "zone": "berlin",
    "companies": "Acme, Globex",
    "premium": "yes",
    "country": "de-be",
    "days_off": "2026-12-24..2027-01-02, 2027-03-01",
    "weekend": "fri, sat",
    "theme": "ii-light",
    "address": "1 Long Street\nPortland OR 97201",
}


def test_what_is_typed_is_kept_beside_what_was_there(desk: Desk) -> None:
    desk.paths.config.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.config.write_text("# mine\n[me]\nname = 'Rob'  # short\n[keys]\n'task.done' = 'D'\n")
    desk.reload_settings()
    words = settings_form.keep(desk, GOOD)
    assert words.startswith("Kept: My name, My e-mail, Time zone")
    text = desk.paths.config.read_text()
    assert text.startswith("# mine")
    assert "'task.done' = 'D'" in text
    loaded = config.load(desk.paths.config)
    assert loaded.problems == ()
    assert loaded.settings.me.companies == ("Acme", "Globex")
    assert loaded.settings.me.premium is True
    assert loaded.settings.calendar.country == "DE-BE"
    assert desk.zone == "Europe/Berlin"
    shown = settings_form.values(desk.settings)
    assert shown["weekend"] == "fri, sat"
    assert shown["premium"] == "yes"


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("email", "robin", "robin is not an e-mail address."),
        ("zone", "Nowhere", "Nowhere"),
        ("theme", "pink", "There is no theme pink."),
        ("premium", "perhaps", "Type yes or no."),
        ("country", "Atlantis", "Atlantis"),
        ("days_off", "christmas", "is no day off"),
        ("weekend", "someday", "no day of the week"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(
    desk: Desk, name: str, typed: str, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        settings_form.keep(desk, {name: typed, "name": "Robin"})
    assert [*refused.value.fields] == [name]
    assert words in refused.value.fields[name]
    assert not desk.paths.config.exists()


def test_an_empty_field_is_the_default_again(desk: Desk) -> None:
    settings_form.keep(desk, GOOD)
    settings_form.keep(desk, dict.fromkeys(("zone", "theme", "days_off", "animation"), ""))
    now = desk.settings
    assert (now.me.zone, now.ui.theme, now.calendar.days_off) == ("", "", ())
    assert now.ui.animation is False
