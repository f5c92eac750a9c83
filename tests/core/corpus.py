"""A small network full of traps, and texts to hold against it: innocent ones, embarrassing ones.

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


@dataclass(frozen=True)
class Case:
    """A text, what is known beside it, and the codes that have to come of it."""

    text: str
    codes: frozenset[str] = frozenset()
    subject: str = ""
    what: Any = None
    """changes to the context, as a dict"""

    def context(self) -> CheckContext:
        return context(**(self.what or {}))


def _to(first: str, last: str, id: int, *companies: str, greeting: str = "") -> dict[str, Any]:
    return {"recipient": Person(first, last, id=id, greeting=greeting, companies=companies)}


INNOCENT: tuple[Case, ...] = tuple(
    Case(item)
    if isinstance(item, str)
    else Case(item[0], frozenset(item[3:]), what=item[1], subject=item[2])
    for item in (
        # Words that are also the names of contacts
        (
            "Hi Anna,\n\nWill May suit you, or is June better?",
            {},
            "",
            "maybe_person",
        ),
        "Hi Anna, I will mark the day. Mark it too, if you like.",
        "Dear Anna,\n\nMay I thank you once more? Hope springs eternal.",
        "Hi Anna, I hope the summer day by the river was all you wished for.",
        "Hi Anna, what a rose garden you have! A bill, a price, a long art: all in one afternoon.",
        "Hi Anna, I can chase banks no more, as you put it. Grace, hope and patience.",
        "Hi Anna,\n\nGrace under pressure is what you described. Hope to hear more.",
        "Anna, I wrote the notes in Markdown. Mark down the date if it suits you.",
        "Hi Anna, an art long forgotten: writing by hand.",
        "Hi Anna,\n\nWill you be at the fair in May? Bill me for the coffee if I am late.",
        "Hi Anna, to be frank, joy is the word. Frank talk is rare.",
        "Hi Anna, he drew a curve and I drew another.",
        "Hi Anna, can we keep an eye on that? Can you believe it?",
        "Hi Anna, rob banks of their secrets, you said, and read their reports.",
        "Hi Anna, the ma and pa shop you told me about has a li'l terrace.",
        # Companies whose names are words
        "Hi Anna, our target for the quarter was met, and the gap is closed.",
        "Hi Anna, an apple a day. Apple pie is next.",
        "Hi Anna, I need a visa for the trip and a square meal before it.",
        "Hi Anna, a meta question: how do you block time for thinking?",
        "Hi Anna, the Amazon river was high when we went.",
        "Hi Anna, a stripe on the wall, an umbrella in the rain, a block away from Union Square.",
        "Hi Anna, the best buy of the year was a red hat.",
        "Hi Anna, next week is open. Next, the open door you mentioned: partners welcome.",
        "Hi Anna, it is a small thing, and IT is not my field.",
        "Hi Anna, in August I change careers, a career change I have thought about for long.",
        "Hi Anna, I take a Pilates class in a studio near the bank of the river.",
        "Hi Anna, the sap rises in the trees; hey, spring!",
        "Hi Anna, booking was easy, thank you for the tip.",
        "Hi Anna, the shell of an egg is stronger than it looks.",
        "Hi Anna, I read it in The New York Times.",
        # Names inside other words and names
        "Hi Anna, the Marekanite stone and the Contosos of this world are another story.",
        "Hi Anna, Raman spectroscopy is what the lab does.",
        "Hi Anna, the Thomas Crown Affair was on last night.",
        "Hi Anna, Annabel Lee is a poem, Priyanka a singer, Globexit a pun.",
        "Hi Anna, Nowakowski's book on Marekowice is good.",
        "Hi Anna, northwinds and globexes, what a day.",
        "Hi Anna, Kimono and Minjunction are words we made up.",
        (
            "Hi Anna, Boschian nightmares aside, Hieronymus Bosch is my favorite painter.",
            {},
            "",
            "company_word",
        ),
        "Hi Anna, Ericssons are a family from Lund, and googling them is hard.",
        "Hi Anna, the SAPling is up and the EYe is healed.",
        # The tools and places that every message names
        "Hi Anna, good to be connected on LinkedIn. Shall we use Zoom or the phone?",
        "Hi Anna, I sent a LinkedIn message last week. LinkedIn tells me you moved desks.",
        "Hi Anna, a Zoom call is fine, I will send the Zoom link.",
        "Hi Anna, coffee at Starbucks on Main Street, then?",
        "Hi Anna, I put it into Google Calendar and a Google Doc.",
        "Hi Anna, your post on Medium was a pleasure.",
        "Hi Anna, write to joanna@contoso.com or see https://www.globex.com/jobs/priya-raman.",
        "Hi Anna, Tue 14:00 Chicago, 21:00 Berlin. Chicago is lovely in spring.",
        "Hi Anna, in Paris we crossed the Jordan of bureaucracy, as Victoria station shows.",
        # Their own names and firms, mine, and those of who brought us together
        "Hi Anna,\n\nAnna Kowalska and Joanna Lindqvist: thirty minutes well spent.\n\nJoanna",
        "Hi Anna, how is life at Northwind? And do you miss Fabrikam?",
        "Hi Anna, at Tailspin Toys we did it the same way.\n\nBest,\nJoanna Lindqvist",
        "Hi Anna, the Northwind Logistics team seems to be close to yours.",
        ("Hi Anna, Marta Okonkwo of Wingtip says hello.", {"introducer": MARTA}, ""),
        (
            "Hi Anna, we worked together at Contoso with Marek Nowak, long ago.",
            {"known_words": ("worked together at Contoso with Marek Nowak",)},
            "",
        ),
        (
            "Hi Anna, see you at Umbrella, 12 Main Street.",
            {"known_words": ("Umbrella, 12 Main Street",)},
            "",
        ),
        ("Hi Anna, Globex was my start as well.", {"allowed_company_ids": frozenset({3})}, ""),
        (
            "Hi Anna, Priya Raman at Contoso is who I hope to meet.",
            {
                "kind": Kind.INTRO_REQUEST,
                "target": Person("Priya", "Raman", id=3, companies=("Contoso, Inc.",)),
            },
            "Would you introduce me to Priya Raman?",
        ),
        (
            "Hi Anna, would you introduce me to Priya Raman at Contoso?",
            {"kind": Kind.INTRO_REQUEST},
            "",
        ),
        (
            "Hi Anna, is there someone at Globex who likes to talk about the work?",
            {"kind": Kind.INTRO_REQUEST},
            "",
        ),
        (
            "Hi Anna, I have just come from Marek Nowak. You were right about him and Contoso!",
            {"kind": Kind.THANK_INTRODUCER},
            "Thank you for introducing me to Marek",
        ),
        (
            "Hi Anna, Marek and Priya both send their best.",
            {"also": (Person("Marek", "Nowak", id=2), Person("Priya", "Raman", id=3))},
            "",
        ),
        ("Hi Robert, how is Northwind?", _to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hi Bob, how is Northwind?", _to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hi Red, good to see you.", _to("Robert", "Kowalski", 34, greeting="Red"), ""),
        ("Dear Mr. Kowalski, thank you.", _to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hello Charlotte van den Berg,\n\nthank you.", _to("Charlotte", "van den Berg", 27), ""),
        ("Hi Mark, I will mark it.", _to("Mark", "Down", 4, "Target"), "Mark Down and Joanna"),
        ("Dear Will May,\n\nWill May suit you?", _to("Will", "May", 5, "Globex Corporation"), ""),
        ("Hi Grace, Grace Hope is a lovely name.", _to("Grace", "Hope", 6), ""),
        ("Hi Thomas, Jefferson is a good name.", _to("Thomas", "Jefferson", 23, "Best Buy"), ""),
        (
            "Hi Morgan, how is Morgan Stanley? I hear Stanley is quiet.",
            _to("Morgan", "Reyes", 41, "Morgan Stanley"),
            "",
        ),
        ("Hi Dana, [24]7.ai must be a change.", _to("Dana", "Whitfield", 35, "[24]7.ai"), ""),
        ("Dear Sofia Lindgren, thank you.", _to("Dr. Sofia", "Lindgren, PhD", 33, "Ericsson"), ""),
        ("Hi Jean-Pierre, O'Brien is Irish?", _to("Jean-Pierre", "O'Brien", 13, "Initech"), ""),
        ("Hi Łukasz, how is Allegro?", _to("Łukasz", "Żółkiewski", 21, "Allegro Sp. z o.o."), ""),
        ("Hi Lukasz, Lukasz Zolkiewski is you?", _to("Łukasz", "Żółkiewski", 21), ""),
        # Greetings of all kinds
        "Hi there,\n\nthank you for today.",
        "Good morning, Anna!\n\nThank you.",
        "November 24, 2026\n\nDear Anna,\n\nThank you for your time.\n\nJoanna",
        "Hi Anna and team,\n\nthank you all.",
        "Dear Ms. Kowalska,\n\nthank you.",
        "Dear all,\n\nthank you.",
        "Hello again Anna, it was good.",
        "Anna,\n\nthank you.\n\nJoanna",
        "Thank you, Anna! It was good to talk.",
        "Dear Northwind team,\n\nthank you for having me.",
        "No greeting at all, only thanks for the talk we had.",
        "Hi from Lisbon! I thought of you.",
        "Happy Friday, Anna! See you.",
        "Sehr geehrte Frau Kowalska,\n\nvielen Dank für das Gespräch.",
        "Szanowna Pani Anno,\n\ndziękuję za rozmowę.",
        "Cześć Aniu, dziękuję za rozmowę.",
        "Estimada Anna:\n\nmuchas gracias por la charla.",
        "Уважаемая Анна Ивановна, спасибо за разговор.",
        # Other scripts
        ("小明您好，\n\n谢谢您今天的时间。", _to("小明", "王", 15, "华为技术有限公司"), ""),
        ("王小明先生：\n\n华为的故事很有意思。", _to("小明", "王", 15, "华为技术有限公司"), ""),
        ("田中様\n\n本日はありがとうございました。", _to("さくら", "田中", 16), ""),
        ("민준님, 오늘 감사했습니다. 카카오 이야기 좋았어요.", _to("민준", "김", 17, "카카오"), ""),
        ("Ольга, спасибо! Как дела в Яндексе?", _to("Ольга", "Иванова", 18, "Яндекс"), ""),
        ("مرحبا محمد حسن، شكرا لك.", _to("محمد", "حسن", 19), ""),
        ("Αγαπητή Ελένη, ευχαριστώ.", _to("Ελένη", "Παπαδοπούλου", 20), ""),
        ("Hi Anna, 你好 is all I can write. 明天见。", {}, ""),
        ("Hi Anna, the 王 on the sign means king, and 小 means small.", {}, ""),
        "Hi Anna, как дела? Всё хорошо.",
        # Lines, quotes, odd spacing
        "Hi Anna,\n\n- targets met\n- gap closed\n- next steps\n\nJoanna",
        ("Hi Anna, I met Marek\n\nNowak is a village, by the way.", {}, "", "given_name"),
        "Hi Anna, it was good with Sofia. Lindgren wrote children's books.",
        ("Hi Anna, Target practice is on Mondays. Square dances then.", {}, "", "company_word"),
    )
)
"""None of these may raise a block."""

_PERSON = frozenset({"other_person"})
_COMPANY = frozenset({"other_company"})
_HELLO = frozenset({"salutation"})
_HOLE = frozenset({"placeholder"})

_EMBARRASSING: tuple[tuple[str, frozenset[str]] | tuple[str, frozenset[str], Any, str], ...] = (
    # Left to be filled in
    ("Hi {first_name}, thank you.", _HOLE),
    ("Hi Anna, I saw {specific} and smiled.", _HOLE),
    ("Hi Anna, see you at [place].", _HOLE),
    ("Hi Anna, the time is TBD.", _HOLE),
    ("Hi Anna, the place is tbd, sorry.", _HOLE),
    ("Hi Anna, {{topic}} is on my mind.", _HOLE),
    ("Hi Anna, thank you for [insert one\nspecific thing].", _HOLE),
    ("Hi Anna, thanks for {first_name and all.", _HOLE),
    ("Hi Anna, I spoke to their_part} about it.", _HOLE),
    ("Hi Anna, [...] and so on.", _HOLE),
    ("Hi Anna, {} is empty.", _HOLE),
    ("Hi Anna, thanks.", _HOLE, {}, "Thank you for {topic}"),
    # Somebody else is greeted
    ("Hi Marek,\n\nthank you for today.", _HELLO),
    ("Hi Marek and team,\n\nthank you.", _HELLO),
    ("Hi Anna and Marek,\n\nthank you.", _HELLO),
    ("Dear Ms. Lindgren,\n\nthank you.", _HELLO),
    ("Dear Mr Nowak, thank you.", _HELLO),
    ("Hello Priya! Thank you.", _HELLO),
    ("hi marek, thank you", _HELLO),
    ("HI MAREK,\n\nTHANK YOU", _HELLO),
    ("Good morning Priya,\n\nthank you.", _HELLO),
    ("Good morning, Priya!\n\nThank you.", _HELLO),
    ("Marek,\n\nthank you for today.\n\nJoanna", _HELLO),
    ("Marek, thank you for today.", _HELLO),
    ("Priya - thank you for today.", _HELLO),
    ("November 24, 2026\n\nDear Priya,\n\nThank you.\n\nJoanna", _HELLO),
    ("Hi Mark,\n\nthank you.", _HELLO),
    ("Hi Grace, thank you.", _HELLO),
    ("Hi Will,\nthank you.", _HELLO),
    ("Hey Bill! Thank you.", _HELLO),
    ("Hi May, thank you.", _HELLO),
    ("Dear Jean-Pierre,\n\nthank you.", _HELLO),
    ("Hi Bob, thank you.", _HELLO),
    ("Hi Kevin, thank you.", _HELLO),
    ("Thank you, Marek! It was good.", _HELLO),
    ("Thanks Priya, that was kind.", _HELLO),
    ("Happy Friday, Marek! See you.", _HELLO),
    ("Hallo Björn,\n\ndanke.", _HELLO),
    ("Liebe Sofia,\n\ndanke.", _HELLO),
    ("Cześć Łukasz, dziękuję.", _HELLO),
    ("Szanowny Panie Marek, dziękuję.", _HELLO),
    ("Bonjour Charlotte, merci.", _HELLO),
    ("Hola Maria, gracias.", _HELLO),
    ("Уважаемая Ольга, спасибо.", _HELLO),
    ("Привет, Ольга! Спасибо.", _HELLO),
    ("Αγαπητή Ελένη, ευχαριστώ.", _HELLO),
    ("小明您好，谢谢。", _HELLO),
    ("王小明先生：谢谢。", _HELLO),
    ("さくらさん、ありがとう。", _HELLO),
    ("민준님, 감사합니다.", _HELLO),
    ("Hi Marta, thank you.", _HELLO, {"introducer": MARTA}, ""),
    (
        "Hi Priya, would you introduce us?",
        _HELLO,
        {"kind": Kind.INTRO_REQUEST, "target": Person("Priya", "Raman", id=3)},
        "",
    ),
    ("Hi Anna, thank you.", _HELLO, _to("Marek", "Nowak", 2, "Contoso"), ""),
    ("Hi Paul, thank you.", _HELLO, _to("Pauline", "Weiss", 77), ""),
    # Somebody else is named in full
    ("Hi Anna, as I told Marek Nowak last week, it was good.", _PERSON),
    ("Hi Anna, Marek Nowak's advice was the same.", _PERSON),
    ("Hi Anna, MAREK NOWAK said so.", _PERSON),
    ("Hi Anna, i met marek nowak.", _PERSON),
    ("Hi Anna, I met Marek\nNowak there.", _PERSON),
    ("Hi Anna, I met Marek  Nowak.", _PERSON),
    ("Hi Anna, Nowak Marek is on the list.", _PERSON),
    ("Hi Anna, I met Jean-Pierre O’Brien.", _PERSON),
    ("Hi Anna, I met Jean Pierre O'Brien's team.", _PERSON),
    ("Hi Anna, Kim Min-jun wrote to me.", _PERSON),
    ("Hi Anna, Min-jun Kim wrote to me.", _PERSON),
    ("Hi Anna, I met Will May at the fair.", _PERSON),
    ("Hi Anna, my friend Grace Hope sends greetings.", _PERSON),
    ("Hi Anna, it was Mark Down who told me.", _PERSON),
    ("Hi Anna, I met Summer Day and Rose Garden.", _PERSON),
    ("Hi Anna, Lukasz Zolkiewski wrote.", _PERSON),
    ("Hi Anna, Łukasz Żółkiewski wrote.", _PERSON),
    ("Hi Anna, Maria Fernanda García Márquez wrote.", _PERSON),
    ("Hi Anna, Maria Garcia Marquez wrote.", _PERSON),
    ("Hi Anna, Charlotte van den Berg wrote.", _PERSON),
    ("Hi Anna, Sofia Lindgren wrote.", _PERSON),
    ("Hi Anna, Dana Whitfield wrote.", _PERSON),
    ("Hi Anna, Mary Ann Delacroix wrote.", _PERSON),
    ("Hi Anna, Priya K. Raman wrote.", _PERSON),
    ("Hi Anna, Björn A\u030akesson wrote.", _PERSON),
    ("Hi Anna, вчера Ольга Иванова написала.", _PERSON),
    ("Hi Anna, Иванова Ольга написала.", _PERSON),
    ("Hi Anna, وأمس كتب محمد حسن لي.", _PERSON),
    ("Hi Anna, תודה למשה לוי על הכול.", _PERSON),
    ("Hi Anna, दीपक शर्मा ने लिखा.", _PERSON),
    ("Hi Anna, 昨天王小明来了。", _PERSON),
    ("Hi Anna, 田中さくらさんに会いました。", _PERSON),
    ("Hi Anna, 김민준은 친절했어요.", _PERSON),
    ("Hi Anna, คุณสมชาย ใจดี เขียนมา", _PERSON),
    ("Hi Anna, Can Yildiz wrote.", _PERSON),
    ("Hi Anna, the other Anna, Anna Nowak, wrote.", _PERSON),
    ("Hi Anna, thank you.", _PERSON, {}, "Like Marek Nowak said"),
    ("Hi Anna, Nowak, Marek is the first on the list.", _PERSON),
    # Another company is named
    ("Hi Anna, your desk at The New York Times has a view.", _COMPANY),
    ("Hi Anna, eBay is your world.", _COMPANY),
    ("Hi Anna, Shell plc is your world.", _COMPANY),
    ("Hi Anna, how is life at Contoso?", _COMPANY),
    ("Hi Anna, how is life at contoso?", _COMPANY),
    ("Hi Anna, Contoso's culture is what draws me.", _COMPANY),
    ("Hi Anna, I admire Acme and Contoso, Inc. alike.", _COMPANY),
    ("Hi Anna, why did you choose Globex?", _COMPANY),
    ("Hi Anna, at Initech you must see a lot.", _COMPANY),
    ("Hi Anna, I would love to work for Johnson and Johnson.", _COMPANY),
    ("Hi Anna, your team at AT&T is large.", _COMPANY),
    ("Hi Anna, Bank of America is where you shine.", _COMPANY),
    ("Hi Anna, I have long wanted to see Best Buy from inside.", _COMPANY),
    ("Hi Anna, your years at Red Hat show.", _COMPANY),
    ("Hi Anna, what is LinkedIn like? I mean your team at LinkedIn.", _COMPANY),
    ("Hi Anna, Booking.com is your world.", _COMPANY),
    ("Hi Anna, L'Oreal is your world.", _COMPANY),
    ("Hi Anna, Skoda Auto is your world.", _COMPANY),
    ("Hi Anna, Boston Consulting Group taught you that.", _COMPANY),
    ("Hi Anna, I applaud Apple Inc. for it.", _COMPANY),
    ("Hi Anna, how is life at Google these days?", _COMPANY),
    ("Hi Anna, how did you come to EY?", _COMPANY),
    ("Hi Anna, Morgan Stanley is hard, you said.", _COMPANY),
    ("Hi Anna, 华为技术是您的公司。", _COMPANY),
    ("Hi Anna, トヨタで働くのはどうですか。", _COMPANY),
    ("Hi Anna, как дела в компании Яндекс?", _COMPANY),
    ("Hi Anna, thank you.", _COMPANY, {}, "Your work at Contoso"),
    ("Hi Anna, wie ist es bei Ericsson?", _COMPANY),
)

EMBARRASSING: tuple[Case, ...] = tuple(
    Case(item[0], item[1], what=item[2], subject=item[3])
    if len(item) == 4
    else Case(item[0], item[1])
    for item in _EMBARRASSING
)
"""Each of these has to be blocked, for its reason and for no other."""
