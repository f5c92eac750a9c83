"""add, show, search, and the ways to name a person."""

from __future__ import annotations

import pytest

from .conftest import Program

LINE = "Ada Lovelace, Analyst @ Acme <ada@acme.example> linkedin.com/in/ada"


def test_add_prints_the_id_and_nothing_else(ii: Program) -> None:
    said = ii.ok("add", LINE)
    assert said.raw == b"1\n"
    assert said.err == "Added Ada Lovelace.\n"
    assert ii.ok("add", "Grace Hopper").raw == b"2\n"


@pytest.mark.parametrize(
    "line",
    [
        "Somebody Else linkedin.com/in/ADA",
        "https://www.linkedin.com/in/ada/?utm_source=x",
        "A. L. <ADA@acme.example>",
        "Ada Lovelace @ ACME",
        LINE,
    ],
)
def test_add_gives_the_id_of_who_is_known(ii: Program, ada: str, line: str) -> None:
    said = ii.ok("add", line)
    assert said.out == f"{ada}\n"
    assert said.err == "Ada Lovelace is here already.\n"
    assert ii("undo", "--list").lines == ["2026-11-24 09:00  Added Ada Lovelace"]


def test_add_takes_the_line_without_quotes(ii: Program) -> None:
    ii.ok("add", "Ada", "Lovelace,", "Analyst", "@", "Acme")
    page = ii.ok("show", "1", "--json").json
    assert (page["first"], page["last"]) == ("Ada", "Lovelace")
    assert (page["title"], page["company"]) == ("Analyst", "Acme")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "The line is empty"),
        ("<info@acme.example>", "A name is missing"),
        ("Ada <ada@>", "is not an e-mail address"),
        ("Ada <a@b.example> <c@d.example>", "two e-mail addresses"),
    ],
)
def test_add_says_what_is_wrong(ii: Program, line: str, words: str) -> None:
    said = ii("add", line)
    assert said.code == 2
    assert said.out == ""
    assert words in said.err


def test_show_in_words(ii: Program, ada: str) -> None:
    ii.ok("log", ada, "sent", "--kind", "meeting_request", "--text", "Coffee?")
    ii.ok("log", ada, "note", "--text", "likes trains")
    said = ii.ok("show", ada)
    assert said.lines[0] == "Ada Lovelace (1): Analyst, Acme"
    assert "        e-mail  ada@acme.example" in said.lines
    assert "       profile  https://www.linkedin.com/in/ada" in said.lines
    assert "     interview  requested, today" in said.lines
    owed = said.lines[said.lines.index("Owed") + 1]
    # Thanksgiving is a holiday only for those who set a country: Thu 3 December is the seventh day.
    assert owed.endswith("Follow up, once, in 9 days. You asked on Tuesday 24 November, no answer.")
    assert "  2026-11-24 09:00  sent meeting request: Coffee?" in said.lines
    assert "  2026-11-24 09:00  note: likes trains" in said.lines


def test_show_in_words_what_rests(ii: Program, ada: str) -> None:
    ii.ok("move", ada, "requested")
    ii.ok("move", ada, "parked", "--until", "2026-12-15", "--reason", "busy")
    ii("compose", ada, "reconnect", "--text", "-", "--save", stdin="Hi Ada,\n\nlong time!")
    lines = ii.ok("show", ada).lines
    assert "     interview  parked until 2026-12-15, today: busy" in lines
    assert "         draft  reconnect: Hi Ada," in lines


def test_show_as_json(ii: Program, ada: str) -> None:
    ii.ok("log", ada, "sent", "--kind", "meeting_request", "--at", "2026-11-23 15:30")
    page = ii.ok("show", "ada", "--json").json
    assert page["id"] == 1
    assert page["email"] == "ada@acme.example"
    assert page["archived"] is None
    assert [(one["stage"], one["exit"]) for one in page["interviews"]] == [("requested", None)]
    sent = next(one for one in page["timeline"] if one["kind"] == "sent")
    assert sent["at"] == "2026-11-23T15:30:00.000000Z"
    assert sent["message_kind"] == "meeting_request"
    assert [(one["kind"], one["due"]) for one in page["tasks"]] == [("follow_up", "2026-12-02")]


