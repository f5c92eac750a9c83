"""Which of our templates suits: by kind, closeness, tone, format and occasion."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import PLACEHOLDERS, Filled, Template, fill
from ii_tui.core.templates_answer import ANSWER
from ii_tui.core.templates_ask import ASK
from ii_tui.core.templates_connect import CONNECT
from ii_tui.core.templates_firm_up import FIRM_UP
from ii_tui.core.templates_introduce import INTRODUCE
from ii_tui.core.templates_keep import KEEP

__all__ = [
    "PLACEHOLDERS",
    "TEMPLATES",
    "Filled",
    "Template",
    "best_template",
    "fill",
    "templates_for",
    "variants_of",
]

TEMPLATES: tuple[Template, ...] = CONNECT + INTRODUCE + ASK + ANSWER + FIRM_UP + KEEP


def variants_of(kind: Kind) -> tuple[str, ...]:
    """The occasions that texts of a kind are written for, the plain one first."""
    found = dict.fromkeys(item.variant for item in TEMPLATES if item.kind is kind)
    return tuple(sorted(found, key=bool))


def templates_for(
    kind: Kind,
    *,
    closeness: Closeness | None = None,
    tone: str = "",
    format: str = "",
    variant: str = "",
) -> tuple[Template, ...]:
    """Our templates of a kind that suit, in reading order.

    What is left empty does not choose, except `variant`: without one, only texts for the plain
    occasion. A format that no text of the kind is written for gives those that suit any format.
    """
    found = [
        item
        for item in TEMPLATES
        if item.kind is kind
        and item.variant == variant
        and (closeness is None or closeness in item.closeness)
        and (not tone or item.tone == tone)
    ]
    if format:
        exact = [item for item in found if item.format == format]
        found = exact or [item for item in found if not item.format]
    return tuple(found)


def best_template(
    kind: Kind,
    *,
    closeness: Closeness | None = None,
    tone: str = "plain",
    format: str = "",
    variant: str = "",
) -> Template:
    """The one template to begin from; what cannot be had gives way: tone, format, occasion, tie."""
    tie = closeness or Closeness.ACQUAINTANCE
    for wanted_variant in dict.fromkeys((variant, "")):
        for wanted_format in dict.fromkeys((format, "")):
            for wanted_tone in (tone, ""):
                found = templates_for(
                    kind,
                    closeness=tie,
                    tone=wanted_tone,
                    format=wanted_format,
                    variant=wanted_variant,
                )
                if found:
                    return found[0]
    return next(item for item in TEMPLATES if item.kind is kind)
