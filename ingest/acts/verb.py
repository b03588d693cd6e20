"""The verb that opens an operative or preambular paragraph, with its modifiers.

What counts as the verb: modifiers in front (*Also strongly*), the verb, modifiers behind
(*Recalling also*), a second verb joined to it (*Recognizes and welcomes*), a manner
(*with appreciation*), what is expressed (*its deep concern*), and a preposition that
belongs to the verb itself (*Calls upon*, *Takes note of*, *Looks forward to*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.acts.lexicon import (
    ASKING,
    EXPRESSING,
    NOT_PREAMBULAR,
    PHRASAL,
    PLURAL,
    PREAMBULAR,
    REPEATING,
    STATING,
    participle,
    past,
    spellings,
    third_person,
)
from ingest.acts.romance import ROMANCE_VERB

Form = Literal["third", "plural", "participle", "past"]

#: Forms with which a paragraph of a decision may open.
OPENING: frozenset[Form] = frozenset({"third", "plural", "participle"})

_BEFORE = re.compile(
    r"(?:also\]?|further\]?|furthermore|again|once\s+(?:again|more)|accordingly|therefore|hereby|thus|"
    r"likewise|moreover|in\s+addition|"
    r"(?!early|only|family|supply|assembly|monthly|july|apply|reply|rely|comply|multiply)[a-z]+ly)(?<=[\]\w]),?\s+",
    re.I,
)
_AFTER = re.compile(
    r"(?:\s+|(?<=[a-z])(?=also|further))(?:also|again|further(?=\s+(?:the|that|its|to|all|with|decisions?|resolutions?|paragraphs?|"
    r"article|[A-Z])|[\s,:]*$|,)|once\s+(?:again|more)|furthermore|therefore|hereby|in\s+particular|"
    r"strongly|deeply|fully)\b(?!\s+(?:\w+\s+)?(?:and|or)\b)"
)
_FEELING = (
    r"(?:appreciation|gratitude|thanks|concern|regrets?|satisfaction|interest|alarm|"
    r"disappointment|pleasure|approval|dismay|hope|condolences|sympathy|solidarity|support|"
    r"determination|commitment|confidence|conviction|willingness|readiness|intention|"
    r"expectation|acknowledgement|recognition|dissatisfaction|sorrow|pride|admiration|resolve|"
    r"indignation|congratulations|sadness|wish|desire|belief|understanding|agreement)"
)
_ASKED = r"(?:request|invitation|call|appeal|encouragement|recommendation)"
_FEELINGS = rf"{_FEELING}(?:\s+and\s+(?:[a-z]+\s+)?{_FEELING})?\b"
_MANNER = re.compile(rf"\s+with\s+(?:(?!the\b|its\b)[a-z]+\s+){{0,3}}?{_FEELINGS}")
_EXPRESSED = re.compile(rf"\s+(?:(?!to\b|for\b|of\b|that\b)[a-z]+\s+){{0,4}}?{_FEELINGS}", re.I)
_REPEATED = re.compile(
    rf"\s+(?:its|their|the)\s+(?:(?!of\b|to\b)[a-z]+\s+){{0,3}}?(?:{_FEELING}|{_ASKED})\b"
    rf"(?:\s+and\s+(?:{_FEELING}|{_ASKED})\b)?(?!\s+(?:of|by)\b)"
)
_NOTE_ALSO = re.compile(r"(?<=note)\s+(?:also|further|again)\b(?:\s+of\b)?")
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:\s+[A-Z]{2,})*\b")
_WORD = re.compile(r"[A-Za-z][a-z]*(?:-[a-z]+)?")
_GLUED = re.compile(r"[A-Za-z][a-z]+?(?=(?:also|further)\b)")
_JOINED = re.compile(r"(?:\s+and|,\s+and(?=\s+[a-z]+(?:\s+[a-z]+)?,))\s+")
#: Verb forms that are also nouns, and the words after which they are: "Requests for …".
_AS_NOUN = re.compile(
    r"(?:requests?|notes?|reports?|reviews?|supports?|records?|views?|offers?|grants?|states|"
    r"places|names|orders|charges|commissions?|focuses|votes|views|selects?)\s+"
    r"(?:for|from|by|of|on|in|at|may|should|shall|will|are|is|were|have|has|members|"
    r"part(?:y|ies)\s+(?:shall|may|should))\b",
    re.I,
)
#: What may stand before the verb: brackets of drafts, marks of emphasis, joiners.
_DRAFT = "[]{}*_ \t\u2060\u00a0"
_PREAMBULAR = re.compile(PREAMBULAR)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it stands in a text.

    Attributes:
        start, end: Its span in the text, modifiers included.
        text: Its words, white space normalised.
        lemma: Base form of the verb; of joined verbs, the last (it takes the object).
        form: Grammatical form.
        asks: Whether the verb can ask somebody to do something.
    """

    start: int
    end: int
    text: str
    lemma: str
    form: Form
    asks: bool


