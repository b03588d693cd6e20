"""References that people write in questions: ``para 6b``, ``§6(b)``, ``BC 14/21 (6)(b)``.

Freer than what documents write (``ingest.references``), and read in any case and in the
six languages of the UN. Years, amounts and dates are no citations, nor are paragraphs of treaty
articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.codes import Code, find_codes, parse_code
from ingest.exact import read_exact, read_id
from ingest.foreign_places import in_latin
from ingest.pinpoint import Pinpoint
from ingest.places import RANK, Place, find_places, letters_at, numbers_at
from ingest.symbols import find_symbols


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that a question names.

    Attributes:
        document: Code or symbol; None where neither the question nor the default has one.
        pinpoint: Where in it; empty for the document as a whole.
        span: First character of the question that names it, and the one after the last.
        aliases: Other symbols of the same document.
        candidates: Conventions that an ambiguous code may belong to.
        ordinal: Where the question counts from the end, which one below ``pinpoint`` is
            meant: -1 for *the last paragraph*; 0 otherwise.
        explicit: Whether the question itself names the document.
    """

    document: str | None
    pinpoint: Pinpoint
    span: tuple[int, int]
    aliases: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    ordinal: int = 0
    explicit: bool = True


class _Named(NamedTuple):
    """A document that is named, and where."""

    start: int
    end: int
    document: str
    aliases: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


