"""Files to an index and back: what is added, updated, removed, kept, and never lost."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ingest import pipeline
from ingest.doctor import examine
from ingest.errors import IndexBusy, IndexMismatch, IndexMissing
from ingest.index import open_index, reader
from ingest.index.generation import current_name
from ingest.library import Library
from ingest.lock import writing
from ingest.pipeline import ingest
from tests.ingest.store_makers import WordsEmbedder, settings_at, write


@pytest.fixture
def embedder(monkeypatch):
    one = WordsEmbedder()
    monkeypatch.setattr(pipeline, "load_embedder", lambda settings: one)
    monkeypatch.setattr(reader, "load_embedder", lambda settings: one)
    monkeypatch.setattr(pipeline, "embedder_identity", lambda settings: one.identity)
    monkeypatch.setattr(reader, "embedder_identity", lambda settings: one.identity)
    return one


@pytest.fixture
def settings(tmp_path):
    return settings_at(tmp_path / "index")


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    write(folder, 1, "to count the clouds", "to paint the harbour")
    write(folder, 2, "to mend the clock by 31 March 2042")
    return folder


def test_life_of_an_index(embedder, settings, files):
    report = ingest([files], settings)
    assert report.added == ("BC-99/1", "BC-99/2")
    assert (report.documents, report.paragraphs, report.failed) == (2, 5, ())
    assert not examine(settings).findings

    embedded = embedder.embedded
    again = ingest([files], settings)
    assert (again.added, again.updated, again.removed, again.unchanged) == ((), (), (), 2)
    assert embedder.embedded == embedded

    write(files, 1, "to count the clouds", "to paint the lighthouse", "to sing")
    changed = ingest([files], settings)
    assert (changed.added, changed.updated, changed.unchanged) == ((), ("BC-99/1",), 1)
    assert embedder.embedded == embedded + 2  # only what is new
    with open_index(settings) as index:
        vector = index.embed(["paint the lighthouse"])[0]
        assert index.dense(vector, 1)[0].id == "BC-99/1#para_2"
        assert index.lexical({"lighthous": 1.0}, 5)[0].id == "BC-99/1#para_2"
        assert index.lexical({"harbour": 1.0}, 5) == []
    assert not examine(settings).findings

    (files / "decision-2.txt").unlink()
    gone = ingest([files], settings)
    assert (gone.removed, gone.documents) == (("BC-99/2",), 1)
    with open_index(settings) as index:
        assert index.lexical({"clock": 1.0}, 5) == []
        assert index.library.document("BC-99/2") is None
    assert not examine(settings).findings
    assert len(list(settings.index.glob("gen-*"))) == 1  # old states are removed


def test_a_new_date_alone_changes_nothing(embedder, settings, files):
    ingest([files], settings)
    embedded = embedder.embedded
    for path in files.iterdir():
        os.utime(path, (1, 1))
    report = ingest([files], settings)
    assert (report.updated, report.unchanged, embedder.embedded) == ((), 2, embedded)


def test_failures_stop_nobody_and_leave_no_trace(embedder, settings, tmp_path, files):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    report = ingest([broken, tmp_path / "missing.txt"], settings)
    assert {path for path, _ in report.failed} == {str(broken), str(tmp_path / "missing.txt")}
    assert current_name(settings.index) is None  # no empty index
    with pytest.raises(IndexMissing):
        open_index(settings)

    report = ingest([broken, files], settings)
    assert len(report.failed) == 1
    assert report.added == ("BC-99/1", "BC-99/2")
    state = current_name(settings.index)
    assert len(ingest([broken], settings).failed) == 1
    assert current_name(settings.index) == state


def test_a_file_that_breaks_keeps_what_it_gave(embedder, settings, files):
    ingest([files], settings)
    (files / "decision-2.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = ingest([files], settings)
    assert len(report.failed) == 1
    assert report.removed == ()
    with Library(settings.index) as library:
        assert library.document("BC-99/2") is not None


def test_readers_keep_their_state_while_it_changes(embedder, settings, files):
    ingest([files], settings)
    with open_index(settings) as index:
        write(files, 3, "to water the cactus")
        ingest([files], settings)
        assert not index.current()
        assert index.library.count()[0] == 2
        vector = index.embed(["water the cactus"])[0]
        assert all("BC-99/3" not in found.id for found in index.dense(vector, 10))
        assert len(list(settings.index.glob("gen-*"))) == 2
    ingest([files, write(files.parent, 4, "to wait")], settings)
    assert len(list(settings.index.glob("gen-*"))) == 1


def test_one_writer_at_a_time(embedder, settings, files):
    with writing(settings.index), pytest.raises(IndexBusy, match=f"process {os.getpid()}"):
        ingest([files], settings)
    assert ingest([files], settings).documents == 2


def test_another_model_is_refused_until_rebuilt(embedder, settings, files, monkeypatch):
    ingest([files], settings)
    monkeypatch.setattr(embedder, "identity", "words@2")
    with pytest.raises(IndexMismatch, match="--rebuild"):
        ingest([files], settings)
    with pytest.raises(IndexMismatch, match="--rebuild"):
        open_index(settings)
    report = ingest([], settings, rebuild=True)
    assert (report.added, report.unchanged) == ((), 2)
    assert not examine(settings).findings


def test_damage_is_found_and_mended(embedder, settings, files):
    ingest([files], settings)
    folder = settings.index / str(current_name(settings.index))
    scores = folder / "lexical" / "scores.bin"
    scores.write_bytes(bytes(len(scores.read_bytes())))
    assert [finding.rule for finding in examine(settings).damage] == ["files", "lexical"]
    with open_index(settings) as index:
        index.store.delete(["BC-99/1#para_1"])
    assert {f.rule for f in examine(settings).damage} == {"files", "lexical", "vectors"}
    ingest([], settings, rebuild=True)
    assert not examine(settings).findings

    (settings.index / str(current_name(settings.index)) / "vectors.npy").unlink()
    assert [finding.rule for finding in examine(settings).damage] == ["index"]
    ingest([], settings, rebuild=True)
    assert not examine(settings).findings


def test_a_lost_state_is_built_again_from_its_library(embedder, settings, files):
    ingest([files], settings)
    (settings.index / str(current_name(settings.index)) / "state.json").unlink()
    report = ingest([files], settings)
    assert report.documents == 2
    assert not examine(settings).findings


def test_caches_can_be_thrown_away(embedder, settings, files):
    ingest([files], settings)
    for path in (settings.index / "cache").iterdir():
        path.write_bytes(b"no database at all, and long enough to be looked at" * 50)
    write(files, 3, "to water the cactus")
    assert ingest([files], settings).added == ("BC-99/3",)
    assert not examine(settings).findings


def test_an_unchanged_ingest_loads_no_model(embedder, settings, files):
    ingest([files], settings)
    code = (
        "import sys; from pathlib import Path;"
        "from ingest import pipeline; from ingest.index import reader;"
        "pipeline.embedder_identity = reader.embedder_identity = lambda s: 'words@1';"
        "from ingest.settings import Settings;"
        f"settings = Settings(index=Path({str(settings.index)!r}));"
        f"r = pipeline.ingest([Path({str(files)!r})], settings);"
        "assert r.unchanged == 2, r;"
        "sys.exit(any(m in sys.modules for m in ('torch', 'chromadb', 'onnxruntime')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_index_knows_whether_it_holds_decisions(embedder, settings, files, tmp_path):
    ingest([files], settings)
    with open_index(settings) as index:
        assert index.decisions
    report = tmp_path / "reports" / "note.txt"
    report.parent.mkdir()
    report.write_text(
        "UNEP/LAMP.99/INF/3\n\nNote by the secretariat\n\n1. The lanterns were counted.\n\n"
        "2. The wicks were counted as well.\n\n3. Nothing else was counted.\n"
    )
    other = settings_at(tmp_path / "other")
    ingest([report], other)
    with open_index(other) as index:
        assert not index.decisions
