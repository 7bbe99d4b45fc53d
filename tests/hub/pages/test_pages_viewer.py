"""Whose law a reader stands under."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from audiatur.errors import SettingError
from audiatur.hub.viewer import jurisdiction_of, varied, viewer_of


@pytest.mark.parametrize(
    ("setting", "header", "sent", "expected"),
    [
        ("", "", "XA", None),
        ("XB", "", "XA", "XB"),
        ("", "X-Country", "XA", "XA"),
        ("", "X-Country", "xa", "XA"),
        ("XB", "X-Country", "XA", "XB"),
        ("", "X-Country", "", None),
        ("", "X-Country", "Tavania", None),
        ("", "X-Country", "X1", None),
    ],
)
def test_setting_then_trusted_header(
    settings: Settings, setting: str, header: str, sent: str, expected: str | None
) -> None:
    settings.JURISDICTION, settings.JURISDICTION_HEADER = setting, header
    request = RequestFactory().get("/", headers={"X-Country": sent} if sent else {})
    assert jurisdiction_of(request) == expected


def test_a_geoip_file_that_cannot_be_read_is_named(settings: Settings, tmp_path: Path) -> None:
    settings.GEOIP_FILE = str(tmp_path / "missing.mmdb")
    with pytest.raises(SettingError, match="AUDIATUR_GEOIP_FILE"):
        viewer_of(RequestFactory().get("/"))


def test_the_time_has_a_zone() -> None:
    assert viewer_of(RequestFactory().get("/")).now.utcoffset() is not None


def test_an_answer_by_geoip_is_kept_by_no_shared_cache(settings: Settings) -> None:
    settings.GEOIP_FILE = "countries.mmdb"
    assert varied(HttpResponse(headers={"Cache-Control": "no-cache"}))["Cache-Control"] == "no-cache, private"
