from __future__ import annotations

import json

import pytest

from eval.bench.obliqa import figures
from eval.bench.obliqa_data import Asked, collection, question_sets
from eval.bench.obliqa_rankings import Rankings


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    rows = [
        {"ID": "a", "DocumentID": 1, "PassageID": "1.", "Passage": "LAKES"},
        {"ID": "b", "DocumentID": 1, "PassageID": "1.1", "Passage": ""},
        {"ID": "c", "DocumentID": 1, "PassageID": "1.1.1", "Passage": "Lakes are kept clean."},
    ]
    gold = [{"DocumentID": 1, "PassageID": name} for name in ("1.1", "1.1.1")]
    question = {"QuestionID": "q", "Question": "Who?", "Passages": gold}
    crossed = {"qa_id": "x", "question": "How?",
               "debug_context": {"source_passage_id": "c", "target_passage_id": "a"}}  # fmt: skip
    (tmp_path / "documents" / "1.json").write_text(json.dumps(rows))
    for name in ("dev.json", "multipassage_val.json"):
        (tmp_path / name).write_text(json.dumps([question]))
    (tmp_path / "crossref_questions.jsonl").write_text(json.dumps(crossed) + "\n")
    return tmp_path


def test_passages_stand_under_their_headings_and_empty_ones_are_none(folder):
    among = collection(folder)
    first, second = among.documents[0].paragraphs
    assert second.heading == "LAKES"
    sets = question_sets(folder, among)
    assert sets["dev"][0].gold == {second.id}
    assert sets["crossref"][0].gold == {first.id, second.id}


def test_figures_by_hand(tmp_path):
    rankings = Rankings(tmp_path / "r.jsonl")
    rankings.put("one", ["b", "a"], 1.0)
    rankings.put("two", [], 1.0)
    asked = [Asked("one", "?", frozenset("a")), Asked("two", "?", frozenset("c"))]
    assert figures(asked, rankings) == {"R@10": 0.5, "AP@10": 0.25, "RR@10": 0.25}


def test_rankings_survive_a_broken_line(tmp_path):
    path = tmp_path / "r.jsonl"
    Rankings(path).put("one", ["a"], 2.0)
    with path.open("a") as file:
        file.write('{"question": "two", "ra')
    assert Rankings(path).found == {"one": (["a"], 2.0)}
