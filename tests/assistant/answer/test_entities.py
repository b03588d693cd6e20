from __future__ import annotations

import pytest

from assistant.answer.entities import entities_of, holds, missing

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
        ("What happens at the fourteenth session?", ("fourteenth",)),
        ("What Was The Guild Asked To Do About Wicks?", ()),
    ],
)
def test_names_and_numbers_of_a_question(question: str, entities: tuple[str, ...]) -> None:
    assert set(entities_of(question)) == set(entities)


@pytest.mark.parametrize("entity", ["IOMC", "2077", "14th", "fourteenth", "766,938", "2078", "9"])
def test_held(entity: str) -> None:
    assert holds(entity, TEXT, _none)


@pytest.mark.parametrize("entity", ["GEF", "2011", "9th", "ninth", "Lima", "766"])
def test_not_held(entity: str) -> None:
    assert missing([entity], TEXT, _none) == (entity,)


def test_other_names_count() -> None:
    assert holds("OMI", TEXT, lambda name: ("Sound Management of Chemicals",))
