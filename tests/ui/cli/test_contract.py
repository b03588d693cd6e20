"""The machine-readable forms, key by key and type by type, over a corpus that never was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.models

DECISION = """BC-97/3: Lighthouses

The Conference of the Parties,

Recalling decision BC-97/2 on harbour lamps,

1. Welcomes the report on lighthouses;1

2. Requests the Secretariat, subject to the availability of resources:

(a) To count the lighthouses of each island;

(b) To report on paragraph 1 of the present decision at the next meeting;

3. Invites Parties to paint their harbour lamps by 31 March 2031.

1 UNEP/CHW.97/INF/5.
"""
SHELTER = """BC-97/4: Owls

The Conference of the Parties,

1. Urges Parties to shelter owls in the attics of town halls.
"""

WORDS, NUMBER, FLAG = (str,), (int, float), (bool,)
MAYBE = (str, type(None))
PARAGRAPH = {
    "id": WORDS, "label": WORDS, "number": WORDS, "kind": WORDS, "text": WORDS, "parent": MAYBE,
    "heading": MAYBE, "page": (int, type(None)), "annex": MAYBE, "verb": MAYBE,
    "footnotes": [WORDS], "references": [WORDS],
}  # fmt: skip
DOCUMENT = {
    "code": WORDS, "symbols": [WORDS], "title": WORDS, "body": MAYBE, "meeting": MAYBE,
    "adopted": MAYBE, "language": WORDS, "source": WORDS, "paragraphs": [PARAGRAPH],
    "footnotes": [
        {"number": WORDS, "text": WORDS, "symbols": [WORDS], "marked_in": [WORDS]}
    ],
}  # fmt: skip
RESULT = {
    "id": WORDS, "label": WORDS, "document": WORDS, "number": WORDS, "score": NUMBER, "text": WORDS,
}  # fmt: skip
SEARCH = {"results": [RESULT], "timings_ms": {...: NUMBER}}
CITATION = {
    "id": WORDS, "label": WORDS, "document": WORDS, "number": WORDS, "text": WORDS, "quote": WORDS,
    "page": (int, type(None)), "documents": [WORDS],
}  # fmt: skip
ANSWER = {
    "question": WORDS, "status": WORDS, "answer": WORDS,
    "statements": [{"text": WORDS, "citations": [WORDS], "support": WORDS}],
    "citations": [CITATION], "retrieved": [WORDS], "timings_ms": {...: NUMBER},
}  # fmt: skip
REPORT = {
    "added": [WORDS], "updated": [WORDS], "unchanged": (int,), "removed": [WORDS],
    "failed": [{"path": WORDS, "reason": WORDS}], "documents": (int,), "paragraphs": (int,),
    "seconds": NUMBER,
}  # fmt: skip
ACTION = {
    "label": WORDS, "actor": MAYBE, "verb": WORDS, "addressee": MAYBE, "act": WORDS,
    "deadline": MAYBE, "condition": MAYBE,
}  # fmt: skip
LINK = {"from": WORDS, "to": WORDS, "kind": WORDS, "in_corpus": FLAG}
DIAGNOSIS = {"healthy": FLAG, "documents": (int,), "paragraphs": (int,), "findings": [{...: WORDS}]}
SHOWN = {
    "label": WORDS, "document": (dict,), "paragraph": PARAGRAPH, "chapeau": [PARAGRAPH],
    "below": [PARAGRAPH], "before": PARAGRAPH, "after": (dict, type(None)), "footnotes": [(dict,)],
    "links_from": [(dict,)], "links_to": [(dict,)],
}  # fmt: skip
FIGURES = (
    "recall@5", "recall@10", "ndcg@10", "pinpoint_precision", "pinpoint_recall",
    "refusal_precision", "refusal_recall", "p50_ms",
)  # fmt: skip


def deviations(value: object, form: Any, at: str = "$") -> list[str]:
    """Where a value is not of a form: keys exactly, in order, and types.

    A form is a tuple of types, a list of one form, or a mapping of forms by key; ``...``
    stands for any key.
    """
    if isinstance(form, Mapping):
        if not isinstance(value, dict):
            return [f"{at} is {value!r}, no object"]
        if ... not in form and list(value) != list(form):
            return [f"{at} has the keys {list(value)}, not {list(form)}"]
        return [
            d
            for k, v in value.items()
            for d in deviations(v, form.get(k, form.get(...)), f"{at}.{k}")
        ]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{at} is {value!r}, no list"]
        return [d for i, v in enumerate(value) for d in deviations(v, form[0], f"{at}[{i}]")]
    types = form if isinstance(form, tuple) else (form,)
    fits = isinstance(value, types) and (bool in types or not isinstance(value, bool))
    return [] if fits else [f"{at} is {value!r}"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two decisions in files."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "lighthouses.txt").write_text(DECISION, encoding="utf-8")
    (folder / "owls.txt").write_text(SHELTER, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def imagined(run: Any, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """Their index, and what the ingest printed."""
    folder = tmp_path_factory.mktemp("contract") / "index"
    return folder, run("ingest", corpus, "--json", "--index", folder)


@pytest.fixture
def printed(cli: Any, imagined: tuple[Path, Any]) -> Any:
    """Run a command: status 0, nothing on stderr, on stdout one JSON value and nothing else."""

    def printed(*words: str | Path, form: Any) -> Any:
        done = cli(*words, "--json", "--index", imagined[0])
        assert (done.returncode, done.stderr) == (0, "")
        value = json.loads(done.stdout)
        assert not deviations(value, form)
        return value

    return printed


def test_ingest(imagined: tuple[Path, Any], run: Any, corpus: Path, tmp_path: Path) -> None:
    folder, done = imagined
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert not deviations(report, REPORT)
    assert (report["added"], report["documents"]) == (["BC-97/3", "BC-97/4"], 2)
    again = run("ingest", corpus, tmp_path / "none.txt", "--json", "--index", folder)
    assert again.returncode == 1
    report = json.loads(again.stdout)
    assert not deviations(report, REPORT)
    assert (report["unchanged"], len(report["failed"])) == (2, 1)


def test_parse(printed: Any, corpus: Path) -> None:
    parsed = printed(
        "parse", corpus / "lighthouses.txt", form={"documents": [DOCUMENT], "warnings": [WORDS]}
    )
    [document] = parsed["documents"]
    paragraphs = {one["number"]: one for one in document["paragraphs"]}
    assert paragraphs["2(b)"]["label"] == "BC-97/3, para. 2 (b)"
    assert paragraphs["2(b)"]["parent"] == paragraphs["2"]["id"]
    assert {one["kind"] for one in document["paragraphs"]} == {"preambular", "operative"}
    assert document["footnotes"][0]["marked_in"] == [paragraphs["1"]["id"]]
    assert paragraphs["1"]["text"] == "Welcomes the report on lighthouses;"


def test_search(printed: Any) -> None:
    found = printed("search", "owls in attics", "-k", "3", form=SEARCH)["results"]
    assert found[0]["label"] == "BC-97/4, para. 1"
    narrow = printed("search", "owls", "--where", "document=BC-97/3", form=SEARCH)["results"]
    assert {one["document"] for one in narrow} == {"BC-97/3"}


@pytest.mark.parametrize(
    ("question", "status", "labels"),
    [
        ("What are Parties urged to shelter owls in?", "answered", ["BC-97/4, para. 1"]),
        ("Quote BC-97/3, para. 2 (a)", "answered", ["BC-97/3, para. 2 (a)"]),
        ("Quote BC-97/3, para. 9", "no_such_reference", []),
        ("Who won the chess tournament on the moon?", "not_found", []),
    ],
)
def test_ask(printed: Any, question: str, status: str, labels: list[str]) -> None:
    answer = printed("ask", question, form=ANSWER)
    assert answer["question"] == question
    assert answer["status"] == status
    assert [one["label"] for one in answer["citations"]] == labels
    assert {one["support"] for one in answer["statements"]} <= {
        "verbatim",
        "supported",
        "unverified",
    }
    assert all(one["quote"] in one["text"] for one in answer["citations"])


@pytest.mark.parametrize(("command", "form"), [("ask", ANSWER), ("search", SEARCH)])
def test_a_file_of_questions(
    cli: Any, imagined: tuple[Path, Any], tmp_path: Path, command: str, form: dict[str, Any]
) -> None:
    """A byte-order mark, CRLF, empty lines and keys of others are passed over."""
    turns = [{"role": "user", "content": "Quote BC-97/3, para. 1"}]
    rows: list[dict[str, Any]] = [
        {"id": "b", "question": "Who shelters owls?", "gold": [], "colour": "red"},
        {"id": 2, "question": "And paragraph 3?", "history": turns},
    ]
    file = tmp_path / "q.jsonl"
    file.write_bytes(b"\xef\xbb\xbf\r\n" + "\r\n\r\n".join(map(json.dumps, rows)).encode())
    done = cli(command, "--from", file, "--json", "--index", imagined[0])
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.pop("id") for answer in answers] == ["b", 2]
    if command == "search":
        assert [answer.pop("question") for answer in answers] == [row["question"] for row in rows]
    assert not [d for answer in answers for d in deviations(answer, form)]


def test_a_long_file_is_answered_whole(
    cli: Any, imagined: tuple[Path, Any], tmp_path: Path
) -> None:
    file = tmp_path / "q.jsonl"
    rows = ({"id": n, "question": "Quote BC-97/4, para. 1"} for n in range(100))
    file.write_text("\n".join(map(json.dumps, rows)))
    done = cli("ask", "--from", file, "--json", "--index", imagined[0])
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == list(range(100))


def test_show(printed: Any) -> None:
    shown = printed("show", "BC-97/3, para. 2 (b)", form=SHOWN)
    assert [one["number"] for one in shown["chapeau"]] == ["2"]
    assert shown["before"]["number"] == "2(a)"
    assert shown["links_from"][0]["to"] == "BC-97/3, para. 1"


def test_actions(printed: Any) -> None:
    form = {"actions": [ACTION]}
    rows = printed("actions", form=form)["actions"]
    [lamps] = [row for row in rows if row["label"] == "BC-97/3, para. 3"]
    assert (lamps["addressee"], lamps["deadline"]) == ("Parties", "by 31 March 2031")
    [welcome] = [row for row in rows if row["label"] == "BC-97/3, para. 1"]
    assert welcome["addressee"] is None
    asked = printed("actions", "--where", "addressee=Secretariat", form=form)["actions"]
    labels = {row["label"] for row in asked}
    assert {"BC-97/3, para. 2 (a)", "BC-97/3, para. 2 (b)"} <= labels
    assert {row["addressee"] for row in asked} == {"Secretariat"}


def test_refs(printed: Any) -> None:
    form = {"references": [LINK]}
    assert {"BC-97/3, para. 1", "BC-97/2"} <= {
        link["to"] for link in printed("refs", "BC-97/3", form=form)["references"]
    }
    missing = printed("refs", "--missing", form=form)["references"]
    assert {link["to"] for link in missing} == {"BC-97/2", "UNEP/CHW.97/INF/5"}
    assert not any(link["in_corpus"] for link in missing)


def test_doctor(printed: Any) -> None:
    assert printed("doctor", form=DIAGNOSIS)["findings"] == []


def test_eval_run_by_a_path(cli: Any, imagined: tuple[Path, Any], tmp_path: Path) -> None:
    suite = tmp_path / "elsewhere.jsonl"
    turns = [{"role": "user", "content": "Quote BC-97/3, para. 1"}]
    rows: list[dict[str, Any]] = [
        {"id": "a", "kind": "fact", "question": "Who shelters owls?", "any": True,
         "gold": ["BC-97/4, para. 1", "BC-97/3, para. 1"], "must": ["attics"]},
        {"id": "b", "kind": "follow-up", "question": "And paragraph 3?", "history": turns,
         "gold": ["BC-97/3, para. 3"]},
        {"id": "c", "kind": "unanswerable", "question": "Who paints the moon?", "gold": []},
    ]  # fmt: skip
    suite.write_bytes(b"\xef\xbb\xbf" + "\r\n\r\n".join(map(json.dumps, rows)).encode())
    systems = "full,naive,bm25,dense,hybrid,full-rerank"
    words = ("eval", "run", suite, "--systems", systems, "--json", "--index", imagined[0])
    done = cli(*words)
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert list(printed) == ["suite", "systems"]
    assert printed["suite"] == "elsewhere"
    assert list(printed["systems"]) == systems.split(",")
    for figures in printed["systems"].values():
        assert figures.keys() >= set(FIGURES)
        assert not deviations(figures, {...: (int, float, type(None))})
    assert printed["systems"]["full"]["recall@5"] == 1.0
