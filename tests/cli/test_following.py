"""today, move, log, done, snooze."""

from __future__ import annotations

from typing import Any

import pytest

from ii_tui.core.stages import Stage

from .conftest import Program


class TestToday:
    def test_nothing(self, ii: Program, ada: str) -> None:
        said = ii.ok("today")
        assert (said.out, said.err) == ("", "Nothing is owed now.\n")
        assert ii.ok("today", "--json").json == []

    def test_the_shape_of_the_contract(self, ii: Program, ada: str) -> None:
        ii.ok("log", ada, "sent", "--kind", "meeting_request", "--at", "2026-11-02 10:00")
        (found,) = ii.ok("today", "--json").json
        assert isinstance(found.pop("id"), int)
        assert found == {
            "kind": "follow_up",
            "person": "Ada Lovelace",
            "person_id": 1,
            "company": "Acme",
            "stage": "requested",
            "opens": "2026-11-11T00:00:00.000000Z",
            "due": "2026-11-11",
            "reason": "You asked on Monday 2 November, no answer.",
        }

    def test_most_urgent_first_and_undated_last(self, ii: Program) -> None:
        for name in ("Ada", "Grace", "Edith"):
            ii.add(f"{name} Teach")
        ii.ok("move", "edith", "identified")
        ii.ok("log", "ada", "sent", "--kind", "meeting_request", "--at", "2026-11-05 10:00")
        ii.ok("log", "grace", "sent", "--kind", "meeting_request", "--at", "2026-11-02 10:00")
        assert ii.owed() == [
            ("follow_up", "Grace Teach", "2026-11-11"),
            ("follow_up", "Ada Teach", "2026-11-16"),
            ("reach_out", "Edith Teach", None),
        ]
        lines = ii.ok("today").lines
        assert [line[0] for line in lines] == ["!", "!", " "]
        assert lines[0].endswith("Follow up, once: Grace Teach  13 days ago")
        assert "Edith Teach" in lines[2]

    def test_only_what_is_open_now(self, ii: Program, ada: str) -> None:
        ii.ok("log", ada, "sent", "--kind", "meeting_request")
        # Tuesday 24 November and seven business days: Thursday 3 December, from midnight on.
        assert ii.owed("2026-12-02T23:59:59+00:00") == []
        assert ii.owed("2026-12-03T00:00:00+00:00") == [("follow_up", "Ada Lovelace", "2026-12-03")]

    def test_days_are_mine(self, ii: Program, ada: str) -> None:
        ii.settings('[me]\nzone = "America/New_York"\n')
        ii.ok("log", ada, "sent", "--kind", "meeting_request")
        assert ii.owed("2026-12-03T04:59:00+00:00") == []
        assert len(ii.owed("2026-12-03T05:00:00+00:00")) == 1


