"""How the signs of ``judge`` are weighed into a chance that a paragraph answers.

A logistic regression over 69 development questions (45 with an answer) on UNFCCC decisions
of 2014 to 2024 and on the shipped decision: of each question that has an answer its best gold
paragraph, of each unanswerable twin, and of each question put to another decision, the best
paragraph that lacks no name or number. In 8-fold cross-validation by question it errs on 8
of the 69 and its log loss is 0.23. The cosine of question and paragraph, and the least covered
word, were tried as further signs and added nothing.
"""

from __future__ import annotations

from math import exp

#: The cross-encoder's logits are cut here. Beyond, they say no more; far below they only say
#: that the words differ, and coverage says that better.
_LOWEST, _HIGHEST = -4.0, 8.0
_BIAS, _RERANKED, _COVERAGE = -4.47, 0.27, 6.47

#: Logits below the best within which a paragraph answers about as well.
NEAR = 0.6

#: Below this nothing is answered; a story of many words is rarely covered as well.
_ANSWERS, _STORY_ANSWERS = 0.35, 0.15
#: Words from which on a question tells a story. Of the development questions, those that nothing
#: answers are short, or ask for a name or a sort of thing that is not there.
_STORY = 6


def answers_from(words: int) -> float:
    """The chance from which on a paragraph answers a question about so many words."""
    return _STORY_ANSWERS if words >= _STORY else _ANSWERS


def chance(reranked: float, coverage: float) -> float:
    """That a paragraph answers, 0 to 1."""
    logit = max(_LOWEST, min(_HIGHEST, reranked))
    total = _BIAS + _RERANKED * logit + _COVERAGE * coverage
    return 1.0 / (1.0 + exp(-total))
