"""A small network full of traps, and how a text is held against it.

Every text goes to Anna Kowalska of Northwind unless it says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ii_tui.core.checks import CheckContext, NetworkNames, Person
from ii_tui.core.messages import Channel, Kind

COMPANIES = (
    (1, "Northwind"),
    (2, "Contoso, Inc."),
    (3, "Globex Corporation"),
    (4, "Initech GmbH & Co. KG"),
    (5, "Target"),
    (6, "Apple Inc."),
    (7, "Gap"),
    (8, "Visa"),
    (9, "Square"),
    (10, "Meta"),
    (11, "Block"),
    (12, "Amazon"),
    (13, "LinkedIn"),
    (14, "Zoom"),
    (15, "Stripe"),
    (16, "Best Buy"),
    (17, "Red Hat"),
    (18, "Bank of America"),
    (19, "Johnson & Johnson"),
    (20, "AT&T"),
    (21, "Booking.com"),
    (22, "L'Oréal S.A."),
    (23, "Škoda Auto a.s."),
    (24, "Allegro Sp. z o.o."),
    (25, "The Boston Consulting Group"),
    (26, "Umbrella"),
    (27, "Self-employed"),
    (28, "华为技术有限公司"),
    (29, "株式会社トヨタ"),
    (30, "카카오"),
    (31, "Яндекс"),
    (32, "Starbucks"),
    (33, "Morgan Stanley"),
    (34, "EY"),
    (35, "IT"),
    (36, "Next"),
    (37, "Open Door Partners"),
    (38, "Oscar"),
    (39, "Chicago"),
    (40, "Bosch"),
    (41, "Google"),
    (42, "SAP"),
    (43, "Career Change"),
    (44, "Northwind Logistics"),
    (45, "Pilates Studio"),
    (46, "August"),
    (47, "Ericsson AB"),
    (48, "[24]7.ai"),
    (49, "Fabrikam"),
    (50, "Medium"),
    (51, "The New York Times"),
    (52, "eBay"),
    (53, "Shell plc"),
    (54, "Ford Motor Company"),
    (55, "Intel"),
    (56, "Box"),
    (57, "Chase"),
    (58, "Orange"),
    (59, "Oracle"),
    (60, "Uber"),
    (61, "Slack"),
    (62, "Delta Air Lines"),
    (63, "Accenture"),
    (64, "Tesla"),
    (65, "3M"),
    (66, "Ξένιος Α.Ε."),
    (67, "ООО «Ромашка»"),
    (68, "みどり商事株式会社"),
    (69, "شركة النور"),
    (70, "삼성전자"),
    (71, "Müller & Söhne GmbH"),
    (72, "Weißbach AG"),
    (73, "Işık Gıda A.Ş."),
    (74, "Wells Fargo"),
    (75, "Procter & Gamble"),
    (76, "Monday.com"),
    (77, "The Home Depot"),
    (78, "Indeed"),
    (79, "Notion"),
    (80, "Deloitte"),
    (81, "Nokia"),
)

PEOPLE = (
    (1, "Anna", "Kowalska", 1),
    (2, "Marek", "Nowak", 2),
    (3, "Priya", "Raman", 2),
    (4, "Mark", "Down", 5),
    (5, "Will", "May", 3),
    (6, "Grace", "Hope", 3),
    (7, "May", "Lin", 6),
    (8, "Bill", "Price", 7),
    (9, "Rose", "Garden", 7),
    (10, "Art", "Long", 8),
    (11, "Chase", "Banks", 9),
    (12, "Summer", "Day", 10),
    (13, "Jean-Pierre", "O'Brien", 4),
    (14, "Min-jun", "Kim", 30),
    (15, "小明", "王", 28),
    (16, "さくら", "田中", 29),
    (17, "민준", "김", 30),
    (18, "Ольга", "Иванова", 31),
    (19, "محمد", "حسن", None),
    (20, "Ελένη", "Παπαδοπούλου", None),
    (21, "Łukasz", "Żółkiewski", 24),
    (22, "Maria Fernanda", "García Márquez", 22),
    (23, "Thomas", "Jefferson", 16),
    (24, "Paris", "Weston", 17),
    (25, "Jordan", "Rivers", 17),
    (26, "Hope", "Springer", 18),
    (27, "Charlotte", "van den Berg", 19),
    (28, "An", "Nguyen", 20),
    (29, "Oscar", "Wildeman", 38),
    (30, "Drew", "Carver", 40),
    (31, "Frank", "Stein", 41),
    (32, "Joy", "Okafor", 41),
    (33, "Dr. Sofia", "Lindgren, PhD", 47),
    (34, "Robert", "Kowalski", 1),
    (35, "Dana", "Whitfield (She/Her)", 49),
    (36, "Yael", "כהן", None),
    (37, "दीपक", "शर्मा", None),
    (38, "Anna", "Nowak", 49),
    (39, "Jos", "de Vries", 42),
    (40, "Björn", "Åkesson", 47),
    (41, "Morgan", "Reyes", 33),
    (42, "Can", "Yıldız", 42),
    (43, "สมชาย", "ใจดี", None),
    (44, "Ma", "Li", 28),
    (45, "Daniel", "Craigson", 25),
    (46, "Paul", "Adeyemi", 26),
    (47, "Rob", "Banks", 18),
    (48, "משה", "לוי", None),
    (49, "Mary Ann", "Delacroix", 22),
    (50, "Victoria", "Stone", 44),
    (51, "Grace", "Chen", 55),
    (52, "Jane", "Smith", 54),
    (53, "İpek", "Işıkçı", 73),
    (54, "Klaus", "Weiß", 72),
    (55, "Anne-Sophie", "Dupont-Martin", 63),
    (56, "J. R.", "Whitaker", 65),
    (57, "Elizabeth", "Turner", 80),
    (58, "Иван", "Петров", 67),
    (59, "יעל", "ברק", None),
    (60, "健", "佐藤", 68),
    (61, "지수", "박", 70),
    (62, "فاطمة", "الزهراء", 69),
    (63, "Γιώργος", "Δημητρίου", 66),
    (64, "Linh", "Trần", 79),
    (65, "Ian", "Ford", 62),
    (66, "Jack", "Box", 56),
    (67, "Guy", "Small", 58),
    (68, "Christian", "Young", 64),
    (69, "Dean", "Black", 59),
    (70, "Faith", "White", 60),
    (71, "Anna", "Smith", 74),
    (72, "Marek", "Zieliński", 81),
    (73, "Alexandra", "Müller-Lüdenscheidt", 71),
    (74, "José", "Álvarez", 75),
    (75, "Sean", "O’Neill", 76),
    (76, "Mark", "Twain", 77),
    (77, "Sun", "Li", 55),
    (78, "Ada", "Lovelace", None),
)

ANNA = Person("Anna", "Kowalska", id=1, companies=("Northwind", "Fabrikam"))
ME = Person("Joanna", "Lindqvist", companies=("Tailspin Toys",))
MARTA = Person("Marta", "Okonkwo", id=90, companies=("Wingtip",))


@cache
def network() -> NetworkNames:
    """The network, built once."""
    return NetworkNames(PEOPLE, COMPANIES)


def context(**changes: Any) -> CheckContext:
    """What a message to Anna knows, with `changes`."""
    base = CheckContext(
        kind=Kind.THANK_YOU_EMAIL,
        channel=Channel.EMAIL,
        recipient=ANNA,
        me=ME,
        names=network(),
    )
    return replace(base, **changes)


def to(first: str, last: str, id: int, *companies: str, **more: Any) -> dict[str, Any]:
    """What changes when the message goes to somebody else than Anna."""
    greeting = more.pop("greeting", "")
    person = Person(first, last, id=id, greeting=greeting, companies=companies)
    return {"recipient": person, **more}


@dataclass(frozen=True)
class Case:
    """A text, what is known beside it, and what has to come of it."""

    text: str
    codes: frozenset[str] = frozenset()
    subject: str = ""
    what: Any = None
    """changes to the context, as a dict"""
    places: tuple[tuple[str, int, int], ...] = ()
    """(field, start, end) of each finding, in the order of the text, the subject's first"""

    def context(self) -> CheckContext:
        return context(**(self.what or {}))


def marked(text: str, codes: frozenset[str], what: Any = None, subject: str = "") -> Case:
    """A case whose places stand between ⟦ and ⟧ in its text and subject."""
    places = []
    bare = {}
    for field, value in (("subject", subject), ("text", text)):
        parts = value.replace("⟧", "⟦").split("⟦")
        at = 0
        for number, part in enumerate(parts):
            if number % 2:
                places.append((field, at, at + len(part)))
            at += len(part)
        bare[field] = "".join(parts)
    return Case(bare["text"], codes, bare["subject"], what, tuple(places))
