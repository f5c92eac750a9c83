"""The figures as a Markdown table, on the screen and in README.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ii_tui.store.driver import sqlite
from tests.bench.targets import TARGETS

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
COMMAND = "python -m tests.bench"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured for the target of that name; `value` is held against its limit."""

    name: str
    value: float
    ours: str
    floor: str = ""


def ratio(name: str, ours: float, floor: float, unit: str) -> Figure:
    """Ours as a multiple of a floor that was measured in the same run."""
    return Figure(name, ours / floor, told(ours, unit), told(floor, unit))


def plain(name: str, value: float, unit: str, floor: float | None = None) -> Figure:
    """A figure that is judged by itself, beside a floor where there is one."""
    return Figure(name, value, told(value, unit), "" if floor is None else told(floor, unit))


def told(number: float, unit: str) -> str:
    """A number as a person reads it."""
    digits = 0 if unit in {"bytes", ""} or number >= 100 else 1 if number >= 10 else 2
    return f"{number:,.{digits}f}{'' if unit == '%' else ' '}{unit}".rstrip()


def markdown(figures: Iterable[Figure]) -> str:
    """The table, in the order of the targets."""
    known = {figure.name: figure for figure in figures}
    lines = ["| what | ours | floor | ratio | target | reached |", "|---|---|---|---|---|---|"]
    for name, target in TARGETS.items():
        if name not in known:
            continue
        one = known[name]
        times = f"{one.value:.2f}x" if target.words.startswith("at most") else ""
        reached = "later" if target.later else "yes" if one.value <= target.limit else "no"
        lines.append(
            f"| {target.what} | {one.ours} | {one.floor} | {times} | {target.words} | {reached} |"
        )
    return "\n".join(lines)


def machine() -> str:
    """Where and when it was measured."""
    cores = os.cpu_count()
    return (
        f"{datetime.now(UTC):%-d %B %Y}: {cores} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite.sqlite_version}, Textual {_textual()}"
    )


def _textual() -> str:
    from importlib.metadata import version

    return version("textual")


def write_readme(path: Path, table: str, notes: str) -> None:
    """Puts the table between the marks in README.md, with the command and the machine."""
    text = path.read_text("utf-8")
    before, begun, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise SystemExit(f"{path} has no {BEGIN} and {END}")
    body = f"`{COMMAND}`, {machine()}.\n\n{table}\n\n{notes}".rstrip()
    path.write_text(f"{before}{BEGIN}\n{body}\n{END}{after}", "utf-8")
