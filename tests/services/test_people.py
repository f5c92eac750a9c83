"""People: added, found, edited field by field, sorted, archived."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import Closeness, Exit
from ii_tui.errors import Nothing, Stale, Usage
from ii_tui.services import browsing, editing, history, interviews, people
from ii_tui.services.desk import Desk
from ii_tui.services.people import Filter, People
from tests.services.conftest import Look


def listed(desk: Desk, **wanted: object) -> list[str]:
    source = People(desk, Filter(**wanted))  # type: ignore[arg-type]  # its own fields
    assert source.count() == len(source.window(0, 99))
    return [row.name for row in source.window(0, 99)]


# Adding


def test_one_line_adds_a_person(desk: Desk, look: Look) -> None:
    line = "Grace Hopper, Rear Admiral @ US Navy <grace@navy.example> linkedin.com/in/grace-h"
    person, new = people.quick_add(desk, line)
    page = look.page(person)
    assert new
    assert (page.first, page.last, page.title, page.company) == (
        "Grace", "Hopper", "Rear Admiral", "US Navy",
    )  # fmt: skip
    assert (page.email, page.slug) == ("grace@navy.example", "grace-h")
    assert page.closeness is None
    assert history.changes(desk)[0].name == "Added Grace Hopper"


@pytest.mark.parametrize(
    "again",
    [
        "G. H. <GRACE@navy.example>",
        "Somebody Else https://de.linkedin.com/in/Grace-H/?trk=x",
        "grace hopper @ us navy",
        "Gráce Hopper @ US  Navy",
    ],
)
def test_somebody_known_is_not_added_twice(desk: Desk, again: str) -> None:
    line = "Grace Hopper, Rear Admiral @ US Navy <grace@navy.example> linkedin.com/in/grace-h"
    person, _ = people.quick_add(desk, line)
    assert people.quick_add(desk, again) == (person, False)
    assert People(desk).count() == 1


@pytest.mark.parametrize(
    "other", ["Grace Hopper", "Grace Hopper @ Univac", "Grace Murray @ US Navy"]
)
def test_a_name_alone_is_not_enough(desk: Desk, other: str) -> None:
    people.quick_add(desk, "Grace Hopper @ US Navy")
    assert people.quick_add(desk, other)[1]


def test_a_line_without_a_name_is_refused_and_adds_nothing(desk: Desk) -> None:
    with pytest.raises(Usage, match="name is missing"):
        people.quick_add(desk, "@ Acme")
    assert listed(desk) == []
    assert desk.store.db.value("SELECT count(*) FROM company") == 0


# Editing


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("first", "  Augusta ", "Augusta"),
        ("last", "King", "King"),
        ("greeting", "Lady Ada", "Lady Ada"),
        ("company", "Zenith", "Zenith"),
        ("company", "", ""),
        ("title", "Countess\x1b[2J", "Countess[2J"),
        ("email", " Ada@Example.ORG ", "ada@example.org"),
        ("email", "", ""),
        ("phone", "+44 20 1", "+44 20 1"),
        ("url", "https://de.linkedin.com/in/Ada-L?x=1", "https://www.linkedin.com/in/ada-l"),
        ("url", "https://ada.example", "https://ada.example"),
        ("how_known", "School\nand after", "School\nand after"),
        ("zone", "europe/london", "Europe/London"),
        ("zone", "London", "Europe/London"),
        ("zone", "", ""),
        ("country", "GB", "GB"),
        ("address", "1 High St\nLondon", "1 High St\nLondon"),
        ("cadence_days", "90", 90),
        ("cadence_days", "", None),
        ("tags", "math, friend ,, math", ("friend", "math")),
    ],
)
def test_each_field_is_kept_as_it_should_be(
    desk: Desk, look: Look, ada: int, field: str, typed: str, kept: object
) -> None:
    page = look.page(ada)
    said = editing.edit(desk, ada, page.rev, {field: typed})
    after = look.page(ada)
    assert getattr(after, field) == kept
    assert after.rev > page.rev
    assert said == f"Edited {after.name}"
    history.undo_last(desk)
    assert getattr(look.page(ada), field) == getattr(page, field)


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("email", "ada at example", "not an e-mail address"),
        ("email", "a@b", "not an e-mail address"),
        ("cadence_days", "0", "not a number of days"),
        ("cadence_days", "often", "not a number of days"),
        ("cadence_days", "²", "not a number of days"),
        ("cadence_days", "9" * 5000, "not a number of days"),
        ("zone", "Mars/Olympus", "Mars/Olympus"),
        ("zone", "EST", "EST"),
        ("introduced_by", "Nobody Here", "not one of your contacts"),
        ("introduced_by", "Same", "Several people fit"),
        ("url", "linkedin.com/in/taken", "belongs to Cid Taken already"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_changed(
    desk: Desk, look: Look, ada: int, field: str, typed: str, why: str
) -> None:
    people.quick_add(desk, "Bob Same")
    people.quick_add(desk, "Bea Same")
    people.quick_add(desk, "Cid Taken linkedin.com/in/taken")
    before = look.page(ada)
    with pytest.raises(Usage, match=why):
        editing.edit(desk, ada, before.rev, {"title": "New", field: typed, "company": "Fresh"})
    assert look.page(ada) == before
    assert desk.store.db.value("SELECT count(*) FROM company WHERE name = 'Fresh'") == 0


def test_a_person_needs_a_name(desk: Desk, look: Look, ada: int) -> None:
    page = look.page(ada)
    with pytest.raises(Usage, match="needs a name"):
        editing.edit(desk, ada, page.rev, {"first": " ", "last": "\x00"})
    editing.edit(desk, ada, page.rev, {"first": ""})
    assert look.page(ada).name == "Lovelace"


def test_the_introducer_is_named_as_a_person_is(desk: Desk, look: Look, ada: int, bob: int) -> None:
    editing.edit(desk, bob, look.page(bob).rev, {"introduced_by": "ada@example.org"})
    assert (look.page(bob).introducer_id, look.page(bob).introducer) == (ada, "Ada Lovelace")
    # Nobody introduced themselves.
    with pytest.raises(Usage):
        editing.edit(desk, ada, look.page(ada).rev, {"introduced_by": "Ada Lovelace"})
    editing.edit(desk, bob, look.page(bob).rev, {"introduced_by": ""})
    assert look.page(bob).introducer_id is None


def test_a_new_employer_leaves_the_old_one_in_the_past(desk: Desk, look: Look, ada: int) -> None:
    editing.edit(desk, ada, look.page(ada).rev, {"company": "acme"})
    assert look.page(ada).past_companies == ()
    editing.edit(desk, ada, look.page(ada).rev, {"company": "Zenith"})
    assert look.page(ada).past_companies == ("Acme",)
    history.undo_last(desk)
    assert (look.page(ada).company, look.page(ada).past_companies) == ("Acme", ())


def test_a_name_typed_anew_moves_the_person_in_the_list(
    desk: Desk, look: Look, ada: int, bob: int
) -> None:
    assert listed(desk) == ["Bob Byron", "Ada Lovelace"]
    editing.edit(desk, ada, look.page(ada).rev, {"last": "Aardvark"})
    assert listed(desk) == ["Ada Aardvark", "Bob Byron"]
    assert listed(desk, text="lovelace") == []
    assert People(desk).position(bob) == 1


@pytest.mark.parametrize(
    "theirs", [{"title": "Theirs"}, {"tags": "theirs"}], ids=["a field", "tags"]
)
@pytest.mark.parametrize("mine", [{"title": "Mine"}, {"tags": "mine"}], ids=["a field", "tags"])
def test_an_edit_of_what_changed_elsewhere_is_stale(
    desk: Desk,
    other_desk: Desk,
    look: Look,
    ada: int,
    theirs: dict[str, str],
    mine: dict[str, str],
) -> None:
    page = look.page(ada)
    editing.edit(other_desk, ada, page.rev, theirs)
    with pytest.raises(Stale, match="elsewhere"):
        editing.edit(desk, ada, page.rev, mine)
    after = look.page(ada)
    assert (after.title, after.tags) == (
        theirs.get("title", "Analyst"),
        tuple(filter(None, [theirs.get("tags")])),
    )
    editing.edit(desk, ada, after.rev, mine)


def test_changing_nothing_is_no_change(desk: Desk, look: Look, ada: int) -> None:
    page = look.page(ada)
    editing.edit(desk, ada, page.rev, {})
    assert look.page(ada).rev == page.rev
    assert [change.name for change in history.changes(desk)] == ["Added Ada Lovelace"]


def test_somebody_who_is_gone_is_told(desk: Desk) -> None:
    for act in (
        lambda: people.page(desk, 99),
        lambda: people.brief_name(desk, 99),
        lambda: editing.edit(desk, 99, 1, {"title": "x"}),
        lambda: editing.set_closeness(desk, 99, Closeness.CLOSE),
        lambda: editing.archive(desk, 99),
        lambda: people.add_note(desk, 99, "x"),
        lambda: interviews.start(desk, 99),
    ):
        with pytest.raises(Nothing, match="not"):
            act()


# Tags, ties, flags, notes


def test_tags_are_exactly_those_given(desk: Desk, look: Look, ada: int) -> None:
    editing.edit(desk, ada, look.page(ada).rev, {"tags": "b, a\x1b,, b"})
    assert look.page(ada).tags == ("a", "b")
    editing.edit(desk, ada, look.page(ada).rev, {"tags": "b, c"})
    assert look.page(ada).tags == ("b", "c")
    assert listed(desk, text="c") == ["Ada Lovelace"]


def test_closeness_narrows_the_list(desk: Desk, look: Look, ada: int, bob: int) -> None:
    assert editing.set_closeness(desk, ada, Closeness.CLOSE) == "Ada Lovelace: close"
    assert listed(desk, closeness="close") == ["Ada Lovelace"]
    assert listed(desk, closeness="none") == ["Bob Byron"]
    editing.set_closeness(desk, ada, None)
    assert listed(desk, closeness="none") == ["Bob Byron", "Ada Lovelace"]
    history.undo_last(desk)
    assert look.page(ada).closeness is Closeness.CLOSE


def test_who_is_not_to_be_contacted_is_owed_nothing_until_it_is_taken_back(
    desk: Desk, look: Look, ada: int
) -> None:
    interviews.start(desk, ada)
    assert look.owed(ada)
    assert editing.set_do_not_contact(desk, ada, True) == "Ada Lovelace is not to be contacted"
    assert look.page(ada).do_not_contact
    assert not look.owed(ada)
    editing.set_do_not_contact(desk, ada, False)
    assert look.owed(ada)


def test_who_is_archived_is_out_of_every_list_and_can_come_back(
    desk: Desk, look: Look, ada: int
) -> None:
    interviews.start(desk, ada)
    assert editing.archive(desk, ada) == "Archived Ada Lovelace"
    assert listed(desk) == []
    assert listed(desk, archived=True) == ["Ada Lovelace"]
    assert interviews.the_board(desk).cards == ()
    assert not look.owed(ada)
    assert editing.archive(desk, ada, on=False) == "Brought back Ada Lovelace"
    assert listed(desk, text="lovelace") == ["Ada Lovelace"]
    assert look.owed(ada)


def test_who_is_archived_is_in_no_drawer_and_no_figure(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    interviews.close(desk, ada, Exit.DORMANT)
    assert len(interviews.the_board(desk).closed) == 1
    assert browsing.figures(desk).exits == {Exit.DORMANT: 1}
    editing.archive(desk, ada)
    assert interviews.the_board(desk).closed == ()
    assert browsing.figures(desk).exits == {}


def test_who_comes_to_the_board_is_archived_no_more(desk: Desk, look: Look, ada: int) -> None:
    """Nobody would see the card."""
    interviews.start(desk, ada)
    interviews.close(desk, ada, Exit.DORMANT)
    editing.archive(desk, ada)
    interviews.revive_person(desk, ada)
    assert [card.name for card in interviews.the_board(desk).cards] == ["Ada Lovelace"]
    assert look.owed(ada)
    history.undo_last(desk)
    assert listed(desk, archived=True) == ["Ada Lovelace"]


def test_a_note_is_kept_and_found(desk: Desk, look: Look, ada: int) -> None:
    people.add_note(desk, ada, "Knows\x07 Babbage\n")
    (row,) = (row for row in look.page(ada).timeline if row.source == "note")
    assert row.text == "Knows Babbage"
    assert listed(desk, text="babbage") == ["Ada Lovelace"]
    with pytest.raises(Usage, match="empty"):
        people.add_note(desk, ada, " \n\x00 ")


# Who is meant


def test_a_person_is_named_in_every_way_of_the_contract(desk: Desk) -> None:
    line = "Łucja Żółć, Chemist @ Acme <lucja@example.org> linkedin.com/in/lucja-z"
    lucja, _ = people.quick_add(desk, line)
    people.quick_add(desk, "Lucy Smith")
    uid = people.page(desk, lucja).uid
    for words in (
        str(lucja),
        f" {lucja} ",
        "lucja-z",
        "LUCJA-Z",
        "linkedin.com/in/lucja-z",
        "https://pl.linkedin.com/in/Lucja-Z/?trk=people",
        "Lucja@Example.org",
        uid,
        uid[:8],
        uid[:8].upper(),
        "Łucja Żółć",
        "lucja zolc",
        "zolc",
        "LUCJ",
        "łucja",
    ):
        assert people.resolve(desk, words) == lucja, words


def test_several_that_fit_are_listed_with_their_numbers(desk: Desk) -> None:
    ann, _ = people.quick_add(desk, "Ann Same @ Acme")
    bea, _ = people.quick_add(desk, "Bea Same")
    with pytest.raises(Usage) as caught:
        people.resolve(desk, "same")
    assert caught.value.exit == 2
    assert f"{ann}  Ann Same, Acme" in caught.value.message
    assert f"{bea}  Bea Same" in caught.value.message


def test_a_whole_name_wins_over_a_part_of_one(desk: Desk) -> None:
    people.quick_add(desk, "Ann Marie Same")
    ann, _ = people.quick_add(desk, "Ann Marie")
    assert people.resolve(desk, "ann marie") == ann


@pytest.mark.parametrize("words", ["", "  ", "nobody", "²", "9" * 30, '"*(', "\udcff", "0", "-1"])
def test_nobody_is_told_as_nobody(desk: Desk, ada: int, words: str) -> None:
    with pytest.raises(Nothing) as caught:
        people.resolve(desk, words)
    assert caught.value.exit == 3


def test_the_archived_are_found_only_by_the_sure_ways(desk: Desk, ada: int) -> None:
    editing.archive(desk, ada)
    assert people.resolve(desk, "ada@example.org") == ada
    assert people.resolve(desk, str(ada)) == ada
    with pytest.raises(Nothing):
        people.resolve(desk, "Ada Lovelace")


def test_a_name_of_hexadecimal_letters_is_a_name_first(desk: Desk) -> None:
    """Four letters of it may begin somebody's uid as well."""
    ebba, _ = people.quick_add(desk, "Ebba Ek")
    other, _ = people.quick_add(desk, "Otto Ott")
    desk.store.db.run("UPDATE contact SET uid = 'ebba0000' || substr(uid, 9) WHERE id = ?", other)
    with pytest.raises(Usage, match="Several") as caught:
        people.resolve(desk, "Ebba")
    assert "Ebba Ek" in caught.value.message
    assert "Otto Ott" in caught.value.message
    assert people.resolve(desk, "ebba0000") == other
    assert people.resolve(desk, "ebba ek") == ebba
