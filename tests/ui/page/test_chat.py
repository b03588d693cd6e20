"""The conversation, step by step, over an assistant that answers as it is told."""

from __future__ import annotations

import pytest

from assistant.model import Answer, Citation, Hit, Statement, Turn
from ingest.errors import ServerUnavailable
from ui.page.chat import FAULT, LONGEST, Conversation, converse

LABEL = "XX-1/2, para. 3"
CITED = Citation("XX-1/2#para_3", LABEL, "XX-1/2", "3", "Decides to rest.", "Decides to rest.")
ANSWERED = Answer(
    "q",
    "answered",
    f"Decides to rest. [{LABEL}]",
    (Statement("Decides to rest.", (LABEL,), "verbatim"),),
    (CITED,),
)


class Told:
    """Gives one answer and remembers what it was asked."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer = answer
        self.histories: list[tuple[Turn, ...]] = []

    def ask(self, question: str, history: tuple[Turn, ...] = ()) -> Answer:
        self.histories.append(history)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def _last(assistant: Told, question: str, so_far: Conversation | None = None) -> Conversation:
    return list(converse(assistant, question, so_far or Conversation()))[-1]


def test_an_answer_streams_and_ends_complete() -> None:
    steps = list(converse(Told(ANSWERED), "Who rests?", Conversation()))
    assert [step.bubbles[-1]["done"] for step in steps] == [False, False, True]
    assert "Looking through" in steps[0].bubbles[-1]["html"]
    assert f">{LABEL}</button>" in steps[-1].bubbles[-1]["html"]


def test_a_follow_up_is_asked_with_what_was_said() -> None:
    told = Told(ANSWERED)
    first = _last(told, "Who rests?")
    _last(told, "By when?", first)
    assert told.histories[0] == ()
    assert [turn["content"] for turn in told.histories[1]] == ["Who rests?", ANSWERED.answer]


@pytest.mark.parametrize(
    ("question", "said"),
    [("", "type a question"), (" \n\t ", "type a question"), ("x" * (LONGEST + 1), "at most")],
)
def test_a_question_that_cannot_be_asked_is_not(question: str, said: str) -> None:
    told = Told(ANSWERED)
    after = _last(told, question)
    assert said in after.bubbles[-1]["html"]
    assert told.histories == []


def test_a_failure_is_said_and_not_remembered() -> None:
    after = _last(Told(ServerUnavailable("the server is down", "start it")), "Who rests?")
    assert after.bubbles[-1]["role"] == "notice"
    assert "the server is down: start it" in after.bubbles[-1]["html"]
    assert after.turns == ()


def test_a_fault_is_owned_up_to_and_the_question_stays(capsys: pytest.CaptureFixture[str]) -> None:
    after = _last(Told(ZeroDivisionError("here")), "Who rests?")
    assert [bubble["role"] for bubble in after.bubbles] == ["user", "notice"]
    assert FAULT in after.bubbles[-1]["html"]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_not_found_offers_what_lies_near_without_citing_it() -> None:
    near = Hit("XX-1/2#para_4", "XX-1/2, para. 4", "XX-1/2", "4", 0.1, "Notes the <b>weather</b>.")
    html = _last(Told(Answer("q", "not_found", "Not found.", related=(near,))), "q")
    shown = html.bubbles[-1]["html"]
    assert "Not found." in shown
    assert "Related paragraphs" in shown
    assert "statement" not in shown
    assert 'data-place="XX-1/2#para_4"' in shown
    assert "&lt;b&gt;weather" in shown


def test_of_two_quotes_of_one_paragraph_the_chip_marks_the_one_said() -> None:
    text = "Decides to rest. Invites Parties to sleep."
    cited = tuple(
        Citation("XX-1/2#para_3", LABEL, "XX-1/2", "3", text, quote)
        for quote in ("Decides to rest.", "Invites Parties to sleep.")
    )
    said = Statement("Invites Parties to sleep.", (LABEL,), "verbatim")
    shown = _last(Told(Answer("q", "answered", "…", (said,), cited)), "q").bubbles[-1]["html"]
    assert 'data-quote="Invites Parties to sleep."' in shown


def test_an_unverified_statement_says_so() -> None:
    answer = Answer("q", "answered", "…", (Statement("Rest.", (LABEL,), "unverified"),), (CITED,))
    assert "not verified" in _last(Told(answer), "q").bubbles[-1]["html"]
