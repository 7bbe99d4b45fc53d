"""TLS that cannot be trusted, with certificates made for the test."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from audiatur.fetching import Failed, Fetched, Outcome, Request, Stage
from tests.fetching.servers import Names, always, fetched, poller, reply, serving, written

NAMES = {"feed.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]]}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for feed.example that is its own authority, with its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the openssl command, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    made = [
        openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=feed.example", "-addext", "subjectAltName=DNS:feed.example",
        "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"),
    ]  # fmt: skip
    subprocess.run(made, check=True, capture_output=True)
    return folder


def over_tls(certificate: Path, host: str, *, trusted: bool) -> Outcome:
    serving_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving_side.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    asking_side = ssl.create_default_context(cafile=str(certificate / "cert.pem")) if trusted else None

    async def scene() -> Outcome:
        async with (
            serving(written(always(reply(body=b"sealed"))), tls=serving_side) as served,
            poller(tls=asking_side, resolver=Names(NAMES)) as client,
        ):
            return await client.fetch(Request(served.at("/", host)))

    return asyncio.run(scene())


def test_a_trusted_certificate(certificate: Path) -> None:
    outcome = over_tls(certificate, "feed.example", trusted=True)
    assert isinstance(outcome, Fetched)
    assert outcome.body == b"sealed"
    assert outcome.evidence.timings.tls is not None
    assert outcome.evidence.timings.dns is not None


@pytest.mark.parametrize(
    ("host", "trusted", "failure"),
    [
        ("feed.example", False, "ssl_unknown_authority"),
        ("other.example", True, "ssl_invalid_hostname"),
        ("127.0.0.1", True, "ssl_invalid_hostname"),
    ],
)
def test_a_certificate_that_does_not_fit(certificate: Path, host: str, trusted: bool, failure: str) -> None:
    outcome = over_tls(certificate, host, trusted=trusted)
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.TLS, failure)
    assert outcome.evidence.connected == "127.0.0.1"


def test_a_server_that_speaks_no_tls() -> None:
    async def plain(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(reply())

    async def scene() -> Outcome:
        async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(babble, "127.0.0.1", 0)
        async with server, poller() as client:
            return await client.fetch(Request(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"))

    outcome = asyncio.run(scene())
    assert isinstance(outcome, Failed)
    assert (outcome.evidence.stage, outcome.evidence.failure) == (Stage.TLS, "ssl_failed_handshake")


def test_credentials_never_go_from_https_to_http() -> None:
    """See ``same_origin``: the step to TLS on the standard ports keeps them, the step down drops them."""
    from yarl import URL

    from audiatur.fetching.attempts import same_origin

    plain, sealed = URL("http://feed.example/"), URL("https://feed.example/")
    assert same_origin(plain, sealed)
    assert not same_origin(sealed, plain)
    assert not same_origin(plain, URL("http://feed.example:8080/"))
    assert not same_origin(sealed, URL("https://www.feed.example/"))


def test_https_asked_of_a_plain_server_is_a_failure_of_tls() -> None:
    outcome, _ = fetched(reply(), lambda at: Request(at.url.replace("http:", "https:")), total_deadline=1)
    assert isinstance(outcome, Failed)
    assert outcome.evidence.stage is Stage.TLS
