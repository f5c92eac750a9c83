"""Commands are found by beginnings, by other words, with letters missing, and with slips."""

from __future__ import annotations

import pytest

from ii_tui.core.fuzzy import rank


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", 0),
        ("exp", 0),
        ("EXPORT people", 0),
        ("save as", 2),
        ("csv", 1),
        ("xport", 2),
        ("exprt", 4),
        ("exprot", 5),
        ("zebra", None),
        ("export zebra", None),
        ("x", None),
    ],
)
def test_how_well_it_fits(typed: str, found: int | None) -> None:
    assert rank(typed, "Export everything, people or the calendar", "save as csv") == found
