from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from assistant.question import Understood
from assistant.retrieve import FULL, Retriever
from eval.bench.memory import MemoryIndex
from tests.assistant.retrieve.conftest import SharedWords, WordVectors
from tests.ingest.store_makers import Letters


@pytest.fixture
def retriever(index):
    return Retriever(index, None, SharedWords())


def first(result):
    return result.hits[0].label


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Who helps with inventories of solder?", "BC-99/7, para. 2 (a)"),
        ("What is the GEF invited to do?", "BC-99/7, para. 3"),
        ("¿Qué se pide al Fondo para el Medio Ambiente Mundial?", "BC-99/7, para. 3"),
        ("À quoi le FEM est-il invité ?", "BC-99/7, para. 3"),
        ("Who convenes a worksop?", "BC-99/7, para. 2 (b)"),
        ("What does INF/3 hold?", "BC-99/7, para. 1"),
        ("What does UNEP/CHW.99/INF/3 report on?", "BC-99/7, para. 1"),
    ],
)
def test_the_right_paragraph_comes_first(retriever, question, label):
    assert first(retriever.search(question)) == label


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("inventories of solder", {"inventories of solder"}),
        ("déchets plastiques marins", {"déchets plastiques marins", "marine plastic litter"}),
        ("???", {"???"}),
    ],
)
def test_late_interaction_reads_the_question_once_in_each_language(
    decision, tmp_path, question, asked
):
    """While the searches run: what is encoded beside them is what is read with."""
    late = Letters()
    with closing(MemoryIndex([decision], tmp_path, WordVectors(), late)) as index:
        language = "fr" if len(asked) > 1 else "en"
        understood = Understood(question=question, text=question, language=language)
        retriever = Retriever(index, late, None)
        hits = retriever.search(understood).hits
        # No paragraph is in French: nobody waits for the question as it was asked.
        retriever._readers._aside.shutdown(wait=True)
    assert sorted(late.asked) == sorted(asked)
    assert all(hit.why.late_score is not None for hit in hits[:3])


def test_every_hit_says_why(retriever):
    hit = retriever.search("inventories of solder").hits[0]
    assert hit.why.dense_rank == 1
    assert hit.why.lexical_rank == 1
    assert hit.why.matched_terms == ("inventori", "solder")
    assert hit.why.rerank_score is not None
    assert hit.why.late_score is None


def test_scores_fall(retriever):
    scores = [hit.score for hit in retriever.search("workshop of the Secretariat").hits]
    assert scores == sorted(scores, reverse=True)


def test_a_link_of_the_text_is_followed_and_said(index):
    narrow = replace(FULL, pool=1, dense=False, follow=1, linked=2)
    hits = Retriever(index, None, SharedWords(), narrow).search("convene workshop").hits
    links = {hit.label: hit.why.link for hit in hits}
    assert links["BC-99/7, para. 2"] == "chapeau of BC-99/7, para. 2 (b)"
    assert links["BC-99/7, para. 4"] == "referred to in BC-99/7, para. 2 (b)"


def test_filters_limit_what_is_found(retriever):
    assert retriever.search("solder", where={"document": "BC-1/1"}).hits == ()
    asked = Understood(question="solder", text="solder", documents=("BC-99/7", "BC-1/1"))
    assert retriever.search(asked).hits


def test_timings_name_the_steps(retriever):
    timings = retriever.search("solder").timings_ms
    assert {"lexical", "dense", "rerank", "total"} <= set(timings)


def test_a_question_without_words_finds_what_meaning_finds(retriever):
    assert retriever.search("???").timings_ms["total"] >= 0


def test_parts_can_be_left_out(index):
    words = replace(FULL, dense=False, late=False, rerank=False, links=False)
    hits = Retriever(index, None, SharedWords(), words).search("solder").hits
    assert hits[0].why.dense_rank is None
    assert hits[0].why.rerank_score is None
