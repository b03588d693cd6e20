"""Ordinal numbers in words and figures: *fourteenth*, *24th*, *vingt-quatrième*, *14ª*."""

from __future__ import annotations

import re

_EN_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_EN_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FR_UNITS = "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième"
_FR_TEENS = (
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième"
    " dix-huitième dix-neuvième"
)
_FR_TENS = "vingt trente quarante cinquante soixante"
_ES_UNITS = "primer segund tercer cuart quint sext séptim octav noven"
_ES_TEENS = (
    "décim undécim duodécim decimotercer decimocuart decimoquint decimosext decimoséptim"
    " decimoctav decimonoven"
)
_ES_TENS = "vigésim trigésim cuadragésim quincuagésim sexagésim"


def _english() -> dict[str, int]:
    words = {word: number for number, word in enumerate(f"{_EN_UNITS} {_EN_TEENS}".split(), 1)}
    for tens, stem in enumerate(_EN_TENS.split(), 2):
        words[stem[:-1] + "ieth"] = tens * 10
        words |= {f"{stem}-{unit}": tens * 10 + n for n, unit in enumerate(_EN_UNITS.split(), 1)}
    return words


def _french() -> dict[str, int]:
    words = {word: number for number, word in enumerate(f"{_FR_UNITS} {_FR_TEENS}".split(), 1)}
    words |= {"premier": 1, "première": 1, "seconde": 2}
    for tens, stem in enumerate(_FR_TENS.split(), 2):
        words[stem.removesuffix("e") + "ième"] = tens * 10
        words[f"{stem} et unième"] = tens * 10 + 1
        words |= {f"{stem}-{unit}": tens * 10 + n for n, unit in enumerate(_FR_UNITS.split(), 1)}
    return words


def _spanish() -> dict[str, int]:
    stems = {stem: number for number, stem in enumerate(f"{_ES_UNITS} {_ES_TEENS}".split(), 1)}
    words = {stem + ending: number for stem, number in stems.items() for ending in "oa"}
    words |= {"primer": 1, "tercer": 3}
    for tens, stem in enumerate(_ES_TENS.split(), 2):
        for ending in "oa":
            words[stem + ending] = tens * 10
            for number, unit in enumerate(_ES_UNITS.split(), 1):
                words[f"{stem}{ending} {unit}{ending}"] = tens * 10 + number
                joined = stem.replace("é", "e") + "o" + unit + ending
                words[joined] = tens * 10 + number
    return words


_WORDS = _english() | _french() | _spanish()

#: Pattern of an ordinal number; no groups.
ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th|e|er|[èe]re|[èe]me|ª|º|a|o)\b\.?|"
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    + r")"
)


def read_ordinal(text: str) -> int | None:
    """``twenty-fourth`` or ``24th`` to 24; None for what is no ordinal number."""
    text = re.sub(r"\s+", " ", text.strip().lower())
    if match := re.match(r"(\d{1,3})\D", text + " "):
        return int(match[1])
    return _WORDS.get(text) or _WORDS.get(text.replace(" ", "-"))
