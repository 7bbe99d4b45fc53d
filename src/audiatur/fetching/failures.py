"""What an exception of the network means, in OONI's words.

The strings are those of OONI's data format df-007 ("errors"), so that evidence can be laid beside OONI's own
measurements. Ours, where df-007 has none: ``address_forbidden``, ``port_forbidden``, ``scheme_unsupported``,
``url_invalid``, ``header_invalid``, ``too_many_redirects``, ``body_too_large``, ``headers_too_large``,
``content_encoding_unsupported``, ``content_encoding_broken``, ``http_malformed`` and ``http_NNN`` for a status.
"""

from __future__ import annotations

import errno
import socket
import ssl

import aiohttp
from aiohttp import http_exceptions

from audiatur.errors import FetchError
from audiatur.fetching.values import Stage

_ERRNO = {
    errno.ECONNREFUSED: "connection_refused",
    errno.ECONNRESET: "connection_reset",
    errno.EPIPE: "connection_reset",
    errno.ECONNABORTED: "connection_aborted",
    errno.EHOSTUNREACH: "host_unreachable",
    errno.EHOSTDOWN: "host_unreachable",
    errno.ENETUNREACH: "network_unreachable",
    errno.ENETDOWN: "network_down",
    errno.ENETRESET: "network_reset",
    errno.ETIMEDOUT: "timed_out",
    errno.EACCES: "permission_denied",
    errno.EPERM: "permission_denied",
    errno.EADDRNOTAVAIL: "address_not_available",
    errno.EAFNOSUPPORT: "address_family_not_supported",
    errno.EINVAL: "invalid_argument",
    errno.ENOBUFS: "no_buffer_space",
}
_GAI: dict[int, str] = {  # musl has no EAI_NODATA
    socket.EAI_NONAME: "dns_nxdomain_error",
    getattr(socket, "EAI_NODATA", -5): "dns_no_answer",
    socket.EAI_AGAIN: "dns_temporary_failure",
    socket.EAI_FAIL: "dns_non_recoverable_failure",
}
# X509_V_ERR_*: https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/
_WRONG_HOST = frozenset({62, 64})
_UNKNOWN_AUTHORITY = frozenset({2, 18, 19, 20, 21, 24, 27})
_TOO_LARGE = ("Got more than", "Too many headers", "too large")


def of_errno(number: int | None) -> str:
    """OONI's word for an errno; ``unknown_failure`` for one that has none, or for None."""
    return _ERRNO.get(number or 0, "unknown_failure")


def diagnose(exc: BaseException, stage: Stage, address_failure: str | None) -> FetchError:
    """Where and how an attempt failed.

    Args:
        exc: what was raised.
        stage: the stage the attempt was in by its own marks.
        address_failure: what the tried addresses failed with, which a combined error of several no longer says.
    """
    failure, stage = _failure(exc, stage)
    if stage is Stage.TCP and address_failure is not None:
        failure = address_failure
    return FetchError(failure, _words(exc), stage=stage.value)


def _failure(exc: BaseException, stage: Stage) -> tuple[str, Stage]:
    if isinstance(exc, TimeoutError):
        return "generic_timeout_error", stage
    if isinstance(exc, aiohttp.ClientConnectorDNSError):
        return _of_resolver(exc.os_error), Stage.DNS
    if isinstance(exc, aiohttp.ClientConnectorCertificateError):
        return _of_certificate(exc.certificate_error), Stage.TLS
    if isinstance(exc, ssl.SSLError) or isinstance(getattr(exc, "os_error", None), ssl.SSLError):
        eof = isinstance(exc, ssl.SSLEOFError) or isinstance(getattr(exc, "os_error", None), ssl.SSLEOFError)
        return ("eof_error" if eof else "ssl_failed_handshake"), Stage.TLS
    if isinstance(exc, OSError):
        return _of_os(exc), stage
    return _of_protocol(exc), stage


def _of_os(exc: OSError) -> str:
    number = exc.errno
    if number is None:
        inner = getattr(exc, "os_error", None) or exc.__cause__
        number = inner.errno if isinstance(inner, OSError) else None
    if number is None and isinstance(exc, ConnectionResetError):
        return "connection_reset"
    return of_errno(number)


def _of_resolver(exc: OSError) -> str:
    return _GAI.get(exc.errno or 0, "dns_server_misbehaving" if exc.errno else "dns_nxdomain_error")


def _of_certificate(exc: Exception) -> str:
    code = getattr(exc, "verify_code", 0)
    if code in _WRONG_HOST or (isinstance(exc, ssl.CertificateError) and "doesn't match" in str(exc)):
        return "ssl_invalid_hostname"
    return "ssl_unknown_authority" if code in _UNKNOWN_AUTHORITY else "ssl_invalid_certificate"


def _of_protocol(exc: BaseException) -> str:
    if isinstance(exc, aiohttp.ServerDisconnectedError):
        return "eof_error"
    words = _words(exc)
    if isinstance(exc, aiohttp.ClientResponseError | http_exceptions.HttpProcessingError):
        return "headers_too_large" if any(mark in words for mark in _TOO_LARGE) else "http_malformed"
    if isinstance(exc, aiohttp.ClientPayloadError):
        cause = exc.__cause__
        if isinstance(cause, ConnectionResetError):
            return "connection_reset"
        return "http_malformed" if isinstance(cause, http_exceptions.TransferEncodingError) else "eof_error"
    if isinstance(exc, aiohttp.InvalidURL):
        return "url_invalid"
    return f"unknown_failure: {words}"[:200]


def _words(exc: BaseException) -> str:
    return (str(exc) or type(exc).__name__)[:500]
