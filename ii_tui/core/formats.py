"""How two people meet: the five formats, and what follows from each."""

from __future__ import annotations

FORMATS = ("coffee", "lunch", "office", "video", "call")
REMOTE = frozenset({"video", "call"})
"""Nobody travels, so both zones are shown."""
TREATED = frozenset({"coffee", "lunch"})
"""There is something to treat to."""
SHORTEST, LONGEST = 5, 480
"""Minutes that a meeting may take."""
