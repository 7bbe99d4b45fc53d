"""What headers say, and which may be sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict, CIMultiDictProxy

from audiatur.errors import AddressError, SettingError
from audiatur.fetching import Failed, Request
from audiatur.fetching.headers import agent, check_own, incoming, retry_after
from tests.fetching.servers import NOW, fetched, reply


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        (" 3600 ", 3600),
        ("Sun, 04 May 2031 13:00:00 GMT", 3600),
        ("Sunday, 04-May-31 13:00:00 GMT", 3600),
        ("Sun May  4 13:00:00 2031", 3600),
        ("Sun, 04 May 2031 11:00:00 GMT", 0),
        ("99999999999999999999", 366 * 86_400),
        ("Sun, 04 May 2099 11:00:00 GMT", 366 * 86_400),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("", None),
        ("٣", None),
    ],
)
def test_retry_after(text: str, seconds: int | None) -> None:
    assert retry_after(text, NOW) == (None if seconds is None else timedelta(seconds=seconds))


@given(st.text(max_size=60))
def test_retry_after_takes_any_text(text: str) -> None:
    found = retry_after(text, NOW)
    assert found is None or timedelta() <= found <= timedelta(days=366)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache-Control": "public, max-age=600"}, 600),
        ({"Cache-Control": 'max-age="600"', "Age": "100"}, 500),
        ({"Cache-Control": "max-age=60", "Age": "100"}, 0),
        ({"Cache-Control": "max-age=600, no-cache"}, 0),
        ({"Cache-Control": "no-store"}, 0),
        ({"Cache-Control": "s-maxage=600"}, None),
        ({"Cache-Control": "max-age=soon"}, None),
        ({"Cache-Control": "max-age=9999999999"}, 366 * 86_400),
        ({"Expires": "Sun, 04 May 2031 12:10:00 GMT"}, 600),
        ({"Expires": "Sun, 04 May 2031 12:10:00 GMT", "Date": "Sun, 04 May 2031 12:05:00 GMT"}, 300),
        ({"Expires": "0"}, 0),
        ({"Cache-Control": "max-age=60", "Expires": "Sun, 04 May 2031 12:10:00 GMT"}, 60),
    ],
)
def test_how_long_an_answer_is_fresh(headers: dict[str, str], seconds: int | None) -> None:
    found = incoming(CIMultiDictProxy(CIMultiDict(headers)), NOW).max_age
    assert found == (None if seconds is None else timedelta(seconds=seconds))


@given(st.dictionaries(st.sampled_from(["Cache-Control", "Age", "Expires", "Date", "Retry-After"]), st.text()))
def test_any_headers_are_understood_or_passed_over(headers: dict[str, str]) -> None:
    found = incoming(CIMultiDictProxy(CIMultiDict(headers)), NOW)
    assert found.max_age is None or found.max_age >= timedelta()


@pytest.mark.parametrize("contact", ["", "  ", "a\nb", "редактор@hub.example", "a (b)"])
def test_a_contact_that_cannot_be_sent_is_refused(contact: str) -> None:
    with pytest.raises(SettingError):
        agent("0.1", contact)


@pytest.mark.parametrize(
    "header",
    [
        ("Host", "inside.example"),
        ("Content-Length", "5"),
        ("transfer-encoding", "chunked"),
        ("X-A", "1\r\nX-B: 2"),
        ("X-A", "ё"),
        ("X A", "1"),
        ("", "1"),
        ("X-A:", "1"),
    ],
)
def test_own_headers_that_break_the_request_are_refused(header: tuple[str, str]) -> None:
    with pytest.raises(AddressError):
        check_own((header,))
    outcome, served = fetched(reply(), lambda at: Request(at.url, headers=(header,)))
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "header_invalid"
    assert served.connections == 0


def test_own_headers_are_sent_and_may_change_the_agent() -> None:
    own = (("User-Agent", "Mozilla/5.0"), ("X-Empty", ""), ("Accept-Language", "uk"))
    _, served = fetched(reply(), lambda at: Request(at.url, headers=own))
    assert [served.header(name) for name, _ in own] == ["Mozilla/5.0", "", "uk"]
