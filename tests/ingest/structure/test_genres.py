"""Whole documents of the genres, each fictional: reports, resolutions, old prints, web text."""

from __future__ import annotations

from ingest.read.lines import Line, Pages, Span
from ingest.structure import build
from tests.ingest.structure.made import ENACTING, Sheet, parse, texts

REPORT = """
UNITED NATIONS
UNEP/LAMP.99/28
Distr.: General
Conference of the Parties to the Lamp Convention
Ninety-ninth meeting
Report of the Conference of the Parties on the work of its ninety-ninth meeting

I. Opening of the meeting

1. The meeting was held in a hall full of lamps.

II. Adoption of the agenda

2. The Conference of the Parties adopted the following agenda:

1. Opening of the meeting.

2. Lanterns:

(a) Oil;

(b) Wicks;

3. Lamps;

4. Other matters.

3. The President drew attention to the lanterns.

Annex I

Decisions adopted by the Conference of the Parties at its ninety-ninth meeting

BC-99/1: Election of officers

The Conference of the Parties,

Recalling rule 22 of its rules of procedure,

1. Elects the keepers of the lamps.

BC-99/2: Technical guidelines on lanterns

The Conference of the Parties,

1. Adopts the amendments in the annex to the present decision.

Annex to decision BC-99/2

Amendments to Annexes II and VIII to the Lamp Convention

1. Insert lanterns in Annex VIII.

Annex II

Outcomes of the high-level segment

1. The ministers praised the lamps.
"""


def test_a_meeting_report_with_its_decisions_in_an_annex() -> None:
    report, first, second = parse(REPORT).documents
    assert (report.form, report.code) == ("report", "UNEP/LAMP.99/28")
    assert [p.number for p in report.paragraphs if p.kind == "report"] == [
        "1", "2", "2(1)", "2(2)", "2(2)(a)", "2(2)(b)", "2(3)", "2(4)", "3",
    ]  # fmt: skip
    assert (first.code, first.title) == ("BC-99/1", "Election of officers")
    assert [p.pinpoint.label for p in second.paragraphs] == ["para. 1", "annex, para. 1"]
    # What follows the decisions is the report's again.
    assert texts(report)["annex II, para. 1"] == "The ministers praised the lamps."


def test_the_title_of_an_annex_that_is_nothing_but_decisions() -> None:
    report, *_ = parse(REPORT[: REPORT.index("Annex II\n")]).documents
    assert [p.kind for p in report.paragraphs if p.kind != "report"] == []


def test_a_decision_keeps_its_own_annexes() -> None:
    text = REPORT.replace("Annex to decision BC-99/2", "Annex I to decision BC-99/2")
    text = text.replace("\nAnnex II\n", "\nAnnex II to decision BC-99/2\n")
    *_, second = parse(text).documents
    assert [p.pinpoint.label for p in second.paragraphs] == [
        "para. 1",
        "annex I, para. 1",
        "annex II, para. 1",
    ]


def test_an_annex_that_does_not_name_the_decision_is_the_reports() -> None:
    text = REPORT.replace("Annex to decision BC-99/2", "Annex I to decision BC-99/2")
    text = text.replace(
        "\nAnnex II\n",
        "\nAnnex II to decision BC-99/2\n\n1. Delete lamps from Annex IX.\n\nAnnex II\n",
    )
    report, _, second = parse(text).documents
    assert texts(second)["annex II, para. 1"] == "Delete lamps from Annex IX."
    assert texts(report)["annex II, para. 1"] == "The ministers praised the lamps."


def test_sections_whose_numeral_and_title_are_headings_of_one_level() -> None:
    (document,) = parse(
        "# BC.Ex-99/1: Cooperation on lanterns\n\nThe Conference of the Parties,\n\n"
        "### I\n\n### Joint lamps\n\n1. Welcomes the lamps;\n\n2. Decides to light them.\n\n"
        "### II\n\n### Joint wicks\n\n1. Decides to trim the wicks."
    ).documents
    assert [(p.pinpoint.label, p.heading) for p in document.paragraphs] == [
        ("section I, para. 1", "I > Joint lamps"),
        ("section I, para. 2", "I > Joint lamps"),
        ("section II, para. 1", "II > Joint wicks"),
    ]


def test_plain_text_whose_marks_have_lost_their_rise() -> None:
    (document,) = parse(
        "OEWG-99/5: Lantern waste\n\nThe Open-ended Working Group\n\n"
        "1. Takes note of the report on lanterns;1\n\n"
        "2. Requests the Secretariat, by 2030:\n\n"
        "(a) To develop guidance on 15 lamps in 2018;2\n\n"
        "1 UNEP/LAMP/OEWG.99/3.\n2 UNEP/LAMP/OEWG.99/INF/4, annex.\n\n"
        "(b) To report to the\n12 Parties of the Convention;\n\n"
        "3. Decides to close."
    ).documents
    found = texts(document)
    assert found["para. 1"] == "Takes note of the report on lanterns;"
    assert found["para. 2 (a)"] == "To develop guidance on 15 lamps in 2018;"
    assert found["para. 2 (b)"] == "To report to the 12 Parties of the Convention;"
    assert [note.text for note in document.footnotes] == [
        "UNEP/LAMP/OEWG.99/3.",
        "UNEP/LAMP/OEWG.99/INF/4, annex.",
    ]
    assert [note.marked_in for note in document.footnotes] == [
        ("OEWG-99/5#para_1",),
        ("OEWG-99/5#para_2__subpara_a",),
    ]
    # A document that a note names is not the document itself.
    assert document.symbols == ()


