"""One typed line that adds a person: name, title, company, e-mail, profile, in any order."""

from __future__ import annotations

import re

from ii_tui.core.models import job_words
from ii_tui.core.profile import PROFILE, email_of, profile_url, slug_of
from ii_tui.core.text import clean, cut
from ii_tui.errors import Usage
from ii_tui.lazy import dataclass

EXAMPLE = "Ada Lovelace, Analyst @ Babbage & Co <ada@example.org> linkedin.com/in/ada"
"""The shape of the line, for hints and placeholders."""

_MAX = 500
_ADDRESS = re.compile(
    r"<([^<>]*)>|(?<![^\s,;(])(?:mailto:)?([^\s<>@,;()]+@[^\s<>@,;()]+\.[^\s<>@,;()]+)"
)
_WEB = re.compile(r"(?<!\S)(https?://[^\s<>\",;]+)", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![^\s,;(])(?:tel:\s*)?(\+\d(?:[ ()/.-]{0,2}\d){5,15})(?![\w@])", re.IGNORECASE
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|<\s*>|\[\s*\]")
_COMMA = re.compile(r"\s*[,;，、]\s*")
_COMPANY_AT = re.compile(r"\s*[@＠]\s*")
_WORD_AT = re.compile(r"\s+at\s+", re.IGNORECASE)

_COMPANY_ENDS = frozenset(
    {
        "inc", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation", "co", "company",
        "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as",
        "oy", "oyj", "pty", "pte", "lp", "kk",
    }
)  # fmt: skip
# Written small by rule, or with a capital by American habit (Robert De Niro).
_PARTICLES = frozenset(
    {
        "van", "von", "vom", "zum", "zur", "der", "den", "ter", "de", "del", "della", "di", "da",
        "dos", "du", "des", "la", "las", "los", "le", "af", "av", "bin", "bint", "ibn", "st",
        "st.",
    }
)  # fmt: skip
# With a capital these are names of their own.
_SMALL_PARTICLES = frozenset({"al", "ben", "das", "do", "el", "ten", "zu"})
_JOINING = frozenset({"y", "i", "e", "und"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_A_PERSON = frozenset(
    {
        "info", "contact", "hello", "office", "mail", "admin", "sales", "support", "team",
        "jobs", "careers", "hr", "press", "no", "noreply", "reply", "donotreply", "service",
        "help", "billing", "marketing", "news", "newsletter", "postmaster", "webmaster",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """What one line says about a person; empty where it says nothing."""

    first: str
    last: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    slug: str = ""
    url: str = ""
    """the profile address, or another web address that stood in the line"""
    phone: str = ""
    guessed: str = ""
    """"e-mail" or "profile" where the name was read off it, else empty"""


def parse_quick(line: str) -> QuickAdd:
    """Reads `First Last, Title @ Company <mail> linkedin.com/in/slug`, any part left out or moved.

    The name comes before the first comma; "Last, First" is not understood. Without a name it is
    guessed from the e-mail or the profile where they show one. Raises Usage that says what is
    missing or wrong.
    """
    rest = clean(line, newlines=False)
    if not rest:
        raise Usage("The line is empty.", title="Nobody to add", hint=f"Write: {EXAMPLE}")
    if len(rest) > _MAX:
        raise Usage(f"The line has {len(rest):,} characters; at most {_MAX} are read.")
    nameless = rest[0] in ",;，、"
    rest, url, slug = _take_url(rest)
    rest, email = _take_email(rest)
    phone = ""
    if found := _PHONE.search(rest):
        phone = found[1]
        rest = _without(rest, found)
    parts = _split(_EMPTY_BRACKETS.sub("", rest).strip(), nameless=nameless)
    name, title, company = (clean(part, newlines=False) for part in parts)
    guessed = ""
    if not any(map(str.isalnum, name)):
        name, guessed = _guess_name(email, slug)
    if not name:
        given = company or title or email or url or phone
        raise Usage(
            f"A name is missing: {cut(given, 60)!r} alone does not say who it is."
            if given
            else "A name is missing.",
            title="Who is it?",
            hint=f"Write: {EXAMPLE}",
        )
    first, last = split_name(name)
    return QuickAdd(first, last, title, company, email, slug, url, phone, guessed)


def keys_of(line: str) -> tuple[str, str]:
    """(profile slug, e-mail address) that stand in the line, "" for what does not.

    Raises Usage where there are two of one.
    """
    rest, _, slug = _take_url(clean(line, newlines=False)[:_MAX])
    return slug, _take_email(rest)[1]


def describe(person: QuickAdd) -> str:
    """The person in one line, as it will be kept."""
    name = f"{person.first} {person.last}".strip()
    job = job_words(person.title, person.company)
    if person.company and not person.title:
        job = f"at {person.company}"
    place = f"linkedin.com/in/{person.slug}" if person.slug else person.url
    said = ", ".join(part for part in (name, job, person.email, person.phone, place) if part)
    return f"{said} (name read from the {person.guessed})" if person.guessed else said


def split_name(name: str) -> tuple[str, str]:
    """(first, last): particles and what follows are the last name, a single word the first."""
    words = name.split()
    if len(words) < 2:
        return name, ""
    end = len(words)
    while end > 2 and words[end - 1].rstrip(".").lower() in _SUFFIXES:
        end -= 1
    cutting = end - 1
    for index in range(1, end - 1):
        word = words[index]
        if word in _JOINING and index >= 2:
            cutting = index - 1
            break
        if word.lower() in _PARTICLES or word in _SMALL_PARTICLES:
            cutting = index
            break
    return " ".join(words[:cutting]), " ".join(words[cutting:])


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()


def _take_url(rest: str) -> tuple[str, str, str]:
    profiles = list(PROFILE.finditer(rest))
    slugs = {slug_of(found[0]) for found in profiles} - {""}
    if len(slugs) > 1:
        raise Usage("There are two profile addresses in the line; one person has one.")
    for found in reversed(profiles):
        start, end = found.span()
        if rest[start - 1 : start] == "<" and rest[end : end + 1] == ">":
            start, end = start - 1, end + 1
        rest = f"{rest[:start].rstrip()} {rest[end:].lstrip()}".strip()
    if slugs:
        slug = slugs.pop()
        return rest, profile_url(slug), slug
    if other := _WEB.search(rest):
        return _without(rest, other), other[1], ""
    return rest, "", ""


def _take_email(rest: str) -> tuple[str, str]:
    emails: list[str] = []
    while found := _ADDRESS.search(rest):
        written = found[1] if found[1] is not None else found[2]
        email = email_of(written)
        if not email:
            raise Usage(f"{cut(written, 60)!r} is not an e-mail address.", hint=f"Write: {EXAMPLE}")
        if email not in emails:
            emails.append(email)
        rest = _without(rest, found)
    if len(emails) > 1:
        raise Usage(
            f"There are two e-mail addresses in the line: {emails[0]} and {emails[1]}.",
            hint="Add the person with one, and write the other into the notes.",
        )
    return rest, emails[0] if emails else ""


def _split(rest: str, *, nameless: bool) -> tuple[str, str, str]:
    """(name, title, company) of what is left once addresses and numbers are out."""
    before, *after = _COMPANY_AT.split(rest, maxsplit=1)
    parts = [part for part in _COMMA.split(before) if part]
    company = ""
    behind: list[str] = []
    if after:
        behind = [part for part in _COMMA.split(after[0]) if part]
        company = behind.pop(0) if behind else ""
        while behind and behind[0].rstrip(".").lower().replace(".", "") in _COMPANY_ENDS:
            company = f"{company}, {behind.pop(0)}"
        if len(parts) > 1:  # name and title stand before: all that follows is the company
            company = ", ".join([company, *behind])
            behind = []
    parts += behind
    name = parts.pop(0) if parts and not nameless else ""
    title = ", ".join(parts)
    if title and not company:
        title, *place = _WORD_AT.split(title, maxsplit=1)
        company = place[0] if place else ""
    return name.strip(" \"'"), title, company


def _guess_name(email: str, slug: str) -> tuple[str, str]:
    for source, text in (("e-mail", email.partition("@")[0].partition("+")[0]), ("profile", slug)):
        words = [word for word in re.split(r"[._-]+", text) if word]
        if source == "profile" and len(words) > 2 and any(map(str.isdigit, words[-1])):
            words.pop()  # LinkedIn's own ending, as in ada-lovelace-1815a
        if (
            2 <= len(words) <= 4
            and all(word.isalpha() for word in words)
            and len(words[-1]) > 1
            and not _NOT_A_PERSON & set(words)
        ):
            return " ".join(_capital(word) for word in words), source
    return "", ""


def _capital(word: str) -> str:
    return word if word in _PARTICLES else word[:1].upper() + word[1:]
