"""The pieces of which a mention is made: paragraphs, annexes, codes, symbols, articles.

``decision 2/CMA.3, annex, paragraphs 22(k) and 39`` is three pieces: a code, an annex and
paragraphs. What they mean together is decided in ``ingest.references``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ingest.codes import DASH, Code, find_codes
from ingest.enumeration import Path, read_letters, read_paths, roman_values
from ingest.symbols import find_symbols

PieceKind = Literal[
    "paragraph", "letters", "annex", "footnote", "self", "code", "symbol", "foreign"
]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a mention.

    Attributes:
        kind: ``foreign`` is what holds paragraphs of its own that are not ours (an
            article of a treaty, a rule of procedure); ``self`` is the present decision.
        start, end: Its characters.
        paths: Numbers of paragraphs, or letters of sub-paragraphs.
        values: Numbers of annexes or footnotes; ``""`` for *the annex*.
        part: ``annex``, ``appendix`` or ``attachment``.
        codes: Of decisions.
        documents: Of documents, each with all its symbols.
    """

    kind: PieceKind
    start: int
    end: int
    paths: tuple[Path, ...] = ()
    values: tuple[str, ...] = ()
    part: str = ""
    codes: tuple[Code, ...] = ()
    documents: tuple[tuple[str, ...], ...] = ()


_PARAGRAPH = re.compile(
    r"\b(?:(?:operative\s+)?(?P<many>paragraphs|paras\.?|paragraphes|p[áa]rrafos|p[áa]rrs\.)"
    r"|(?P<one>paragraph|para\.?|paragraphe|par\.|p[áa]rrafo|p[áa]rr\.))\s+(?=[\d\u00ad\u200e\u200f\u2060])",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"\b(?:sub-?paragraphs?|alin[ée]as?|apartados?|incisos?)\s+(?=\(?[a-z]{1,4}\))", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"\b(?:[Aa]rticles?|[Aa]rt[íi]culos?|[Rr]ules?|[Rr]egulations?|[Rr][èe]gles?|Art\.)\s*[\d]+"
    r"(?:\s*(?:bis|ter))?(?:[\d\s,–-]|\([a-z]\)|and|et|y)*(?<![\s,–-])"
    # A code without its session is a misprint, and its paragraphs are nobody's.
    r"|\b\d{1,3}/(?:CP|CMP|CMA)(?!\w|\s?\.?\s?\d)"
    # A draft has no number yet: decision -/CMP.1.
    r"|(?<!\w)(?:[-–—]|\[[^\]\s]{0,4}\])/(?:CP|CMP|CMA)\b\.?\s?\d*"
)
_ANNEX = re.compile(
    r"\b(?P<part>annex(?:es)?|annexes?|anexos?|appendi(?:x|ces)|attachments?|ap[ée]ndices?)\b"
    r"(?:\s+(?P<value>(?:[IVX]{1,6}|[A-Z]|\d{1,2})(?!\w|\.\w)"
    r"(?:(?:\s*[–-]\s*|\s*,\s*|\s+(?:and|or|et|y|to)\s+)(?:[IVX]{1,6})(?!\w|\.\w))*))?"
)
_FOOTNOTE = re.compile(
    r"\b(?:foot)?notes?(?:\s+de\s+bas\s+de\s+page)?\s+(?P<value>\d{1,3})(?![\w/])"
    r"|\bnota\s+(?:(?:de|al?)\s+pie\s+(?:de\s+p[áa]gina\s+)?)?(?P<nota>\d{1,3})(?![\w/])",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:(?:the\s+)?present|this|la\s+presente|la\s+pr[ée]sente|esta|cette)\s+"
    r"(?:decision|resolution|recommendation|d[ée]cision|r[ée]solution|decisi[óo]n|resoluci[óo]n"
    r"|document|report|note)\b",
    re.IGNORECASE,
)
#: What every mention holds; most paragraphs hold nothing of it and need no closer look.
_ANYTHING = re.compile(r"\d|[IVX]/|annex|anexo|append|apénd|attachm|\b[a-z]\)", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in|de|du|del)\s+", re.IGNORECASE)
_TO = re.compile(rf"\s*{DASH}\s*|\s+(?:to|through|à|a)\s+")
_SEVERAL = re.compile(
    r"(?:decisions|resolutions|[ée]cisions|ciones|siones)\b[^.;]*$", re.IGNORECASE
)
_PARTS = {"att": "attachment", "app": "appendix", "apé": "appendix", "ape": "appendix"}


