"""Questions that one place leads on to another: which of the ways there a question takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer.draft import Draft, Open
from assistant.answer.followed import LEADING, followed, leading, led_from_named
from assistant.answer.judge import Judge
from assistant.answer.passage import answering, candidates_of
from assistant.model import SearchResult
from assistant.question.model import Named, Understood
from assistant.question.pointing import asks_there
from assistant.question.words import telling

#: Paragraphs among which the one is looked for that is only described.
_ASKED = 16
#: Words that tell of a place whose document is not named.
_TELLING = 2


def led(
    understood: Understood,
    open_: Open,
    search: Callable[[Understood, int], SearchResult],
    judge: Callable[[], Judge],
) -> Draft | None:
    """What stands where a place leads that the question only speaks of; None for nothing."""
    if understood.intent not in LEADING:
        return None
    if pieces := led_from_named(understood, open_):
        return Draft("answered", pieces)
    placed = [one for one in understood.named if one.pinpoint]
    # Of a number without a document only those can tell the place who speak of it.
    nowhere = bool(placed) and not any(one.document for one in placed)
    nowhere = nowhere and len(telling(understood.topic)) >= _TELLING
    if not (nowhere or asks_there(understood.asks)) or any(map(_is_at_hand, placed)):
        return None
    told = replace(
        understood,
        text=_told(understood),
        topic="",
        intent="passage",
        seek="what",
        named=(),
        documents=(),
        statement="",
    )
    found = candidates_of(search(told, _ASKED).hits, open_)
    leads = [one for one in found if leading(placed, one[1])]
    for verdict in answering(told, leads, judge())[:1]:
        pieces = followed(placed, verdict.paragraph, verdict.reading, open_)
        return Draft("answered", pieces) if pieces else None
    return None


def _told(understood: Understood) -> str:
    """What is said, without the places that it names: before the question, if anything is."""
    text = understood.statement or understood.text
    for named in understood.named:
        text = text.replace(named.text, " ")
    return " ".join(text.split())


def _is_at_hand(named: Named) -> bool:
    """Whether a numbered paragraph of a document that is held is named."""
    return named.in_library and named.pinpoint.is_numbered
