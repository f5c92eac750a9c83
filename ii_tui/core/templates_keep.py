"""Our own templates for thanking and staying in touch."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness
from ii_tui.core.template import Template

_CLOSE = frozenset({Closeness.CLOSE})
_OTHERS = frozenset({Closeness.ACQUAINTANCE, Closeness.STRANGER})

THANKS = (
    Template(
        "thank_you_email-plain",
        Kind.THANK_YOU_EMAIL,
        "plain",
        "Hi {first_name},\n\nThank you for your time and for being so open. Of everything we "
        "talked about, {specific} is what I keep coming back to. I had pictured that part of "
        "the work quite differently, and I would never have read it anywhere.\n\nI have already "
        "begun to act on it: I am going to {next_step}. I will let you know what comes of it, "
        "since it was your idea as much as mine.\n\nIf I can ever be useful to you, with an "
        "extra pair of eyes or a contact, please ask. I wish you a good week at {company}."
        "\n\nWith thanks,\n{my_name}",
        subject="Thank you for the conversation",
    ),
    Template(
        "thank_you_email-warm",
        Kind.THANK_YOU_EMAIL,
        "warm",
        "Hi {first_name},\n\nI walked away from our conversation lighter than I came, so thank "
        "you. You gave me more than half an hour: you gave me a way to look at things.\n\n"
        "{specific} has stayed with me most. I keep turning it over in my mind, and it has "
        "begun to change what I pay attention to.\n\nSo here is what I am going to do next: I am "
        "going to {next_step}. You will hear how it goes, because it began with you.\n\nThank "
        "you as well for the way you listened. If there is ever anything that I can do in return, "
        "for you or for someone at {company}, it would be a pleasure.\n\nWarmly,\n{my_name}",
        subject="Thank you, {first_name}",
    ),
    Template(
        "thank_you_card-plain",
        Kind.THANK_YOU_CARD,
        "plain",
        "{today}\n\nDear {first_name},\n\nThank you for the time you gave me and for speaking so "
        "openly about your work. I have thought a good deal about {specific}. Because of it, I "
        "am going to {next_step}. I will write to you when I know how it turned out."
        "\n\nWith thanks,\n{my_name}",
        closeness=_OTHERS,
    ),
    Template(
        "thank_you_card-warm",
        Kind.THANK_YOU_CARD,
        "warm",
        "{today}\n\nDear {first_name},\n\nI left our conversation with a page of notes and a "
        "smile. What stayed with me most is {specific}. It gave me the courage to take a first "
        "step, and I am going to {next_step}. I look forward to telling you what came of it. "
        "Thank you for your kindness.\n\nWarmly,\n{my_name}",
        closeness=_OTHERS,
    ),
    Template(
        "thank_you_card-close-plain",
        Kind.THANK_YOU_CARD,
        "plain",
        "{today}\n\nDear {first_name},\n\nThank you for an honest hour, as always. {specific} was "
        "what I needed to hear, and I would not have taken it from many others. I am going to "
        "{next_step}, and you will be the first to know how it went. The next coffee is on me "
        "too.\n\nYours,\n{my_first_name}",
        closeness=_CLOSE,
    ),
    Template(
        "thank_you_card-close-warm",
        Kind.THANK_YOU_CARD,
        "warm",
        "{today}\n\nDear {first_name},\n\nHow lucky I am to have you to think things through "
        "with. {specific} went straight in, and I see the next stretch more clearly now. I am "
        "going to {next_step}, with your voice in my ear. I can't wait to tell you about it, and "
        "to hear what is next for you.\n\nFondly,\n{my_first_name}",
        closeness=_CLOSE,
    ),
)

IN_TOUCH = (
    Template(
        "check_in-plain",
        Kind.CHECK_IN,
        "plain",
        "Hi {first_name},\n\nWhen we talked, you suggested {advice}. I did, and {result}. I "
        "wanted you to know that it was not lost on me.\n\nHow have the last weeks been at "
        "{company}?\n\n{my_first_name}",
        subject="I took your advice",
    ),
    Template(
        "check_in-warm",
        Kind.CHECK_IN,
        "warm",
        "Hi {first_name},\n\nA small report. You suggested {advice}, so I did, and "
        "{result}. I have thanked you in my head several times, and now I'm doing it properly."
        "\n\nI hope life is treating you well. What has been the best thing about this "
        "season?\n\nWarmly,\n{my_first_name}",
        subject="A small report",
    ),
    Template(
        "check_in-later-plain",
        Kind.CHECK_IN,
        "plain",
        "Hi {first_name},\n\nI saw {specific} and thought of our conversation. On my side, "
        "{result}, and your view of {topic} had a part in that.\n\nWhat are you working on these "
        "days?\n\n{my_first_name}",
        subject="Thinking of our conversation",
        variant="later",
    ),
    Template(
        "check_in-later-warm",
        Kind.CHECK_IN,
        "warm",
        "Hi {first_name},\n\n{specific} brought our conversation back to me, and I smiled. Since "
        "then, {result}, and I like to think that you had a hand in it.\n\nHow are you, and what "
        "are you looking forward to?\n\nWarmly,\n{my_first_name}",
        subject="Our conversation came back to me",
        variant="later",
    ),
    Template(
        "share-plain",
        Kind.SHARE,
        "plain",
        "Hi {first_name},\n\nI came across {shared} and thought of you because of {specific}: "
        "{link}\n\nNo need to answer. I hope it is useful.\n\n{my_first_name}",
        subject="This made me think of you",
    ),
    Template(
        "share-warm",
        Kind.SHARE,
        "warm",
        "Hi {first_name},\n\nI could not read {shared} without thinking of you and {specific}. "
        "Here it is: {link}\n\nPlease don't feel that you have to reply; I just like the thought "
        "of you enjoying it.\n\nWarmly,\n{my_first_name}",
        subject="You came to mind",
    ),
    Template(
        "share-promise-plain",
        Kind.SHARE,
        "plain",
        "Hi {first_name},\n\nHere is what I promised you: {promised}\n{link}\n\nI hope it "
        "helps; tell me if something in it is unclear. No reply needed "
        "otherwise.\n\n{my_first_name}",
        subject="As promised",
        variant="promise",
    ),
    Template(
        "share-promise-warm",
        Kind.SHARE,
        "warm",
        "Hi {first_name},\n\nI have been looking forward to sending you this. I promised it, and "
        "here it is: {promised}\n{link}\n\nI hope it brings you something. No reply "
        "needed.\n\nWarmly,\n{my_first_name}",
        subject="As promised, with pleasure",
        variant="promise",
    ),
    Template(
        "outcome-plain",
        Kind.OUTCOME,
        "plain",
        "Hi {first_name},\n\nI have news, and I wanted you to hear it from me: {news}. "
        "{their_part} had a real share in it, and I have not forgotten that.\n\nThank you. If I "
        "can be of help to you, or to someone you send my way, I will gladly make time."
        "\n\n{my_name}",
        subject="Some good news, and a thank-you",
    ),
    Template(
        "outcome-warm",
        Kind.OUTCOME,
        "warm",
        "Hi {first_name},\n\nI'm smiling as I write this: {news}. When I look back at how it came "
        "about, {their_part} stands near the beginning.\n\nThank you from the heart. The next "
        "time someone asks me for half an hour, I will think of you and say yes. And if I can "
        "ever do something for you, please call me first.\n\nWarmly,\n{my_name}",
        subject="Good news, and you are part of it",
    ),
    Template(
        "outcome-introducer-plain",
        Kind.OUTCOME,
        "plain",
        "Hi {first_name},\n\nI wanted you to be among the first to hear it: {news}. It goes back "
        "to {their_part}. You lent me your name when you did not have to, and I have not "
        "forgotten that.\n\nThank you. If I can open a door for you, or for someone you send my "
        "way, please say so.\n\n{my_name}",
        subject="Good news that goes back to you",
        variant="introducer",
    ),
    Template(
        "outcome-introducer-warm",
        Kind.OUTCOME,
        "warm",
        "Hi {first_name},\n\nThis one I write with a grin: {news}! It would not have come about "
        "without {their_part}; one thing led to the next from there.\n\nThank you from the heart "
        "for trusting me with people you know. I mean to do the same for somebody, and if that "
        "can be you or yours, call me first.\n\nWarmly,\n{my_name}",
        subject="You opened the door",
        variant="introducer",
    ),
)

KEEP: tuple[Template, ...] = THANKS + IN_TOUCH
