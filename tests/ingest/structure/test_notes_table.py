"""Notes of a table: keyed by letters below it, each table with an *a* of its own."""

from __future__ import annotations

from pathlib import Path

from assistant.answer.reading import Reading
from ingest.check import check
from ingest.export import export
from ingest.export.akn_read import from_akn
from ingest.model import Document
from ingest.parse import parse_file
from ingest.passage import passages_of
from ingest.pinpoint import Pinpoint
from ingest.read.lines import Line, Pages, Span
from ingest.structure import build

from .made import Sheet, decision, parse, printed, raised

_TABLES = """\
1. Adopts the budget in the tables below;

Table 1

Oil for lanterns

| Harbour | Litres |
| --- | --- |
| North | 30 |

Abbreviations: KO = kerosene oil.

a  Includes the oil of the ferry.

b  Paid by the guild.

Table 2

Wicks

| Harbour | Wicks |
| --- | --- |
| South | 12 |

a  Cotton only.

2. Requests the Secretariat to light the lamps."""


def _notes(document: Document) -> list[tuple[str | None, str, str]]:
    return [(note.part, note.number, note.text) for note in document.footnotes]


def test_plain_letters_below_a_table_are_its_notes() -> None:
    document = decision(*_TABLES.split("\n\n"))
    assert _notes(document) == [
        ("table 1", "a", "Includes the oil of the ferry."),
        ("table 1", "b", "Paid by the guild."),
        ("table 2", "a", "Cotton only."),
    ]
    texts = [p.text for p in document.paragraphs if p.kind == "operative"]
    assert texts == [
        "Adopts the budget in the tables below;",
        "Abbreviations: KO = kerosene oil.",
        "Requests the Secretariat to light the lamps.",
    ]
    captions = {p.heading for p in document.paragraphs if p.kind == "table" and p.number[-1] == "1"}
    assert captions == {"Oil for lanterns", "Wicks"}


def test_letters_that_do_not_run_on_from_a_are_text() -> None:
    document = decision(
        "1. Adopts the table:", "| Harbour | Litres |", "| North | 30 |", "c  Third"
    )
    assert document.footnotes == ()


def test_marks_that_the_format_dropped_are_no_finding_and_their_notes_are_found() -> None:
    document = decision(*_TABLES.split("\n\n"))
    assert [finding.rule for finding in check(document)] == []
    first = next(p for p in passages_of(document) if p.id.endswith("table_1__row_1"))
    assert "oil of the ferry" in first.fields["footnotes"]


def _sheet() -> Sheet:
    """Two tables in the middle of a page, their notes in small type, one over two lines."""
    sheet = printed()
    sheet.paragraph("1. Adopts the budget of the tables below, in litres and in wicks;")
    for harbour, notes in (("North", ("Of the ferry.", "Paid by")), ("South", ("Cotton.",))):
        sheet.line("Harbour\tLitres", step=24, size=8)
        sheet.line(Span(f"{harbour}", 9), raised("a"), Span("\t30", 9), step=14, size=9)
        if len(notes) > 1:
            sheet.line(Span("Quay", 9), raised("b"), Span("\t2", 9), step=14, size=9)
        for key, note in zip("ab", notes, strict=False):
            sheet.line(raised(key), Span(f" {note}", 9), step=11, size=9)
        if len(notes) > 1:
            sheet.line(Span("the guild.", 9), step=10, size=9)
    sheet.paragraph("2. Requests the Secretariat to light the lamps of all the harbours;")
    return sheet


def test_raised_letters_in_the_middle_of_a_page() -> None:
    (document,) = build(_sheet().pages(), "lamps.pdf").documents
    assert _notes(document) == [
        ("table 1", "a", "Of the ferry."),
        ("table 1", "b", "Paid by the guild."),
        ("table 2", "a", "Cotton."),
    ]
    rows = {note.label: note.marked_in for note in document.footnotes}
    assert rows == {
        "BC-99/7, table 1, footnote a": ("BC-99/7#table_1__row_2",),
        "BC-99/7, table 1, footnote b": ("BC-99/7#table_1__row_3",),
        "BC-99/7, table 2, footnote a": ("BC-99/7#table_2__row_2",),
    }
    assert [p.text for p in document.paragraphs if p.kind == "operative"] == [
        "Adopts the budget of the tables below, in litres and in wicks;",
        "Requests the Secretariat to light the lamps of all the harbours;",
    ]


