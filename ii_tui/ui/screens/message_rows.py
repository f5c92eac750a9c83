"""How texts are drawn: in the list of messages, beside it, and whole."""

from __future__ import annotations

from ii_tui.core.dates import relative_day
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.models import DraftRow, MessageRow
from ii_tui.core.text import fold
from ii_tui.services.browsing import Texts
from ii_tui.services.desk import Desk
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import NO_SIGN, UNREAD, Line, Prose, Row, Span, bright, dim, one_line

Text = DraftRow | MessageRow

_COLUMNS = Columns(
    Column(1),
    Column(13, grow=3, most=24, gap=1),
    Column(12, grow=2, most=36),
    Column(10, grow=2, most=30, drop=1),
    Column(11, align="right"),
)


def label(kind: str) -> str:
    """The kind as a person reads it; an unknown one as it is."""
    return Kind(kind).label if kind in set(Kind) else kind.replace("_", " ")


def title(row: Text) -> str:
    """What it is, and for whom."""
    return f"{label(row.kind)}: {row.person}"


def counts(texts: Texts) -> str:
    """How much there is: "1 to answer for, 2 drafts, 14 sent"."""
    parts = []
    if texts.copied:
        parts.append(f"{len(texts.copied)} sent?")
    if texts.drafts:
        parts.append(f"{len(texts.drafts)} draft{'s' * (len(texts.drafts) != 1)}")
    if texts.sent_in_all:
        parts.append(f"{texts.sent_in_all:,} sent")
    return ", ".join(parts)


def when(row: Text, desk: Desk) -> str:
    """The moment that counts: sent, copied, or last changed; today with its time."""
    moment = row.sent if isinstance(row, MessageRow) else row.copied or row.updated
    local = desk.local(moment)
    day = relative_day(local.date(), desk.today())
    return f"{local:%H:%M}" if day == "today" else day


def older_copies(texts: Texts) -> frozenset[int]:
    """Drafts of which there is a later one: the same kind to the same person."""
    seen: set[tuple[int, str, int | None]] = set()
    older = set()
    for row in (*texts.copied, *texts.drafts):
        about = (row.person_id, row.kind, row.target_id)
        if about in seen:
            older.add(row.id)
        seen.add(about)
    return frozenset(older)


def item(row: Text, desk: Desk, *, copy: bool = False) -> Item:
    """Two lines: what, for whom and when; and its first words.

    `copy` says that another draft of the same message is later.
    """
    copied = isinstance(row, DraftRow) and row.copied is not None
    first = _COLUMNS.row(
        UNREAD if copied else NO_SIGN,
        bright(label(row.kind)),
        row.person,
        dim(row.company),
        dim(when(row, desk)),
    )
    words = f"the other copy: {first_words(row)}" if copy else first_words(row)
    key = f"{'m' if isinstance(row, MessageRow) else 'd'}{row.id}"
    return Item(key, (first, Line(dim(words), indent=2)), row)


def first_words(row: Text) -> str:
    """Where the text itself begins: not with a date, and not with a greeting."""
    lines = [line.strip() for line in row.body.splitlines() if line.strip()]
    while len(lines) > 1 and len(lines[0].split()) <= 4:
        del lines[0]
    return one_line(" ".join(lines))[:300] or "No words yet."


def fits(row: Text, words: str) -> bool:
    """Whether every word is in the names, the kind or the text."""
    if not words.strip():
        return True
    haystack = fold(f"{row.person} {row.company} {label(row.kind)} {row.subject} {row.body}")
    return all(word in haystack for word in fold(words).split())


def whole(row: Text, desk: Desk) -> list[Row]:
    """The text as it stands, under what became of it."""
    channel = Channel(row.channel).label if row.channel in set(Channel) else row.channel
    if isinstance(row, MessageRow):
        state = f"Sent by {channel}"
    elif row.copied is not None:
        state = f"Copied for {channel}; sent?"
    else:
        state = f"A draft, for {channel}"
    rows: list[Row] = [
        Line(bright(title(row)), right=dim(when(row, desk))),
        Line(dim(", ".join(part for part in (state, row.company) if part))),
        Line(),
    ]
    if row.subject:
        rows += [Line(dim("Subject  "), Span(row.subject)), Line()]
    return [*rows, Prose(row.body)]


def reading(row: Text) -> str:
    """The text for reading, its subject before it."""
    return f"Subject: {row.subject}\n\n{row.body}" if row.subject else row.body
