"""What an answer's own words lead on to, where the question asks for just that.

*Pending the outcome of which actions* is answered by *pending the outcome of the actions mentioned
in paragraph 8* only together with paragraph 8.
"""

from __future__ import annotations

import re

from assistant.answer.draft import Open, Piece, whole
from assistant.answer.judge import Verdict
from assistant.question.model import Understood
from ingest.index.analysis import terms
from ingest.pinpoint import paragraph_id, parse_label

#: *the actions mentioned in*, *the sessions referred to in*: a thing that stands elsewhere.
_POINTING = re.compile(
    r"(?P<thing>\w+)(?:,)?\s+(?:that\s+(?:is|are)\s+)?"
    r"(?:mentioned|referred\s+to|described|listed|set\s+out|contained|identified|specified)\s+in\s+"
    r"(?:sub-?)?paragraphs?\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:which|what)\s+(?P<things>\w+(?:\s+\w+)?)"
    r"|\b(?:are|is)\s+the\s+(?P<named>\w+)\s+(?:mentioned|referred|described|listed)",
    re.IGNORECASE,
)


def led_to(found: Verdict, understood: Understood, open_: Open) -> list[Piece]:
    """The paragraphs where the thing that is asked for stands, as the found one points at them."""
    things = {
        stem
        for match in _ASKED.finditer(understood.text)
        for stem in terms(match["things"] or match["named"])
    }
    text = found.paragraph.text
    pointing = [match for match in _POINTING.finditer(text) if things & set(terms(match["thing"]))]
    if not pointing:
        return []
    pieces = []
    for reference in found.paragraph.references:
        code, pinpoint = parse_label(reference.to)
        reading = open_(code)
        place = reading.by_id.get(paragraph_id(code, pinpoint)) if reading and pinpoint else None
        if reading is not None and place is not None and place.id != found.paragraph.id:
            pieces.append(whole(reading, place, lead=found.paragraph.label))
    return pieces
