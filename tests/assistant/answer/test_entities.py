from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.entities import entities_of, holds, missing, said_of
from assistant.answer.reading import Reading
from assistant.question.shelf import Shelf

TEXT = (
    "Invites the Inter-Organization Programme for the Sound Management of Chemicals and the "
    "Secretariat to meet by 9 March 2077 at the fourteenth session, with EUR 766,938 for 2076–2078"
)


def _none(name: str) -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("What did the IOMC say in 2077 about Lima?", ("2077", "IOMC", "Lima")),
        ("What was the Secretariat asked to do?", ()),
        ("Who pays EUR 766,938 for 2076–2078?", ("766,938", "2076", "2078", "EUR")),
        ("What was paid in 2076-78?", ("2076", "2078")),
        ("What happens at the fourteenth session?", ("fourteenth",)),
        ("Which paper is it? I need the CHW symbol", ()),
        ("What Was The Guild Asked To Do About Wicks?", ()),
    ],
)
def test_names_and_numbers_of_a_question(question: str, entities: tuple[str, ...]) -> None:
    assert set(entities_of(question)) == set(entities)


@pytest.mark.parametrize("entity", ["IOMC", "2077", "14th", "fourteenth", "766,938", "2078", "9"])
def test_held(entity: str) -> None:
    assert holds(entity, TEXT, _none)


def test_a_session_in_words_is_held_in_figures(lanterns: Shelf) -> None:
    document = lanterns.library.document("BC-77/3")
    assert document is not None
    (first,) = [one for one in document.paragraphs if one.pinpoint.label == "para. 1"]
    asking = replace(first, text="to host the thirtieth session of the Conference of the Parties")
    reading = Reading(replace(document, paragraphs=(asking,)))
    assert not missing(["30"], said_of(reading, asking), _none)
    assert missing(["31"], said_of(reading, asking), _none)


@pytest.mark.parametrize("entity", ["GEF", "2011", "9th", "ninth", "Lima", "766"])
def test_not_held(entity: str) -> None:
    assert missing([entity], TEXT, _none) == (entity,)


def test_other_names_count() -> None:
    assert holds("OMI", TEXT, lambda name: ("Sound Management of Chemicals",))


def test_a_decimal_comma_is_a_point() -> None:
    assert entities_of("sous 1,5 °C", "fr") == ("1.5",)
    assert entities_of("1,500 lanterns", "fr") == ("1,500",)


def test_the_three_conventions_have_one_secretariat(lanterns: Shelf) -> None:
    document = lanterns.library.document("BC-77/3")
    assert document is not None
    reading = Reading(replace(document, meeting="BC-14"))
    assert holds("BRS", said_of(reading, document.paragraphs[0]), _none)
