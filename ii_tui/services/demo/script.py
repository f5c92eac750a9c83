"""What happened to the sample people, told from today backwards, in working days and hours."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: `ago` working days ago (negative: ahead) at `time`."""

    ago: int
    time: str
    who: str
    act: str
    more: dict[str, str] = field(default_factory=dict)


def _sent(ago: int, who: str, kind: str, text: str, channel: str = "email") -> Step:
    return Step(ago, "10:20", who, "sent", {"kind": kind, "channel": channel, "text": text})


def _came(ago: int, who: str, answer: str, text: str, until: str = "") -> Step:
    return Step(ago, "15:40", who, "received", {"answer": answer, "text": text, "until": until})


_ASK = (
    "Hi {first}, I am exploring brand work in retail and your path into {company} is one I would "
    "like to understand. Might you have 30 minutes over coffee? The coffee is on me. "
    "Tuesday at 10:00, Thursday at 14:00, or whenever suits you?"
)

STEPS: tuple[Step, ...] = (
    # Connect: identified and warming
    Step(12, "09:00", "tomasz", "start"),
    Step(9, "09:05", "hana", "start"),
    Step(6, "09:10", "grace", "start"),
    Step(2, "09:15", "ines", "start"),
    Step(1, "17:30", "wei", "start"),
    _sent(6, "daniel", "linkedin_message",
          "Hi Daniel, the city guide turned up when I moved house, and your map of bakeries still "
          "holds. What are you drawing these days?", "linkedin"),
    _sent(3, "luis", "reconnect",
          "Hi Luis, Bilbao came up at dinner and with it our leaking roof. Your post on supplier "
          "visits stayed with me. How did you end up on the buying side?"),
    Step(4, "10:40", "oscar", "asked", {"whom": "tomasz", "text":
         "Hi Oscar, would you introduce me to Tomasz Łukasik? I would like to hear how buyers "
         "and stores work together there. If it is awkward, a no is fine."}),
    # Ask: requested and replied
    _sent(24, "maya", "reconnect",
          "Hi Maya, the Lund jury photos came up again and so did your argument about the jar. "
          "How is the new range doing?"),
    _came(22, "maya", "yes", "Ha, that jar. Come by and I will show you what became of it."),
    _sent(9, "maya", "meeting_request", _ASK),
    _sent(5, "pieter", "meeting_request", _ASK),
    _sent(2, "sofia", "meeting_request", _ASK),
    _sent(15, "aiko", "meeting_request", _ASK),
    _sent(7, "aiko", "follow_up",
          "Hi Aiko, just floating this to the top of your inbox. No is a fine answer."),
    _sent(4, "ruth", "meeting_request", _ASK),
    _came(1, "ruth", "yes", "Gladly! Next week is good, anything but Monday."),
    # Firm up: scheduled and confirmed
    _sent(8, "jonas", "meeting_request", _ASK),
    _came(6, "jonas", "yes", "With pleasure. Corner Cafe is close to the store."),
    Step(5, "11:00", "jonas", "meet",
         {"on": "-1", "at": "10:00", "format": "coffee", "place": "Corner Cafe", "treat": "yes"}),
    _sent(10, "emily", "meeting_request", _ASK),
    _came(7, "emily", "yes", "A video call works best, mornings here."),
    Step(6, "09:30", "emily", "meet",
         {"on": "-2", "at": "09:00", "format": "video", "place": "https://meet.example/emily",
          "zone": "America/Chicago"}),
    _sent(9, "yusuf", "meeting_request", _ASK),
    _came(7, "yusuf", "yes", "Come to the office, I will book a room."),
    Step(7, "16:30", "yusuf", "meet",
         {"on": "0", "at": "16:00", "format": "office", "place": "Globex, 4 Dock Road"}),
    _sent(1, "yusuf", "confirmation",
          "Hi Yusuf, looking forward to our conversation tomorrow at 16:00 at your office."),
    Step(1, "18:05", "yusuf", "confirmed"),
    # Talk
    _sent(12, "clara", "meeting_request", _ASK),
    _came(10, "clara", "yes", "Yes! Lunch is easier for me than coffee."),
    Step(9, "10:00", "clara", "meet",
         {"on": "1", "at": "12:30", "format": "lunch", "place": "Nordic Kitchen", "treat": "yes"}),
    _sent(2, "clara", "confirmation",
          "Hi Clara, looking forward to lunch tomorrow at 12:30 at Nordic Kitchen."),
    Step(1, "14:00", "clara", "met"),
    Step(1, "14:20", "clara", "note",
         {"text": "Everyone here started in support. Ask the store first, the brand follows. "
                  "She would talk to Astrid Berg next."}),
    # Keep
    _sent(20, "samuel", "meeting_request", _ASK),
    _came(18, "samuel", "yes", "Sure, coffee after rehearsal?"),
    Step(17, "10:00", "samuel", "meet",
         {"on": "6", "at": "17:00", "format": "coffee", "place": "Philharmonic foyer"}),
    Step(6, "18:00", "samuel", "met"),
    Step(5, "17:45", "samuel", "posted"),
    _sent(50, "lena", "meeting_request", _ASK),
    _came(49, "lena", "yes", "For you, always."),
    Step(48, "10:00", "lena", "meet",
         {"on": "42", "at": "09:30", "format": "coffee", "place": "Garden Row Bakery",
          "treat": "yes"}),
    Step(42, "10:30", "lena", "met"),
    Step(40, "18:00", "lena", "posted"),
    _sent(90, "arjun", "meeting_request", _ASK),
    _came(88, "arjun", "yes", "Happy to."),
    Step(87, "10:00", "arjun", "meet",
         {"on": "80", "at": "12:00", "format": "lunch", "place": "Canal Kitchen", "treat": "yes"}),
    Step(80, "13:00", "arjun", "met"),
    Step(79, "18:00", "arjun", "posted"),
    _sent(39, "arjun", "check_in",
          "Hi Arjun, you suggested talking to a buyer first. I did, and it changed how I read a "
          "shelf. Is the spring concept out yet?"),
    # Exits
    _sent(30, "martin", "meeting_request", _ASK),
    _came(27, "martin", "no", "Thank you for asking, but I keep my calendar free of these."),
    Step(27, "16:00", "martin", "close", {"exit": "declined", "reason": "no time for these"}),
    _sent(45, "kenji", "meeting_request", _ASK),
    _sent(36, "kenji", "follow_up", "Hi Kenji, one gentle nudge from me. No is a fine answer."),
    Step(24, "09:20", "kenji", "close", {"exit": "no_reply", "reason": "asked twice"}),
    _sent(20, "zoe", "meeting_request", _ASK),
    _came(18, "zoe", "later", "After the fair, please! Ask me again next month.", "+20"),
    Step(18, "16:10", "zoe", "park", {"until": "15"}),
    Step(60, "09:00", "paula", "start"),
    Step(22, "09:25", "paula", "close", {"exit": "dormant", "reason": "never found a way in"}),
    _sent(35, "henrik", "meeting_request", _ASK),
    _came(33, "henrik", "yes", "Could be fun, call me in spring."),
    Step(21, "09:30", "henrik", "close", {"exit": "lapsed", "reason": "no time found"}),
    _sent(28, "ivy", "meeting_request", _ASK),
    _came(26, "ivy", "yes", "Thursday at the studio?"),
    Step(25, "11:00", "ivy", "meet",
         {"on": "17", "at": "15:00", "format": "office", "place": "Proseware studio"}),
    Step(18, "12:00", "ivy", "close", {"exit": "cancelled", "reason": "the team was dissolved"}),
    _sent(16, "bruno", "meeting_request", _ASK),
    _came(14, "bruno", "yes", "Let's do it."),
    Step(13, "10:00", "bruno", "meet",
         {"on": "8", "at": "08:30", "format": "coffee", "place": "Station Kiosk"}),
    Step(8, "08:50", "bruno", "close", {"exit": "no_show", "reason": "waited 15 minutes"}),
    # Somebody who keeps up settles most of what is owed
    Step(7, "17:00", "yusuf", "done", {"task": "send_invite"}),
    Step(2, "19:00", "yusuf", "done", {"task": "prepare"}),
    Step(6, "10:00", "emily", "done", {"task": "send_invite"}),
    Step(5, "11:30", "jonas", "done", {"task": "send_invite"}),
    Step(1, "19:30", "jonas", "done", {"task": "prepare"}),
    Step(9, "10:30", "clara", "done", {"task": "send_invite"}),
    Step(2, "19:30", "clara", "done", {"task": "prepare"}),
    Step(1, "14:40", "clara", "done", {"task": "debrief"}),
    Step(6, "20:00", "samuel", "done", {"task": "debrief prepare send_invite"}),
    Step(5, "17:50", "samuel", "done", {"task": "debrief"}),
    Step(42, "20:00", "lena", "done", {"task": "debrief prepare send_invite"}),
    Step(80, "20:00", "arjun", "done", {"task": "debrief prepare send_invite"}),
    Step(7, "09:00", "bruno", "done", {"task": "no_show"}),
    Step(26, "09:30", "martin", "done", {"task": "reply_decline"}),
    # A referral
    Step(22, "15:45", "maya", "knows", {"whom": "aiko"}),
    Step(3, "17:20", "beth", "start"),
)  # fmt: skip
