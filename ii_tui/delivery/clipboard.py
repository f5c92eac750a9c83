"""Text to the clipboard of the person's own machine, which over ssh is the terminal's."""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

How = Literal["tmux", "screen", "osc52", "pbcopy", "wl-copy", "xclip", "none"]

MOST: Final = 74_994
"""Bytes of text that a terminal takes at once: xterm's limit of 100,000 after base64."""
CHUNK: Final = 700
"""Bytes of a sequence in one DCS string; GNU screen drops a string of more than 768."""
LIMIT_S: Final = 2.0
"""Seconds that a program may take to accept the text."""

_HINT: Final = "Nothing to paste? ctrl+o, plain view."


@dataclass(frozen=True, slots=True)
class Copied:
    """Which way the text went, and what can honestly be said of it."""

    how: How
    words: str


def osc52(text: str) -> str:
    """The sequence that asks a terminal to put the text on its clipboard; it gives no answer."""
    return f"\x1b]52;c;{base64.b64encode(_bytes(text)).decode('ascii')}\x07"


def screen_chunks(sequence: str) -> Iterator[str]:
    """The sequence in DCS strings that GNU screen hands on to the terminal it is shown on."""
    for start in range(0, len(sequence), CHUNK):
        yield f"\x1bP{sequence[start : start + CHUNK]}\x1b\\"


def copy(
    text: str,
    environ: Mapping[str, str] = os.environ,
    write_osc52: Callable[[str], None] | None = None,
) -> Copied:
    """Sends `text` to the clipboard by the first way that works, and says which.

    tmux's own command inside tmux, DCS strings inside screen, a program of the desktop unless this
    came over ssh, else OSC 52. `write_osc52` writes a sequence to the terminal; None: there is no
    terminal. May take up to `LIMIT_S` for each program tried, so call it on a worker thread.
    """
    size = len(_bytes(text))
    if environ.get("TMUX"):
        found = _tmux(text, environ, fits=size <= MOST)
        if found is not None:
            return found
    in_screen = bool(environ.get("STY"))
    if not in_screen and not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")):
        found = _desktop(text, environ)
        if found is not None:
            return found
    if write_osc52 is None:
        return Copied("none", "There is no clipboard to reach from here. Write it to a file.")
    if size > MOST:
        kilobytes = f"{-(-size // 1000)} kB"
        return Copied(
            "none",
            f"{kilobytes} is more than the {MOST // 1000} kB that terminals take: not sent. "
            "Show it as plain text (ctrl+o, plain view) or write it to a file.",
        )
    if in_screen:
        for chunk in screen_chunks(osc52(text)):
            write_osc52(chunk)
        return Copied("screen", f"Sent through screen to your terminal. {_HINT}")
    write_osc52(osc52(text))
    return Copied("osc52", f"Sent to your terminal's clipboard. {_HINT}")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _tmux(text: str, environ: Mapping[str, str], *, fits: bool) -> Copied | None:
    """tmux's buffer, and with -w (tmux 3.2) the terminal's clipboard, which raw OSC 52 misses."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        if fits and _run(["tmux", "load-buffer", "-w", "-"], text, environ) is not None:
            if _run(["tmux", "show-options", "-sv", "set-clipboard"], "", environ) == "off":
                return Copied(
                    "tmux", "In tmux's buffer (its set-clipboard is off): prefix ] pastes."
                )
            return Copied("tmux", f"Sent to tmux and to your terminal. {_HINT}")
        if _run(["tmux", "load-buffer", "-"], text, environ) is not None:
            why = "" if fits else "; too long for your terminal's clipboard"
            return Copied("tmux", f"In tmux's buffer{why}: prefix ] pastes it inside tmux.")
    return None


def _desktop(text: str, environ: Mapping[str, str]) -> Copied | None:
    """A program of the desktop that the person sits at; these say whether they took it."""
    choices: list[tuple[How, list[str], bool]] = [
        ("pbcopy", ["pbcopy"], True),
        ("wl-copy", ["wl-copy", "--type", "text/plain"], bool(environ.get("WAYLAND_DISPLAY"))),
        ("xclip", ["xclip", "-selection", "clipboard", "-in"], bool(environ.get("DISPLAY"))),
    ]
    for how, argv, there in choices:
        with contextlib.suppress(subprocess.TimeoutExpired):
            if there and _run(argv, text, environ) is not None:
                return Copied(how, "Copied to the clipboard.")
    return None


def _run(argv: Sequence[str], text: str, environ: Mapping[str, str]) -> str | None:
    """What the program said when it took the text; None when it is missing or failed.

    Raises TimeoutExpired, the program ended, when it hangs.
    """
    program = shutil.which(argv[0], path=environ.get("PATH", os.defpath))
    if program is None:
        return None
    # wl-copy and xclip leave a process behind that owns the selection: it must outlive us, and a
    # pipe for its output would never end. tmux only says something when asked.
    asked = argv[1] == "show-options" if len(argv) > 1 else False
    try:
        done = subprocess.run(
            [program, *argv[1:]],
            input=_bytes(text),
            stdout=subprocess.PIPE if asked else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            timeout=LIMIT_S,
            start_new_session=True,
            check=False,
        )
    except OSError:
        return None
    if done.returncode != 0:
        return None
    return (done.stdout or b"").decode("utf-8", "replace").strip()
