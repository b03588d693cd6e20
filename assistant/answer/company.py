"""Which paragraphs answer together with the best one.

The cross-encoder has learnt from questions that several paragraphs answer that each of them is to
have a logit above 0 (``eval/adapt``). How far behind the best one they may be depends on what is
asked: *what are Parties invited to do* is answered by all that it believes, *when does it meet* by
what is about as good. Where it believes several items of one list, the list is what was asked for,
in whatever words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer.calibration import ALSO, NEAR, TOGETHER
from assistant.answer.judge import Verdict
from assistant.question.model import Understood
from ingest.model import Paragraph

#: Less coverage than the best by more than this is about something else.
ABOUT = 0.12
#: Paragraphs cited at most where one place is asked for.
_CITED = 3
#: Items of a list, its opening words among them, that make it one.
_ITEMS = 3

#: Weighs paragraphs of the document of a verdict that were not among the candidates.
Weigh = Callable[[Verdict, Sequence[Paragraph]], Sequence[Verdict]]


def rivals(one: Verdict, best: Verdict) -> bool:
    """Whether a paragraph answers about as well as the best one."""
    return _behind(one, best) <= NEAR and one.coverage >= best.coverage - ABOUT


def together(sure: Sequence[Verdict], understood: Understood, weigh: Weigh) -> tuple[Verdict, ...]:
    """The best one and all that answer beside it, best first.

    Args:
        sure: What answers well enough, the best first.
        understood: The question.
        weigh: Weighs what has not been read.
    """
    best = sure[0]
    believed = [one for one in sure if one.reranked >= 0 and _behind(one, best) <= TOGETHER]
    if understood.several:
        near = [one for one in sure if one is best or one in believed or rivals(one, best)]
    else:
        near = [
            one
            for one in sure
            if one is best or rivals(one, best) or (one in believed and _behind(one, best) <= ALSO)
        ][:_CITED]
    lists = {family for family, count in _families(believed).items() if count >= _ITEMS}
    asked = {family for one in near if (family := _family(one)) in lists}
    near += [one for one in believed if _family(one) in asked and one not in near]
    for family in sorted(asked):
        near += _rest(family, near, best, weigh)
    return tuple(near)


def _rest(family: str, near: Sequence[Verdict], best: Verdict, weigh: Weigh) -> Sequence[Verdict]:
    """What else of a list is to be believed; all of it, where half of it is."""
    one = next(verdict for verdict in near if _family(verdict) == family)
    held = {verdict.paragraph.id for verdict in near}
    whole = [p for p in one.reading.document.paragraphs if family in (p.id, p.parent)]
    rest = [paragraph for paragraph in whole if paragraph.id not in held]
    if 2 * (len(whole) - len(rest)) >= len(whole):
        return [replace(one, paragraph=paragraph) for paragraph in rest]
    found = weigh(one, rest)
    believed = [v for v in found if v.reranked >= 0 and _behind(v, best) <= TOGETHER]
    if 2 * (len(whole) - len(rest) + len(believed)) >= len(whole):
        return [replace(one, paragraph=paragraph) for paragraph in rest]
    return believed


def _behind(one: Verdict, best: Verdict) -> float:
    return best.reranked - one.reranked


def _family(one: Verdict) -> str:
    """The list to which a paragraph belongs, by the id of its opening words."""
    return one.paragraph.parent or one.paragraph.id


def _families(verdicts: Sequence[Verdict]) -> Counter[str]:
    return Counter(map(_family, verdicts))
