"""Our own templates round an introduction: asking for one, the lines to forward, the thanks."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import Template

_CLOSE = frozenset({Closeness.CLOSE})
_KNOWN = frozenset({Closeness.CLOSE, Closeness.ACQUAINTANCE})
_ACQUAINTANCE = frozenset({Closeness.ACQUAINTANCE})
_STRANGER = frozenset({Closeness.STRANGER})

REQUESTS = (
    Template(
        "intro_request-close-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nWould you introduce me to {target_name} at {target_company}? I'm "
        "learning about {topic}, and {target_specific} tells me that this is the right person to "
        "listen to. I would ask for 30 minutes and for their view of the work, nothing else."
        "\n\nYou know how I work, so a line from you would mean a lot. A few sentences to "
        "forward are below.\n\nIf it isn't the right moment, or you would rather not, just say "
        "so. That is completely fine.\n\nThank you,\n{my_first_name}",
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
        "nobody could introduce me better. I would ask for half an hour and an honest picture "
        "of the work. A few lines to forward are below.\n\nIf the timing is off, or it feels "
        "awkward, leave it. I will think no less of either of us.\n\nWith thanks,"
        "\n{my_first_name}",
        subject="A favor, if the moment is right",
        closeness=_CLOSE,
    ),
    Template(
        "intro_request-known-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nI believe you know {target_name} at {target_company}. I'm "
        "learning about {topic}, and {target_specific} is why I would value that view in "
        "particular.\n\nIf you know each other well enough, would you be comfortable "
        "introducing us? I would ask for 30 minutes of conversation about the work and nothing "
        "more. A few lines that you could forward are below.\n\nAnd if you would rather not, "
        "or hardly know each other, please just tell me. I would understand.\n\nThank "
        "you,\n{my_first_name}",
        subject="A question about {target_name}",
        closeness=_ACQUAINTANCE,
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
        closeness=_ACQUAINTANCE,
    ),
    Template(
        "intro_request-stranger-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nWe have not spoken yet; {connection} is what links us. I believe "
        "you know {target_name} at {target_company}, whose view of {topic} I would value because "
        "of {target_specific}.\n\nYou hardly know me, so this is a question and no more: would "
        "you pass a few lines on? They are below and explain themselves. I would ask for 30 "
        "minutes of conversation, nothing else.\n\nIf you would rather not, please leave it. I "
        "would understand.\n\nThank you,\n{my_name}",
        subject="A question about {target_name}",
        closeness=_STRANGER,
    ),
    Template(
        "intro_request-stranger-warm",
        Kind.INTRO_REQUEST,
        "warm",
        "Hi {first_name},\n\nI know this comes from someone you have hardly met; {connection} is "
        "all that ties us. Still, I would be so glad to hear from {target_name} at "
        "{target_company}: {target_specific} is what drew me to {topic}.\n\nWould you feel "
        "comfortable passing on the lines below? Half an hour of conversation is all I hope for, "
        "and I would take good care of your name.\n\nIf not, please feel free to leave this "
        "unanswered.\n\nWarmly,\n{my_name}",
        subject="Would you pass a few lines on?",
        closeness=_STRANGER,
    ),
    Template(
        "intro_request-nudge-plain",
        Kind.INTRO_REQUEST,
        "plain",
        "Hi {first_name},\n\nA short word on my question about {target_name}, which may have come "
        "at a full moment. If an introduction feels right, the lines below still hold. If it "
        "does not, a short no is just as welcome, and I won't ask again.\n\nThank you either way,"
        "\n{my_first_name}",
        subject="My question about {target_name}",
        variant="nudge",
    ),
    Template(
        "intro_request-nudge-warm",
        Kind.INTRO_REQUEST,
        "warm",
        "Hi {first_name},\n\nI hope all is well with you. I asked you about {target_name}, and I "
        "would hate for it to sit on you: if it is easy, the lines below still hold, and if it is "
        "not, please let it go with a good conscience. Either way I'm glad that I could "
        "ask.\n\nWarmly,\n{my_first_name}",
        subject="No pressure about {target_name}",
        variant="nudge",
    ),
)

BLURBS = (
    Template(
        "intro_blurb-plain",
        Kind.INTRO_BLURB,
        "plain",
        "{my_name} is {my_background} who is learning about {topic} from people who do it well, "
        "and {target_name} is high on the list.\n\n{my_first_name} would welcome 30 minutes, at "
        "whatever time is easiest, to hear how the work looks from inside {target_company}. "
        "{my_first_name} comes prepared and asks for nothing beyond the conversation."
        "\n\n{my_name}, {my_phone}",
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

# Who brought both together and who only gave a name have both "suggested that we talk".
FIRST_WORDS = (
    Template(
        "linkedin_note-introduced-plain",
        Kind.LINKEDIN_NOTE,
        "plain",
        "Hi {first_name}, {introducer} suggested that we talk, and {specific} makes me glad of "
        "it. It is good to find you here. {my_first_name}",
        variant="introduced",
    ),
    Template(
        "linkedin_note-introduced-warm",
        Kind.LINKEDIN_NOTE,
        "warm",
        "Hi {first_name}! {introducer} speaks so well of you, and {specific} tells me why. I'd "
        "love to be in touch. {my_first_name}",
        variant="introduced",
    ),
    Template(
        "meeting_request-introduced-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\n{introducer} suggested that we talk. I'm learning about {topic}, "
        "and {specific} is what I would most like to ask you about.\n\nCould we talk for 30 "
        "minutes, however is easiest for you? I can do {slots}, or whenever suits you. What "
        "works best?\n\n{my_name}",
        subject="{introducer} suggested we talk",
        variant="introduced",
    ),
    Template(
        "meeting_request-introduced-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nWhat luck to know {introducer}, who suggested that we talk. I'm "
        "exploring {topic}, and would love to hear about {specific}.\n\nWould you have half an "
        "hour for me? I'm free {slots}, or whenever suits you. What works best?"
        "\n\nWarmly,\n{my_name}",
        subject="{introducer} suggested we talk",
        variant="introduced",
    ),
)

THANKS = (
    Template(
        "decline-named-plain",
        Kind.DECLINE,
        "plain",
        "Hi {first_name},\n\nThank you for pointing me to {target_name}. I will write to them "
        "and say that the idea was yours, and I will tell you what comes of it.\n\n"
        "{my_first_name}",
        subject="Thank you for the name",
        variant="named",
    ),
    Template(
        "decline-named-warm",
        Kind.DECLINE,
        "warm",
        "Hi {first_name},\n\nHow kind of you to think of {target_name}. I would not have found "
        "that way by myself. I will write to them, mention you, and let you know how it goes."
        "\n\nWarmly,\n{my_first_name}",
        subject="How kind, and thank you",
        variant="named",
    ),
    Template(
        "thank_introducer-plain",
        Kind.THANK_INTRODUCER,
        "plain",
        "Hi {first_name},\n\nI have talked with {target_name}, and I owe that to you. We spoke "
        "about {topic}, and {target_specific} alone was worth it. Thank you for opening that "
        "door.\n\nIf there is someone I could introduce you to, I would be glad to."
        "\n\n{my_first_name}",
        subject="I met {target_first_name}, thanks to you",
    ),
    Template(
        "thank_introducer-warm",
        Kind.THANK_INTRODUCER,
        "warm",
        "Hi {first_name},\n\nYou were right about {target_name}! We talked about {topic}, and "
        "I came away with {target_specific} and a head full of ideas. It was generous of you "
        "to lend me your good name, and I hope I took care of it.\n\nThank "
        "you.\n\nWarmly,\n{my_first_name}",
        subject="You were right about {target_first_name}",
    ),
)

INTRODUCE: tuple[Template, ...] = REQUESTS + BLURBS + FIRST_WORDS + THANKS
