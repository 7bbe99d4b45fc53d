"""Where the hub listens decides under which address it knows itself, unless the operator says so."""

from __future__ import annotations

import os

import pytest

from audiatur.cli.run import be_known

LOCAL = "127.0.0.1 localhost [::1]"


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the test sets is taken back."""
    for name in ("AUDIATUR_BASE_URL", "AUDIATUR_ALLOWED_HOSTS"):
        monkeypatch.setenv(name, "")


def known() -> tuple[str, str]:
    return os.environ["AUDIATUR_BASE_URL"], os.environ["AUDIATUR_ALLOWED_HOSTS"]


@pytest.mark.parametrize(
    ("host", "port", "address", "hosts", "told"),
    [
        ("127.0.0.1", 8001, "http://127.0.0.1:8001", LOCAL, False),
        ("localhost", 80, "http://localhost", LOCAL, False),
        ("127.0.0.2", 8000, "http://127.0.0.2:8000", f"{LOCAL} 127.0.0.2", False),
        ("0.0.0.0", 8000, "http://127.0.0.1:8000", LOCAL, True),  # noqa: S104 - a case, not bound
        ("::", 8000, "http://[::1]:8000", LOCAL, True),
        ("::1", 8000, "http://[::1]:8000", LOCAL, False),
        ("hub.example", 8000, "http://hub.example:8000", f"{LOCAL} hub.example", True),
        ("192.0.2.7", 8000, "http://192.0.2.7:8000", f"{LOCAL} 192.0.2.7", True),
    ],
)
def test_what_is_not_set_follows(
    capsys: pytest.CaptureFixture[str], host: str, port: int, address: str, hosts: str, told: bool
) -> None:
    be_known(host, port)
    assert known() == (address, hosts)
    said = capsys.readouterr().err
    assert ("set AUDIATUR_ALLOWED_HOSTS" in said) is told
    assert told or not said


def test_what_the_operator_set_stays(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AUDIATUR_BASE_URL", "https://hub.example")
    monkeypatch.setenv("AUDIATUR_ALLOWED_HOSTS", "hub.example")
    be_known("0.0.0.0", 8001)  # noqa: S104 - not bound
    assert known() == ("https://hub.example", "hub.example")
    assert capsys.readouterr().err == ""
