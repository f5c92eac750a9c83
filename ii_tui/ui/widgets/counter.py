"""How long the text is, beside what reads best and what the channel takes."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.core.finding import BLOCK, Finding
from ii_tui.core.kinds import Channel
from ii_tui.core.messages import Count
from ii_tui.ui.widgets.spans import Look, Span, dim


def length(count: Count, channel: Channel) -> list[list[Span]]:
    """The length in ways from the longest to the shortest that is still worth a line."""
    look: Look = "blocked" if count.over else "due" if count.short or count.long else "normal"
    in_characters = count.unit == "characters"
    only_limit = (
        in_characters
        and count.limit is not None
        and count.advised.endswith(f" {count.limit} characters")
    )
    if only_limit:
        head = [Span(f"{count.count} of {count.limit} characters", look)]
    elif count.advised:
        head = [Span(f"{count.count} of {count.advised}", look)]
    else:
        head = [Span(f"{count.count} {count.unit}")]
    more: list[Span] = []
    if count.sentences_advised:
        more.append(dim(f", {count.sentences} of {count.sentences_advised}"))
    if count.forward:
        more.append(dim(f", {count.forward} to forward"))
    where = channel.label
    counted = "" if channel is Channel.SMS else f", as {where.split()[0]} counts"
    if only_limit:
        if counted:
            more.append(dim(counted))
    elif count.limit is not None and in_characters:
        more.append(dim(f"; {where} takes {count.limit:,}"))
    elif count.limit is not None:
        tight = Span(
            f"; {count.characters} of {count.limit:,} characters",
            "blocked" if count.over else "dim",
        )
        more += [tight, dim(counted)] if counted else [tight]
    if count.subject_limit is not None:
        more.append(dim(f"; subject {count.subject_characters} of {count.subject_limit}"))
    return [[*head, *more], [*head, *more[:1]], head]


def tally(found: Sequence[Finding], *, let_pass: int = 0, checking: bool = False) -> list[Span]:
    """How many blocks and warnings stand: "1 block, 1 warning"."""
    blocking = sum(one.level == BLOCK for one in found)
    warning = len(found) - blocking
    spans: list[Span] = []
    if blocking:
        spans.append(Span(f"{blocking} block{'s' * (blocking != 1)}", "blocked"))
    if warning:
        spans += [dim(", ")] if spans else []
        spans.append(Span(f"{warning} warning{'s' * (warning != 1)}", "due"))
    if not found and not checking:
        spans.append(Span("+ ready", "done"))
    if let_pass:
        spans.append(dim(f", {let_pass} let pass"))
    if checking:
        spans.append(dim(", reading names" if spans else "reading names"))
    return spans
