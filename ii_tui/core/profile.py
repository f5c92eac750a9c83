"""The keys a person is known by: a LinkedIn slug and an e-mail address, each in one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ii_tui.lazy import pattern

PROFILE = pattern(
    r"(?<![\w.@/-])(?:https?://)?(?:[a-z0-9-]{1,63}\.){0,3}linkedin\.com(?::\d+)?/(?:mwlite/)?in/"
    r"([^\s/?#<>\"',;|()]+)(?:[/?#][^\s<>\"',;|()]*)?",
    re.IGNORECASE,
)
"""A profile address on any host of LinkedIn's, with or without scheme; group 1 is the slug."""

_ROOT = "https://www.linkedin.com/in/"
_PLAIN_SLUG = pattern(r"[a-z0-9_-]+")
_PLAIN_ADDRESS = pattern(r"https://www\.linkedin\.com/in/[a-z0-9_-]+")
_ENCODED_ADDRESS = pattern(
    r"https://www\.linkedin\.com/in/[a-z0-9_-]*(?:%[89A-F][0-9A-F][a-z0-9_-]*)+"
)
_EMAIL = pattern(
    r"[^\s@<>()\[\]\\,;:\"]+@(?=.{4,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])"
)


def slug_of(url: str) -> str:
    """The lower-cased, percent-decoded slug of a profile address; empty when it is none."""
    if url.startswith(_ROOT) and _PLAIN_SLUG.fullmatch(url, len(_ROOT)):
        return url[len(_ROOT) :]
    found = PROFILE.match(url.strip())
    if not found:
        return ""
    slug = found[1].lower().rstrip(".!")
    if _PLAIN_SLUG.fullmatch(slug):
        return slug
    return _decoded(slug)


def _decoded(slug: str) -> str:
    from urllib.parse import unquote

    try:
        plain = unquote(slug, errors="strict")
    except UnicodeDecodeError:
        return slug if slug.isprintable() else ""
    plain = unicodedata.normalize("NFC", plain).lower()
    # %20, %2F or %1B inside a slug would make another address, or drive a terminal, when shown.
    if not plain.isprintable() or any(sign in ' /?#%\\<>"' for sign in plain):
        return slug if slug.isprintable() else ""
    return plain


def profile_url(slug: str) -> str:
    """The address of a slug, percent-encoded where it must be."""
    if not _PLAIN_SLUG.fullmatch(slug):
        from urllib.parse import quote

        slug = quote(slug, safe="-_.~%")
    return f"{_ROOT}{slug}"


def profiles_of(urls: Sequence[str]) -> tuple[list[str], list[str]]:
    """The slug of each address and the slug's `profile_url`; both empty where it is none."""
    matches = list(map(_PLAIN_ADDRESS.fullmatch, urls))
    found = [
        (url[len(_ROOT) :], url) if plain else _profile_of(url)
        for url, plain in zip(urls, matches, strict=True)
    ]
    return [slug for slug, _ in found], [url for _, url in found]


def _profile_of(url: str) -> tuple[str, str]:
    if _ENCODED_ADDRESS.fullmatch(url):
        slug = _unquoted(url[len(_ROOT) :])
        # Letters beyond ASCII in one spelling are encoded in one way: the address is ours already.
        if slug and slug.isprintable() and slug == unicodedata.normalize("NFC", slug).lower():
            return slug, url
    slug = slug_of(url) if url else ""
    return slug, profile_url(slug) if slug else ""


def _unquoted(encoded: str) -> str:
    """What an _ENCODED_ADDRESS encodes, in a third of urllib's time; "" where it is not UTF-8."""
    escaped = encoded.replace("%", "\\x").encode("ascii")
    try:
        return escaped.decode("unicode_escape").encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return ""


def email_of(text: str) -> str:
    """The address in lower case, without `mailto:`; empty when it is not one."""
    address = text.strip().lower().removeprefix("mailto:")
    local, at, _ = address.partition("@")
    if not at or len(local) > 64 or local.startswith(".") or local.endswith(".") or ".." in local:
        return ""
    return address if address.isprintable() and _EMAIL.fullmatch(address) else ""
