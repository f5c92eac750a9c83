"""What places say while nothing is in them: what to do next, by keys that work right there."""

from __future__ import annotations

from pathlib import Path

from ii_tui.services import far_end
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.key_row import KeyRow
from ii_tui.ui.widgets.spans import Line, Prose, Row, bright, dim


def bring(key: str, database: Path) -> tuple[Row, ...]:
    """The key that brings everyone, where the file comes from, and the line over ssh."""
    return (
        KeyRow(key, "bring everyone from LinkedIn"),
        Prose(far_end.HOW, "dim", indent=4),
        Prose("The file is on your laptop? Type there:", "dim", indent=4),
        Prose(far_end.import_line(database), indent=4),
    )


def add(key: str) -> tuple[Row, ...]:
    """The key that adds a person."""
    example = Columns(Column(3), Column(20, grow=1, gap=1))
    return (
        KeyRow(key, "add a person from one line"),
        example.row("", dim("Ada Lovelace, Engineer @ Northwind")),
    )


def contacts(database: Path) -> tuple[Row, ...]:
    """Nobody is known yet."""
    return (Line(bright("Nobody here yet.")), Line(), *add("n"), Line(), *bring("i", database))


BOARD: tuple[Row, ...] = (
    Line(bright("Nobody is on the board yet.")),
    Prose("n puts somebody here, i brings everyone; in Contacts (3) it is b.", "dim"),
)

COMPANIES: tuple[Row, ...] = (
    Line(bright("No company yet.")),
    Line(),
    KeyRow("n", "add a company where you would like to work"),
    KeyRow("i", "bring everyone from LinkedIn, and with them every employer of theirs"),
    Line(),
    Prose("Who works there, and who could introduce you, shows by itself.", "dim"),
)

MESSAGES: tuple[Row, ...] = (
    Line(bright("Nothing is written yet.")),
    Line(),
    KeyRow("3", "everyone you know: m there opens the text that fits"),
    KeyRow("n", "add a person to write to"),
    Line(),
    Prose(
        "Drafts are kept as you type. What you copied waits here until you say that it went out.",
        "dim",
    ),
)

MEETINGS: tuple[Row, ...] = (
    Line(bright("No meeting is planned, and none was.")),
    Line(),
    KeyRow("2", "who has answered: t on their card sets the time from one line"),
    Prose("thu 10 coffee Corner Cafe treat", "dim", indent=6),
    Prose("fri 3pm Chicago call", "dim", indent=6),
    KeyRow("n", "add a person whom you would like to meet"),
    Line(),
    Prose(
        "From then on the invite, the preparation and the confirmation on the day before come up "
        "on Today by themselves.",
        "dim",
    ),
)

FIGURES: tuple[Row, ...] = (
    Prose("Nothing to count yet."),
    Line(),
    KeyRow("n", "add the first person you would like to talk to"),
    KeyRow("i", "bring everyone from LinkedIn"),
)
