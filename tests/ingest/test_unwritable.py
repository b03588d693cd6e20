"""A disk that is full and an index that cannot be written: one line, and nothing is touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.doctor import examine
from ingest.errors import IndexUnwritable
from ingest.index import reader
from ingest.index.generation import current_name
from ingest.pipeline import ingest
from tests.ingest.store_makers import WordsEmbedder, settings_at, write

ROOT = Path(__file__).resolve().parents[2]

#: No file may grow beyond so many bytes, as on a disk that is full.
_FULL = """
import resource, signal, sys
from pathlib import Path
from ingest import pipeline
from ingest.errors import DecisionsError
from ingest.index import reader
from tests.ingest.store_makers import WordsEmbedder, settings_at
one = WordsEmbedder()
pipeline.load_embedder = lambda settings: one
pipeline.embedder_identity = reader.embedder_identity = lambda settings: one.identity
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import chromadb
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    pipeline.ingest([Path(sys.argv[1])], settings_at(Path(sys.argv[2])))
except DecisionsError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture(autouse=True)
def embedder(monkeypatch):
    one = WordsEmbedder()
    for module in (pipeline, reader):
        monkeypatch.setattr(module, "load_embedder", lambda settings: one)
        monkeypatch.setattr(module, "embedder_identity", lambda settings: one.identity)


@pytest.mark.parametrize("size", [1000, 40_000, 100_000])
def test_a_full_disk_is_said_and_leaves_the_index_as_it_was(tmp_path, size):
    settings = settings_at(tmp_path / "index")
    write(tmp_path / "files", 1, "to count the clouds")
    ingest([tmp_path / "files"], settings)
    before = current_name(settings.index)
    write(tmp_path / "files", 2, *(f"to paint the harbour in colour {n}" for n in range(200)))
    command = [sys.executable, "-c", _FULL, tmp_path / "files", settings.index, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(("IndexUnwritable", "IndexDamaged")), done.stdout
    assert done.stdout.count("\n") == 1
    assert current_name(settings.index) == before
    assert not examine(settings).findings
    assert ingest([tmp_path / "files"], settings).added == ("BC-99/2",)
    assert not examine(settings).findings


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder")
    files = write(tmp_path / "files", 1, "to count the clouds")
    for place in (tmp_path / "file", tmp_path / "file" / "index"):
        with pytest.raises(IndexUnwritable, match="--index"):
            ingest([files], settings_at(place))


def test_bad_files_say_why_and_leave_the_index(tmp_path):
    settings = settings_at(tmp_path / "index", max_file_mb=1)
    write(tmp_path / "good", 1, "to count the clouds")
    ingest([tmp_path / "good"], settings)
    before = current_name(settings.index)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").touch()
    (bad / "binary.pdf").write_bytes(bytes(range(256)) * 50)
    with (bad / "large.txt").open("wb") as file:
        file.truncate(100 * 2**20)
    report = ingest([bad], settings)
    reasons = {Path(path).name: reason for path, reason in report.failed}
    assert set(reasons) == {"empty.txt", "binary.pdf", "large.txt"}
    assert all(reason and "\n" not in reason for reason in reasons.values())
    assert "max_file_mb" in reasons["large.txt"]
    assert current_name(settings.index) == before


def test_text_that_is_not_utf_8_is_read(tmp_path):
    settings = settings_at(tmp_path / "index")
    path = write(tmp_path / "files", 1, "to count the clouds of Göteborg")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert ingest([path], settings).added == ("BC-99/1",)
    with reader.Index(settings) as index:
        assert any("Göteborg" in p.text for d in index.library.documents() for p in d.paragraphs)
