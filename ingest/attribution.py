"""Whose paragraphs are meant: this document's, another decision's, or nobody's.

Paragraphs belong to the decision or annex that stands directly before them (``decision
14/CP.23, paragraph 7``) or after them (``paragraph 38 of decision 2/CMA.5``), or that is
taken up again (``paragraph 24 of the same decision``); with *above*, *below* or *of the
present decision* they are this document's, in the same annex. Paragraphs of treaty articles,
rules and unnamed texts are nobody's here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.mentions import Piece
from ingest.pinpoint import LEVELS, Pinpoint

_THE = r"(?:\s+(?:the|la|las|el|los|l[’'])?)?"
_CHAPTER = r"(?:chapters?|sections?|parts?|cap[íi]tulos?|chapitres?)\s+[IVX\d]+(?:\.[A-Z\d]+)*"
_OF = re.compile(
    rf",?\s*(?:as\s+)?(?:(?:contained|set\s+out)\s+)?(?:of|to|in|de|del|du|des|[àa]|al){_THE}\s*"
    rf"(?:{_CHAPTER}[^,;.]{{0,60}}?\s+(?:of|to|in|de|del|du){_THE}\s*)?"
    r"(?:annexed\s+)?(?:draft\s+)?(?:United\s+Nations\s+)?"
    r"(?:(?:General|Environment|Economic\s+and\s+Social|Governing|Human\s+Rights)\s+"
    r"(?:Assembly|Council)\s+)?"
    r"(?:decisions?|resolutions?|documents?|reports?|d[ée]cisions?|r[ée]solutions?"
    r"|decisi[óo]n(?:es)?|resoluci[óo]n(?:es)?|documentos?)?\s*",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"\s*,\s*(?:(?:in\s+particular|including|notably|especially|inter\s+alia|en\s+particular"
    rf"|en\s+particulier|notamment),?\s+)?(?:in\s+)?(?:the\s+|el\s+|l[’'])?"
    rf"(?:{_CHAPTER}[^,;]{{0,80}},\s*)?",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\s*,?\s*(?:and|or|et|ou|y|e|o|u)?\s*", re.IGNORECASE)
_NEAR = re.compile(r"\s*,?\s*(?:above|below|supra|infra|ci-dessus|ci-dessous)\b", re.IGNORECASE)
_STRANGE = re.compile(
    r"\s*,?\s*(?:of\b|(?:to|in|de|del|du|des)\s+"
    r"(?:the|that|those|its|their|an?|la|el|los|las|ces|dicha)\b|(?:du|del|des)\b)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s*(?:of|to|in)\s+(?:these|this)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\s*,?\s*(?:of|in|to|de|del)\s+(?:the\s+same|that|those|the\s+said|la\s+misma|las\s+mismas"
    r"|esa|dicha|la\s+m[êe]me|cette\s+m[êe]me|ladite)\s+"
    r"(?:(?P<annex>annex)|(?P<many>decisions|resolutions|d[ée]cisions|decisiones|resoluciones)"
    r"|decision|resolution|document|report|d[ée]cision|r[ée]solution|decisi[óo]n|resoluci[óo]n)\b",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b(?:its|their|sus?|ses|leurs?)\s+$", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|those|same|said)\s+$", re.IGNORECASE)
_THERETO = re.compile(r"\s+(?:thereto|therein|thereof)\b", re.IGNORECASE)
_TREATY = re.compile(
    r"\s+(?:Part(?:y|ies)\b|countr|to\s+the\s+(?:\w+\s+){0,3}(?:Convention|Protocol|Agreement))"
)
_IBID = re.compile(r"\b(?:ibid|idem|ib[íi]d)\b\.?,?\s*$", re.IGNORECASE)
#: Another part of a report in several parts, which is another document.
_ELSEWHERE = re.compile(r"\bPart\s+(?:One|Two|Three|I{1,3})\b[^.;()]{0,60}$")
_AND = re.compile(r"\s*,?\s*(?:and|et|y|e)\s*", re.IGNORECASE)

_Base = tuple[str, Pinpoint]


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose paragraphs a piece holds.

    Attributes:
        bases: Documents with the part of each.
        first, last: The pieces that say so, by number.
        weak: Nothing but the number ties them to this document.
    """

    bases: tuple[_Base, ...]
    first: int
    last: int
    weak: bool = False


