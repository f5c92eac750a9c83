"""For any edits of two programs from one beginning, nothing that either typed is lost.

Each text is in the row, in the result of the choice, or in a draft of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.clock import Clock
from ii_tui.core.joining import Choice, assembled, blocks, joined, without_marks
from ii_tui.errors import Nothing, Stale
from ii_tui.paths import Paths
from ii_tui.services import browsing, conflicts, copies, editing, people
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import DraftSaver, Slot
from ii_tui.services.person_form import EDITABLE, form_values
from ii_tui.store import messages

FREE = ("first", "greeting", "company", "title", "phone", "how_known", "address", "tags")
"""fields that take any words"""
words = st.text("abc", min_size=1, max_size=4)
edits = st.dictionaries(st.sampled_from(FREE), words, max_size=5)


@contextmanager
def two_desks() -> Iterator[tuple[Desk, Desk]]:
    """Two programs on one new database."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = Paths(folder / "ii.db", folder / "config.toml", folder / "state")
        clock = Clock(source=lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
        desks = [Desk.open(paths, clock, throwaway=True) for _ in range(2)]
        try:
            yield desks[0], desks[1]
        finally:
            for desk in desks:
                desk.close()


@settings(max_examples=40)
@given(
    st.lists(st.tuples(edits, st.sampled_from(["mine", "theirs", "both"])), min_size=1, max_size=4),
    edits,
)
def test_forms(theirs: list[tuple[dict[str, str], Choice]], mine: dict[str, str]) -> None:
    """The form of one side, while the other saves before every try to save: it goes round."""
    with two_desks() as (desk, other):
        ada, _ = people.quick_add(desk, "Ada Byron, Analyst @ Acme")
        page = people.page(desk, ada)
        base, rev = form_values(page), page.rev
        form = base | mine
        given_up: set[str] = set()
        for saved, choice in theirs:
            now = people.page(other, ada)
            fresh = {k: v for k, v in saved.items() if form_values(now)[k] != v}
            if fresh:
                editing.edit(other, ada, now.rev, fresh)
            changed = {k: v for k, v in form.items() if v != base[k]}
            try:
                editing.edit(desk, ada, rev, changed)
            except Stale:
                stored = people.page(desk, ada)
                found = conflicts.conflict("Ada", "", EDITABLE, base, form, form_values(stored))
                chosen = {}
                for clash in found.clashes:
                    assert clash.mine == form[clash.name]
                    assert clash.theirs == form_values(stored)[clash.name]
                    if choice == "theirs":
                        given_up.add(clash.name)
                        chosen[clash.name] = clash.theirs
                    elif choice == "both":
                        chosen[clash.name] = joined(clash.mine, clash.theirs)
                base, rev, form = form_values(stored), stored.rev, found.resolved(chosen)
            else:
                stored = people.page(desk, ada)
                base, rev, form = form_values(stored), stored.rev, form_values(stored)
        changed = {k: v for k, v in form.items() if v != base[k]}
        if changed:
            editing.edit(desk, ada, rev, changed)
        after = form_values(people.page(desk, ada))
        last = {name: text for saved, _ in theirs for name, text in saved.items()}
        for name, text in mine.items():
            kept = text in after[name] or name in given_up
            # Saved and then written over by somebody who saw it is no loss.
            assert kept or after[name] == last.get(name), (name, after)
        for name, text in last.items():
            assert text in after[name] or name in mine, (name, after)


texts = st.lists(st.sampled_from(["Hi Ada,", "thanks", "the harbor", "", "Robin"]), max_size=5).map(
    "\n".join
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.booleans(), texts), max_size=8), st.data())
def test_drafts(turns: list[tuple[bool, str]], data: st.DataObject) -> None:
    """Two composers on one draft that do not look at each other, then their copies made one."""
    with two_desks() as (desk, other):
        ada, _ = people.quick_add(desk, "Ada Byron")
        savers = [DraftSaver(one.store, one.clock) for one in (desk, other)]
        fixed = {"kind": "reconnect", "channel": "email"}
        with desk.store.quiet() as db:
            first = messages.add_draft(db, ada, desk.now(), **fixed, body="begun")
        slots = [saver.open(Slot(ada, fixed, first, 1)) for saver in savers]
        typed = ["begun", "begun"]
        for which, body in turns:
            typed[which] = body
            savers[which].put(slots[which], body=body)
            assert savers[which].flush(60)
        kept = {row.body for row in messages.drafts(desk.store.db, ada)}
        assert {body for body in typed if body and (body != "begun" or not turns)} <= kept
        for saver in savers:
            assert saver.stop(60)
        assert slots[0].draft_id is not None
        for copy in copies.others(desk, slots[0].draft_id):
            mine = (slots[0].draft_id, slots[0].rev)
            found = blocks(typed[0], copy.body)
            choices: list[Choice] = ["both"] * len(found)
            whole = without_marks(assembled(found, choices, marked=True))
            if data.draw(st.booleans()):
                # The other window saves once more before the choice is made.
                with other.store.quiet() as db:
                    messages.save_draft(db, copy.id, copy.rev, other.now(), body="later")
                try:
                    copies.make_one(desk, mine, copy, {"subject": "", "body": whole})
                except (Stale, Nothing):
                    left = {row.body for row in messages.drafts(desk.store.db, ada)}
                    assert "later" in left
                    assert typed[0] in left or not typed[0]
                else:
                    raise AssertionError("a copy was written over")
                return
            one = copies.make_one(desk, mine, copy, {"subject": "", "body": whole})
            assert one is not None
            for text in (typed[0], copy.body):
                assert set(text.split("\n")) <= set(one.body.split("\n"))
            return


@settings(max_examples=25)
@given(texts, texts, st.lists(st.sampled_from(["mine", "theirs", "both"]), min_size=12))
def test_the_notes_of_a_company(mine: str, theirs: str, picks: list[Choice]) -> None:
    """Place by place, with every choice: what was chosen stands, and no other line goes."""
    with two_desks() as (desk, other):
        company = browsing.add_company(desk, "Acme")
        page = browsing.company(desk, company)
        mine, theirs = mine.strip(), theirs.strip()
        if theirs:
            browsing.edit_company(other, company, page.row.rev, notes=theirs)
        stored = browsing.company(desk, company)
        found = blocks(mine, theirs)
        choices = picks[: len(found)]
        text = assembled(found, choices)
        browsing.edit_company(desk, company, stored.row.rev, notes=text)
        after = browsing.company(desk, company).notes
        assert after == text.strip()
        for block, choice in zip(found, choices, strict=True):
            wanted = block.theirs if choice == "theirs" and not block.same else block.mine
            assert {line for line in wanted if line} <= set(after.split("\n"))
