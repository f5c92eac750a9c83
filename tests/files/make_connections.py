"""Connections.csv files to order: realistic ones of any size, and hostile ones with verdicts.

Deterministic: the same arguments give the same bytes. Used by tests and benchmarks.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from urllib.parse import quote

ENGLISH = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
)
OLDER = tuple(name for name in ENGLISH if name != "URL")
GERMAN = (
    "Vorname",
    "Nachname",
    "URL",
    "E-Mail-Adresse",
    "Unternehmen",
    "Position",
    "Verbunden am",
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_GERMAN_MONTHS = "Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez"

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections "
    "to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)

# Scripts come in pairs of first and last names, so that a name is believable as a whole.
_PEOPLE: tuple[tuple[int, str, str], ...] = (
    (
        30,
        "Ada Grace Mary Edward Linda Thomas Rosalind Alan Katherine Miles Nina Oscar Paul Ruth "
        "Samuel Vera Walter Esther Henry Clara",
        "Lovelace Hopper Somerville Teach Buck Franklin Turing Johnson Archer Baker Carter Dixon "
        "Ellis Foster Grant Hayes Irving Jensen Keller Lawson",
    ),
    (
        3,
        "Jörg Änne Björn Jürgen Günther Käthe Łukasz Żaneta Đorđe Çağla İpek",
        "Müller Groß Östberg Łukasiewicz Wójcik Šimek Đurić Yıldız Åkesson Strauß",
    ),
    (2, "José María Íñigo Lucía Núria François Zoë", "García Núñez Peña de la Cruz Lefèvre"),
    (1, "Иван Ольга Наталья Дмитрий", "Петров Соколова Кузнецова Щербаков"),
    (1, "伟 芳 娜 秀英 太郎 花子", "王 李 张 山田 佐藤"),
    (1, "민준 서연 지우", "김 이 박"),
    (1, "محمد فاطمة ليلى", "حداد خوري منصور"),
    (1, "Σοφία Γιώργος", "Παπαδόπουλος Νικολάου"),
)
_TITLES = (
    "Engineer",
    "Senior Analyst",
    "Product Manager",
    "VP, Sales",
    "Head of People",
    "Founder & CEO",
    "Data Scientist",
    "Nurse Practitioner",
    'Director, "Special Projects"',
    "Berater",
    "研究員",
    "",
)
_COMPANY_ENDS = ("Ltd", "GmbH", "& Sons", "Labs", "Group", "Systems", ", Inc.", "Works", "AG", "")
_FIRST_DAY = date(2008, 1, 2)


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a believable file."""

    first: str
    last: str
    slug: str
    email: str
    company: str
    title: str
    day: date


def people(count: int, seed: int = 0) -> Iterator[Person]:
    """`count` people with unique slugs; companies by Zipf, one e-mail in twenty."""
    chance = random.Random(seed)
    firsts = [one[1].split() for one in _PEOPLE]
    lasts = [one[2].split() for one in _PEOPLE]
    scripts = list(accumulate(one[0] for one in _PEOPLE))
    companies = [
        f"{_syllables(chance).title()} {_COMPANY_ENDS[index % len(_COMPANY_ENDS)]}".replace(
            " ,", ","
        ).strip()
        for index in range(max(10, count // 8))
    ]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(companies))))
    for number in range(count):
        script = chance.choices(range(len(_PEOPLE)), cum_weights=scripts)[0]
        first = chance.choice(firsts[script])
        last = chance.choice(lasts[script])
        if script == 0:
            last += chance.choice(("", " Jr.", ", PhD", *[f"-{_syllables(chance).title()}"] * 9))
        plain = "".join(
            char
            for char in unicodedata.normalize("NFKD", f"{first}-{last}".lower())
            if char.isalnum() or char == "-"
        )
        slug = f"{plain}-{number:x}{chance.randrange(16**4):04x}"
        email = f"{_syllables(chance)}{number}@example.org" if chance.random() < 0.05 else ""
        yield Person(
            first,
            last,
            slug,
            email,
            chance.choices(companies, cum_weights=weights)[0] if chance.random() > 0.03 else "",
            chance.choice(_TITLES),
            _FIRST_DAY + timedelta(days=chance.randrange(6_600)),
        )


def _syllables(chance: random.Random) -> str:
    return "".join(
        chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou")
        for _ in range(chance.randrange(2, 4))
    )


def written_day(day: date, style: str) -> str:
    """The day as `linkedin` (08 Feb 2026), `excel` (7-Feb-22), `german`, `dots` or `iso`."""
    english = _MONTHS.title().split()[day.month - 1]
    german = _GERMAN_MONTHS.split()[day.month - 1]
    return {
        "linkedin": f"{day.day:02} {english} {day.year}",
        "excel": f"{day.day}-{english}-{day.year % 100:02}",
        "german": f"{day.day:02}. {german}{'.' if len(german) == 3 else ''} {day.year}",
        "dots": f"{day.day:02}.{day.month:02}.{day.year}",
        "iso": day.isoformat(),
    }[style]


