"""Who helped in a search, how much, and in which words they are told."""

from __future__ import annotations

from ii_tui.core.counting import listed
from ii_tui.lazy import dataclass


@dataclass(frozen=True, slots=True)
class Help:
    """What one person did. Each fact counts once, however often it happened."""

    introduced: tuple[str, ...] = ()
    """names of the people they brought me together with"""
    met: bool = False
    referred: bool = False
    """they named somebody else"""
    answered: bool = False
    declined: bool = False
    """a no was their last word"""

    @property
    def helped(self) -> bool:
        """Whether they are to hear the news; a no, or silence, alone is no help."""
        more = bool(self.introduced) or self.met or self.referred
        return more or (self.answered and not self.declined)

    @property
    def rank(self) -> tuple[int, int]:
        """The larger, the more they helped: an introduction before all, then a conversation."""
        weight = 8 * bool(self.introduced) + 4 * self.met + 2 * self.referred + self.answered
        return weight, len(self.introduced)

    @property
    def reason(self) -> str:
        """ "They introduced you to Ada Lovelace, and you met." """
        parts = []
        if self.introduced:
            parts.append(f"they introduced you to {listed(self.introduced, 2)}")
        if self.met:
            parts.append("you met")
        if self.referred:
            parts.append("they named someone else to you")
        if not parts:
            parts.append("they answered you")
        said = ", and ".join((", ".join(parts[:-1]), parts[-1])) if parts[1:] else parts[0]
        return f"{said[:1].upper()}{said[1:]}."

    @property
    def part(self) -> str:
        """Their part in it, as a letter to them says it."""
        if self.introduced:
            return f"your introduction to {listed(self.introduced, 2)}"
        if self.met:
            return "our conversation"
        return "the name you gave me" if self.referred else "your kind answer"
