from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from ingest.doctor import examine
from ingest.errors import IndexBusy, IndexMismatch, IndexMissing
from ingest.index import open_index
from ingest.index.tokens import PartVectors
from ingest.library import Library
from ingest.lock import writing
from ingest.models import load_late_interaction
from ingest.pipeline import ingest
from ingest.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(index=tmp_path / "index", readers=1)


def _text(number: int, words: str) -> str:
    return (
        f"Decision {number}/CP.98\n\nFictional matters\n\nThe Conference of the Parties,\n\n"
        f"1. Requests the secretariat to count {words};\n\n2. Invites Parties to help.\n"
    )


def test_ingest_update_and_removal_are_exact(settings, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(_text(1, "the moons"))
    (folder / "two.txt").write_text(_text(2, "the stars"))
    (folder / "bad.pdf").write_bytes(b"\x00\x01\x02\x03" * 50)
    first = ingest([folder], settings)
    assert first.added == ("1/CP.98", "2/CP.98")
    assert len(first.failed) == 1
    assert "bad.pdf" in first.failed[0][0]

    (folder / "bad.pdf").unlink()
    assert ingest([folder], settings).unchanged == 2

    (folder / "one.txt").write_text(_text(1, "the comets"))
    second = ingest([folder], settings)
    assert (second.updated, second.unchanged, second.added) == (("1/CP.98",), 1, ())

    (folder / "two.txt").unlink()
    third = ingest([folder], settings)
    assert third.removed == ("2/CP.98",)
    with open_index(settings) as index:
        assert index.library.codes() == ("1/CP.98",)
        assert examine(settings).damage == ()
        vector = index.embed(["counting comets"])[0]
        assert index.dense(vector, 1)[0].id == "1/CP.98#para_1"
        assert index.dense(vector, 5, {"document": "2/CP.98"}) == []
        assert len(index.tokens(["1/CP.98#para_1"])) == 1


def test_a_reader_keeps_its_state_while_the_index_changes(settings, seed, tmp_path):
    copy = tmp_path / "seed.txt"
    shutil.copy(seed, copy)
    ingest([copy], settings)
    with open_index(settings) as before:
        other = tmp_path / "other.txt"
        other.write_text(_text(3, "clouds"))
        ingest([other], settings)
        assert before.library.codes() == ("BC-14/21",)
        assert not before.current()
    with open_index(settings) as after:
        assert set(after.library.codes()) == {"BC-14/21", "3/CP.98"}


def test_one_writer_at_a_time(settings, seed):
    with writing(settings.index), pytest.raises(IndexBusy, match="process"):
        ingest([seed], settings)


def test_no_index_and_another_model_are_said(settings, seed):
    with pytest.raises(IndexMissing):
        open_index(settings)
    ingest([seed], settings)
    with pytest.raises(IndexMismatch, match="rebuild"):
        open_index(Settings(index=settings.index, embedder="bge-small"))


def test_a_folder_that_holds_the_catalogue_too(settings, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    catalogue = folder / "catalogue.toml"
    catalogue.write_text(_text(2, "what an earlier version took for a document"))
    ingest([catalogue], settings)
    catalogue.write_text('[[document]]\nsymbols = ["UNEP/CHW.98/INF/1"]\n')
    (folder / "one.txt").write_text(_text(1, "the moons"))
    report = ingest([folder], settings)
    assert (report.added, report.removed, report.failed) == (("1/CP.98",), ("2/CP.98",), ())
    assert report.warnings == ("1 passed over (catalogue of documents): catalogue.toml",)
    [(path, reason)] = ingest([catalogue], settings).failed
    assert path == str(catalogue)
    assert "catalogue of documents" in reason


def test_an_ingest_ends_with_the_token_vectors_of_what_is_new(settings, tmp_path):
    path = tmp_path / "stars.txt"
    path.write_text(
        "Decision 2/CP.98\n\nFictional matters\n\nThe Conference of the Parties,\n\n"
        "1. Requests the secretariat to count the stars;\n"
    )
    seen: list[tuple[int, int]] = []

    def progress(step: str, done: int, total: int) -> None:
        if step == "encoding":
            seen.append((done, total))

    ingest([path], settings, progress)
    assert seen == [(2, 2)]  # the title, and the paragraph's own words
    assert len(_token_vectors(settings)) == 1
    (settings.index / "cache" / "tokens.db").unlink()
    assert not _token_vectors(settings)
    ingest([path], settings, rebuild=True)
    assert len(_token_vectors(settings)) == 1


def _token_vectors(settings):
    model = load_late_interaction(settings)
    assert model is not None
    with (
        closing(PartVectors(settings.index / "cache" / "tokens.db", model)) as vectors,
        Library(settings.index) as library,
    ):
        return vectors.get(library.dense_keys(["2/CP.98#para_1"]).values())
