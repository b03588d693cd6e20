from __future__ import annotations

import pytest

from ingest.read.docx import read_docx
from ingest.read.numerals import numeral
from tests.ingest.read.docx_maker import USUAL, abstract, level, num, p, parts, start_over, write


def labels(tmp_path, body, **others):
    pages = read_docx(write(tmp_path / "a.docx", parts(body, **others)))
    return [line.number for line in pages.lines]


def items(*numbered):
    return "".join(p("Some text;", numbered=place) for place in numbered)


def test_levels_count_and_start_again_below(tmp_path):
    found = labels(
        tmp_path,
        items("1/0", "1/1", "1/1", "1/2", "1/2", "1/1", "1/0", "1/1"),
        numbering=abstract(0, *USUAL) + num(1, 0),
    )
    assert found == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]


def test_lists_of_one_definition_share_their_counters(tmp_path):
    numbering = abstract(0, *USUAL) + num(1, 0) + num(2, 0) + num(3, 0, start_over(0))
    found = labels(tmp_path, items("1/0", "2/0", "3/0", "3/0", "1/0"), numbering=numbering)
    assert found == ["1.", "2.", "1.", "2.", "3."]


def test_an_override_starts_where_it_says_and_only_once(tmp_path):
    numbering = abstract(0, *USUAL) + num(1, 0) + num(2, 0, start_over(1, 4))
    found = labels(tmp_path, items("1/0", "1/1", "2/1", "2/1", "1/0", "2/1"), numbering=numbering)
    assert found == ["1.", "(a)", "(d)", "(e)", "2.", "(a)"]


def test_an_override_below_leaves_the_paragraph_above_alone(tmp_path):
    overrides = start_over(0) + start_over(1)
    numbering = abstract(0, *USUAL) + num(1, 0) + num(2, 0, overrides)
    assert labels(tmp_path, items("1/0", "1/0", "2/1", "1/0"), numbering=numbering) == [
        "1.", "2.", "(a)", "3."
    ]  # fmt: skip


def test_an_overridden_level_is_numbered_its_own_way(tmp_path):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1")}</w:lvlOverride>'
    numbering = abstract(0, *USUAL) + num(1, 0) + num(2, 0, override)
    assert labels(tmp_path, items("1/0", "2/0"), numbering=numbering) == ["1.", "II"]


def test_start_restart_and_legal_numbers(tmp_path):
    numbering = abstract(
        0,
        level(0, "upperRoman", "%1.", start=3),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", extra="<w:isLgl/>"),
        level(3, "lowerLetter", "%4)", extra='<w:lvlRestart w:val="0"/>'),
        level(4, "decimal", "%5", extra='<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    found = labels(
        tmp_path,
        items("1/0", "1/1", "1/2", "1/3", "1/4", "1/1", "1/3", "1/4", "1/0", "1/3", "1/4"),
        numbering=numbering,
    )
    assert found == [
        "III.", "III.1", "3.1.1", "a)", "1", "III.2", "b)", "2", "IV.", "c)", "1"
    ]  # fmt: skip


def test_a_skipped_level_shows_its_first_number(tmp_path):
    numbering = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0)
    assert labels(tmp_path, items("1/1", "1/0", "1/1"), numbering=numbering) == [
        "1.1", "1", "1.1"
    ]  # fmt: skip


def test_bullets_and_levels_that_show_nothing(tmp_path):
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    bullet = level(0, "bullet", "\uf0b7").replace("</w:lvl>", f"{font}</w:lvl>")
    numbering = (
        abstract(0, bullet) + abstract(1, level(0, "none", "")) + abstract(2, level(0, "none", "–"))
    )
    numbering += num(1, 0) + num(2, 1) + num(3, 2)
    assert labels(tmp_path, items("1/0", "2/0", "3/0"), numbering=numbering) == ["•", None, "–"]


STYLES = """
<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Numbered"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/>
 <w:basedOn w:val="Para"/></w:style>
<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Plain"/><w:basedOn w:val="Para"/>
 <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
"""


def test_numbers_through_styles(tmp_path):
    body = (
        p("One", style="Para")
        + p("a", style="Sub")
        + p("two", style="Child")
        + p("none", style="Plain")
        + p("none", style="Para", numbered="0")
        + p("three", style="Para", numbered="1")
    )
    numbering = abstract(0, *USUAL) + num(1, 0)
    assert labels(tmp_path, body, numbering=numbering, styles=STYLES) == [
        "1.", "(a)", "2.", None, None, "3."
    ]  # fmt: skip


def test_a_level_that_names_the_style_decides(tmp_path):
    levels = (USUAL[0], level(1, "lowerLetter", "(%2)", extra='<w:pStyle w:val="Child"/>'))
    body = p("One", style="Para") + p("a", style="Child")
    numbering = abstract(0, *levels) + num(1, 0)
    assert labels(tmp_path, body, numbering=numbering, styles=STYLES) == ["1.", "(a)"]


def test_a_list_defined_by_a_numbering_style(tmp_path):
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, *USUAL, extra='<w:styleLink w:val="House"/>')
        + abstract(1, extra='<w:numStyleLink w:val="House"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert labels(tmp_path, items("2/0", "2/1"), numbering=numbering, styles=styles) == [
        "1.", "(a)"
    ]  # fmt: skip


def test_links_in_a_circle_end(tmp_path):
    styles = (
        '<w:style w:type="numbering" w:styleId="A"><w:basedOn w:val="B"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    numbering = abstract(0, extra='<w:numStyleLink w:val="A"/>') + num(1, 0)
    assert labels(tmp_path, items("1/0"), numbering=numbering, styles=styles) == [None]


def test_an_empty_numbered_paragraph_counts_but_shows_no_text(tmp_path):
    body = p("One", numbered="1/0") + p("", numbered="1/0") + p("Three", numbered="1/0")
    assert labels(tmp_path, body, numbering=abstract(0, *USUAL) + num(1, 0)) == ["1.", "3."]


def test_a_missing_numbering_part_is_said(tmp_path):
    pages = read_docx(write(tmp_path / "a.docx", parts(items("1/0"))))
    assert "numbering.xml" in " ".join(pages.warnings)


def test_numbers_out_of_any_range_do_no_harm(tmp_path):
    huge = level(0, "lowerLetter", "%1", start=2147483000) + level(1, "lowerRoman", "%2", start=-5)
    numbering = abstract(0, huge) + num(1, 0)
    body = items("1/0", "1/1", "1/99", "1/x", "9/0")
    assert labels(tmp_path, body, numbering=numbering)[:2] == ["2147483000", "-5"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (1994, "lowerRoman", "mcmxciv"),
        (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"),
        (13, "ordinal", "13th"),
        (42, "cardinalText", "Forty-two"),
        (21, "ordinalText", "Twenty-first"),
        (30, "ordinalText", "Thirtieth"),
        (2, "russianLower", "б"),
        (21, "chineseCounting", "二十一"),
        (5, "chicago", "**"),
        (3, "no such format", "3"),
    ],
)
def test_number_formats(count, form, shown):
    assert numeral(count, form) == shown
