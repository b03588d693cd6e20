"""What lists, parts and whole documents break in a naive parser, each on a fictional document."""

from __future__ import annotations

import pytest

from ingest.check import check
from ingest.errors import NothingCitable
from ingest.read.lines import Span
from tests.ingest.structure.made import (
    ENACTING,
    HEAD,
    decision,
    only,
    parse,
    printed,
    texts,
)


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
