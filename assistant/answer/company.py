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
from assistant.answer.judge import Candidate, Verdict

#: Less coverage than the best by more than this is about something else.
ABOUT = 0.12
#: Paragraphs cited at most where one place is asked for.
_CITED = 3
#: Items of a list, its opening words among them, that make it one.
_ITEMS = 3

#: Weighs paragraphs that were not among the candidates.
Weigh = Callable[[Sequence[Candidate]], Sequence[Verdict]]


def rivals(sure: Sequence[Verdict], *, several: bool) -> list[Verdict]:
    """The best one and what answers about as well, where words count most.

    Args:
        sure: What answers well enough, the best first.
        several: Whether more than one place is asked for.
    """
    near = [one for one in sure if one is sure[0] or _rivals(one, sure[0])]
    return near if several else near[:_CITED]


def together(sure: Sequence[Verdict], weigh: Weigh, *, several: bool) -> list[Verdict]:
    """The best one and all that answer beside it, best first.

    Args:
        sure: What answers well enough, the best first.
        weigh: Weighs what has not been read.
        several: Whether more than one place is asked for.
    """
    best = sure[0]
    believed = [one for one in sure if _believed(one, best)]
    as_well = [one for one in believed if several or _behind(one, best) <= ALSO]
    near = [one for one in sure if one is best or one in as_well or _rivals(one, best)]
    near = near if several else near[:_CITED]
    families = Counter(map(_family, believed))
    asked = {family for one in near if families[family := _family(one)] >= _ITEMS}
    near += [one for one in believed if _family(one) in asked and one not in near]
    for family in sorted(asked):
        near += _rest(family, near, best, weigh)
    return near


def _rest(family: str, near: Sequence[Verdict], best: Verdict, weigh: Weigh) -> Sequence[Verdict]:
    """What else of a list is to be believed; all of it, where half of it is."""
    one = next(verdict for verdict in near if _family(verdict) == family)
    held = {verdict.paragraph.id for verdict in near}
    whole = [p for p in one.reading.document.paragraphs if family in (p.id, p.parent)]
    rest = [paragraph for paragraph in whole if paragraph.id not in held]
    more: Sequence[Verdict] = ()
    if 2 * len(rest) > len(whole):
        read = weigh([(one.reading, paragraph, None) for paragraph in rest])
        more = [verdict for verdict in read if _believed(verdict, best)]
    if 2 * (len(rest) - len(more)) > len(whole):
        return more
    return [replace(one, paragraph=paragraph) for paragraph in rest]


def _believed(one: Verdict, best: Verdict) -> bool:
    return one.reranked >= 0 and _behind(one, best) <= TOGETHER


def _rivals(one: Verdict, best: Verdict) -> bool:
    """Whether a paragraph answers about as well as the best one."""
    return _behind(one, best) <= NEAR and one.coverage >= best.coverage - ABOUT


def _behind(one: Verdict, best: Verdict) -> float:
    return best.reranked - one.reranked


def _family(one: Verdict) -> str:
    """The list to which a paragraph belongs, by the id of its opening words."""
    return one.paragraph.parent or one.paragraph.id
