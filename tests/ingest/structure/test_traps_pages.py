"""What pages, lines and footnotes break in a naive parser, each on a fictional document."""

from __future__ import annotations

import pytest

from tests.ingest.structure.made import (
    decision,
    only,
    printed,
    raised,
    texts,
)


def test_page_number_directly_above_a_paragraph_number() -> None:
    pages = "\n\n".join(
        f"{n}\n{n}. Requests the Secretariat to light lantern {word};"
        for n, word in enumerate(("one", "two", "three"), start=1)
    )
    document = decision(pages)
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == ["1", "2", "3"]
    assert all("\n" not in p.text and p.text.endswith(";") for p in document.paragraphs[1:])


def test_running_header_between_two_halves_of_a_sentence() -> None:
    sheet = printed()
    sheet.paragraph("1. Requests the Secretariat to collect information on lanterns and to")
    sheet.lines[-1] = sheet.lines[-1].__class__(
        sheet.lines[-1].spans, 1, 113.0, 480.0, sheet.top, sheet.top + 10
    )
    sheet.turn()
    sheet.line("report on it to the Conference of the Parties at its next meeting;", step=18)
    sheet.paragraph("2. Decides to close the matter.")
    document = only(sheet)
    text = texts(document)["para. 1"]
    assert text.endswith(
        "lanterns and to report on it to the Conference of the Parties at its next meeting;"
    )


def test_the_code_of_the_decision_heads_its_further_pages() -> None:
    sheet = printed()
    sheet.paragraph("1. Requests the Secretariat to collect information on lanterns and to")
    sheet.line("keep it for a very long time before the lanterns go out and then", step=12)
    sheet.turn(symbol="BC-99/7")
    sheet.line("report on it to the Conference of the Parties at its next meeting;", step=18)
    sheet.paragraph("2. Decides to close the matter.")
    document = only(sheet)
    assert "go out and then report on it" in texts(document)["para. 1"]


def test_short_paragraphs_of_one_line_each() -> None:
    """Steps between lines are those of wrapped ones, however few these are."""
    sheet = printed()
    sheet.line("1.\tRequests the Secretariat:", right=250, step=18)
    for letter in "abcdef":
        sheet.line(f"({letter})\tTo light lantern {letter};", left=141, right=300, step=18)
    sheet.line("and to report on it;", right=200, step=18)
    sheet.paragraph(
        "2. Decides that there are far more lanterns than lamps and wicks together. " * 3
    )
    document = only(sheet)
    assert texts(document)["para. 1"] == "Requests the Secretariat: and to report on it;"
    assert texts(document)["para. 1 (f)"] == "To light lantern f;"


def test_a_heading_at_the_top_of_a_page_is_not_the_rest_of_one_at_the_foot() -> None:
    sheet = printed()
    sheet.paragraph("1. Adopts the rules of the lanterns, set out in the annex to this decision;")
    sheet.heading("Annex")
    sheet.heading("Rules of the lanterns")
    sheet.turn()
    sheet.heading("A. Lanterns with oil")
    sheet.paragraph("1. Lanterns with oil are lit by their keepers every night of every year.")
    document = only(sheet)
    (rule,) = [p for p in document.paragraphs if p.kind == "annex"]
    assert rule.heading == "Rules of the lanterns > A. Lanterns with oil"


def test_plain_text_of_two_pages() -> None:
    first = (
        "1. Requests the Secretariat to count the lanterns that are mentioned in paragraphs (b) and"
    )
    document = decision(
        f"{first}\n(c) of its earlier decision;\n\n2. Requests it:\n\n(a) To light them;\n\n1\n"
        "\fUNEP/LAMP.99/28\n\n(b) To put them out.\n\n2"
    )
    found = texts(document)
    assert found["para. 1"].endswith("in paragraphs (b) and (c) of its earlier decision;")
    assert found["para. 2 (a)"] == "To light them;"
    assert document.paragraphs[-1].text == "To put them out."
    assert document.paragraphs[-1].heading is None


def test_short_lines_with_numbers_are_items() -> None:
    sheet = printed()
    sheet.paragraph("1. Decides to light the following lanterns, of which there are very many:")
    for number, name in enumerate(("Harbour lanterns", "Tower lanterns", "Ship lanterns"), 1):
        sheet.line(f"({number}) {name}", left=141, right=230, step=12)
    document = only(sheet)
    assert [p.text for p in document.paragraphs[-3:]] == [
        "Harbour lanterns",
        "Tower lanterns",
        "Ship lanterns",
    ]


