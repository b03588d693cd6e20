"""Fonts that name their glyphs are read by the glyphs' usual order."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.parse import parse_file
from ingest.read.pdf_glyphs import characters


def _glyphs(text: str) -> list[str]:
    def number(char: str) -> int:
        return ord(char) - 29 if ord(char) < 127 else char.encode("mac_roman")[0] - 30

    return [chr(number(char)) for char in text]


def _page(*parts: tuple[int, list[str]]) -> list[str]:
    text = [char for _, chars in parts for char in chars]
    looks = [place for place, (_, chars) in enumerate(parts) for _ in chars]
    return characters(text, np.array(looks), [font for font, _ in parts])


def test_glyphs_become_the_characters_they_stand_for():
    said = "Requests the keeper’s café to paint “both” towers: • (a) 1999–2001;"
    assert "".join(_page((7, _glyphs(said)))) == said


def test_a_word_alone_in_a_font_is_read_as_the_page_and_plain_text_is_left():
    body, verb = "Requests the keeper to count the stars of the north", "Emphasizing"
    read = _page((7, _glyphs(body)), (8, _glyphs(verb)), (9, list("a plain note")))
    assert "".join(read) == f"{body}{verb}a plain note"


def test_what_the_reader_made_up_is_left_alone():
    looks = np.array([0, 0, 0, -1, 0])
    assert characters([*_glyphs("a b"), "\n", *_glyphs("c")], looks, [7])[3:] == ["\n", "c"]


@pytest.mark.corpora
def test_a_decision_on_such_pages_is_read(corpora):
    documents = parse_file(corpora / "unfccc/pdf/CP_5/1_22_CP_5.pdf").documents
    decision = next(one for one in documents if one.code == "10/CP.5")
    texts = [paragraph.text for paragraph in decision.paragraphs]
    assert any(text.startswith("Emphasizing that capacity-building is") for text in texts)
    assert not any("\x03" in text for one in documents for p in one.paragraphs for text in [p.text])
