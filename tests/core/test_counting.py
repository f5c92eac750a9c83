"""Numbers and names in a sentence."""

from __future__ import annotations

from ii_tui.core.counting import counted, listed, people_counted


def test_one_is_called_otherwise_than_many() -> None:
    assert counted(1, "day") == "1 day"
    assert counted(0, "day") == "0 days"
    assert counted(1200, "day") == "1,200 days"
    assert counted(2, "was", "were") == "2 were"
    assert people_counted(1) == "1 person"
    assert people_counted(30_000) == "30,000 people"


def test_names_are_joined_and_the_rest_is_counted() -> None:
    assert listed([]) == ""
    assert listed(["Ada"]) == "Ada"
    assert listed(["Ada", "Bob"], 2) == "Ada and Bob"
    assert listed(["Ada", "Bob", "Carl"]) == "Ada, Bob and Carl"
    assert listed(["Ada", "Bob", "Carl"], 2) == "Ada, Bob and 1 more"
