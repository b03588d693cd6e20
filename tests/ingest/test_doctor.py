"""Whatever happens to a file of an index is found, or does no harm, and is mended."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.doctor import examine
from ingest.errors import IndexDamaged, IndexMismatch
from ingest.index import reader
from ingest.index.generation import current_name
from ingest.pipeline import ingest
from tests.ingest.store_makers import WordsEmbedder, settings_at, write


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """An index of two documents, to be copied and damaged."""
    folder = tmp_path_factory.mktemp("built")
    write(folder / "files", 1, "to count the clouds", "to paint the harbour")
    write(folder / "files", 2, "to mend the clock by 31 March 2042")
    with pytest.MonkeyPatch.context() as patch:
        _words(patch)
        ingest([folder / "files"], settings_at(folder / "index"))
    return folder


@pytest.fixture
def settings(built, tmp_path, monkeypatch):
    _words(monkeypatch)
    shutil.copytree(built / "index", tmp_path / "index")
    return settings_at(tmp_path / "index")


def _words(patch):
    one = WordsEmbedder()
    for module in (pipeline, reader):
        patch.setattr(module, "load_embedder", lambda settings: one)
        patch.setattr(module, "embedder_identity", lambda settings: one.identity)


def _generation(settings) -> Path:
    return settings.index / str(current_name(settings.index))


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(data)


def _missing(path: Path) -> None:
    path.unlink()


#: The files of a generation that are this program's own, but for empty ones.
_OWN = [
    "state.json",
    "sums.json",
    "library.db",
    "vectors.npy",
    "rows/ids.bin",
    "rows/ends.npy",
    "rows/hashes.npy",
    "rows/order.npy",
    "rows/values.json",
    "rows/year.npy",
    "lexical/terms.npy",
    "lexical/starts.npy",
    "lexical/rows.bin",
    "lexical/scores.bin",
    "lexical/lengths.npy",
]


@pytest.mark.parametrize("harm", [_truncated, _flipped, _missing])
@pytest.mark.parametrize("name", _OWN)
def test_every_harm_to_an_own_file_is_found_and_mended(settings, built, name, harm):
    assert not examine(settings).findings
    harm(_generation(settings) / name)
    try:
        damage = examine(settings).damage
    except IndexMismatch as error:  # the state may name another version or model now
        assert "--rebuild" in error.remedy
    else:
        assert damage
        assert all(finding.remedy for finding in damage)
    # Everything can be made of the library; the library itself of the files.
    report = ingest([built / "files"] if name == "library.db" else [], settings, rebuild=True)
    assert report.documents == 2
    assert not examine(settings).findings


@pytest.mark.parametrize("harm", [_truncated, _missing])
def test_a_harmed_vector_store_is_found_and_mended(settings, harm):
    harm(_generation(settings) / "chroma" / "chroma.sqlite3")
    damage = examine(settings).damage
    assert {finding.rule for finding in damage} == {"vectors"}
    ingest([], settings, rebuild=True)
    assert not examine(settings).findings


def test_a_damaged_library_is_never_carried_on(settings, built, tmp_path):
    _flipped(_generation(settings) / "library.db")
    write(tmp_path / "more", 3, "to water the cactus")
    with pytest.raises(IndexDamaged, match="--rebuild"):
        ingest([tmp_path / "more"], settings)
    report = ingest([tmp_path / "more"], settings, rebuild=True)
    assert report.documents == 3  # what it was made of is read again
    assert not examine(settings).findings


def test_a_library_that_says_nothing_asks_for_its_files(settings, built):
    (_generation(settings) / "library.db").write_bytes(b"nothing")
    with pytest.raises(IndexDamaged, match="every file"):
        ingest([], settings, rebuild=True)
    assert ingest([built / "files"], settings, rebuild=True).documents == 2


@pytest.mark.parametrize("change", [{"format": 1}, {"analysis": "another"}, {"embedder": "x@1"}])
def test_another_version_or_model_is_refused_until_rebuilt(settings, change):
    path = _generation(settings) / "state.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    for refused in (examine, lambda settings: ingest([], settings), reader.Index):
        with pytest.raises(IndexMismatch, match="run decisions ingest --rebuild"):
            refused(settings)
    ingest([], settings, rebuild=True)
    assert not examine(settings).findings


def test_a_stale_lock_stops_nobody(settings, built):
    (settings.index / "writer.lock").touch()
    (settings.index / "writer.json").write_text(json.dumps({"pid": 1, "since": "long ago"}))
    assert ingest([built / "files"], settings).unchanged == 2
    assert not (settings.index / "writer.json").exists()


def test_another_analysis_is_derived_anew_by_a_rebuild(settings, monkeypatch):
    monkeypatch.setattr("ingest.passage._TITLE", 1)
    assert {finding.rule for finding in examine(settings).damage} == {"library"}
    ingest([], settings, rebuild=True)
    assert not examine(settings).findings
