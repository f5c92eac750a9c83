"""How letters begin, in the languages people write them in."""

from __future__ import annotations

import re

from ii_tui.core.tokens import words


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(words(phrase)) for phrase in text.replace("\n", "|").split("|") if phrase.strip()]


_STRONG = _phrases(
    """
    Hi|Hello|Hey|Hiya|Heya|Howdy|Dear|My dear|Greetings|Good morning|Good afternoon|Good day
    Good evening|Morning|Afternoon|Evening
    Hallo|Liebe|Lieber|Liebes|Sehr geehrte|Sehr geehrter|Guten Tag|Guten Morgen|Guten Abend|Moin
    Servus|Grüezi|Bonjour|Bonsoir|Cher|Chère|Salut|Coucou
    Hola|Estimado|Estimada|Querido|Querida|Buenos días|Buenas tardes
    Ciao|Caro|Cara|Gentile|Salve|Egregio|Buongiorno|Olá|Oi|Prezado|Prezada|Bom dia|Boa tarde
    Cześć|Hej|Witaj|Dzień dobry|Szanowna|Szanowny|Drogi|Droga|Ahoj|Dobrý den|Milý|Milá|Vážený
    Vážená|Čau|Kära|Käre|Hejsan|Kære|Kjære|Hei|Moi|Hyvä|Beste|Geachte|Hoi|Dag|Goedemorgen
    Merhaba|Sayın|Sevgili|Selam|Kedves|Szia|Tisztelt|Dragă|Stimate|Stimată|Bună
    Привет|Здравствуйте|Здравствуй|Уважаемый|Уважаемая|Дорогой|Дорогая|Добрый день|Доброе утро
    Добрий день|Вітаю|Шановний|Шановна|Здраво|Γεια σου|Αγαπητέ|Αγαπητή|Καλημέρα
    مرحبا|أهلا|عزيزي|عزيزتي|السلام عليكم|שלום|היי|नमस्ते|प्रिय|Namaste|Aloha|Kia ora|Chào|Kính gửi|Halo
    """
)
"""After these only a name or a general word follows."""

_WEAK = _phrases(
    """
    Thank you|Thanks|Many thanks|Thank you so much|Thanks so much|Congratulations|Congrats
    Happy birthday|Happy new year|Happy Monday|Happy Tuesday|Happy Wednesday|Happy Thursday
    Happy Friday|Welcome back|Sorry|Good luck|Danke|Merci|Gracias|Grazie|Dziękuję|Спасибо
    """
)
"""These greet only when the name after them is set off: "Thanks, Ana!" """


def _by_head() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for phrases, strong in ((_STRONG, True), (_WEAK, False)):
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, strong))
    return found


GREETINGS = _by_head()
"""first folded token -> (all folded tokens, whether only a name can follow)"""

GENERIC = frozenset(
    words(
        """
        there all team everyone everybody folks friend friends both again colleagues colleague
        group hiring manager committee neighbor neighbour stranger old new my dear dearest and
        fellow
        """
    )
)
"""whom a greeting may name without naming anyone"""

RELATIVE = frozenset(
    words("who whom whose which a an the my our your his her their of at from in and or with")
)
"""what shows that the name before the comma is talked about, not greeted"""

NATIVE_GREETING = re.compile(
    r"您好|你好|早上好|下午好|晚上好|尊敬的|敬爱的|亲爱的|親愛的|先生|女士|小姐|老师|老師|经理|博士|教授|"
    r"こんにちは|こんばんは|おはようございます|拝啓|様|さま|さん|殿|안녕하세요|안녕|여러분|님|씨|께|"
    r"สวัสดี(?:ครับ|ค่ะ)?|เรียน|คุณ|ครับ|ค่ะ|\s"
)
"""greetings and titles in scripts without spaces"""

NATIVE_TITLE = re.compile("先生|女士|小姐|老师|老師|经理|博士|教授|様|さま|さん|殿|님|씨")
"""titles that a family name alone is greeted with"""
