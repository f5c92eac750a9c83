"""Our own templates for what comes after a first word: nudges, second beats, finding a time."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import Template

_KNOWN = frozenset({Closeness.CLOSE, Closeness.ACQUAINTANCE})
_STRANGER = frozenset({Closeness.STRANGER})

# A nudge recalls a first word in which nothing was asked for.
NUDGES = (
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
        "inmail-nudge-plain",
        Kind.INMAIL,
        "plain",
        "Hi {first_name},\n\nNo hurry on my last note; I know how weeks go. {specific} came to "
        "mind again today, and my question still stands, if you have a minute for it.\n\nNo "
        "answer is fine too.\n\n{my_name}",
        subject="A short word after my last note",
        variant="nudge",
    ),
    Template(
        "inmail-nudge-warm",
        Kind.INMAIL,
        "warm",
        "Hi {first_name},\n\nMy last note may have landed in a full week, so please don't feel "
        "you owe me anything. I still come back to {specific}, and a line from you would make my "
        "day.\n\nWarmly,\n{my_name}",
        subject="Still thinking of {specific}",
        variant="nudge",
    ),
    Template(
        "reconnect-nudge-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nA short hello after my last note, which may have come at a full "
        "moment. Nothing in it was urgent.\n\n{specific} came to mind this week, and with it the "
        "time when we {how_known}. How are things at {company}, and how are "
        "you?\n\n{my_first_name}",
        subject="A short hello",
        closeness=_KNOWN,
        variant="nudge",
    ),
    Template(
        "reconnect-nudge-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nMy last note may have landed in a full week, so please don't feel "
        "that you owe me an answer.\n\nI only want to say that {specific} still makes me think of "
        "the time when we {how_known}. I hope life is kind to you. What is keeping you "
        "busy?\n\nWarmly,\n{my_first_name}",
        subject="Only a hello",
        closeness=_KNOWN,
        variant="nudge",
    ),
    Template(
        "reconnect-stranger-nudge-plain",
        Kind.RECONNECT,
        "plain",
        "Hi {first_name},\n\nA short hello after my last note, which may have come at a full "
        "moment. Nothing in it was urgent.\n\n{specific} came to mind again this week, and I "
        "would still enjoy hearing how you see it. How are things at {company}?\n\n{my_name}",
        subject="A short hello",
        closeness=_STRANGER,
        variant="nudge",
    ),
    Template(
        "reconnect-stranger-nudge-warm",
        Kind.RECONNECT,
        "warm",
        "Hi {first_name},\n\nMy last note may have landed in a full week, so please don't feel "
        "that you owe me an answer.\n\n{specific} has stayed with me, and I wanted to say so once "
        "more. I hope the season is kind to you. What is keeping you busy at "
        "{company}?\n\nWarmly,\n{my_name}",
        subject="Only a hello",
        closeness=_STRANGER,
        variant="nudge",
    ),
)

ANSWERED = (
    Template(
        "meeting_request-second_beat-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nIt was good to hear from you. Some news from here: I'm thinking "
        "about my next step and finding out what {topic} is really like. You know that world, "
        "so I would value your view.\n\nCould we talk for 30 minutes? I can do {slots}, or "
        "whenever suits you. Which would be easiest?\n\n{my_first_name}",
        subject="Some news from here, and a question",
        variant="second_beat",
    ),
    Template(
        "meeting_request-second_beat-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nYour answer made my day. Let me tell you what is on my mind: I'm "
        "ready for a change and looking into {topic}, slowly and with open eyes. You see it from "
        "close by.\n\nWould you give me half an hour? I'm free {slots}, or whenever suits you. "
        "What works best?\n\nWarmly,\n{my_first_name}",
        subject="What is on my mind",
        variant="second_beat",
    ),
    Template(
        "meeting_request-answer-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nThank you, I'm glad. Would one of these suit you: {slots}? Any other "
        "time is fine as well. As soon as we have one, I will send a calendar invite so that you "
        "have it in one place.\n\n{my_name}",
        subject="Thank you, and a time",
        variant="answer",
    ),
    Template(
        "meeting_request-answer-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nThat is wonderful, thank you. I'm looking forward to it already."
        "\n\nWould {slots} be good for you? Name any other time and I will make it work. A "
        "calendar invite with the details will follow.\n\nWarmly,\n{my_name}",
        subject="Wonderful, and a time",
        variant="answer",
    ),
    Template(
        "meeting_request-address-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nThank you, I'm glad. Would one of these suit you: {slots}? Any other "
        "time is fine as well.\n\nI will send a calendar invite so that you have it in one "
        "place. Which address should it go to?\n\n{my_name}",
        subject="Thank you, and a time",
        variant="answer_address",
    ),
    Template(
        "meeting_request-address-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nThat is wonderful, thank you. I'm looking forward to it already."
        "\n\nWould {slots} be good for you? Tell me any other time and I will make it work. I "
        "will send a calendar invite with the details; which address shall I use?\n\nWarmly,"
        "\n{my_name}",
        subject="Wonderful, and a time",
        variant="answer_address",
    ),
    Template(
        "meeting_request-schedule-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nShall we settle on a time for our conversation? I can do {slots}, "
        "or any other time that is easy for you; 30 minutes will do. Which would be "
        "easiest?\n\n{my_name}",
        subject="A time for our conversation",
        variant="schedule",
    ),
    Template(
        "meeting_request-schedule-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nI'm still looking forward to our conversation, so let me make it "
        "easy: {slots}, or any other time that suits you, and I will arrange my day around it. "
        "What works best?\n\nWarmly,\n{my_name}",
        subject="Still looking forward to it",
        variant="schedule",
    ),
    Template(
        "meeting_request-again-plain",
        Kind.MEETING_REQUEST,
        "plain",
        "Hi {first_name},\n\nI'm coming back to my question about {topic}, in case this is a "
        "better moment. I would still value your view.\n\nCould we talk for 30 minutes? I can do "
        "{slots}, or whenever suits you. And if it isn't the time, a short no is fine. What works "
        "best?\n\n{my_name}",
        subject="A better moment?",
        variant="again",
    ),
    Template(
        "meeting_request-again-warm",
        Kind.MEETING_REQUEST,
        "warm",
        "Hi {first_name},\n\nI hope the last weeks were good to you. {topic} has not let go of "
        "me, and I would still love your view.\n\nIs this a better moment for half an hour? I'm "
        "free {slots}, or whenever suits you, and a no is fine. What works best?"
        "\n\nWarmly,\n{my_name}",
        subject="Is this a better moment?",
        variant="again",
    ),
)

OTHER_TIMES = (
    Template(
        "reschedule-answer-plain",
        Kind.RESCHEDULE,
        "plain",
        "Hi {first_name},\n\nThank you for telling me; that is no trouble at all. Would {slots} "
        "suit you better, or any other time that is easy for you?\n\n{my_name}",
        subject="Another time for us",
        variant="answer",
    ),
    Template(
        "reschedule-answer-warm",
        Kind.RESCHEDULE,
        "warm",
        "Hi {first_name},\n\nPlease don't worry about it, things come up. I would love to find "
        "another time: {slots} would be easy for me, or name any day and I will arrange mine "
        "around it.\n\nWarmly,\n{my_name}",
        subject="No trouble at all",
        variant="answer",
    ),
    Template(
        "reschedule-cancelled-plain",
        Kind.RESCHEDULE,
        "plain",
        "Hi {first_name},\n\nOur conversation did not come about, and I would still like to have "
        "it. Would {slots} suit you, or any other time that is easy for you? If not, a short no "
        "is fine.\n\n{my_name}",
        subject="A new time for our conversation?",
        variant="cancelled",
    ),
    Template(
        "reschedule-cancelled-warm",
        Kind.RESCHEDULE,
        "warm",
        "Hi {first_name},\n\nI was sorry that our conversation did not come about; I had been "
        "looking forward to it, and still am.\n\nShall we try again? {slots} would be easy for "
        "me, or any time that suits you.\n\nWarmly,\n{my_name}",
        subject="Shall we try again?",
        variant="cancelled",
    ),
    Template(
        "reschedule-no_show-plain",
        Kind.RESCHEDULE,
        "plain",
        "Hi {first_name},\n\nI think we missed each other on {meeting_day}. I hope all is well. "
        "Things come up, so please don't worry.\n\nIf you would still like to talk, {slots} "
        "would work for me, or any time that is easy for you.\n\n{my_name}",
        subject="We missed each other",
        variant="no_show",
    ),
    Template(
        "reschedule-no_show-warm",
        Kind.RESCHEDULE,
        "warm",
        "Hi {first_name},\n\nWe seem to have missed each other on {meeting_day}, and most of all "
        "I hope that you are well. Please don't give it a second thought.\n\nShall we try again? "
        "{slots} would be easy for me, or any time that suits you.\n\nWarmly,\n{my_name}",
        subject="Shall we try again?",
        variant="no_show",
    ),
)

ANSWER: tuple[Template, ...] = NUDGES + ANSWERED + OTHER_TIMES
