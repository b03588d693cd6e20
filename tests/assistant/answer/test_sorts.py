"""What sort of words answers what sort of question."""

from __future__ import annotations

import pytest

from assistant.answer.sorts import can_answer, is_typed
from assistant.question.model import Understood


def _can(question: str, text: str) -> bool:
    return can_answer(Understood(question=question, text=question), text)


@pytest.mark.parametrize(
    ("question", "answers", "does_not"),
    [
        ("How many keepers sit on the board?", "twelve keepers", "keepers, decision 4/8, para. 3"),
        ("How many keepers are there?", "24 keepers", "the 2030 Agenda for keepers"),
        (
            "How many lamps are lit?",
            "15 lamps were lit",
            "lamps lit in the years 2070–2077, 2015–2030",
        ),
        ("What yearly dollar amount is fixed?", "USD 100 a year", "goals for 2077"),
        ("What percentage of oil is kept?", "five per cent of the oil", "oil in 12 barrels"),
        ("What majority is needed?", "a two-thirds majority", "needed by the 4 keepers"),
        ("How much money goes to the guild?", "USD 5,000 for the guild", "the 5 guilds"),
        ("By which year is it due?", "by 2077", "at its next meeting"),
        ("On what day was it lit?", "lit on 3 March 2077", "lit at its next meeting"),
        ("By what date must it be lit?", "by 3 March 2077", "lit for the follow-up"),
        ("How many keepers sit on each guild?", "10 additional keepers", "all four functions"),
        ("How many people sit on the guild?", "the guild has 16 members", "in three languages"),
        ("How many lamps did the guild light?", "5.7 million green lamps", "in two harbours"),
        ("How often, and how many times, does it meet?", "it meets twice a year", "it meets"),
        ("By which date are views due?", "views by 3 March 2077", "the work plan for 2076–2080"),
        ("By which date is it to be lit?", "to be lit by 2077", "the plan of 2077"),
        ("What is the total amount of fees?", "EUR 100", "the fees of 12 keepers"),
        ("What target in US dollars was set?", "USD 7 million", "a target for 12 keepers"),
        ("What is the total budget in euros?", "EUR 100", "the budget for 2077"),
        ("What are the names of the two co-chairs?", "Ms. Wick and Mr. Lum", "two co-chairs"),
        ("What is the deadline?", "before its tenth meeting", "as soon as wished"),
        ("By when must the guild report?", "at its next session", "to continue to report"),
        ("When is the next meeting?", "the meeting is on 3 March", "to report to the next meeting"),
        ("In which city is the guild?", "a guild in Lanternville", "the guild of the Convention"),
        (
            "Which country has offered to host it?",
            "hosted by Lanternia",
            "Parties may offer to host it",
        ),
        ("Who chairs the guild?", "the guild, chaired by the keeper", "members of the guild"),
        ("What is the name of the Executive Secretary?", "Ms. Wick", "the Executive Secretary"),
        ("How is a lantern defined?", "a lantern means a light", "the lanterns of harbours"),
    ],
)
def test_only_the_sort_that_is_asked_for_answers(
    question: str, answers: str, does_not: str
) -> None:
    assert _can(question, answers)
    assert not _can(question, does_not)


def test_what_asks_for_no_sort_is_answered_by_anything() -> None:
    assert _can("What is said about lanterns?", "lanterns")
    assert not is_typed(Understood(question="Why lanterns?", text="Why lanterns?"))
