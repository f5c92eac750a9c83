"""The last resort for a text that could not be saved: a file of its own, and word of where it is.

When the program ends while the disk is full, the database was replaced, or another program holds
it, what was typed would be gone with the memory it was kept in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ii_tui.atomic import write_private
from ii_tui.core.text import clean
from ii_tui.errors import IiError
from ii_tui.paths import ensure


def rescue(texts: Sequence[dict[str, Any]], folder: Path) -> list[Path]:
    """Writes each text to a file (0600) in `folder`, or where that is full as well, in the
    system's folder for temporary files; returns where they are.
    """
    import secrets
    import tempfile

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    kept = []
    for text in texts:
        kind = "".join(char for char in str(text.get("kind", "text")) if char.isalnum())
        name = f"ii-tui-{kind}-{stamp}-{secrets.token_hex(2)}.txt"
        for place in (folder, Path(tempfile.gettempdir())):
            path = place / name
            with contextlib.suppress(IiError, OSError):
                ensure(place)
                write_private(path, _written(text), replace=False)
                kept.append(path)
                break
    return kept


def _written(text: dict[str, Any]) -> bytes:
    subject, body = clean(str(text.get("subject", ""))), clean(str(text.get("body", "")))
    head = f"Subject: {subject}\n\n" if subject else ""
    return f"{head}{body}\n".encode()


def waiting(folder: Path) -> str:
    """A sentence about the texts that lie in `folder` since then, "" where there are none."""
    with contextlib.suppress(OSError):
        count = sum(1 for _ in folder.glob("ii-tui-*.txt"))
        if count:
            texts = "A text" if count == 1 else f"{count} texts"
            return f"{texts} that could not be saved: see {folder}; take and delete what is there."
    return ""