def test_search(ii: Program, ada: str) -> None:
    grace = ii.add("Grace Hopper, Admiral @ Navy Yard")
    ii.ok("log", grace, "note", "--text", "keeps a nanosecond on her desk")
    ii.ok("log", ada, "sent", "--kind", "reconnect", "--text", "Remember the engine room?")
    people = ii.ok("search", "lovel", "--json").json
    assert [(one["kind"], one["person_id"], one["title"]) for one in people] == [
        ("person", 1, "Ada Lovelace")
    ]
    assert [one["kind"] for one in ii.ok("search", "nanosecond", "--json").json] == [
        "person",  # whose notes are searched too
        "note",
    ]
    assert "message" in {one["kind"] for one in ii.ok("search", "engine", "--json").json}
    assert {one["kind"] for one in ii.ok("search", "navy", "--json").json} >= {"person", "company"}
    said = ii.ok("search", "grace", "admiral")  # every word
    assert said.lines[0].split() == ["person", "2", "Grace", "Hopper", "Admiral,", "Navy", "Yard"]


def test_search_that_finds_nothing(ii: Program, ada: str) -> None:
    said = ii("search", "zzz")
    assert (said.code, said.out, said.err) == (3, "", "Nothing found.\n")
    assert ii("search", "zzz", "--json").json == []
    assert ii("search", "ada", "zzz").code == 3


@pytest.mark.parametrize("query", ['"', "a*", "NEAR(a b)", "name:ada", "-", "ada OR 1", "%", "( )"])
def test_search_takes_signs_for_text(ii: Program, ada: str, query: str) -> None:
    assert ii("search", query).code in {0, 3}


class TestPerson:
    """PERSON: id, slug, e-mail, the beginning of a uid, or a name that fits one."""

    @pytest.fixture
    def people(self, ii: Program) -> Program:
        ii.add(LINE)
        ii.add("Adam Smith @ Pins <adam@pins.example> linkedin.com/in/adam-smith")
        ii.add("Adam Smithson @ Needles")
        ii.add("Łukasz Żak @ Ørsted")
        return ii

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("1", 1),
            ("ada", 1),  # a slug goes before names that begin so
            ("linkedin.com/in/ada", 1),
            ("https://www.linkedin.com/in/ADAM-smith/", 2),
            ("ADAM@pins.example", 2),
            ("adam smith", 2),  # a full name goes before one that begins so
            ("smithson", 3),
            ("Adam Smithson", 3),
            ("lukasz", 4),
            ("ŻAK", 4),
            ("lovel", 1),
        ],
    )
    def test_fits_one(self, people: Program, words: str, found: int) -> None:
        assert people.ok("show", words, "--json").json["id"] == found

    def test_by_the_beginning_of_a_uid(self, people: Program) -> None:
        uid = people.ok("show", "4", "--json").json["uid"]
        assert people.ok("show", uid, "--json").json["id"] == 4
        assert people.ok("show", uid[:13], "--json").json["id"] == 4
        assert people("show", f"{uid}0").code == 3

    @pytest.mark.parametrize("command", [["show"], ["log"], ["move"], ["meet"], ["compose"]])
    def test_several_fit(self, people: Program, command: list[str]) -> None:
        rest = {
            "log": ["note", "--text", "x"],
            "move": ["warming"],
            "meet": ["--at", "friday 10"],
            "compose": ["reconnect"],
        }.get(command[0], [])
        said = people(*command, "adam", *rest)
        assert said.code == 2
        assert said.out == ""
        assert "  2  Adam Smith, Pins\n  3  Adam Smithson, Needles\n" in said.err
        assert "by its number" in said.err

    @pytest.mark.parametrize(
        "words", ["nobody", "99", "x@y.example", "", " ", "linkedin.com/in/no"]
    )
    def test_nobody_fits(self, people: Program, words: str) -> None:
        said = people("show", words)
        assert said.code in {2, 3}
        assert said.out == ""
        assert said.err

    def test_several_words_without_quotes(self, people: Program) -> None:
        assert people.ok("show", "Adam", "Smithson", "--json").json["id"] == 3