class TestMove:
    @pytest.mark.parametrize(
        "stage",
        [
            *("identified", "warming", "requested", "replied", "scheduled", "confirmed"),
            *("held", "thanked", "in_touch"),
        ],
    )
    def test_every_stage_opens_one_where_there_is_none(
        self, ii: Program, ada: str, stage: str
    ) -> None:
        said = ii.ok("move", ada, stage)
        assert said.out == ""
        assert said.err == f"Moved Ada Lovelace to {Stage(stage).label}.\n"
        assert ii.stage(ada) == (stage, None)

    def test_back_and_skipping_and_spelled_otherwise(self, ii: Program, ada: str) -> None:
        for typed, stage in (("Held", "held"), ("warming", "warming"), ("in touch", "in_touch")):
            ii.ok("move", ada, typed)
            assert ii.stage(ada) == (stage, None)
        assert ii("move", ada, "in_touch").code == 3  # there already

    @pytest.mark.parametrize(
        "exit_", ["declined", "no_reply", "dormant", "lapsed", "cancelled", "no_show"]
    )
    def test_every_exit_with_its_reason(self, ii: Program, ada: str, exit_: str) -> None:
        ii.ok("move", ada, "requested")
        ii.ok("move", ada, exit_, "--reason", "it was time")
        interview = ii.ok("show", ada, "--json").json["interviews"][0]
        assert (interview["stage"], interview["exit"]) == ("requested", exit_)
        assert interview["exit_reason"] == "it was time"
        ii.ok("move", ada, "warming")  # every one can be revived
        assert ii.stage(ada) == ("warming", None)
        kinds = [one["kind"] for one in ii.ok("show", ada, "--json").json["timeline"]]
        assert "revived" in kinds

    def test_parked_needs_a_day(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "requested")
        said = ii("move", ada, "parked")
        assert said.code == 2
        assert "Parked until when?" in said.err
        assert ii.stage(ada) == ("requested", None)
        said = ii("move", ada, "parked", "--until", "yesterday")
        assert (said.code, "not ahead" in said.err) == (2, True)
        assert ii.stage(ada) == ("requested", None)
        said = ii.ok("move", ada, "parked", "--until", "in 3 weeks")
        assert said.err == "Ada Lovelace is parked until 15 December.\n"
        assert ii.ok("show", ada, "--json").json["interviews"][0]["parked_until"] == "2026-12-15"

    def test_wrong_use(self, ii: Program, ada: str) -> None:
        said = ii("move", ada, "somewhere")
        assert said.code == 2
        assert "neither a stage nor an exit" in said.err
        assert "in_touch" in said.err
        assert "no_show" in said.err
        assert ii("move", ada, "continued").code == 2  # the program's own
        said = ii("move", ada, "lapsed")
        assert (said.code, "no open interview" in said.err) == (3, True)
        assert ii.ok("show", ada, "--json").json["interviews"] == []

    def test_an_exit_takes_the_planned_meeting_along(self, ii: Program, ada: str) -> None:
        ii.ok("meet", ada, "--at", "2026-12-01 14:00")
        ii.ok("move", ada, "cancelled")
        page = ii.ok("show", ada, "--json").json
        assert [one["state"] for one in page["meetings"]] == ["cancelled"]
        assert page["tasks"] == []


