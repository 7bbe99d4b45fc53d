"""What holds of the gate for every item and every policy."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from audiatur.provenance.gate import STRICTNESS, release
from audiatur.provenance.values import Bar, Mode, Policy, Released, Withheld
from tests.provenance.samples import NOON, held, notice

MODES = st.sampled_from(Mode)
TEXTS = st.text(alphabet=st.sampled_from("ab <>&;é日本の語ферма\u0301\n👍🏽\u200d.,"), max_size=60)
MOMENTS = st.none() | st.integers(-3, 3).map(lambda hours: NOON + timedelta(hours=hours))
BARS = st.lists(
    st.frozensets(st.sampled_from(["EU", "FR", "CH", "NO"])).map(lambda at: Bar(at, "A", "L", "B")), max_size=2
).map(tuple)
POLICIES = st.builds(
    Policy,
    mode=MODES,
    excerpt_chars=st.integers(-2, 70),
    starts=MOMENTS,
    ends=MOMENTS,
    outside=MODES,
    bars=BARS,
)
PLACES = st.sampled_from([None, "FR", "DE", "CH", "US"])


def shown(out: Released | Withheld) -> tuple[int, int]:
    """How much leaves: nothing, a link, or a link and so many code points."""
    return (0, 0) if isinstance(out, Withheld) else (1, out.reach)


@given(TEXTS, POLICIES, MODES, PLACES)
def test_a_stricter_mode_never_releases_more(text: str, policy: Policy, mode: Mode, place: str | None) -> None:
    strict, loose = sorted((policy.mode, mode), key=STRICTNESS.index, reverse=True)
    outs = [
        release(held(text), replace(policy, mode=each), notice(), now=NOON, jurisdiction=place)
        for each in (strict, loose)
    ]
    assert shown(outs[0]) <= shown(outs[1])


@given(TEXTS, POLICIES, PLACES, BARS)
def test_a_further_bar_never_releases_more(text: str, policy: Policy, place: str | None, bars: tuple[Bar, ...]) -> None:
    more = replace(policy, bars=policy.bars + bars)
    before, after = (release(held(text), each, notice(), now=NOON, jurisdiction=place) for each in (policy, more))
    assert shown(after) <= shown(before)


@given(TEXTS, POLICIES, PLACES)
def test_the_notice_is_always_there(text: str, policy: Policy, place: str | None) -> None:
    assert release(held(text), policy, notice(), now=NOON, jurisdiction=place).notice == notice()


@given(TEXTS, POLICIES, PLACES)
def test_nothing_beyond_reach_leaves(text: str, policy: Policy, place: str | None) -> None:
    marked = held(text + " beyond", html=f"<p>{html.escape(text)} beyond</p>")
    out = release(marked, policy, notice(), now=NOON, jurisdiction=place)
    if isinstance(out, Released):
        assert out.text == marked.text[: out.reach]
        if out.mode is not Mode.FULL:
            words = html.unescape(re.sub(r"</?p>", " ", out.html or "")).split()
            assert words == out.text.split()
            assert ("beyond" in (out.html or "")) == (out.reach == len(marked.text))


@given(TEXTS, st.integers(-2, 70))
def test_an_excerpt_splits_no_word(text: str, limit: int) -> None:
    policy = Policy(Mode.EXCERPT, excerpt_chars=limit)
    out = release(held(text), policy, notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    if not out.complete:
        assert out.reach <= max(limit, 0)
        split = re.compile(r"[a-zéа-я]\Z").search(out.text) and re.match(r"[a-zéа-я\u0301]", text[out.reach :])
        assert split is None


@given(TEXTS, POLICIES, PLACES)
def test_the_same_rule_for_every_source(text: str, policy: Policy, place: str | None) -> None:
    one, other = (
        release(held(text), policy, notice(name), now=NOON, jurisdiction=place) for name in ("Ostrel Post", "Tavania")
    )
    assert replace(one, notice=other.notice) == other
