"""ctrl+o: everything else that can be done with a text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal

from ii_tui.core.finding import WARN
from ii_tui.core.kinds import TO_INTRODUCER, Channel, spec
from ii_tui.errors import Stale
from ii_tui.services import composing, filling, handing_over, writing
from ii_tui.ui.dialogs.ask import ask_choice, ask_text, confirm
from ii_tui.ui.screens import composer_finish as finishing
from ii_tui.ui.screens.composer_begin import KEYS, choose_kind
from ii_tui.ui.widgets.fields import Option

if TYPE_CHECKING:
    from ii_tui.ui.screens.composer import ComposerScreen

Act = Callable[["ComposerScreen"], Awaitable[None]]


async def more(screen: ComposerScreen) -> None:
    """Asks what else, and does it. Only in a worker."""
    composition = screen.composition
    options: list[Option[Act]] = [
        Option("v", "Plain view", _plain, "without borders, to mark with the mouse"),
        Option("f", "Write it to a file", _file, "and how to fetch it over ssh"),
    ]
    if screen.handed_over:
        options.insert(0, Option("s", "Sent?", _sent, "say that it went out"))
    if url := writing.profile_url(composition):
        options.append(Option("u", "Copy the address of their profile", _url, url))
    if screen.subject_text.strip():
        options.append(Option("b", "Copy the subject", _subject, screen.subject_text))
    if screen.copies:
        options.append(Option("o", "The other copy", _beside, "side by side: choose or join"))
    options.append(Option("t", "Another text to begin from", _template, "ctrl+z takes it back"))
    options.append(Option("k", "Another kind of message", _kind, spec(composition.kind).label))
    if writing.other_channels(composition):
        options.append(Option("c", "Another channel", _channel, composition.channel.label))
    passed = composition.overrides or {}
    if passed or any(one.level == WARN for one in screen.found):
        options.append(Option("w", "Let a warning pass", _override, "with your reason"))
    me = screen.house.desk.settings.me
    options.append(Option("n", "My name", _name, me.name or "not known yet"))
    options.append(Option("p", "My phone", _phone, me.phone or "not known yet"))
    if screen.keeper.is_draft:
        options.append(Option("a", "Another one beside this draft", _anew, "this one is kept"))
        options.append(Option("x", "Throw the draft away", _throw))
    options.append(Option("?", "The keys that work here", _help))
    act = await ask_choice(screen.house, "What else?", options)
    if act is not None:
        await act(screen)


# Out


async def _plain(screen: ComposerScreen) -> None:
    await finishing.hand_over(screen, finishing.to_plain_view)


async def _file(screen: ComposerScreen) -> None:
    await finishing.hand_over(screen, finishing.to_file)


async def _sent(screen: ComposerScreen) -> None:
    if screen.keeper.draft_id is not None:
        await finishing.ask_sent(screen, screen.keeper.draft_id, "")


async def _url(screen: ComposerScreen) -> None:
    screen.house.say(await finishing.copy(screen, writing.profile_url(screen.composition)))


async def _subject(screen: ComposerScreen) -> None:
    screen.house.say(await finishing.copy(screen, screen.subject_text))


async def _help(screen: ComposerScreen) -> None:
    screen.house.action_help()


# Another text


async def _beside(screen: ComposerScreen) -> None:
    from ii_tui.ui.screens import composer_copies

    await composer_copies.beside(screen)


async def _template(screen: ComposerScreen) -> None:
    desk, composition = screen.house.desk, screen.composition
    choices = filling.template_choices(composition)
    options = [
        Option(
            key,
            f"{one.tone}{', ' + one.variant.replace('_', ' ') if one.variant else ''}",
            one,
            " ".join(filling.use_template(desk, composition, one).text.split())[:90],
        )
        for key, one in zip(KEYS, choices, strict=False)
    ]
    to = next((one.key for one in options if one.value.name == screen.template), "")
    chosen = await ask_choice(screen.house, "Begin from which text?", options, to=to)
    if chosen is None:
        return
    edited = screen.keeper.is_draft
    if edited and screen.text.text.strip():
        sure = await confirm(
            screen.house,
            "Put it in place of what you wrote?",
            words="ctrl+z brings yours back.",
            yes="Replace it",
            no="Keep mine",
        )
        if not sure:
            return
    filled = filling.use_template(desk, composition, chosen)
    screen.template = chosen.name
    subject = filled.subject if writing.has_subject(composition) else ""
    if not edited:
        screen.last = (subject, filled.text)
    if subject and (not edited or not screen.subject_field.value.strip()):
        screen.subject_field.value = subject
    screen.text.replace_all(filled.text)
    screen.guide.to_the_gap()


async def _anew(screen: ComposerScreen) -> None:
    """A new text of the same kind; the draft is kept among the messages."""
    now = screen.composition
    await screen.keeper.flush()
    screen.use(
        composing.begin(
            screen.house.desk, now.page.id, kind=now.kind, target_id=now.target_id, anew=True
        )
    )
    screen.house.say("A new one. The draft is kept; Messages (5) has it.")
    screen.ask_name()


async def _kind(screen: ComposerScreen) -> None:
    kind = await choose_kind(screen.house, screen.composition)
    if kind is None or kind is screen.composition.kind:
        return
    person, about = screen.composition.page.id, screen.composition.target_id
    if kind in TO_INTRODUCER and about is None:
        from ii_tui.ui.dialogs.introducing import about_whom

        about = await about_whom(screen.house, person, kind)
        if about is None:
            return
    await screen.keeper.flush()
    kept = screen.keeper.is_draft
    before = spec(screen.composition.kind).label
    screen.use(composing.begin(screen.house.desk, person, kind=kind, target_id=about))
    if kept:
        screen.house.say(f"The {before} is kept as a draft.")
    screen.ask_name()


async def _channel(screen: ComposerScreen) -> None:
    composition = screen.composition
    options: list[Option[Channel]] = [
        Option(key, one.label, one)
        for key, one in zip(KEYS, writing.other_channels(composition), strict=False)
    ]
    chosen = await ask_choice(screen.house, "By which channel?", options)
    if chosen is None:
        return
    changed = writing.with_channel(composition, chosen)
    if writing.has_subject(changed) and not screen.subject_field.value:
        subject = writing.usual_subject(screen.house.desk, changed, screen.template)
        if not screen.keeper.is_draft:
            screen.last = (subject, screen.text.text)
        screen.subject_field.value = subject
    elif not screen.keeper.is_draft:
        screen.last = ("", screen.text.text)
    screen.change(changed)
    if screen.keeper.is_draft:
        screen.written()
    screen.house.say(f"It goes by {chosen.label} now.")


# Warnings


async def _override(screen: ComposerScreen) -> None:
    composition = screen.composition
    passed = dict(composition.overrides or {})
    warnings = {one.code: one.why for one in screen.found if one.level == WARN}
    options = [
        *((code, why, "") for code, why in warnings.items()),
        *((code, f"Warn again: {code.replace('_', ' ')}", why) for code, why in passed.items()),
    ]
    code = await ask_choice(
        screen.house,
        "Let which warning pass?",
        [
            Option(key, words, code, note)
            for key, (code, words, note) in zip(KEYS, options, strict=False)
        ],
    )
    if code is None:
        return
    if code in passed and code not in warnings:
        del passed[code]
    else:
        reason = await ask_text(
            screen.house,
            "Why is it all right here?",
            "Reason",
            note=warnings[code],
            check=lambda value: None if value else "A few words; they are kept with the message.",
            act="let it pass",
        )
        if reason is None:
            return
        passed[code] = reason
    screen.change(writing.with_overrides(composition, passed))
    screen.written()


# Me


async def ask_mine(screen: ComposerScreen, key: Literal["name", "phone"]) -> None:
    """Asks my name or phone, keeps it in the settings, and fills it in; escape leaves the gap."""
    desk, app = screen.house.desk, screen.house
    titles = {"name": "What is your name?", "phone": "What is your phone number?"}
    notes = {
        "name": "As it stands under a letter. It is kept in your settings.",
        "phone": "For confirmations, so that they can reach you. It is kept in your settings.",
    }
    value = await ask_text(
        app,
        titles[key],
        f"My {key}",
        desk.settings.me.name if key == "name" else desk.settings.me.phone,
        note=notes[key],
        check=lambda typed: None if typed else "Type it, or leave with escape.",
    )
    if value is None:
        return
    await app.ask(lambda: writing.set_mine(desk, key, value))
    fill_mine(screen)


def fill_mine(screen: ComposerScreen) -> None:
    """Puts my name and phone where the text waits for them; that alone makes no draft."""
    desk = screen.house.desk
    subject = writing.fill_mine(desk, screen.subject_field.value)
    text = writing.fill_mine(desk, screen.text.text)
    if not screen.keeper.is_draft:
        screen.last = (subject if writing.has_subject(screen.composition) else "", text)
    screen.subject_field.value = subject
    if text != screen.text.text:
        screen.text.replace_all(text)
    screen.change(writing.as_me(desk, screen.composition))
    screen.guide.to_the_gap()


async def _name(screen: ComposerScreen) -> None:
    await ask_mine(screen, "name")


async def _phone(screen: ComposerScreen) -> None:
    await ask_mine(screen, "phone")


# Away


async def _throw(screen: ComposerScreen) -> None:
    app = screen.house
    if not await confirm(
        app,
        "Throw this draft away?",
        words="It is gone for good.",
        yes="Throw it away",
        no="Keep it",
    ):
        return
    screen.leaving = True
    await screen.keeper.close()
    draft_id, at_rest = screen.keeper.draft_id, screen.keeper.at_rest
    rev = None if at_rest is None else at_rest[1]
    try:
        if draft_id is not None:
            await app.ask(lambda: handing_over.throw_away(app.desk, draft_id, rev))
    except Stale as error:
        app.fail(error)
    else:
        app.say("Thrown away.")
    app.count_owed()
    screen.dismiss(None)
