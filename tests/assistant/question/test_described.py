"""Decisions that are named by where, when and what they are, not by their codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.question import understand
from assistant.question.shelf import Shelf
from assistant.question.verbs import DIRECTIVE
from ingest.model import Document
from ingest.parse import parse_file
from tests.assistant.conftest import Shelves

BELLS = "70/CP.18: Bells\n\nThe Conference of the Parties,\n\n1. Notes the bells;\n"
BALI, CANCUN, DOHA = "77/CP.13", "78/CP.16", "79/CP.18"


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("What does the Bali decision on harbour bells say of oil?", [BALI]),
        ("What does the bells decision of COP 16 say of oil?", [CANCUN]),
        ("What is said of colour in the Doha guidance?", [DOHA]),
        ("What is said of colour in the 2012 guidance to the Fund?", [DOHA]),
        ("What is the tune in the ringing decision from Cancun?", [CANCUN]),
        ("What do the bells decisions say of clappers?", [BALI, CANCUN]),
        ("What does the Doha decision on harbour bells say of oil?", [DOHA]),  # in Doha: that holds
        ("All invitations in the Bali BELL decision", [BALI]),
        ("What does the Paris Agreement decision say of ropes?", []),
        ("What do the COP decisions on ringing of 2007 and of 2010 say of oil?", [BALI, CANCUN]),
        ("What does the 2012 CMA decision on ropes say?", []),
        ("What does the 1998 guidance say of ropes?", []),
        ("What does the decision say of ropes?", []),
    ],
)
def test_which_decision_is_described(bells: Shelf, question: str, codes: list[str]) -> None:
    assert sorted(understand(question, (), bells).documents) == codes


@pytest.fixture
def matters(tmp_path: Path) -> Shelf:
    """A library of two decisions of one session whose titles have common words."""
    text = (
        "{code}: {title}\n\nThe Conference of the Parties,\n\n"
        "1. Expresses its appreciation for the bells;\n2. Requests the Bell Keeper to ring.\n"
    )
    titles = {
        "70/CP.18": "Bells, budgetary and institutional matters",
        "71/CP.18": "Review of the functions of the Bell Keeper",
    }
    documents: list[Document] = []
    for number, (code, title) in enumerate(titles.items()):
        path = tmp_path / f"{number}.txt"
        path.write_text(text.format(code=code, title=title), encoding="utf-8")
        documents += parse_file(path).documents
    return Shelf(Shelves(tuple(documents)))  # type: ignore[arg-type]


def test_a_title_with_a_comma_describes_its_decision(matters: Shelf) -> None:
    question = (
        "What does the COP 18 decision on bells, budgetary and institutional matters thank for?"
    )
    found = understand(question, (), matters)
    assert (found.documents, found.topic) == (("70/CP.18",), "")


def test_an_abbreviation_that_only_holds_that_of_a_body_names_none(tmp_path: Path) -> None:
    path = tmp_path / "tacpo.txt"
    path.write_text(
        "70/CMA.1: The TACPO of bells\n\nThe Conference of the Parties serving as the meeting of"
        " the Parties to the Paris Agreement,\n\n1. Notes the oil of the bells;\n",
        encoding="utf-8",
    )
    other = tmp_path / "other.txt"
    other.write_text(BELLS, encoding="utf-8")
    documents = (*parse_file(path).documents, *parse_file(other).documents)
    shelf = Shelf(Shelves(documents))  # type: ignore[arg-type]
    asked = "What does the 2018 TACPO decision say of oil?"
    assert understand(asked, (), shelf).documents == ("70/CMA.1",)


def test_common_words_tell_titles_apart(matters: Shelf) -> None:
    question = (
        "All the requests addressed to the Bell Keeper when it reviewed its functions in 2012?"
    )
    assert understand(question, (), matters).documents == ("71/CP.18",)


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("Compare the clappers in the Bali decision and in the Cancun decision.", [BALI, CANCUN]),
        ("What do the 2007 and the Cancun decisions each say of clappers?", [BALI, CANCUN]),
        ("What was said of clappers in Bali, and what in Cancun?", [BALI, CANCUN]),
        ("Are clappers counted? Compare the bells decisions.", [BALI, CANCUN]),
        ("How do 77/CP.13 and 79/CP.18 speak of fog?", [BALI, DOHA]),
        ("How did the clappers grow over the 2007, 2010 and 2012 decisions?", [BALI, CANCUN, DOHA]),
        ("How has the number of clappers grown from 2007 over 2010 to 2012?", [BALI, CANCUN, DOHA]),
        ("Who counts clappers from 2007 to 2012?", []),
        ("What does the Bali decision say of fog?", []),
    ],
)
def test_decisions_that_are_compared_are_each_asked_about(
    bells: Shelf, question: str, apart: list[str]
) -> None:
    assert sorted(understand(question, (), bells).apart) == [(code,) for code in apart]


def test_a_place_without_a_document_belongs_to_the_decision_that_is_described(
    bells: Shelf,
) -> None:
    (named,) = understand("Para 2 of the 2010 bells decision wants what?", (), bells).named
    assert (named.document, named.in_library) == (CANCUN, True)


def test_what_describes_a_decision_is_no_topic(bells: Shelf) -> None:
    found = understand("What does the Cancun decision on harbour bells say of tunes?", (), bells)
    assert found.topic == "tunes"
    assert "Cancun" not in found.text


def test_a_body_that_is_asked_limits_nothing(bells: Shelf) -> None:
    assert not understand("When was the SBI asked to ring?", (), bells).absent
    assert understand("What did the SBI decide on bells?", (), bells).absent


@pytest.mark.parametrize(
    ("question", "addressee", "verbs"),
    [
        ("Everything the Bell Keeper is strongly urged to do", "Bell Keeper", {"urge"}),
        (
            "List what the Bell Keeper is called on, urged and requested to do.",
            "Bell Keeper",
            {"call", "urge", "request"},
        ),
        (
            "Every request (leaving aside invitations) that 77/CP.13 addresses to the Bell Keeper",
            "Bell Keeper",
            {"request"},
        ),
        (
            "Whatever the Bell Keeper is urged or invited – not requested – to do",
            "Bell Keeper",
            {"urge", "invite"},
        ),
        ("Which invitations does 77/CP.13 make to the pilots?", "pilots", {"invite"}),
        (
            "What is requested of the ringing bodies or their Chairs?",
            "ringing bodies or Chairs of the ringing bodies",
            {"request"},
        ),
        ("Who is invited or requested to do what in 77/CP.13?", None, {"invite", "request"}),
        ("Whom does 77/CP.13 urge, and to do what?", None, {"urge"}),
        ("Which paragraphs of 77/CP.13 request or invite anybody?", None, {"request", "invite"}),
        ("All requests made in 77/CP.13", None, {"request"}),
        ("To whom does 77/CP.13 address requests?", None, {"request"}),
        ('Which paragraphs of 79/CP.18 begin with "Decides"?', None, {"decide"}),
        (
            "What does 77/CP.13 welcome, and what does it merely take note of?",
            None,
            {"welcome", "take note"},
        ),
    ],
)
def test_several_verbs_adverbs_and_remarks(
    bells: Shelf, question: str, addressee: str | None, verbs: set[str]
) -> None:
    found = understand(question, (), bells)
    assert (found.addressee, found.verbs, found.topic) == (addressee, verbs, "")
    assert found.intent == "list"


@pytest.mark.parametrize(
    ("question", "addressee"),
    [
        ("Who is asked to do what in 77/CP.13?", None),
        ("Name everybody who has to do something in 77/CP.13.", None),
        ("Which tasks fall to the Bell Keeper under the Bali decision?", "Bell Keeper"),
        ("What actions does 77/CP.13 assign to the Bell Keeper?", "Bell Keeper"),
        ("Which paragraphs of 77/CP.13 are addressed to Parties?", "Parties"),
    ],
)
def test_any_verb_that_asks(bells: Shelf, question: str, addressee: str | None) -> None:
    found = understand(question, (), bells)
    assert (found.intent, found.addressee, found.topic) == ("list", addressee, "")
    assert found.verbs == set(DIRECTIVE)
    assert found.documents == (BALI,)


def test_what_is_ruled_out_is_taken_from_any_verb(bells: Shelf) -> None:
    found = understand("What is the Bell Keeper asked to do (not invited)?", (), bells)
    assert "request" in found.verbs
    assert "invite" not in found.verbs
