"""Operative verbs: the families that questions and paragraphs share, in three languages.

A family is named by its base form. ``Also requests`` and *requested* and *prié de* are all
``request``; a question that says *asked* or *must* means every family that asks somebody to act.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: Families that ask somebody to act.
DIRECTIVE = (
    "request", "invite", "urge", "encourage", "call", "instruct", "mandate", "authorize",
    "recommend", "appeal",
)  # fmt: skip

#: How a family is written in a paragraph (English, French, Spanish), anywhere in its verb.
_PRINTED = {
    "request": r"request\w*|asks?|demand\w+|prie|solicita|pide",
    "invite": r"invit\w+",
    "urge": r"urg\w+|exhort\w+|insta",
    "encourage": r"encourag\w+|alienta",
    "call": r"calls? (?:up)?on|engage|demande instamment|hace un llamamiento",
    "instruct": r"instruct\w*|directs?|charge",
    "mandate": r"mandat\w+|entrusts?|encarga",
    "authorize": r"authori[sz]\w+|autori\w+",
    "recommend": r"recommend\w*|recomiend\w+",
    "appeal": r"appeal\w*",
    "take note": r"takes? note|prend (?:\w+ )?note|toma nota",
    "note": r"not(?:es?|ing)|observ\w+|constat\w+",
    "welcome": r"welcom\w+|accueill\w+|se f[ée]licit\w+|acoge\w*",
    "decide": r"decid\w+|d[ée]cid\w+",
    "adopt": r"adopt\w+|aprueba",
    "approve": r"approv\w+|approuv\w+",
    "endorse": r"endors\w+|fait siennes?|hace suy\w+",
    "agree": r"agree\w*|convien\w+",
    "recall": r"recall\w*|rappel\w+|recuerda\w*|recordando",
    "reaffirm": r"reaffirm\w*|r[ée]affirm\w+|reafirma\w*",
    "reiterate": r"reiterat\w+|r[ée]it[èée]r\w+|reitera\w*",
    "recognize": r"recogni[sz]\w+|reconna\w+|reconoc\w+",
    "acknowledge": r"acknowledg\w+",
    "appreciate": r"appreciat\w+|grat\w+|thank\w*|commend\w*|remerci\w+|agradec\w+",
    "concern": r"concern\w*|pr[ée]occup\w+|preocupaci\w+",
    "emphasize": r"emphasi[sz]\w+|stress\w*|underlin\w+|underscor\w+|soulign\w+|subraya\w*",
    "establish": r"establish\w*|cr[ée]e|establece",
    "congratulate": r"congratulat\w+",
    "designate": r"designat\w+|elects?|d[ée]sign\w+|designa",
    "affirm": r"affirm\w*|confirm\w*",
    "conclude": r"conclud\w+",
}
_PRINTED_RE = {name: re.compile(rf"\b(?:{p})\b", re.IGNORECASE) for name, p in _PRINTED.items()}

#: How a question says that somebody is asked to act; ``any`` is every directive family.
ASKED = {
    "request": r"requested|request|requests|pri[ée]e?s?|solicit\w+|pid(?:e|en|i[óo]|ieron)"
    r"|demand[ée]e?s?",
    "invite": r"invit(?:ed?|es|[ée]e?s?|a|an|ad[oa]s?|[óo])",
    "urge": r"urged?|urges|exhort(?:[ée]e?s?|a|an|ad[oa]s?|[óo])|insta(?:n|d[oa]s?)?|inst[óo]",
    "encourage": r"encouraged?|encourages|encourag[ée]e?s?|alient(?:a|an|[óo])|alentad[oa]s?",
    "call": r"called\s+(?:up)?on|calls?\s+(?:up)?on",
    "authorize": r"authori[sz]ed?|authori[sz]es|autoris[ée]e?s?|autoriza(?:d[oa]s?)?",
    "any": r"asked|ask|asks|told|tasked|mandated|instructed|expected|required|supposed|obliged"
    r"|entrusted|directed|demanded|wanted|charg[ée]e?s?|tenue?s?|encargad[oa]s?|encarga",
}

#: How: *strongly urged*, *merely invited*.
ADVERB = (
    r"(?:strongly|merely|only|just|specifically|explicitly|also|further|again|once|now|simply|already"
    r"|formally|actually|kindly|warmly)"
)
#: Nouns for what is asked; they name somebody only in *requests to*, *invitations addressed to*.
_NOUNS = {
    "request": "requests?",
    "invite": "invitations?",
    "encourage": "encouragements?",
    "call": "calls?",
    "appeal": "appeals?",
    "authorize": "authori[sz]ations?",
    "recommend": "recommendations?",
    "urge": "urgings?|exhortations?",
    "instruct": "instructions?",
}
NOUN = rf"(?:{'|'.join(_NOUNS.values())})"
ASKED_WORDS = rf"(?:{'|'.join((*ASKED.values(), *_NOUNS.values()))})"
_ASKED_WORD = re.compile(ASKED_WORDS, re.IGNORECASE)
_MODAL = re.compile(
    r"(?:must|should|shall|need|ought|doit|doivent|debe[n]?|have\s+to|need\s+to|to\s+do|expected"
    r"|supposed|tasks?|duties|actions|responsibilities|obligations)",
    re.IGNORECASE,
)


class Family(NamedTuple):
    """The families that a question means.

    ``exact`` says whether it names them (*requested*), ``directive`` whether it says at all
    that somebody is asked, not only what they are to do (*must*).
    """

    names: frozenset[str]
    exact: bool
    directive: bool


def family_of(verb: str | None) -> frozenset[str]:
    """The families of a paragraph's verb: ``Also requests`` to ``{"request"}``."""
    if not verb:
        return frozenset()
    found = {name for name, pattern in _PRINTED_RE.items() if pattern.search(verb)}
    if "take note" in found:
        found.discard("note")
    return frozenset(found)


def asked_families(words: str) -> Family:
    """The directive families that the verb words of a question mean."""
    found = {
        name
        for table in (ASKED, _NOUNS)
        for name, pattern in table.items()
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE)
    }
    if not found or "any" in found:
        modal = _MODAL.fullmatch(words.strip()) is not None
        return Family(frozenset(DIRECTIVE), exact=False, directive=not modal)
    return Family(frozenset(found), exact=True, directive=True)


def asks(word: str) -> bool:
    """Whether a word is one by which somebody is asked: *urged*, *invitations*."""
    return _ASKED_WORD.fullmatch(word) is not None
