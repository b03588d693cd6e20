from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answer.calibration import (
    ANSWERS,
    by_words_from,
    chance,
    chance_by_words,
)
from assistant.answer.judge import Judge, Verdict
from assistant.answer.nearness import Nearness
from assistant.answer.reading import Reading
from assistant.model import Turn
from assistant.question import understand
from assistant.question.shelf import Shelf

#: Words that mean much the same, for the stand-in of the embedder.
_ALIKE = {"lamps": "lanterns", "clean": "polish"}


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """A vector of its own for each word, the same for words that mean the same."""
    vectors = np.zeros((len(texts), 512), dtype=np.float32)
    for row, text in enumerate(texts):
        word = _ALIKE.get(text, text)
        vectors[row, sum(ord(c) * (31**i) for i, c in enumerate(word)) % 512] = 1.0
    return vectors


def _verdict(
    shelf: Shelf,
    question: str,
    label: str,
    history: Sequence[Turn] = (),
    *,
    by_words: bool = False,
) -> Verdict:
    document = shelf.library.document("BC-77/3")
    assert document is not None
    reading = Reading(document)
    paragraph = next(p for p in document.paragraphs if p.label == f"BC-77/3, {label}")
    judge = Judge(None, Nearness(_embed), shelf.spelt_out)
    understood = understand(question, history, shelf)
    return judge.weigh(understood, [(reading, paragraph, None)], by_words=by_words)[0]


def test_what_the_paragraph_says_is_covered(lanterns: Shelf) -> None:
    verdict = _verdict(lanterns, "Who is to polish the lanterns?", "para. 3")
    assert (verdict.coverage, verdict.weakest, verdict.missing) == (1.0, 1.0, ())


def test_a_word_of_like_meaning_counts(lanterns: Shelf) -> None:
    assert _verdict(lanterns, "Who is to clean the lamps?", "para. 3").weakest == 1.0


def test_one_word_that_is_nowhere_shows(lanterns: Shelf) -> None:
    verdict = _verdict(lanterns, "Who is to polish the lanterns and exports?", "para. 3")
    assert verdict.weakest == 0.0
    assert verdict.coverage == pytest.approx(2 / 3)


def test_words_of_the_title_alone_tell_the_document_not_the_paragraph(lanterns: Shelf) -> None:
    inside = _verdict(lanterns, "harbour lanterns", "para. 1")
    outside = _verdict(lanterns, "harbour keeping", "para. 4")
    assert inside.coverage == 1.0
    assert outside.coverage == 0.5


def test_a_missing_year_tells_against_it(lanterns: Shelf) -> None:
    verdict = _verdict(lanterns, "Who is to polish lanterns in 2011 for Atlantis?", "para. 3")
    assert set(verdict.missing) == {"2011", "Atlantis"}
    assert verdict.chance == chance(0.0, nameless=True, numberless=True) < ANSWERS


def test_a_missing_name_tells_against_it_and_where_words_count_rules_it_out(
    lanterns: Shelf,
) -> None:
    asked, other = "Who is to polish lanterns for {}?", "para. 3"
    named = _verdict(lanterns, asked.format("Atlantis"), other)
    assert named.missing == ("Atlantis",)
    assert 0.0 < named.chance < _verdict(lanterns, "Who is to polish lanterns?", other).chance
    assert _verdict(lanterns, asked.format("Atlantis"), other, by_words=True).chance == 0.0


def test_a_question_that_opens_with_a_small_letter_opens_with_no_name(lanterns: Shelf) -> None:
    assert _verdict(lanterns, "sailors: polish what, the lanterns?", "para. 3").missing == ()


def test_what_was_asked_before_need_not_be_in_the_answer(lanterns: Shelf) -> None:
    before: list[Turn] = [
        {"role": "user", "content": "How many lamps had the ship Aurora in 2031?"},
        {"role": "assistant", "content": "Nine [BC-77/3, para. 1]."},
    ]
    verdict = _verdict(lanterns, "And who is to polish them?", "para. 3", before)
    assert verdict.missing == ()


def test_the_chance_rises_with_every_sign() -> None:
    assert chance(-8) < chance(-3) < ANSWERS < chance(1) < chance(6)
    assert chance(6, numberless=True) < chance(6, unsorted=True) < chance(6, nameless=True)
    assert chance(6, nameless=True) < chance(6)
    assert chance(100) == chance(8)
    low, high = chance_by_words(0, 0.4), chance_by_words(6, 1.0)
    assert low < by_words_from(6) < by_words_from(2) < high


def test_a_paragraph_without_what_is_asked_for_is_no_answer(lanterns: Shelf) -> None:
    asked = "What {} shall be paid by Parties and other keepers who polish their lanterns?"
    penalty, lanterns_ = asked.format("penalty"), asked.format("lanterns")
    assert _verdict(lanterns, penalty, "para. 3", by_words=True).chance == 0.0
    assert _verdict(lanterns, lanterns_, "para. 3", by_words=True).chance > 0.0


def test_a_deed_that_nobody_does_is_not_answered(lanterns: Shelf) -> None:
    done = _verdict(lanterns, "Who will polish the lanterns?", "para. 3", by_words=True)
    painted = "Who will paint the lanterns of Parties and keepers?"
    undone = _verdict(lanterns, painted, "para. 3", by_words=True)
    assert done.chance > by_words_from(2)
    assert undone.chance == 0.0


def test_where_several_answer_each_may_hold_one_of_what_is_joined(lanterns: Shelf) -> None:
    both = "Which dates of counting in 2077 and 2078? All of them."
    assert _verdict(lanterns, both, "para. 2 (a)").missing == ()
    assert _verdict(lanterns, "What is counted in 2077 and 2078?", "para. 2 (a)").missing
