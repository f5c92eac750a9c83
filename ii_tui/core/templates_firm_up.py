"""Our own templates for settling when and where, and for what comes in between."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.core.template import Template

FIRM_UP: tuple[Template, ...] = (
    Template(
        "invite_text-plain",
        Kind.INVITE_TEXT,
        "plain",
        "A conversation about {topic}, 30 minutes.\n\nWhere: {meeting_place}\n\nI would like to "
        "ask you about:\n{topics}\n\nIf anything comes up: {my_phone}\n{my_name}",
        subject="{first_name} and {my_first_name}: a conversation about {topic}",
    ),
    Template(
        "invite_text-warm",
        Kind.INVITE_TEXT,
        "warm",
        "Thank you for making time to talk about {topic}. Half an hour, and I will keep an eye "
        "on the clock for you.\n\nWhere: {meeting_place}\n\nWhat I'm curious about:\n{topics}\n\n"
        "If anything comes up, call or text me: {my_phone}\n\nSee you there,\n{my_name}",
        subject="{first_name} and {my_first_name} talk about {topic}",
    ),
    Template(
        "confirmation-plain",
        Kind.CONFIRMATION,
        "plain",
        "Hi {first_name},\n\nI'm looking forward to our conversation on {meeting_day} at "
        "{meeting_time}, {meeting_place}. If anything comes up, my number is {my_phone}."
        "\n\nSee you then,\n{my_name}",
        subject="{meeting_day}, {meeting_time}",
    ),
    Template(
        "confirmation-warm",
        Kind.CONFIRMATION,
        "warm",
        "Hi {first_name},\n\nJust a note to say how much I'm looking forward to {meeting_day} at "
        "{meeting_time}, {meeting_place}. I will be there early. If your day changes, call or "
        "text me any time: {my_phone}.\n\nWarmly,\n{my_name}",
        subject="Looking forward to {meeting_day}",
    ),
    Template(
        "confirmation-video-plain",
        Kind.CONFIRMATION,
        "plain",
        "Hi {first_name},\n\nI'm looking forward to our conversation on {meeting_day} at "
        "{meeting_time}. We meet here: {meeting_place}\n\nIf the link fails, call me: {my_phone}."
        "\n\nTalk soon,\n{my_name}",
        subject="{meeting_day}, {meeting_time}",
        format="video",
    ),
    Template(
        "confirmation-call-plain",
        Kind.CONFIRMATION,
        "plain",
        "Hi {first_name},\n\nI will call you on {meeting_day} at {meeting_time}, and I'm looking "
        "forward to it. Should anything come up, you reach me on {my_phone}.\n\nTalk soon,"
        "\n{my_name}",
        subject="{meeting_day}, {meeting_time}",
        format="call",
    ),
    Template(
        "confirmation-video-warm",
        Kind.CONFIRMATION,
        "warm",
        "Hi {first_name},\n\nI'm so looking forward to {meeting_day} at {meeting_time}. Here is "
        "our link: {meeting_place}\n\nShould it not work, or your day change, call or text me: "
        "{my_phone}.\n\nWarmly,\n{my_name}",
        subject="Looking forward to {meeting_day}",
        format="video",
    ),
    Template(
        "confirmation-call-warm",
        Kind.CONFIRMATION,
        "warm",
        "Hi {first_name},\n\nI'm so looking forward to calling you on {meeting_day} at "
        "{meeting_time}. If your day changes, text me any time: {my_phone}.\n\nWarmly,"
        "\n{my_name}",
        subject="Looking forward to {meeting_day}",
        format="call",
    ),
    Template(
        "reschedule-plain",
        Kind.RESCHEDULE,
        "plain",
        "Hi {first_name},\n\nI'm sorry, I have to move our conversation on {meeting_day} because "
        "{reason}. Would {slots} suit you instead, or any other time that is easy for you?"
        "\n\nMy apologies for the trouble,\n{my_name}",
        subject="Could we move {meeting_day}?",
    ),
    Template(
        "reschedule-warm",
        Kind.RESCHEDULE,
        "warm",
        "Hi {first_name},\n\nI'm so sorry to do this: I have to move our {meeting_day} because "
        "{reason}. I was looking forward to it and still am.\n\nCould you do {slots}? Or name "
        "any time, and I will arrange my day around it.\n\nWith apologies and thanks,"
        "\n{my_name}",
        subject="Sorry: could we move {meeting_day}?",
    ),
    Template(
        "decline-plain",
        Kind.DECLINE,
        "plain",
        "Hi {first_name},\n\nThank you for telling me, I appreciate the straight answer. If "
        "someone comes to mind who would enjoy talking about {topic}, I'd be grateful for a "
        "name.\n\nI wish you a good season at {company}.\n\n{my_name}",
        subject="Thank you",
    ),
    Template(
        "decline-warm",
        Kind.DECLINE,
        "warm",
        "Hi {first_name},\n\nThat is completely fine, and thank you for writing back. I will "
        "keep following {specific}.\n\nIf you ever think of someone who likes to talk about "
        "{topic}, I'd be glad of a name. Should your days ease up, the coffee is still on "
        "me.\n\nWarmly,\n{my_name}",
        subject="Thank you for writing back",
    ),
    Template(
        "running_late-plain",
        Kind.RUNNING_LATE,
        "plain",
        "Hi {first_name}, I'm sorry, I will be there at {arrival_time}. We can keep it shorter, "
        "as suits you. {my_first_name}",
    ),
    Template(
        "running_late-warm",
        Kind.RUNNING_LATE,
        "warm",
        "{first_name}, so sorry! I will be with you at {arrival_time}. Please order something on "
        "me; we can be brief. {my_first_name}",
    ),
)
