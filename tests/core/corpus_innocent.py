"""Innocent texts, full of words that are names and of names that are words."""

from __future__ import annotations

from ii_tui.core.checks import Person
from ii_tui.core.messages import Kind
from tests.core.corpus import MARTA, Case, to

PRIYA = Person("Priya", "Raman", id=3, companies=("Contoso, Inc.",))

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
        ("Hi Robert, how is Northwind?", to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hi Bob, how is Northwind?", to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hi Red, good to see you.", to("Robert", "Kowalski", 34, greeting="Red"), ""),
        ("Dear Mr. Kowalski, thank you.", to("Robert", "Kowalski", 34, "Northwind"), ""),
        ("Hello Charlotte van den Berg,\n\nthank you.", to("Charlotte", "van den Berg", 27), ""),
        ("Hi Mark, I will mark it.", to("Mark", "Down", 4, "Target"), "Mark Down and Joanna"),
        ("Dear Will May,\n\nWill May suit you?", to("Will", "May", 5, "Globex Corporation"), ""),
        ("Hi Grace, Grace Hope is a lovely name.", to("Grace", "Hope", 6), ""),
        ("Hi Thomas, Jefferson is a good name.", to("Thomas", "Jefferson", 23, "Best Buy"), ""),
        (
            "Hi Morgan, how is Morgan Stanley? I hear Stanley is quiet.",
            to("Morgan", "Reyes", 41, "Morgan Stanley"),
            "",
        ),
        ("Hi Dana, [24]7.ai must be a change.", to("Dana", "Whitfield", 35, "[24]7.ai"), ""),
        ("Dear Sofia Lindgren, thank you.", to("Dr. Sofia", "Lindgren, PhD", 33, "Ericsson"), ""),
        ("Hi Jean-Pierre, O'Brien is Irish?", to("Jean-Pierre", "O'Brien", 13, "Initech"), ""),
        ("Hi Łukasz, how is Allegro?", to("Łukasz", "Żółkiewski", 21, "Allegro Sp. z o.o."), ""),
        ("Hi Lukasz, Lukasz Zolkiewski is you?", to("Łukasz", "Żółkiewski", 21), ""),
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
        ("小明您好，\n\n谢谢您今天的时间。", to("小明", "王", 15, "华为技术有限公司"), ""),
        ("王小明先生：\n\n华为的故事很有意思。", to("小明", "王", 15, "华为技术有限公司"), ""),
        ("田中様\n\n本日はありがとうございました。", to("さくら", "田中", 16), ""),
        ("민준님, 오늘 감사했습니다. 카카오 이야기 좋았어요.", to("민준", "김", 17, "카카오"), ""),
        ("Ольга, спасибо! Как дела в Яндексе?", to("Ольга", "Иванова", 18, "Яндекс"), ""),
        ("مرحبا محمد حسن، شكرا لك.", to("محمد", "حسن", 19), ""),
        ("Αγαπητή Ελένη, ευχαριστώ.", to("Ελένη", "Παπαδοπούλου", 20), ""),
        ("Hi Anna, 你好 is all I can write. 明天见。", {}, ""),
        ("Hi Anna, the 王 on the sign means king, and 小 means small.", {}, ""),
        "Hi Anna, как дела? Всё хорошо.",
        # Lines, quotes, odd spacing
        "Hi Anna,\n\n- targets met\n- gap closed\n- next steps\n\nJoanna",
        ("Hi Anna, I met Marek\n\nNowak is a village, by the way.", {}, "", "given_name"),
        "Hi Anna, it was good with Sofia. Lindgren wrote children's books.",
        ("Hi Anna, Target practice is on Mondays. Square dances then.", {}, "", "company_word"),
        # Longer ones, and a second look at everything above
        (
            "Hi Anna,\n\nThank you for lunch on Tuesday. Your story about the first week at "
            "Northwind, when the whole floor had to will the printer back to life, made me "
            "laugh. I took three things from it: mark what matters, chase answers early, and "
            "never block a colleague's calendar. I have put the target date for the course on my "
            "wall, and I hope the gap in my numbers closes by May.\n\nWith thanks,\nJoanna "
            "Lindqvist\nTailspin Toys"
        ),
        (
            "Hi Anna, we planted an oak sapling; it takes an intelligent gardener and a box of "
            "patience. I can afford neither."
        ),
        "Dear Anna,\n\nGod willing, grace and faith will carry us. May the road rise to meet you.",
        "Hi Anna, hope is not a plan, you said. Rose at six, read till nine.",
        (
            "Hi Anna, I sat by the delta of the river eating an orange, cutting myself some "
            "slack. Indeed, a fine notion!"
        ),
        "Hi Anna, the oracle of Delphi would have approved. Indeed it would.",
        "Hi Anna, on Monday. Comfortable chairs, you promised.",
        "Hi Anna, the meeting is on Monday, the coffee is on me.",
        (
            "Hi Anna, black and white is not how young people see it. The dean, a small guy, "
            "disagreed."
        ),
        "Hi Anna,\n\nYoung people today read Twain on the train, and so do I.",
        "Hi Anna, the Christian calendar was the subject. White walls, black coffee.",
        "Hi Anna, jack in the box or jack of all trades?",
        "Hi Anna, our Ford broke down, so I took the bus. An Uber would have been quicker.",
        "Hi Anna, I ordered an Uber to the cafe and slacked off on the way.",
        "Hi Anna, the sun rose at 5; li is a Chinese mile.",
        "Hi Anna, boxing, fording rivers, intelligence: three chapters of one book.",
        "Hi Anna, the tesla is the unit of magnetic flux density; 3 m is about ten feet.",
        "Hi Anna, the deltas, the oracles, the oranges.",
        "Hi Anna, the paper (1) and its reply (2) say the opposite.",
        "Hi Anna, 50 % of nothing, xx",
        "Hi Anna, hugs and kisses, XOXO. TBH I laughed. ASAP is a word I no longer use.",
        "Hi Anna, the rate is $20-$30, a + b < c, and that's *that* (see #4).",
        (
            "Hi Anna, the opening of the exhibition was a joy, and your position on open plans "
            "is mine as well."
        ),
        "Hi Anna, I grew attached to the team, and the hiring you did last year shows.",
        "Dear Dr. Kowalska,\n\nthank you for your time.",
        "Dear Prof. Dr. Kowalska, thank you.",
        "Dear Anna Kowalska,\n\nthank you.",
        "Hi Anna \U0001f44b\U0001f3fd,\n\nthank you.",
        "\U0001f44b Hi Anna!\n\nThank you.",
        "Hi both,\n\nthank you for the warm welcome.",
        "Hi team,\n\nthank you for having me.",
        "Hey folks, thank you!",
        "Hi, Anna here too? No, Joanna here, the other half of the name.",
        "Hello,\n\nthis is Joanna from Tailspin Toys.",
        "Hi A.,\n\nthank you.",
        "Anna – thank you so much.",
        "Anna!\n\nWhat a day.",
        "Good afternoon Ms. Kowalska:\n\nThank you.",
        "To Anna,\n\nwith thanks.",
        "Dearest Anna, thank you.",
        (
            "Hi Anna,\n\nthank you.\n\n--\nJoanna Lindqvist\nDesigner, Tailspin "
            "Toys\njoanna.lindqvist@tailspin.example | https://linkedin.com/in/joanna-lindqvist"
        ),
        (
            "Hi Anna, the talk is at https://events.example/contoso/marek-nowak?from=globex and "
            "the deck at contoso.com/talks."
        ),
        "Hi Anna, my address is marek.nowak@tailspin.example, an old joke of ours.",
        (
            "Hi Anna,\n\nThanks!\n\nOn Tue, 24 Nov 2026, Anna Kowalska wrote:\n> Dear Joanna,\n> "
            "it was good to meet you at Tailspin Toys.\n> Anna"
        ),
        "Hi Anna, does Wednesday at 3 pm Chicago time (9 pm in Berlin) work for you?",
        "Hi Anna, I will call you at 14:00 on Friday. My number is +1 312 555 0100.",
        ("Hi Anna, thank you.", to("Anna", "Smith", 71, "Wells Fargo"), ""),
        (
            "Dear Anna Smith, how is Wells Fargo? I liked Wells Fargo's hall.",
            to("Anna", "Smith", 71, "Wells Fargo"),
            "",
        ),
        (
            "Hi Liz,\n\nDeloitte's tower has a fine view.",
            to("Elizabeth", "Turner", 57, "Deloitte"),
            "",
        ),
        (
            "Dear Elizabeth,\n\nBeth, if I may: thank you.",
            to("Elizabeth", "Turner", 57, "Deloitte"),
            "",
        ),
        ("Hi J.R., 3M is a place to envy.", to("J. R.", "Whitaker", 56, "3M"), ""),
        ("Hi JR,\n\nthank you.", to("J. R.", "Whitaker", 56, "3M"), ""),
        (
            "Hi Ipek, Işık Gıda is close to my heart. İPEK IŞIKÇI in capitals, too.",
            to("İpek", "Işıkçı", 53, "Işık Gıda A.Ş."),
            "",
        ),
        (
            "Lieber Klaus, Klaus Weiss oder KLAUS WEISS? Weissbach ist schön.",
            to("Klaus", "Weiß", 54, "Weißbach AG"),
            "",
        ),
        (
            "Chère Anne-Sophie, merci. Dupont-Martin, c'est votre nom ?",
            to("Anne-Sophie", "Dupont-Martin", 55, "Accenture"),
            "",
        ),
        ("Hi Anne Sophie, thank you.", to("Anne-Sophie", "Dupont-Martin", 55, "Accenture"), ""),
        (
            "Sehr geehrte Frau Müller-Lüdenscheidt,\n\nMüller & Söhne hat mich beeindruckt.",
            to("Alexandra", "Müller-Lüdenscheidt", 73, "Müller & Söhne GmbH"),
            "",
        ),
        (
            "Уважаемый Иван Сергеевич,\n\nспасибо за рассказ о «Ромашке».",
            to("Иван", "Петров", 58, "ООО «Ромашка»"),
            "",
        ),
        (
            "佐藤様\n\nみどり商事の皆様によろしくお伝えください。",
            to("健", "佐藤", 60, "みどり商事株式会社"),
            "",
        ),
        (
            "안녕하세요, 박지수님. 삼성전자에서 뵙게 되어 반가웠습니다.",
            to("지수", "박", 61, "삼성전자"),
            "",
        ),
        (
            "عزيزتي فاطمة،\n\nشكرا على وقتك في شركة النور.",
            to("فاطمة", "الزهراء", 62, "شركة النور"),
            "",
        ),
        ("יעל שלום,\n\nתודה על השיחה.", to("יעל", "ברק", 59), ""),
        (
            "Αγαπητέ κύριε Δημητρίου,\n\nευχαριστώ για τη συζήτηση στην Ξένιος.",
            to("Γιώργος", "Δημητρίου", 63, "Ξένιος Α.Ε."),
            "",
        ),
        ("Hi Linh, Notion is a notion I like. Linh Tran!", to("Linh", "Trần", 64, "Notion"), ""),
        (
            "Hi José, Procter and Gamble, P&G to you, is large. Jose Alvarez, thank you.",
            to("José", "Álvarez", 74, "Procter & Gamble"),
            "",
        ),
        ("Dear Mr. O'Neill,\n\nMonday.com is fun.", to("Sean", "O’Neill", 75, "Monday.com"), ""),
        (
            "Hi Mark, may I mark the day? Home Depot is close.",
            to("Mark", "Twain", 76, "The Home Depot"),
            "",
        ),
        ("Hi Ian, is Delta hard? A Ford is a car.", to("Ian", "Ford", 65, "Delta Air Lines"), ""),
        (
            "Hi Anna, Priya Raman is the person I would love to meet, and Priya knows of me.",
            {"kind": Kind.INTRO_REQUEST, "target": PRIYA},
            "Priya Raman",
        ),
        (
            "Hi Priya,\n\nMarta Okonkwo at Wingtip suggested I write. Contoso's lab is why.",
            to("Priya", "Raman", 3, "Contoso, Inc.", introducer=MARTA),
            "Marta Okonkwo suggested I write",
        ),
        "Hi Anna, don't worry. DON'T! Won't, can't, shan't.",
        "Hi Anna, he/she is welcome, and/or their friends; 24/7.",
        "Hi Anna,\n\nP.S. No. 5 is alive; Fig. 2 shows it. Etc.",
        "Hi Anna, good morning to you, dear, and hello from Lisbon.",
        "Hi Anna, dear me, what a day!",
        "Hi Anna, hey, that was quick.",
        "Anna / all,\n\nthank you.",
        "Hi Anna & co,\n\nthank you.",
        "Hi Anna \u2764\ufe0f thank you!",
        "Dear Anna (if I may),\n\nthank you.",
        "Grace, hope and patience: thank you for all three, Anna.",
        "Mark my words, Anna, it was good.",
        "Hope, it was said, dies last.",
        "Chase banks of fog, then thank them.",
        "Hi Anna, my son has a summer job at a gap in the wall; how was it at the square?",
        ("Hi Anna, I used to work at Target, then at Gap.", {}, "", "company_word"),
        "Hi Anna, on the 20th of the month, with xx from us.",
        ("Уважаемый Иван, спасибо.", to("Ivan", "Petrov", 300, "Northwind"), ""),
        ("Уважаемая Ольга, спасибо.", to("Olga", "Sokolova", 301, "Northwind"), ""),
        ("Αγαπητέ Γιώργος, ευχαριστώ.", to("Giorgos", "Papas", 302), ""),
        ("Hi Joe, how is P&G?", to("José", "Álvarez", 74, "Procter & Gamble"), ""),
        ("Hi Liz, Liz Turner is a fine name.", to("Elizabeth", "Turner", 57, "Deloitte"), ""),
        ("Hi Anne-Sophie, Anne-Sophie Dupont, yes?", to("Anne-Sophie", "Dupont-Martin", 55), ""),
        ("Hi Ian, how is life at Delta?", to("Ian", "Ford", 65, "Delta Air Lines"), ""),
        ("Hi Jane, how is your work at Ford?", to("Jane", "Smith", 52, "Ford Motor Company"), ""),
        ("Hi Grace, how do you like it at Intel?", to("Grace", "Chen", 51, "Intel"), ""),
        ("Hi Chase, your role at Square sounds good.", to("Chase", "Banks", 11, "Square"), ""),
        # A third look
        (
            "Hi Anna,\n\nI hope this finds you well. I was reading your piece on brand work and "
            "it made me think. Could we talk for 30 minutes next week, over coffee near your "
            "office or whenever suits you? My treat.\n\nBest,\nJoanna"
        ),
        "Dear Anna — thank you for the coffee and the candor.",
        "Hi Anna, Slack me or call, whichever is easier. I'll be on Zoom at 3 pm your time.",
        (
            "Hi Anna, the position of the chairs, an opening in the hedge, a job well done: what "
            "a garden."
        ),
        (
            "Hi Anna, you said: “Hire for attitude.” I wrote it down. See attached sketch? No, I "
            "lost it."
        ),
        "Hi Anna, let's meet at Next Door Cafe, 5 Mark Lane, off Chase Street.",
        "Hi Anna, happy Thanksgiving! Black Friday, White Christmas, Young Frankenstein.",
        "Hi Anna, Mr. Darcy and Mrs. Dalloway send their best; so do Dr. Who and Prof. Moriarty.",
        "Hi Anna, he is an Intel analyst in the army sense; intel, as they say.",
        "Hi Anna, Good Will Hunting is on tonight. Grace Kelly too.",
        "Anna, hi! Joanna here.",
        "Bonjour Anna,\n\nmerci. À bientôt, Joanna",
        "Dear Anna,\n\nP.S. Say hello to the dean, the guy with the rose, and to all at Northwind.",
        "Hi Anna, the US visa took a month; the meta data, a year.",
        "Hi Anna, Santa Fe and San Jose were warm. El Paso too.",
        "Thanks again, Anna. Talk soon!",
        "Hi Anna: quick thanks.",
        "Hi Anna; quick thanks.",
        "Hi  Anna ,thank you.",
        "HI ANNA, THANK YOU FOR THE TARGET AND THE HOPE YOU GAVE ME. MAY IT LAST.",
        "hi anna, thank you for will and grace and hope",
        "Hi Ms. Anna Kowalska,\n\nthank you.",
        "Hi Anna K.,\n\nthank you.",
        "Dear Kowalska Anna,\n\nthank you.",
        "Hi Ania, thank you.",
        "Hi Anna,\n\nthank you.\n\nSent from Outlook for iOS\nGet Outlook for Android",
        (
            "Hi Anna,\n\nthank you!\nJoanna Lindqvist | she/her | Tailspin Toys\n+49 30 1234 | "
            "www.tailspin.example"
        ),
        "Hi Anna, one day I'd like to hear about Delta Force, the film.",
        "Hi Anna, “Mark” my words; ‘Hope’ is a thing with feathers.",
        "Hi Anna, to be or not to be: Will's words, not mine.",
        (
            "Hi Ian, Ford is your name and Delta your airline.",
            to("Ian", "Ford", 65, "Delta Air Lines"),
            "",
        ),
        (
            "Hi Faith, faith moves mountains. White paint, Uber drivers.",
            to("Faith", "White", 70, "Uber"),
            "",
        ),
        (
            "Dear Marek Zieliński, Nokia is a town as well.",
            to("Marek", "Zieliński", 72, "Nokia"),
            "",
        ),
        ("Hi Marek, how is Nokia?", to("Marek", "Zieliński", 72, "Nokia"), ""),
        (
            "Dear Mr. Müller-Lüdenscheidt, thank you.",
            to("Alexandra", "Müller-Lüdenscheidt", 73),
            "",
        ),
        ("Hi Dupont-Martin family, thank you.", to("Anne-Sophie", "Dupont-Martin", 55), ""),
    )
)
"""None of these may raise a block, nor any doubt about a name but those told."""
