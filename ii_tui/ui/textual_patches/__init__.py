"""Whatever touches Textual's private parts, a module for each concern; nothing else in ui does.

Textual is pinned to the version that these were read against. A new one is read against them, and
tests/ui/test_textual_patches.py says where to look.
"""

from typing import Final

TEXTUAL: Final = "8.2.8"
"""The version these patches were read against."""
