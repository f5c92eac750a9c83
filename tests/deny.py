"""The deny list: what a first frame does not wait for, and how to see what it waited for."""

from __future__ import annotations

from collections.abc import Sequence

HEAVY = (
    *("keyring", "icalendar", "vobject", "rapidfuzz", "reportlab", "holidays", "smtplib"),
    *("imaplib", "tomlkit", "pydantic", "httpx", "markdown_it", "textual.widgets._markdown"),
)


def of(names: Sequence[str], loaded: Sequence[str]) -> list[str]:
    """Which of `names` are among the loaded modules, as themselves or by a part of them."""
    return [name for name in names if any(f"{one}.".startswith(f"{name}.") for one in loaded)]


PROBE = """
import os, pathlib, sys
from ii_tui.ui.textual_patches.left_out import left_out

with left_out():
    from ii_tui.ui.textual_patches.driver import SafeDriver

written = SafeDriver.write

def write(self, data):
    if sys.argv[2] in data:
        loaded = sorted(sys.modules)
        import json
        pathlib.Path(sys.argv[1]).write_text(json.dumps(loaded))
        os._exit(0)
    written(self, data)

SafeDriver.write = write
from ii_tui.cli.run import run
run([])
"""
"""Ends when the first frame with these words (its second argument) is on its way to the terminal;
writes what is imported to a file (its first)."""
