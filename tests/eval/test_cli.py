from __future__ import annotations

import json
import shutil

import pytest

from eval.suite import load_suite, shipped_suites

FIGURES = {
    "recall@5", "recall@10", "ndcg@10", "pinpoint_precision", "pinpoint_recall",
    "refusal_precision", "refusal_recall", "p50_ms",
}  # fmt: skip
ROWS = [
    {"id": "a", "kind": "fact", "question": "marine plastic litter and microplastics",
     "gold": ["BC-14/21, para. 6 (d)"]},
    {"id": "b", "kind": "fact", "question": "mercury wastes", "gold": ["BC-14/21, para. 9"]},
]  # fmt: skip


@pytest.fixture
def suite(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_a_run_by_path_has_the_form_of_the_contract(cli, suite):
    done = cli("eval", "run", suite, "--systems", "bm25,naive", "--json")
    assert done.status == 0
    printed = json.loads(done.out)
    assert printed.keys() == {"suite", "systems"}
    assert printed["suite"] == "mine"
    assert list(printed["systems"]) == ["bm25", "naive"]
    assert printed["systems"]["bm25"].keys() >= FIGURES
    assert printed["systems"]["bm25"]["recall@1"] == 1.0


def test_the_guard_holds(cli):
    """By name, in the contract's form, with real models, over the floors of CI."""
    done = cli("eval", "run", "guard", "--systems", "full", "--guard", "--json")
    assert done.status == 0, done.err
    printed = json.loads(done.out)
    assert printed["suite"] == "guard"
    assert printed["systems"]["full"].keys() >= FIGURES


def test_a_figure_under_its_floor_is_exit_1_and_named(cli, suite):
    done = cli("eval", "run", suite, "--systems", "bm25", "--fail-under", "recall@1=1.1")
    assert done.status == 1
    assert "recall@1 is 1.0, at least 1.1" in done.err


def test_a_suite_without_floors_is_told(cli, suite):
    done = cli("eval", "run", suite, "--systems", "bm25", "--guard")
    assert done.status == 1
    assert "no floors for" in done.err


def test_systems_of_the_last_run_are_compared(cli, suite, tmp_path):
    page = tmp_path / "page.html"
    cli("eval", "run", suite, "--systems", "bm25,naive", "--html", page)
    assert "<svg" in page.read_text("utf-8")
    done = cli("eval", "compare", "naive", "bm25", "--json")
    assert done.status == 0
    names = {row["measure"] for row in json.loads(done.out)["differences"]}
    assert {"recall@5", "mrr"} <= names


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**ROWS[0], "gold": ["BC-14/21, para. 77"]}, "line 1, a: BC-14/21, para. 77"),
        ({**ROWS[0], "gold": ["XX-1/1, para. 1"]}, "line 1, a: XX-1/1, para. 1"),
        ({**ROWS[0], "gold": "para. 6"}, "line 1"),
    ],
)
@pytest.mark.parametrize("command", ["check", "run"])
def test_what_is_wrong_with_a_suite_is_named(cli, suite, row, said, command):
    suite.write_text(json.dumps(row) + "\n")
    done = cli("eval", command, suite)
    assert done.status == 1
    assert said in done.err
    assert "Traceback" not in done.err


def test_figures_are_printed_though_a_label_does_not_exist(cli, suite):
    with suite.open("a") as file:
        file.write(json.dumps({**ROWS[0], "id": "c", "gold": ["BC-14/21, para. 77"]}) + "\n")
    done = cli("eval", "run", suite, "--systems", "bm25", "--json")
    assert done.status == 1
    assert json.loads(done.out)["systems"]["bm25"]["recall@10"] == pytest.approx(2 / 3)


def test_an_unknown_system_is_told(cli, suite):
    done = cli("eval", "run", suite, "--systems", "owl")
    assert done.status == 1
    assert "no system 'owl'" in done.err


@pytest.mark.parametrize("name", [n for n in sorted(shipped_suites()) if "unfccc" not in n])
def test_every_label_of_the_shipped_suites_exists(cli, name):
    assert cli("eval", "check", name).status == 0


def test_the_guard_is_part_of_the_tuning_suite():
    everything = load_suite("bc-14-21").questions
    assert all(question in everything for question in load_suite("guard").questions)


def test_an_index_of_a_shipped_suite_tells_its_rate(decision, tmp_path, capfd):
    from ui.cli.main import main

    aside = tmp_path / "index"
    shutil.copytree(decision / "cache", aside / "cache")
    assert main(["eval", "index", "bc-14-21", "--index", str(aside), "--json"]) == 0
    printed = json.loads(capfd.readouterr().out)
    assert printed["added"] == ["BC-14/21"]
    assert printed["paragraphs_per_second"] > 0
