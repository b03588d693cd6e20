"""One name for one body: what addressees are filtered by.

The addressee of an act keeps the text's words; a reader who filters by "secretariat" means
"Convention secretariat" and "secretariat and the Executive Secretary" too.
"""

from __future__ import annotations

import re

#: Abbreviations that texts use without saying what they mean.
_SHORT = {
    "gef": "global environment facility",
    "gcf": "green climate fund",
    "ldcf": "least developed countries fund",
    "sbi": "subsidiary body for implementation",
    "sbsta": "subsidiary body for scientific and technological advice",
    "cop": "conference of the parties",
    "tec": "technology executive committee",
    "ctcn": "climate technology centre and network",
    "leg": "least developed countries expert group",
    "cge": "consultative group of experts",
    "scf": "standing committee on finance",
    "pccb": "paris committee on capacity-building",
    "ipcc": "intergovernmental panel on climate change",
    "unep": "united nations environment programme",
    "undp": "united nations development programme",
    "oewg": "open-ended working group",
}
#: Bodies whose own names hold "and" or a comma: no list is cut inside them.
_WHOLE = re.compile(
    r"Subsidiary Body for Scientific and Technological Advice|"
    r"Climate Technology Centre and Network|Food and Agriculture Organization|"
    r"[A-Z][\w-]* and [A-Z][\w-]* "
    r"(?:Committee|Fund|Panel|Organization|Programme|Agency|Board|Group|Centre|Council)"
)
_BETWEEN = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or|as\s+well\s+as)\s+")
_LEAD = re.compile(
    r"^(?:the|an?|all|any|each|every|other|relevant|interested|those|its|their|both|also|unfccc|"
    r"convention|including|in\s+particular)\s+(?=\S)",
    re.I,
)
_AFTER = re.compile(
    r"\s+(?:(?:that|which|who|whose|in\s+a\s+position|included|concerned|to\s+the\s+"
    r"(?:convention|protocol|paris|kyoto)|not\s+included|under\s+the)\b.*)$",
    re.I,
)
_HEAD = re.compile(r"^(executive secretary|executive director|secretariat|trustee)\b.*", re.I)
_HOLD = "\x00"


def canonical_addressees(addressee: str | None) -> tuple[str, ...]:
    """The bodies that an addressee names, each by one lower-case name, without repeats.

    ``"Executive Secretary of the Convention, the GEF and all Parties"`` gives
    ``("executive secretary", "global environment facility", "parties")``.
    """
    if not addressee:
        return ()
    held = _WHOLE.sub(lambda match: match[0].replace(" ", _HOLD), addressee)
    pieces = (piece.replace(_HOLD, " ") for piece in _BETWEEN.split(held))
    return tuple(dict.fromkeys(name for piece in pieces if (name := _canonical(piece))))


def _canonical(piece: str) -> str:
    name = re.sub(r"\s*\([^()]*\)", "", " ".join(piece.split()))
    while (shorter := _LEAD.sub("", name)) != name:
        name = shorter
    name = _AFTER.sub("", name).casefold().strip(" ,.;")
    if match := _HEAD.match(name):
        return match[1]
    name = re.sub(r"^board of (?:the )?(.+)$", r"\1 board", name)
    return _SHORT.get(name, name)
