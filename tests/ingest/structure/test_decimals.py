"""Decimal numbers of guidelines and rules of procedure; all fictional."""

from __future__ import annotations

from ingest.read.lines import Line, Pages, Span
from ingest.structure import build
from tests.ingest.structure.made import Sheet, decision, texts

RULES = (
    "1. Adopts the rules set out in the annex to the present decision;",
    "2. Decides to light no more than 1.5 million lamps.",
    "Annex",
    "Rules of the lantern fund",
    "1.1 The fund shall hold the contributions of Parties.",
    "1.2 The fund shall be kept by the Secretariat, which shall:",
    "(a) Receive contributions;",
    "(b) Pay for lanterns.",
    "2.1 Contributions shall be paid in oil.",
)


def test_a_decimal_number_is_a_paragraphs_own() -> None:
    found = texts(decision(*RULES))
    assert list(found)[-5:] == [
        "annex, para. 1.1",
        "annex, para. 1.2",
        "annex, para. 1.2 (a)",
        "annex, para. 1.2 (b)",
        "annex, para. 2.1",
    ]
    assert found["annex, para. 1.2"].startswith("The fund shall be kept")


def test_numbered_headings_of_several_levels() -> None:
    document = decision(
        RULES[0],
        "Annex",
        "Guidance on lantern oil",
        "1. Introduction",
        "1.1 Purpose",
        "The purpose of the guidance is to keep oil out of lakes.",
        "2. Considerations",
        "2.1 General considerations",
        "2.1.1 Parties should store oil in tanks.",
        "2.1.2 Parties should not spill it.",
    )
    assert [(p.number, p.heading) for p in document.paragraphs if p.annex] == [
        ("unnumbered 1", "Guidance on lantern oil > 1. Introduction > 1.1 Purpose"),
        ("2.1.1", "Guidance on lantern oil > 2. Considerations > 2.1 General considerations"),
        ("2.1.2", "Guidance on lantern oil > 2. Considerations > 2.1 General considerations"),
    ]


def test_plain_numbers_go_on_around_decimal_ones() -> None:
    document = decision(
        RULES[0],
        "Annex",
        "1. The keepers of lamps shall meet once a year and shall report on their meetings.",
        "1.1 Each meeting shall be lit.",
        "1.2 Each meeting shall be open.",
        "2. The keepers shall elect officers.",
    )
    assert [p.number for p in document.paragraphs if p.annex] == ["1", "1.1", "1.2", "2"]


def test_an_amount_at_the_beginning_of_a_line_is_no_number() -> None:
    document = decision(
        "1. Notes that warming of lamps has reached", "1.5 Kelvin in the north;", "2. Decides."
    )
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == ["1", "2"]


def test_automatic_decimal_numbers() -> None:
    lines = [Line((Span(text),), whole=True) for text in ("BC-99/7: Lamps", "Annex")]
    words = (Span("The fund shall be kept in oil."),)
    lines += [Line(words, whole=True, number=number) for number in ("1.1.", "1.2.", "2.1.")]
    lines.insert(1, Line((Span("1. Adopts the rules."),), whole=True))
    (document,) = build(Pages(tuple(lines), "docx"), "rules.docx").documents
    assert [p.number for p in document.paragraphs if p.annex] == ["1.1", "1.2", "2.1"]


def test_decimal_numbers_with_a_tab_are_no_table() -> None:
    sheet = Sheet()
    sheet.heading("Decision BC-99/7")
    sheet.heading("Rules of the lantern fund")
    sheet.paragraph("1. Adopts the rules set out in the annex to the present decision.")
    sheet.heading("Annex")
    for number in ("1.1", "1.2", "2.1"):
        sheet.line(f"{number}\tThe fund shall be kept in oil.", right=300.0, step=18.0)
    (document,) = build(sheet.pages(), "rules.pdf").documents
    assert [p.number for p in document.paragraphs if p.annex] == ["1.1", "1.2", "2.1"]
