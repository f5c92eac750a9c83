"""The lines of an introduction request that are there to be forwarded, below the request itself."""

from __future__ import annotations

FORWARD = "To forward, as it stands:"
"""The line between the request and what is forwarded."""


def with_blurb(request: str, blurb: str) -> str:
    """One text: the request, and the blurb ready beneath it."""
    return f"{request.rstrip()}\n\n{FORWARD}\n\n{blurb.strip()}"


def apart(text: str) -> tuple[str, str]:
    """The request and the blurb, "" where there is none."""
    request, line, blurb = text.partition(f"\n{FORWARD}")
    return (request.rstrip(), blurb.strip()) if line else (text, "")


def blurb_at(text: str) -> int:
    """The index at which the blurb begins; the end of the text where there is none."""
    blurb = apart(text)[1]
    return text.rfind(blurb) if blurb else len(text)
