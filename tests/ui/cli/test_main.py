"""Exit statuses and one-line errors, for every way to fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import IndexMissing
from ui.cli import registry
from ui.cli.main import main
from ui.cli.registry import COMMANDS

USAGE = 2
WRONG = [
    ("no-such-command",),
    ("ask",),
    ("ask", "a question", "--from", "x.jsonl"),
    ("ask", "a question", "--no-such-option"),
    ("search", "a question", "-k", "0"),
    ("search", "a question", "-k", "many"),
    ("search", "a question", "--where", "year"),
    ("search", "a question", "--where", "year="),
    ("search", "a question", "--where", "colour=red"),
    ("search", "a question", "--where", "year=2018", "--where", "year=2019"),
    ("ingest",),
    ("parse",),
    ("show",),
    ("export", "BC-14/21", "--format", "pdf"),
    ("serve", "--port", "99999"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_status_2_and_says_how(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: decisions")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("ask", "--help"), ("--version",)])
def test_help_is_success_on_stdout(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert "decisions" in out
    assert err == ""


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let ``decisions doctor`` raise what is given."""

    def failing(error: BaseException) -> None:
        def fail() -> None:
            raise error

        monkeypatch.setitem(registry.COMMANDS, "doctor", "tests_failing:fail")
        module = type(sys)("tests_failing")
        module.fail = fail  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "tests_failing", module)

    return failing


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IndexMissing("there is no index at x", "run `decisions ingest`"), "there is no index"),
        (KeyboardInterrupt(), "stopped"),
        (ZeroDivisionError("one\ntwo"), "unexpected ZeroDivisionError (one two)"),
        (RecursionError(), "unexpected RecursionError"),
        (MemoryError(), "unexpected MemoryError"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_failure_is_one_line_and_status_1(
    failing: Any, capsys: pytest.CaptureFixture[str], error: BaseException, said: str
) -> None:
    failing(error)
    assert main(["doctor"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("decisions: ")
    assert said in err
    assert err.count("\n") == 1


def test_debug_shows_where(failing: Any, capsys: pytest.CaptureFixture[str]) -> None:
    failing(ZeroDivisionError("here"))
    assert main(["--debug", "doctor"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_broken_setting_is_named(monkeypatch: pytest.MonkeyPatch, run: Any) -> None:
    done = run("search", "x", env={**os.environ, "DECISIONS_THREADS": "many"})
    assert done.returncode == 1
    assert done.stderr.startswith("decisions: setting 'threads'")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [("ask", "x"), ("search", "x"), ("show", "BC-14/21"), ("refs",)])
def test_without_an_index_the_remedy_is_ingest(run: Any, tmp_path: Path, words: Any) -> None:
    done = run(*words, "--index", tmp_path / "none")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "decisions ingest" in done.stderr
    assert not (tmp_path / "none").exists(), "reading makes no index"


def test_a_reader_that_leaves_early_is_no_error(seed: Path) -> None:
    command = [sys.executable, "-m", "ui.cli.main", "parse", str(seed), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == 1
    assert said == b""


def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    fifo = tmp_path / "questions.jsonl"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "ui.cli.main", "search", "--from", str(fifo)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        with fifo.open("w"):  # opens once the command reads it
            process.send_signal(signal.SIGINT)
        # Closed by now: a signal that came just before the read began does not end the read.
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(timeout=60) == 1
    assert said == "decisions: stopped: run the same command again to go on\n"


HELPS = [(), *((name,) for name in COMMANDS), ("eval", "run")]


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_help_is_quick_because_nothing_heavy_is_imported(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ui.cli.main", *words, "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    heavy = {"numpy", "torch", "chromadb", "gradio", "rich", "llama_index", "httpx"}
    assert not imported & heavy
