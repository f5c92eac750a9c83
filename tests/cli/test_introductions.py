"""An introduction by the command line: asked, agreed, made, met, thanked; and the other way."""

from __future__ import annotations

import pytest

from .conftest import Program


@pytest.fixture
def grace(ii: Program) -> str:
    """Grace Hopper, who is wanted."""
    return ii.add("Grace Hopper, Admiral @ Navy")


def test_from_the_question_to_the_thanks(ii: Program, ada: str, grace: str) -> None:
    asked = ("log", ada, "sent", "--kind", "intro_request", "--target", grace)
    said = ii.ok(*asked, "--at", "2026-11-16 10:00")
    assert said.err == "Asked Ada Lovelace for an introduction to Grace Hopper, moved to warming.\n"
    assert ii.owed() == [("nudge", "Grace Hopper", "2026-11-23")]
    ii.ok("log", ada, "received", "--answer", "yes", "--target", grace, "--text", "Happy to")
    assert ii.owed() == []
    ii.ok("log", ada, "introduced", "--target", grace)
    assert ii.owed() == [("ask", "Grace Hopper", "2026-11-25")]
    for person in (ada, grace):
        shown = ii.ok("show", person).out
        assert "Ada Lovelace introduced you to Grace Hopper: introduced today" in shown
        assert "Ask for 30 minutes" in shown
    assert ii.ok("show", grace, "--json").json["introductions"][0]["state"] == "introduced"
    ii.ok("log", grace, "met")
    assert ("thank_introducer", "Grace Hopper", "2026-11-24") in ii.owed()
    ii.ok("log", ada, "sent", "--kind", "thank_introducer", "--target", grace)
    assert "thank_introducer" not in {kind for kind, _, _ in ii.owed()}
    assert "thanked today" in ii.ok("show", ada).out
    ii.ok("undo")
    assert ("thank_introducer", "Grace Hopper", "2026-11-24") in ii.owed()


def test_who_would_rather_not(ii: Program, ada: str, grace: str) -> None:
    ii.ok("log", ada, "sent", "--kind", "intro_request", "--target", grace)
    ii.ok("log", ada, "received", "--answer", "no", "--target", grace)
    assert ii.owed() == [("reach_out", "Grace Hopper", None)]
    assert "would rather not introduce you" in ii.ok("show", ada).out


def test_the_request_names_whom_it_is_about(ii: Program, ada: str, grace: str) -> None:
    said = ii("compose", ada, "intro_request", "--target", grace, "--save", "--json")
    assert said.json["text"].startswith("Hi Ada,")
    assert "Grace Hopper at Navy" in said.json["text"]
    assert "To forward, as it stands:" in said.json["text"]
    assert said.json["count"] <= 120
    assert {one["code"] for one in said.json["findings"]} == {"placeholder"}


@pytest.mark.parametrize(
    "line",
    [
        ("log", "ada", "introduced"),
        ("log", "ada", "call", "--target", "grace"),
        ("log", "ada", "sent", "--kind", "reconnect", "--target", "grace"),
        ("log", "ada", "received", "--answer", "later", "--target", "grace"),
        ("log", "ada", "introduced", "--target", "ada"),
        ("compose", "ada", "reconnect", "--target", "grace"),
    ],
)
def test_what_makes_no_sense_is_told(
    ii: Program, ada: str, grace: str, line: tuple[str, ...]
) -> None:
    assert ii(*line).code == 2
