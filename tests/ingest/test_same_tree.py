"""One decision from several formats is one tree."""

from __future__ import annotations

import re

import pytest

from ingest.parse import parse_file
from ingest.read import read_file
from ingest.read.numerals import numeral

pytestmark = pytest.mark.corpora


def squeezed(text):
    """Without white space, which the formats place differently."""
    return re.sub(r"\s+", "", text)


def tree(path, numbered=False):
    return {
        paragraph.id: (paragraph.kind, squeezed(paragraph.text), paragraph.parent)
        for document in parse_file(path).documents
        for paragraph in document.paragraphs
        if not numbered or "unnumbered" not in paragraph.id
    }


@pytest.fixture(scope="module")
def word(corpora):
    return corpora / "unfccc" / "docx" / "cma2021.docx"


def test_word_and_pdf(corpora, word):
    assert tree(word) == tree(corpora / "unfccc" / "pdf" / "CMA_3" / "6_24_CMA_3.pdf")


def test_word_and_text(corpora, word):
    text = corpora / "unfccc" / "txt" / "CMA2021_3_Decisions_6_to_24.txt"
    # Without styles, a heading within an annex can look like an unnumbered paragraph.
    assert tree(word, numbered=True) == tree(text, numbered=True)


@pytest.mark.parametrize(
    ("code", "printed", "exported"),
    [
        ("21/CP.23", "CP_23/13_22_CP_23.pdf", "cp2017_23 - 2017 - decisions 13 to 22.txt"),
        ("17/CP.25", "CP_25/7_18_CP_25.pdf", "cp2019_25 - 2019 - Decisions 7 to 18.txt"),
        ("10/CMP.11", "CMP_11/6_12_CMP_11.pdf", "CMP2015_11_decisions_6_to_12.txt"),
    ],
)
def test_pdf_and_text_with_tables_and_their_notes(corpora, code, printed, exported):
    def body(path):
        (document,) = [one for one in parse_file(path).documents if one.code == code]
        return [
            (paragraph.pinpoint.label, re.sub(r"\W+", "", paragraph.text).lower())
            for paragraph in document.paragraphs
            if paragraph.annex is None and paragraph.kind != "table"
        ]

    unfccc = corpora / "unfccc"
    assert body(unfccc / "pdf" / printed) == body(unfccc / "txt" / exported)


def test_every_footnote_of_the_word_file(word):
    pages = read_file(word)
    notes = [line.note for line in pages.lines if line.role == "footnote"]
    marks = [span.note for line in pages.lines for span in line.spans if span.note]
    assert len(notes) == 84
    assert sorted(notes) == sorted(marks)
    assert sum(len(document.footnotes) for document in parse_file(word).documents) == 84


def test_automatic_numbers_of_a_draft_as_word_shows_them(corpora):
    (draft,) = (corpora / "unfccc" / "docx").glob("Art_6.2*.docx")
    lines = [line for line in read_file(draft).lines if line.number]
    paragraphs = [line for line in lines if re.fullmatch(r"\d+\.", line.number)]
    assert [line.number for line in paragraphs] == [f"{n}." for n in range(1, len(paragraphs) + 1)]
    assert len(paragraphs) == 169
    chapters = [line.number for line in lines if line.level == 1 and line.number[0] in "IVX"]
    assert chapters[:14] == [f"{numeral(n, 'upperRoman')}." for n in range(1, 15)]
    # What the text itself says of its numbers: the tables of paragraph 66, and so on.
    for number, words in {
        "66.": "Adopts the tables for submitting annual information",
        "67.": "Clarifies that the tables referred to in paragraph 66 above",
        "135.": "[Notwithstanding the paragraph 134 above",
        "24.": "Decides that [each] participating Parties",
    }.items():
        (found,) = [line for line in paragraphs if line.number == number]
        assert found.text.startswith(words)
    letters = [line.number for line in lines if line.level == 7]
    assert letters[:6] == ["(a)", "(b)", "(a)", "(b)", "(c)", "(d)"]
