"""PDF files to lines: real files, made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import EncryptedFile, NoTextLayer, UnreadableFile
from ingest.read.pdf import read_pdf
from tests.ingest.read.pdf_maker import Show, write_pdf


def lines_of(path: Path, *shows: Show) -> list[str]:
    return [line.text for line in read_pdf(write_pdf(path / "made.pdf", [shows])).lines]


def test_lines_go_from_top_to_bottom_whatever_was_painted_first(tmp_path: Path) -> None:
    found = lines_of(
        tmp_path,
        Show("A footnote.", 100, 80, 9),
        Show("The text.", 100, 700),
        Show("Top.", 100, 800),
    )
    assert found == ["Top.", "The text.", "A footnote."]


def test_raised_marks_join_their_line(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "made.pdf",
        [[Show("lanterns", 100, 700), Show("3", 131.8, 704, 6), Show(" and lamps", 135, 700)]],
    )
    (line,) = read_pdf(path).lines
    assert [(span.text.strip(), span.raised) for span in line.spans if span.text.strip()] == [
        ("lanterns", False),
        ("3", True),
        ("and lamps", False),
    ]


def test_a_gap_is_a_space_even_without_one(tmp_path: Path) -> None:
    (line,) = lines_of(tmp_path, Show("Decides", 100, 700), Show("that", 134.5, 700))
    assert line == "Decides that"


def test_a_wide_gap_parts_a_number_from_its_words(tmp_path: Path) -> None:
    (line,) = lines_of(tmp_path, Show("1.", 100, 700), Show("Decides to act.", 130, 700))
    assert line == "1.\tDecides to act."


def test_italic_and_bold_are_kept(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "made.pdf",
        [[Show("Requests", 100, 700, font="F2"), Show("Annex", 100, 600, 14, "F3")]],
    )
    first, second = read_pdf(path).lines
    assert first.spans[0].italic
    assert second.spans[0].bold
    assert second.size == 14


def test_words_printed_twice_for_boldness_stand_once(tmp_path: Path) -> None:
    assert lines_of(tmp_path, Show("Bold", 100, 700), Show("Bold", 100.3, 700)) == ["Bold"]


def test_a_scan_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer, match="OCR"):
        read_pdf(write_pdf(tmp_path / "scan.pdf", [[], []], picture=True))


def test_no_pages(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_pdf(write_pdf(tmp_path / "none.pdf", []))


def test_damaged(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "made.pdf", [[Show("Text", 100, 700)]])
    path.write_bytes(b"%PDF-1.7\n" + path.read_bytes()[40:90])
    with pytest.raises(UnreadableFile, match="damaged"):
        read_pdf(path)


def test_a_password_is_needed(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "locked.pdf", [[Show("Lanterns", 100, 700)]])
    keys = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    keys += f" /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<{'ef' * 16}> <{'ef' * 16}>]"
    path.write_bytes(path.read_bytes().replace(b"trailer\n<<", f"trailer\n<< {keys}".encode()))
    with pytest.raises(EncryptedFile, match="password"):
        read_pdf(path)