def connections_csv(
    count: int,
    seed: int = 0,
    *,
    header: Sequence[str] = ENGLISH,
    preamble: str = PREAMBLE,
    bom: bool = False,
    delimiter: str = ",",
    days: str = "linkedin",
    newline: str = "\n",
    encoding: str = "utf-8",
    blank_every: int = 0,
) -> bytes:
    """A Connections.csv of `count` people; with `blank_every`, a comma-only row after so many."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    for number, one in enumerate(people(count, seed), start=1):
        url = f"https://www.linkedin.com/in/{quote(one.slug)}"
        row = [one.first, one.last, url, one.email, one.company, one.title]
        row.append(written_day(one.day, days))
        if "URL" not in header:
            del row[2]
        writer.writerow(row)
        if blank_every and number % blank_every == 0:
            out.write(delimiter * (len(header) - 1) + "\n")
    text = ("\ufeff" if bom else "") + preamble + out.getvalue()
    return text.replace("\n", newline).encode(encoding, "replace")


HOSTILE_TEXT = (
    "\x1b]0;owned\x07",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x9b31m",
    "\x90q\x9c",
    "[/]",
    "[@click=app.quit]go[/]",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe",
    "\ufeff\u200e\u2066x",
    "a\x00b",
    "Zalgo" + "\u0301" * 50,
    "👩\u200d👩\u200d👧\u200d👦",
    "x" * 900,
    "  spaces\tand tabs  ",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One physical row of a hostile file, and what has to become of it."""

    raw: bytes
    verdict: str
    """accepted, rejected or blank"""
    lines: int = 1


def hostile_rows(count: int, seed: int = 0) -> Iterator[Hostile]:
    """`count` rows: good ones, nasty ones and broken ones. The first and last are good."""
    chance = random.Random(seed)
    for number in range(count):
        good = number in {0, count - 1} or chance.random() < 0.4
        yield _good(number) if good else _hostile(number, chance)


def _good(number: int) -> Hostile:
    url = f"https://www.linkedin.com/in/ada-{number}"
    row = f'Ada,"Lovelace, {number}",{url},,Acme,Boss,08 Feb 2026\n'
    return Hostile(row.encode(), "accepted")


def _hostile(number: int, chance: random.Random) -> Hostile:
    url = f"https://www.linkedin.com/in/h-{number}"
    tail = f"{url},,Acme,Boss,08 Feb 2026\n"
    nasty = chance.choice(HOSTILE_TEXT)
    kinds: list[tuple[str, str, int]] = [
        (f'"{nasty}",Teach,{tail}', "accepted", 1),
        (f"Edward,{nasty},{tail}", "accepted", 1),
        (f'A,"two\nlines",{tail}', "accepted", 2),
        (f"A,B,{url},not a mail,Acme,Boss,99 Foo 2026\n", "accepted", 1),
        (f"A,B,javascript:alert({number}),,Acme,Boss,\n", "accepted", 1),
        (f"A,B,{url}%1b%5d%00,,Acme,Boss,2026-02-30\n", "accepted", 1),
        ("A,B\n", "accepted", 1),
        (f"A,B,{tail[:-1]},,,\n", "accepted", 1),
        (f"A,B,{tail[:-1]},more\n", "accepted", 1),
        (f'A,5" Pipe,{tail}', "accepted", 1),
        (",,,,,,\n", "blank", 1),
        ("\n", "blank", 1),
        ('"", ,,"",,,\n', "blank", 1),
        (f'"Oops,B,{tail}', "rejected", 1),
        (f'A,"B" C,{tail}', "rejected", 1),
        (f'A,"The "Man" B",{tail}', "rejected", 1),
        (f"A,\rB,{tail}", "rejected", 1),
        (f"A,B,{url},,Acme, Inc.,Boss,08 Feb 2026\n", "rejected", 1),
        (",,,,Acme,Boss,08 Feb 2026\n", "rejected", 1),
        ("alone\n", "rejected", 1),
        ("\x1b\x00,\x07,,,,,\n", "rejected", 1),
        (f"A,{'y' * 5_000},{tail}", "rejected", 1),
    ]
    if number % 97 == 0:
        kinds = [
            (f"A,{'z' * 140_000},{tail}", "rejected", 1),
            (("," * 200_000) + "x\n", "rejected", 1),
        ]
    text, verdict, lines = chance.choice(kinds)
    raw = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.02 and verdict == "accepted" and raw.startswith(b"A,"):
        raw = b"\xc3" + raw  # not UTF-8
    return Hostile(raw, verdict, lines)


def hostile_csv(count: int, seed: int = 0) -> tuple[bytes, list[tuple[int, str]]]:
    """(file, [(line, verdict) of every row]) with the preamble and the English header."""
    head = (PREAMBLE + ",".join(ENGLISH) + "\n").encode()
    parts = [head]
    line = head.count(b"\n") + 1
    verdicts: list[tuple[int, str]] = []
    for one in hostile_rows(count, seed):
        parts.append(one.raw)
        verdicts.append((line, one.verdict))
        line += one.lines
    return b"".join(parts), verdicts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a Connections.csv to standard output.")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hostile", action="store_true")
    asked = parser.parse_args()
    sys.stdout.buffer.write(
        hostile_csv(asked.count, asked.seed)[0]
        if asked.hostile
        else connections_csv(asked.count, asked.seed)
    )
