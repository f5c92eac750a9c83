"""A key, and what it does beside it."""

from __future__ import annotations

from ii_tui.ui.widgets.spans import Prose, Span, width_of


class KeyRow:
    """The words wrap under themselves: nothing is cut at any width."""

    __slots__ = ("_key", "_words")

    def __init__(self, key: str, words: str, indent: int = 4) -> None:
        """`indent` is where the words begin; a longer key pushes its own further."""
        self._key = Span(key, "key")
        self._words = Prose(words, indent=max(indent, width_of([self._key]) + 2))

    @property
    def key(self) -> str:
        """The key as it is written."""
        return self._key.text

    def height(self, width: int) -> int:
        """Lines at this width."""
        return self._words.height(width)

    def spans(self, width: int, line: int) -> list[Span]:
        """The key stands on the first."""
        words = self._words.spans(width, line)[0].text[self._words.indent :]
        gap = self._words.indent - (0 if line else width_of([self._key]))
        return [*(() if line else (self._key,)), Span(" " * gap), Span(words)]
