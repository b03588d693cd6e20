"""What structure knows a question to mean comes before anything that is ranked."""

from __future__ import annotations

from functools import lru_cache

import pytest

from assistant.answer.reading import Reading
from assistant.places import Places, hit_of
from assistant.question import understand
from assistant.question.shelf import Shelf
from ingest.catalogue import load_catalogue


@pytest.fixture
def places(harbour: Shelf, tmp_path) -> Places:
    @lru_cache
    def open_(code: str) -> Reading | None:
        document = harbour.library.document(code)
        return Reading(document) if document else None

    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    return Places(harbour, open_, load_catalogue(tmp_path / "none.toml"), harbour.spelt_out)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("BC-77/3 para 2(b)", ["BC-77/3, para. 2 (b)"]),
        ("quote § 3 of BC-77/4", ["BC-77/4, para. 3"]),
        ("BC-77/3, paras 1 and 3", ["BC-77/3, para. 1", "BC-77/3, para. 3"]),
        ("What does footnote 1 of BC-77/3 say?", ["BC-77/3, footnote 1"]),
        (
            "Everything the Secretariat is requested to do in BC-77/3",
            ["BC-77/3, para. 2 (a)", "BC-77/3, para. 2 (b)", "BC-77/3, para. 5"],
        ),
        ("What does the paragraph say that BC-77/3, para. 5, points to?", ["BC-77/3, para. 2 (a)"]),
        (
            "BC-77/3, para. 5, has some counting reported. Which counting is it?",
            ["BC-77/3, para. 2 (a)"],
        ),
        ("lanterns of every harbour", []),
        ("BC-77/3 para 19", []),
    ],
)
def test_named_and_listed_places_are_certain(places, harbour, question, labels):
    found = places.of(understand(question, (), harbour))
    assert [piece.place.label for piece in found] == labels


def test_a_footnote_is_a_hit_of_its_own(places, harbour):
    (piece,) = places.of(understand("footnote 1 of BC-77/3", (), harbour))
    hit = hit_of(piece, 2.0)
    assert (hit.id, hit.score) == ("BC-77/3#fn_1", 2.0)
    assert "UNEP/CHW.77/INF/12" in hit.text