def find_pieces(text: str, context: str = "") -> tuple[Piece, ...]:
    """All pieces of mentions in a text, in order and without overlap."""
    if not _ANYTHING.search(text):
        return ()
    pieces: list[Piece] = []
    end = 0
    for piece in sorted(_all(text, context), key=lambda one: (one.start, -one.end)):
        if piece.start >= end:
            pieces.append(piece)
            end = piece.end
    return tuple(_together(text, pieces))


def _together(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces that are one: ``subparagraph (b) of paragraph 6``, ``2/CMP.7 to 4/CMP.7``."""
    merged: list[Piece] = []
    for piece in pieces:
        one = _merge(text, merged[-1], piece) if merged else None
        if one is not None:
            merged[-1] = one
        else:
            merged.append(piece)
    return merged


def _merge(text: str, first: Piece, second: Piece) -> Piece | None:
    gap = text[first.end : second.start]
    kinds = (first.kind, second.kind)
    paths: tuple[Path, ...] = ()
    if kinds == ("paragraph", "letters") and re.fullmatch(r"\s*,?\s*", gap):
        paths = tuple((*first.paths[-1], *path) for path in second.paths)
        paths = (*first.paths[:-1], *paths)
    elif kinds == ("letters", "paragraph") and _OF.fullmatch(gap):
        paths = tuple((*second.paths[0], *path) for path in first.paths)
    if paths:
        return Piece("paragraph", first.start, second.end, paths=paths)
    if kinds == ("code", "code") and _TO.fullmatch(gap) and _SEVERAL.search(text[: first.start]):
        codes = _code_range(first.codes[-1], second.codes[0])
        if codes:
            return Piece("code", first.start, second.end, codes=(*first.codes[:-1], *codes))
    return None


def _code_range(first: Code, last: Code) -> tuple[Code, ...]:
    """The decisions of one meeting from one to another."""
    low, high = int(first.number), int(last.number)
    if first.meeting is None or first.meeting != last.meeting or not low < high <= low + 60:
        return ()
    between = (
        replace(
            first,
            code=re.sub(rf"\b{low}(?=/C)|(?<=/){low}$", str(number), first.code),
            number=str(number),
            symbol=None,
        )
        for number in range(low + 1, high)
    )
    return (first, *between, last)


def _all(text: str, context: str) -> Iterator[Piece]:
    symbols = find_symbols(text)
    codes = find_codes(text, context)
    starts = {found.start for found in codes}
    for found in codes:
        yield Piece("code", found.start, found.end, codes=(found.code,))
    for mention in symbols:
        if mention.start not in starts:
            yield Piece("symbol", mention.start, mention.end, documents=mention.documents)
    for match in _PARAGRAPH.finditer(text):
        listed = read_paths(text, match.end(), several=bool(match["many"]))
        if listed.paths:
            yield Piece("paragraph", match.start(), listed.end, paths=listed.paths)
    for match in _LETTERS.finditer(text):
        listed = read_letters(text, match.end())
        if listed.paths:
            yield Piece("letters", match.start(), listed.end, paths=listed.paths)
    yield from (Piece("foreign", *match.span()) for match in _FOREIGN.finditer(text))
    yield from (Piece("self", *match.span()) for match in _SELF.finditer(text))
    for match in _FOOTNOTE.finditer(text):
        yield Piece("footnote", *match.span(), values=(match["value"] or match["nota"],))
    for match in _ANNEX.finditer(text):
        part = _PARTS.get(match["part"][:3].lower(), "annex")
        values = roman_values(match["value"]) if match["value"] else ("",)
        yield Piece("annex", *match.span(), values=values, part=part)
