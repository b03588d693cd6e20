"""Whatever is given: one line that says what is wrong, the right status, the index untouched."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from ui.cli.main import main
from ui.cli.registry import COMMANDS

pytestmark = pytest.mark.models

#: Bytes that no reader takes for text, the same each time.
NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(200))
LATIN = "Caf\xe9s\n\n1. Requests the Secretariat to op\xe9rer.\n".encode("latin-1")

FILES = [
    ("none.txt", None, "No such file"),
    ("empty.txt", b"", "empty"),
    ("blank.md", b" \n\t\n", "blank.md"),
    ("noise.pdf", NOISE, "not text"),
    ("noise.txt", NOISE, "not text"),
    ("broken.pdf", b"%PDF-1.7\n" + NOISE, "broken.pdf"),
    ("broken.docx", b"PK\x03\x04" + NOISE, "broken.docx"),
    ("list.txt", b"Milk, eggs, bread and two lemons", "no decision, document symbol"),
    ("recipe.md", b"# Cake\n\n1. Mix.\n2. Stir.\n3. Bake for an hour.\n", "no decision"),
    ("catalogue.toml", b'[[document]]\nsymbols = ["UNEP/CHW.98/1"]\n', "catalogue of documents"),
]

#: Words of a command, and what its one line says. INDEX and FOLDER are filled in.
REFUSED = [
    (("show", "BC-14/99"), "no such document"),
    (("show", "BC-14/21, para. 99"), "BC-14/21 has 11"),
    (("show", ""), "names no place"),
    (("export", "BC-14/99"), "no document"),
    (("actions", "BC-14/99"), "no document"),
    (("actions", "BC-14/21, para. 99"), "no such place"),
    (("refs", "nothing"), "names no document"),
    (("refs", "BC-14/21, para. 99"), "no such place"),
    (("ask", ""), "empty"),
    (("ask", " \n "), "empty"),
    (("ask", "x" * 20_000), "20,000 characters"),
    (("search", ""), "empty"),
    (("search", "x" * 20_000), "20,000 characters"),
    (("ask", "--from", "FOLDER/none.jsonl"), "none.jsonl"),
    (("ask", "--from", "FOLDER"), "cannot read"),
    (("search", "--from", "FOLDER/broken.jsonl"), "line 2"),
    (("ask", "--from", "FOLDER/broken.jsonl"), "line 2"),
    (("serve", "--host", "192.0.2.1"), "cannot listen"),
]


def _state(folder: Path) -> dict[str, str]:
    """Every file of a folder with its checksum."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _one_line(done: Any, said: str) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("decisions: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 400
    assert "fault of the program" not in done.stderr


@pytest.mark.parametrize(("name", "data", "said"), FILES, ids=[name for name, *_ in FILES])
def test_a_file_that_cannot_be_read(
    cli: Any, index: Path, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    _one_line(cli("parse", file, "--json"), said)
    before = _state(index)
    done = cli("ingest", file, "--index", index)
    assert done.returncode == 1
    assert f"{file} was not read: " in done.stderr
    assert done.stderr.count("\n") == 1
    assert _state(index) == before


def test_a_file_of_100_megabytes_is_refused_unread(cli: Any, index: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(100 * 1024 * 1024)
    _one_line(cli("parse", file), "100 MB, more than 64")
    before = _state(index)
    assert cli("ingest", file, "--index", index).returncode == 1
    assert _state(index) == before


def test_an_index_that_nothing_could_be_written_to_is_not_begun(cli: Any, tmp_path: Path) -> None:
    done = cli("ingest", tmp_path / "none.txt", "--index", tmp_path / "index")
    assert done.returncode == 1
    assert "No such file" in done.stderr
    after = cli("ask", "What?", "--index", tmp_path / "index")
    _one_line(after, "decisions ingest")


def test_another_encoding_is_read(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(LATIN)
    done = cli("parse", tmp_path / "latin.txt", "--json")
    assert done.returncode == 0
    assert "opérer" in done.stdout


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[" ".join(w)[:40] for w, _ in REFUSED])
def test_what_cannot_be_done_is_said(
    cli: Any, index: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "broken.jsonl").write_text('{"id": 1, "question": "x"}\n{"id"\n')
    before = _state(index)
    filled = [word.replace("FOLDER", str(tmp_path)) for word in words]
    _one_line(cli(*filled, "--index", index), said)
    assert _state(index) == before


@pytest.mark.parametrize("question", ["<script>alert(1)</script>", "{{x}} ${y} %s \\0", "\x1b[2J?"])
def test_markup_in_a_question_is_words(cli: Any, index: Path, question: str) -> None:
    done = cli("ask", question, "--index", index)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("eval", "parse")])
def test_an_index_that_is_a_file_is_wrong_usage(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main([command, "--index", str(file), "x"]) == 2
    assert "is a file" in capsys.readouterr().err


def test_a_file_in_place_of_the_index_is_explained(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    _one_line(run("refs", env={**os.environ, "DECISIONS_INDEX": str(file)}), "Not a directory")
