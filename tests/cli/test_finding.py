"""The end of a search by the command line."""

from __future__ import annotations

from tests.cli.conftest import Program


def test_everyone_who_helped_is_to_hear_it(ii: Program) -> None:
    ada = ii.ok("add", "Ada Lovelace @ Acme").out.strip()
    bob = ii.ok("add", "Bob Byron @ Umbra").out.strip()
    ii.ok("log", ada, "met", "--at", "2026-11-20 10:00")
    ii.ok("log", bob, "sent", "--kind", "meeting_request")
    ii.ok("meet", bob, "--at", "2026-12-01 14:00")
    said = ii.ok("found", "--at", "Contoso", "--dry-run")
    assert said.lines == [f"{ada:>6}  Ada Lovelace, Acme: You met."]
    assert "Still open: Bob Byron, scheduled; you meet Tue 1 Dec" in said.err
    assert [row["kind"] for row in ii.ok("today", "--json").json if row["kind"] == "outcome"] == []
    assert (
        "You found the job at Contoso: 1 person to tell."
        in ii.ok("found", "--at", "Contoso", "--tell", "in 3 days").err
    )
    assert "Tell them the news" not in ii.ok("today").out
    assert ii("found").code == 3
    ii.ok("undo")
    found = ii.ok("found", "--json")
    assert [row["person"] for row in found.json] == ["Ada Lovelace"]
    assert "Tell them the news: Ada Lovelace" in ii.ok("today").out
    ii.ok("log", ada, "sent", "--kind", "outcome")
    assert "Tell them the news" not in ii.ok("today").out
