"""Which of the paragraphs that were found answer: whole lists, what goes on with an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answer.judge import Judge, Verdict
from assistant.answer.led import led
from assistant.answer.nearness import Nearness
from assistant.answer.passage import answering, completed
from assistant.answer.reading import Reading
from assistant.model import Hit, SearchResult
from assistant.question import Understood, understand
from assistant.question.shelf import Shelf
from ingest.model import Document
from ingest.parse import parse_file

GONGS = """BC-77/5: Gongs

The Conference of the Parties,

1. Decides that the review of the gongs shall draw upon the following sources:
 (a) The ledgers of gongs;
 (b) The diaries of gongs;
 (c) Any song;
 (d) Any rumour;
 (e) Any map;
2. Requests the Secretariat to hang each gong in the place referred to in paragraph 1 (c) above.
"""


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    vectors = np.zeros((len(texts), 512), dtype=np.float32)
    for row, text in enumerate(texts):
        vectors[row, sum(ord(c) * (31**i) for i, c in enumerate(text)) % 512] = 1.0
    return vectors


@pytest.fixture
def gongs(tmp_path: Path) -> Document:
    path = tmp_path / "gongs.txt"
    path.write_text(GONGS, encoding="utf-8")
    (document,) = parse_file(path).documents
    return document


def _judge() -> Judge:
    return Judge(None, Nearness(_embed), lambda name: ())


def _two(gongs: Document, understood: Understood) -> list[Verdict]:
    reading = Reading(gongs)
    items = [
        one
        for one in gongs.paragraphs
        if one.label in ("BC-77/5, para. 1 (a)", "BC-77/5, para. 1 (b)")
    ]
    return list(_judge().weigh(understood, [(reading, one, None) for one in items]))


def test_a_list_whose_opening_says_what_is_asked_answers_as_a_whole(gongs: Document) -> None:
    asked = Understood(question="sources", text="Which sources does the review draw upon?")
    found = completed(_two(gongs, asked), asked, _judge())
    assert [one.paragraph.pinpoint.label for one in found] == [
        "para. 1 (c)",
        "para. 1 (d)",
        "para. 1 (e)",
    ]


def test_items_that_alone_say_what_is_asked_bring_no_others(gongs: Document) -> None:
    asked = Understood(question="ledgers", text="Which ledgers and diaries are there?")
    two = [replace(one, coverage=1.0) for one in _two(gongs, asked)]
    assert not completed(two, asked, _judge())


def test_a_number_without_a_document_is_found_by_who_speaks_of_it(
    gongs: Document, harbour: Shelf
) -> None:
    understood = understand(
        'The Secretariat is to hang each gong in "the place referred to in paragraph 1(c)".'
        " Which is meant?",
        (),
        harbour,
    )
    speaking = next(one for one in gongs.paragraphs if one.label == "BC-77/5, para. 2")
    hit = Hit(speaking.id, speaking.label, gongs.code, "2", 1.0, speaking.text)

    def search(asked: Understood, k: int) -> SearchResult:
        return SearchResult(hits=(hit,), timings_ms={})

    draft = led(understood, lambda code: Reading(gongs), search, _judge)
    assert draft is not None
    assert [one.place.label for one in draft.pieces] == ["BC-77/5, para. 1 (c)"]


@pytest.mark.parametrize(
    ("told", "first"),
    [((), "BC-77/5, para. 1 (a)"), (("BC-77/5, para. 1 (c)",), "BC-77/5, para. 2")],
)
def test_what_refers_to_the_last_answer_goes_on_with_it(
    gongs: Document, told: tuple[str, ...], first: str
) -> None:
    understood = Understood(question="gongs", text="gongs", before="song", told=told)
    wanted = ("BC-77/5, para. 1 (a)", "BC-77/5, para. 2")
    found = [(Reading(gongs), one, None) for one in gongs.paragraphs if one.label in wanted]
    assert answering(understood, found, _judge())[0].paragraph.label == first


def test_a_date_where_another_paragraph_is_the_one_meant_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "bells.txt"
    path.write_text(
        "BC-77/6: Bells\n\nThe Conference of the Parties,\n\n"
        "1. Invites Parties to submit views on the tuning of bells;\n"
        "2. Requests the Secretariat to ring the bells by 3 May 2077.\n"
    )
    (document,) = parse_file(path).documents
    reading = Reading(document)
    scores = dict(zip(("para. 1", "para. 2"), (6.0, 1.0), strict=True))
    found = [(reading, p, scores[p.pinpoint.label]) for p in document.paragraphs]
    text = "By what date are Parties to submit views on the tuning of bells?"
    asked = Understood(question=text, text=text)
    assert not answering(asked, found, _judge())
    alone = "By what date is the Secretariat to ring the bells?"
    (only,) = answering(Understood(question=alone, text=alone), found, _judge())
    assert only.paragraph.pinpoint.label == "para. 2"
