"""Plain text and Markdown to lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.read.text import lines_of_text, read_text


def test_emphasis_and_marks_become_spans() -> None:
    (line,) = lines_of_text("1. *Welcomes* the plan,³ and **more**").lines
    looks = [(s.text, s.italic, s.bold, s.raised) for s in line.spans]
    assert ("Welcomes", True, False, False) in looks
    assert ("3", False, False, True) in looks
    assert ("more", False, True, False) in looks


def test_stars_that_are_no_emphasis_stay() -> None:
    (line,) = lines_of_text("2 * 3 lanterns* and *").lines
    assert line.text == "2 * 3 lanterns* and *"


def test_tables_have_cells() -> None:
    lines = lines_of_text("| Item | 2030 |\n| --- | --- |\n| Oil | 10 |").lines
    assert [line.cells for line in lines] == [("Item", "2030"), ("Oil", "10")]


def test_a_box_of_one_cell_is_text() -> None:
    (line,) = lines_of_text("\t| Decision 3/CMA.99 |").lines
    assert (line.text, line.cells) == ("Decision 3/CMA.99", ())


def test_markdown_headings_and_notes() -> None:
    pages = lines_of_text("## Scope\n\n[^4]: Four.\n")
    assert pages.format == "markdown"
    assert (pages.lines[0].role, pages.lines[0].level) == ("heading", 2)
    assert (pages.lines[2].role, pages.lines[2].note) == ("footnote", "4")


def test_form_feeds_part_pages() -> None:
    pages = lines_of_text("One\fTwo")
    assert pages.page_count == 2
    assert [line.page for line in pages.lines] == [1, 2]


@pytest.mark.parametrize("content", [b"", b" \n\n \t"])
def test_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_text(path)


def test_word_exports_are_one_line_a_paragraph() -> None:
    long = "word " * 60
    pages = lines_of_text(f"\t1.\t{long}\n\t2.\t{long}")
    assert all(line.whole for line in pages.lines)
    assert pages.lines[0].left > 0


def test_rows_with_tabs_or_gaps_are_a_table() -> None:
    pages = lines_of_text(
        "1.\tLight it.\n2.\tPut it out.\n\nDate\tActivity\tLead\nJune\tLighting\tKeepers\n\n"
        "Lamps\t12\nWicks\t13\n\n1/CP.99\tLamps\t2\n2/CP.99\tWicks\t3\n\n"
        "1.   Light.\n2.   Dark.\n\nOil       Mars\nGas       Moon\n"
    )
    assert [line.cells for line in pages.lines if line.role == "table"] == [
        ("Date", "Activity", "Lead"),
        ("June", "Lighting", "Keepers"),
        ("Oil", "Mars"),
        ("Gas", "Moon"),
    ]
