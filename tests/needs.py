"""Tests that need a system program: left out by name where it is missing, never quietly skipped.

`@pytest.mark.needs("tmux")` on a test. Without the program the test is deselected and a closing
line says what to install; where CI=true a missing program fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from typing import Any

import pytest

PACKAGES = {"tmux": "tmux", "screen": "screen", "sshd": "openssh-server", "ssh": "openssh-client"}
"""The Debian package of each program that a test may need."""

_LEFT_OUT = pytest.StashKey[Counter[str]]()


def found(program: str) -> bool:
    """Whether the program is here; sshd is often outside a person's PATH."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    return shutil.which(program, path=path) is not None


def missing(item: pytest.Item) -> list[str]:
    """The programs that this test needs and the machine lacks."""
    return [
        program
        for mark in item.iter_markers("needs")
        for program in mark.args
        if not found(program)
    ]


def in_ci() -> bool:
    """Whether a missing program is a fault of the machine that must be seen."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Takes out what cannot run here, and counts it for the closing line."""
    counts = config.stash.setdefault(_LEFT_OUT, Counter())
    if in_ci():
        return
    kept, left = [], []
    for item in items:
        lacking = missing(item)
        (left if lacking else kept).append(item)
        if lacking:
            counts[lacking[0]] += 1
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Under CI a test whose program is missing fails."""
    for program in missing(item):
        pytest.fail(f"needs {program}: apt-get install {PACKAGES.get(program, program)}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist hands its counts to the process that writes the summary."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = dict(session.config.stash.get(_LEFT_OUT, Counter()))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Every worker collects every test, so the counts are the same and are taken once."""
    counts = node.config.stash.setdefault(_LEFT_OUT, Counter())
    counts |= Counter(getattr(node, "workeroutput", {}).get("left_out", {}))
    node.config.stash[_LEFT_OUT] = counts


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Says what was left out, and how to get it in."""
    for program, count in sorted(config.stash.get(_LEFT_OUT, Counter()).items()):
        tests = "1 test that needs" if count == 1 else f"{count} tests that need"
        package = PACKAGES.get(program, program)
        terminalreporter.write_line(
            f"left out: {tests} {program}: apt-get install {package}", yellow=True
        )
