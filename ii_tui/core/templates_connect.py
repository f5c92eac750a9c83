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
    Template(
        "linkedin_note-introduced-plain",
        Kind.LINKEDIN_NOTE,
        "plain",
        "Hi {first_name}, {introducer} told me about {specific} and thought we should know each "
        "other. I'm glad to find you here. {my_first_name}",
        closeness=_STRANGER,
        variant="introduced",
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
    Template(
        "linkedin_message-nudge-plain",
        Kind.LINKEDIN_MESSAGE,
        "plain",
        "Hi {first_name}, no hurry on my last note, I know how weeks go. {specific} came to mind "
        "again today, so I wanted to say hello. How are things at {company}?\n\n{my_first_name}",
        variant="nudge",
    ),
    Template(
        "linkedin_message-nudge-warm",
        Kind.LINKEDIN_MESSAGE,
        "warm",
        "Hi {first_name}, my last note may have landed in a full week, so please don't feel you "
        "owe me anything. I was thinking of {specific} and hope all is well with you. What is "
        "keeping you busy?\n\n{my_first_name}",
        variant="nudge",
    ),
    Template(
        "inmail-plain",
        Kind.INMAIL,
        "plain",
        "Hi {first_name},\n\nWe have not met; I found you through {connection}. I'm learning "
        "about {topic}, and {specific} is the clearest thing I have come across.\n\nOne "
        "question, if you have a minute: what do people outside {company} usually get wrong "
        "about the work you do?\n\nThank you for reading this far.\n{my_name}",
        subject="{specific}, and one question",
    ),
    Template(
        "inmail-warm",
        Kind.INMAIL,
        "warm",
        "Hi {first_name},\n\nI hope a note from a stranger is welcome. I found you through "
        "{connection}, and I have been telling people about {specific} since.\n\nI'm finding "
        "my way into {topic} and would love to learn from someone who does it every day. What "
        "do you wish you had known before you started at {company}?\n\nEven a line would help, "
        "and none is fine too.\n\nWarmly,\n{my_name}",
        subject="Thank you for {specific}",
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
        closeness=_ACQUAINTANCE | _STRANGER,
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
        closeness=_ACQUAINTANCE | _STRANGER,
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
    Template(
        "reconnect-nudge-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nA short hello after my last note, which may have come at a full "
        "moment. Nothing in it was urgent.\n\n{specific} came up in a conversation this week and "
        "I thought of the time when we {how_known}. How are things at {company}, and how are "
        "you?\n\n{my_first_name}",
        subject="A short hello",
        variant="nudge",
    ),
)

INTRODUCTIONS = (
    Template(
        "intro_request-close-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nWould you introduce me to {target_name} at {target_company}? I'm "
        "learning about {topic}, and {target_specific} tells me that this is the right person to "
        "listen to. I would ask for 30 minutes and for their view of the work, nothing else."
        "\n\nYou know how I work, so a line from you would mean a lot. I have put a few "
        "sentences below that you can forward as they stand.\n\nIf it isn't the right moment, "
        "or you would rather not, just say so. That is completely fine.\n\nThank you,"
        "\n{my_first_name}",
        subject="Would you introduce me to {target_name}?",
        closeness=_CLOSE,
    ),
    Template(
        "intro_request-close-warm",
        Kind.INTRO_REQUEST,
        "warm",
        "Hi {first_name},\n\nI have a favor to ask, and you may say no as easily as yes. I'm "
        "finding my way toward {topic}, and {target_specific} has made me want to hear from "
        "{target_name} at {target_company}.\n\nYou have seen me on good days and bad ones, so "
        "nobody could introduce me better. I would ask {target_first_name} for half an hour and "
        "an honest picture of the work. A few lines to forward are below.\n\nIf the timing is "
        "off, or it feels awkward, leave it. I will think no less of either of us."
        "\n\nWith thanks,\n{my_first_name}",
        subject="A favor, if the moment is right",
        closeness=_CLOSE,
    ),
    Template(
        "intro_request-known-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nI noticed that you know {target_name} at {target_company}. I'm "
        "learning about {topic}, and {target_specific} is why I would value that view in "
        "particular.\n\nIf you know each other well enough, would you be comfortable "
        "introducing us? I would ask for 30 minutes of conversation about the work and nothing "
        "more. A few lines that you could forward are below.\n\nAnd if you would rather not, "
        "or hardly know each other, please just tell me. I would understand.\n\nThank "
        "you,\n{my_first_name}",
        subject="A question about {target_name}",
        closeness=_ACQUAINTANCE | _STRANGER,
    ),
    Template(
        "intro_request-known-warm",
        Kind.INTRO_REQUEST,
        "warm",
        "Hi {first_name},\n\nEver since we {how_known} I have remembered how generous you are "
        "with people, so I'm asking you first. I would love to learn about {topic} from "
        "{target_name} at {target_company}; {target_specific} is what put the idea in my head."
        "\n\nWould you feel comfortable putting us in touch? Half an hour of conversation is all "
        "I hope for. A few lines you could forward are below.\n\nIf it is not a good moment, "
        "please say no without a second thought.\n\nWarmly,\n{my_first_name}",
        subject="Would you put us in touch?",
        closeness=_ACQUAINTANCE | _STRANGER,
    ),
    Template(
        "intro_blurb-plain",
        Kind.INTRO_BLURB,
        "plain",
        "{my_name} is {my_background} who is learning about {topic} from people who do it well, "
        "and {target_name} is high on the list.\n\n{my_first_name} would welcome 30 minutes, in "
        "whatever way and at whatever time is easiest, to hear how the work looks from inside "
        "{target_company}. {my_first_name} comes prepared, keeps to the time, and asks for "
        "nothing beyond the conversation.\n\n{my_name}, {my_phone}",
        subject="{my_name} and {target_name}",
    ),
    Template(
        "intro_blurb-warm",
        Kind.INTRO_BLURB,
        "warm",
        "Meet {my_name}: {my_background}, curious about {topic} and a good listener."
        "\n\n{target_name}'s work at {target_company} is what {my_first_name} would most like to "
        "hear about, over a coffee or in a call of half an hour, whenever that is easy. Expect "
        "thoughtful questions, no pitch, and a thank-you after.\n\n{my_name}, "
        "{my_phone}",
        subject="An introduction: {my_name}",
    ),
)

CONNECT: tuple[Template, ...] = NOTES + MESSAGES + RECONNECTS + INTRODUCTIONS
