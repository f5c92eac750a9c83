"""Our own templates for the first three kinds of asking: connect, be introduced, ask for time."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import Template

_CLOSE = frozenset({Closeness.CLOSE})
_ACQUAINTANCE = frozenset({Closeness.ACQUAINTANCE})
_KNOWN = _CLOSE | _ACQUAINTANCE
_STRANGER = frozenset({Closeness.STRANGER})

NOTES = (
    Template(
        "linkedin_note-stranger-plain",
        Kind.LINKEDIN_NOTE,
        "plain",
        "Hi {first_name}, I found you through {connection}. I liked {specific} and would like "
        "to follow your work. {my_first_name}",
        closeness=_STRANGER,
    ),
    Template(
        "linkedin_note-stranger-warm",
        Kind.LINKEDIN_NOTE,
        "warm",
        "Hi {first_name}, I found you through {connection}, and {specific} made my week. I'd "
        "love to follow what you do next. {my_first_name}",
        closeness=_STRANGER,
    ),
    Template(
        "linkedin_note-known-plain",
        Kind.LINKEDIN_NOTE,
        "plain",
        "Hi {first_name}, we {how_known}. I still think of {specific} and would like to stay "
        "in touch here. {my_first_name}",
        closeness=_KNOWN,
    ),
    Template(
        "linkedin_note-known-warm",
        Kind.LINKEDIN_NOTE,
        "warm",
        "Hi {first_name}! We {how_known}, and {specific} has stayed with me. It would be good "
        "to be in touch again. {my_first_name}",
        closeness=_KNOWN,
    ),
)

MESSAGES = (
    Template(
        "linkedin_message-close-plain",
        Kind.LINKEDIN_MESSAGE,
        "plain",
        "Hi {first_name}, I'm looking closely at {topic}, and you are one of the few whose "
        "judgment I trust on it. How do you see it from inside {company}?\n\n{my_first_name}",
        closeness=_CLOSE,
    ),
    Template(
        "linkedin_message-close-warm",
        Kind.LINKEDIN_MESSAGE,
        "warm",
        "Hi {first_name}, I told someone about {specific} this week and it made me smile. I'm "
        "finding out what {topic} is really like, and you came to mind first. How is it going "
        "for you at {company}?\n\n{my_first_name}",
        closeness=_CLOSE,
    ),
    Template(
        "linkedin_message-acquaintance-plain",
        Kind.LINKEDIN_MESSAGE,
        "plain",
        "Hi {first_name}, we {how_known}. I came across {specific}, and it has stayed with me. "
        "What has changed most for you since you started at {company}?\n\n{my_first_name}",
        closeness=_ACQUAINTANCE,
    ),
    Template(
        "linkedin_message-acquaintance-warm",
        Kind.LINKEDIN_MESSAGE,
        "warm",
        "Hi {first_name}, it has been a while since we {how_known}, and I have thought of it more "
        "than once. Good to see {specific}. What are you enjoying most at {company} these "
        "days?\n\n{my_first_name}",
        closeness=_ACQUAINTANCE,
    ),
    Template(
        "linkedin_message-stranger-plain",
        Kind.LINKEDIN_MESSAGE,
        "plain",
        "Hi {first_name}, we are connected through {connection} but have never spoken. I'm "
        "learning about {topic}, and {specific} answered a question I had been carrying around. "
        "What should an outsider read or hear next?\n\n{my_first_name}",
        closeness=_STRANGER,
    ),
    Template(
        "linkedin_message-stranger-warm",
        Kind.LINKEDIN_MESSAGE,
        "warm",
        "Hi {first_name}, we have not spoken yet, though {connection} ties us together. Thank "
        "you for {specific}: it made {topic} feel real to me. May I ask what first drew you to "
        "{company}?\n\n{my_first_name}",
        closeness=_STRANGER,
    ),
)

INMAILS = (
    Template(
        "inmail-plain",
        Kind.INMAIL,
        "plain",
        "Hi {first_name},\n\nWe have not met; I found you through {connection}. I'm learning "
        "about {topic}, and {specific} is the clearest thing I have come across.\n\nOne "
        "question, if you have a minute: what do people outside {company} usually get wrong "
        "about the work you do?\n\nThank you for reading this far.\n{my_name}",
        subject="{specific}, and one question",
        closeness=_STRANGER,
    ),
    Template(
        "inmail-warm",
        Kind.INMAIL,
        "warm",
        "Hi {first_name},\n\nI hope a note from a stranger is welcome. I found you through "
        "{connection}, and I keep coming back to {specific}.\n\nI'm finding "
        "my way into {topic} and would love to learn from someone who does it every day. What "
        "do you wish you had known before you started at {company}?\n\nEven a line would help, "
        "and none is fine too.\n\nWarmly,\n{my_name}",
        subject="Thank you for {specific}",
        closeness=_STRANGER,
    ),
    Template(
        "inmail-known-plain",
        Kind.INMAIL,
        "plain",
        "Hi {first_name},\n\nIt has been a while since we {how_known}. I came across {specific}, "
        "and it has stayed with me.\n\nWhat are you working on these days, and what is it like "
        "at {company}?\n\n{my_name}",
        subject="It has been a while",
        closeness=_KNOWN,
    ),
    Template(
        "inmail-known-warm",
        Kind.INMAIL,
        "warm",
        "Hi {first_name},\n\nYou came to mind this week: {specific} took me straight back to the "
        "time when we {how_known}.\n\nHow have you been, and what are you enjoying most at "
        "{company} these days?\n\nWarmly,\n{my_name}",
        subject="You came to mind",
        closeness=_KNOWN,
    ),
)

RECONNECTS = (
    Template(
        "reconnect-acquaintance-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nIt has been a while since we {how_known}. I came across {specific} "
        "the other day and was glad to see how things have gone for you.\n\nI remember how much "
        "you cared about doing it well. What are you working on these days, and what is it like "
        "at {company}?\n\n{my_first_name}",
        subject="It has been a while",
        closeness=_ACQUAINTANCE,
    ),
    Template(
        "reconnect-acquaintance-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nYou came to mind this week. I saw {specific}, and it took me "
        "straight back to the time when we {how_known}. I have good memories of that, and of "
        "how you made it fun.\n\nHow have you been, and what is the best part of your days at "
        "{company}?\n\nWarmly,\n{my_first_name}",
        subject="Thinking of the time we {how_known}",
        closeness=_ACQUAINTANCE,
    ),
    Template(
        "reconnect-stranger-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\n{connection} has linked us for a while, and we have hardly ever "
        "talked. I came across {specific} and it made me want to change that, and to say that it "
        "was well done.\n\nWhat are you working on these days, and what do you like best about "
        "the work at {company}?\n\n{my_name}",
        subject="A hello, at last",
        closeness=_STRANGER,
    ),
    Template(
        "reconnect-stranger-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nWe have been linked by {connection} without ever really talking, "
        "and I think that is a pity. {specific} has given me a good deal to think about, so "
        "let me begin with a thank-you.\n\nHow did you come to it, and what is the best part "
        "of your days at {company}?\n\nWarmly,\n{my_name}",
        subject="A hello, and a thank-you",
        closeness=_STRANGER,
    ),
    Template(
        "reconnect-close-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nToo long! I still tell people about the time when we {how_known}. "
        "I saw {specific} and was proud to know you.\n\nHow are you, and how is life at "
        "{company}? I have a few changes to tell you about on my side, but I want to hear yours "
        "first.\n\n{my_first_name}",
        subject="Too long",
        closeness=_CLOSE,
    ),
    Template(
        "reconnect-close-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nI miss our talks. {specific} reminded me how much I have learned "
        "from you ever since we {how_known}, and that I have never really said so. So: thank "
        "you.\n\nHow are you and everyone at home, and what is {company} asking of you these "
        "days?\n\nAs ever,\n{my_first_name}",
        subject="A thank-you that is late",
        closeness=_CLOSE,
    ),
    Template(
        "reconnect-second_beat-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nIt was good to hear from you, and thank you for telling me about "
        "{specific}.\n\nSome news from here: I'm thinking about my next step and finding out "
        "what {topic} is really like before I decide anything. You know that world far better "
        "than I do. Whose view, besides your own, would you trust on it?\n\n{my_first_name}",
        subject="Some news from here",
        closeness=frozenset(Closeness),
        variant="second_beat",
    ),
    Template(
        "reconnect-second_beat-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nYour note made my day, and {specific} sounds like a lovely chapter."
        "\n\nSince you ask: I'm ready for a change and have begun to look into {topic}, slowly "
        "and with open eyes. You have always been straight with me, so tell me: when you "
        "picture me there, what do you see?\n\nWarmly,\n{my_first_name}",
        subject="Since you ask",
        closeness=frozenset(Closeness),
        variant="second_beat",
    ),
)

CONNECT: tuple[Template, ...] = NOTES + MESSAGES + INMAILS + RECONNECTS
