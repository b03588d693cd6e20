from __future__ import annotations

import json

import pytest

from eval.suite import load_suite, parse_suite, read_question, shipped_suites
from ingest.errors import SuiteInvalid

GOOD = {"id": "a", "kind": "fact", "question": "Who?", "gold": ["X-1/2, para. 6 (b)"]}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 2"),
        ("[]", "not a JSON object"),
        ({**GOOD, "id": "b", "gold": "x"}, "'gold' must be a list"),
        ({**GOOD, "id": "b", "gold": ["somewhere, yes"]}, "not a label"),
        ({**GOOD, "id": "b", "golden": []}, "unknown key 'golden'"),
        ({"id": "b", "kind": "fact", "gold": []}, "'question' is missing"),
        ({**GOOD, "id": "b", "question": " "}, "'question' must be a text"),
        ({**GOOD, "id": "b", "any": "yes"}, "'any'"),
        ({**GOOD, "id": "b", "history": [{"role": "king", "content": ""}]}, "'history'"),
        ({**GOOD, "id": "b", "history": 3}, "'history' must be a list"),
        ("[" * 100_000, "line 2"),
        (GOOD, "stands twice"),
    ],
)
def test_a_broken_line_is_named(row, said):
    text = row if isinstance(row, str) else json.dumps(row)
    with pytest.raises(SuiteInvalid, match=said) as caught:
        parse_suite([json.dumps(GOOD), text], "mine.jsonl")
    assert "mine.jsonl, line 2" in str(caught.value)


def test_a_question_survives_its_own_json():
    question = parse_suite([json.dumps(GOOD)], "x")[0]
    assert read_question(question.as_json()) == question


def test_an_unknown_suite_names_those_there_are():
    with pytest.raises(SuiteInvalid, match="bc-14-21"):
        load_suite("no-such")


def test_an_empty_suite_is_refused(tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("\n\n")
    with pytest.raises(SuiteInvalid, match="holds no question"):
        load_suite(str(path))


@pytest.mark.parametrize("name", sorted(shipped_suites()))
def test_shipped_suites_are_whole(name):
    assert load_suite(name).questions


def test_files_as_editors_save_them(tmp_path):
    """A byte-order mark, CRLF, empty lines, and a separator that JSON allows in a text."""
    rows = [
        {**GOOD, "question": "One\u2028question?"},
        {**GOOD, "id": "b", "gold": [], "any": True, "must": ["owl"], "history": None},
    ]
    text = "\r\n\r\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path = tmp_path / "mine.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\r\n")
    first, second = load_suite(str(path)).questions
    assert (first.question, first.line) == ("One\u2028question?", 1)
    assert (second.any, second.must, second.history, second.line) == (True, ("owl",), (), 3)
