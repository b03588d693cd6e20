from __future__ import annotations

import pytest

from assistant.model import Turn
from assistant.question import understand
from assistant.question.history import stand_alone
from assistant.question.shelf import Shelf

ASKED = "How long was the lantern count in BC-77/4 extended?"


def _turns(answer: str, asked: str = ASKED) -> list[Turn]:
    return [{"role": "user", "content": asked}, {"role": "assistant", "content": answer}]


@pytest.mark.parametrize("answer", ["One year [BC-77/4, para. 2].", "One year (BC-77/4, para. 2)."])
def test_a_follow_up_stays_in_the_decision_that_was_cited(harbour: Shelf, answer: str) -> None:
    found = understand("And who picks the people in charge of it?", _turns(answer), harbour)
    assert found.documents == ("BC-77/4",)
    assert found.told == ("BC-77/4, para. 2",)
    assert found.text == "And who picks the people in charge of it"
    assert "lantern" in found.before


def test_another_decision_or_another_question_goes_elsewhere(harbour: Shelf) -> None:
    turns = _turns("One year [BC-77/4, para. 2].")
    assert understand("And who is asked to do it in BC-77/3?", turns, harbour).documents == (
        "BC-77/3",
    )
    for asked in (
        "How are wicks kept by those that have none?",
        "Which tarred ropes do keepers of old piers buy from a guild once hemp is dear to them?",
    ):
        assert understand(asked, turns, harbour).documents == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("And the next one?", "quote the paragraph after BC-77/4, para. 2"),
        ("What does the previous paragraph say?", "quote the paragraph before BC-77/4, para. 2"),
        ("And the one before that?", "quote the paragraph before BC-77/4, para. 2"),
    ],
)
def test_neighbours_of_what_was_cited(question: str, text: str) -> None:
    assert stand_alone(question, _turns("So [BC-77/4, para. 2]."), (), None).text == text


@pytest.mark.parametrize("question", ["And the following one, in what year?", "And the next moon?"])
def test_more_than_the_neighbour_is_asked(question: str) -> None:
    assert "quote" not in stand_alone(question, _turns("So [BC-77/4, para. 2]."), (), None).text


def test_models_read_what_goes_on_behind_the_question_before(harbour: Shelf) -> None:
    turns = _turns("One year [BC-77/4, para. 2].")
    question = "And who picks the people in charge of it?"
    assert understand(question, turns, harbour).read == f"{ASKED} {question}"
    alone = understand("How are wicks kept by those that have none?", turns, harbour)
    assert alone.read == alone.text


def test_another_topic_is_put_to_the_same_question(harbour: Shelf) -> None:
    turns = _turns(
        "To tune them [BC-77/4, para. 2].", "What did BC-77/4 invite Parties to do on bells?"
    )
    found = stand_alone("And as to private keepers?", turns, harbour.addressees, None)
    assert found.text.endswith("on private keepers?")
    assert found.swapped


@pytest.mark.parametrize(
    ("asked", "question", "text"),
    [
        ("Does it work more with Meridian?", "ok and same for the Glass Union?",
         "Does it work more with Glass Union?"),
        ("Does it work more with old ships?", "and the Glass Union?",
         "Does it work more with old ships about Glass Union?"),
    ],
)  # fmt: skip
def test_a_name_takes_the_place_of_the_name_before(asked: str, question: str, text: str) -> None:
    assert stand_alone(question, _turns("Yes [BC-77/4, para. 2].", asked), (), None).text == text


def test_another_addressee_is_asked_about_as_literally(harbour: Shelf) -> None:
    turns = _turns("To tune them [BC-77/4, para. 2].", "What is the Secretariat requested to do?")
    found = understand("And what about the Executive Secretary?", turns, harbour)
    assert found.strict
    assert found.addressee == "Executive Secretary"
