"""Questions that no structure answers: retrieved paragraphs are weighed, the best are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answer.calibration import ANSWERS, NEAR, by_words_from
from assistant.answer.company import ABOUT, rivals, together
from assistant.answer.documents import Documents, clause_with, documents_of
from assistant.answer.draft import Open, Piece
from assistant.answer.judge import Candidate, Judge, Verdict
from assistant.answer.sentences import best_words
from assistant.answer.sorts import can_answer, is_typed
from assistant.model import Hit
from assistant.question.model import Understood
from assistant.question.words import topic_words

#: Paragraphs that are weighed.
_WEIGHED = 16
#: What of the usual chance will do where another decision that is compared answers.
_EASED = 0.3
#: Items of a list that have to be found before the others are taken with them.
_ITEMS = 2


def candidates_of(hits: Sequence[Hit], open_: Open) -> list[Candidate]:
    """The paragraphs of hits, in their order."""
    found = []
    for hit in hits:
        reading = open_(hit.document)
        paragraph = reading.by_id.get(hit.id) if reading else None
        if reading is not None and paragraph is not None:
            found.append((reading, paragraph, hit.why.rerank_score))
    return found


def answering(
    understood: Understood, candidates: Sequence[Candidate], judge: Judge, *, eased: bool = False
) -> tuple[Verdict, ...]:
    """The candidates that answer, best first; none where nothing answers well enough.

    One that answers less surely than the best is left out.

    Args:
        understood: The question.
        candidates: Where the answer may stand, likeliest first.
        judge: Weighs them.
        eased: Whether less will do, since the like is known to be answered elsewhere.
    """
    by_words = not (judge.reads and _is_whole(understood))
    verdicts = judge.weigh(understood, candidates[:_WEIGHED], by_words=by_words)
    least = (_least_by_words(understood) if by_words else ANSWERS) * (_EASED if eased else 1)
    likely = [verdict for verdict in verdicts if verdict.chance >= least]
    able = _able(understood, likely) if by_words else likely
    sure = sorted(able, key=lambda verdict: _order(verdict, understood), reverse=True)
    if not sure:
        return ()
    several = understood.several
    found = (
        rivals(sure, several=several)
        if by_words
        else together(sure, partial(judge.weigh, understood), several=several)
    )
    # What the last answer cited is not said again where another answers about as well.
    near = tuple(one for one in found if one.paragraph.label not in understood.told)
    near = near or tuple(found)
    if is_typed(understood):
        standing = [_where_it_stands(one, understood) for one in near]
        near = tuple({one.paragraph.id: one for one in reversed(standing)}.values())[::-1]
    return near


def _able(understood: Understood, likely: Sequence[Verdict]) -> list[Verdict]:
    """What has words of the sort that is asked for, unless another would say it."""
    able = [one for one in likely if can_answer(understood, one.reading.words_near(one.paragraph))]
    unable = [one for one in likely if one not in able]
    return [one for one in able if not any(_outdone(one, other) for other in unable)]


def _order(verdict: Verdict, understood: Understood) -> tuple[float, float, float]:
    """By chance; of a question that goes on with a conversation, as the whole of it reads.

    All that the conversation was about covers what it was about, not what is asked next. What
    refers to the paragraphs that the conversation cited goes on with them as well.
    """
    if understood.before:
        goes_on = any(one.to in understood.told for one in verdict.paragraph.references)
        return float(goes_on), verdict.reranked, verdict.chance
    return verdict.chance, verdict.reranked, 0.0


def on_topic(
    understood: Understood, candidates: Sequence[Candidate], judge: Judge
) -> tuple[Verdict, ...]:
    """Of candidates that structure has chosen, all that are about the topic."""
    least = _least_by_words(understood)
    weighed = judge.weigh(understood, candidates, by_words=True)
    sure = [one for one in weighed if one.chance >= least]
    best = max((one.coverage for one in sure), default=0.0)
    return tuple(one for one in sure if one.coverage >= best - ABOUT)


def _is_whole(understood: Understood) -> bool:
    """Whether it is a question in English that stands on its own and asks what a paragraph says."""
    return understood.language == "en" and not understood.before and understood.intent != "document"


def _least_by_words(understood: Understood) -> float:
    """The chance by words from which on a paragraph answers."""
    return by_words_from(len(topic_words(understood.topic or understood.text)))


def completed(
    found: Sequence[Verdict], understood: Understood, judge: Judge
) -> tuple[Verdict, ...]:
    """The other items of lists that answer as a whole.

    Those are lists of which half was found, or whose opening words alone say as much of what is
    asked as the items that were found.
    """
    held = {one.paragraph.id for one in found}
    more: dict[str, Verdict] = {}
    for one in found:
        reading, parent = one.reading, one.paragraph.parent
        items = [p for p in reading.document.paragraphs if parent and p.parent == parent]
        inside = sum(item.id in held for item in items)
        if inside < _ITEMS or more.keys() & {p.id for p in items}:
            continue
        if 2 * inside >= len(items) or _opens_with(one, understood, judge):
            more |= {p.id: replace(one, paragraph=p) for p in items if p.id not in held}
    return tuple(more.values())


def _opens_with(item: Verdict, understood: Understood, judge: Judge) -> bool:
    """Whether the opening words of an item's list are as much about the topic as the item."""
    above = item.reading.above(item.paragraph)
    opening = judge.weigh(understood, [(item.reading, above[-1], None)]) if above else ()
    return any(one.coverage >= item.coverage - ABOUT for one in opening)


def _outdone(one: Verdict, other: Verdict) -> bool:
    """Whether another paragraph speaks of what is asked so much better that it would say it.

    That one has a date, and the paragraph about the matter has none, makes it no answer.
    """
    less = other.coverage - one.coverage
    return other.reranked - one.reranked > NEAR and less > ABOUT / 2


def _where_it_stands(verdict: Verdict, understood: Understood) -> Verdict:
    """The date or number that is asked for may stand in the chapeau alone: then that answers."""
    for above in (None, *reversed(verdict.reading.above(verdict.paragraph))):
        paragraph = above or verdict.paragraph
        if can_answer(understood, paragraph.text):
            return replace(verdict, paragraph=paragraph)
    return verdict


def piece_of(verdict: Verdict, understood: Understood, judge: Judge) -> Piece:
    """The words of a paragraph that answer, with the documents where those are asked for."""
    reading, paragraph = verdict.reading, verdict.paragraph
    if understood.intent == "document":
        quote, documents = _document_piece(verdict, understood, judge)
        return Piece(reading, paragraph, quote, documents=documents)
    return Piece(reading, paragraph, best_words(paragraph.text, understood, judge.cross))


def _document_piece(
    verdict: Verdict, understood: Understood, judge: Judge
) -> tuple[str, Documents]:
    """Of several documents in one paragraph, the one whose clause answers best."""
    reading, paragraph = verdict.reading, verdict.paragraph
    clauses = clause_with(paragraph, reading)
    if len(clauses) < 2 or judge.cross is None:
        return paragraph.text, documents_of(paragraph, reading)
    notes = list(clauses)
    scores = judge.cross.score(understood.text, [clauses[note] for note in notes])
    note = notes[int(scores.argmax())]
    return clauses[note], documents_of(note, reading) or documents_of(paragraph, reading)
