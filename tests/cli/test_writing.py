"""compose: the draft, its count, its findings, and keeping it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import Program

GOOD = "Hi Ada,\n\nHow is the engine? Would Thursday at ten suit you for a coffee?\n\nGrace\n"


def compose(ii: Program, text: str, kind: str = "meeting_request", *options: str) -> dict[str, Any]:
    """The JSON of a composed text, blocked or not."""
    said = ii("compose", "ada", kind, "--text", "-", "--json", *options, stdin=text)
    found: dict[str, Any] = said.json
    blocked = any(one["level"] == "block" for one in found["findings"])
    assert said.code == int(blocked)
    return found


def test_the_shape_of_the_contract(ii: Program, ada: str) -> None:
    found = compose(ii, GOOD, "meeting_request", "--channel", "email", "--subject", "Coffee")
    assert found == {
        "subject": "Coffee",
        "text": GOOD.strip(),
        "count": 16,
        "advised": [0, 75],
        "limit": None,
        "unit": "words",
        "findings": [],
    }


def test_limits_of_a_channel_are_counted_in_its_unit(ii: Program, ada: str) -> None:
    found = compose(ii, "Hi Ada, 👋 " + "x" * 190, "linkedin_note")
    assert (found["count"], found["limit"]) == (201, 200)  # the hand is two units of UTF-16
    assert [one["code"] for one in found["findings"] if one["level"] == "block"] == ["over_limit"]
    ii.settings("[me]\npremium = true\n")
    found = compose(ii, "Hi Ada, 👋 " + "x" * 190, "linkedin_note")
    assert (found["limit"], found["findings"]) == (300, [])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hi Ada, I read {topic}.", "{topic}"),
        ("Hi Ada, I read [your talk].", "[your talk]"),
        ("Hi Ada, let us meet TBD.", "TBD"),
        ("Hi Grace, how are you?", "Grace"),
        ("Hi Ada, as I wrote to Grace Hopper.", "Grace Hopper"),
        ("Hi Ada, Navy Yard is hiring too.", "Navy Yard"),
    ],
)
def test_blocks_say_where_and_why(ii: Program, ada: str, text: str, marked: str) -> None:
    ii.add("Grace Hopper @ Navy Yard")
    found = compose(ii, text)
    block = next(one for one in found["findings"] if one["level"] == "block")
    assert text[block["start"] : block["end"]] == marked
    assert block["why"]
    assert set(block) == {"level", "code", "start", "end", "why"}
    assert found["findings"][0]["level"] == "block"


def test_a_warning_does_not_block(ii: Program, ada: str) -> None:
    found = compose(ii, "Hi Ada, are you hiring? My résumé is attached.")
    assert {one["level"] for one in found["findings"]} == {"warn"}


def test_someone_not_to_be_contacted_is_blocked(ii: Program, ada: str) -> None:
    from ii_tui.clock import Clock
    from ii_tui.paths import Paths
    from ii_tui.services import editing
    from ii_tui.services.desk import Desk

    desk = Desk.open(Paths.find(), Clock())
    editing.set_do_not_contact(desk, int(ada), True, "she asked me to")
    desk.close()
    found = compose(ii, GOOD)
    assert [one["level"] for one in found["findings"]][:1] == ["block"]
    shown = ii.ok("show", ada).lines
    assert "x not to be contacted: she asked me to" in shown
    assert shown[-1].endswith("do not contact: she asked me to")


@pytest.mark.parametrize(
    "kind",
    [
        *("linkedin_note", "linkedin_message", "reconnect", "meeting_request", "confirmation"),
        "thank_you_card",
    ],
)
def test_our_template_to_begin_from(ii: Program, ada: str, kind: str) -> None:
    ii.settings('[me]\nname = "Grace Hopper"\nphone = "+1 202 555 0100"\n')
    ii.ok("meet", ada, "--at", "2026-12-01 14:00", "--format", "coffee", "--place", "Corner Cafe")
    said = ii("compose", ada, kind, "--json")
    found = said.json
    assert "Ada" in found["text"]
    assert "{first_name}" not in found["text"]
    assert "{my_name}" not in found["text"]
    blocks = [one["code"] for one in found["findings"] if one["level"] == "block"]
    assert set(blocks) <= {"placeholder"}  # only what a person alone can fill in
    assert said.code == int(bool(blocks))
    if kind == "confirmation":
        assert said.code == 0
        assert "Tuesday 1 December" in found["text"]
        assert "14:00" in found["text"]
        assert "Corner Cafe" in found["text"]
        assert "+1 202 555 0100" in found["text"]


def test_in_words(ii: Program, ada: str) -> None:
    said = ii("compose", ada, "meeting_request", "--text", "-", stdin="Hi Ada, see {topic}?")
    assert said.code == 1
    assert said.out.endswith("Hi Ada, see {topic}?\n")
    assert said.err == "4 words; up to 75 words advised\nx {topic} is still to be filled in.\n"


def test_save_keeps_a_draft_and_the_next_time_goes_on_with_it(
    ii: Program, ada: str, tmp_path: Path
) -> None:
    path = tmp_path / "request.txt"
    path.write_text(GOOD)
    ii.ok("compose", ada, "meeting_request", "--text", str(path))
    assert ii.ok("show", ada, "--json").json["drafts"] == []
    said = ii.ok("compose", ada, "meeting_request", "--text", str(path), "--save")
    assert said.err.endswith("Kept as a draft.\n")
    (draft,) = ii.ok("show", ada, "--json").json["drafts"]
    assert (draft["kind"], draft["body"]) == ("meeting_request", GOOD.strip())
    assert ii.ok("compose", ada, "meeting_request", "--json").json["text"] == GOOD.strip()
    ii.ok("compose", ada, "meeting_request", "--text", "-", "--save", stdin=GOOD + "PS")
    (draft,) = ii.ok("show", ada, "--json").json["drafts"]
    assert draft["body"].endswith("PS")
    assert ii.ok("show", ada, "--json").json["interviews"] == []  # nothing was sent


def test_a_draft_that_is_blocked_is_kept_all_the_same(ii: Program, ada: str) -> None:
    said = ii("compose", ada, "reconnect", "--text", "-", "--save", stdin="Hi Ada, {topic}")
    assert said.code == 1
    assert [one["body"] for one in ii.ok("show", ada, "--json").json["drafts"]] == [
        "Hi Ada, {topic}"
    ]


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["love_letter"], 2, "'love_letter' is not a kind"),
        (["reconnect", "--channel", "pigeon"], 2, "'pigeon' is not a channel"),
        (["thank_you_card", "--channel", "email"], 2, "goes by: card"),
        (["reconnect", "--text", "/none/there.txt"], 3, "There is no file"),
        (["reconnect", "--text", "/"], 1, "could not be read"),
    ],
)
def test_wrong_use(ii: Program, ada: str, options: list[str], code: int, words: str) -> None:
    said = ii("compose", ada, *options)
    assert said.code == code
    assert said.out == ""
    assert words in said.err


def test_a_hostile_text_comes_out_clean(ii: Program, ada: str) -> None:
    found = compose(ii, "Hi Ada,\x1b[31m\x07 \u202ehow are you?\x00")
    assert found["text"] == "Hi Ada,[31m how are you?"
