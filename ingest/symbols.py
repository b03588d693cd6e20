"""Document symbols (``UNEP/CHW.14/INF/36``): find, normalise, split joint ones.

Decision codes live in ``ingest.codes`` and can be had from here as well.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.codes import DASH, Code, FoundCode, find_codes, parse_code

__all__ = [
    "Code",
    "FoundCode",
    "FoundSymbols",
    "find_codes",
    "find_symbols",
    "normalise_symbol",
    "parse_code",
    "split_joint",
]

_KNOWN = r"(?:UNEP(?:\([A-Z]+\))?|FCCC|CBD|ICCD|CMS|IPBES|IPCC|WHO|FAO|ECE|ST|HSP|A|E|S)"
_SEGMENT = r"(?:[A-Za-z0-9]+(?:\([A-Za-z0-9]+\))?(?:\.[A-Za-z0-9]+)*(?:\([A-Z]+\))?)"
_SYMBOL = re.compile(rf"(?<![\w/.])(?:{_KNOWN}|[A-Z]{{2,8}})(?:/\s?{_SEGMENT})+(?![A-Za-z0-9/])")
_LOOSE = re.compile(
    rf"(?<![\w/.]){_KNOWN}(?:\s?[/∕⁄]\s?{_SEGMENT})+(?![A-Za-z0-9/])", re.IGNORECASE
)
_JOIN = re.compile(rf"\s*(?:{DASH}|;)\s*")
_RANGE = re.compile(rf"\s?{DASH}\s?(\d{{1,3}})(?![A-Za-z0-9/])(?!\.\d)")
_ADDED = re.compile(
    rf"\s*(?:,|,?\s+(?:and|et|y|e))\s+((?:Add|Corr|Rev)\.\s?\d{{1,2}})"
    rf"(?:\s?{DASH}\s?(\d{{1,2}}))?(?![A-Za-z0-9/])"
)
#: Spellings of the parts of a symbol that are not capitals throughout.
_SPELT = {
    part.upper(): part
    for part in (
        "Add", "Corr", "Rev", "Res", "Dec", "Conf", "OzL", "Pro", "Conv", "ExCom", "Doc",
        "Hg", "Sum", "Inf", "Summary",
    )
}  # fmt: skip


class FoundSymbols(NamedTuple):
    """A mention of documents: its characters, and for each document all of its symbols."""

    start: int
    end: int
    documents: tuple[tuple[str, ...], ...]


def normalise_symbol(text: str) -> str:
    """The canonical spelling of one symbol: ``unep/chw.14/inf/36.`` to ``UNEP/CHW.14/INF/36``."""
    text = re.sub(r"\s*[/∕⁄]\s*", "/", text.strip().strip(".,;:"))
    text = re.sub(rf"\s*{DASH}\s*", "-", re.sub(r"\.\s+", ".", text))
    spelt = "/".join(
        ".".join(_spelt(part, index) for part in segment.split("."))
        for index, segment in enumerate(text.split("/"))
    )
    return re.sub(r"(?<=/EA\.)(\d+)/RES\b", r"\1/Res", spelt)


def _spelt(part: str, index: int) -> str:
    if part.upper() in ("INF", "RES", "DEC", "CONF", "SUM"):
        # ``A/RES/70/1`` but ``UNEP/EA.5/Res.14``; ``INF`` in every house but with two spellings.
        return part if part in _SPELT.values() and part != "Inf" else part.upper()
    return _SPELT.get(part.upper(), part.upper()) if index else part.upper()


def split_joint(text: str) -> tuple[str, ...]:
    """The symbols of one document, joined by any dash: each alias, canonical, in order."""
    found = find_symbols(text)
    return tuple(
        dict.fromkeys(alias for one in found for document in one.documents for alias in document)
    )


def find_symbols(text: str, *, loose: bool = False) -> tuple[FoundSymbols, ...]:
    """All document symbols in a running text, in order.

    Symbols joined by a dash are one document with several aliases; ``INF/36–38`` and
    ``/10 and Add.1`` are several documents.

    Args:
        text: Running text without footnote marks.
        loose: Also in lower case, as people type; only with a known first part.
    """
    pattern = _LOOSE if loose else _SYMBOL
    found: list[FoundSymbols] = []
    position = 0
    while match := pattern.search(text, position):
        position = match.end()
        if not _is_symbol(match.group()):
            continue
        aliases, end = [normalise_symbol(match.group())], match.end()
        while (
            (joint := _JOIN.match(text, end))
            and (other := pattern.match(text, joint.end()))
            and _is_symbol(other.group())
            and ";" not in joint.group()
        ):
            aliases.append(normalise_symbol(other.group()))
            end = other.end()
        documents = [tuple(dict.fromkeys(aliases))]
        if len(aliases) == 1:
            more, end = _series(text, aliases[0], end)
            documents += more
        found.append(FoundSymbols(match.start(), end, tuple(documents)))
        position = end
    return tuple(found)


def _is_symbol(text: str) -> bool:
    parts = re.sub(r"\s", "", text).split("/")
    known = re.fullmatch(_KNOWN, parts[0], re.IGNORECASE)
    numbered = re.search(r"\d", "".join(parts[1:])) is not None
    return numbered and len(parts) >= (2 if known and len(parts[0]) > 2 else 3)


def _series(text: str, symbol: str, end: int) -> tuple[list[tuple[str, ...]], int]:
    """Further documents that are written as a range or as bare suffixes."""
    more: list[tuple[str, ...]] = []
    if (match := _RANGE.match(text, end)) and (last := re.search(r"\d+$", symbol)):
        first, final = int(last.group()), int(match[1])
        if first < final <= first + 50:
            stem = symbol[: last.start()]
            more += [(f"{stem}{number}",) for number in range(first + 1, final + 1)]
            end = match.end()
    while match := _ADDED.match(text, end):
        suffix = normalise_symbol("x/" + match[1])[2:]
        stem = re.sub(r"/(?:Add|Corr|Rev)\.\d+$", "", symbol)
        name, low = suffix.split(".")
        high = int(match[2] or low)
        more += [(f"{stem}/{name}.{number}",) for number in range(int(low), high + 1)]
        end = match.end()
    return more, end
