from __future__ import annotations

import os

from ingest.lock import LOCK
from ingest.walk import passed_over, walk


def names(found):
    return [path.name for path in found.files]


def test_folders_are_walked_in_the_order_of_names(tmp_path):
    for name in ("b/2.txt", "a/1.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(walk([tmp_path])) == ["c.txt", "1.txt", "2.txt"]


def test_a_loop_of_folders_ends_and_each_file_is_read_once(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("x")
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again.txt").symlink_to(inner / "a.txt")
    os.link(inner / "a.txt", tmp_path / "hard.txt")
    assert len(walk([tmp_path, inner, inner / "a.txt"]).files) == 1


def test_links_out_of_the_folder_are_followed(tmp_path):
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "a.txt").write_text("x")
    (tmp_path / "named").mkdir()
    (tmp_path / "named" / "link").symlink_to(tmp_path / "else", target_is_directory=True)
    assert names(walk([tmp_path / "named"])) == ["a.txt"]


def test_what_cannot_be_read_is_kept_so_that_it_is_reported(tmp_path):
    broken = tmp_path / "broken.txt"
    broken.symlink_to(tmp_path / "nowhere")
    missing = tmp_path / "missing"
    assert walk([tmp_path, missing]).files == (broken, missing)


def test_names_of_every_kind(tmp_path):
    odd = ["with space.txt", "new\nline.txt", "Décision.txt", "决定.txt", "قرار.txt", "-x.txt"]
    for name in odd:
        (tmp_path / name).write_text("x")
    undecodable = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / undecodable).write_text("x")
    assert sorted(names(walk([tmp_path]))) == sorted([*odd, undecodable])


def test_hidden_and_temporary_files_are_skipped_with_a_note(tmp_path):
    for name in (".hidden", "~$open.docx", ".~lock.a.docx#", "Thumbs.db", "a.txt"):
        (tmp_path / name).write_text("x")
    found = walk([tmp_path])
    assert names(found) == ["a.txt"]
    assert {skipped.path.name for skipped in found.skipped} == {
        ".hidden", "~$open.docx", ".~lock.a.docx#", "Thumbs.db"
    }  # fmt: skip
    assert names(walk([tmp_path / ".hidden"])) == [".hidden"], "named, so meant"


def test_a_very_deep_folder(tmp_path):
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    assert names(walk([tmp_path])) == ["a.txt"]


CATALOGUE = (
    '# What there is.\n\n[[document]]\ntitle = "[Draft] x"\nsymbols = ["UNEP/CHW.98/INF/1"]\n'
)


def test_what_lies_beside_documents_is_passed_over_and_counted(tmp_path):
    for name in ("a.json", "b.csv", "c.py", "decisions.toml", "README.md", "LICENSE", "Makefile"):
        (tmp_path / name).write_text("x")
    (tmp_path / "catalogue.txt").write_text(CATALOGUE)
    for name in ("decision.txt", "scan.png", "old.doc", "budget.xlsx", "FCCC.CP.98.1", "noending"):
        (tmp_path / name).write_text("x")
    found = walk([tmp_path])
    assert sorted(names(found)) == [
        "FCCC.CP.98.1", "budget.xlsx", "decision.txt", "noending", "old.doc", "scan.png"
    ]  # fmt: skip
    lines = passed_over(found.skipped)
    assert "1 passed over (catalogue of documents): catalogue.txt" in lines
    assert "2 passed over (data): a.json, b.csv" in lines
    assert names(walk([tmp_path / "README.md", tmp_path / "a.json"])) == ["README.md", "a.json"]


def test_many_files_that_are_passed_over_take_one_line(tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.json").write_text("{}")
    [line] = passed_over(walk([tmp_path]).skipped)
    assert line.startswith("12 passed over (data): 00.json, ")
    assert line.endswith("04.json and 7 more")


def test_an_index_in_the_folder_is_passed_over(tmp_path):
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / LOCK).touch()
    (tmp_path / "index" / "data.bin").write_text("x")
    (tmp_path / "decision.txt").write_text("x")
    found = walk([tmp_path])
    assert names(found) == ["decision.txt"]
    assert passed_over(found.skipped) == ("1 passed over (index of ours): index",)
