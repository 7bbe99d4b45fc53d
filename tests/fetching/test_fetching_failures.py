"""Exceptions to OONI's words: the ones that cannot be provoked on loopback, by table."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest
from aiohttp import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientOSError,
    ClientPayloadError,
)
from aiohttp.client_reqrep import ConnectionKey

from audiatur.fetching import Stage
from audiatur.fetching.failures import diagnose, of_errno

KEY = ConnectionKey("feed.example", 443, True, True, None, None, None)


def of_name(code: int) -> ClientConnectorDNSError:
    return ClientConnectorDNSError(KEY, socket.gaierror(code, ""))


@pytest.mark.parametrize(
    ("exc", "seen", "stage", "failure"),
    [
        (of_name(socket.EAI_AGAIN), "dns", "dns", "dns_temporary_failure"),
        (of_name(socket.EAI_FAIL), "dns", "dns", "dns_non_recoverable_failure"),
        (of_name(-99), "dns", "dns", "dns_server_misbehaving"),
        (ClientConnectorError(KEY, OSError(errno.EHOSTUNREACH, "")), "tcp", "tcp", "host_unreachable"),
        (ClientConnectorError(KEY, OSError(errno.ENETUNREACH, "")), "tcp", "tcp", "network_unreachable"),
        (ClientConnectorError(KEY, ConnectionResetError(errno.ECONNRESET, "")), "tls", "tls", "connection_reset"),
        (ClientConnectorSSLError(KEY, ssl.SSLEOFError(8, "EOF occurred")), "tls", "tls", "eof_error"),
        (ClientConnectorSSLError(KEY, ssl.SSLError(1, "alert")), "tls", "tls", "ssl_failed_handshake"),
        (ClientOSError(errno.ETIMEDOUT, ""), "http", "http", "timed_out"),
        (ClientOSError(4242, ""), "http", "http", "unknown_failure"),
        (ConnectionResetError(), "http", "http", "connection_reset"),
        (ClientPayloadError("cut"), "http", "http", "eof_error"),
        (TimeoutError(), "tls", "tls", "generic_timeout_error"),
        (RuntimeError("odd"), "http", "http", "unknown_failure: odd"),
    ],
)  # fmt: skip
def test_what_an_exception_means(exc: Exception, seen: str, stage: str, failure: str) -> None:
    found = diagnose(exc, Stage(seen), None)
    assert (found.stage, found.failure) == (stage, failure)


def test_several_addresses_that_failed_are_told_by_what_they_failed_with() -> None:
    """The combined error of several addresses carries no errno of its own."""
    combined = ClientConnectorError(KEY, OSError("Multiple exceptions: ..."))
    assert diagnose(combined, Stage.TCP, "connection_refused").failure == "connection_refused"


def test_an_errno_without_a_word() -> None:
    assert of_errno(None) == of_errno(4242) == "unknown_failure"
