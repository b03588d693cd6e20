"""Does a paragraph answer the question? Two signs, weighed in ``calibration``.

1. The cross-encoder's reading of question and paragraph together.
2. Coverage: each word that the question is about is in the paragraph or its context, by stem
   or abbreviation, or a word near it in meaning is (``nearness``).
Years and numbers are no matter of degree: where one is missing, it is no answer. A name that is
missing tells against it.

The cross-encoder is adapted to whole questions in English that a paragraph answers. Where a
question is none, words count most: a paragraph has to hold the names as well, and what is asked
for (``head_of``): a list of fees has no paragraph without one. And the deed whose doer or object
is sought (``deed_of``) has to be done in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from assistant.answer.calibration import chance, chance_by_words
from assistant.answer.entities import (
    Expand,
    entities_of,
    holds,
    is_number,
    joined_to,
    missing,
    said_of,
)
from assistant.answer.nearness import Nearness
from assistant.answer.reading import Reading
from assistant.answer.sorts import can_answer
from assistant.question.head import deed_of, head_of
from assistant.question.model import Understood
from assistant.question.plain import formal
from assistant.question.words import is_light, topic_words
from ingest.index.analysis import terms
from ingest.model import Paragraph
from ingest.models import CrossEncoder
from ingest.passage import passage_of

#: A paragraph, where it is, and the cross-encoder's logit where that is known.
Candidate = tuple[Reading, Paragraph, float | None]

#: Coverage of a paragraph of which only the title speaks of the topic.
_TITLE_ONLY = 0.5
#: A short question is about every word of it that is no common one. What a list is narrowed
#: down to may be put otherwise in each of its paragraphs: there only what is foreign to one counts.
_SAID, _SAID_IN_LIST, _SIMPLE = 0.5, 0.25, 4
#: There are more ways to say what is done than to name a thing.
_DONE = 0.42
#: Words that must be known for each that is not, to do without that one.
_TOLD = 2
#: Coverage of an everyday word by what decisions say for it.
_FORMAL = 0.8


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signs say of one paragraph.

    Attributes:
        reranked: The cross-encoder's logit.
        coverage: Mean over the topic's words, 0 to 1; 1 where there is no topic.
        weakest: The least covered word that is not a common one, 0 to 1.
        missing: Names and numbers of the question that it does not hold.
        chance: That it answers, 0 to 1.
    """

    reading: Reading
    paragraph: Paragraph
    reranked: float
    coverage: float
    weakest: float
    missing: tuple[str, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs paragraphs; without a cross-encoder, by coverage alone."""

    cross: CrossEncoder | None
    nearness: Nearness
    expand: Expand

    @property
    def reads(self) -> bool:
        """Whether the cross-encoder was adapted to tell what answers."""
        return self.cross is not None and self.cross.adapted

    def weigh(
        self,
        understood: Understood,
        candidates: Sequence[Candidate],
        *,
        by_words: bool = False,
    ) -> tuple[Verdict, ...]:
        """A verdict on each candidate, in their order.

        Args:
            understood: The question.
            candidates: Paragraphs.
            by_words: Whether words count most, as of paragraphs that are to have a part in a
                list and need not answer on their own.
        """
        if not candidates:
            return ()
        texts = [passage_of(reading.document, p).dense for reading, p, _ in candidates]
        reranked = self._reranked(understood.read, texts, [score for *_, score in candidates])
        words = topic_words(understood.topic or understood.text)
        unread = _dismissed(words, understood) | frozenset(understood.before.split())
        own_words = [reading.words_near(paragraph) for reading, paragraph, _ in candidates]
        near = self.nearness.of(words, own_words)
        opens = understood.question[:4].lower() == understood.text[:4].lower()
        wanted = entities_of(understood.text, understood.language, opens=opens)
        head, deed = (
            word if word and word.lower() not in understood.unread else None
            for word in (head_of(understood.text), deed_of(understood.text))
        )
        verdicts = []
        for i, (reading, paragraph, _) in enumerate(candidates):
            said = said_of(reading, paragraph)
            stems = frozenset(terms(said))
            own = frozenset(terms(own_words[i]))
            signs = [
                self._sign(word, (own_words[i], own), (said, stems), near[i][j], reading)
                for j, word in enumerate(words)
            ]
            signs = [one._replace(light=is_light(one.word) or one.word in unread) for one in signs]
            lacking = self._lacking(wanted, (said, stems), reading, understood)
            coverage, weakest = _weighed(signs)
            if by_words:
                least = _SAID_IN_LIST if understood.intent == "list" else _SAID
                out = bool(lacking) or _is_foreign(signs, weakest, least, head, deed)
                answers = 0.0 if out else chance_by_words(reranked[i], coverage)
            else:
                answers = chance(
                    reranked[i],
                    nameless=any(not is_number(one) for one in lacking),
                    numberless=any(is_number(one) for one in lacking),
                    unsorted=not can_answer(understood, own_words[i]),
                )
            verdicts.append(
                Verdict(reading, paragraph, reranked[i], coverage, weakest, lacking, answers)
            )
        return tuple(verdicts)

    def _lacking(
        self,
        wanted: Sequence[str],
        said: tuple[str, frozenset[str]],
        reading: Reading,
        understood: Understood,
    ) -> tuple[str, ...]:
        """Names and numbers that a paragraph does not hold.

        Where several paragraphs answer, one of those that the question joins will do.
        """
        expand = self._expander(reading)
        lacking = missing(wanted, said[0], expand)
        if not understood.several:
            return lacking
        return tuple(
            one
            for one in lacking
            if not any(_is_said(word, *said, expand) for word in joined_to(one, understood.text))
        )

    def _reranked(
        self, question: str, texts: Sequence[str], known: Sequence[float | None]
    ) -> list[float]:
        unread = [i for i, score in enumerate(known) if score is None]
        scores = [score or 0.0 for score in known]
        if self.cross is not None and unread:
            read = self.cross.score(question, [texts[i] for i in unread])
            for i, score in zip(unread, read, strict=True):
                scores[i] = float(score)
        return scores

    def _sign(
        self,
        word: str,
        inside: tuple[str, frozenset[str]],
        said: tuple[str, frozenset[str]],
        near: float,
        reading: Reading,
    ) -> _Sign:
        expand = self._expander(reading)
        if _is_said(word, *inside, expand):
            return _Sign(word, 1.0, title=False)
        if _is_said(word, *said, expand):
            return _Sign(word, 1.0, title=True)
        if formal(word) & inside[1]:
            return _Sign(word, max(near, _FORMAL), title=False)
        return _Sign(word, near, title=False)

    def _expander(self, reading: Reading) -> Expand:
        """Other names: what the document itself spells out, and what is known of old."""
        return lambda name: (*reading.names.get(name, ()), *self.expand(name))


def _is_foreign(
    signs: Sequence[_Sign], weakest: float, least: float, head: str | None, deed: str | None
) -> bool:
    """Whether the question is about what a paragraph does not speak of."""
    return (
        (len(signs) <= _SIMPLE and weakest < least)
        or any(one.word == head and one.covered < least for one in signs)
        or any(one.word == deed and one.covered < _DONE for one in signs)
    )


def _is_said(word: str, said: str, stems: frozenset[str], expand: Expand) -> bool:
    parts = set(terms(word))
    return bool(parts) and (parts <= stems or holds(word, said, expand))


class _Sign(NamedTuple):
    """How well a word of the question is covered, and whether only its title does so."""

    word: str
    covered: float
    title: bool
    light: bool = False


def _dismissed(words: Sequence[str], understood: Understood) -> frozenset[str]:
    """Words of another language that could not be put into English, where the others tell enough.

    That no English paragraph holds them says next to nothing. Where they are much of what is
    asked, though, what is left says too little of it.
    """
    unread = frozenset(word for word in words if word.lower() in understood.unread)
    told = [word for word in words if not is_light(word) and word not in unread]
    return unread if len(told) >= _TOLD * len(unread) else frozenset()


def _weighed(signs: Sequence[_Sign]) -> tuple[float, float]:
    """Mean and least coverage.

    Common words count half in the mean and not at all in the least. What only the title or
    the name of the document holds says which document is meant, not which paragraph: it
    counts where nothing else than common words is asked.
    """
    if not signs:
        return 1.0, 1.0
    telling = [sign for sign in signs if not sign.title]
    if all(sign.light for sign in telling):
        telling += [sign._replace(covered=_TITLE_ONLY) for sign in signs if sign.title]
    weights = [0.5 if sign.light else 1.0 for sign in telling]
    coverage = float(np.average([sign.covered for sign in telling], weights=weights))
    heavy = [sign.covered for sign in telling if not sign.light]
    return coverage, min(heavy, default=coverage)
