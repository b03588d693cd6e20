"""The neighbours decide what a printed number is."""

from __future__ import annotations

import pytest

from ingest.structure.labels import read_label
from ingest.structure.numbering import Entry, place
from tests.ingest.structure.made import decision


def numbers(*labels: str) -> list[str]:
    entries = []
    for label in labels:
        read = read_label(f"{label} words")
        assert read is not None
        entries.append(Entry(read, asked=label in ("(a)", "a.")))
    return ["".join(f"{r.style}{r.ordinal} " for r in stack).strip() for stack in place(entries)]


@pytest.mark.parametrize("letter", list("bcdefghijklmnopqrstuvwxyz"))
def test_a_letter_after_its_neighbour_is_a_letter(letter: str) -> None:
    run = [f"({chr(c)})" for c in range(ord("a"), ord(letter) + 1)]
    assert numbers("1.", *run)[-1] == f"1.1 (a){ord(letter) - 96}"


@pytest.mark.parametrize(("before", "depth"), [("(a)", 3), ("(h)", 2)])
def test_i_is_a_numeral_below_a_and_a_letter_after_h(before: str, depth: int) -> None:
    run = [f"({chr(c)})" for c in range(ord("a"), ord(before[1]) + 1)]
    placed = numbers("1.", *run, "(i)", "(ii)" if depth == 3 else "(j)")
    assert len(placed[len(run) + 1].split()) == depth


def test_roman_list_goes_on_to_x_and_back_to_letters() -> None:
    romans = ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)"]
    placed = numbers("4.", "(a)", *romans, "(b)", "5.")
    assert placed[-3] == "1.4 (a)1 (i)10"
    assert placed[-2] == "1.4 (a)2"
    assert placed[-1] == "1.5"


def test_fourth_level() -> None:
    placed = numbers("1.", "(a)", "(i)", "a.", "b.", "(ii)", "(b)")
    assert placed[3] == "1.1 (a)1 (i)1 a.1"
    assert placed[5] == "1.1 (a)1 (i)2"
    assert placed[6] == "1.1 (a)2"


def test_pinpoints_of_four_levels() -> None:
    document = decision(
        "1. Requests the Secretariat:",
        "(a) To count lanterns by:",
        "(i) Colour, namely:",
        "a. Red;",
        "b. Green;",
        "(ii) Size;",
        "2. Decides to meet again.",
    )
    found = [p.number for p in document.paragraphs if p.kind == "operative"]
    assert found == ["1", "1(a)", "1(a)(i)", "1(a)(i)(a)", "1(a)(i)(b)", "1(a)(ii)", "2"]


def test_letters_without_a_number_above() -> None:
    document = decision("(a) Welcomes the report;", "(b) Decides to act.", preamble=())
    assert [p.pinpoint.label for p in document.paragraphs] == ["para. (a)", "para. (b)"]


def test_bracket_number_at_a_break_inside_a_sentence_is_text() -> None:
    document = decision("1. Decides, in line with paragraph 3 (b) and (c) above, to act.")
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == ["1"]


def test_years_and_amounts_are_no_numbers() -> None:
    document = decision(
        "1. Takes note of the years\n2018. The rest is text, and\n350,000 lanterns;",
        "2. Decides to stop.",
    )
    found = [p.number for p in document.paragraphs if p.kind == "operative"]
    assert found == ["1", "2"]
