"""Decision codes of the bodies whose decisions are read: find, tell apart, write canonically.

Most codes say whose they are (``BC-14/21``, ``12/CP.24``). Some do not: ``4/8`` and ``XIII/5``
are told apart by the words around them, by the body of the citing document, and by which
bodies number their decisions so; what is still open keeps its ``candidates``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ingest.bodies import BARE_USERS, BODIES, Body, named_in
from ingest.roman import from_roman

#: Every dash that typists and converters put where a hyphen or en dash belongs.
DASH = r"[-‐‑‒–—―−]"

_SLASH = r"\s?[/∕⁄]\s?"
_ROMAN = r"[IVXL]{1,7}"
_WORD = (
    r"(?:decisions?|resolutions?|recommendations?|res\.|d[ée]cisions?|r[ée]solutions?"
    r"|decisi[oó]n(?:es)?|resoluci[oó]n(?:es)?|recommandations?|recomendaci[oó]n(?:es)?)"
)

_OWN = re.compile(
    rf"(?<![\w/.])(?:"
    rf"(?P<prefix>BC|RC|SC|OEWG|POPRC|CRC|MC)(?P<ex>[.-]?\s?Ex)?\s?(?:{DASH}|\s|\.)?\s?"
    rf"(?P<session>\d{{1,2}}|{_ROMAN})(?:{_SLASH}|(?<=\d){DASH}(?=\d{{1,3}}\b(?!{DASH})))(?P<item>\d{{1,3}})"
    rf"|(?P<cp_item>\d{{1,3}})(?:{_SLASH}|\s)(?P<cp>CP|CMP|CMA|COP)(?:\s?\.\s?|\s?{DASH}\s?|\s)?"
    rf"(?P<cp_session>\d{{1,2}})"
    rf"|(?:UNEP/)?EA\.(?P<ea>\d{{1,2}})/Res\.\s?(?P<ea_item>\d{{1,3}})"
    rf"|A/RES/(?P<ga>\d{{1,3}})/(?P<ga_item>\d{{1,3}})"
    rf"|(?:UNEP/)?CBD/COP/DEC/(?P<cbd>\d{{1,2}}|{_ROMAN})/(?P<cbd_item>\d{{1,3}})"
    rf"|Conf\.\s?(?P<cites>\d{{1,2}})\.(?P<cites_item>\d{{1,3}})"
    rf")(?![A-Za-z0-9/])(?!\.\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w/.])(?P<session>\d{{1,4}}|{_ROMAN})(?P<by>/|\.)(?P<item>\d{{1,3}})(?![A-Za-z0-9/])(?!\.\d)"
)
#: The words, or a code in print, of the one convention that itself writes ``3/COP.14``;
#: where people write so they mostly mean ``3/CP.14``.
_COMBATS = re.compile(r"UNCCD|ICCD|[Dd][ée]sertifica|DESERTIFICATION|\d/COP\.\d")
_TRIGGER = re.compile(rf"\b{_WORD}\s+", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"(?:,?\s*(?:annex|para|párr|parr|chap|§)[^,;/]{0,40})?"
    r"(?:\s*[,;]\s*(?:and|or|et|ou|y|e|o|u)?|\s+(?:and|or|et|ou|y|e|o|u))\s+",
    re.IGNORECASE,
)
_RESOLUTION = re.compile(
    r"\b(?:r[ée]solutions?|resoluci[oó]n(?:es)?)\s+(?:[\d/CMPA.,\s]|and|et|y)*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Code:
    """A decision's code.

    Attributes:
        code: Canonical: ``BC-14/21``, ``12/CP.24``, ``4/8``.
        convention: ``Basel``, ``UNFCCC``, …; None while several are possible.
        body: Full name of who adopted it; None while several are possible.
        meeting: ``BC-14``, ``CP.24``; None while several are possible.
        number: The decision's own number at that meeting: ``21``.
        symbol: The document symbol that the code stands for, where it has one.
        candidates: The conventions it may belong to, where that is open.
    """

    code: str
    convention: str | None
    body: str | None
    meeting: str | None
    number: str
    symbol: str | None = None
    candidates: tuple[str, ...] = ()


class FoundCode(NamedTuple):
    """A code in a text and the characters that write it."""

    start: int
    end: int
    code: Code


def parse_code(text: str, context: str = "") -> Code | None:
    """Read a text that is one code and nothing else, in any spelling.

    Args:
        text: ``bc 14/21``, ``decision 12/CP.24``, ``Resolution 1/CP.23``, ``VIII/5``.
        context: Words that tell an ambiguous code apart: a body, a convention, a code.
    """
    text = text.strip().strip(".,;:")
    word = _TRIGGER.match(text)
    rest = text[word.end() :] if word else text
    if match := _OWN.fullmatch(rest):
        resolution = bool(word and _RESOLUTION.match(word.group()))
        return _own(match, context, resolution=resolution)
    if match := _BARE.fullmatch(rest.upper()):
        return _bare(match, word.group() if word else "", context)
    return None


def find_codes(text: str, context: str = "") -> tuple[FoundCode, ...]:
    """All codes in a running text, in order.

    A code that does not say whose it is (``4/8``, ``VIII/5``) counts only after a word
    like *decision* or *resolution*, or in a list that such a word opens.

    Args:
        text: Running text.
        context: Body or code of the citing document, for ambiguous codes.
    """
    found = [
        FoundCode(
            match.start(),
            match.end(),
            _own(
                match,
                context,
                resolution=_RESOLUTION.search(text[max(0, match.start() - 80) : match.start()])
                is not None,
            ),
        )
        for match in _OWN.finditer(text)
        if not _year_after(match)
    ]
    taken = {found_code.start for found_code in found}
    found += [bare for bare in _find_bare(text, context) if bare.start not in taken]
    return tuple(sorted(found, key=lambda one: one.start))


def _year_after(match: re.Match[str]) -> bool:
    """``2 CP 20`` without slash or dot is no code."""
    return bool(match["cp"]) and not re.search(r"[/∕⁄.]", match.group())


def _find_bare(text: str, context: str) -> list[FoundCode]:
    found = []
    for trigger in _TRIGGER.finditer(text):
        position = trigger.end()
        while match := _BARE.match(text, position) or _OWN.match(text, position):
            if match.re is _BARE:
                around = _around(text, trigger.start(), match.end())
                code = _bare(match, trigger.group(), around, context)
                if code is not None and not _measure(match, trigger.group(), around, context):
                    found.append(FoundCode(match.start(), match.end(), code))
            separator = _SEPARATOR.match(text, match.end())
            if separator is None:
                break
            position = separator.end()
    return found


def _measure(match: re.Match[str], word: str, *contexts: str) -> bool:
    """``a resolution of 2.5`` is no code unless the body that writes such codes is named."""
    decimal = match["by"] == "." and match["session"].isdigit()
    return decimal and word[0].islower() and "CMS" not in map(named_in, contexts)


def _around(text: str, start: int, end: int) -> str:
    """The words that may name the body: before in the sentence, or ``of the …`` after."""
    before = re.split(r"[;:]|\.\s", text[max(0, start - 70) : start])[-1]
    after = re.match(r"\s+(?:of|by|de|del|du)\b[^,;.]{0,70}", text[end : end + 80])
    return before + (after.group() if after else "")


def _own(match: re.Match[str], context: str, *, resolution: bool) -> Code:
    if match["prefix"]:
        prefix = match["prefix"].upper()
        extra = ".Ex" if match["ex"] else ""
        session = match["session"].upper()
        body = BODIES[prefix]
        if body.code and session.isalpha():
            return _of_body(body, session, match["item"])
        meeting = f"{prefix}{extra}-{session}"
        number = str(int(match["item"]))
        return Code(f"{meeting}/{number}", body.convention, body.name, meeting, number)
    if match["cp"]:
        prefix, number = match["cp"].upper(), str(int(match["cp_item"]))
        combats = prefix == "COP" and _COMBATS.search(context) is not None
        if prefix == "COP" and not combats:
            prefix = "CP"
        body = BODIES["UNCCD" if combats else prefix]
        meeting = f"{prefix}.{int(match['cp_session'])}"
        code = f"{number}/{meeting}"
        return Code(
            f"Resolution {code}" if resolution else code,
            body.convention,
            body.name,
            meeting,
            number,
        )
    for group, key in (("ea", "UNEA"), ("ga", "UNGA"), ("cbd", "CBD"), ("cites", "CITES")):
        if match[group]:
            return _of_body(BODIES[key], match[group].upper(), match[f"{group}_item"])
    raise AssertionError(match.group())


def _of_body(body: Body, session: str, item: str) -> Code:
    number = str(int(item))
    ordinal = from_roman(session) if session.isalpha() else int(session)
    return Code(
        body.code.format(session=session, number=number),
        body.convention,
        body.name,
        f"{body.key}-{ordinal}",
        number,
        body.symbol.format(session=session, number=number) if body.symbol else None,
    )


def _bare(match: re.Match[str], word: str, *contexts: str) -> Code | None:
    session, by, item = match["session"].upper(), match["by"], match["item"]
    roman = session.isalpha()
    ordinal = from_roman(session) if roman else int(session)
    if ordinal is None:
        return None
    users = [
        BODIES[user.key]
        for user in BARE_USERS
        if user.roman == roman
        and user.by == by
        and ordinal in user.sessions
        and (not user.word or not word or word.lower().startswith(user.word))
    ]
    for words in contexts:
        named = named_in(words)
        if narrowed := [body for body in users if named in (body.key, body.convention)]:
            users = narrowed
            break
    if not users:
        return None
    if len(users) == 1:
        return _of_body(users[0], session, item)
    code = users[0].code.format(session=session, number=int(item))
    return Code(
        code, None, None, None, str(int(item)), None, tuple(body.convention for body in users)
    )