def test_list_goes_on_over_a_page_with_footnotes_between() -> None:
    sheet = printed()
    sheet.paragraph("1. Requests the Secretariat, by the next meeting of the Parties:")
    sheet.line(
        "(a)\tTo collect lanterns,", raised("1"), " and lamps;", left=141, right=300, step=18
    )
    sheet.line(raised("1"), " UNEP/LAMP.99/INF/3.", size=9.0, top=760.0)
    sheet.turn()
    sheet.line("(b)\tTo recycle them;", left=141, right=300, step=18)
    sheet.paragraph("2. Decides to close the matter.")
    document = only(sheet)
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == [
        "1", "1(a)", "1(b)", "2",
    ]  # fmt: skip
    assert texts(document)["para. 1 (a)"] == "To collect lanterns, and lamps;"
    assert document.footnotes[0].marked_in == ("BC-99/7#para_1__subpara_a",)
    assert document.footnotes[0].symbols == ("UNEP/LAMP.99/INF/3",)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("conven-", "tion", "convention"),
        ("capacity-", "building", "capacity-building"),
        ("2018–", "2019", "2018–2019"),
    ],
)
def test_words_broken_over_a_line(first: str, second: str, whole: str) -> None:
    document = decision(
        "1. Notes the convention and its capacity-building for lamps;",
        f"2. Requests the Secretariat to look after the {first}\n{second} of lanterns.",
    )
    assert whole in texts(document)["para. 2"]


def test_footnote_goes_on_over_the_page() -> None:
    sheet = printed()
    sheet.paragraph("1. Takes note of the report on lanterns")
    sheet.line("of the year;", raised("1"), right=300)
    sheet.line(
        raised("1"), " The report is long and its title is even longer than", size=9.0, top=770.0
    )
    sheet.turn()
    sheet.paragraph("2. Decides to read it.")
    sheet.line("one page can hold.", size=9.0, top=770.0)
    document = only(sheet)
    assert document.footnotes[0].text.endswith("longer than one page can hold.")
    assert texts(document)["para. 2"] == "Decides to read it."


def test_footnote_numbers_start_again_in_an_annex() -> None:
    document = decision(
        "1. Adopts the rules on lanterns¹ in the annex.",
        "¹ First of the body.",
        "Annex",
        "Rules on lanterns",
        "1. A lantern¹ is a lamp.",
        "¹ First of the annex.",
    )
    first, second = document.footnotes
    assert (first.label, second.label) == (
        "BC-99/7, footnote 1",
        "BC-99/7, annex, footnote 1",
    )
    assert second.marked_in == ("BC-99/7#annex__para_1",)


def test_marks_glued_to_words_years_and_codes() -> None:
    document = decision(
        "1. Requests the Secretariat to send each communication1/ to Parties;",
        "2. Notes the period 2012–20132 and what was done in 2018.3 in passing;",
        "3. Recalls decision 9/CMA.14 and stays below 2 °C.",
        "¹ One.",
        "² Two.",
        "³ Three.",
        "⁴ Four.",
    )
    found = texts(document)
    assert found["para. 1"].startswith("Requests the Secretariat to send each communication to")
    assert "2012–2013 and" in found["para. 2"]
    assert "in 2018. in" in found["para. 2"]
    assert found["para. 3"] == "Recalls decision 9/CMA.1 and stays below 2 °C."
    assert all(footnote.marked_in for footnote in document.footnotes)


def test_double_mark() -> None:
    sheet = printed()
    sheet.line("1.\tNotes lanterns", raised("1, 2"), " and lamps.", right=300, step=18)
    sheet.line(raised("1"), " One.", size=9.0, top=760.0)
    sheet.line(raised("2"), " Two.", size=9.0, top=771.0)
    document = only(sheet)
    operative = document.paragraphs[-1]
    assert operative.footnotes == ("1", "2")
    assert operative.text == "Notes lanterns and lamps."


def test_powers_and_ordinals_are_no_marks() -> None:
    sheet = printed()
    sheet.line("1.\tNotes 12 km", raised("2"), " of road at the 7", raised("th"), " site.", step=18)
    document = only(sheet)
    assert document.paragraphs[-1].text == "Notes 12 km2 of road at the 7th site."
