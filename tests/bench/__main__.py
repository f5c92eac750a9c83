"""`python -m tests.bench [SUBJECT ...] [--quick] [--write-readme]`: ratios beside their floors."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from tests.bench.bench import begun
from tests.bench.table import Figure, machine, markdown, write_readme
from tests.pty.term import ROOT

SUBJECTS = ("start", "imports", "filtering", "keys", "wire", "idle", "suite")
NOTES = (
    "Every floor is measured in the same run and in turn with ours; times are medians where "
    "nothing else is said, and a first frame is Today with its rows, from exec, in a terminal of "
    "80x24. A key to paint is a letter in a field; in a filter it is the key to results."
)


def measured(subjects: Sequence[str], *, quick: bool = False) -> list[Figure]:
    """The figures of these subjects."""
    found: list[Figure] = []
    with begun(quick=quick) as bench:
        for name in subjects:
            print(f"{name} ...", file=sys.stderr, flush=True)
            subject = importlib.import_module(f"tests.bench.subjects.{name}")
            found += subject.measure(bench)
    return found


def main() -> None:
    """Prints the table, and puts it into README.md where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("subject", nargs="*", choices=[[], *SUBJECTS], default=[])
    parser.add_argument("--quick", action="store_true", help="few rounds and a hundredth of data")
    parser.add_argument("--write-readme", action="store_true", help="put the table into README.md")
    asked = parser.parse_args()
    if asked.write_readme and (asked.quick or asked.subject):
        parser.error("README.md gets the whole table")
    table = markdown(measured(asked.subject or SUBJECTS, quick=asked.quick))
    print(f"{machine()}\n\n{table}\n\n{NOTES}")
    if asked.write_readme:
        write_readme(ROOT / "README.md", table, NOTES)


if __name__ == "__main__":
    main()
