"""What the terminal is and can do, told from the environment; nothing here imports Textual."""

from __future__ import annotations

from collections.abc import Mapping

_DUMB = {"dumb", "unknown"}
_OTHERWISE = "The commands work everywhere: ii-tui --help, ii-tui today."


def terminal_problem(
    environ: Mapping[str, str],
    stdin_isatty: bool,
    stdout_isatty: bool,
    stderr_isatty: bool = True,
) -> str | None:
    """Why the screen cannot be drawn here, in words for stderr (exit 2), or None.

    Textual reads keys from standard input and draws on standard error.
    """
    if not stdin_isatty:
        return (
            "The screen needs a terminal to read keys from, and standard input is not one. "
            f"Over ssh, add -t. {_OTHERWISE}"
        )
    if not (stdout_isatty and stderr_isatty):
        name = "standard error" if stdout_isatty else "standard output"
        return (
            f"The screen needs a terminal to draw on, and {name} goes elsewhere. "
            f"Take the redirection away. {_OTHERWISE}"
        )
    term = environ.get("TERM", "")
    if term.lower() in _DUMB:
        return (
            f"This terminal calls itself {term} (TERM={term}), and cannot show a whole screen. "
            f"If it can, set TERM, for example TERM=xterm-256color. {_OTHERWISE}"
        )
    return None


def plain_theme_needed(environ: Mapping[str, str]) -> bool:
    """Whether to draw in the terminal's own 16 colors (an ansi theme).

    True with 16 colors or fewer, by the rule Textual downgrades colors by, and with NO_COLOR.
    """
    if "NO_COLOR" in environ:
        return True
    asked = environ.get("TEXTUAL_COLOR_SYSTEM", "auto").lower()
    if asked != "auto":
        return asked == "standard"
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return False
    return environ.get("TERM", "").strip().lower().rpartition("-")[2] not in {"256color", "kitty"}


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Whether every byte travels: then nothing is animated unless asked for."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
