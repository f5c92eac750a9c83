"""The method that the program carries: five steps, and five reasons for taking them."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """One of the five steps."""

    name: str
    short: str
    """on one line: what one does"""
    how: str
    why: str
    where: str
    """which places and keys of this program serve it"""


STEPS: tuple[Part, ...] = (
    Part(
        "Connect & converse",
        "people at companies you want; warm up old ties",
        "Begin with people you know. An acquaintance gets a warm note first and the question "
        "later; to a stranger someone introduces you who can vouch for you.",
        "People answer those they know, and the ones you know know the others.",
        "3 Contacts, 4 Companies: w says how well you know them, m writes.",
    ),
    Part(
        "Take initiative & treat",
        "ask for 30 minutes; the coffee is on you",
        "Ask for half an hour at their convenience, over coffee, lunch or in their office, and "
        "offer to pay when you go out. They said yes? Send an invite that says what it is for.",
        "A short, clear and generous request is easy to say yes to.",
        "m writes the request, r keeps what they answered, t sets the time.",
    ),
    Part(
        "Follow up & firm plans",
        "a short e-mail the day before confirms it",
        "One friendly reminder when nobody answers, never two. The day before you meet, confirm "
        "day, time and place in a line or two.",
        "What was agreed weeks ago is forgotten; one line saves the meeting.",
        "1 Today says when; enter has the text ready.",
    ),
    Part(
        "Questions & rapport",
        "read up, breathe, begin with anything but work",
        "Read about the company and the person, take a breath, and begin with small talk. Then "
        "let your prepared questions come up as they fit. Never ask for a job.",
        "You hear what no website says, and people like to be asked.",
        "o shows all that you know of them, N keeps a note, 6 Meetings what is coming.",
    ),
    Part(
        "Thanks & stay in touch",
        "a card by hand; in eight weeks you write again",
        "Write a card by hand and post it, or thank by e-mail within a day. Say one thing they "
        "told you and what you do with it. Eight weeks later tell them what came of it.",
        "Hardly anybody does it, and it is what makes a talk a tie.",
        "1 Today has the card, the e-mail and the reminder.",
    ),
)
"""In their order; the board's columns are these."""

REASONS: tuple[str, ...] = (
    "Insiders know what no website says.",
    "You practise telling your work without being judged.",
    "Your network grows by people who have met you.",
    "Referrals come from conversations, not from forms.",
    "You find out early when a field does not fit.",
)
"""Why one has these conversations."""