class TestLog:
    def timeline(self, ii: Program, who: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ii.ok("show", who, "--json").json["timeline"]
        return found

    def test_their_word_that_it_stands_settles_the_confirmation(
        self, ii: Program, ada: str
    ) -> None:
        ii.ok("meet", ada, "--at", "2026-11-26 10:00")
        ii.ok("log", ada, "sent", "--kind", "invite_text")
        confirm = ("confirm", "Ada Lovelace", "2026-11-25")
        assert confirm in ii.owed("2026-11-25T09:00:00+00:00")
        said = ii.ok("log", ada, "confirmed", now="2026-11-25T09:30:00+00:00")
        assert said.err == "Ada Lovelace confirmed.\n"
        assert confirm not in ii.owed("2026-11-25T10:00:00+00:00")

    @pytest.mark.parametrize(
        ("kind", "stage"),
        [
            ("linkedin_note", "warming"),
            ("linkedin_message", "warming"),
            ("inmail", "warming"),
            ("reconnect", "warming"),
            ("intro_request", "warming"),
            ("meeting_request", "requested"),
        ],
    )
    def test_sent_moves_forward_and_opens(
        self, ii: Program, ada: str, kind: str, stage: str
    ) -> None:
        said = ii.ok("log", ada, "sent", "--kind", kind)
        assert said.err.endswith(f", moved to {stage}.\n")
        assert ii.stage(ada) == (stage, None)

    def test_facts_never_move_back(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "held")
        ii.ok("log", ada, "sent", "--kind", "meeting_request")
        ii.ok("log", ada, "sent", "--kind", "reconnect")
        assert ii.stage(ada) == ("held", None)

    def test_met_and_posted_move_forward(self, ii: Program, ada: str) -> None:
        ii.ok("log", ada, "met", "--at", "2026-11-23 10:00")
        assert ii.stage(ada) == ("held", None)
        said = ii.ok("log", ada, "posted")
        assert said.err == "Posted the card to Ada Lovelace, moved to thanked.\n"
        assert ii.stage(ada) == ("thanked", None)
        ii.ok("log", ada, "call")
        assert ii.stage(ada) == ("in_touch", None)

    def test_a_confirmation_needs_a_meeting(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "replied")
        ii.ok("log", ada, "sent", "--kind", "confirmation")
        assert ii.stage(ada) == ("replied", None)
        ii.ok("meet", ada, "--at", "2026-12-01 14:00")
        ii.ok("log", ada, "sent", "--kind", "confirmation")
        assert ii.stage(ada) == ("confirmed", None)

    @pytest.mark.parametrize("answer", ["yes", "later", "refer", "no", "ooo", None])
    def test_received_settles_and_never_moves(
        self, ii: Program, ada: str, answer: str | None
    ) -> None:
        ii.ok("log", ada, "sent", "--kind", "meeting_request", "--at", "2026-11-02 10:00")
        assert ii.owed() == [("follow_up", "Ada Lovelace", "2026-11-11")]
        options = [] if answer is None else ["--answer", answer]
        until = ["--until", "2026-12-07"] if answer in {"later", "ooo"} else []
        ii.ok("log", ada, "received", *options, *until, "--text", "well")
        assert ii.stage(ada) == ("requested", None)
        assert ("follow_up", "Ada Lovelace", "2026-11-11") not in ii.owed()
        first = self.timeline(ii, ada)[0]
        assert (first["kind"], first["answer"], first["text"]) == ("received", answer, "well")
        assert first["until"] == ("2026-12-07" if until else None)

    def test_an_answer_is_owed_a_business_day_later(self, ii: Program, ada: str) -> None:
        ii.ok("log", ada, "sent", "--kind", "meeting_request", "--at", "2026-11-19 10:00")
        ii.ok("log", ada, "received", "--answer", "yes", "--at", "2026-11-20 16:00")  # a Friday
        assert ii.owed() == [("answer", "Ada Lovelace", "2026-11-23")]

    def test_a_note_moves_nothing(self, ii: Program, ada: str) -> None:
        said = ii.ok("log", ada, "note", "--text", "likes trains", "--at", "yesterday 18:00")
        assert said.err == "Noted on Ada Lovelace.\n"
        assert ii.ok("show", ada, "--json").json["interviews"] == []
        note = self.timeline(ii, ada)[0]
        assert (note["kind"], note["text"]) == ("note", "likes trains")
        assert note["at"] == "2026-11-23T18:00:00.000000Z"
        assert ii("log", ada, "note").code == 2

    @pytest.mark.parametrize(
        ("words", "at"),
        [
            ("2026-11-20 15:30", "2026-11-20T15:30"),
            ("2026-11-20T15:30", "2026-11-20T15:30"),
            ("2026-11-20T15:30:00+01:00", "2026-11-20T14:30"),
            ("2026-11-20T15:30Z", "2026-11-20T15:30"),
            ("yesterday 9am", "2026-11-23T09:00"),
            ("fri 3pm", "2026-11-20T15:00"),  # the last one: it has happened
            ("2 hours ago", "2026-11-24T07:00"),
            ("today 8:15", "2026-11-24T08:15"),
            ("now", "2026-11-24T09:00"),
        ],
    )
    def test_at(self, ii: Program, ada: str, words: str, at: str) -> None:
        ii.ok("log", ada, "call", "--at", words)
        assert self.timeline(ii, ada)[0]["at"].startswith(at)

    def test_at_is_in_my_zone(self, ii: Program, ada: str) -> None:
        ii.settings('[me]\nzone = "America/Chicago"\n')
        ii.ok("log", ada, "call", "--at", "2026-11-20 15:30")
        assert self.timeline(ii, ada)[0]["at"] == "2026-11-20T21:30:00.000000Z"

    @pytest.mark.parametrize("words", ["tomorrow 9am", "2026-11-24 09:01", "in 2 weeks"])
    def test_what_lies_ahead_did_not_happen(self, ii: Program, ada: str, words: str) -> None:
        said = ii("log", ada, "sent", "--kind", "reconnect", "--at", words)
        assert said.code == 2
        assert "in the future" in said.err
        assert self.timeline(ii, ada) == []

    @pytest.mark.parametrize("words", ["whenever", "31 foo", "2026-02-30", "25:00"])
    def test_times_that_are_none(self, ii: Program, ada: str, words: str) -> None:
        said = ii("log", ada, "call", "--at", words)
        assert said.code == 2
        assert said.err.strip()

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["sent", "--kind", "love_letter"], "'love_letter' is not a kind"),
            (["sent", "--channel", "pigeon"], "'pigeon' is not a channel"),
            (["sent", "--answer", "yes"], "--answer goes with received"),
            (["received", "--answer", "yes", "--until", "friday"], "--until goes with"),
            (["received", "--answer", "later", "--until", "yesterday"], "not ahead"),
            (["received", "--answer", "maybe"], "'maybe' is not one of"),
        ],
    )
    def test_wrong_use(self, ii: Program, ada: str, options: list[str], words: str) -> None:
        said = ii("log", ada, *options)
        assert said.code == 2
        assert words in said.err
        assert self.timeline(ii, ada) == []

    def test_text_that_was_sent_is_a_message(self, ii: Program, ada: str) -> None:
        ii.ok(
            *("log", ada, "sent", "--kind", "reconnect", "--channel", "email"),
            *("--text", "Remember the engine?"),
        )
        sent = next(one for one in self.timeline(ii, ada) if one["kind"] == "sent")
        assert (sent["channel"], sent["body"]) == ("email", "Remember the engine?")


