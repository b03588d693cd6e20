"""Sessions by code, place, number and in words."""

from __future__ import annotations

import re

import pytest

from ingest.bodies import BODIES
from ingest.codes import parse_code
from ingest.ordinals import ORDINAL, read_ordinal
from ingest.sessions import all_sessions, find_sessions, session, spellings


def meetings(text: str, context: str = "") -> list[list[str]]:
    return [[one.meeting for one in found.sessions] for found in find_sessions(text, context)]


def test_each_meeting_stands_once_and_in_order_of_years() -> None:
    known = [one.meeting for one in all_sessions()]
    assert len(known) == len(set(known))
    for key in BODIES:
        years = [
            one.year
            for one in all_sessions()
            if re.fullmatch(rf"{re.escape(key)}[.-]\d+", one.meeting)
        ]
        assert years == sorted(years)


@pytest.mark.parametrize("code", ["BC-14/21", "12/CP.24", "1/CMA.4", "MC-4/3", "XXX/1", "XIV.1"])
def test_the_meeting_of_a_code_is_a_session(code: str) -> None:
    read = parse_code(code)
    assert read is not None
    assert read.meeting is not None
    found = session(read.meeting)
    assert found is not None
    assert (found.convention, found.body) == (read.convention, read.body)


def test_a_session_by_any_spelling_of_its_meeting() -> None:
    found = session("cp 18")
    assert found is not None
    assert (found.meeting, found.place, found.year) == ("CP.18", "Doha", 2012)
    assert session("CP.99") is None
    assert session("") is None


def test_a_place_is_every_session_there() -> None:
    (doha,) = meetings("What was decided in Doha?")
    assert {"CP.18", "CMP.8"} <= set(doha)
    (found,) = meetings("in Doha in 2012")
    assert set(found) == {"CP.18", "CMP.8", "SBI-37", "SBSTA-37"}
    (found,) = meetings("à Genève en 2019")
    assert "BC-14" in found
    assert meetings("the Marrakesh meeting") == meetings("in Marrakech")
    (parts,) = meetings("in Bonn in 2001")
    assert parts == ["CP.6"]


@pytest.mark.parametrize(
    "text",
    [
        "the Paris Agreement", "the Lima work programme on gender", "the Doha amendment",
        "the Basel Convention", "Kyoto Protocol", "under the Stockholm Convention",
        "12/CP.24", "decision BC-14/21", "at its next meeting", "in Parisian streets",
    ],
)  # fmt: skip
def test_names_of_instruments_are_no_sessions(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("COP 24 on gender", "CP.24"),
        ("CMA 4", "CMA.4"),
        ("OEWG-11", "OEWG-11"),
        ("the Basel COP 14", "BC-14"),
        ("fourteenth meeting of the Conference of the Parties to the Basel Convention", "BC-14"),
        ("the 9th meeting of the Conference of the Parties to the Rotterdam Convention", "RC-9"),
        ("the fiftieth session of the SBI", "SBI-50"),
        ("the fourth session of the CMA", "CMA.4"),
        ("la vingt-quatrième session de la Conférence des Parties", "CP.24"),
        ("decimocuarta reunión de la Conferencia de las Partes en el Convenio de Basilea", "BC-14"),
    ],
)  # fmt: skip
def test_a_session_in_words(text: str, meeting: str) -> None:
    assert meetings(text) == [[meeting]]


def test_the_context_says_which_convention() -> None:
    assert len(meetings("at COP 14")[0]) > 1
    assert meetings("at COP 9", "Rotterdam Convention") == [["RC-9"]]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("first", 1), ("twelfth", 12), ("twentieth", 20), ("twenty-fourth", 24), ("24th", 24),
        ("ninety-ninth", 99), ("premier", 1), ("quatorzième", 14), ("vingt et unième", 21),
        ("vingt-quatrième", 24), ("primera", 1), ("decimocuarta", 14), ("14ª", 14),
        ("vigésimo cuarto", 24), ("trigésimo", 30),
    ],
)  # fmt: skip
def test_ordinals(written: str, number: int) -> None:
    assert read_ordinal(written) == number
    assert re.fullmatch(ORDINAL, written)


def test_no_ordinal() -> None:
    assert read_ordinal("next") is None


def test_a_decision_of_a_place() -> None:
    (found,) = find_sessions("what the decision of Baku on bells asks for")
    assert {one.meeting for one in found.sessions} >= {"CP.29"}
    assert not find_sessions("what the people of Baku ask for")


def test_a_place_in_french_and_spanish() -> None:
    assert set(spellings()["Warsaw"]) == {"Varsovie", "Varsovia"}
    assert {one.meeting for one in find_sessions("à Bakou")[0].sessions} >= {"CP.29"}


def test_its_session_is_that_of_the_body_named_first() -> None:
    said = "what the CMA asked of the COP at its first session"
    assert meetings(said) == [["CMA.1"]]
    assert meetings("what the COP asked of the CMA at its first session")[0] != ["CMA.1"]


@pytest.mark.parametrize("text", ["all asked of the ITL keeper in dubai", "in dubai, who pays"])
def test_a_place_in_small_letters(text: str) -> None:
    assert "CMA.5" in meetings(text)[0]


def test_a_place_in_small_letters_that_names_something_else() -> None:
    assert not meetings("what is in paris agreement rules")
    assert not meetings("The keeper was in dubai air")


def test_a_place_that_alone_has_a_capital_and_opens_the_text() -> None:
    assert "CMA.5" in meetings("Dubai decisions on lanterns")[0]
