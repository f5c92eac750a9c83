"""What is kept true while a text is written: names, my own name, the channel, the destination."""

from __future__ import annotations

from pathlib import Path

import pytest

from ii_tui.core.kinds import Channel, Kind
from ii_tui.services import composing, editing, history, people, writing
from ii_tui.services.composing import Composition
from ii_tui.services.desk import Desk

LINE = "Ada Byron, Engineer @ Northwind <ada@northwind.example> linkedin.com/in/ada-byron"


@pytest.fixture
def ada(desk: Desk) -> int:
    return people.quick_add(desk, LINE)[0]


def test_names_are_read_anew_only_when_somebody_changed(desk: Desk, ada: int) -> None:
    known = writing.known_names(desk, None)
    assert writing.known_names(desk, known) is known
    people.quick_add(desk, "Grace Hopper, Admiral @ Fabrikam")
    later = writing.known_names(desk, known)
    assert later is not known
    history.undo_last(desk)
    assert writing.known_names(desk, later) is not later


def test_my_name_and_phone_are_filled_in_and_nothing_else(desk: Desk) -> None:
    text = "{my_name}, {my_first_name}, {my_phone}, {company}"
    assert writing.lacks_name(desk, "", text)
    assert writing.set_mine(desk, "name", " Robin\x1b Ellis ") == "Robin Ellis"
    filled = writing.fill_mine(desk, text)
    assert filled == "Robin Ellis, Robin, {my_phone}, {company}"
    assert not writing.lacks_name(desk, "", text)


def test_what_is_known_of_the_person_is_read_anew(desk: Desk, ada: int) -> None:
    composition = composing.begin(desk, ada, kind=Kind.RECONNECT)
    editing.set_do_not_contact(desk, ada, True)
    again = writing.refreshed(desk, composition)
    assert again.context.do_not_contact
    assert again.body == composition.body


@pytest.mark.parametrize(
    ("channel", "where"),
    [
        (Channel.EMAIL, "ada@northwind.example"),
        (Channel.LINKEDIN, "https://www.linkedin.com/in/ada-byron"),
    ],
)
def test_where_it_goes_is_named_whole(desk: Desk, ada: int, channel: Channel, where: str) -> None:
    composition = composing.begin(desk, ada, kind=Kind.MEETING_REQUEST, channel=channel)
    assert writing.destination(composition) == where
    assert channel not in writing.other_channels(composition)


def test_a_gap_says_what_belongs_in_it(desk: Desk, ada: int) -> None:
    composition = composing.begin(desk, ada, kind=Kind.RECONNECT)
    text = "Hi Ada, {specific} and TBD"
    found = composing.findings(composition, "", text)
    words = [writing.explained(one, "", text) for one in found if one.code == "placeholder"]
    assert words[0].startswith("{specific}: one thing of theirs")
    assert words[1] == "TBD is still to be filled in."
    assert writing.wants("", text)[0][0] == "specific"


def test_a_file_is_named_for_what_it_is_and_never_twice(
    desk: Desk, ada: int, tmp_path: Path
) -> None:
    composition = composing.begin(desk, ada, kind=Kind.THANK_YOU_CARD)
    first = writing.file_for(composition, tmp_path)
    assert first.name == "thank-you-card-ada-byron.txt"
    first.touch()
    assert writing.file_for(composition, tmp_path).name == "thank-you-card-ada-byron-2.txt"


def test_my_employers_are_still_mine_once_my_name_is_known(desk: Desk) -> None:
    """Naming where I work is no slip, before my name was typed and after it."""
    desk.paths.config.parent.mkdir(parents=True)
    desk.paths.config.write_text('[me]\ncompanies = ["Globex"]\n')
    desk.reload_settings()
    people.quick_add(desk, "Grace Hopper @ Globex")
    ada, _ = people.quick_add(desk, "Ada Byron @ Northwind")
    names = composing.network_names(desk)
    composition = composing.with_names(composing.begin(desk, ada, kind=Kind.RECONNECT), names)
    text = "Hi Ada,\n\nI work at Globex now. How are you?"

    def blocked(one: Composition) -> bool:
        return any(found.code == "other_company" for found in composing.findings(one, "", text))

    assert not blocked(composition)
    writing.set_mine(desk, "name", "Robin Ellis")
    assert not blocked(writing.as_me(desk, composition))
