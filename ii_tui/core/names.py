"""The names of a network, indexed so that a text can be searched for all of them at once."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable

from ii_tui.core.tokens import HAS_UNSPACED, UNSPACED, words
from ii_tui.core.wordlists import CREDENTIALS, HONORIFICS, NOT_COMPANIES

_TAIL = re.compile(r"\s*[,(\[|/•·].*|\s+[-–—]\s.*", re.DOTALL)
_ASIDE = re.compile(r"(?<=\S)\s*[(\[（].*?[)\]）]|\s*\|.*", re.DOTALL)
_DOMAIN = re.compile(r"\.(?:com|io|ai|net|org|co|app|dev)\s*$", re.IGNORECASE)
_ONLY_UNSPACED = re.compile(f"[{UNSPACED}]+")

_LEGAL: tuple[tuple[str, ...], ...] = tuple(
    tuple(form.split())
    for form in (
        "inc incorporated llc l.l.c ltd limited gmbh mbh ag sa s.a spa s.p.a corp corporation co "
        "plc llp lp bv b.v nv n.v oy oyj ab as a.s aps kg kgaa se sarl s.a.r.l sas s.a.s srl "
        "s.r.l sl s.l slu pty pte pvt kft zrt nyrt ood eood doo d.o.o ulc ltda eirl "
        "sp.z.o.o s.r.o sro asa kk k.k gbr ev e.v ug"
    )
    .replace(".", "\x00")
    .split()
    for form in (form.replace("\x00", " "),)
)
_LEGAL_FIRST = frozenset(words("ооо оао зао пао ао ип тов чп пп прат"))
_LEGAL_NATIVE = re.compile(
    r"股份有限公司|有限責任公司|有限责任公司|有限公司|株式会社|合同会社|有限会社|주식회사|㈜|㈱"
)

LEGAL_FORMS = frozenset(form[0] for form in _LEGAL if len(form) == 1)

LONGEST = 8
"""the most tokens of a name that is searched for"""


def person_tokens(first: str, last: str) -> tuple[list[str], list[str]]:
    """Given and family name as folded tokens, without titles, credentials and remarks."""
    given = [word for word in words(_TAIL.sub("", first)) if word not in "&+"]
    while len(given) > 1 and given[0] in HONORIFICS:
        del given[0]
    family = [word for word in words(_TAIL.sub("", last)) if word not in "&+"]
    while len(family) > 1 and family[-1] in CREDENTIALS:
        del family[-1]
    return given, family


def person_keys(first: str, last: str) -> set[str]:
    """Every spelling, joined by spaces, under which the full name is looked for."""
    given, family = person_tokens(first, last)
    if not given or not family or len("".join(family)) < 2:
        return set()
    keys = {" ".join((*given, *family))}
    long_given = [word for word in given if len(word) > 1] or given
    keys.add(" ".join((*long_given, *family)))
    if len(given) > 1 and "-" not in first:
        keys.add(" ".join((given[0], *family)))
    if "-" in last and len(family) == 2 and min(map(len, family)) > 2:
        keys |= {" ".join((*given, half)) for half in family}
    return {key for key in keys if key.count(" ") < LONGEST}


def orders(part: list[str]) -> list[str]:
    """The keys a run of tokens may stand for: as it is, family name first, without initials."""
    keys = [" ".join(part)]
    for turn in range(1, len(part)):
        keys.append(" ".join((*part[turn:], *part[:turn])))
    if len(part) > 2 and any(len(word) == 1 for word in part[1:-1]):
        keys.append(" ".join((part[0], *(w for w in part[1:-1] if len(w) > 1), part[-1])))
    return keys


def native_keys(first: str, last: str) -> set[str]:
    """Spellings of a full name in a script without spaces: family name first, and given first."""
    first, last = first.strip(), last.strip()
    if not _ONLY_UNSPACED.fullmatch(first.replace(" ", "")):
        return set()
    if not _ONLY_UNSPACED.fullmatch(last.replace(" ", "")):
        return set()
    return {last + first, f"{last} {first}", f"{first} {last}", first + last}


def company_tokens(name: str) -> list[str]:
    """A company's name as folded tokens, without its legal form, an article and asides."""
    found = words(_ASIDE.sub("", name) or name)
    if len(found) > 1 and (found[0] == "the" or found[0] in _LEGAL_FIRST):
        del found[0]
    while True:
        for form in _LEGAL:
            size = len(form)
            if len(found) > size and tuple(found[-size:]) == form:
                del found[-size:]
                break
        else:
            return found
        while len(found) > 1 and found[-1] in "&+":
            del found[-1]


def company_keys(name: str) -> set[str]:
    """Every spelling, joined by spaces, under which a company is looked for."""
    found = company_tokens(name)
    if not found or len(found) > LONGEST:
        return set()
    keys = {" ".join(found)}
    if len(found) > 1 and _DOMAIN.search(name):
        keys.add(" ".join(found[:-1]))
    return {
        key
        for key in keys
        if key not in NOT_COMPANIES and len(key) > 1 and not key.replace(" ", "").isdigit()
    }


