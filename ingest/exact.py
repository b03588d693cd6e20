"""Labels in a question exactly as this project writes them: ``3/CMP.1, annex, rule 4, para. 2``.

People copy them from an answer. They hold places that nobody writes freely (rows of tables,
unnumbered paragraphs, rules and sections of annexes).
"""

from __future__ import annotations

import re

from ingest.pinpoint import SEGMENT_NAMES, Pinpoint, parse_eid, parse_label

_VALUE = r"(?: (?:[IVXLC]+|[A-Z]|\d+[A-Za-z]{0,3})(?:\.[A-Z\d]+)*(?!\w))"
_PIECE = re.compile(
    rf", (?:(?P<rare>(?:appendix|attachment|part|section|article|rule|table|row){_VALUE}?"
    r"|p\. \d+|unnumbered para\. \d+|para\.(?: \d\w*)?(?: \([a-z]{1,5}\))* \(\d+[a-z]{0,6}\)"
    r"(?: \(\w{1,6}\))*|footnote (?:[a-z]|[*†‡§]{1,4})|para\.(?: \(\w{1,5}\))+)"
    rf"|para\. \d\w*(?: \([a-z]{{1,5}}\))*|(?:preamble|annex){_VALUE}?"
    r"|footnote \d+)(?!\w)"
)

_STEP = rf"(?:{'|'.join(SEGMENT_NAMES)})(?:_[\w.*-]+?)?"
#: A paragraph's id as machines write it: ``BC-14/21#para_6__subpara_a``.
_ID = re.compile(rf"#(?P<steps>{_STEP}(?:__{_STEP})*)(?!\w|[.-]\w)")


def read_id(question: str, position: int) -> tuple[Pinpoint, int] | None:
    """The pinpoint of an id whose document ends at ``position``, and where the id ends."""
    match = _ID.match(question, position)
    if match is None:
        return None
    return parse_eid(match["steps"]), match.end()


def read_exact(question: str, position: int) -> tuple[Pinpoint, int] | None:
    """The pinpoint of a label whose document ends at ``position``, and where the label ends.

    None for what people write freely as well: that is read more generously elsewhere.
    """
    end, rare = position, False
    while match := _PIECE.match(question, end):
        end, rare = match.end(), rare or bool(match["rare"])
    if not rare:
        return None
    try:
        return parse_label("x" + question[position:end])[1], end
    except ValueError:
        return None
