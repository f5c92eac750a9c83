"""Crash reports: what a bug was and where, and nothing of what the person wrote."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from ii_tui import __version__
from ii_tui.atomic import write_private
from ii_tui.paths import ensure

KEEP = 20
"""How many reports stay; the oldest go."""
FRAMES = 60
"""How many calls of one error are written down, the innermost."""


def _where(filename: str) -> str:
    """The file below the folder Python found it in: a home directory is nobody's business."""
    path = os.path.abspath(filename)
    roots = {os.path.abspath(root) for root in sys.path if root}
    roots |= {str(Path(__file__).resolve().parents[2]), sys.base_prefix, sys.prefix}
    inside = [root for root in roots if path.startswith(root.rstrip(os.sep) + os.sep)]
    if inside:
        return os.path.relpath(path, max(inside, key=len))
    return os.path.basename(path)


def _frames(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"  {_where(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}")
        trace = trace.tb_next
    left_out = len(found) - FRAMES
    return [f"  ({left_out} outer calls left out)", *found[-FRAMES:]] if left_out > 0 else found


def _name(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else _full_name(kind)
    # Numbers and names of the operating system and of SQLite say much, and hold no text of ours.
    marks = [getattr(error, "sqlite_errorname", ""), getattr(error, "errno", "")]
    said = ", ".join(str(mark) for mark in marks if isinstance(mark, int | str) and mark)
    return f"{name} ({said})" if said else name


def _full_name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """The error, what it came from, and the members of a group; each once."""
    seen: set[int] = set()
    waiting: list[tuple[str, BaseException | None]] = [("error", error)]
    while waiting:
        role, found = waiting.pop(0)
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        yield role, found
        if isinstance(found, BaseExceptionGroup):
            waiting += [("one of a group", member) for member in found.exceptions]
        waiting.append(("caused by", found.__cause__))
        if not found.__suppress_context__:
            waiting.append(("while handling", found.__context__))


def describe(error: BaseException) -> str:
    """The types and the call stacks of an error and its causes; no messages, no variables."""
    import platform

    lines = [
        f"ii-tui {__version__}, Python {platform.python_version()}, {platform.system()}",
        "Only the kind of the error and the places in the program. No text of yours is in here.",
    ]
    for role, found in _chain(error):
        lines += ["", f"{role}: {_name(found)}", *_frames(found.__traceback__)]
    return "\n".join(lines) + "\n"


def write_report(error: BaseException, folder: Path, moment: datetime) -> Path:
    """Writes the report as 0600 into `folder` and returns its path; old ones beyond KEEP go.

    Raises IiError when it cannot be written.
    """
    ensure(folder)
    name = f"crash-{moment:%Y%m%d-%H%M%S}-{os.urandom(3).hex()}.txt"
    path = folder / name
    write_private(path, describe(error).encode("utf-8", "replace"), replace=False)
    for old in sorted(folder.glob("crash-*.txt"))[:-KEEP]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path
