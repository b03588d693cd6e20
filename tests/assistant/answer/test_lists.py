"""Lists over several decisions: whole, and nothing in them that was not asked for."""

from __future__ import annotations

import pytest

from assistant.answer.answerer import Answerer
from assistant.answer.judge import Judge
from assistant.answer.reading import Reading
from assistant.model import SearchResult
from assistant.question import Understood, understand
from assistant.question.shelf import Shelf
from ingest.catalogue import Catalogue


def _no_search(understood: Understood, k: int) -> SearchResult:
    raise AssertionError(f"{understood.question!r} needs no retrieval")


def _no_judge() -> Judge:
    raise AssertionError("no model is needed")


def _cited(shelf: Shelf, question: str) -> list[str]:
    def open_(code: str) -> Reading | None:
        document = shelf.library.document(code)
        return Reading(document) if document else None

    answerer = Answerer(shelf, open_, _no_search, _no_judge, Catalogue(), shelf.spelt_out)
    return [piece.place.label for piece in answerer.draft(understand(question, (), shelf)).pieces]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (
            "What is the Bell Keeper requested and urged to do in the Bali decision?",
            ["77/CP.13, para. 1 (a)", "77/CP.13, para. 1 (b)", "77/CP.13, para. 2"],
        ),
        (
            "Everything requested of the ringing bodies or their Chairs",
            ["78/CP.16, para. 1", "78/CP.16, para. 2"],
        ),
        ("What are pilots asked to do?", ["77/CP.13, para. 3", "77/CP.13, para. 4"]),
        (
            "Who is urged or called upon to do what?",
            ["77/CP.13, para. 2", "78/CP.16, para. 3"],
        ),
        (
            "Who is invited to do what in the Cancun decision? All the invitations please.",
            ["78/CP.16, para. 4"],
        ),
        (
            'Everything the Bell Keeper is "requested" to do in Bali (not what it is urged to do)',
            ["77/CP.13, para. 1 (a)", "77/CP.13, para. 1 (b)"],
        ),
        (
            "I am writing to a harbour. Give me all the requests made in the Bali decision"
            " – leave out whatever is addressed to the pilots.",
            ["77/CP.13, para. 1 (a)", "77/CP.13, para. 1 (b)"],
        ),
        (
            "Leaving aside the invitations, what are Parties or the Bell Keeper asked to do in"
            " the Bali decision?",
            ["77/CP.13, para. 1 (a)", "77/CP.13, para. 1 (b)", "77/CP.13, para. 2"],
        ),
        ("everything on the Durban gong", ["77/CP.13, para. 4", "78/CP.16, para. 4"]),
        (
            "Which paras deal with the Durban gong (DG)?",
            ["77/CP.13, para. 4", "78/CP.16, para. 4"],
        ),
        ("Where is the Durban gong brought up?", ["77/CP.13, para. 4", "78/CP.16, para. 4"]),
        (
            "What have the ringing bodies (as opposed to their Chairs) been requested to do?",
            ["78/CP.16, para. 2"],
        ),
        ("What is the Board of the Fund of Ropes asked to do?", ["79/CP.18, para. 3"]),
        ("Which requests does the Doha guidance make of the Fund?", ["79/CP.18, para. 1"]),
        (
            "In which paragraphs of which decisions is the Durban gong mentioned?",
            ["77/CP.13, para. 4", "78/CP.16, para. 4"],
        ),
        (
            "Compare the deadlines for submitting views in the Bali and the Cancun decisions.",
            ["77/CP.13, para. 3", "78/CP.16, para. 4"],
        ),
        (
            "I need every provision of 78/CP.16 concerning the Durban gong (DG).",
            ["78/CP.16, para. 4"],
        ),
        (
            "Who, other than the Bell Keeper, is requested to do something in Bali?",
            ["77/CP.13, para. 4"],
        ),
        (
            "What is asked of the ringing bodies in Cancun, as distinct from 'the Bell Keeper'?",
            ["78/CP.16, para. 2"],
        ),
        (
            "Who, other than the Bell Keeper, is requested to do something in Bali (not invited)?",
            ["77/CP.13, para. 4"],
        ),
        (
            "Guidance to the Fund of Ropes (79/CP.18): pull out all the paragraphs where the Fund"
            " of Ropes is requested to do something",
            ["79/CP.18, para. 1"],
        ),
        (
            "Whom does the conference call on, invite or urge to do something in Cancun?",
            ["78/CP.16, para. 3", "78/CP.16, para. 4"],
        ),
        (
            "All dates by which submissions are due under 77/CP.13",
            ["77/CP.13, para. 3"],
        ),
    ],
)
def test_a_list_holds_all_that_fits_and_nothing_else(
    bells: Shelf, question: str, labels: list[str]
) -> None:
    assert _cited(bells, question) == labels


def test_which_decisions_needs_no_items_of_a_list(bells: Shelf) -> None:
    found = understand("Which decisions request somebody to ring the harbour bells?", (), bells)
    assert found.decisions
    assert not understand("What does decision 77/CP.13 request?", (), bells).decisions


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (
            "A colleague sent me UNEP/CHW.77/INF/12. In which context does BC-77/3 use it?",
            ["BC-77/3, para. 1"],
        ),
        (
            "UNEP/CHW.77/INF/12 – what does BC-77/3 say about that document?",
            ["BC-77/3, para. 1"],
        ),
        # Not the whole decision, which was quoted once.
        ("UNEP/CHW.77/INF/99 – what does BC-77/3 say about that document?", []),
    ],
)
def test_where_a_decision_refers_to_a_document_that_is_not_held(
    lanterns: Shelf, question: str, labels: list[str]
) -> None:
    assert _cited(lanterns, question) == labels
