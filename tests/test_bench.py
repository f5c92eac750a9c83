"""The benchmark runs: its harness, its targets, its table. No figure is judged here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import SUBJECTS, measured
from tests.bench.bench import begun
from tests.bench.table import BEGIN, END, Figure, markdown, ratio, write_readme
from tests.bench.targets import TARGETS
from tests.pty.term import ROOT


def test_every_target_has_a_limit() -> None:
    assert TARGETS["frame 30k"].limit == 1.2
    assert TARGETS["board bytes"].limit == 2000
    assert all(target.limit >= 0 for target in TARGETS.values())
    assert {path.stem for path in (ROOT / "tests/bench/subjects").glob("[a-z]*.py")} == {*SUBJECTS}


def test_a_program_is_timed_in_its_terminal() -> None:
    with begun(quick=True) as bench, bench.floor("bare") as program:
        assert program.until("The floor") > 0
        assert program.memory() > 1
        assert program.quit() > 0


def test_a_subject_is_measured_and_its_figures_stand_in_the_table() -> None:
    table = markdown(measured(["imports"], quick=True)).splitlines()
    assert [line.split(" | ")[0] for line in table[2:]] == [
        "| import of 30,000, rows alone",
        "| import of 30,000, whole",
    ]


@pytest.mark.parametrize(("ours", "reached"), [(119.0, "yes"), (121.0, "no")])
def test_a_figure_is_held_against_its_target(ours: float, reached: str) -> None:
    line = markdown([ratio("frame 30k", ours, 100.0, "ms")]).splitlines()[-1]
    assert line.endswith(f"| {ours / 100:.2f}x | at most 1.20x the bare app | {reached} |")


def test_the_table_goes_between_the_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    write_readme(readme, markdown([Figure("idle bytes", 0, "0 bytes")]), "A note.")
    text = readme.read_text()
    assert text.startswith(f"before\n{BEGIN}\n`python -m tests.bench`, ")
    assert text.endswith(f"A note.\n{END}\nafter\n")
    assert "old" not in text
    assert (ROOT / "README.md").read_text().count(BEGIN) == 1
