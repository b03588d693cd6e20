"""Two columns of text, and tables, which only look like them."""

from __future__ import annotations

from ingest.parse import parse_file
from ingest.read.pdf import read_pdf
from tests.ingest.read.pdf_maker import Show, write_pdf

FULL = "the keepers of all lamps and lanterns write"


def line(text, left, row):
    return Show(text, left, 700 - 12 * row)


def both(row):
    return [
        line(f"L{row:02} {FULL} {row:02}", 60, row),
        line(f"R{row:02} {FULL} {row:02}", 320, row),
    ]


def test_the_left_column_is_read_before_the_right_one(tmp_path):
    shows = [line("A title that runs across both columns of the page, from left to right", 150, 0)]
    shows += [show for row in range(2, 12) for show in both(row)]
    lines = read_pdf(write_pdf(tmp_path / "columns.pdf", [shows])).lines
    assert lines[0].text.startswith("A title")
    heads = [one.text[:3] for one in lines[1:]]
    assert heads == [f"{side}{row:02}" for side in "LR" for row in range(2, 12)]


def test_a_line_across_both_columns_parts_them(tmp_path):
    across = "A heading that runs across both columns in the middle of the very same page"
    shows = [show for row in range(1, 6) for show in both(row)]
    shows.append(line(across, 150, 7))
    shows += [show for row in range(9, 14) for show in both(row)]
    lines = read_pdf(write_pdf(tmp_path / "columns.pdf", [shows])).lines
    heads = [one.text[:3] for one in lines]
    assert heads == [
        *(f"{side}{row:02}" for side in "LR" for row in range(1, 6)),
        "A h",
        *(f"{side}{row:02}" for side in "LR" for row in range(9, 14)),
    ]


def test_a_table_of_two_columns_stays_rows(tmp_path):
    words = ("lamp", "lantern with oil and a wick", "wick", "a keeper of many lamps", "oil")
    shows = []
    for row in range(1, 16):
        shows += [
            line(words[row % 5] + f" no {row}", 60, row),
            line(f"described as {words[(row + 2) % 5]} of kind {row}", 320, row),
        ]
    lines = read_pdf(write_pdf(tmp_path / "table.pdf", [shows])).lines
    assert len(lines) == 15
    assert all("\t" in one.text for one in lines)


def test_numbered_paragraphs_in_two_columns_keep_their_order(tmp_path):
    shows = [
        Show("Decision BC-99/7: Lanterns in two columns", 60, 740, 14.0, "F3"),
        Show("The Conference of the Parties,", 60, 720),
    ]
    for side, left in enumerate((60, 320)):
        for row in range(10):
            number = side * 5 + row // 2 + 1
            text = f"{number}. Decides that lanterns, of which there are very many" + " x"
            rest = f"shall be lit by all of the keepers in each of years {number};"
            shows.append(line(rest if row % 2 else text, left, row))
    (document,) = parse_file(write_pdf(tmp_path / "columns.pdf", [shows])).documents
    assert [p.number for p in document.paragraphs] == [str(n) for n in range(1, 11)]