@cache
def _forms() -> dict[str, tuple[str, Form]]:
    """Every form of every verb -> its base form, and which form it is."""
    table: dict[str, tuple[str, Form]] = {}
    for base in (*STATING, *ASKING):
        for spelling in spellings(base):
            table[third_person(spelling)] = (base, "third")
            if base not in NOT_PREAMBULAR:
                table[participle(spelling)] = (base, "participle")
            table.setdefault(past(spelling), (base, "past"))
            if base in PLURAL:
                table[spelling] = (base, "plural")
    return table


def read_verb(text: str, at: int = 0, forms: frozenset[Form] = OPENING) -> Verb | None:
    """Read an English verb with its modifiers that begins exactly at a position."""
    end = at
    while match := _BEFORE.match(text, end):
        end = match.end()
    word = _WORD.match(text, end)
    if word is None:
        return None
    lemma, form = _forms().get(word[0].lower(), ("", "third"))
    if not lemma and (glued := _GLUED.match(text, end)):
        # Converted text loses the space between two runs in italics: "Decidesfurther".
        word = glued
        lemma, form = _forms().get(glued[0].lower(), ("", "third"))
    if not lemma or form not in forms or _AS_NOUN.match(text, end):
        return None
    tail = _complement(text, word.end(), lemma)
    if tail is None:
        return None
    return _joined(text, at, tail, lemma, form)


def _joined(text: str, at: int, end: int, lemma: str, form: Form) -> Verb:
    """Take in a second verb of the same form: ``Recognizes and welcomes``."""
    if joint := _JOINED.match(text, end):
        second = read_verb(text, joint.end(), frozenset({form}))
        if second is not None:
            words = " ".join(text[at : second.end].split())
            return Verb(at, second.end, words, second.lemma, form, second.asks)
    words = re.sub(r"(?<=[a-z])(also|further)\b", r" \1", " ".join(text[at:end].split()))
    words = words.replace("  ", " ")
    asks = lemma in ASKING or bool(re.search(rf"\b{_ASKED}$", words))
    return Verb(at, end, words, lemma, form, asks)


def _complement(text: str, end: int, lemma: str) -> int | None:
    """Where the verb ends with all that belongs to it; None where that is missing."""
    while match := _AFTER.match(text, end):
        end = match.end()
    if lemma in PHRASAL:
        match = re.compile(rf"\s+(?:{PHRASAL[lemma]})\b").match(text, end)
        if match is None:
            return None
        end = match.end()
        if match := _NOTE_ALSO.match(text, end):
            end = match.end()
    elif lemma in EXPRESSING:
        match = _EXPRESSED.match(text, end)
        if match is None:
            return None
        end = match.end()
    elif lemma in REPEATING and (match := _REPEATED.match(text, end)):
        return match.end()
    if match := _MANNER.match(text, end):
        end = match.end()
    return end


def uncapped(text: str) -> str:
    """A text whose verbs in capitals are in small letters, every character in its place.

    Ramsar and CITES set verbs in capitals: "1. URGES Contracting Parties to …, and FURTHER
    INSTRUCTS the Secretariat …". An abbreviation is no verb's form and stays as it is.
    """
    return _CAPITALS.sub(_small, text)


def _small(match: re.Match[str]) -> str:
    run = match[0]
    if not any(word.lower() in _forms() for word in run.split()[:3]):
        return run
    return run.lower() if match.start() else run.capitalize()


def opening_verb(text: str) -> Verb | None:
    """The English verb with which a paragraph opens, capital letter and all.

    Brackets of a draft and quotation by emphasis in front of it are passed over.
    """
    at = len(text) - len(text.lstrip(_DRAFT))
    if not text[at : at + 1].isupper():
        return None
    if match := _PREAMBULAR.match(text, at):
        return Verb(at, match.end(), " ".join(match[0].split()), "", "participle", False)
    return read_verb(text, at)


def leading_verb(text: str) -> str | None:
    """The operative or preambular verb with which a paragraph opens, as it stands.

    English, French and Spanish. ``"Also requests the Secretariat:"`` gives
    ``"Also requests"``; a sub-paragraph that opens with "To …", a heading, a report's
    paragraph ("The SBI noted …") give None.
    """
    text = uncapped(text)
    verb = opening_verb(text)
    english = verb.text if verb else ""
    match = ROMANCE_VERB.match(text.lstrip(_DRAFT))
    romance = " ".join(match[0].split()) if match else ""
    # "Note avec satisfaction" opens like English "Note": the longer reading is right.
    return max(english, romance, key=len) or None