class NetworkNames:
    """Full names, given names and companies of everyone known, for `check`.

    Built once from rows of (contact id, first, last, company id or None) and of (company id,
    name); about 30 MB for 100,000 contacts, so let it go when no text is being written.
    """

    __slots__ = (
        "_companies",
        "_company_names",
        "_contacts",
        "_employers",
        "_native",
        "_people",
        "company_heads",
        "given",
        "heads",
        "native_given",
        "native_surnames",
        "short",
        "surnames",
    )

    def __init__(
        self,
        people: Iterable[tuple[int, str, str, int | None]] = (),
        companies: Iterable[tuple[int, str]] = (),
    ) -> None:
        self._people: dict[str, int] = {}
        self._contacts = array("q")
        self._employers = array("q")
        self._native: dict[str, list[tuple[str, int, bool]]] = defaultdict(list)
        self._companies: dict[str, tuple[int, ...]] = {}
        self._company_names: dict[int, str] = {}
        self.heads: set[str] = set()
        """tokens that a full name, or its reversal, begins with"""
        self.given: set[str] = set()
        """given names; of two words also their first"""
        self.native_given: set[str] = set()
        self.native_surnames: set[str] = set()
        self.surnames: set[str] = set()
        self.company_heads: dict[str, int] = {}
        """first tokens of companies, with the most tokens a company beginning so has"""
        self.short: dict[str, str] = {}
        """companies of at most three letters as they are written: only so they count"""
        for contact, first, last, employer in people:
            self._add_person(contact, first, last, employer)
        for company, name in companies:
            self._add_company(company, name)

    def _add_person(self, contact: int, first: str, last: str, employer: int | None) -> None:
        row = len(self._contacts)
        self._contacts.append(contact)
        self._employers.append(-1 if employer is None else employer)
        if first.isascii() and last.isascii() and first.isalpha() and last.isalpha():
            head, tail = first.lower(), last.lower()
            self.given.add(head)
            self.surnames.add(tail)
            if len(tail) > 1:
                self.heads.add(head)
                self.heads.add(tail)
                self._people.setdefault(f"{head} {tail}", row)
            return
        if HAS_UNSPACED.search(first) or HAS_UNSPACED.search(last):
            self._add_native(row, first.strip(), last.strip())
            return
        given, family = person_tokens(first, last)
        if given:
            self.given.add(" ".join(given))
            if "-" not in first:
                self.given.add(given[0])
        if family:
            self.surnames |= set(family if "-" in last else family[-1:])
        for key in person_keys(first, last):
            self._people.setdefault(key, row)
            self.heads |= {given[0], family[0], family[-1]}

    def _add_native(self, row: int, first: str, last: str) -> None:
        keys = native_keys(first, last)
        if not keys:
            whole = last if not first else first if not last else ""
            keys = {whole} if _ONLY_UNSPACED.fullmatch(whole) and len(whole) > 2 else set()
        elif first:
            self.native_given.add(first)
            self.native_surnames.add(last)
        for key in keys:
            self._native[key[:2]].append((key, row, True))

    def _add_company(self, company: int, name: str) -> None:
        self._company_names[company] = name
        if HAS_UNSPACED.search(name):
            bare = _LEGAL_NATIVE.sub("", _ASIDE.sub("", name)).strip()
            if len(bare) > 1 and HAS_UNSPACED.match(bare):
                self._native[bare[:2]].append((bare, company, False))
            return
        for key in company_keys(name):
            self._companies[key] = (*self._companies.get(key, ()), company)
            head, size = key.split(" ", 1)[0], key.count(" ") + 1
            self.company_heads[head] = max(size, self.company_heads.get(head, 0))
            if size == 1 and len(key) <= 3:
                self.short[key] = name.split()[0]

    def person(self, key: str) -> int | None:
        """The first contact with that full name, given as folded tokens joined by spaces."""
        row = self._people.get(key)
        return None if row is None else self._contacts[row]

    def employer(self, key: str) -> int | None:
        """The company id of the contact with that full name."""
        row = self._people.get(key)
        return None if row is None or self._employers[row] < 0 else self._employers[row]

    def companies(self, key: str) -> tuple[int, ...]:
        """The companies with that name (folded tokens joined by spaces)."""
        return self._companies.get(key, ())

    def company_name(self, company: int) -> str:
        """The name of a company as it is kept; empty when it is not known."""
        return self._company_names.get(company, "")

    def native_at(self, text: str, at: int) -> tuple[str, int, bool] | None:
        """The longest name in a script without spaces that stands at `at`.

        Gives (name, contact or company id, whether it is a person). `text` has one space or none
        where the original has any white space.
        """
        best: tuple[str, int, bool] | None = None
        for name, row, is_person in self._native.get(text[at : at + 2], ()):
            if text.startswith(name, at) and (best is None or len(name) > len(best[0])):
                best = (name, self._contacts[row] if is_person else row, is_person)
        return best

    @property
    def has_native(self) -> bool:
        """Whether any name is in a script without spaces."""
        return bool(self._native)

    def __len__(self) -> int:
        return len(self._contacts)
