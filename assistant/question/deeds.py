"""What a question asks for by its verb alone: *who is invited*, *what does it take note of*."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.question.cues import any_of
from assistant.question.verbs import ADVERB, NOUN, asked_families, family_of

#: Between verbs that are asked about together.
_AND = rf"\s*(?:,\s*(?:and|or)\b|,|\bor\b|\band\b)\s*(?:{ADVERB}\s+)?"
_DONE = r"[a-z]+ed(?:\s+(?:up)?on)?"
#: What a decision *does*, when that is all that is asked: *what does it take note of*.
_DOES = any_of(
    r"\b(?:what|which|whom?|que|qu['’]|qué)\b.{0,60}?\b(?:does|did|do|is|was|are|were|has|have)\b\s+"
    r"(?:(?:the\s+)?(?:decision|conference(?:\s+of\s+the\s+parties)?|cop|parties|it|they|text"
    r"|resolution|body|assembly|cma|cmp)?)\s*"
    rf"(?:{ADVERB}\s+|been\s+)?"
    r"(?P<verb>(?:take\s+note|taken\s+note|express\s+\w+|\w+)"
    r"(?:(?:\s+(?:of|(?:up)?on))?\s*(?:,|\bor\b|\band\b)\s*(?:take\s+note|express\s+\w+|\w+))*)",
    r"\b(?:everything|all|anything|things|what|paragraphs|matters|those)\s+(?:that\s+|which\s+)?(?:the\s+)?decision\s+"
    rf"(?P<verb3>(?:takes\s+note|\w+s)\b(?:(?:\s+of)?{_AND}(?:takes\s+note|\w+s)\b)*)",
    r"\b(?:que|qué|qu['’]est-ce\s+que)\s+(?P<verb2>\w+)\s+(?:la\s+)?(?:d[ée]cision|decisi[óo]n)\b",
)
#: *Which paragraphs encourage something?*
_THAT_DO = any_of(
    rf"\b(?:paragraphs?|decisions?)\b.{{0,60}}?\b(?P<verb>[a-z]+(?:\s+(?:up)?on)?(?:{_AND}[a-z]+(?:\s+(?:up)?on)?)*)\s+(?:something|anything|anyone|anybody|somebody"
    r"|someone)\b",
)
_WHO_IS = any_of(
    r"\b(?:who|whom|which\s+(?:\w+\s+){0,2}\w+|everybody|everyone|all)\s+(?:else\s+)?(?:(?:who|that)\s+)?"
    rf"(?:is|are|was|were)\s+(?:{ADVERB}\s+)?(?P<verb>{_DONE}(?:{_AND}{_DONE})*)\b",
    r"\b(?:qui|quién|quiénes)\s+(?:est|sont|es|son)\s+(?P<verb2>\w+)\b",
)
#: *Who is asked to do what*, *every body that has to do something*: any verb that asks.
_ANY_ASKED = any_of(
    r"\b(?:who|whom|everybody|everyone|anyone|(?:which|every|each|all)\s+(?:\w+\s+)?\w+)\s+(?:who\s+|that\s+)?"
    r"(?:(?:is|are|was|were)\s+(?P<verb>asked|told|tasked|expected|supposed)\s+to|(?:has|have|had|need|needs)\s+to"
    r"|must|should)\s+do\s+(?:what|something|anything)\b",
)
#: *All requests made in the decision*, *to whom does it address requests*.
_NOUNS = any_of(
    rf"\b(?:all|every|each|which|what|any|the|list)\s+(?:of\s+)?(?:the\s+)?(?P<verb>{NOUN}(?:{_AND}{NOUN})*)\s+"
    r"(?:that\s+)?(?:(?:is|are|was|were|does|do|did)\s+)?(?:the\s+)?"
    r"(?:made\b|contained\b|addressed\b|expressed\b|found\b|issued\b|in\b|under\b|of\s+decision\b|decision\b)",
    rf"\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?P<verb3>{NOUN}(?:{_AND}{NOUN})*)(?=\s*(?:,?\s*please\b|[?.!]|$))",
    rf"\bto\s+whom\s+(?:does|do|did)\s+(?:the\s+)?decision\s+(?:address|direct|make)\s+(?P<verb2>{NOUN}(?:{_AND}{NOUN})*)\b",
)
#: *Which paragraphs begin with "Notes"*.
_BEGIN = any_of(
    r"\b(?:paragraphs?|provisions?)\b.{0,60}?\b(?:begin|open|start)\w*\s+with\s+(?:the\s+words?\s+)?"
    r"[\"“'‘*]?(?P<verb>[a-z]+(?:\s+(?:note|(?:up)?on)\b)?)",
)


class Deed(NamedTuple):
    """Verb families that are asked about, and the words that name them."""

    families: frozenset[str]
    words: str


def deed_of(question: str) -> Deed:
    """The verbs that are asked about, where nothing else is said."""
    if match := _ANY_ASKED.search(question):
        return Deed(asked_families("asked").names, match.group())
    families: frozenset[str] = frozenset()
    said: list[str] = []
    for pattern in (_WHO_IS, _DOES, _THAT_DO, _NOUNS, _BEGIN):
        words = [
            verb
            for match in pattern.finditer(question)
            for verb in _joined(next((one for one in match.groups() if one), "").strip())
        ]
        families = families or frozenset().union(*map(_meant, words))
        # *Who is invited to do what? All the invitations*: the same once more.
        said += [word for word in words if _meant(word) <= families]
    return Deed(families, " ".join(said))


def _meant(verb: str) -> frozenset[str]:
    """Families of a question's verb: *called upon* is no verb of a paragraph."""
    asked = asked_families(verb)
    return family_of(verb) or (asked.names if asked.exact else frozenset())


def _joined(said: str) -> list[str]:
    """Of verbs joined by *or*, *and*, a comma, those that decisions operate with."""
    verbs: list[str] = []
    for verb in re.split(rf"(?:\s+of)?{_AND}", said, flags=re.IGNORECASE):
        if not _meant(verb):
            break
        verbs.append(verb)
    return verbs
