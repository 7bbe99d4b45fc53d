"""No request reaches a forbidden address, by whatever way it is led there. Real servers count their connections.

Only 127.0.0.2 is public here, by the judge of these tests; 127.0.0.1 and ::1 stand for all that must not be reached.
"""

from __future__ import annotations

import asyncio
import socket

import pytest

from audiatur.fetching import Failed, Fetched, Outcome, Request
from audiatur.fetching.attempts import JudgedSocket
from audiatur.fetching.guard import AddressForbiddenError, forbidden
from tests.fetching.servers import Answer, Names, Served, always, poller, reply, serving, written

SECRET = reply(body=b"the keys of the harbour")


def only_one_is_public(address: str) -> str | None:
    return None if address == "127.0.0.2" else "not public in this test"


def led(names: dict[str, list[list[str]]], location: str, start: str = "public.example") -> tuple[Outcome, Served]:
    """Ask the public server, which redirects to ``location`` (``PORT`` is the forbidden server's port)."""

    async def scene() -> tuple[Outcome, Served]:
        async with serving(written(always(SECRET)), "127.0.0.1") as inside:
            onward: Answer = always(reply("302 Found", Location=location.replace("PORT", str(inside.port))))
            resolver = Names({"public.example": [["127.0.0.2"]]} | names)
            # Both listen on the same port, so that a rebound name leads from one to the other.
            async with (
                serving(written(onward), "127.0.0.2", inside.port) as outside,
                poller(allow_private=False, judge=only_one_is_public, resolver=resolver) as client,
            ):
                return await client.fetch(Request(outside.at("/", start))), inside

    return asyncio.run(scene())


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:PORT/", "http://inside.example:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/",
        "http://0177.0.0.1:PORT/", "http://127.1:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://0:PORT/",
        "http://0.0.0.0:PORT/", "http://①②⑦.⓪.⓪.①:PORT/", "//127.0.0.1:PORT/", "http://a@127.0.0.1:PORT/",
        "http://[::ffff:7f00:1]:PORT/", "http://127.0.0.1.:PORT/", "http://mapped.example:PORT/",
        "http:\\\\127.0.0.1:PORT\\", "http://odd.example:PORT/", "https://inside.example:PORT/",
    ],
)  # fmt: skip
def test_a_redirect_does_not_lead_inside(location: str) -> None:
    names = {"inside.example": [["127.0.0.1"]], "mapped.example": [["::ffff:127.0.0.1"]], "odd.example": [["127.1"]]}
    outcome, inside = led(names, location)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "address_forbidden"
    assert inside.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "inside.example", "localhost", "127.1", "both.example"])
def test_the_first_address_is_judged_too(host: str) -> None:
    names = {"inside.example": [["127.0.0.1"]], "localhost": [["127.0.0.1"]], "both.example": [["127.0.0.1", "::1"]]}
    outcome, inside = led(names, "/", host)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "address_forbidden"
    assert inside.connections == 0


def test_a_name_that_is_answered_differently_the_second_time() -> None:
    names = {"rebinding.example": [["127.0.0.2"], ["127.0.0.1"]]}
    outcome, inside = led(names, "http://rebinding.example:PORT/", "rebinding.example")
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "address_forbidden"
    assert [tried.address for tried in outcome.evidence.tried] == ["127.0.0.1"]
    assert [hop.status for hop in outcome.evidence.redirects] == [302]
    assert inside.connections == 0


def test_of_several_addresses_only_the_public_one_is_connected_to() -> None:
    async def scene() -> tuple[Outcome, int]:
        async with serving(written(always(SECRET)), "127.0.0.1") as inside:
            resolver = Names({"mixed.example": [["127.0.0.1", "127.0.0.2"]]})
            async with (
                serving(written(always(reply(body=b"public"))), "127.0.0.2", inside.port) as outside,
                poller(allow_private=False, judge=only_one_is_public, resolver=resolver) as client,
            ):
                return await client.fetch(Request(outside.at("/", "mixed.example"))), inside.connections

    outcome, connections = asyncio.run(scene())
    assert isinstance(outcome, Fetched)
    assert (outcome.body, outcome.evidence.connected, connections) == (b"public", "127.0.0.2", 0)
    assert [tried.failure for tried in outcome.evidence.tried] == ["address_forbidden", None]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f000001", "[::1]"])
def test_by_default_this_machine_is_out_of_reach(host: str) -> None:
    async def scene() -> tuple[Outcome, int]:
        async with serving(written(always(SECRET)), "") as served, poller(allow_private=False) as client:
            return await client.fetch(Request(served.at("/", host))), served.connections

    outcome, connections = asyncio.run(scene())
    assert isinstance(outcome, Failed)
    assert outcome.evidence.failure == "address_forbidden"
    assert connections == 0


def test_the_socket_itself_refuses_whatever_it_is_handed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        judged = JudgedSocket(socket.AF_INET, socket.SOCK_STREAM, 0, forbidden, None)
        with judged, pytest.raises(AddressForbiddenError, match="loopback"):
            judged.connect(listener.getsockname())
        listener.settimeout(0.05)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_proxy_from_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene() -> tuple[Outcome, int]:
        async with serving(written(always(SECRET))) as proxy, serving(written(always(reply(body=b"x")))) as served:
            monkeypatch.setenv("http_proxy", proxy.url)
            monkeypatch.setenv("HTTP_PROXY", proxy.url)
            async with poller() as client:
                return await client.fetch(Request(served.url)), proxy.connections

    outcome, connections = asyncio.run(scene())
    assert isinstance(outcome, Fetched)
    assert (outcome.body, connections) == (b"x", 0)