class TestDoneAndSnooze:
    @pytest.fixture
    def task(self, ii: Program, ada: str) -> str:
        ii.ok("log", ada, "sent", "--kind", "meeting_request", "--at", "2026-11-02 10:00")
        return str(ii.ok("today", "--json").json[0]["id"])

    def test_done(self, ii: Program, task: str) -> None:
        said = ii.ok("done", task)
        assert (said.out, said.err) == ("", "Follow up, once, Ada Lovelace: done.\n")
        assert ii.owed() == []
        assert ii("done", task).code == 3  # settled already
        ii.ok("undo")
        assert len(ii.owed()) == 1

    def test_done_stays_done_when_plans_are_made_anew(self, ii: Program, task: str) -> None:
        ii.ok("done", task)
        ii.ok("log", "ada", "note", "--text", "x")
        assert ii.owed() == []

    def test_by_the_beginning_of_its_uid(self, ii: Program, task: str) -> None:
        uid = ii.ok("show", "ada", "--json").json["tasks"][0]["uid"]
        ii.ok("done", uid[:8])
        assert ii.owed() == []

    @pytest.mark.parametrize("words", ["99", "x", "", "ffffffff", "9" * 30])
    def test_no_such_task(self, ii: Program, task: str, words: str) -> None:
        for command in (["done", words], ["snooze", words, "friday"]):
            said = ii(*command)
            assert said.code == 3
            assert "There is no task" in said.err

    @pytest.mark.parametrize(
        ("when", "hidden", "back"),
        [
            (["friday"], "2026-11-27T08:59", "2026-11-27T09:00"),
            (["in", "2", "weeks"], "2026-12-08T08:59", "2026-12-08T09:00"),
            (["in 2 weeks"], "2026-12-08T08:59", "2026-12-08T09:00"),
            (["2026-12-01"], "2026-12-01T08:59", "2026-12-01T09:00"),
            (["tomorrow 14:00"], "2026-11-25T13:59", "2026-11-25T14:00"),
        ],
    )
    def test_snooze(self, ii: Program, task: str, when: list[str], hidden: str, back: str) -> None:
        said = ii.ok("snooze", task, *when)
        assert "put off until" in said.err
        assert ii.owed() == []
        assert ii.owed(f"{hidden}:00+00:00") == []
        assert ii.owed(f"{back}:00+00:00") == [("follow_up", "Ada Lovelace", "2026-11-11")]

    def test_snooze_wants_a_time_ahead(self, ii: Program, task: str) -> None:
        assert ii("snooze", task).code == 2
        assert ii("snooze", task, "yesterday").code == 2
        assert ii("snooze", task, "soonish").code == 2
        assert len(ii.owed()) == 1


class TestBlock:
    def test_why_is_kept_and_nothing_is_owed(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "identified")
        said = ii.ok("block", ada, "--reason", "she asked")
        assert (said.out, said.err) == ("", "Ada Lovelace is not to be contacted.\n")
        assert ii.ok("show", ada, "--json").json["do_not_contact"] is True
        assert "she asked" in ii.ok("show", ada).out
        assert ii.ok("today", "--json").json == []
        again = ii("block", ada)
        assert again.code == 3
        assert "already" in again.err

    def test_it_is_lifted_on_purpose_and_undone(self, ii: Program, ada: str) -> None:
        assert ii("block", ada, "--lift").code == 3
        ii.ok("block", ada)
        assert ii.ok("block", ada, "--lift").err == "Ada Lovelace may be contacted again.\n"
        ii.ok("undo")
        assert ii.ok("show", ada, "--json").json["do_not_contact"] is True
