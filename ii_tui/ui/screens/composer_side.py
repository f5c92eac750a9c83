"""What stands round the text: the title, why now, the thread, and the keys by their real names."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.core.dates import relative_day
from ii_tui.core.kinds import spec
from ii_tui.core.models import TimelineRow
from ii_tui.services import writing
from ii_tui.services.composing import Composition
from ii_tui.services.desk import Desk
from ii_tui.ui.keeping import DraftKeeper
from ii_tui.ui.screens.timeline_rows import day_words, event_words, whole_text
from ii_tui.ui.widgets.spans import BLOCKED, Line, Prose, Row, Span, bright, dim, one_line

THREAD = 12
"""touches shown beside the text"""


def title(composition: Composition) -> list[list[Span]]:
    """The kind, the name, the title and the company, in ways from the longest to the shortest."""
    page = composition.page
    label = spec(composition.kind).label
    if composition.beat:
        label = f"{label}, {composition.beat}"
    kind = bright(f"{label}: {one_line(page.name)}")
    if composition.about:
        return [[kind, Span(f", about {one_line(composition.about)}")], [kind]]
    about = [one_line(words) for words in (page.title, page.company) if words]
    ways = [[kind, *(Span(f", {words}") for words in about)]]
    if len(about) > 1:
        ways.append([kind, Span(f", {about[-1]}")])
    return [*ways, [kind]]


def saved(desk: Desk, keeper: DraftKeeper) -> list[Span]:
    """Whether the text is on disk, and since when."""
    if keeper.trouble is not None:
        return [BLOCKED, Span(" not saved", "blocked")]
    if keeper.dirty:
        return [dim("saving")]
    if keeper.saved_at is not None:
        local = desk.local(keeper.saved_at)
        day = relative_day(local.date(), desk.today())
        return [dim(f"saved {local:%H:%M}" if day == "today" else f"saved {day}")]
    return [dim("not a draft yet")]


def why(composition: Composition, handed_over: bool) -> list[Span]:
    """One line: why now; once it was handed over, where it goes."""
    where = writing.destination(composition)
    if handed_over and where:
        return [dim("To: "), Span(where)]
    words = composition.why
    if composition.task is None:
        words = _BEATS.get(composition.beat, words)
    return [dim(one_line(words))]


_BEATS = {
    "first beat": "Warm now, without the search; it follows once they have answered.",
    "second beat": "They answered. Now say what you are looking for, and ask.",
}


def rows(desk: Desk, composition: Composition, subject: str, text: str) -> list[Row]:
    """What the text still wants, what belongs in it, and what was said before."""
    found: list[Row] = []
    wanted = writing.wants(subject, text)
    if wanted:
        found.append(Line(Span("STILL WANTED", "heading")))
        for name, how in wanted:
            found += [Line(Span(f"{{{name}}}", "due")), Prose(how, "dim", indent=2)]
        found.append(Line())
    shape = spec(composition.kind).shape
    if shape:
        found += [Line(Span("WHAT BELONGS IN IT", "heading")), Prose(shape), Line()]
    found.append(Line(Span("THE THREAD", "heading")))
    said = [row for row in composition.page.timeline if _told(row)][:THREAD]
    for row in said:
        found += _touch(desk, row)
    if not said:
        found.append(Prose("Nothing has passed between you yet.", "dim"))
    page = composition.page
    known = [
        ("How you know them", page.how_known),
        ("Introduced by", page.introducer),
        ("Profile", writing.profile_url(composition)),
    ]
    for label, value in known:
        if value:
            found += [Line(), Line(dim(label)), Prose(value)]
    return found


def _told(row: TimelineRow) -> bool:
    return row.source == "note" or row.kind not in {"opened", "moved", "closed", "revived"}


def _touch(desk: Desk, row: TimelineRow) -> list[Row]:
    day = day_words(desk, row.at)
    lines: list[Row] = [Line(event_words(row, desk), right=dim(day))]
    if words := whole_text(row):
        lines.append(Prose(words, "dim", indent=2, most=5))
    return lines


def hints(
    composition: Composition, *, blocked: bool, kept: bool, width: int
) -> Sequence[str | tuple[str, str]]:
    """The keys that work here; the finish by what it really does."""
    leave = ("compose.leave", "leave, kept" if kept and width >= 60 else "leave")
    if width < 60:
        return (("compose.finish", "blocked" if blocked else "send"), "compose.more", leave)
    step = "next finding"
    if blocked:
        act = "send (blocked)"
    elif writing.by_hand(composition):
        act = "to the clipboard, to copy by hand" if width >= 100 else "clipboard, to copy by hand"
        step = "next"
    else:
        act = "send to the clipboard"
    return (("compose.finish", act), ("compose.next", step), "compose.more", leave)
