"""Every command over a real index of BC-14/21, in the forms of the contract."""

from __future__ import annotations

import csv
import json
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.models

LITTER = "What was the Secretariat asked to do about marine plastic litter?"
LABEL = "BC-14/21, para. 6 (d)"


@pytest.fixture
def ask_json(cli: Any, index: Path) -> Any:
    """Run a command over the index; stdout must be JSON and nothing else."""

    def ask_json(*words: str | Path, status: int = 0) -> Any:
        done = cli(*words, "--json", "--index", index)
        assert done.returncode == status, done.stderr
        return json.loads(done.stdout)

    return ask_json


def test_ingest_reports_what_it_did(cli: Any, index: Path, seed: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(index, tmp_path / "index")
    done = cli("ingest", seed, tmp_path / "none.pdf", "--json", "--index", folder)
    assert done.returncode == 1, "one file was not read"
    report = json.loads(done.stdout)
    assert list(report) == [
        "added",
        "updated",
        "unchanged",
        "removed",
        "failed",
        "documents",
        "paragraphs",
        "seconds",
    ]
    assert (report["added"], report["unchanged"], report["documents"]) == ([], 1, 1)
    [failure] = report["failed"]
    assert failure["path"] == str(tmp_path / "none.pdf")
    assert f"{failure['path']} was not read: {failure['reason']}" in done.stderr
    assert done.stderr.count("\n") == 1
    shown = cli("ingest", seed, "--index", folder)
    assert shown.returncode == 0
    assert "paragraphs" in shown.stdout, "a table"
    assert shown.stderr == ""


def test_ingest_says_where_it_wrote(cli: Any, seed: Path, tmp_path: Path) -> None:
    done = cli("ingest", seed, "--json", "--index", tmp_path / "new")
    assert json.loads(done.stdout)["added"] == ["BC-14/21"]
    assert done.stderr == f"decisions: note: written to {tmp_path / 'new'}\n"


def test_parse_gives_documents_and_warnings(cli: Any, seed: Path, tmp_path: Path) -> None:
    done = cli("parse", seed, "--json")
    parsed = json.loads(done.stdout)
    assert list(parsed) == ["documents", "warnings"]
    [document] = parsed["documents"]
    assert document["code"] == "BC-14/21"
    assert len(document["footnotes"]) == 5
    assert cli("parse", seed).stdout.startswith("BC-14/21")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.pdf", bytes(range(256)) * 20, ""),
        ("nothing.txt", b"   \n", ""),
    ],
)
def test_parse_explains_bad_files_in_one_line(
    cli: Any, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = cli("parse", tmp_path / name, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("decisions: ")
    assert name in done.stderr
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_search_gives_results(ask_json: Any) -> None:
    found = ask_json("search", "marine plastic litter", "-k", "3")
    assert list(found) == ["results", "timings_ms"]
    assert len(found["results"]) == 3
    first = found["results"][0]
    assert list(first) == ["id", "label", "document", "number", "score", "text"]
    assert first["label"] == LABEL


def test_search_explains_itself(ask_json: Any, cli: Any, index: Path) -> None:
    first = ask_json("search", "marine plastic litter", "--explain")["results"][0]
    assert "lexical_rank" in first["why"]
    done = cli("search", "marine plastic litter", "--explain", "--index", index)
    assert "by words no. 1" in done.stdout


def test_search_keeps_to_its_conditions(ask_json: Any) -> None:
    found = ask_json("search", "cooperation", "--where", "verb=Also requests")
    assert {row["number"] for row in found["results"]} <= {"10"}
    assert ask_json("search", "cooperation", "--where", "year=1999")["results"] == []


def test_a_file_of_searches_is_answered_in_order(cli: Any, index: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    rows = [{"id": "b", "question": "e-waste"}, {"id": "a", "question": "mercury"}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = cli("search", "--from", file, "-k", "2", "--json", "--index", index)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert [answer["results"][0]["number"] for answer in answers] == ["7", "9"]


def test_ask_gives_words_with_their_pinpoint(ask_json: Any) -> None:
    answer = ask_json("ask", LITTER)
    assert list(answer) == [
        "question",
        "status",
        "answer",
        "statements",
        "citations",
        "retrieved",
        "timings_ms",
    ]
    assert answer["status"] == "answered"
    assert [citation["label"] for citation in answer["citations"]] == [LABEL]
    [citation] = answer["citations"]
    assert citation["quote"] in citation["text"]


def test_ask_reads_well_in_a_terminal(run: Any, index: Path) -> None:
    done = run("ask", LITTER, "--index", index)
    assert done.returncode == 0
    assert LABEL in done.stdout
    assert "Sources" in done.stdout
    assert done.stderr == ""


def test_not_found_is_no_failure(ask_json: Any) -> None:
    answer = ask_json("ask", "Who won the football world cup in 1998?")
    assert (answer["status"], answer["citations"]) == ("not_found", [])


def test_a_paragraph_that_is_not_there_is_no_failure(ask_json: Any) -> None:
    answer = ask_json("ask", "Quote paragraph 14 of BC-14/21")
    assert answer["status"] == "no_such_reference"
    assert "11" in answer["answer"]


@pytest.mark.parametrize("question", ["", "   ", "why " * 5000])
def test_a_question_that_cannot_be_asked_is_one_line(cli: Any, index: Path, question: str) -> None:
    done = cli("ask", question, "--json", "--index", index)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("decisions: ")
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 300


def test_a_file_of_questions_is_answered_in_order(cli: Any, index: Path, tmp_path: Path) -> None:
    history = [
        {"role": "user", "content": "Quote BC-14/21, para. 6 (c)"},
        {"role": "assistant", "content": "…"},
    ]
    rows: list[dict[str, Any]] = [
        {"id": "z", "question": LITTER},
        {"id": 2, "question": ""},
        {"id": "a", "question": "And paragraph 7?", "history": history},
    ]
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = cli("ask", "--from", file, "--json", "--index", index)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["z", 2, "a"]
    assert answers[1]["citations"] == []
    assert [citation["number"] for citation in answers[2]["citations"]] == ["7"]
    assert done.returncode == 1, "one question was refused"
    assert done.stderr.startswith("decisions: question 2: ")
    assert done.stderr.count("\n") == 1


def test_show_gives_the_paragraph_in_its_context(ask_json: Any, cli: Any, index: Path) -> None:
    assert "marine plastic litter" in json.dumps(ask_json("show", LABEL))
    done = cli("show", "BC-14/21 para 5", "--index", index)
    assert "UNEP/CHW.14/INF/36" in done.stdout
    assert "not in the corpus yet" in done.stdout
    done = cli("show", "BC-14/21, para. 40", "--index", index)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_actions_say_who_is_asked(ask_json: Any, cli: Any, index: Path, tmp_path: Path) -> None:
    rows = ask_json("actions", "BC-14/21")["actions"]
    keys = ["label", "actor", "verb", "addressee", "act", "deadline", "condition"]
    assert all(list(row) == keys for row in rows)
    assert LABEL in {row["label"] for row in rows}
    files = tmp_path / "a.csv", tmp_path / "a.xlsx"
    done = cli("actions", "--csv", files[0], "--xlsx", files[1], "--index", index)
    assert done.returncode == 0, done.stderr
    with files[0].open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows) + 1
    assert files[1].read_bytes()[:2] == b"PK"
    narrow = ask_json("actions", "BC-14/21, para. 9")["actions"]
    assert {row["label"] for row in narrow} == {"BC-14/21, para. 9"}


def test_refs_say_what_is_missing(ask_json: Any, cli: Any, index: Path, tmp_path: Path) -> None:
    rows = ask_json("refs", "BC-14/21, para. 6 (e)")["references"]
    assert {"from": "BC-14/21, para. 6 (e)", "to": "BC-14/21, para. 8"}.items() <= rows[0].items()
    missing = ask_json("refs", "--missing")["references"]
    assert all(not row["in_corpus"] for row in missing)
    done = cli("refs", "--missing", "--csv", tmp_path / "m.csv", "--index", index)
    assert "UNEP/CHW.14/INF/36" in (tmp_path / "m.csv").read_text(encoding="utf-8-sig")
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("form", "begins"), [("akn", "<?xml"), ("markdown", "# "), ("json", '{\n  "code": "BC-14/21"')]
)
def test_export_writes_the_form(
    cli: Any, index: Path, tmp_path: Path, form: str, begins: str
) -> None:
    done = cli("export", "BC-14/21", "--format", form, "--index", index)
    assert done.stdout.startswith(begins), done.stderr
    file = tmp_path / "out"
    done_too = cli("export", "decision BC 14/21", "--format", form, "-o", file, "--index", index)
    assert (done_too.returncode, done_too.stdout) == (0, "")
    assert file.read_text(encoding="utf-8") == done.stdout


def test_what_cannot_be_written_is_explained(cli: Any, index: Path, tmp_path: Path) -> None:
    for words in (("export", "BC-14/21", "-o"), ("refs", "--csv"), ("actions", "--xlsx")):
        done = cli(*words, tmp_path / "none" / "x", "--index", index)
        assert done.returncode == 1
        assert "cannot write" in done.stderr
        assert done.stderr.count("\n") == 1


def test_doctor_finds_nothing_wrong(ask_json: Any, cli: Any, index: Path) -> None:
    assert ask_json("doctor")["healthy"] is True
    assert "Nothing wrong" in cli("doctor", "--index", index).stdout


def test_doctor_names_what_is_wrong(cli: Any, index: Path, tmp_path: Path) -> None:
    ill = tmp_path / "index"
    shutil.copytree(index, ill)
    for part in ill.glob("*/lexical*"):
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    done = cli("doctor", "--json", "--index", ill)
    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"][0]["severity"] == "damage"
    assert "--rebuild" in cli("doctor", "--index", ill).stdout


def test_a_port_that_is_taken_is_explained(cli: Any, index: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = cli("serve", "--port", str(taken.getsockname()[1]), "--index", index)
    assert done.returncode == 1
    assert "choose another --host or --port" in done.stderr
    assert done.stderr.count("\n") == 1
