"""Routes that need no model: references, links, lists."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer.answerer import Answerer
from assistant.answer.compose import citation_of, statements_of, text_of
from assistant.answer.draft import Draft
from assistant.answer.judge import Judge
from assistant.answer.nearness import Nearness
from assistant.answer.reading import Reading
from assistant.model import SearchResult
from assistant.question import Understood, understand
from assistant.question.shelf import Shelf
from ingest.catalogue import Catalogue
from ingest.models.base import Vectors


def _no_search(understood: Understood, k: int) -> SearchResult:
    raise AssertionError(f"{understood.question!r} needs no retrieval")


def _no_model(texts: Sequence[str]) -> Vectors:
    raise AssertionError("no model is needed")


def _no_judge() -> Judge:
    """Without a model that could tell what a text answers."""
    return Judge(None, Nearness(_no_model), lambda name: ())


def _answerer(shelf: Shelf) -> Answerer:
    def open_(code: str) -> Reading | None:
        document = shelf.library.document(code)
        return Reading(document) if document else None

    return Answerer(shelf, open_, _no_search, _no_judge, Catalogue(), shelf.spelt_out)


def _ask(shelf: Shelf, question: str) -> Draft:
    return _answerer(shelf).draft(understand(question, (), shelf))


def _cited(draft: Draft) -> list[str]:
    return [piece.place.label.removeprefix("BC-77/3, ") for piece in draft.pieces]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("quote para 2 (b)", ["para. 2 (b)"]),
        ("Which tasks are subject to the availability of candles? All of them.", ["para. 2 (b)"]),
        ("§ 2", ["para. 2", "para. 2 (a)", "para. 2 (b)"]),
        ("§ 2, lit. b", ["para. 2 (b)"]),
        ("letter a of paragraph 2", ["para. 2 (a)"]),
        ("quote the fifth and final operative paragraph", ["para. 5"]),
        ("decision BC 77/3 (2)(a)", ["para. 2 (a)"]),
        ("paragraphs 3–5", ["para. 3", "para. 4", "para. 5"]),
        ("the last paragraph", ["para. 5"]),
        ("what does footnote 1 say?", ["footnote 1"]),
        ("quote the preamble", ["preamble, para. 1"]),
        ("What does the paragraph that para 5 points at say?", ["para. 2 (a)"]),
        ("Which paragraphs refer to paragraph 2 (a)?", ["para. 5"]),
        ("Which paragraph wants a report on what is counted under paragraph 2 (a)?", ["para. 5"]),
        ("the paragraph right before paragraph 4", ["para. 3"]),
        ("What does the paragraph after para 2 (a) say?", ["para. 2 (b)"]),
        (
            "Paragraph 5 has the Secretariat report on some counting. Which counting is that?",
            ["para. 2 (a)"],
        ),
        (
            "Paragraph 5 builds on paragraph 2 (a). What does that paragraph require?",
            ["para. 2 (a)"],
        ),
        ("read me paragraph two of decision BC 77-3", ["para. 2", "para. 2 (a)", "para. 2 (b)"]),
        ("Basel COP77 dec. 3, OP 4?", ["para. 4"]),
        ("decision 3 of BC 77, para 1", ["para. 1"]),
        ("what does BC-LXXVII/3 para 2(b) say", ["para. 2 (b)"]),
        ("preambular para one, full text pls", ["preamble, para. 1"]),
        ("Which tasks only apply as far as candles are available? All.", ["para. 2 (b)"]),
        (
            "Full to-do list for the Secretariat from the decision (leave out what is for the"
            " Executive Secretary only)",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        ("Please list every task that is given to the Executive Secretary.", ["para. 4"]),
        ("what is demanded or encouraged from Parties?", ["para. 3"]),
        ("I need all places where we refer to the lantern guild", ["para. 4"]),
        (
            "Paragraph 5 wants a report on the counting mentioned above, who does the counting?",
            ["para. 2 (a)"],
        ),
        (
            "Para 5 wants a report on some counting, which counting is that?",
            ["para. 2 (a)"],
        ),
        ("Which paragraph refers to footnote 1?", ["para. 1"]),
        ("Who cites UNEP/POPS/COP.70/INF/9?", ["para. 1"]),
        ("Which document does footnote 1 refer to?", ["footnote 1"]),
        (
            "List everything the Secretariat is requested to do",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        ("What is the Executive Secretary asked to do?", ["para. 4"]),
        ("What are Parties invited to do?", ["para. 3"]),
        ("Who is invited to do something?", ["para. 3"]),
        ("What does the decision welcome?", ["para. 1"]),
        ("quote operative paragraph three of BC-77/3", ["para. 3"]),
        ("paragraph 3 in BC-77/3 pls", ["para. 3"]),
        ("In BC-77/3, what does paragraph 3 provide?", ["para. 3"]),
        ("BC-77/3#para_2__subpara_b", ["para. 2 (b)"]),
        ("Text of sub-paragraph (b) of paragraph two, decision BC–77/3", ["para. 2 (b)"]),
        (
            "Everything the Secretariat is requested to do (not the Executive Secretary)",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        ("What are all the requests addressed to the Executive Secretary?", ["para. 4"]),
        ("What is asked of Parties, Governments and stakeholders? All of it.", ["para. 3"]),
        ("Which paragraphs invite Parties, alone or with others, to do something?", ["para. 3"]),
        ("Which tasks does the Executive Secretary get?", ["para. 4"]),
        ("List the duties that the Executive Secretary was given.", ["para. 4"]),
        ("Which paragraphs invite somebody?", ["para. 3"]),
        ("Which tasks depend on the availability of candles?", ["para. 2 (b)"]),
        ("Every paragraph where the lantern guild comes up", ["para. 4"]),
        (
            "All the tasks that the whole decision gives to the Secretariat (leave out those"
            " addressed to the Executive Secretary).",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        (
            "Everything the Secretariat is requested to do, including requests that are repeated.",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        (
            "What is the Secretariat requested to do? Complete list please, including polishing.",
            ["para. 2 (a)", "para. 2 (b)", "para. 5"],
        ),
        ("Every job the Secretariat was given", ["para. 2 (a)", "para. 2 (b)", "para. 5"]),
        (
            "What is the Executive Secretary personally (not the Secretariat) asked to do?",
            ["para. 4"],
        ),
        (
            "I need the tasks for the Executive Secretary: all that he or she is urged, requested"
            " or authorized to do.",
            ["para. 4"],
        ),
        (
            "List the paragraphs that name the lantern guild / the ship Meridian.",
            ["preamble, para. 1", "para. 4"],
        ),
        ("Which paragraphs name the lantern guild, its halls or its banner?", ["para. 4"]),
        ("list all places where the lantern guild (or its banner) is named", ["para. 4"]),
        ("List all the INF documents given in the footnotes.", ["footnote 1"]),
        ("Paragraph 5 refers to another paragraph. What does that one say?", ["para. 2 (a)"]),
        ("Which provision is tied to paragraph 2 (a)?", ["para. 5"]),
    ],
)
def test_places_that_structure_knows(lanterns: Shelf, question: str, labels: list[str]) -> None:
    draft = _ask(lanterns, question)
    assert draft.status == "answered"
    assert _cited(draft) == labels


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("quote para 12", "No such paragraph: BC-77/3 has 5."),
        ("quote para 2 (f)", "No such sub-paragraph: BC-77/3, para. 2 has (a)–(b)."),
        ("quote para 3 (a)", "No such sub-paragraph: BC-77/3, para. 3 has none."),
        ("what does footnote 9 say?", "No such footnote: BC-77/3 has 1."),
        ("which document does footnote 9 refer to?", "No such footnote: BC-77/3 has 1."),
        ("what does annex II say?", "No such part: BC-77/3 has no annex II."),
        ("BC-77/9 para 3", "No such document in the library: BC-77/9."),
        ("Que dit le paragraphe 12 ?", "Ce paragraphe n'existe pas : BC-77/3 en a 5."),
    ],
)
def test_places_that_are_not_there(lanterns: Shelf, question: str, said: str) -> None:
    draft = _ask(lanterns, question)
    assert (draft.status, draft.pieces, draft.said) == ("no_such_reference", (), said)


@pytest.mark.parametrize(
    "question",
    [
        "Who cites UNEP/CHW.77/INF/99?",
        "What did the Stockholm COP decide on lanterns?",
        "What is the Guild of Ropes requested to do?",
        "What does the decision endorse?",
    ],
)
def test_what_nothing_answers(lanterns: Shelf, question: str) -> None:
    draft = _ask(lanterns, question)
    assert (draft.status, draft.pieces) == ("not_found", ())


def test_the_title_tells_which_decision_is_meant(harbour: Shelf) -> None:
    asked = "What is the Secretariat requested to do in the decision on keeping lanterns?"
    assert _cited(_ask(harbour, asked)) == ["para. 2 (a)", "para. 2 (b)", "para. 5"]


def test_several_decisions_and_none_named_is_asked_back(harbour: Shelf) -> None:
    draft = _ask(harbour, "quote para 2")
    assert draft.status == "no_such_reference"
    assert "Which decision is meant?" in draft.said


def test_what_is_there_is_quoted_and_the_rest_said(lanterns: Shelf) -> None:
    draft = _ask(lanterns, "paragraphs 4-6")
    assert _cited(draft) == ["para. 4", "para. 5"]
    assert "BC-77/3, para. 6" in draft.said


def test_a_document_that_is_only_referred_to_is_said_with_the_places(lanterns: Shelf) -> None:
    draft = _ask(lanterns, "What does UNEP/CHW.77/INF/12 say about wicks?")
    assert draft.status == "no_such_reference"
    assert "BC-77/3, para. 1" in draft.said
    assert draft.related == ("BC-77/3#para_1",)


def test_of_several_acts_only_the_words_of_the_one_asked_about_are_quoted(
    lanterns: Shelf,
) -> None:
    draft = _ask(lanterns, "What is the Executive Secretary asked to do?")
    assert draft.pieces[0].quote == "requests the Executive Secretary to write to the guild"


def test_quotes_are_verbatim_and_statements_name_the_chapeau(lanterns: Shelf) -> None:
    draft = _ask(lanterns, "List everything the Secretariat is requested to do")
    statements = statements_of(draft, "en", lambda symbols: False)
    for piece in draft.pieces:
        citation = citation_of(piece)
        assert citation.quote in citation.text
    assert statements[0].text.startswith("Requests the Secretariat: To count")
    assert statements[1].text.startswith("To publish")  # said just before
    assert {statement.support for statement in statements} == {"verbatim"}
    text = text_of(statements, draft)
    assert "[BC-77/3, para. 2 (a)]" in text


def test_documents_are_named_with_whether_they_can_be_read(lanterns: Shelf) -> None:
    draft = _ask(lanterns, "Which document does footnote 1 refer to?")
    statement = statements_of(draft, "en", lambda symbols: False)[0]
    assert "UNEP/CHW.77/INF/12–UNEP/POPS/COP.70/INF/9 (not in the library yet)" in statement.text
    assert citation_of(draft.pieces[0]).documents == (
        "UNEP/CHW.77/INF/12",
        "UNEP/POPS/COP.70/INF/9",
    )


def test_what_a_session_itself_decided_is_not_looked_for_elsewhere(bells: Shelf) -> None:
    asked = understand("What did COP 13 decide on ropes?", (), bells)
    assert asked.sessions == ("COP 13",)
    assert _answerer(bells)._spoken_of(asked, asked.sessions) is None
