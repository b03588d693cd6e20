from __future__ import annotations

import pytest

from assistant.question import understand
from assistant.question.pointing import Turned, step_before, turned
from assistant.question.shelf import Shelf


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "BC-77/3, paragraph 5, is on paragraphs 2 and 3. What do those two paragraphs ask?",
            "What do BC-77/3, para. 2; BC-77/3, para. 3 ask?",
        ),
        (
            'BC-77/3 para. 5 speaks of "the counting referred to in paragraph 2 above". What does '
            "paragraph 2 decide?",
            "What does BC-77/3, para. 2 decide?",
        ),
        (
            "In the annex to BC-77/3, paragraph 9 builds on paragraph 6 above. What is in that "
            "paragraph?",
            "What is in BC-77/3, annex, para. 6?",
        ),
        (
            "BC-77/3 para 5 wants “the counting referred to in paragraph 2 above” reported – which "
            "counting is it and for which years?",
            "quote BC-77/3, para. 2",
        ),
        (
            "BC-77/3: paragraph 5 has the counting in paragraph 2 and the map in paragraph 3. "
            "Please tell me what both of these are.",
            "quote BC-77/3, para. 2; BC-77/3, para. 3",
        ),
    ],
)
def test_what_is_asked_of_another_place_names_that_place(question: str, text: str) -> None:
    assert turned(question).text == text


@pytest.mark.parametrize(
    "question",
    [
        "Paragraph 5 of BC-77/3 has some counting reported. Which counting is it?",
        'Keepers count "subject to paragraph 7 below". What does that paragraph allow?',
        "BC-77/3, para. 5 speaks of an earlier paragraph. What does that paragraph say?",
    ],
)
def test_what_leads_to_an_unnamed_place_is_kept_as_a_statement(question: str) -> None:
    told = turned(question)
    said, asks = question.split(". W" if ". W" in question else " W")
    assert (told.text, told.asks) == (question, f"W{asks}")
    assert told.statement.startswith(said)


def test_one_sentence_has_no_statement() -> None:
    assert turned("Quote para. 5 of BC-77/3") == Turned("Quote para. 5 of BC-77/3")


@pytest.mark.parametrize(
    ("before", "step"),
    [
        ("Quote the paragraph immediately before ", -1),
        ("the paragraph that follows ", 1),
        ("What is said right after ", 0),
        ("in the report submitted before ", 0),
    ],
)
def test_neighbours_of_a_place(before: str, step: int) -> None:
    assert step_before(before)[0] == step


def test_the_annex_of_a_treaty_is_no_place_of_a_decision(lanterns: Shelf, harbour: Shelf) -> None:
    asked = "Which document holds the proposal on amending Annex B?"
    assert understand(asked, (), lanterns).named == ()
    assert understand(asked, (), harbour).named == ()
    assert understand("show annex B", (), lanterns).named != ()


def test_a_subordinate_when_asks_for_no_date(lanterns: Shelf) -> None:
    asked = "On which report does it rely when it says that lanterns are kept?"
    assert understand(asked, (), lanterns).seek == "what"
