import json
from hashlib import sha256
from pathlib import Path

import pytest

from audiatur.errors import ModelError
from audiatur.models.files import read_files
from audiatur.models.networks import OnnxNetwork


def shipped(folder: Path, data: bytes = b"graph", *, listed: bytes = b"graph") -> Path:
    (folder / "a.onnx").write_bytes(data)
    (folder / "manifest.json").write_text(json.dumps({"a.onnx": sha256(listed).hexdigest()}), encoding="utf-8")
    return folder


def test_files_as_they_were_made_are_read(tmp_path: Path) -> None:
    assert read_files(shipped(tmp_path)) == {"a.onnx": b"graph"}


def test_a_harmed_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as told:
        read_files(shipped(tmp_path, b"grape"))
    assert (told.value.code, told.value.place) == ("model-corrupt", "a.onnx")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (shipped(tmp_path) / "a.onnx").unlink()
    with pytest.raises(ModelError) as told:
        read_files(tmp_path)
    assert told.value.code == "model-missing"


@pytest.mark.parametrize(
    ("manifest", "code"), [(None, "model-missing"), ("[", "model-corrupt"), ("[]", "model-corrupt")]
)
def test_a_list_of_files_that_is_none_is_told(tmp_path: Path, manifest: str | None, code: str) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError) as told:
        read_files(tmp_path)
    assert told.value.code == code
    assert told.value.remedy


def test_files_that_are_no_graphs_are_told() -> None:
    with pytest.raises(ModelError) as told:
        OnnxNetwork({"tokenizer.json.gz": b"{}", "tagger-find.onnx": b"", "tagger-label.onnx": b""})
    assert told.value.code == "model-corrupt"