_NOBODY = Owners((), -1, -1)


class Attribution:
    """The pieces of one text while their owners are found.

    Attributes:
        used: Numbers of the pieces that are part of another's mention.
    """

    def __init__(self, text: str, here: str, at: Pinpoint, pieces: Sequence[Piece]) -> None:
        """``at`` is where in the document ``here`` the text stands."""
        self.text, self.here, self.pieces = text, here, pieces
        names = [segment.name for segment in at.segments]
        cut = next((i for i, name in enumerate(names) if name in LEVELS), len(names))
        skipped = ("preamble", "page", "table", "row", "unnumbered", "fn")
        part = (segment for segment in at.segments[:cut] if segment.name not in skipped)
        self.part = Pinpoint(tuple(part))
        self.used: set[int] = set()
        self._found: dict[int, Owners] = {}

    def of(self, index: int) -> Owners | None:
        """The owners of a piece; None where they are nobody's here."""
        piece = self.pieces[index]
        if piece.kind in ("code", "symbol"):
            return Owners(tuple((name, Pinpoint()) for name in self._names(piece)), index, index)
        owners = self._of_annex(index) if piece.kind == "annex" else self._of_place(index)
        self._found[index] = owners
        if owners is _NOBODY:
            return None
        self.used |= set(range(owners.first, owners.last + 1))
        return owners

    def _of_place(self, index: int) -> Owners:
        piece = self.pieces[index]
        rest = self.text[piece.end :]
        before = self.text[: piece.start]
        if _IBID.search(before) or _ELSEWHERE.search(before):
            return _NOBODY
        if same := _SAME.match(rest):
            return self._again(index, annex=bool(same["annex"]), several=bool(same["many"]))
        owners = self._before(index) or self._after(index)
        if owners is not None:
            return owners
        if _NEAR.match(rest):
            return Owners(((self.here, self.part),), index, index)
        if (owners := self._listed(index)) is not None:
            return owners
        if _ITS.search(before):
            return self._again(index)
        if _STRANGE.match(rest) and not _OWN.match(rest):
            return _NOBODY
        return Owners(((self.here, self.part),), index, index, weak=True)

    def _of_annex(self, index: int) -> Owners:
        piece = self.pieces[index]
        rest = self.text[piece.end :]
        if _THAT.search(self.text[: piece.start]):
            return _NOBODY
        owners = self._annex(index)
        if owners.first != owners.last or owners is _NOBODY:
            return owners
        if _THERETO.match(rest):
            steps = [(piece.part, value) for value in piece.values]
            bases = self._again(index).bases
            return Owners(
                tuple((code, base / step) for code, base in bases for step in steps), index, index
            )
        capital = self.text[piece.start].isupper()
        if capital or _TREATY.match(rest):
            return _NOBODY
        return Owners(owners.bases, index, index, weak=True)

    def _before(self, index: int) -> Owners | None:
        """The owner that stands directly before: ``decision 2/CMA.3, annex, paragraph 4``."""
        if index == 0:
            return None
        previous, gap = self.pieces[index - 1], self._gap(index - 1)
        if previous.kind == "foreign":
            return _NOBODY if _THEN.fullmatch(gap) or _ALSO.fullmatch(gap) else None
        if index - 1 in self.used or not _THEN.fullmatch(gap):
            return None  # a decision that owns the paragraphs before it has no say here
        if previous.kind == "annex":
            return self._annex_before(index - 1)
        names = self._names(previous)
        return self._whole(names, index - 1, index - 1) if names else None

    def _listed(self, index: int) -> Owners | None:
        """The owner of the paragraphs that it is listed with: ``paragraph 3 and paragraph 5``."""
        if index == 0 or self.pieces[index - 1].kind not in ("paragraph", "letters"):
            return None
        inherited = self._found.get(index - 1)
        listed = inherited and not inherited.weak and _ALSO.fullmatch(self._gap(index - 1))
        return inherited if listed else None

    def _after(self, index: int) -> Owners | None:
        """The owner that follows: ``paragraph 21 of the annex to decision 13/CMP.1``."""
        if index + 1 >= len(self.pieces) or not _OF.fullmatch(self._gap(index)):
            return None
        following = self.pieces[index + 1]
        if following.kind == "foreign":
            return _NOBODY
        if following.kind == "annex":
            return self._annex_after(index + 1)
        names, last = self._names_from(index + 1)
        return self._whole(names, index + 1, last) if names else None

    def _again(self, index: int, *, annex: bool = False, several: bool = False) -> Owners:
        """The decision or annex that was named last before a piece."""
        kinds = ("annex",) if annex else ("code", "symbol")
        for earlier in range(index - 1, -1, -1):
            if self.pieces[earlier].kind not in kinds:
                continue
            if annex:
                owners = self._annex(earlier)
                return owners if owners is _NOBODY else Owners(owners.bases, index, index)
            first = earlier
            while several and first and _AND.fullmatch(self._gap(first - 1)):
                first -= 1
            names = [
                name for piece in self.pieces[first : earlier + 1] for name in self._names(piece)
            ]
            return Owners(tuple((name, Pinpoint()) for name in names), index, index)
        return _NOBODY

    def _annex(self, index: int) -> Owners:
        """An annex with the decision named before it or after it, or this one."""
        owners = self._annex_before(index)
        return self._annex_after(index) if owners.first == index else owners

    def _annex_before(self, index: int) -> Owners:
        """An annex and the decision named before it, or this one."""
        if not index or not _THEN.fullmatch(self._gap(index - 1)):
            return self._in_annex(index, self._here(index), index, index)
        previous = self.pieces[index - 1]
        if previous.kind == "foreign":
            return _NOBODY
        if previous.kind == "annex" and self._below_annex(index):
            above = self._annex_before(index - 1)
            return self._in_annex(index, above.bases, above.first, index)
        names = self._names(previous)
        bases = self._whole(names, index - 1, index).bases if names else self._here(index)
        return self._in_annex(index, bases, index - 1 if names else index, index)

    def _annex_after(self, index: int) -> Owners:
        """An annex and the decision named after it, or this one."""
        if index + 1 >= len(self.pieces) or not _OF.fullmatch(self._gap(index)):
            rest = self.text[self.pieces[index].end :]
            strange = _STRANGE.match(rest) and not (_OWN.match(rest) or _THERETO.match(rest))
            return _NOBODY if strange else self._in_annex(index, self._here(index), index, index)
        following = self.pieces[index + 1]
        if following.kind == "foreign":
            return _NOBODY
        if following.kind == "annex" and self._below_annex(index):
            above = self._annex_after(index + 1)
            return self._in_annex(index, above.bases, index, above.last)
        names, last = self._names_from(index + 1)
        bases = self._whole(names, index, last).bases if names else self._here(index)
        return self._in_annex(index, bases, index, last if names else index)

    def _below_annex(self, index: int) -> bool:
        return self.pieces[index].part != "annex"

    def _here(self, index: int) -> tuple[_Base, ...]:
        """This document; of an appendix, the annex in which the text stands."""
        annexes = tuple(segment for segment in self.part.segments if segment.name == "annex")
        return ((self.here, Pinpoint(annexes if self._below_annex(index) else ())),)

    def _in_annex(self, index: int, bases: tuple[_Base, ...], first: int, last: int) -> Owners:
        if not bases:
            return _NOBODY
        piece = self.pieces[index]
        steps = [(piece.part, value) for value in piece.values]
        return Owners(
            tuple((code, base / step) for code, base in bases for step in steps), first, last
        )

    def _whole(self, names: tuple[str, ...], first: int, last: int) -> Owners:
        return Owners(tuple((name, Pinpoint()) for name in names), first, last)

    def _names_from(self, index: int) -> tuple[tuple[str, ...], int]:
        """``decisions 2/CP.27 and 2/CMA.4``: all of them, and the last piece."""
        names = self._names(self.pieces[index])
        while (
            names
            and index + 1 < len(self.pieces)
            and self.pieces[index].kind == self.pieces[index + 1].kind == "code"
            and _AND.fullmatch(self._gap(index))
        ):
            index += 1
            names += self._names(self.pieces[index])
        return names, index

    def _names(self, piece: Piece) -> tuple[str, ...]:
        """The documents that a piece names; of a joint symbol the first."""
        if piece.kind == "self":
            return (self.here,)
        return (*(code.code for code in piece.codes), *(names[0] for names in piece.documents))

    def _gap(self, index: int) -> str:
        """The text between a piece and the next."""
        return self.text[self.pieces[index].end : self.pieces[index + 1].start]
