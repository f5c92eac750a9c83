"""How far a long import is, on one line of stderr that is written over and then taken away."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Self

from ii_tui.core.text import cells, clean, cut

WORTH_BYTES = 500_000
"""A smaller file is read before anybody could look."""


class ProgressLine:
    """The line; silent for a small file and where stderr is no terminal."""

    def __init__(self, name: str, size: int) -> None:
        """`name` is the file's, empty for standard input."""
        self._doing = f"Reading {clean(name, newlines=False)}".rstrip()
        self._on = size >= WORTH_BYTES and sys.stderr is not None and sys.stderr.isatty()
        self._shown = ""
        self._beats = 0

    def told(self, done: int, total: int) -> None:
        """So much is read; once that is all, dots move while rows are matched."""
        percent = 100 * done // max(1, total)
        if percent < 100:
            self._show(f"{self._doing}: {percent}%")
        else:
            self._beats += 1
            self._show(f"Looking who is new and who changed {'.' * (1 + self._beats % 3)}")

    def _show(self, words: str) -> None:
        if not self._on or words == self._shown:
            return
        with contextlib.suppress(OSError):
            words = cut(words, os.get_terminal_size(sys.stderr.fileno()).columns - 1)
            rest = " " * (cells(self._shown) - cells(words))
            print(f"\r{words}{rest}", end="\r", file=sys.stderr, flush=True)
        self._shown = words

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._show("")
