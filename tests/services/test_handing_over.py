"""A text leaves: the file nobody else reads, the line that fetches it, what became of a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from ii_tui.core.kinds import Kind
from ii_tui.errors import IiError, Nothing
from ii_tui.services import composing, far_end, handing_over, history, people
from ii_tui.services.desk import Desk


def test_a_file_is_private_and_never_written_over(tmp_path: Path) -> None:
    path = handing_over.write_text_file(tmp_path / "note.txt", "Hi Ada\x1b[31m")
    assert path.read_text() == "Hi Ada[31m\n"
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(IiError, match="already there"):
        handing_over.write_text_file(path, "other")
    assert path.read_text() == "Hi Ada[31m\n"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    (tmp_path / "note.txt").symlink_to(target)
    with pytest.raises(IiError, match="already there"):
        handing_over.write_text_file(tmp_path / "note.txt", "text")
    assert not target.exists()


@pytest.mark.parametrize(
    ("connection", "line"),
    [
        ("", ""),
        ("10.0.0.2 50000 10.0.0.1 22", "scp ada@10.0.0.1:/home/ada/note.txt ."),
        ("10.0.0.2 50000 10.0.0.1 2222", "scp -P 2222 ada@10.0.0.1:/home/ada/note.txt ."),
        ("fe80::2 50000 fe80::1 22", "scp 'ada@[fe80::1]:/home/ada/note.txt' ."),
    ],
)
def test_over_ssh_the_line_that_fetches_it(connection: str, line: str) -> None:
    environ = {"USER": "ada"} | ({"SSH_CONNECTION": connection} if connection else {})
    assert far_end.scp_line(Path("/home/ada/note.txt"), environ) == line


def test_a_path_with_blanks_is_quoted() -> None:
    environ = {"USER": "ada", "SSH_CONNECTION": "a 1 host 22"}
    assert far_end.scp_line(Path("/my file"), environ) == "scp 'ada@host:/my file' ."


def test_the_terminal_is_sent_clean_text() -> None:
    sent: list[str] = []
    copied = handing_over.copy("a\x1bb", {"SSH_TTY": "/dev/pts/0", "PATH": ""}, sent.append)
    assert copied.how == "osc52"
    assert sent == ["\x1b]52;c;YWI=\x07"]


def test_what_became_of_a_draft(desk: Desk) -> None:
    person, _ = people.quick_add(desk, "Ada Byron, Engineer @ Northwind")
    composition = composing.begin(desk, person, kind=Kind.RECONNECT)
    draft = composing.save_draft(desk, composition, "", "Hi Ada")
    assert handing_over.standing(desk, draft) == "draft"
    handing_over.handed_over(desk, draft)
    assert handing_over.standing(desk, draft) == "copied"
    handing_over.sent(desk, draft)
    assert handing_over.standing(desk, draft) == "sent"
    history.undo_last(desk)
    assert handing_over.standing(desk, draft) == "copied"
    handing_over.throw_away(desk, draft)
    assert handing_over.standing(desk, draft) == "gone"
    with pytest.raises(Nothing):
        handing_over.draft(desk, draft)
