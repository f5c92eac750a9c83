"""Our own templates for asking for 30 minutes, and for asking once more."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import Template

_CLOSE = frozenset({Closeness.CLOSE})
_ACQUAINTANCE = frozenset({Closeness.ACQUAINTANCE})
_STRANGER = frozenset({Closeness.STRANGER})

ASK: tuple[Template, ...] = (
    Template(
        "meeting_request-coffee-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm learning about {topic}, and {specific} made me want to hear how "
        "you see it.\n\nCould we talk for 30 minutes over coffee near {company}? My treat. I can "
        "do {slots}, or whenever suits you better. Which would be easiest?\n\n{my_name}",
        subject="30 minutes over coffee?",
        closeness=_ACQUAINTANCE,
        format="coffee",
    ),
    Template(
        "meeting_request-coffee-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\n{specific} has stayed with me, and I would love to hear the story "
        "behind it. I'm exploring {topic}.\n\nMay I invite you to coffee for half an hour near "
        "{company}? I'm free {slots}, or whenever suits you. What works "
        "best?\n\nWarmly,\n{my_name}",
        subject="May I invite you to coffee?",
        closeness=_ACQUAINTANCE,
        format="coffee",
    ),
    Template(
        "meeting_request-coffee-close-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm weighing a move into {topic} and would trust your view over "
        "anyone's. Coffee, 30 minutes, on me? I want to ask you about {specific} and what you "
        "would do in my place.\n\nI can do {slots}, or whenever suits you. Which is better?"
        "\n\n{my_first_name}",
        subject="Coffee, on me?",
        closeness=_CLOSE,
        format="coffee",
    ),
    Template(
        "meeting_request-coffee-close-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nThere is nobody I would rather think out loud with. I'm looking "
        "at {topic}, and {specific} is what I want to understand.\n\nLet me buy you a coffee "
        "and take half an hour of your wisdom: {slots}, or whenever suits you. When shall "
        "we?\n\nAs ever,\n{my_first_name}",
        subject="Let me buy you a coffee",
        closeness=_CLOSE,
        format="coffee",
    ),
    Template(
        "meeting_request-stranger-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nWe share {connection}. I'm learning about {topic}, and {specific} "
        "made me want your view.\n\nCould we talk for 30 minutes over coffee near {company}, my "
        "treat? I can do {slots}, or whenever suits you. Which is easiest?\n\n{my_name}",
        subject="30 minutes over coffee?",
        closeness=_STRANGER,
        format="coffee",
    ),
    Template(
        "meeting_request-stranger-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nWe share {connection}, and {specific} has stayed with me. I'm "
        "exploring {topic}.\n\nMay I invite you to coffee for half an hour near {company}? I'm "
        "free {slots}, or whenever suits you. What works best?\n\nWarmly,\n{my_name}",
        subject="May I invite you to coffee?",
        closeness=_STRANGER,
        format="coffee",
    ),
    Template(
        "meeting_request-lunch-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm learning about {topic}, and {specific} made me want to hear "
        "how you see it.\n\nMay I take you to lunch near {company}? My treat, and half an hour "
        "is plenty. I can do {slots}, or whenever suits you. Which is easiest?\n\n{my_name}",
        subject="Lunch, my treat?",
        format="lunch",
    ),
    Template(
        "meeting_request-lunch-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\n{specific} has stayed with me, and I would love to hear more over "
        "a good lunch. You pick the place near {company}, I pick up the bill.\n\nI'm curious "
        "about {topic} and free {slots}, or whenever suits you. What works "
        "best?\n\nWarmly,\n{my_name}",
        subject="Lunch, my treat?",
        format="lunch",
    ),
    Template(
        "meeting_request-office-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm learning about {topic}, and {specific} made me want to hear "
        "how you see it.\n\nCould I come by your office for 30 minutes, to save you the trip? "
        "I can do {slots}, or whenever suits you better. Which would be easiest?\n\n{my_name}",
        subject="30 minutes at your office?",
        format="office",
    ),
    Template(
        "meeting_request-office-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\n{specific} has stayed with me, and I would love to see where it "
        "happens. I'm exploring {topic}.\n\nMay I visit you at {company} for half an hour? I'm "
        "free {slots}, or whenever suits you, and I will leave on time. What works "
        "best?\n\nWarmly,\n{my_name}",
        subject="May I come by for half an hour?",
        format="office",
    ),
    Template(
        "meeting_request-video-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm learning about {topic}, and {specific} made me want to hear how "
        "you see it.\n\nCould we talk by video for 30 minutes? I can do {slots}, or whenever "
        "suits you better, and I will send the link. Which would be easiest?\n\n{my_name}",
        subject="30 minutes by video?",
        format="video",
    ),
    Template(
        "meeting_request-video-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\n{specific} has stayed with me, and I would love to hear the story "
        "behind it. I'm exploring {topic}.\n\nCould we talk for half an hour by video? Any of "
        "these would do: {slots}, or whenever suits you. What works best?\n\nWarmly,\n{my_name}",
        subject="Half an hour by video?",
        format="video",
    ),
    Template(
        "meeting_request-call-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm learning about {topic}, and {specific} made me want to hear how "
        "you see it.\n\nCould I call you for 30 minutes? I can do {slots}, or whenever suits you "
        "better. Which would be easiest, and on which number?\n\n{my_name}",
        subject="30 minutes by phone?",
        format="call",
    ),
    Template(
        "meeting_request-call-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\n{specific} has stayed with me, and I would love to hear the story "
        "behind it. I'm exploring {topic}.\n\nMay I call you for half an hour, perhaps on your "
        "way home? I'm free {slots}, or whenever suits you. What works "
        "best?\n\nWarmly,\n{my_name}",
        subject="May I call you for half an hour?",
        format="call",
    ),
    Template(
        "follow_up-plain",
        Kind.FOLLOW_UP,
        "plain",
        "Hi {first_name},\n\nMy note about {topic} may have come at a busy moment. If 30 minutes "
        "would suit you in the next weeks, I would still be glad to talk. If not, a short no "
        "is fine, and I won't ask again.\n\n{my_first_name}",
        subject="Once more, and an easy no",
    ),
    Template(
        "follow_up-warm",
        Kind.FOLLOW_UP,
        "warm",
        "Hi {first_name},\n\nI know how full weeks get, so this is one last wave from me. I "
        "would still love to hear about {specific}. If now isn't the time, no answer is needed, "
        "and I wish you all the best.\n\nWarmly,\n{my_first_name}",
        subject="One last wave",
    ),
)