def test_notes_at_the_end_of_a_file_of_several_decisions() -> None:
    first, second = parse(
        "BC-99/1: Lantern oil\n\nThe Conference of the Parties,\n\n1. Notes the report;1\n\n"
        "BC-99/2: Lantern glass\n\nThe Conference of the Parties,\n\n1. Notes the study;2\n\n"
        "2. Decides to close.\n\n1 UNEP/LAMP.99/3.\n2 UNEP/LAMP.99/4."
    ).documents
    assert [note.text for note in first.footnotes] == ["UNEP/LAMP.99/3."]
    assert [note.text for note in second.footnotes] == ["UNEP/LAMP.99/4."]
    assert texts(first)["para. 1"] == "Notes the report;"
    assert texts(second)["para. 1"] == "Notes the study;"


def test_headings_with_automatic_numbers() -> None:
    def line(text: str, number: str | None = None, *, bold: bool = False) -> Line:
        return Line((Span(text, bold=bold),), whole=True, role="paragraph", number=number)

    lines = (
        line("BC-99/9: Lanterns", bold=True),
        line(ENACTING),
        line("Oil", "I.", bold=True),
        line("Decides to light lanterns;", "1."),
        line("Gas", "II.", bold=True),
        line("Decides to put them out.", "1."),
    )
    (document,) = build(Pages(lines, "docx"), "lanterns.docx").documents
    assert [(p.pinpoint.label, p.heading) for p in document.paragraphs] == [
        ("section I, para. 1", "I. Oil"),
        ("section II, para. 1", "II. Gas"),
    ]


def test_headings_between_two_tables_are_no_rows() -> None:
    rows = [Line((Span("Oil\t3"),), whole=True, role="table", cells=("Oil", "3"))] * 2
    words = ("BC-99/9: Lanterns", ENACTING, "1. Adopts the tables.", "Table 1", "Table 2")
    head, enacting, only, first, second = (
        Line((Span(text, bold=text[0] in "BT"),), whole=True, role="paragraph") for text in words
    )
    pages = Pages((head, enacting, only, first, *rows, second, *rows), "docx")
    (document,) = build(pages, "lanterns.docx").documents
    tables = [p for p in document.paragraphs if p.kind == "table"]
    assert [p.pinpoint.label for p in tables] == [
        "table 1, row 1", "table 1, row 2", "table 2, row 1", "table 2, row 2",
    ]  # fmt: skip


def test_numbered_chapters_of_plain_text() -> None:
    light = "Lanterns should be lit by those who need them and put out by those who do not. " * 2
    (document,) = parse(
        "BC-99/9: Lanterns\n\nThe Conference of the Parties,\n\n1. Adopts the annex.\n\n"
        f"Annex\n\nLantern guidelines\n\n1. Introduction\n\n{light}\n\n2. Oil\n\n{light}"
    ).documents
    chapters = [(p.number, p.heading) for p in document.paragraphs if p.kind == "annex"]
    assert [heading for _, heading in chapters] == [
        "Lantern guidelines > 1. Introduction",
        "Lantern guidelines > 2. Oil",
    ]


def test_an_appendix_names_its_annex() -> None:
    for appendix in (
        "Appendix I to annex I",
        "Apéndice I del anexo I",
        "Appendice I de l’annexe I",
    ):
        (document,) = parse(
            "BC-99/9: Lanterns\n\nThe Conference of the Parties,\n\n1. Adopts the annex.\n\n"
            f"Annex I\n\nRules\n\n1. Light.\n\n{appendix}\n\nKeepers\n\n1. Ms. Lantern."
        ).documents
        assert [p.pinpoint.label for p in document.paragraphs] == [
            "para. 1",
            "annex I, para. 1",
            "annex I, appendix I, para. 1",
        ]


def test_notes_at_the_foot_of_pages_of_plain_text() -> None:
    first, second = parse(
        "BC-99/1: Lantern oil\n\nThe Conference of the Parties,\n\n1. Notes the report;1\n\n"
        "1 UNEP/LAMP.99/3.\n\n1\f"
        "BC-99/2: Lantern glass\n\nThe Conference of the Parties,\n\n1. Notes the study;2\n\n"
        "2. Decides to close.\n\n2 UNEP/LAMP.99/4.\n\n2\f"
    ).documents
    assert [note.text for note in first.footnotes] == ["UNEP/LAMP.99/3."]
    assert [note.text for note in second.footnotes] == ["UNEP/LAMP.99/4."]
    assert second.footnotes[0].marked_in == ("BC-99/2#para_1",)
    assert texts(second)["para. 2"] == "Decides to close."


