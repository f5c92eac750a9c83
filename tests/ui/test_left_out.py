"""What Textual imports without need is left out, and nobody who wants it later goes without."""

from __future__ import annotations

import subprocess
import sys

from tests.pty.term import environment


def run(code: str) -> None:
    """Runs `code` in an interpreter of its own, in which nothing is imported yet."""
    begin = """
import sys
from ii_tui.ui.textual_patches.left_out import Later, left_out

with left_out():
    import textual.app
"""
    done = subprocess.run(
        [sys.executable, "-c", begin + code],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_afterwards_every_import_finds_what_it_always_found() -> None:
    run("""
for name in ("ssl", "typing_extensions", "platformdirs", "textual.command", "textual.types"):
    assert name not in sys.modules, name
import ssl, typing_extensions
from platformdirs import user_downloads_path
from textual.command import CommandPalette, Provider

assert ssl.OPENSSL_VERSION and typing_extensions.TypeIs
assert not isinstance(CommandPalette, Later) and not isinstance(Provider, Later)
""")


def test_a_name_that_is_left_out_brings_the_real_one_when_it_is_used() -> None:
    run("""
palette = textual.app.CommandPalette
assert isinstance(palette, Later)
assert not isinstance(textual.app.App(), palette)  # to be asked is no use: it need not be there
assert "textual.command" not in sys.modules
made = palette(providers=[])
from textual.command import CommandPalette
assert type(made) is CommandPalette and isinstance(made, palette)
assert palette.is_open is CommandPalette.is_open
import platformdirs
assert textual.app.user_downloads_path() == platformdirs.user_downloads_path()
""")


def test_a_class_made_of_one_that_is_left_out_says_so() -> None:
    run("""
from textual.theme import ThemeProvider
try:
    ThemeProvider(None)
except TypeError as error:
    assert "left out" in str(error)
else:
    raise AssertionError("it was made")
""")


def test_nothing_is_left_out_where_textual_is_there_already() -> None:
    code = """
import textual.app
from ii_tui.ui.textual_patches.left_out import left_out
import sys

before = dict(sys.modules)
with left_out():
    assert sys.modules == before
    from textual.command import CommandPalette
assert textual.app.CommandPalette is CommandPalette
"""
    subprocess.run([sys.executable, "-c", code], env=environment(), check=True)


def test_a_second_frame_does_not_wait_for_a_sixtieth_of_a_second() -> None:
    run("""
import os
from textual.constants import MAX_FPS

assert MAX_FPS == 240
assert "TEXTUAL_FPS" not in os.environ, "an editor that is opened is not told"
""")
