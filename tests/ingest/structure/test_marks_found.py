"""Where a footnote's mark may hide: titles, enacting lines, annexes' heads, tables."""

from __future__ import annotations

from ingest.read.lines import Span
from ingest.structure import build
from tests.ingest.structure.made import ENACTING, Sheet, decision, parse, raised, texts


def only(sheet: Sheet):
    (document,) = build(sheet.pages(), "lanterns.pdf").documents
    return document


def opened(*head: Span | str, enacting: tuple[Span | str, ...] = (ENACTING,)) -> Sheet:
    sheet = Sheet()
    sheet.line(*head, right=300.0, step=30.0, size=14.0)
    sheet.heading("Management of discarded lanterns")
    sheet.line(*enacting, left=141, right=264, step=24)
    sheet.line("Recalling its earlier work on lamps,", left=141, right=300, step=24)
    return sheet


def code(text: str = "Decision BC-99/7") -> Span:
    return Span(text, 14.0, bold=True)


def test_a_star_behind_the_code_belongs_to_the_title() -> None:
    sheet = opened(code(), Span("*", 10.0))
    sheet.paragraph("1. Decides to light lanterns.")
    sheet.line("* Part of the lantern framework.", size=9.0, top=760.0)
    document = only(sheet)
    assert document.title == "Management of discarded lanterns"
    assert [mark.number for mark in document.title_marks] == ["*"]


def test_a_mark_of_the_enacting_line_goes_with_the_first_paragraph() -> None:
    sheet = opened(code(), enacting=("The Conference of the Parties,", raised("1")))
    sheet.paragraph("1. Decides to light lanterns.")
    sheet.line(raised("1"), " This is without prejudice to lamps.", size=9.0, top=760.0)
    document = only(sheet)
    assert document.footnotes[0].marked_in == ("BC-99/7#preamble__para_1",)


def test_two_raised_digits_are_one_number_where_only_that_note_stands() -> None:
    sheet = opened(code())
    sheet.line(
        "1.\tNotes lanterns", Span("1", 6.5, raised=True), Span("1", 6.4, raised=True), step=18
    )
    sheet.line(raised("11"), " Eleven.", size=9.0, top=760.0)
    document = only(sheet)
    assert document.paragraphs[-1].footnotes == ("11",)
    assert document.footnotes[0].marked_in


def test_a_date_that_begins_with_a_called_number_is_no_note() -> None:
    sheet = opened(code())
    sheet.line("1.\tDecides to light lanterns.", raised("7"), right=300, step=24)
    sheet.line("10th plenary meeting", left=400, right=480, step=30, size=9.0)
    sheet.line("7 April 2118".replace("2118", "2018"), left=420, right=480, step=12, size=9.0)
    sheet.line(raised("7"), " UNEP/LAMP.99/INF/3.", size=9.0, top=760.0)
    document = only(sheet)
    assert [note.text for note in document.footnotes] == ["UNEP/LAMP.99/INF/3."]
    assert document.adopted == "2018-04-07"


def test_keys_of_a_table_beside_a_called_letter_stay_text() -> None:
    sheet = opened(code())
    sheet.paragraph("1. Adopts the table in the annex.")
    sheet.heading("Annex")
    sheet.line("Lantern\tOil", raised("b, 3"), "\tWick", step=18, size=9.0)
    sheet.line("Red\t10\t20", step=12, size=9.0)
    sheet.line("Green\t11\t21", step=12, size=9.0)
    sheet.line(raised("b"), " In litres.", size=9.0, step=20)
    document = only(sheet)
    (header,) = (p for p in document.paragraphs if p.text.startswith("Lantern"))
    assert header.footnotes == ("b",)
    assert header.text == "Lantern | Oil 3 | Wick"


def test_a_letter_calls_the_note_of_a_table_that_ends_pages_later() -> None:
    sheet = opened(code())
    sheet.paragraph("1. Adopts the table in the annex.")
    sheet.heading("Annex")
    sheet.line(Span("Oil of the year 2030", 10.0, bold=True), raised("a"), step=24)
    for page in range(3):
        for lamp in range(4):
            sheet.line(f"Lamp {page}{lamp}\t10\t20", step=12, size=9.0)
        if page < 2:
            sheet.turn()
    sheet.line(raised("a"), " In litres.", size=9.0, step=20)
    document = only(sheet)
    assert document.footnotes[0].marked_in


def test_an_outline_of_headings_becomes_paragraphs() -> None:
    sheet = opened(code())
    sheet.paragraph(
        "1. Adopts the outline of the lantern report that is contained in the annex, and asks"
        " the keepers of lamps of all Parties to follow it wherever their lanterns allow it."
    )
    sheet.heading("Annex")
    sheet.heading("Outline of the lantern report")
    sheet.line("[English only]", left=420, right=480, step=24)
    for label, words in (("I", "Oil"), ("A", "Kinds of oil"), ("B", "Uses"), ("C", "Waste")):
        sheet.line(f"{label}.\t{words} of lanterns", right=300, step=24)
    sheet.line("II.\tConclusions", raised("1"), right=300, step=24)
    sheet.line(raised("1"), " If there are any.", size=9.0, top=760.0)
    annex = [p for p in only(sheet).paragraphs if p.kind == "annex"]
    assert [p.text for p in annex] == [
        "A. Kinds of oil of lanterns",
        "B. Uses of lanterns",
        "C. Waste of lanterns",
        "II. Conclusions",
    ]
    assert annex[0].heading == "Outline of the lantern report > I. Oil of lanterns"
    assert annex[-1].footnotes == ("1",)


def test_a_mark_glued_behind_a_letter_in_brackets() -> None:
    document = decision(
        "1. Notes the lanterns reported under paragraph 2 (a)1 of the rules.",
        "¹ This number will change.",
    )
    assert document.paragraphs[-1].text.endswith("paragraph 2 (a) of the rules.")
    assert document.footnotes[0].marked_in == ("BC-99/7#para_1",)


def test_marks_that_plain_text_has_glued_are_found_in_every_decision() -> None:
    first, second = parse(
        "BC-99/1: Lanterns1\n\nThe Conference of the Parties,\n\n"
        "Recalling its decision BC-98/34,2 on lamps,\n\n1. Decides to light them.\n\n"
        "1 The decision was taken at night.\n\n2 UNEP/LAMP.98/7.\n\n"
        "BC-99/2: Lamps\n\nThe Conference of the Parties,\n\n"
        "1. Welcomes the report on lamps;1\n\n1 UNEP/LAMP.99/8.\n\n2. Decides to light them."
    ).documents
    assert (first.title, [mark.number for mark in first.title_marks]) == ("Lanterns", ["1"])
    assert texts(first)["preamble, para. 1"] == "Recalling its decision BC-98/34, on lamps,"
    assert [note.text for note in first.footnotes] == [
        "The decision was taken at night.",
        "UNEP/LAMP.98/7.",
    ]
    assert [(note.text, note.marked_in) for note in second.footnotes] == [
        ("UNEP/LAMP.99/8.", ("BC-99/2#para_1",))
    ]
