"""A hundred events of four months, and what is owed after them, counted by hand on a calendar.

A line is a moment on my wall and a command of `ii-tui`, or `=` and all that `today` has to list:
kind, first name and due day ("-" for none). `done ada/prepare` names a task by its person and
kind. The reasons for a day stand above the line where it is not plain.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

PEOPLE: dict[str, dict[str, str]] = {
    "Ada Acker, Analyst @ Acme <ada@acme.example>": {"address": "1 Mill Lane\n10115 Berlin"},
    "Ben Baker @ Beta <ben@beta.example>": {"zone": "America/Chicago"},
    "Cho Chiba @ Chroma <cho@chroma.example>": {"country": "JP", "zone": "Asia/Tokyo"},
    "Dan Dorn @ Delta": {},
    "Eva Ernst @ Epsilon <eva@epsilon.example>": {"address": "2 Mill Lane\n10115 Berlin"},
    "Fay Falk @ Foxtrot": {},
    "Gus Gold @ Golf <gus@golf.example>": {"country": "US"},
    "Hal Hahn @ Hotel": {},
    "Ida Iten @ India <ida@india.example>": {"zone": "Pacific/Auckland"},
    "Jon Jung @ Juliet <jon@juliet.example>": {},
    "Kim Kern @ Kilo": {},
    "Lea Lang @ Lima": {},
}
"""Who there is, and what the form says of them."""

SETTINGS = '[me]\nzone = "Europe/Berlin"\n[calendar]\ncountry = "DE-BE"\n'

STORY = """
# November 2026 begins on a Sunday. Holidays in Berlin: Fri 25 and Sat 26 December, Fri 1 January.
2026-11-02 09:05  move ada identified
2026-11-02 09:10  log ben sent --kind reconnect --channel linkedin
2026-11-02 09:15  log cho sent --kind meeting_request --channel email
2026-11-02 09:20  log dan sent --kind meeting_request --channel linkedin
2026-11-02 09:25  log eva sent --kind meeting_request --channel email
2026-11-02 09:30  log fay sent --kind linkedin_note --channel linkedin_invitation
2026-11-02 09:35  move gus requested
2026-11-02 10:00  = reach_out Ada -
# The days on which those fall due if nobody says anything: Ben's nudge on the fifth, Mon 9; the
# follow-ups on the seventh: Wed 11, for Gus Thu 12 (Wed 11 is Veterans Day), for Cho Thu 12
# (Tue 3 is Culture Day).
2026-11-03 10:00  log ben received
2026-11-03 12:00  = reach_out Ada -, second_beat Ben 2026-11-04
2026-11-03 14:00  log ben sent --kind meeting_request --channel linkedin
2026-11-03 14:05  log hal sent --kind meeting_request --at "2026-11-02 16:00"
2026-11-04 09:00  log eva received --answer yes
2026-11-04 09:10  log dan received --answer ooo --until 2026-11-16
2026-11-04 09:30  = reach_out Ada -, answer Eva 2026-11-05
2026-11-04 11:00  log eva sent --channel email --text "Thursday would be fine."
2026-11-05 09:00  meet eva --at "2026-11-12 10:00" --format coffee --place "Corner Cafe"
2026-11-05 09:10  log ida sent --kind meeting_request --channel email
2026-11-05 09:20  log jon sent --kind reconnect --channel email
2026-11-05 10:00  = reach_out Ada -, send_invite Eva 2026-11-05
2026-11-05 11:00  log eva sent --kind invite_text --channel invite
2026-11-06 09:00  log cho received --answer later --until 2027-01-11
2026-11-06 09:05  move cho parked --until 2027-01-11 --reason "after the holidays"
2026-11-06 09:20  move lea identified
2026-11-07 12:00  = reach_out Ada -, reach_out Lea -
2026-11-08 20:00  log ada sent --kind meeting_request --channel email
# Fay was only invited to connect, and that has had its five days as well.
2026-11-09 09:00  = reach_out Lea -, nudge Fay 2026-11-09
2026-11-09 09:30  log fay sent --kind linkedin_message --channel linkedin
2026-11-09 09:31  = reach_out Lea -
2026-11-09 10:00  undo
2026-11-09 10:01  = reach_out Lea -, nudge Fay 2026-11-09
2026-11-09 10:02  redo
2026-11-10 09:00  = reach_out Lea -, prepare Eva 2026-11-10
2026-11-10 09:30  done eva/prepare
2026-11-11 09:00  = reach_out Lea -, confirm Eva 2026-11-11, follow_up Hal 2026-11-11
2026-11-11 09:30  log eva sent --kind confirmation --channel email
2026-11-11 09:40  log hal received --answer no --text "No time, sorry"
2026-11-11 09:45  move hal declined --reason "no time"
2026-11-12 10:00  = reach_out Lea -, reply_decline Hal 2026-11-12, follow_up Gus 2026-11-12, \
nudge Jon 2026-11-12
2026-11-12 11:00  log eva met --at "today 10:30"
2026-11-12 11:05  log hal sent --kind decline --channel linkedin
2026-11-12 11:10  log gus sent --kind follow_up --channel email
2026-11-12 11:15  log jon sent --kind reconnect --channel email
2026-11-12 12:00  = reach_out Lea -, debrief Eva 2026-11-12, thank_card Eva 2026-11-12, \
thank_email Eva 2026-11-13
2026-11-13 08:00  log eva posted --at "yesterday 18:00"
# Ben was asked on Tue 3: 4, 5, 6, 9, 10, 12, 13, for Wed 11 is a holiday in Chicago's country.
2026-11-13 09:00  = reach_out Lea -, debrief Eva 2026-11-12, follow_up Ben 2026-11-13
2026-11-13 09:10  done eva/debrief
2026-11-13 09:30  log ben received --answer yes
2026-11-13 09:40  meet ben --at "2026-11-30 15:00" --zone America/Chicago --format video
# Fay's message of Mon 9: 10, 11, 12, 13, 16. Ida's request of Thu 5: 6, 9 to 13, 16.
2026-11-16 09:00  = reach_out Lea -, send_invite Ben 2026-11-13, nudge Fay 2026-11-16, \
follow_up Ida 2026-11-16
2026-11-16 09:30  log ben sent --kind invite_text --channel invite
2026-11-16 09:40  log ida received --answer yes
# Tue 24, 10:00 in Auckland is Mon 23, 22:00 here.
2026-11-16 09:50  meet ida --at "2026-11-24 10:00" --zone Pacific/Auckland --format video
2026-11-16 10:00  log ida sent --kind invite_text --channel invite
# Ada was asked on Sunday: 9 to 13, 16, 17.
2026-11-17 09:00  = reach_out Lea -, nudge Fay 2026-11-16, follow_up Ada 2026-11-17
2026-11-17 09:30  log ada call --text "She has time before the new year"
2026-11-17 09:40  log fay received --answer ooo --until 2026-11-30
2026-11-17 09:50  snooze lea/reach_out 2026-12-01
2026-11-18 09:00  =
2026-11-19 09:00  = prepare Ida 2026-11-19
# Her Monday, 09:00, is my Sunday evening: nothing is due on a Sunday, so on Friday.
2026-11-20 09:00  = prepare Ida 2026-11-19, confirm Ida 2026-11-20
# A day later, which is Tue 24, 22:00 here.
2026-11-20 10:00  meet ida --at "2026-11-25 10:00"
2026-11-20 11:00  = prepare Ida 2026-11-20, send_invite Ida 2026-11-20
2026-11-20 11:30  log ida sent --kind invite_text --channel invite
2026-11-20 11:40  done ida/prepare
2026-11-21 12:00  =
2026-11-23 09:00  = confirm Ida 2026-11-23
2026-11-23 09:30  log ida sent --kind confirmation --channel email
# Five days after the call with Ada: 18, 19, 20, 23, 24.
2026-11-24 09:00  = schedule Ada 2026-11-24
2026-11-24 09:30  meet ada --at "2026-12-28 12:00" --format lunch --treat
2026-11-24 09:40  log ada sent --kind invite_text --channel invite
2026-11-24 22:29  =
2026-11-24 22:30  = did_it_happen Ida 2026-11-24
# Dan is back since Mon 16: 17 to 20, 23, 24, 25. Two days before Ben's Mon 30, without
# Thanksgiving, Thu 26: Fri 27, Wed 25.
2026-11-25 09:00  = follow_up Dan 2026-11-25, prepare Ben 2026-11-25, did_it_happen Ida 2026-11-24
2026-11-25 09:30  log ida met --at "2026-11-24 22:30"
2026-11-25 09:40  log dan sent --kind follow_up --channel linkedin
2026-11-25 10:00  = prepare Ben 2026-11-25, debrief Ida 2026-11-24, thank_email Ida 2026-11-25
2026-11-25 11:00  log ida sent --kind thank_you_email --channel email
2026-11-25 11:10  done ida/debrief
2026-11-25 11:20  done ben/prepare
# Two messages to Jon, the last on Thu 12: 13, 16 to 20, 23 to 26 are ten days.
2026-11-26 09:00  = close Jon -
2026-11-26 09:30  move jon no_reply
# Gus's ten days leave out Thanksgiving. Ben's Friday, 09:00, is my 16:00.
2026-11-27 09:00  = close Gus -, confirm Ben 2026-11-27
2026-11-27 09:30  log ben sent --kind confirmation --channel linkedin
2026-11-27 09:40  move gus dormant
2026-11-30 22:29  =
2026-11-30 22:31  = did_it_happen Ben 2026-11-30
2026-12-01 08:59  = did_it_happen Ben 2026-11-30
2026-12-01 09:00  = did_it_happen Ben 2026-11-30, reach_out Lea -
2026-12-01 09:10  log ben met --at "2026-11-30 22:30"
2026-12-01 09:15  = debrief Ben 2026-11-30, thank_email Ben 2026-12-01, reach_out Lea -
2026-12-01 09:20  log ben sent --kind thank_you_email --at "2026-12-01 00:30"
2026-12-01 09:25  done ben/debrief
2026-12-01 09:30  log lea sent --kind linkedin_note --channel linkedin_invitation
2026-12-01 16:00  log lea received
2026-12-02 09:00  = ask Lea 2026-12-02
2026-12-02 09:30  log lea sent --kind meeting_request --channel linkedin
# Fay is back since Mon 30: 1, 2, 3, 4, 7.
2026-12-07 09:00  = nudge Fay 2026-12-07
2026-12-07 09:30  log fay received --answer yes
2026-12-07 09:31  = second_beat Fay 2026-12-08
2026-12-07 09:32  undo
2026-12-07 09:33  = nudge Fay 2026-12-07
2026-12-07 09:34  redo
2026-12-07 10:00  log fay sent --kind meeting_request --channel linkedin
# Dan's follow-up of Wed 25: 26, 27, 30, 1, 2, 3, 4, 7, 8, 9.
2026-12-09 09:00  = close Dan -
2026-12-09 09:30  move dan lapsed
2026-12-11 09:00  = follow_up Lea 2026-12-11
2026-12-11 09:30  log lea sent --kind follow_up --channel linkedin
2026-12-16 09:00  = follow_up Fay 2026-12-16
2026-12-16 09:30  log fay sent --kind follow_up --channel linkedin
2026-12-21 10:00  log kim sent --kind meeting_request --channel linkedin
# Before Ada's Mon 28 there are Thu 24 and Wed 23; 25 to 27 are none.
2026-12-23 09:00  = prepare Ada 2026-12-23
2026-12-23 10:00  done ada/prepare
2026-12-24 09:00  = confirm Ada 2026-12-24
2026-12-24 09:30  log ada sent --kind confirmation --channel email
2026-12-24 10:00  log kim received --answer ooo --until 2027-01-04
# Lea's follow-up of Fri 11: 14 to 18, 21 to 24, 28.
2026-12-28 12:45  = close Lea -, did_it_happen Ada 2026-12-28
2026-12-28 13:00  log ada met
2026-12-28 13:05  = close Lea -, debrief Ada 2026-12-28, thank_card Ada 2026-12-28, \
thank_email Ada 2026-12-29
2026-12-28 15:00  log ada posted
2026-12-28 15:10  done ada/debrief
# Fay's follow-up of Wed 16: 17, 18, 21 to 24, 28 to 31.
2026-12-31 09:00  = close Lea -, close Fay -
2026-12-31 09:30  move lea no_reply
2026-12-31 09:40  log fay received --answer later --until 2027-02-06
2027-01-01 12:00  =
# Eva's card was posted on Thu 12 November: 18 days of it, 31, and 7.
2027-01-06 23:59  =
2027-01-07 09:00  = check_in Eva 2027-01-07
2027-01-07 09:30  log eva sent --kind check_in --channel email
# Mon 11 January is a holiday in Japan.
2027-01-11 12:00  =
2027-01-12 09:00  = ask Cho 2027-01-12
2027-01-12 09:30  log cho sent --kind meeting_request --channel email
# Kim is back since Mon 4: 5 to 8, 11, 12, 13.
2027-01-13 09:00  = follow_up Kim 2027-01-13
2027-01-13 09:30  log kim received --answer no
2027-01-13 09:31  move kim declined
2027-01-13 09:40  log kim sent --kind decline --channel linkedin
2027-01-19 12:00  =
# Ida was thanked on Wed 25 November, Ben on Tue 1 December; Cho was asked on Tue 12 January.
2027-01-26 09:00  = check_in Ida 2027-01-20, follow_up Cho 2027-01-21, check_in Ben 2027-01-26
2027-01-26 09:30  log ben sent --kind check_in --at "2027-01-25 10:00"
2027-01-26 09:40  log ida sent --kind check_in --channel email
2027-01-26 09:50  log cho sent --kind follow_up --channel email
# 6 February is a Saturday.
2027-02-06 12:00  =
2027-02-08 09:00  = ask Fay 2027-02-08
2027-02-08 09:30  log fay sent --kind meeting_request --channel linkedin
# Cho's ten days: 27, 28, 29, 1 to 5, 8, 9.
2027-02-09 09:00  = close Cho -
2027-02-09 09:30  move cho dormant
# Fay's seven: 9 to 12, 15, 16, 17. Ada's card was posted on 28 December: 3, 31 and 22 days.
2027-02-22 09:00  = follow_up Fay 2027-02-17, check_in Ada 2027-02-22
"""

AGAIN = """
# Friday and Saturday are my weekend, in Dubai. December 2026 begins on a Tuesday.
2026-12-03 09:00  log ada sent --kind meeting_request
2026-12-03 09:05  log ben sent --kind reconnect
2026-12-03 09:10  meet eva --at "2026-12-13 11:00" --format coffee
2026-12-03 09:11  log eva sent --kind invite_text
# Ada: 6 to 10, 13, 14; Ben, five: 6 to 10. Before Eva's Sunday come Thu 10 and Wed 9.
2026-12-08 23:59  =
2026-12-09 09:00  = prepare Eva 2026-12-09
2026-12-09 09:30  done eva/prepare
2026-12-10 09:00  = nudge Ben 2026-12-10, confirm Eva 2026-12-10
2026-12-10 09:30  log eva sent --kind confirmation
2026-12-11 09:30  = nudge Ben 2026-12-10
2026-12-11 10:00  log ben received
# A Friday, so within a business day is Sunday.
2026-12-11 10:05  = second_beat Ben 2026-12-13
2026-12-13 12:00  = second_beat Ben 2026-12-13, did_it_happen Eva 2026-12-13
2026-12-14 09:00  = second_beat Ben 2026-12-13, did_it_happen Eva 2026-12-13, \
follow_up Ada 2026-12-14
"""

CROOKED = """
# I keep no holidays here. March 2027 begins on a Monday; Chicago's clocks go forward on the 14th,
# Berlin's on the 28th, which is Easter.
2027-03-01 09:00  log ada sent --kind meeting_request --channel email
2027-03-01 09:01  log hal sent --kind meeting_request
2027-03-01 09:02  log dan sent --kind meeting_request
2027-03-01 09:03  log dan received --answer ooo --until 2027-03-08
2027-03-01 09:04  log jon sent --kind meeting_request
2027-03-01 09:05  log cho sent --kind meeting_request
2027-03-01 09:06  move fay requested
2027-03-01 09:07  move lea identified
2027-03-01 09:08  move lea parked --until 2027-03-13 --reason "on the road"
2027-03-01 09:09  move ben in_touch
2027-03-01 09:10  move kim scheduled
2027-03-01 09:11  meet eva --at "2027-03-05 10:00" --format coffee
2027-03-01 09:12  log eva sent --kind invite_text
2027-03-01 10:00  = schedule Kim 2027-03-02
# Agreed for tomorrow: all of it is for today.
2027-03-01 10:05  meet kim --at "2027-03-02 18:00" --format call
2027-03-01 10:06  = send_invite Kim 2027-03-01, prepare Kim 2027-03-01, confirm Kim 2027-03-01
2027-03-01 10:10  log kim sent --kind invite_text
2027-03-01 10:11  log kim sent --kind confirmation
2027-03-01 10:12  = prepare Kim 2027-03-01
2027-03-02 10:00  log ada received --answer yes
2027-03-02 10:01  log hal received --answer later
2027-03-02 10:02  log jon received --answer no
2027-03-02 10:03  = prepare Kim 2027-03-01, answer Ada 2027-03-03, answer Hal 2027-03-03, \
reply_decline Jon 2027-03-03
2027-03-02 10:10  meet ada --at "2027-03-10 10:00" --format coffee
2027-03-02 10:20  log ada sent --kind invite_text
2027-03-02 10:30  log hal sent --text "Of course, when it suits you."
2027-03-02 10:40  log jon sent --kind decline
2027-03-02 15:00  log gus met
# A no that was thanked for can be closed at once.
2027-03-02 15:10  = prepare Kim 2027-03-01, close Jon -, debrief Gus 2027-03-02, \
thank_email Gus 2027-03-03
2027-03-02 15:20  move jon declined
2027-03-02 15:30  done gus/debrief
2027-03-02 16:00  log gus sent --kind thank_you_email
2027-03-02 16:10  log ben call
# Moved to tomorrow: it is invited, prepared and confirmed anew.
2027-03-02 17:00  meet kim --at "2027-03-03 18:00"
2027-03-02 17:01  = send_invite Kim 2027-03-02, prepare Kim 2027-03-02, confirm Kim 2027-03-02
2027-03-02 17:10  log kim sent --kind invite_text
2027-03-02 17:20  log kim sent --kind confirmation
2027-03-02 17:30  done kim/prepare
2027-03-03 09:00  = prepare Eva 2027-03-03
2027-03-03 09:10  done eva/prepare
2027-03-03 09:20  log eva received --answer yes --text "Looking forward to it"
2027-03-03 09:30  log cho received --answer later --until 2027-03-21
2027-03-03 09:40  meet ben --at "2027-03-17 15:00" --zone chicago --format video
2027-03-03 09:50  move fay identified
2027-03-03 09:55  = send_invite Ben 2027-03-03, reach_out Fay -
2027-03-03 10:00  undo
2027-03-03 10:05  log ben sent --kind invite_text
2027-03-03 18:30  = did_it_happen Kim 2027-03-03
2027-03-03 18:31  meet kim --cancel
2027-03-03 18:32  = schedule Kim 2027-03-04
2027-03-03 18:33  undo
2027-03-03 18:35  move kim lapsed
2027-03-04 09:00  = confirm Eva 2027-03-04
2027-03-04 09:10  log eva sent --kind confirmation
2027-03-04 09:20  log gus posted
2027-03-05 10:14  log gus received --text "What a lovely card"
2027-03-05 10:20  move eva no_show
2027-03-05 10:21  = no_show Eva 2027-03-05
2027-03-05 11:00  log eva sent --kind reschedule
2027-03-07 12:00  =
2027-03-08 08:00  log dan received --answer ooo --until 2027-03-15
2027-03-08 08:10  log eva received --text "So sorry"
2027-03-08 08:30  = answer Eva 2027-03-09, prepare Ada 2027-03-08
2027-03-08 09:00  meet eva --at "2027-03-12 10:00"
2027-03-08 09:10  = send_invite Eva 2027-03-08, prepare Ada 2027-03-08
2027-03-08 09:20  log eva sent --kind invite_text
2027-03-08 11:00  meet ada --cancel
# Hal, five days after Tue 2: 3, 4, 5, 8, 9.
2027-03-09 09:00  = schedule Ada 2027-03-09, schedule Hal 2027-03-09
2027-03-09 10:00  log ada sent --kind reschedule
2027-03-09 10:10  log hal sent --kind meeting_request
# Fay's seven days: 2 to 5, 8, 9, 10.
2027-03-10 09:00  = follow_up Fay 2027-03-10, prepare Eva 2027-03-10
2027-03-10 09:10  move fay dormant
2027-03-10 09:20  done eva/prepare
2027-03-11 09:00  = confirm Eva 2027-03-11
2027-03-11 09:10  log eva sent --kind confirmation
2027-03-12 10:31  = did_it_happen Eva 2027-03-12
2027-03-12 12:00  log eva met --at "today 10:30"
2027-03-12 12:10  log eva sent --kind thank_you_email
# The card is better thanks, and her address is known.
2027-03-12 12:20  = debrief Eva 2027-03-12, thank_card Eva 2027-03-12
2027-03-12 12:30  done eva/debrief
2027-03-13 12:00  = thank_card Eva 2027-03-12
2027-03-13 12:10  log eva posted
# The 13th was a Saturday. Two days before Ben's Wed 17.
2027-03-15 09:00  = reach_out Lea 2027-03-15, prepare Ben 2027-03-15
2027-03-15 09:10  log lea sent --kind reconnect
2027-03-15 09:20  done ben/prepare
# Ada, five days after Tue 9: 10, 11, 12, 15, 16. In Chicago it is summer: 09:00 is 15:00 here.
2027-03-16 09:00  = schedule Ada 2027-03-16, confirm Ben 2027-03-16
2027-03-16 09:10  log ben sent --kind confirmation
2027-03-16 09:20  log dan received --answer yes
2027-03-16 09:30  log ada received --answer yes
2027-03-16 09:40  = answer Dan 2027-03-17, answer Ada 2027-03-17
2027-03-16 10:00  meet ada --at "2027-03-29 10:00" --format coffee
2027-03-16 10:10  log ada sent --kind invite_text
2027-03-16 10:20  log dan sent --kind reschedule
# 15:00 in Chicago, five hours behind UTC now, is 21:00 here.
2027-03-17 21:29  =
2027-03-17 21:30  = did_it_happen Ben 2027-03-17
2027-03-17 21:40  log ben met
2027-03-17 21:50  log ben sent --kind thank_you_email
2027-03-17 21:55  done ben/debrief
2027-03-22 09:00  log ida sent --kind meeting_request
# Lea, five days after Mon 15: 16 to 19, 22. The 21st is a Sunday, and the 22nd is free in Japan.
# Hal wanted it later and was asked anew on Tue 9: 10 to 12, 15 to 18 are seven days.
2027-03-22 09:10  = follow_up Hal 2027-03-18, nudge Lea 2027-03-22
2027-03-23 09:00  = follow_up Hal 2027-03-18, nudge Lea 2027-03-22, ask Cho 2027-03-23, \
schedule Dan 2027-03-23
2027-03-23 09:10  log lea received
2027-03-23 09:20  move hal dormant
2027-03-23 09:30  log cho sent --kind meeting_request
2027-03-23 09:40  log dan call
# Dan, five days after Tue 16: 17, 18, 19, 22, 23; then after the call: 24, 25, 26, 29, 30.
2027-03-24 09:00  = second_beat Lea 2027-03-24
2027-03-24 09:10  log lea sent --kind meeting_request
2027-03-25 09:00  = prepare Ada 2027-03-25
2027-03-25 09:10  done ada/prepare
2027-03-26 09:00  = confirm Ada 2027-03-26
2027-03-26 09:10  log ada sent --kind confirmation
2027-03-28 12:00  =
2027-03-29 10:29  =
2027-03-29 10:30  = did_it_happen Ada 2027-03-29
2027-03-29 10:40  move ada no_show
2027-03-30 09:00  = no_show Ada 2027-03-29, schedule Dan 2027-03-30
2027-03-30 09:10  log ada sent --kind reschedule
2027-03-30 09:20  move dan dormant
# Cho: 24, 25, 26, 29, 30, 31, 1. Lea: 25, 26, 29 to 31, 1, 2. Ida without Good Friday and Easter
# Monday, which New Zealand keeps: 23 to 25, 30, 31, 1, 2.
2027-04-02 09:00  = follow_up Cho 2027-04-01, follow_up Lea 2027-04-02, follow_up Ida 2027-04-02
2027-04-02 09:10  move cho no_reply
2027-04-02 09:20  move lea no_reply
2027-04-02 09:30  move ida no_reply
# Gus, 56 days from the card of Thu 4 March: 27 of it, 29 of April. Eva's was posted on Sat 13:
# 18, 30 and 8 of May, a Saturday too, and no holiday. Ben's mail went on Wed 17: 14, 30, 12.
2027-04-28 23:59  =
2027-04-29 09:00  = check_in Gus 2027-04-29
2027-05-12 09:00  = check_in Gus 2027-04-29, check_in Eva 2027-05-08, check_in Ben 2027-05-12
"""

INTRODUCED = """
# Eva knows Fay, Hal and Jon. No holidays of mine; 1 March 2027 is a Monday.
2027-03-01 09:00  log eva sent --kind intro_request --target fay
2027-03-01 09:10  log eva sent --kind intro_request --target hal
2027-03-01 09:20  log eva introduced --target jon
2027-03-01 09:30  = ask Jon 2027-03-02
2027-03-04 09:00  log eva introduced --target fay
2027-03-04 09:10  = ask Jon 2027-03-02, ask Fay 2027-03-05
2027-03-05 09:00  log fay sent --kind meeting_request
# Of Hal nothing was heard for five days: 2 to 5, 8. Jon was introduced a week ago.
2027-03-08 09:00  = ask Jon 2027-03-02, nudge Hal 2027-03-08, nudge Jon 2027-03-08
2027-03-08 09:10  log eva sent --kind intro_request --target hal
2027-03-08 09:20  log jon sent --kind meeting_request
2027-03-08 09:30  log fay received --answer yes
2027-03-08 09:40  meet fay --at "2027-03-10 10:00" --format coffee
2027-03-08 09:50  log fay sent --kind invite_text
2027-03-08 10:00  = prepare Fay 2027-03-08
2027-03-08 10:10  done fay/prepare
2027-03-09 09:00  = confirm Fay 2027-03-09
2027-03-09 09:10  log fay sent --kind confirmation
2027-03-10 12:00  log fay met --at "today 10:30"
2027-03-10 12:10  = debrief Fay 2027-03-10, thank_email Fay 2027-03-11, \
thank_introducer Fay 2027-03-10
2027-03-10 12:20  log eva sent --kind thank_introducer --target fay
2027-03-10 12:30  log fay sent --kind thank_you_email
2027-03-10 12:40  done fay/debrief
# Jon's seven: 9 to 12, 15 to 17.
2027-03-16 23:59  =
2027-03-17 09:00  = follow_up Jon 2027-03-17
2027-03-17 09:10  log jon received
2027-03-17 09:20  = answer Jon 2027-03-18
2027-03-17 09:30  log jon call
# She was asked about Hal twice; ten days after Mon 8: 9 to 12, 15 to 19, 22.
2027-03-22 09:00  = close Hal -
# Jon, five days after the call: 18, 19, 22 to 24. Fay, 56 days: 21, 30, 5 of May.
2027-03-24 09:00  = close Hal -, schedule Jon 2027-03-24
2027-03-24 09:10  move hal dormant
2027-03-24 09:20  move jon dormant
2027-05-04 23:59  =
2027-05-05 09:00  = check_in Fay 2027-05-05
"""

LEAP = """
# Alone on the far side of the day: 29 February 2028 is a Tuesday.
2028-02-28 23:30  log ada sent --kind reconnect --at "2028-02-21 12:00"
2028-02-28 23:40  = nudge Ada 2028-02-28
2028-02-29 00:10  log ada received
2028-02-29 00:20  = second_beat Ada 2028-03-01
2028-02-29 08:00  log ada sent --kind meeting_request
2028-02-29 08:10  =
2028-03-09 00:00  = follow_up Ada 2028-03-09
2028-03-09 09:00  log ada met --at "2028-02-29 18:00"
2028-03-09 09:10  log ada posted --at "2028-02-29 20:00"
2028-03-09 09:20  done ada/debrief
# 56 days: 31 of March and 25 of April.
2028-04-24 23:59  =
2028-04-25 00:00  = check_in Ada 2028-04-25
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a story: what is typed, or what is owed."""

    number: int
    now: str
    """ISO 8601 with the offset of my wall"""
    command: tuple[str, ...] = ()
    owed: frozenset[tuple[str, str, str | None]] | None = None
    """(kind, first name, due)"""


def lines(story: str, zone: str) -> Iterator[Line]:
    """The lines of a story on that wall."""
    for number, text in enumerate(story.splitlines(), 1):
        if not text or text.startswith("#"):
            continue
        wall = datetime.fromisoformat(text[:16]).replace(tzinfo=ZoneInfo(zone))
        rest = text[16:].strip()
        if not rest.startswith("="):
            yield Line(number, wall.isoformat(), tuple(shlex.split(rest)))
            continue
        owed = [one.split() for one in rest[1:].split(",") if one.strip()]
        yield Line(
            number,
            wall.isoformat(),
            owed=frozenset((kind, who, None if due == "-" else due) for kind, who, due in owed),
        )


def play(story: str, zone: str, call: Callable[[str, tuple[str, ...]], Any]) -> tuple[int, int]:
    """Plays a story; `call` runs a command at a moment and returns its JSON, if it has one.

    Returns how many commands there were, and how often what is owed was compared.
    """
    events = compared = 0
    for line in lines(story, zone):
        if line.owed is not None:
            tasks = call(line.now, ("today", "--json"))
            found = [(one["kind"], one["person"].split()[0], one["due"]) for one in tasks]
            listed = sorted(found, key=str)
            assert listed == sorted(line.owed, key=str), f"{line.now}: {listed}"
            compared += 1
            continue
        command = line.command
        if command[0] in {"done", "snooze"}:
            who, kind = command[1].split("/")
            page = call(line.now, ("show", who, "--json"))
            (task,) = [one for one in page["tasks"] if one["kind"] == kind]
            command = (command[0], str(task["id"]), *command[2:])
        call(line.now, command)
        events += 1
    return events, compared
