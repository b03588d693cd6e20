"""The top of a document by a secretariat, and what plain text loses of it; all fictional."""

from __future__ import annotations

import pytest

from ingest.read.lines import Line, Pages, Span
from ingest.structure import build
from tests.ingest.structure.made import decision, parse, texts

NOTE = (
    "UNITED NATIONS",
    "UNEP/LAMP.99/7",
    "Distr.: General",
    "3 February 2099",
    "Conference of the Parties to the Lamp Convention on the Control of Movements of Lanterns",
    "Ninety-ninth meeting",
    "Tranquillity, 29 April–10 May 2099",
    "Item 5 (c) of the provisional agenda*",
    "Matters related to the implementation of the Convention: listing of lantern oil",
    "Recommendation to list lantern oil",
    "Note by the Secretariat",
    "I. Introduction",
    "1. The committee recommended the listing of oil in documents that it has published.",
    "2. The Conference may wish to agree.",
)


def test_a_note_is_titled_by_the_line_above_its_author() -> None:
    (document,) = parse("\n\n".join(NOTE)).documents
    assert document.title == "Recommendation to list lantern oil"
    assert [p.number for p in document.paragraphs] == ["1", "2"]


def test_automatic_numbers_end_a_masthead() -> None:
    lines = [Line((Span(text),), whole=True) for text in NOTE[:12]]
    for number, text in enumerate(NOTE[12:], start=1):
        lines.append(Line((Span(text[3:]),), whole=True, number=f"{number}."))
    lines.append(Line((Span("See UNEP/LAMP.98/28, annex II"),), whole=True, number="3."))
    (document,) = build(Pages(tuple(lines), "docx"), "note.docx").documents
    assert [p.number for p in document.paragraphs] == ["1", "2", "3"]


@pytest.mark.parametrize("mark", ["*", "**"])
def test_a_note_with_stars_in_plain_text(mark: str) -> None:
    top = [line.replace("*", mark) for line in NOTE]
    (document,) = parse("\n\n".join((*top, f"{mark} UNEP/LAMP.99/1."))).documents
    assert [(note.number, note.text) for note in document.footnotes] == [(mark, "UNEP/LAMP.99/1.")]
    assert texts(document)["para. 2"] == "The Conference may wish to agree."


def test_several_stars_in_front_of_lines_are_bullets() -> None:
    document = decision("1. Decides to light lamps*, namely:", "* Lanterns;", "* Lamps.")
    assert not document.footnotes


def test_emphasis_within_sentences_says_nothing_about_headings() -> None:
    document = decision(
        "1. *Adopts* the mandate in the annex.",
        "Annex",
        "Mandate of the keepers of lamps",
        "1. The keepers shall light the lamps.",
        "Target 1",
        "2. All lamps are lit.",
    )
    assert [(p.number, p.heading) for p in document.paragraphs if p.annex] == [
        ("1", "Mandate of the keepers of lamps"),
        ("2", "Mandate of the keepers of lamps > Target 1"),
    ]


def test_a_code_that_ends_a_wrapped_sentence_begins_no_decision() -> None:
    document = decision(
        "1. Takes note of the guidelines on lamps and lanterns that were adopted by\n"
        "decision BC-98/4.\n\n2. Requests the Secretariat to light the lamps."
    )
    assert texts(document)["para. 1"].endswith("that were adopted by decision BC-98/4.")
    assert "para. 2" in texts(document)


def test_the_name_of_a_table_is_its_heading() -> None:
    lines = [
        Line((Span("Decision BC-99/7", bold=True),), whole=True),
        Line((Span("Lamps", bold=True),), whole=True),
        Line((Span("The Conference of the Parties,"),), whole=True),
        Line((Span("1. Takes note of the limits in table 1 below."),), whole=True),
        Line((Span("Table 1. Limits of light"),), whole=True),
        Line((Span("Lamp\t50"),), whole=True, role="table", cells=("Lamp", "50")),
        Line((Span("Lantern\t60"),), whole=True, role="table", cells=("Lantern", "60")),
    ]
    (document,) = build(Pages(tuple(lines), "docx"), "lamps.docx").documents
    assert texts(document)["para. 1"] == "Takes note of the limits in table 1 below."
    assert document.paragraphs[1].heading == "Table 1. Limits of light"


def test_a_table_named_on_two_lines_and_its_notes_are_no_part_of_the_paragraph_above() -> None:
    def said(text: str) -> Line:
        return Line((Span(text),), whole=True)

    lines = [
        said("Decision BC-99/7"),
        said("Lamps"),
        said("The Conference of the Parties,"),
        said("1. Takes note of the limits in the table below."),
        said("Table 1"),
        said("Limits of light"),
        Line((Span("Lampa\t50"),), whole=True, role="table", cells=("Lampa", "50")),
        said("Abbreviations: KO = kerosene oil."),
        said("a   Lamps of the Executive Secretary are not counted."),
        said("b   30 lanterns in 2099."),
        said("2. Requests the Secretariat to light the lamps."),
    ]
    (document,) = build(Pages(tuple(lines), "docx"), "lamps.docx").documents
    assert texts(document)["para. 1"] == "Takes note of the limits in the table below."
    assert [p.text for p in document.paragraphs if p.pinpoint.label.startswith("unnumb")] == [
        "Abbreviations: KO = kerosene oil.",
    ]
    assert [(note.number, note.text) for note in document.footnotes] == [
        ("a", "Lamps of the Executive Secretary are not counted."),
        ("b", "30 lanterns in 2099."),
    ]
    assert texts(document)["para. 2"] == "Requests the Secretariat to light the lamps."