#: A code that says no body, directly before a place: ``5/14, para. 3``.
_BARE_CODE = r"(?<![\w/.])(?P<code>(?:\d{1,3}/|[IVXL]{1,7}[/.])\d{1,3})"
_BARE_BEFORE = re.compile(rf"{_BARE_CODE}(?=,?\s*$)")
_BARE_LABEL = re.compile(rf"{_BARE_CODE}(?=, )")
_AFTER_CODE = re.compile(
    r"\s*[,.]?\s*(?P<at>)(?:art\.?\s+(?=\d{1,3}\s?(?:\(|\w{0,4}[?.!]*$)))?(?=\(?\d{1,3}\)?\s?(?:\(|\.?[a-z]{1,3}\b|[?.,;:]?\s*$))"
)
_BEFORE_CODE = re.compile(
    r"(?<![\w/.,(–-])(?P<at>\d{1,3}\s?\(?[a-z]\)?(?:\s?\([ivx]{1,5}\))?)"
    r"(?P<of>,?\s+(?:of|in|from)\s+(?:(?:decision|dec\.?)\s+)?)(?=\w)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\s*,?\s*(?:(?:of|in|to|from|under|on|de|del|du|en|dans)\s+)?"
    r"(?:(?:the|la|le|el|l[’'])\s*)?\(?\s*",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*,?\s*(?:of|in|from|to|under|de|del|du|en|dans)\s+(?:(?:the|la|le|el|l[’'])\s*)?"
    r"(?:\w+\s+){0,4}(?:decisions?|d[ée]cisions?|decisi[óo]n|resolutions?|r[ée]solutions?"
    r"|resoluci[óo]n|documents?|documentos?|reports?)?\s*",
    re.IGNORECASE,
)


def find_citations(question: str, default_document: str | None = None) -> tuple[Cited, ...]:
    """All places that a question names, in order; lists and ranges are given out in full.

    A place belongs to the document that follows it with *of* or *in*, else to the one named
    last before it, else to ``default_document``, else to the first one named after it.

    Args:
        question: What a person wrote.
        default_document: Code that places without a document belong to.
    """
    read = in_latin(question)
    found = _find(read.text, default_document)
    if not read.starts:
        return found
    return tuple(replace(one, span=read.back(one.span)) for one in found)


def _find(question: str, default_document: str | None) -> tuple[Cited, ...]:
    documents = _documents(question)
    labels = _labels(question, documents)
    copied = [cited.span for cited in labels]
    taken = copied + [(one.start, one.end) for one in documents]
    places = [one for one in find_places(question) if not _covered(one.start, one.end, taken)]
    documents += _bare_codes(question, places, documents)
    places += _behind_codes(question, places, documents)
    places += _before_codes(question, places, documents)
    cited = list(labels)
    bound = {low for low, _ in copied}
    for group in _groups(question, sorted(places), documents):
        owner = _owner(question, group, documents, default_document)
        if owner is not None:
            bound.add(owner.start)
        cited += _cited(group, owner, default_document)
    for named in documents:
        if named.start not in bound:
            cited.append(
                Cited(
                    named.document,
                    Pinpoint(),
                    (named.start, named.end),
                    named.aliases,
                    named.candidates,
                )
            )
    return tuple(sorted(cited, key=lambda one: one.span[0]))


def _documents(question: str) -> list[_Named]:
    codes = [_of_code(one.start, one.end, one.code) for one in find_codes(question)]
    starts = {named.start for named in codes}
    symbols = [
        _Named(mention.start, mention.end, names[0], names[1:])
        for mention in find_symbols(question, loose=True)
        for names in mention.documents
        if mention.start not in starts
    ]
    codes += [
        _of_code(*match.span("code"), code)
        for match in _BARE_LABEL.finditer(question)
        if match.start() not in starts and read_exact(question, match.end())
        if (code := parse_code(match["code"])) is not None
    ]
    inside = [(one.start, one.end) for one in symbols]
    codes = [one for one in codes if not any(low < one.start < high for low, high in inside)]
    return sorted(codes + symbols)


def _of_code(start: int, end: int, code: Code) -> _Named:
    return _Named(start, end, code.code, (code.symbol,) if code.symbol else (), code.candidates)


def _labels(question: str, documents: Sequence[_Named]) -> list[Cited]:
    """Labels that are copied from an answer, as they stand."""
    found = []
    for one in documents:
        read = read_exact(question, one.end) or read_id(question, one.end)
        if read is not None:
            span = (one.start, read[1])
            found.append(Cited(one.document, read[0], span, one.aliases, one.candidates))
    return found


def _covered(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in spans)


def _bare_codes(
    question: str, places: Sequence[Place], documents: Sequence[_Named]
) -> list[_Named]:
    """``15/4`` counts as a code where a place follows: ``15/4, para. 3``."""
    found = []
    for place in places:
        match = _BARE_BEFORE.search(question, 0, place.start)
        if match is None or any(one.start <= match.start() < one.end for one in documents):
            continue
        if code := parse_code(match["code"]):
            found.append(_of_code(*match.span(), code))
    return found


def _behind_codes(
    question: str, places: Sequence[Place], documents: Sequence[_Named]
) -> list[Place]:
    """Numbers without a word, directly behind a code: ``BC-14/21 (6)(b)``."""
    found = []
    for named in documents:
        gap = _AFTER_CODE.match(question, named.end)
        place = numbers_at(question, gap.start("at"), gap.end()) if gap else None
        place = place or letters_at(question, named.end)
        if place and not any(one.start < place.end and place.start < one.end for one in places):
            found.append(place)
    return found


def _before_codes(
    question: str, places: Sequence[Place], documents: Sequence[_Named]
) -> list[Place]:
    """Numbers with a letter and without a word, before a code: ``6d of BC-14/21``."""
    found = []
    for match in _BEFORE_CODE.finditer(question):
        held = any(one.start == match.end("of") for one in documents)
        place = numbers_at(question, match.start("at"), match.start("at")) if held else None
        if place and not any(one.start < place.end and place.start < one.end for one in places):
            found.append(place)
    return found


def _groups(
    question: str, places: Sequence[Place], documents: Sequence[_Named]
) -> list[list[Place]]:
    """Places named together: ``annex II, para. 3``, ``subparagraph (b) of paragraph 6``."""
    groups: list[list[Place]] = []
    for place in places:
        last = groups[-1] if groups else []
        if (
            last
            and _together(question, last[-1], place, documents)
            and RANK[place.rank] not in {RANK[one.rank] for one in last}
            and not _footnote_below(last, place)
        ):
            last.append(place)
        else:
            groups.append([place])
    return groups


def _together(question: str, above: Place, place: Place, documents: Sequence[_Named]) -> bool:
    """Whether two places are named in one breath: *annex to decision 3/CP.17, paragraph 46* too."""
    between = question[above.end : place.start]
    if above.rank in ("annex", "appendix"):
        inside = [one for one in documents if above.end <= one.start and one.end <= place.start]
        if len(inside) == 1:
            low, high = (at - above.end for at in (inside[0].start, inside[0].end))
            return bool(_OF.fullmatch(between[:low]) and _TOGETHER.fullmatch(between[high:]))
    return _TOGETHER.fullmatch(between) is not None


def _footnote_below(group: Sequence[Place], place: Place) -> bool:
    """A footnote stands below an annex, but never below or above a letter."""
    together = [*group, place]
    notes = any(
        one.pinpoints[0].segments[:1] and one.pinpoints[0].segments[0].name == "fn"
        for one in together
    )
    return notes and any(one.rank in ("letter", "preamble") for one in together)


def _owner(
    question: str, group: Sequence[Place], documents: Sequence[_Named], default: str | None
) -> _Named | None:
    start, end = group[0].start, group[-1].end
    inside = next((one for one in documents if start <= one.start < end), None)
    if inside is not None:
        return inside
    following = next((one for one in documents if one.start >= end), None)
    if following and _OF.fullmatch(question[end : following.start]):
        return following
    before = [one for one in documents if one.end <= start]
    if before:
        return before[-1]
    return None if default is not None else following


def _cited(group: Sequence[Place], owner: _Named | None, default: str | None) -> list[Cited]:
    pinpoints = [Pinpoint()]
    ordinal = 0
    for place in sorted(group, key=lambda one: RANK[one.rank]):
        pinpoints = [
            Pinpoint((*base.segments, *pinpoint.segments))
            for base in pinpoints
            for pinpoint in place.pinpoints
        ]
        ordinal = place.ordinal or ordinal
    span = (group[0].start, group[-1].end)
    if owner is None:
        return [Cited(default, one, span, ordinal=ordinal, explicit=False) for one in pinpoints]
    span = (min(span[0], owner.start), max(span[1], owner.end)) if _near(span, owner) else span
    return [
        Cited(owner.document, one, span, owner.aliases, owner.candidates, ordinal)
        for one in pinpoints
    ]


def _near(span: tuple[int, int], owner: _Named) -> bool:
    return 0 <= span[0] - owner.end <= 3 or 0 <= owner.start - span[1] <= 40
