"""The person's form: refusals stand under their fields, and two versions are both kept."""

from __future__ import annotations

import pytest

from ii_tui.services import editing, people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.editing import PersonForm
from ii_tui.ui.dialogs.merging import MergeDialog
from ii_tui.ui.screens.contacts import ContactsScreen
from tests.ui.people_app import ContactsApp, picture, populate, seen, until
from tests.ui.test_adding import typed


def form(app: ContactsApp) -> PersonForm:
    assert isinstance(app.screen, PersonForm)
    return app.screen


async def open_form(app: ContactsApp, pilot: object) -> None:
    """On Grace Hopper, the first of the list."""
    await pilot.press("e")  # type: ignore[attr-defined]  # a Pilot
    await until(pilot, lambda: isinstance(app.screen, PersonForm) and app.focused)  # type: ignore[arg-type]  # a Pilot


async def test_changes_are_saved_and_taken_back(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(app, pilot)
        await pilot.press("tab", *typed(" Murray"), "ctrl+s")
        await until(pilot, lambda: seen(app, "Edited Grace Hopper Murray - u undo"))
        await until(pilot, lambda: seen(app, "Grace Hopper Murr"))
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone"))
        assert people.page(desk, ids["Grace"]).last == "Hopper"


async def test_enter_goes_on_and_saves_at_the_end(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(app, pilot)
        form(app)._fields["address"].focus()
        await pilot.press("A", "enter", "B", "tab", "tab")
        await pilot.press(*typed("navy, cobol"), "enter")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        page = people.page(desk, ids["Grace"])
        assert page.address == "A\nB"
        assert page.tags == ("cobol", "navy")


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_refusals_stand_under_their_fields(desk: Desk, size: tuple[int, int]) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await open_form(app, pilot)
        fields = form(app)._fields
        fields["email"].value = "not a mail"
        fields["cadence_days"].value = "often"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: seen(app, "x 'not a mail'"))
        assert app.focused is not None
        assert app.focused.id == "email-input"
        shown = [field.id for field in fields.values() if field.has_class("-wrong")]
        assert shown == ["email", "cadence_days"]
        fields["email"].value = "grace@example.org"
        fields["cadence_days"].value = "90"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        page = people.page(desk, ids["Grace"])
        assert (page.email, page.cadence_days) == ("grace@example.org", 90)


async def test_leaving_with_changes_asks(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(app, pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        await open_form(app, pilot)
        await pilot.press("x", "escape")
        await until(pilot, lambda: seen(app, "Leave without saving?"))
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, PersonForm))
        assert form(app).typed["first"] == "Gracex"
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Leave without saving?"))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert people.page(desk, ids["Grace"]).first == "Grace"


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (120, 40)])
async def test_two_versions_are_both_kept(
    desk: Desk, other_desk: Desk, size: tuple[int, int]
) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await open_form(app, pilot)
        fields = form(app)._fields
        fields["title"].value = "Commodore"
        fields["phone"].value = "+1 555 0100"
        before = people.page(other_desk, ids["Grace"])
        theirs = {"title": "Vice Admiral", "email": "grace@example.org", "company": "Yale"}
        editing.edit(other_desk, before.id, before.rev, theirs)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog) and app.focused)
        await pilot.pause()
        whole = "\n".join(picture(app))
        assert "Commodore" in whole
        assert "Vice Admiral" in whole
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "your text is here"))
        assert form(app).typed["title"] == "Commodore"
        assert people.page(desk, ids["Grace"]).title == "Vice Admiral", "nothing was overwritten"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog) and app.focused)
        await pilot.press("t", "enter")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        page = people.page(desk, ids["Grace"])
        assert page.title == "Vice Admiral"
        assert page.phone == "+1 555 0100", "what only I changed is mine"
        assert (page.email, page.company) == ("grace@example.org", "Yale")


async def test_changes_that_do_not_meet_are_joined_without_asking(
    desk: Desk, other_desk: Desk
) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(app, pilot)
        form(app)._fields["phone"].value = "+1 555 0100"
        before = people.page(other_desk, ids["Grace"])
        editing.edit(other_desk, before.id, before.rev, {"title": "Vice Admiral"})
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        page = people.page(desk, ids["Grace"])
        assert (page.title, page.phone) == ("Vice Admiral", "+1 555 0100")
