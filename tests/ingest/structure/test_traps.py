"""What breaks a naive parser, each on a fictional document."""

from __future__ import annotations

import pytest

from ingest.check import check
from ingest.errors import NothingCitable
from ingest.read.lines import Span
from ingest.structure import build
from tests.ingest.structure.made import (
    ENACTING,
    HEAD,
    Sheet,
    decision,
    parse,
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


def test_quoted_amendments_are_text() -> None:
    document = decision(
        "1. Decides to replace paragraph 9 of its rules by the following:",
        "“9. Requests Parties to carry lanterns.”",
        "2. Decides to stop.",
    )
    found = texts(document)
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == ["1", "2"]
    assert "“9. Requests Parties to carry lanterns.”" in found["para. 1"]


def test_text_after_a_list_belongs_to_the_chapeau() -> None:
    document = decision(
        "1. Requests the Secretariat:",
        "(a) To collect lanterns;",
        "(b) To collect lamps;",
        "taking into account the resources that it has;",
        "2. Decides to stop.",
    )
    chapeau = next(p for p in document.paragraphs if p.number == "1" and p.kind == "operative")
    assert chapeau.tail is not None
    assert chapeau.text[: chapeau.tail].strip() == "Requests the Secretariat:"
    assert chapeau.text[chapeau.tail :].startswith("taking into account")
    assert texts(document)["para. 1 (b)"] == "To collect lamps;"


def test_a_list_in_the_preamble_ends_where_the_operative_paragraphs_begin() -> None:
    document = decision(
        "1. Decides:",
        "(a) To light them;",
        "(b) To count them;",
        "2. Further decides to rest.",
        preamble=("Recognizing that,", "(a) Lanterns are many,", "(b) Lamps are few,"),
    )
    assert [(p.kind, p.number) for p in document.paragraphs] == [
        ("preambular", "1"),
        ("preambular", "1(a)"),
        ("preambular", "1(b)"),
        ("operative", "1"),
        ("operative", "1(a)"),
        ("operative", "1(b)"),
        ("operative", "2"),
    ]


def test_items_that_are_titles_in_strong_type_are_items() -> None:
    document = decision(
        "1. Decides to further the work, including through:",
        "**(a) Information and methods**",
        "(i) Counting lanterns;",
        "(ii) Counting lamps;",
        "**(b) Adaptation**",
        "(i) Lighting them.",
        "**A. Lamps**",
        "2. Decides to rest.",
    )
    numbers = [p.number for p in document.paragraphs if p.kind == "operative"]
    assert numbers == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "1(b)(i)", "2"]


def test_lettered_headings_between_paragraphs_stay_headings() -> None:
    document = decision(
        "1. Decides to light them.",
        "**(a) Governance**",
        "2. Decides to count them.",
        "**(b) Finance**",
        "3. Decides to rest.",
    )
    operative = [p for p in document.paragraphs if p.kind == "operative"]
    assert [(p.number, p.heading) for p in operative] == [
        ("1", None),
        ("2", "(a) Governance"),
        ("3", "(b) Finance"),
    ]


def test_numbering_runs_on_through_section_headings() -> None:
    document = decision(
        "I. Lanterns",
        "1. Decides to light them;",
        "II. Lamps",
        "2. Decides to light them as well;",
        "3. Requests the Secretariat to help.",
    )
    operative = [p for p in document.paragraphs if p.kind == "operative"]
    assert [p.number for p in operative] == ["1", "2", "3"]
    assert [p.heading for p in operative] == ["I. Lanterns", "II. Lamps", "II. Lamps"]


def test_annexes_number_anew_and_pinpoints_stay_unique() -> None:
    document = decision(
        "1. Adopts annex I and annex II.",
        "Annex I",
        "Rules",
        "Rule 1",
        "1. Lanterns are lamps.",
        "2. Lamps are not.",
        "Rule 2",
        "1. Lamps burn.",
        "Annex II",
        "Work programme",
        "I. First year",
        "1. Buy oil.",
        "II. Second year",
        "1. Buy wicks.",
        "Appendix",
        "1. List of oils.",
    )
    labels = [p.pinpoint.label for p in document.paragraphs if p.kind == "annex"]
    assert labels == [
        "annex I, rule 1, para. 1",
        "annex I, rule 1, para. 2",
        "annex I, rule 2, para. 1",
        "annex II, section I, para. 1",
        "annex II, section II, para. 1",
        "annex II, appendix, para. 1",
    ]


def test_heading_whose_last_line_is_annex_i() -> None:
    sheet = printed()
    sheet.line(Span("Commitments of Parties that are named in", 14.0, bold=True), size=14, step=30)
    sheet.line(Span("Annex I", 14.0, bold=True), size=14, step=15, right=180)
    sheet.paragraph("1. Decides to light the lanterns of the Parties concerned.")
    document = only(sheet)
    assert document.paragraphs[-1].pinpoint.label == "para. 1"
    assert document.paragraphs[-1].heading == "Commitments of Parties that are named in Annex I"


def test_contents_list_is_a_check_and_no_start() -> None:
    text = "\n".join(
        (
            "Contents",
            "Decision\tPage",
            "BC-99/7\tManagement of discarded lanterns..............2",
            "BC-99/8\tManagement of lamps..............3",
            HEAD,
            ENACTING,
            "1. Decides to light lanterns.",
            "Decision BC-99/8: Management of lamps",
            ENACTING,
            "1. Decides to light lamps.",
        )
    )
    built = parse(text)
    assert built.contents == ("BC-99/7", "BC-99/8")
    assert [d.code for d in built.documents] == ["BC-99/7", "BC-99/8"]


