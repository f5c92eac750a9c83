"""Plays the sample script through the same services that a person uses, at the times it names."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ii_tui.clock import Clock
from ii_tui.core.dates import instant_text
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.quickadd import QuickAdd
from ii_tui.core.stages import Answer, Closeness, EventKind, Exit
from ii_tui.core.when import MeetingPlan
from ii_tui.core.zones import resolve
from ii_tui.paths import Paths
from ii_tui.services import (
    browsing,
    coming_in,
    composing,
    handing_over,
    interviews,
    introducing,
    people,
    scheduling,
    settling,
    touches,
)
from ii_tui.services.demo.people import PEOPLE, TARGETS, Sample
from ii_tui.services.demo.script import STEPS, Step
from ii_tui.services.desk import Desk
from ii_tui.store import undo
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact

_CONFIG = """[me]
name = "Robin Ellis"
phone = "+1 503 555 0142"
email = "robin@ellis.example"
"""


@contextmanager
def demo_desk(clock: Clock, *, folder: Path | None = None) -> Iterator[Desk]:
    """A desk on sample data in a throwaway folder, which goes with the end of the block."""
    with tempfile.TemporaryDirectory(prefix="ii-tui-demo-", dir=folder) as name:
        root = Path(name)
        config = root / "config.toml"
        config.write_text(_CONFIG, "utf-8")
        paths = Paths(database=root / "demo.db", config=config, state=root / "state")
        desk = Desk.open(paths, clock, throwaway=True)
        try:
            fill(desk)
            yield desk
        finally:
            desk.close()


def fill(desk: Desk) -> dict[str, int]:
    """Fills an empty database with the sample data around the clock's now; returns ids by key.

    Nothing of it can be undone: the undo list begins with what the person does.
    """
    clock = desk.clock
    now = clock.now()
    moment = [now]
    desk.clock = Clock(source=lambda: moment[0], offset=clock.offset)
    try:
        ids = _people(desk, moment, now)
        today = desk.local(now).date()
        plays = sorted(((_when(desk, today, step), step) for step in STEPS), key=lambda one: one[0])
        for when, step in plays:
            if when < now:
                moment[0] = when
                _play(desk, ids, step, today)
        moment[0] = now
        _texts(desk, ids, moment, now)
    finally:
        desk.clock = clock
    with desk.store.quiet() as db:
        undo.prune(db, keep=0)
    desk.store.start_step = desk.newest()[1]
    return ids


def _people(desk: Desk, moment: list[datetime], now: datetime) -> dict[str, int]:
    moment[0] = now - timedelta(days=180)
    ids: dict[str, int] = {}
    with desk.act("The sample network") as act:
        for sample in PEOPLE:
            ids[sample.key] = _person(act, sample)
        for sample in PEOPLE:
            values: dict[str, object] = {
                "how_known": sample.how,
                "zone": sample.zone,
                "address": sample.address,
                "connected_on": (
                    date(2019, 3, 1) + timedelta(days=37 * ids[sample.key])
                ).isoformat()
                if sample.closeness != "stranger"
                else None,
            }
            if sample.by:
                values["introduced_by"] = ids[sample.by]
            change_row(act.db, Contact, ids[sample.key], **values)
            for tag in sample.tags.split(","):
                if tag.strip():
                    act.db.run(
                        "INSERT INTO contact_tag(contact_id, tag) VALUES(?, ?)",
                        ids[sample.key],
                        tag.strip(),
                    )
            act.touch_contact(ids[sample.key])
    for name, motivation, posting in TARGETS:
        company = browsing.add_company(desk, name)
        browsing.set_motivation(desk, company, motivation)
        with desk.act("Posting") as act:
            act.db.run("UPDATE company SET posting = ? WHERE id = ?", posting, company)
    return ids


def _person(act: object, sample: Sample) -> int:
    from ii_tui.services.acts import Act

    if not isinstance(act, Act):
        raise TypeError("an act is needed")
    first, _, last = sample.name.partition(" ")
    host = "".join(char for char in sample.company.lower() if char.isascii() and char.isalnum())
    return people.add_within(
        act,
        QuickAdd(
            first=first,
            last=last,
            title=sample.title,
            company=sample.company,
            email=f"{sample.key}@{host}.example" if sample.email else "",
            slug=f"{sample.key}-{host}",
            url=f"https://www.linkedin.com/in/{sample.key}-{host}",
        ),
        closeness=Closeness(sample.closeness) if sample.closeness else None,
    )


def _day(today: date, ago: int) -> date:
    """The day that many working days (Monday to Friday) before today; negative: ahead."""
    step = timedelta(days=-1 if ago > 0 else 1)
    day, left = today, abs(ago)
    while left:
        day += step
        if day.weekday() < 5:
            left -= 1
    return day


def _when(desk: Desk, today: date, step: Step) -> datetime:
    wall = datetime.combine(_day(today, step.ago), time.fromisoformat(step.time))
    return wall.replace(tzinfo=ZoneInfo(desk.zone)).astimezone(UTC)


def _play(desk: Desk, ids: dict[str, int], step: Step, today: date) -> None:
    who, more = ids[step.who], step.more
    if step.act == "start":
        interviews.start(desk, who)
    elif step.act == "sent":
        page = people.page(desk, who)
        text = more["text"].format(first=page.greeting_name, company=page.company)
        touch = touches.Touch(EventKind.SENT, more["kind"], more["channel"], text=text)
        touches.log(desk, who, touch)
    elif step.act == "received":
        answer = Answer(more["answer"])
        if answer is Answer.YES:
            coming_in.yes(desk, who, text=more["text"])
        elif answer is Answer.LATER:
            pass  # told by the step that parks them
        else:
            touches.log(desk, who, touches.Touch(EventKind.RECEIVED, answer=answer,
                                                       text=more["text"]))  # fmt: skip
    elif step.act == "park":
        coming_in.later(desk, who, _day(today, -int(more["until"])),
                        text="After the fair, please! Ask me again next month.")  # fmt: skip
    elif step.act == "meet":
        scheduling.meet(desk, who, _plan(desk, more, today))
    elif step.act == "confirmed":
        coming_in.confirmed(desk, who)
    elif step.act == "met":
        coming_in.met(desk, who)
    elif step.act == "posted":
        touches.log(desk, who, touches.Touch(EventKind.POSTED, "thank_you_card", "card"))
    elif step.act == "note":
        people.add_note(desk, who, more["text"])
    elif step.act == "close":
        interviews.close(desk, who, Exit(more["exit"]), more["reason"])
    elif step.act == "done":
        wanted = more["task"].split()
        for task in people.page(desk, who).tasks:
            if task.kind in wanted:
                settling.done(desk, task.id)
    elif step.act == "asked":
        request = touches.Touch(EventKind.SENT, "intro_request", "email", text=more["text"])
        introducing.asked(desk, who, ids[more["whom"]], request)
    elif step.act == "knows":
        other = people.page(desk, ids[more["whom"]])
        person = QuickAdd(other.first, other.last, company=other.company, slug=other.slug)
        coming_in.referred(desk, who, person, close=False)


def _plan(desk: Desk, more: dict[str, str], today: date) -> MeetingPlan:
    zone = more.get("zone", desk.zone)
    wall = datetime.combine(_day(today, int(more["on"])), time.fromisoformat(more["at"]))
    resolved = resolve(wall, zone, 0)
    return MeetingPlan(
        wall, zone, resolved.fold, resolved.utc, 30, more["format"], more["place"],
        more.get("treat") == "yes", (),
    )  # fmt: skip


def _texts(desk: Desk, ids: dict[str, int], moment: list[datetime], now: datetime) -> None:
    """A draft that waits, and one that was copied and not yet said to be sent."""
    moment[0] = now - timedelta(hours=20)
    card = composing.begin(desk, ids["clara"], kind=Kind.THANK_YOU_CARD)
    text = (
        f"{desk.local(now):%B} {desk.local(now).day}, {desk.local(now).year}\n\n"
        "Dear Clara,\n\n"
        "Thank you for lunch and for telling me that everyone around you started in support. It "
        "changed where I will look first: I am going to spend a day on a shop floor before I "
        "write another word about brands. "
    )
    composing.save_draft(desk, replace(card, body=text), "", text)
    moment[0] = now - timedelta(hours=1, minutes=12)
    note = composing.begin(
        desk, ids["hana"], kind=Kind.LINKEDIN_NOTE, channel=Channel.LINKEDIN_INVITATION
    )
    words = (
        "Hi Hana, your talk on refill packaging made me look at my own shelf again. I work in "
        "retail and would like to follow what you design next. Robin"
    )
    draft = composing.save_draft(desk, replace(note, body=words), "", words)
    handing_over.handed_over(desk, draft)
    with desk.store.quiet() as db:
        db.run("UPDATE draft SET updated = ? WHERE id = ?", instant_text(moment[0]), draft)
