"""The line that says who decides, and what may stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.acts.verb import leading_verb, opening_verb, uncapped
from ingest.structure.block import Block

_ENACTING = re.compile(
    r"(?:(?:the|la|el|le|les|los)\s|l['’]\s?).{0,300}\b(?:conferences?|assembly|meetings?|bod(?:y|ies)|committees?|"
    r"groups?|council|parties|party|board|commission|ministers|conferencia|asamblea|reuni[oó]n|"
    r"partes|comit[ée]|conf[ée]rence|assembl[ée]e|r[ée]union|organe|órgano|consejo|conseil)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 420
#: The verb of the enacting line, where it stands there or alone on a line below the preamble.
_DECIDES = re.compile(
    r"(?:.*\s)?(?:decides?|agrees?|adopts?|recommends?|resolves?|d[ée]cide|recommande|adopte|decide"
    r"|aprueba|recomienda)(?:\s+(?:that|to|de|que|as follows|ce qui suit|lo siguiente))?\s?:?",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = 60
#: French and Spanish words that open reasons: participles and states of mind.
_REASON = re.compile(
    r"\w+(?:ant|[aei]ndo)\b|(?:conscien|préoccup|convainc|désireu|preocupad|convencid|deseos)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[,;][”\"’)\]]*(?:\s(?:and|y|et))?$")


def is_enacting(block: Block) -> bool:
    """Whether a block is the line that says who decides (``The Conference of the Parties,``)."""
    text = block.text
    if len(text) > _LONGEST or block.role == "table" or text[-1:] in (".", ";"):
        return False
    match = _ENACTING.fullmatch(text)
    return match is not None and (
        text.endswith(",") or (text.endswith(":") and len(text) < 160) or len(text) < 120
    )


def decides(text: str) -> bool:
    """Whether an enacting line ends in its verb, so that no preamble can follow it."""
    return _DECIDES.fullmatch(text) is not None


def enacting_below(blocks: Sequence[Block]) -> int | None:
    """Index of an enacting line that stands below the preamble; None where there is none.

    Meetings of parties to a protocol and some conferences state their reasons first and
    decide after them, in one line or in two (``The Meeting of the Parties,`` … ``Decides:``).
    """
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if _is_below(block, blocks[index - 1] if index else None, after):
            return index
        if block.role == "table" or _operates(block.text):
            return None
    return None


def _is_below(block: Block, before: Block | None, after: Block | None) -> bool:
    text = block.text
    if len(text) < _ALONE and text.endswith(":") and decides(text) and leading_verb(text):
        return True
    if not is_enacting(block):
        return False
    if text.endswith((",", ":")) or text.isupper() or decides(text):
        return True
    # Without a comma it could be a heading: the reasons above it and the first number tell.
    reasoned = before is not None and _ENDED.search(before.text) is not None
    return reasoned and after is not None and after.opening.startswith("1.")


def _operates(text: str) -> bool:
    """Whether a block opens with a verb by which a body acts, numbered or not."""
    verb = opening_verb(uncapped(re.sub(r"^\d{1,3}\.\s+", "", text)))
    return verb is not None and verb.form != "participle"


def opens_preamble(text: str) -> bool:
    """Whether words are a preambular paragraph rather than a line of the title."""
    return _ENDED.search(text) is not None and leading_verb(text) is not None


def acts_in_romance(text: str) -> bool:
    """Whether a French or Spanish paragraph opens with a verb by which a body acts."""
    verb = leading_verb(text) if opening_verb(uncapped(text)) is None else None
    return verb is not None and _REASON.match(verb) is None