def test_letters_of_notes_of_the_text_belong_to_no_table() -> None:
    sheet = _sheet()
    sheet.line(
        "3.\t", "Invites Parties to polish the lamps", raised("c"), " of old ships;", step=24
    )
    sheet.line(raised("c"), Span(" Those above ten years.", 8), step=300, size=8)
    (document,) = build(sheet.pages(), "lamps.pdf").documents
    note = document.footnotes[-1]
    assert (note.number, note.part, note.marked_in) == ("c", None, ("BC-99/7#para_3",))


def test_a_line_that_opens_with_the_word_a_goes_on() -> None:
    sheet = printed()
    sheet.line("1.\t", "Requests the Secretariat to disconnect the lantern of")
    sheet.line("a Party that did not pay for its oil;", right=300.0)
    (document,) = build(sheet.pages(), "lamps.pdf").documents
    assert document.footnotes == ()


def test_both_exports_keep_them_apart(tmp_path: Path) -> None:
    (document,) = build(_sheet().pages(), "lamps.pdf").documents
    (tmp_path / "again.md").write_text(export(document, "markdown"), encoding="utf-8")
    (again,) = parse_file(tmp_path / "again.md").documents
    assert _notes(again) == _notes(document)
    assert [n.marked_in for n in again.footnotes] == [n.marked_in for n in document.footnotes]
    assert from_akn(export(document, "akn")).footnotes == document.footnotes


def test_a_letter_names_the_notes_of_all_tables_unless_one_is_named() -> None:
    (document,) = build(_sheet().pages(), "lamps.pdf").documents
    reading = Reading(document)
    letter = Pinpoint() / ("fn", "a")
    assert [n.part for n in reading.notes_at(letter)] == ["table 1", "table 2"]
    second = Pinpoint() / ("table", "2") / ("fn", "a")
    assert [n.text for n in reading.notes_at(second)] == ["Cotton."]
    assert reading.notes_at(Pinpoint() / ("annex", "") / ("fn", "a")) == ()


def test_a_mark_whose_note_the_conversion_dropped_is_set_apart() -> None:
    document = decision(
        "1. Requests the Secretariat, in accordance with decisions 2/CMP.8 and 4/CMP.11,3 the"
        " lamps to be lit in Geneva,12 mai included;"
    )
    (paragraph,) = [p for p in document.paragraphs if p.kind == "operative"]
    assert paragraph.text.endswith("4/CMP.11, the lamps to be lit in Geneva,12 mai included;")
    assert paragraph.footnotes == ("3",)
    assert [finding.rule for finding in check(document)] == ["marks"]


def test_notes_in_word_below_a_table() -> None:
    def said(text: str) -> Line:
        return Line((Span(text),), whole=True)

    row = Line((Span("Lamp\t50"),), whole=True, role="table", cells=("Lamp", "50"))
    lines = (
        *map(said, ("Decision BC-99/7", "Lamps", "The Conference of the Parties,")),
        said("1. Takes note of the limits in the table below."),
        row,
        said("a   30 lanterns in 2099."),
        row,
        said("a   Two more."),
        said("a Party may light its own."),
    )
    (document,) = build(Pages(lines, "docx"), "lamps.docx").documents
    assert [(n.part, n.text) for n in document.footnotes][:2] == [
        ("table 1", "30 lanterns in 2099."),
        ("table 2", "Two more."),
    ]


def test_a_row_that_a_line_break_in_a_cell_has_cut() -> None:
    built = parse(
        "Decision BC-99/7\nLamps\nThe Conference of the Parties,\n1. Adopts the table.\n\n"
        "| Project | Cost\nEUR |\n| Lamp | 50 |\n"
    )
    (document,) = built.documents
    assert [p.text for p in document.paragraphs if p.kind == "table"] == [
        "Project | Cost EUR",
        "Lamp | 50",
    ]
