"""Two edits from one beginning: whatever each typed is in the result, or is asked about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.joining import END, SEPARATOR, blocks, joined, merge, without_marks

NAMES = ("first", "title", "notes", "tags")
words = st.text("ab, \n", max_size=8)
edits = st.fixed_dictionaries(dict.fromkeys(NAMES, words))
texts = st.lists(st.text("abc ", max_size=3), max_size=6).map("\n".join)


def parts(text: str) -> set[str]:
    return {part.strip() for part in text.split(",") if part.strip()}


@given(edits, edits, edits)
def test_no_edit_is_lost_and_none_is_asked_about_in_vain(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    found = merge(base, mine, theirs, ["tags"])
    asked = {clash.name: clash for clash in found.clashes}
    for name in NAMES:
        if name == "tags" and mine[name] != base[name] and theirs[name] != base[name]:
            put_in = (parts(mine[name]) | parts(theirs[name])) - parts(base[name])
            assert put_in <= parts(found.values[name])
        elif name in asked:
            assert (asked[name].mine, asked[name].theirs) == (mine[name], theirs[name])
            assert base[name] not in (mine[name], theirs[name])
            assert mine[name] != theirs[name]
        elif mine[name] != base[name]:
            assert found.values[name] == mine[name]
        else:
            assert found.values[name] == theirs[name]


def test_a_list_takes_what_either_put_in_and_loses_what_either_took_out() -> None:
    found = merge({"tags": "a, b, c"}, {"tags": "a, c, d"}, {"tags": "b, c, e"}, ["tags"])
    assert found.values == {"tags": "c, e, d"}
    assert found.clashes == ()


@given(texts, texts)
def test_a_joined_text_has_every_line_of_both(mine: str, theirs: str) -> None:
    text = without_marks(joined(mine, theirs))
    if "\n" not in mine and "\n" not in theirs:
        assert mine in text
        assert theirs in text
        return
    assert _within(mine.split("\n"), text.split("\n"))
    assert _within(theirs.split("\n"), text.split("\n"))
    assert SEPARATOR not in text
    assert END not in text


def _within(few: list[str], many: list[str]) -> bool:
    """Whether the lines are all there, in their order."""
    rest = iter(many)
    return all(line in rest for line in few)


@given(texts, texts)
def test_blocks_are_both_texts(mine: str, theirs: str) -> None:
    found = blocks(mine, theirs)
    assert "\n".join(line for block in found for line in block.mine) == mine
    assert "\n".join(line for block in found for line in block.theirs) == theirs


def test_what_they_share_stands_once() -> None:
    mine = "Hi Ada,\n\nthank you.\n\nGrace"
    theirs = "Hi Ada,\n\nmany thanks!\n\nGrace"
    assert joined(mine, theirs).split("\n") == [
        "Hi Ada,", "", "thank you.", SEPARATOR, "many thanks!", END, "", "Grace",
    ]  # fmt: skip
    assert joined("Analyst", "Programmer") == "Analyst / Programmer"
    assert joined("", "Programmer") == "Programmer"
