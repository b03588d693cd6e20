"""Places in a document as people name them: ``§6(b)``, ``OP6``, *first preambular paragraph*.

In English, French and Spanish, in any case. Which document they belong to is decided in
``ingest.citations``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.enumeration import Path, read_letters, read_paths, roman_values
from ingest.pinpoint import LEVELS, Pinpoint

#: Below which other place a place stands when they are named together.
RANK = {"annex": 0, "appendix": 1, "attachment": 2, "preamble": 3, "number": 4, "letter": 5}


class Place(NamedTuple):
    """A place that is named.

    Attributes:
        start, end: Its characters.
        rank: Its name in ``RANK``; footnotes are ``number``.
        pinpoints: The paths from that rank on down.
        ordinal: Negative where the question counts from the end (*the last paragraph*).
    """

    start: int
    end: int
    rank: str
    pinpoints: tuple[Pinpoint, ...]
    ordinal: int = 0


_COUNTS = (
    "first premier première primer primera 1st 1er 1ère",
    "second deuxième seconde segundo segunda 2nd 2e",
    "third troisième tercero tercer tercera 3rd 3e",
    "fourth quatrième cuarto cuarta 4th 4e",
    "fifth cinquième quinto quinta 5th 5e",
    "sixth sixième sexto sexta 6th 6e",
    "seventh septième séptimo séptima 7th 7e",
    "eighth huitième octavo octava 8th 8e",
    "ninth neuvième noveno novena 9th 9e",
    "tenth dixième décimo décima 10th 10e",
    "eleventh onzième undécimo undécima 11th 11e",
    "twelfth douzième duodécimo duodécima 12th 12e",
)
_ORDINALS = {word: number for number, words in enumerate(_COUNTS, 1) for word in words.split()}
_LAST = dict.fromkeys(("last", "final", "dernier", "dernière", "último", "última"), -1)
_LAST |= dict.fromkeys(("penultimate", "second-last", "second last", "avant-dernier"), -2)
_CARDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "one un uno", "two deux dos", "three trois tres", "four quatre cuatro",
            "five cinq cinco", "six seis", "seven sept siete", "eight huit ocho",
            "nine neuf nueve", "ten dix diez", "eleven onze once", "twelve douze doce",
            "thirteen treize trece", "fourteen quatorze catorce", "fifteen quinze quince",
            "sixteen seize dieciséis", "seventeen dix-sept diecisiete",
            "eighteen dix-huit dieciocho", "nineteen dix-neuf diecinueve", "twenty vingt veinte",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WORD = r"paragraph(?:es|s|e)?|paras?\b\.?|pars?\.|p[áa]rrafos?|p[áa]rrs?\.|clauses?|points?"
_PREAMBULAR = r"preambular|preambulares|preamble|pr[ée]ambulaire|pr[ée]ambule|pre[áa]mbulo"
_RECITAL = r"recitals?|consid[ée]rants?|considerandos?"
_OF_PREAMBLE = (
    r"(?:of|in|from|du|del|de)\s+(?:the\s+|el\s+|le\s+)?(?:preamble|pr[ée]ambule|pre[áa]mbulo)"
)
_NUMBERED = re.compile(
    rf"(?<!\w)(?:(?:(?:operative|op\.?)\s+|sub-?\s?)?(?:{_WORD})|op\b\.?|op(?=\d)|§{{1,2}}|¶{{1,2}})"
    r"\s*(?:(?:no|nos|n[°º]|number|num[ée]ro)\.?\s*)?(?=\(?\d)"
    # A page has no letter.
    r"|(?<!\w)p\.?\s?(?=\d{1,3}\s?\([a-z]\))",
    re.IGNORECASE,
)
_SPELT = re.compile(
    rf"(?<!\w)(?:(?:operative|op\.?)\s+)?(?:{_WORD})\s+(?P<number>{_any(_CARDINALS)})\b(?P<below>(?:\s*\([a-z]{{1,4}}\))*)",
    re.IGNORECASE,
)
_SPELT_PREAMBLE = re.compile(
    rf"(?<!\w)(?:(?:{_PREAMBULAR})\s*,?\s*(?:{_WORD})?|{_RECITAL})\s+(?:no\.?\s+)?"
    rf"(?P<number>{_any(_CARDINALS)})\b",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    rf"(?<!\w)(?:(?:{_PREAMBULAR})\s*,?\s*(?:{_WORD})?\s*(?=\d)|(?:{_RECITAL})\s+(?=\d)|pp\s?(?=\d{{1,2}}(?!\d|\s?{'[-–]'}))"
    rf"|(?:{_WORD})\s+(?:du\s+pr[ée]ambule|del\s+pre[áa]mbulo|preambulares?)\s+(?=\d))",
    re.IGNORECASE,
)
_IN_PREAMBLE = re.compile(rf",?\s*{_OF_PREAMBLE}\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<!\w)(?P<count>{_any(_ORDINALS)}|{_any(_LAST)})\s+(?:and\s+(?:last|final)\s+)?(?:(?P<pre>{_PREAMBULAR})|operative)?\s*"
    rf"(?:(?P<recital>{_RECITAL})|(?P<sub>sub-?\s?(?:paragraph|para)|alin[ée]a|apartado|inciso)|paragraphe?|para\b\.?"
    rf"|p[áa]rrafo)(?!s|\s*\d)(?P<post>\s+(?:{_PREAMBULAR}))?(?:(?P<of>\s+{_OF_PREAMBLE})\b)?",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?<!\w)(?:sub-?\s?(?:paragraph|para)s?|alin[ée]as?|apartados?|incisos?|letras?|lettres?"
    r"|letters?|lit(?:era)?|points?|items?)\b\.?\s*(?=\(?[a-z]{1,4}\)|[b-z]\b)"
    r"|(?<!\w)(?:lit(?:era)?\.?|letter)\s+(?=a\b)"
    r"|(?<!\w)para(?:graph)?s?\b\.?\s*(?=\([a-z]{1,4}\))",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?<!\w)(?:foot\s?-?notes?|fn\.?|notes?(?:\s+de\s+bas\s+de\s+page)"
    r"|notas?(?:\s+(?:de|al?)\s+pie)(?:\s+de\s+p[áa]gina)?)\s*(?:no\.?\s*|n[°º]\s*)?(?=\d)",
    re.IGNORECASE,
)
#: Tables have notes with letters: ``footnote b``, ``note (a) to the table``.
_LETTERED_NOTE = re.compile(
    r"(?<!\w)(?:(?:foot\s?-?note|fn)\b\.?\s*(?=\(?[a-z*]\b|\*)|note\s+(?=\([a-z]\)|[b-hj-z]\b))"
    r"(?:\((?P<boxed>[a-z])\)|(?P<key>[a-z]|\*{1,4})"
    r"(?=\s*(?:[,.;:?!)]|$|(?:of|to|in|under|below|says?|means?|and|at)\b)))",
    re.IGNORECASE,
)
_COUNTED_NOTE = re.compile(
    rf"(?<!\w)(?P<count>{_any(_ORDINALS)})\s+foot\s?-?note\b(?!\s*\d)", re.IGNORECASE
)
_ANNEX = re.compile(
    r"(?<!\w)(?P<part>annexe?s?|anexos?|appendix|appendices|attachments?|ap[ée]ndices?)\b"
    r"(?!(?:\s+[IVX]+)?\s+(?:part(?:y|ies)|countr))"
    # A number with a letter is a paragraph of it: *annex 8 (b)*.
    r"(?:\s+(?P<value>(?:[ivx]{1,6}|[A-Z]|\d{1,2})(?![\w/.])(?!\s?\([a-z]{1,4}\)))?)?",
    re.IGNORECASE,
)
#: *The text annexed to decision 3/CP.4*.
_ANNEXED = re.compile(
    r"(?<!\w)\w+\s+annexed(?=\s+to\s+(?!the\s+(?:\w+\s+){0,2}(?:convention|protocol|agreement)\b))",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\d[\w()]*\s+(?:of|in|to)\s+(?:the\s+)?$")
_BEFORE_BRACKET = re.compile(r"\s*,?\s*(?=\([a-z]{1,4}\))")
_BARE = re.compile(r"(?<![\w/.,(-])(?=\d{1,3}\s?\([a-z]{1,4}\))")
_ONLY = re.compile(
    r"\s*(?:(?:and|what about|how about|et|y|¿y|or)\s+)?"
    r"(?=\d{1,3}[a-z]?\s*(?:\([a-z]+\))*\s*\??\s*$)",
    re.IGNORECASE,
)
_PARTS = {"att": "attachment", "app": "appendix", "apé": "appendix", "ape": "appendix"}
#: Paragraphs of treaty articles and rules are not paragraphs of decisions.
_FOREIGN_BEFORE = re.compile(
    r"\b(?:articles?|art\.|art[íi]culos?|rules?|regulations?|r[èe]gles?|reglas?|agenda)\s*"
    r"(?:\d+[\w()]*)?(?:[\s,–-]|and|et|y|\d+|paragraphs?|p[áa]rrafos?|paragraphes?)*$",
    re.IGNORECASE,
)
_FOREIGN_AFTER = re.compile(
    r"\s*,?\s*(?:of|de|del|du)\s+(?:the\s+|l[’']\s?|la\s+|el\s+)?(?:articles?|art[íi]culos?|rule"
    r"|(?:\w+\s+){0,2}(?:convention|protocol|agreement|treaty|convenio|protocolo|acuerdo"
    r"|protocole|accord))\b",
    re.IGNORECASE,
)


def find_places(question: str) -> tuple[Place, ...]:
    """All places that a question names, in order and without overlap."""
    places: list[Place] = []
    end = 0
    for place in sorted(_all(question), key=lambda one: (one.start, -one.end)):
        if place.start < end:
            continue
        end = place.end
        before, after = question[: place.start], question[place.end :]
        if not (_FOREIGN_BEFORE.search(before) or _FOREIGN_AFTER.match(after)):
            places.append(place)
    return tuple(places)


def numbers_at(question: str, start: int, position: int) -> Place | None:
    """Operative paragraphs whose numbers stand at ``position``."""
    listed = read_paths(question, position, several=True, typed=True)
    if not listed.paths:
        return None
    return Place(start, listed.end, "number", _below(listed.paths, LEVELS))


def letters_at(question: str, position: int) -> Place | None:
    """Sub-paragraphs whose letters stand in brackets behind ``position``."""
    gap = _BEFORE_BRACKET.match(question, position)
    listed = read_letters(question, gap.end(), typed=True) if gap else None
    if gap is None or listed is None or not listed.paths:
        return None
    return Place(gap.end(), listed.end, "letter", _below(listed.paths, LEVELS[1:]))


def _all(question: str) -> Iterator[Place]:
    yield from _operative(question)
    yield from _preambular(question)
    yield from map(_counted, _COUNTED.finditer(question))
    yield from _lettered(question)
    yield from _footnotes(question)
    yield from map(_annex, _ANNEX.finditer(question))
    for match in _ANNEXED.finditer(question):
        if _OF_THE.search(question, 0, match.start()):
            yield Place(*match.span(), "annex", (Pinpoint() / ("annex", ""),))


def _operative(question: str) -> Iterator[Place]:
    starts = [match.span() for match in (*_NUMBERED.finditer(question), *_BARE.finditer(question))]
    if only := _ONLY.match(question):
        starts.append((only.end(), only.end()))
    for start, position in starts:
        place = numbers_at(question, start, position)
        if place and (inside := _IN_PREAMBLE.match(question, place.end)):
            yield _preamble(place, inside.end())
        elif place:
            yield place
    for match in _SPELT.finditer(question):
        pinpoint = Pinpoint() / ("para", _CARDINALS[match["number"].lower()])
        for level, below in zip(LEVELS[1:], re.findall(r"[a-z]+", match["below"]), strict=False):
            pinpoint /= (level, below)
        yield Place(*match.span(), "number", (pinpoint,))


def _preambular(question: str) -> Iterator[Place]:
    for match in _PREAMBLE.finditer(question):
        if place := numbers_at(question, match.start(), match.end()):
            yield _preamble(place, place.end)
    for match in _SPELT_PREAMBLE.finditer(question):
        number = _CARDINALS[match["number"].lower()]
        pinpoint = Pinpoint() / ("preamble", "") / ("para", number)
        yield Place(*match.span(), "preamble", (pinpoint,))


def _preamble(place: Place, end: int) -> Place:
    head = (Pinpoint() / ("preamble", "")).segments
    pinpoints = tuple(Pinpoint((*head, *one.segments)) for one in place.pinpoints)
    return Place(place.start, end, "preamble", pinpoints)


def _lettered(question: str) -> Iterator[Place]:
    for match in _LETTERED.finditer(question):
        listed = read_letters(question, match.end(), typed=True)
        if listed.paths:
            yield Place(match.start(), listed.end, "letter", _below(listed.paths, LEVELS[1:]))


def _footnotes(question: str) -> Iterator[Place]:
    for match in _FOOTNOTE.finditer(question):
        listed = read_paths(question, match.end(), several=True, typed=True)
        values = tuple(Pinpoint() / ("fn", path[0]) for path in listed.paths)
        if values:
            yield Place(match.start(), listed.end, "number", values)
    for match in _LETTERED_NOTE.finditer(question):
        key = (match["boxed"] or match["key"]).lower()
        yield Place(*match.span(), "number", (Pinpoint() / ("fn", key),))
    for match in _COUNTED_NOTE.finditer(question):
        number = _ORDINALS[match["count"].lower()]
        yield Place(*match.span(), "number", (Pinpoint() / ("fn", str(number)),))


def _annex(match: re.Match[str]) -> Place:
    part = _PARTS.get(match["part"][:3].lower(), "annex")
    values = roman_values(match["value"].upper()) if match["value"] else ("",)
    end = match.end("value") if match["value"] else match.end("part")
    return Place(match.start(), end, part, tuple(Pinpoint() / (part, one) for one in values))


def _counted(match: re.Match[str]) -> Place:
    count = match["count"].lower()
    number, ordinal = _ORDINALS.get(count, 0), _LAST.get(count, 0)
    if match["pre"] or match["recital"] or match["of"] or match["post"]:
        preamble = Pinpoint() / ("preamble", "")
        pinpoint = preamble / ("para", str(number)) if number else preamble
        return Place(*match.span(), "preamble", (pinpoint,), ordinal)
    if match["sub"]:
        pinpoint = Pinpoint() / ("subpara", chr(96 + number)) if number else Pinpoint()
        return Place(*match.span(), "letter", (pinpoint,), ordinal)
    pinpoint = Pinpoint() / ("para", str(number)) if number else Pinpoint()
    return Place(*match.span(), "number", (pinpoint,), ordinal)


def _below(paths: tuple[Path, ...], levels: tuple[str, ...]) -> tuple[Pinpoint, ...]:
    found = []
    for path in paths:
        pinpoint = Pinpoint()
        for step in zip(levels, path, strict=False):
            pinpoint /= step
        found.append(pinpoint)
    return tuple(found)