def test_quoted_provisions_keep_their_numbers_to_themselves() -> None:
    for opened, closed in ("“”", '""'):
        (document,) = parse(
            "SC-99/9: Listing of lantern oil\n\nThe Conference of the Parties,\n\n"
            "1. Decides to amend Annex A to the Convention by the following row:\n\n"
            "Chemical | Activity | Exemption\nLantern oil | Production | None\n\n"
            f"2. Decides to insert a new part X:\n\n{opened}Part X\n\nLantern oil\n\n"
            "1. For the purposes of this entry:\n\n(a) Lantern oil is oil;\n\n"
            f"(b) Lamp oil is other oil.{closed}\n\n3. Requests the Secretariat to write."
        ).documents
        operative = [p for p in document.paragraphs if p.kind == "operative"]
        assert [p.number for p in operative] == ["1", "2", "3"]
        assert operative[1].text.endswith(f"(b) Lamp oil is other oil.{closed}")
        assert [p.text for p in document.paragraphs if p.kind == "table"] == [
            "Chemical | Activity | Exemption",
            "Lantern oil | Production | None",
        ]


def test_sections_named_so_stand_side_by_side() -> None:
    (document,) = parse(
        "CBD/COP/DEC/15/4\n\n15/4. Lantern framework\n\nThe Conference of the Parties,\n\n"
        "1. Adopts the framework in the annex.\n\nAnnex\n\nLANTERN FRAMEWORK\n\n"
        "Section A. Background\n\n1. Lanterns are fundamental.\n\n"
        "Section B. Purpose\n\n2. The framework responds to darkness."
    ).documents
    assert [p.heading for p in document.paragraphs if p.kind == "annex"] == [
        "LANTERN FRAMEWORK > Section A. Background",
        "LANTERN FRAMEWORK > Section B. Purpose",
    ]


def test_a_target_with_a_letter_is_no_paragraph_number() -> None:
    (document,) = parse(
        "99/1. Transforming our lanterns\n\nThe General Assembly,\n\n1. Adopts the targets:\n\n"
        "1.a Ensure that lanterns are mobilized.\n\n2. Decides to go on."
    ).documents
    assert [p.number for p in document.paragraphs] == ["1", "2"]


def test_a_heading_in_the_type_of_the_text() -> None:
    sheet = Sheet()
    sheet.heading("Decision BC-99/7")
    sheet.heading("Management of discarded lanterns")
    sheet.line(ENACTING, left=141, right=264, step=24)
    sheet.heading("III. Effect")
    sheet.line("Oil", right=130, step=24)
    sheet.paragraph("1. Decides that lanterns, of which there are very many, are lit by night;")
    sheet.line("Wicks and glass", right=190, step=18)
    sheet.paragraph("2. Requests the keepers of lamps to look after their wicks and their glass.")
    (document,) = build(sheet.pages(), "lanterns.pdf").documents
    operative = [p for p in document.paragraphs if p.kind == "operative"]
    assert [p.number for p in operative] == ["1", "2"]
    assert operative[0].text.endswith("are lit by night;")
    assert operative[1].heading == "III. Effect > Wicks and glass"


def test_a_line_break_before_a_year_in_the_preamble() -> None:
    (document,) = parse(
        "Decision BC-99/7\n\nLantern budget\n\nThe Conference of the Parties,\n\n"
        "Recalling its decision on the programme budget for the biennium\n\n2016–2017,\n\n"
        "Noting the lamps,\n\n1. Approves the lantern budget."
    ).documents
    preamble = [p.text for p in document.paragraphs if p.kind == "preambular"]
    assert preamble == [
        "Recalling its decision on the programme budget for the biennium 2016–2017,",
        "Noting the lamps,",
    ]


def test_a_report_is_titled_by_itself_not_by_a_draft_that_it_forwards() -> None:
    (document,) = parse(
        "UNEP/LAMP.99/5\n\nReport of the Lamp Body on its ninth session\n\n"
        "Draft decisions forwarded for consideration and adoption by the next Conference\n\n"
        "I. Opening of the session\n\n1. The session was opened by the keeper of all the lamps.\n"
    ).documents
    assert document.title == "Report of the Lamp Body on its ninth session"


def test_a_paragraph_about_a_meeting_is_no_closing_line() -> None:
    (document,) = parse(
        "UNEP/LAMP.99/5\n\nReport of the Lamp Body on its ninth session\n\n"
        "I. Opening of the session\n\n1. The meeting was opened by the keeper of lamps.\n\n"
        "2. Meeting documents were lit.\n"
    ).documents
    assert [p.number for p in document.paragraphs] == ["1", "2"]