def test_closing_line_before_or_after_the_annex() -> None:
    closing = "7th plenary meeting\n13 December 2118".replace("2118", "2018")
    for order in ((closing, "Annex", "1. Oil."), ("Annex", "1. Oil.", closing)):
        document = decision("1. Adopts the annex.", *order)
        assert document.adopted == "2018-12-13"
        assert [p.text for p in document.paragraphs if p.kind == "annex"] == ["Oil."]


def test_resolution_beside_a_decision_of_the_same_number() -> None:
    built = parse(
        "\n\n".join(
            (
                "Decision 1/CP.99",
                "Lanterns",
                ENACTING,
                "1. Decides to light them.",
                "Resolution 1/CP.99",
                "Gratitude for lanterns",
                ENACTING,
                "1. Expresses its gratitude.",
            )
        )
    )
    assert [d.code for d in built.documents] == ["1/CP.99", "Resolution 1/CP.99"]


def test_unnumbered_declaration_in_an_annex() -> None:
    document = decision(
        "1. Endorses the declaration in the annex.",
        "Annex",
        "Declaration on lanterns",
        "We, the ministers, love lanterns.",
        "We shall light them every evening.",
    )
    labels = [p.pinpoint.label for p in document.paragraphs if p.kind == "annex"]
    assert labels == ["annex, unnumbered para. 1", "annex, unnumbered para. 2"]


def test_draft_brackets_and_options_stay() -> None:
    document = decision("1. [Decides][Agrees] to light [all] lanterns [by 2030];")
    assert texts(document)["para. 1"] == "[Decides][Agrees] to light [all] lanterns [by 2030];"


def test_inline_enumeration_is_running_text() -> None:
    document = decision("1. Decides (i) to light lanterns, (ii) to keep oil and (a) to rest.")
    assert len([p for p in document.paragraphs if p.kind == "operative"]) == 1


def test_reports_become_numbered_paragraphs() -> None:
    built = parse(
        "UNEP/LAMP.99/INF/12\n\nNote by the secretariat on lanterns\n\n"
        "I. Introduction\n\n1. The group met in a hall full of lamps.\n\n"
        "2. It was opened by the keeper of the lamps.\n"
    )
    (document,) = built.documents
    assert document.form == "report"
    assert document.code == "UNEP/LAMP.99/INF/12"
    assert [p.label for p in document.paragraphs] == [
        "UNEP/LAMP.99/INF/12, para. 1",
        "UNEP/LAMP.99/INF/12, para. 2",
    ]
    assert {p.kind for p in document.paragraphs} == {"report"}


def test_without_numbers_pages_are_the_pinpoints() -> None:
    built = parse(
        "The keeper of the lamps wrote this without a single number.\n"
        "\fThe second page has no number either, and says little more.\n"
    )
    labels = [p.pinpoint.label for p in built.documents[0].paragraphs]
    assert labels[-1] == "p. 2, unnumbered para. 1"


def test_a_text_with_nothing_in_it() -> None:
    with pytest.raises(NothingCitable):
        parse("\n\n\n")


def test_a_table_keeps_rows_and_header() -> None:
    document = decision(
        "1. Adopts the budget in the annex.",
        "Annex",
        "| Item | 2030 | 2031 |\n| --- | --- | --- |\n| Oil | 10 | 20 |\n| Wicks | 3 | 4 |",
    )
    rows = [p for p in document.paragraphs if p.kind == "table"]
    assert [p.text for p in rows] == ["Item | 2030 | 2031", "Oil | 10 | 20", "Wicks | 3 | 4"]
    assert rows[1].heading is not None
    assert "Item | 2030 | 2031" in rows[1].heading
    assert rows[2].label == "BC-99/7, annex, table 1, row 3"


def test_two_bodies_open_a_decision_jointly() -> None:
    (document,) = parse(
        "\n\n".join(
            (
                HEAD,
                "The Conference of the Parties to the Lamp Convention,",
                "The Conference of the Parties to the Oil Convention,",
                "Recalling oil,",
                "1. Decide to meet.",
            )
        )
    ).documents
    assert [m.role for m in document.matter].count("enacting") == 2
    assert len([p for p in document.paragraphs if p.kind == "preambular"]) == 1


def test_checks_find_gaps_and_orphans() -> None:
    document = decision(
        "1. Decides to light lanterns;",
        "3. Decides to light lamps:",
        "(a) Red;",
        "(c) Green.",
        "² Nobody calls this note.",
    )
    assert {finding.rule for finding in check(document)} == {"numbers", "letters", "footnotes"}
    assert check(decision("1. Decides to light lanterns.")) == ()


def printed() -> Sheet:
    sheet = Sheet()
    sheet.heading("Decision BC-99/7")
    sheet.heading("Management of discarded lanterns")
    sheet.line(Span(ENACTING, 10.0, italic=True), left=141, right=264, step=24)
    sheet.line(
        Span("Recalling", 10.0, italic=True),
        " its earlier work on lamps,",
        left=141,
        right=300,
        step=18,
    )
    return sheet


def only(sheet: Sheet):
    (document,) = build(sheet.pages(), "lanterns.pdf").documents
    return document
