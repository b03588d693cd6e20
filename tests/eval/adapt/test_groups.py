"""Questions with what answers them, what does not, and what is near."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import numpy as np
import pytest

from eval.adapt.groups import Asked, apart, groups_of, shipped_questions, units_of
from eval.suite import load_suite, shipped_suites
from ingest.parse import parse_file

TEXTS = (
    """77/CP.13: Ringing of harbour bells

The Conference of the Parties,

1. Requests the Bell Keeper:
 (a) To ring the harbour bells;
 (b) To oil the harbour bells;
2. Strongly urges the Bell Keeper to count the clappers;
""",
    """78/CP.16: Tunes

The Conference of the Parties,

1. Requests the ringing bodies to choose a tune;
2. Calls upon the Bell Keeper to mend the clappers;
""",
)


def _letters(texts):
    """Counts of letters for vectors."""
    return np.array([[t.lower().count(chr(97 + i)) for i in range(26)] for t in texts], float)


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("decisions")
    found = []
    for number, text in enumerate(TEXTS):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        found += parse_file(path).documents
    return found


def _groups(documents, *asked):
    units = units_of(documents)
    queries = _letters([one.question for one in asked])
    return list(groups_of(asked, units, _letters([unit.text for unit in units]), queries))


def test_the_rest_of_the_decision_does_not_answer(documents):
    (group,) = _groups(documents, Asked("1", "77/CP.13", "who counts?", ("77/CP.13, para. 2",)))
    right = [p for p, answers in zip(group.passages, group.answers, strict=True) if answers]
    assert len(right) == 1
    assert "count the clappers" in right[0]
    assert any("ring the harbour bells" in text for text in group.passages)


def test_neither_opening_words_nor_items_of_an_answer_count_as_wrong(documents):
    (group,) = _groups(documents, Asked("1", "77/CP.13", "oil?", ("77/CP.13, para. 1 (b)",)))
    assert len(group.passages) == 3  # the answer, the other item, paragraph 2
    (group,) = _groups(documents, Asked("1", "77/CP.13", "tasks?", ("77/CP.13, para. 1",)))
    assert len(group.passages) == 2  # the answer and paragraph 2


def test_where_nothing_answers_all_are_wrong(documents):
    (group,) = _groups(documents, Asked("1", "78/CP.16", "who pays for the tune?", ()))
    assert not any(group.answers)
    assert len(group.passages) == 2


def test_what_is_not_in_the_library_is_left_out(documents):
    unknown = Asked("1", "99/CP.1", "who?", ("99/CP.1, para. 1",))
    assert not _groups(documents, unknown, Asked("2", "78/CP.16", "?", ("78/CP.16, para. 9",)))


def test_what_is_aside_is_over_other_decisions_than_what_is_learnt_from():
    asked = shipped_questions()
    learnt, aside = apart(asked, ["q03", "r05"])
    assert {one.id[:3] for one in aside} > {"q03", "r05"}
    assert not {one.of for one in learnt} & {one.of for one in aside}
    assert len(learnt) + len(aside) == len(asked)


def test_no_decision_of_a_suite_is_trained_on():
    code = re.compile(r"[0-9]+[a-z]?/(?:CP|CMP|CMA)\.[0-9]+|BC-[0-9]+/[0-9]+")
    trained = {one.of for one in shipped_questions()}
    trained |= {found for one in shipped_questions() for g in one.gold for found in code.findall(g)}
    for name in shipped_suites():
        gold = " ".join(label for q in load_suite(name).questions for label in q.gold)
        assert not trained & set(code.findall(gold)), name


def test_each_question_has_its_own_id_and_a_decision():
    text = (files("eval") / "adapt" / "questions.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        follows = {"before"} if row["kind"] == "follow-up" else set()
        assert set(row) == {"id", "kind", "of", "question", "gold"} | follows
    assert all(bool(row["gold"]) == (row["kind"] != "unanswerable") for row in rows)
