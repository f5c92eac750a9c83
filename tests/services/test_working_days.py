"""Holidays of my country and of theirs: real ones, by the days on which they fall."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest

from ii_tui import config
from ii_tui.core.stages import EventKind
from ii_tui.errors import Usage
from ii_tui.services import editing, people, planning, settings_form, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.services.working_days import (
    country_of_zone,
    country_problem,
    country_words,
    holidays_of,
    read_country,
)
from tests.conftest import Hands
from tests.services.conftest import Look, Meet

REQUEST = Touch(EventKind.SENT, "meeting_request", "email")


def calendar(desk: Desk, words: str) -> tuple[str, ...]:
    desk.paths.config.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.config.write_text(words)
    return desk.reload_settings()


def edit(desk: Desk, person: int, **values: str) -> str:
    return editing.edit(desk, person, people.page(desk, person).rev, values)


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("US", "US", None), ("us", "US", None), ("USA", "USA", None), (" de-by ", "DE", "BY"),
        ("DE-Augsburg", "DE", "Augsburg"), ("US-CA", "US", "CA"), ("Germany", "DE", None),
        ("united states", "US", None), ("UK", "UK", None), ("GB-SCT", "GB", "SCT"),
        ("DE-", "DE", None), ("", "", None),
    ],
)  # fmt: skip
def test_a_country_is_read_as_people_write_it(text: str, code: str, part: str | None) -> None:
    found = read_country(text)
    assert (found.code, found.part, found.problem) == (code, part, "")


@pytest.mark.parametrize(
    "text", ["Freedonia", "PUBLIC", "may", "-", "\x00", "../etc", "DE_BY", "1"]
)
def test_an_unknown_country_is_told_and_has_no_holidays(text: str) -> None:
    assert read_country(text).code == ""
    assert holidays_of(text, 2026) == frozenset()
    assert country_problem(text) == (
        f"calendar.country is {text!r}, which is no country whose holidays are known; "
        "no holidays count. Write US or DE-BE."
    )


def test_an_unknown_part_is_told_and_the_whole_country_counts() -> None:
    assert holidays_of("DE-XX", 2026) == holidays_of("DE", 2026)
    assert country_problem("DE-XX") == (
        "calendar.country is 'DE-XX', which names no part of DE that is known; "
        "those of all DE count. Write US or DE-BE."
    )
    assert country_problem("DE-BY") == country_problem("") == ""


@pytest.mark.parametrize(
    ("country", "day", "free"),
    [
        ("US", "2026-11-26", True),  # Thanksgiving, the fourth Thursday
        ("US", "2027-11-25", True),
        ("US", "2026-11-27", False),
        ("US-CA", "2026-11-27", True),  # the day after it is free in California
        ("US", "2026-07-03", True),  # the Fourth falls on a Saturday
        ("DE", "2026-04-03", True),  # Good Friday
        ("DE", "2026-04-06", True),  # Easter Monday
        ("DE", "2027-03-29", True),
        ("DE", "2026-01-06", False),  # Epiphany is Bavaria's
        ("DE-BY", "2026-01-06", True),
        ("DE-BE", "2026-03-09", False),  # a Monday: Berlin keeps the 8th
        ("DE-BE", "2026-03-08", True),
        ("GB-SCT", "2027-01-04", True),  # the 2nd falls on a Saturday
        ("GB-ENG", "2027-01-04", False),
        ("IL", "2026-04-02", True),  # Passover
    ],
)
def test_days_that_are_free(country: str, day: str, free: bool) -> None:
    assert (date.fromisoformat(day) in holidays_of(country, 2026)) is free


def test_a_zone_tells_the_country_where_nobody_said_it() -> None:
    assert country_of_zone("America/Chicago") == "US"
    assert country_of_zone("Europe/Oslo") == "NO"
    assert country_of_zone("Etc/GMT-14") == country_of_zone("") == country_of_zone("Mars") == ""
    assert country_words("", "America/Chicago") == "US, by the time zone"
    assert country_words("DE-BE", "America/Chicago") == "DE-BE"
    assert country_words("", "") == ""


def test_the_form_takes_countries_and_refuses_others(desk: Desk, ada: int) -> None:
    edit(desk, ada, country="de-by")
    assert people.page(desk, ada).country == "DE-BY"
    edit(desk, ada, country="Germany")
    assert people.page(desk, ada).country == "DE"
    with pytest.raises(Usage, match="'Freedonia' is no country whose holidays are known"):
        edit(desk, ada, country="Freedonia")
    with pytest.raises(Usage, match="'US-ZZ' names no part of US that is known"):
        edit(desk, ada, country="US-ZZ")
    edit(desk, ada, country="")
    assert people.page(desk, ada).country == ""


def test_holidays_of_both_count_wherever_theirs_are_known_from(
    desk: Desk, ada: int, bob: int, look: Look, hands: Hands
) -> None:
    calendar(desk, '[me]\nzone = "Europe/Berlin"\n[calendar]\ncountry = "DE-BE"\n')
    edit(desk, ada, country="US")
    edit(desk, bob, zone="chicago")
    hands.at = datetime(2026, 11, 20, 9, tzinfo=UTC)  # a Friday
    for person in (ada, bob):
        touches.log(desk, person, REQUEST)
        # Mon 23, Tue 24, Wed 25, Fri 27, Mon 30, Tue 1, Wed 2 December; Thu 26 is Thanksgiving.
        assert look.owed(person) == {"follow_up": date(2026, 12, 2)}
    edit(desk, ada, country="")
    assert look.owed(ada) == {"follow_up": date(2026, 12, 1)}


def test_business_days_go_over_the_end_of_the_year(
    desk: Desk, ada: int, look: Look, hands: Hands
) -> None:
    calendar(desk, '[calendar]\ncountry = "DE-BY"\n')
    edit(desk, ada, country="GB-SCT")
    hands.at = datetime(2026, 12, 23, 9, tzinfo=UTC)  # a Wednesday
    touches.log(desk, ada, REQUEST)
    # Off: Fri 25 (both), Mon 28 (Boxing Day moved), Fri 1 (both), Mon 4 (the 2nd moved in
    # Scotland), Wed 6 January (Bavaria). Worked: 24, 29, 30, 31, 5, 7, 8 January.
    assert look.owed(ada) == {"follow_up": date(2027, 1, 8)}


def test_days_off_take_a_span_and_the_weekend_may_be_another(
    desk: Desk, ada: int, look: Look, hands: Hands
) -> None:
    calendar(
        desk,
        '[calendar]\nweekend = ["fri", "sat"]\n'
        'days_off = ["2026-12-06", "2026-12-08..2026-12-10"]\n',
    )
    hands.at = datetime(2026, 12, 3, 9, tzinfo=UTC)  # a Thursday
    touches.log(desk, ada, REQUEST)
    # Off: Fri 4, Sat 5, Sun 6 (mine), Tue 8 to Thu 10 (mine), Fri 11, Sat 12, Fri 18, Sat 19.
    # Worked: Mon 7, Sun 13, Mon 14, Tue 15, Wed 16, Thu 17, Sun 20.
    assert look.owed(ada) == {"follow_up": date(2026, 12, 20)}


def test_a_sunday_meeting_confirms_on_thursday_where_friday_and_saturday_are_the_weekend(
    desk: Desk, ada: int, look: Look, meet: Meet
) -> None:
    calendar(desk, '[calendar]\nweekend = ["fri", "sat"]\n')
    meet(ada, "2026-12-06 10:00 coffee")
    task = next(one for one in look.page(ada).tasks if one.kind == "confirm")
    assert task.due == date(2026, 12, 3)
    assert "over 48 hours early" in task.reason


def test_easter_takes_the_days_before_a_meeting(
    desk: Desk, ada: int, look: Look, meet: Meet, hands: Hands
) -> None:
    calendar(desk, '[calendar]\ncountry = "DE"\n')
    hands.at = datetime(2026, 3, 25, 9, tzinfo=UTC)
    meet(ada, "2026-04-07 10:00 coffee")
    # Tuesday after Easter: Good Friday 3 and Easter Monday 6 April are free.
    owed = look.owed(ada)
    assert (owed["confirm"], owed["prepare"]) == (date(2026, 4, 2), date(2026, 4, 1))


def test_settings_that_change_replan_what_nobody_touched(
    desk: Desk, ada: int, look: Look, hands: Hands
) -> None:
    hands.at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    touches.log(desk, ada, REQUEST)
    planning.refresh(desk)
    for words, due in (
        ('country = "US"', date(2026, 12, 2)),
        ('country = "US-CA"', date(2026, 12, 3)),
        ('country = "Freedonia"', date(2026, 12, 1)),
        ('days_off = ["2026-11-23..2026-11-24"]', date(2026, 12, 3)),
        ('weekend = ["sun"]', date(2026, 11, 28)),
    ):
        calendar(desk, f"[calendar]\n{words}\n")
        assert planning.refresh(desk)
        assert not planning.refresh(desk)
        assert look.owed(ada) == {"follow_up": due}, words


def test_settings_changed_in_the_program_are_followed_at_once(
    desk: Desk, ada: int, look: Look, hands: Hands
) -> None:
    hands.at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    touches.log(desk, ada, REQUEST)
    for name, text, due in (
        ("country", "united states", date(2026, 12, 2)),
        ("country", "us-ca", date(2026, 12, 3)),
        ("country", "", date(2026, 12, 1)),
        ("days_off", "2026-11-23..2026-11-24", date(2026, 12, 3)),
        ("days_off", "", date(2026, 12, 1)),
        ("weekend", "sun", date(2026, 11, 28)),
        # 09:00 here is 23:00 there, and Friday still.
        ("zone", "Pacific/Kiritimati", date(2026, 11, 28)),
    ):
        settings_form.keep(desk, {name: text})
        assert look.owed(ada) == {"follow_up": due}, text
        assert not planning.refresh(desk)
    assert desk.settings.calendar.country == ""
    with pytest.raises(Usage, match="'Freedonia' is no country whose holidays are known"):
        settings_form.keep(desk, {"country": "Freedonia"})
    # Noon here is 02:00 of Saturday there, and Sunday is no business day.
    hands.at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    touches.log(desk, ada, Touch(EventKind.RECEIVED))
    assert look.owed(ada) == {"answer": date(2026, 11, 23)}


def test_what_is_wrong_with_the_country_is_known_once_it_was_asked_for(desk: Desk) -> None:
    assert calendar(desk, '[calendar]\ncountry = "Freedonia"\n') == ()
    assert desk.country_problem == ""
    desk.calendar()
    assert "Freedonia" in desk.country_problem
    calendar(desk, '[calendar]\ncountry = "US"\n')
    desk.calendar()
    assert desk.country_problem == ""


def test_the_thread_that_draws_never_reads_holidays(desk: Desk) -> None:
    calendar(desk, '[calendar]\ncountry = "US"\ndays_off = ["2026-11-30"]\n')
    desk.draws_here()
    assert desk.calendar().holidays == {date(2026, 11, 30)}
    thread = threading.Thread(target=desk.calendar)
    thread.start()
    thread.join()
    assert date(2026, 11, 26) in desk.calendar().holidays


def test_what_is_wrong_with_the_days_is_told_with_the_settings(desk: Desk) -> None:
    weekend, day = calendar(
        desk, '[calendar]\nweekend = ["sat", "no day"]\ndays_off = ["some day"]\n'
    )
    assert weekend == "calendar.weekend has 'no day', which is no day of the week."
    assert day.startswith("calendar.days_off has 'some day', which is no day off;")
    assert config.load(desk.paths.config).problems == (weekend, day)
