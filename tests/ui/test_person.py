"""The person's page: everything about one, and enter does what fits the line."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import EventKind, Exit
from ii_tui.services import history, interviews, introducing, people
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact
from ii_tui.ui.dialogs.editing import PersonForm
from ii_tui.ui.dialogs.reading import ReadingDialog
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from ii_tui.ui.widgets.lines import Lines
from tests.ui.people_app import ContactsApp, line_of, picture, populate, prose, seen, until


async def go_to(app: ContactsApp, key: str) -> None:
    """Puts the cursor of the pane that has it on the item."""
    for pane in app.screen.query(Lines):
        if key in pane._by_key:
            pane.focus()
            pane.go(pane._by_key[key])
            return
    raise AssertionError(f"nothing called {key}")


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40), (200, 60)])
async def test_everything_about_one_person(desk: Desk, size: tuple[int, int]) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(PersonScreen(ids["Nina"]))
        await pilot.pause()
        whole = "\n".join(picture(app))
        panes = [pane for pane in app.screen.query(Lines) if pane.has_class("-shown")]
        assert len(panes) == {40: 1, 80: 1, 120: 2, 200: 3}[size[0]]
        for _ in range(4):
            await pilot.press("pagedown")
            whole += "\n" + "\n".join(picture(app))
        for words in (
            "Nina Simone",
            "Pianist at Globex",
            "OWED",
            "Send her the score",
            "Not on the board",
            "We shared a stage",
            "Introduced by  Ada Lovelace",
            "+49 30 1234567",
            "alumni, music",
            "America/Chicago",
            "12 Long Street",
            "Chicago IL 60601",
            "Nothing yet.",
        ):
            assert words in whole, words
        assert max(map(len, whole.splitlines())) <= size[0]


async def test_whom_they_introduced_and_what_happened(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(PersonScreen(ids["Ada"]))
        await pilot.pause()
        for words in (
            "Introduced     Nina Simone",
            "https://www.linkedin.com/in/ada-lovelace",
            "They said yes",
            "Sent the meeting request by LinkedIn",
            "Thirty minutes over coffee?",
            "requested",
            "Answer them",
        ):
            await until(pilot, lambda words=words: seen(app, words))
        assert line_of(app, "Answer them").startswith(">"), "what is owed comes first"
        await go_to(app, f"person:{ids['Nina']}")
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "Pianist at Globex"))
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Analyst at Babbage & Co"))
        await pilot.press("escape")
        assert isinstance(app.screen, ContactsScreen)


async def test_the_import_keeps_what_has_no_field(desk: Desk) -> None:
    ids = populate(desk)
    with desk.act("x") as act:
        change_row(act.db, Contact, ids["Walter"], extra='[["Shoe size", "44 [/]"]]')
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(PersonScreen(ids["Walter"]))
        await pilot.pause()
        await until(pilot, lambda: seen(app, "FROM THE IMPORT"))
        await until(pilot, lambda: seen(app, "Shoe size      44 [/]"))


async def test_enter_reads_a_whole_text(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 16)) as pilot:
        await app.push_screen(PersonScreen(ids["Ada"]))
        await pilot.pause()
        await go_to(app, "note:1")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingDialog) and seen(app, "Note"))
        await until(pilot, lambda: seen(app, "Ask about the engine."))
        await pilot.press("G")
        await until(pilot, lambda: not seen(app, "Ask about the engine."))
        await pilot.press("g")
        await until(pilot, lambda: seen(app, "Ask about the engine."))
        await pilot.press("escape")
        assert isinstance(app.screen, PersonScreen)


async def test_enter_settles_and_edits(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Nina"]))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "Send her the score, "))
        assert not people.page(desk, ids["Nina"]).tasks
        await pilot.press("u")
        await until(pilot, lambda: people.page(desk, ids["Nina"]).tasks)
        await go_to(app, "field:phone")
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, PersonForm) and app.focused is not None
            and app.focused.id == "phone-input",
        )  # fmt: skip


async def test_keys_of_the_person(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Grace"]))
        await pilot.pause()
        await pilot.press("b")
        await until(pilot, lambda: seen(app, "identified"))
        await pilot.press("L")
        await until(pilot, lambda: seen(app, "Moved Grace Hopper to warming"))
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Their interview is open: warming."))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert people.page(desk, ids["Grace"]).archived is None, "enter alone does nothing"
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Archive Grace Hopper?"))
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "archived"))
        await pilot.press("u")
        await until(pilot, lambda: people.page(desk, ids["Grace"]).archived is None)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: seen(app, "Every message to them is blocked"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert not people.page(desk, ids["Grace"]).do_not_contact, "enter alone does nothing"
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: seen(app, "Every message to them is blocked"))
        await pilot.press("1")
        await until(pilot, lambda: seen(app, "x do not contact"))


async def test_the_key_line_says_what_enter_does_here(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = PersonScreen(ids["Ada"])
        await app.push_screen(screen)
        await until(pilot, lambda: seen(app, "enter answer"))
        for key, words in (("note", "enter read"), ("field", "enter change")):
            items = screen.panes[0].items
            index = next(i for i, one in enumerate(items) if str(one.key).startswith(f"{key}:"))
            screen.panes[0].go(index)
            await until(pilot, lambda words=words: seen(app, words))  # type: ignore[misc]


async def test_someone_else_changes_the_person(desk: Desk, other_desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Grace"]))
        await pilot.pause()
        interviews.start(other_desk, ids["Grace"])
        app._look_around()
        await until(pilot, lambda: seen(app, "identified"))


async def test_an_undo_that_takes_the_person_away_closes_the_page(desk: Desk) -> None:
    person, _ = people.quick_add(desk, "Grace Hopper")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(person))
        await pilot.pause()
        history.undo_last(desk)
        app.changed()
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))


async def test_a_person_taken_back_elsewhere_while_a_sheet_lies_over_the_page(desk: Desk) -> None:
    added, _ = people.quick_add(desk, "Zoe Gone, Baker @ Acme")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(added))
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        history.undo_last(desk)
        app.changed()
        app.changed()
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, PersonScreen))
        assert "not here any more" in "\n".join(
            strip.text for strip in app.screen._compositor.render_strips()
        )


async def test_do_not_contact_keeps_why_and_is_taken_back_on_purpose(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Ada"]))
        await pilot.pause()
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: seen(app, "Do not contact Ada Lovelace: why?"))
        await pilot.press("tab", *"she asked", "enter")
        await until(pilot, lambda: seen(app, "x do not contact"))
        assert people.page(desk, ids["Ada"]).blocked_why == "she asked"
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await pilot.press("2")
        await until(pilot, lambda: seen(app, "xAda L") or seen(app, "x Ada L"))
        await until(pilot, lambda: seen(app, "Do not contact."))
        await app.push_screen(PersonScreen(ids["Ada"]))
        await until(pilot, lambda: isinstance(app.screen, PersonScreen) and app.screen.page)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: '"she asked"' in prose(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert people.page(desk, ids["Ada"]).do_not_contact, "enter alone does nothing"
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: seen(app, "May Ada Lovelace be contacted again?"))
        await pilot.press("y")
        await until(pilot, lambda: not people.page(desk, ids["Ada"]).do_not_contact)
        await pilot.press("u")
        await until(pilot, lambda: people.page(desk, ids["Ada"]).do_not_contact)


async def test_archiving_with_an_open_interview_may_close_it_first(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Ada"]))
        await pilot.pause()
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Archive Ada Lovelace?"))
        await pilot.press("c")
        await until(pilot, lambda: seen(app, "Close Ada Lovelace: how did it end?"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert people.page(desk, ids["Ada"]).archived is None, "stepped out: nothing happened"
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Archive Ada Lovelace?"))
        await pilot.press("c")
        await until(pilot, lambda: seen(app, "Close Ada Lovelace: how did it end?"))
        await pilot.press("l")
        await until(pilot, lambda: seen(app, "Ada Lovelace: lapsed"))
        await pilot.press("enter")
        await until(pilot, lambda: people.page(desk, ids["Ada"]).archived is not None)
        assert people.page(desk, ids["Ada"]).interviews[0].where == "lapsed"
    # Who has no interview is archived at once.
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Walter"]))
        await pilot.pause()
        await pilot.press("a")
        await until(pilot, lambda: people.page(desk, ids["Walter"]).archived is not None)


@pytest.mark.parametrize(
    ("key", "exit_"),
    [("d", Exit.DECLINED), ("n", Exit.NO_REPLY), ("o", Exit.DORMANT), ("l", Exit.LAPSED),
     ("c", Exit.CANCELLED), ("s", Exit.NO_SHOW), ("p", Exit.PARKED)],
)  # fmt: skip
async def test_every_exit_is_entered_and_revived_on_the_page(
    desk: Desk, key: str, exit_: Exit
) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Ada"]))
        await pilot.pause()
        await pilot.press("d")
        await until(pilot, lambda: seen(app, "Close Ada Lovelace: how did it end?"))
        await pilot.press(key)
        await until(pilot, lambda: seen(app, f"Ada Lovelace: {exit_.label}"))
        if exit_ is Exit.PARKED:
            await pilot.press(*"mid january", "tab", "tab")
        else:
            await pilot.press("tab")
        await pilot.press(*"because", "enter")
        await until(pilot, lambda: seen(app, f"closed: {exit_.label}, was"))
        found = people.page(desk, ids["Ada"]).interviews[0]
        assert (found.exit, found.exit_reason) == (exit_, "because")
        assert (found.parked_until is not None) is (exit_ is Exit.PARKED)
        await pilot.press("v")
        await until(pilot, lambda: people.page(desk, ids["Ada"]).interviews[0].exit is None)


async def test_what_becomes_owed_comes_in_sight(desk: Desk) -> None:
    ids = populate(desk)
    introducing.asked(desk, ids["Grace"], ids["Walter"], Touch(EventKind.SENT, "intro_request"))
    introducing.came(desk, ids["Grace"], ids["Walter"], "agreed")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Walter"]))
        await until(pilot, lambda: seen(app, ">warming"))
        await pilot.press("r", "i")
        await until(pilot, lambda: seen(app, ">1  Grace introduced us"))
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, ">  Ask for 30 minutes"))
        assert seen(app, "OWED")
