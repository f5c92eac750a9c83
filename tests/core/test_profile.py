"""Profile addresses: many at once are read as each is alone."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.profile import profile_url, profiles_of, slug_of

ROOT = "https://www.linkedin.com/in/"
SLUG = (
    st.text("ab0_-%", max_size=8)
    | st.text("aé王\u0301İß \ufffd\xa0", max_size=6).map(quote)
    | st.text("aé王\u0301", max_size=6).map(lambda text: quote(text).lower())
    | st.lists(st.sampled_from(["%C3", "%A9", "%E7", "%41", "%2F", "%1B", "a", "-"])).map("".join)
)
ADDRESS = st.builds("{}{}{}".format, st.sampled_from([ROOT, ROOT.upper(), "x"]), SLUG, SLUG)


@given(st.lists(ADDRESS | st.text(max_size=9) | st.just(""), max_size=9))
def test_many_addresses_are_read_as_each_is(urls: list[str]) -> None:
    slugs, written = profiles_of(urls)
    assert slugs == list(map(slug_of, urls))
    assert written == [profile_url(slug) if slug else "" for slug in slugs]
