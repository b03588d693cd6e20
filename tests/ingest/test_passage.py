from __future__ import annotations

from ingest.index.analysis import PAIR
from ingest.model import Document, Footnote, Paragraph
from ingest.passage import passage_of, passages_of
from ingest.pinpoint import Pinpoint

TWO = Pinpoint() / ("para", "2")


def decision() -> Document:
    chapeau = Paragraph(
        "BC-99/7", TWO, "operative", "Requests the Secretariat: Adds this.", tail=26
    )
    item = Paragraph(
        "BC-99/7", TWO / ("subpara", "a"), "operative", "To count tin;", parent=chapeau.id,
        heading="Metals",
    )  # fmt: skip
    note = Footnote("BC-99/7", "1", "UNEP/CHW.99/INF/3.", marked_in=(item.id,))
    return Document("BC-99/7", "Tin", "fiction.txt", paragraphs=(chapeau, item), footnotes=(note,))


def test_a_sub_paragraph_carries_its_context():
    document = decision()
    passage = passage_of(document, document.paragraphs[1])
    assert (
        passage.dense
        == "Tin > Metals\nRequests the Secretariat:\nTo count tin;\nUNEP/CHW.99/INF/3."
    )
    assert passage.fields["chapeau"] == "Requests the Secretariat:"


def test_passages_come_in_the_order_of_paragraphs():
    document = decision()
    assert passages_of(document) == tuple(passage_of(document, p) for p in document.paragraphs)


def test_own_words_count_most():
    weights = passages_of(decision())[1].weighted_terms()
    assert weights["count"] == 1.0
    assert weights["secretariat"] == 0.5
    assert weights[f"count{PAIR}tin"] == 1.0
    assert weights["tin"] == 1.4  # own words and title
    assert weights["unep/chw.99/inf/3"] == 0.5


def test_place_and_year_of_the_meeting_are_searched_but_not_embedded():
    paragraph = Paragraph("3/CP.20", TWO, "operative", "Notes the tin;")
    document = Document("3/CP.20", "Tin", "fiction.txt", meeting="CP.20", paragraphs=(paragraph,))
    passage = passage_of(document, paragraph)
    assert passage.fields["meeting"] == "Lima 2014 CP.20"
    assert "Lima" not in passage.dense
