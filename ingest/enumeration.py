"""Numbers of paragraphs as texts list them: ``38 and 43(a–b)``, ``3 (d)–(h)``, ``5 to 7``.

Ranges are given out in full: ``43(a–c)`` is 43(a), 43(b), 43(c).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.codes import DASH
from ingest.roman import from_roman, to_roman

#: A paragraph's number and the letters below it: ``("43", "a")``.
Path = tuple[str, ...]

_INVISIBLE = "\u00ad\u200e\u200f\u2060\ufeff"
#: A letter of a sub-paragraph: ``b``, after ``z`` also ``bb``, or a small roman numeral.
_LETTER = r"(?:[a-z]|aa|bb|cc|dd|ee|ff|gg|hh|[ivx]{2,5})"
_NO_AMOUNT = (
    r"(?!\s*(?:per\s?cent|%|°|million|billion|days?\b|years?\b|months?\b|members?\b|Parties\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre"
    r"|novembre|d[ée]cembre)\b|de\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre)\b))"
)


#: What stands before the last part of a number such as ``2.1.3``.
_DECIMAL = r"(?:\d{1,2}\.){0,3}"


class _Grammar(NamedTuple):
    """How a number and a letter below it are written."""

    number: re.Pattern[str]
    sub: re.Pattern[str]


_PRINTED = _Grammar(
    re.compile(
        rf"[{_INVISIBLE}]*(?P<number>{_DECIMAL}\d{{1,3}}(?:\s?(?:bis|ter|quater))?)[{_INVISIBLE}]*"
        rf"(?![\d/]|[.,]\d|°|\w){_NO_AMOUNT}"
    ),
    re.compile(
        rf"\s?\(?\s?(?P<low>{_LETTER})(?:\s?{DASH}\s?(?P<high>{_LETTER}))?\s?\)"
        r"|(?<=\))\.(?P<glued>[a-z])(?!\w)"
    ),
)
#: People leave brackets out (``6b``, ``6 b ii``) and put them around the number (``(6)(b)``).
_TYPED = _Grammar(
    re.compile(
        rf"\(?(?P<number>{_DECIMAL}\d{{1,3}}(?:\s?(?:bis|ter|quater))?)\)?"
        rf"(?![\d/]|[.,]\d|°|[A-Za-z]{{2}}(?![ivx)])){_NO_AMOUNT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s?\(?\s?(?P<low>{_LETTER})(?:\s?{DASH}\s?(?P<high>{_LETTER}))?\s?\)"
        r"|(?<!\s)[.\-]?(?P<glued>(?<=[a-z)])[ivx]{1,4}(?!\w)|[a-z](?![a-z])|[a-z](?=[ivx]{1,4}(?!\w)))"
        r"|(?:\s|(?<=\s))(?P<spaced>[b-df-np-tvwxz]|[aeouy](?=\s*(?:$|[?.,;:)]|(?:of|in|and|or|to)\b)))"
        r"(?!\w)",
        re.IGNORECASE,
    ),
)
_AND = re.compile(r"\s*(?:&|[,;]\s*(?:and|or|et|ou|y|e|o|u)?|\b(?:and|or|et|ou|y|e|o|u))\s+")
_DASHED = re.compile(rf"\s*{DASH}\s*")
_TO = re.compile(rf"\s*{DASH}\s*|\s+(?:to|through|à|a|al)\s+")


class Listed(NamedTuple):
    """The paths that were read, in order, and where reading stopped."""

    paths: tuple[Path, ...]
    end: int


def read_paths(text: str, position: int, *, several: bool, typed: bool = False) -> Listed:
    """Read the numbers that stand at ``position``.

    Args:
        text: The whole text.
        position: Where the first number begins.
        several: Whether more than one paragraph may follow (*paragraphs*).
        typed: Read what people type, not only what is printed.
    """
    grammar = _TYPED if typed else _PRINTED
    first = _number(text, position, grammar)
    if first is None:
        return Listed((), position)
    paths, end = first
    while True:
        taken = _range(text, end, paths, grammar, _TO if several else _DASHED)
        if taken is None and several and (step := _AND.match(text, end)):
            more = _number(text, step.end(), grammar)
            taken = ([*paths, *more[0]], more[1]) if more else None
        if taken is None:
            return Listed(tuple(dict.fromkeys(paths)), end)
        paths, end = taken


def read_letters(text: str, position: int, *, typed: bool = False) -> Listed:
    """Read letters alone: ``(a) and (b)`` after *subparagraphs*."""
    paths, end = _subs(text, position, (), _TYPED if typed else _PRINTED)
    return Listed(tuple(path for path in paths if path), end)


def _number(text: str, position: int, grammar: _Grammar) -> tuple[list[Path], int] | None:
    match = grammar.number.match(text, position)
    if match is None:
        return None
    return _subs(text, match.end(), (re.sub(r"\s", "", match["number"]),), grammar)


def _range(
    text: str, end: int, paths: list[Path], grammar: _Grammar, by: re.Pattern[str]
) -> tuple[list[Path], int] | None:
    dash = by.match(text, end)
    match = dash and grammar.number.match(text, dash.end())
    if not match or len(paths[-1]) != 1:
        return None
    if not (paths[-1][0].isdigit() and match["number"].isdigit()):
        return None
    low, high = int(paths[-1][0]), int(match["number"])
    if not low < high <= low + 200:
        return None
    last, position = _subs(text, match.end(), (str(high),), grammar)
    return [*paths, *((str(number),) for number in range(low + 1, high)), *last], position


def _subs(text: str, position: int, head: Path, grammar: _Grammar) -> tuple[list[Path], int]:
    """Letters below ``head``: nested, listed and ranged."""
    current, end = _chain(text, position, head, grammar)
    if len(current) == 1 and current[0] == head:
        return current, end
    paths = current
    while True:
        dash = _TO.match(text, end)
        match = dash and grammar.sub.match(text, dash.end())
        if match and len(paths[-1]) > len(head):
            paths += [(*paths[-1][:-1], one) for one in _letters(paths[-1][-1], _letter(match))[1:]]
            end = match.end()
            continue
        step = _AND.match(text, end)
        if step and grammar.sub.match(text, step.end()):
            paths_more, end = _next(text, step.end(), head, paths[-1], grammar)
            paths += paths_more
            continue
        return paths, end


def _next(
    text: str, position: int, head: Path, last: Path, grammar: _Grammar
) -> tuple[list[Path], int]:
    """A further letter in a list: below the same parent as the last where it follows on."""
    match = grammar.sub.match(text, position)
    letter = _letter(match) if match else ""
    value, before = from_roman(letter), from_roman(last[-1])
    follows = value is not None and before is not None and before < value < before + 10
    deep = len(last) > len(head) + 1 and follows
    return _chain(text, position, last[:-1] if deep else head, grammar)


def _chain(text: str, position: int, head: Path, grammar: _Grammar) -> tuple[list[Path], int]:
    """Nested letters: ``(a)(ii)``; a range ends the nesting."""
    path, end = head, position
    while match := grammar.sub.match(text, end):
        if match["high"]:
            found = _letters(match["low"].lower(), match["high"].lower())
            return [(*path, one) for one in found], match.end()
        if len(path) > 3:
            break
        path, end = (*path, _letter(match)), match.end()
    return [path], end


def _letter(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return str(groups["low"] or groups.get("glued") or groups.get("spaced")).lower()


def _letters(low: str, high: str) -> list[str]:
    """``a``–``c`` in full; roman where one end is more than a letter, or the first is ``i``."""
    first, last = from_roman(low), from_roman(high)
    if first and last and first < last and (len(low + high) > 2 or low == "i"):
        return [to_roman(number).lower() for number in range(first, last + 1)]
    if len(low) == len(high) == 1 and low < high:
        return [chr(code) for code in range(ord(low), ord(high) + 1)]
    return [low, high] if low != high else [low]


def roman_values(text: str) -> tuple[str, ...]:
    """Numbers of annexes: ``I, II and V–VII`` in full."""
    pieces = re.findall(rf"\w+|{DASH}|\bto\b", text)
    values: list[str] = []
    ranged = False
    for piece in pieces:
        if re.fullmatch(DASH, piece) or piece == "to":
            ranged = True
        elif piece not in ("and", "or", "et", "y"):
            low, high = values and from_roman(values[-1]), from_roman(piece)
            if ranged and low and high:
                values += [to_roman(number) for number in range(low + 1, high)]
            values.append(piece)
            ranged = False
    return tuple(values)
