"""Mentions in a text of other paragraphs, decisions and documents.

A mention is read from its pieces (``ingest.mentions``): paragraphs belong to the decision or
annex that stands directly before them (``decision 14/CP.23, paragraph 7``) or after them
(``paragraph 38 of decision 2/CMA.5``); with *above*, *below* or *of the present decision* they
are of the same document. Paragraphs of treaty articles and rules are nobody's here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.codes import find_codes
from ingest.mentions import Piece, find_pieces
from ingest.model import Document, Footnote, Paragraph, Reference, ReferenceKind
from ingest.pinpoint import LEVELS, Pinpoint, paragraph_label, parse_label
from ingest.symbols import find_symbols

_OF = re.compile(
    r",?\s*(?:(?:contained|set out|as contained|as set out)\s+)?"
    r"(?:of|to|in|de|del|du|des|[àa]|al)(?:\s+(?:the|la|las|el|los|l[’'])?)?\s*"
    r"(?:annexed\s+)?(?:United Nations\s+)?"
    r"(?:(?:General|Environment|Economic and Social|Governing|Human Rights)\s+"
    r"(?:Assembly|Council)\s+)?"
    r"(?:decisions?|resolutions?|documents?|reports?|d[ée]cisions?|r[ée]solutions?"
    r"|decisi[óo]n(?:es)?|resoluci[óo]n(?:es)?|documentos?)?\s*",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\s*,\s*(?:in\s+)?(?:the\s+|el\s+|l[’'])?(?:chapters?\s+[IVX]+[^,;.]{0,60},\s*)?", re.I
)
_ALSO = re.compile(r"\s*,?\s*(?:and|or|et|ou|y|e|o|u)?\s*", re.IGNORECASE)
_NEAR = re.compile(r"\s*,?\s*(?:above|below|supra|infra|ci-dessus|ci-dessous)\b", re.IGNORECASE)
_STRANGE = re.compile(
    r"\s*,?\s*(?:of|to|in|de|del|du|des)\s+(?:the|that|those|its|their|an?|la|el|los|las|ces|dicha)?\b",
    re.IGNORECASE,
)
_OWN_ANNEX = re.compile(r"\s*(?:of|to)\s+(?:these|this)\b", re.IGNORECASE)
_TREATY = re.compile(
    r"\s+(?:Part(?:y|ies)\b|countr|to\s+the\s+(?:\w+\s+){0,3}(?:Convention|Protocol|Agreement))"
)
_IBID = re.compile(r"\b(?:ibid|idem|ib[íi]d)\b\.?,?\s*$", re.IGNORECASE)

#: The pinpoint of a document as a whole.
DOCUMENT = Pinpoint()


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference with the characters that write it.

    ``weak`` is one that nothing but its number ties to this document (*paragraph 6*, *the
    annex*): it counts only where such a place exists.
    """

    start: int
    end: int
    reference: Reference
    weak: bool = False


def find_mentions(
    text: str, here: str, at: Pinpoint = DOCUMENT, context: str = ""
) -> tuple[Mention, ...]:
    """All mentions in a text, in order.

    Args:
        text: Running text without footnote marks.
        here: Code of the document that the text belongs to.
        at: Where in it the text stands.
        context: Words that name the document's body, for ambiguous codes.
    """
    return tuple(_Reading(text, here, at, find_pieces(text, f"{context} {here}")).mentions())


def find_references(
    text: str, here: str, at: Pinpoint = DOCUMENT, context: str = ""
) -> tuple[Reference, ...]:
    """The references of ``find_mentions``, each once, weak ones included."""
    mentions = find_mentions(text, here, at, context)
    return tuple(dict.fromkeys(mention.reference for mention in mentions))


@dataclass(frozen=True, slots=True)
class _Owners:
    """Whose paragraphs a piece holds, and the pieces that say so."""

    bases: tuple[tuple[str, Pinpoint], ...]
    first: int
    last: int
    weak: bool = False


_NOBODY = _Owners((), -1, -1)


class _Reading:
    """One text while its mentions are read."""

    def __init__(self, text: str, here: str, at: Pinpoint, pieces: Sequence[Piece]) -> None:
        self.text, self.here, self.pieces = text, here, pieces
        self.at = at
        names = [segment.name for segment in at.segments]
        cut = names.index("para") if "para" in names else len(names)
        self.part = Pinpoint(
            tuple(
                segment
                for segment in at.segments[:cut]
                if segment.name not in ("preamble", "page", "table", "row", "unnumbered", "fn")
            )
        )
        self.used: set[int] = set()
        self.owners: dict[int, _Owners] = {}

    def mentions(self) -> Iterator[Mention]:
        found: list[Mention] = []
        for index, piece in enumerate(self.pieces):
            if piece.kind in ("paragraph", "letters", "footnote"):
                found += self._places(index, piece)
        for index, piece in enumerate(self.pieces):
            if piece.kind == "annex" and index not in self.used:
                found += self._annexes(index, piece)
        for index, piece in enumerate(self.pieces):
            if index not in self.used:
                found += self._whole(piece)
        return iter(sorted(found, key=lambda mention: mention.start))

    def _between(self, index: int) -> str:
        """The text between a piece and the next."""
        return self.text[self.pieces[index].end : self.pieces[index + 1].start]

    def _places(self, index: int, piece: Piece) -> list[Mention]:
        owners = self._owners(index)
        if owners is None:
            return []
        start = min(self.pieces[owners.first].start, piece.start)
        end = max(self.pieces[owners.last].end, piece.end)
        mentions = []
        for document, base in owners.bases:
            for target in self._targets(piece, base, document):
                kind: ReferenceKind = "footnote" if piece.kind == "footnote" else "paragraph"
                reference = Reference(paragraph_label(document, target), kind, self.text[start:end])
                mentions.append(Mention(start, end, reference, owners.weak))
        return mentions

    def _targets(self, piece: Piece, base: Pinpoint, document: str) -> Iterator[Pinpoint]:
        if piece.kind == "footnote":
            for value in piece.values:
                yield base / ("fn", value)
            return
        if piece.kind == "letters":
            for segment in self.at.segments:
                if segment.name == "para":
                    base = base / segment
        offset = 1 if piece.kind == "letters" else 0
        for path in piece.paths:
            target = base
            for level, value in zip(LEVELS[offset:], path, strict=False):
                target /= (level, value)
            yield target

    def _owners(self, index: int) -> _Owners | None:
        """Whose paragraphs a piece holds; None where they are nobody's here."""
        rest = self.text[self.pieces[index].end :]
        owners = self._before(index)
        if owners is None:
            owners = self._after(index)
        if owners is None and not _NEAR.match(rest):
            if _IBID.search(self.text[: self.pieces[index].start]) or (
                _STRANGE.match(rest) and not _OWN_ANNEX.match(rest)
            ):
                owners = _NOBODY
            else:
                owners = _Owners(((self.here, self.part),), index, index, weak=True)
        self.owners[index] = owners or _Owners(((self.here, self.part),), index, index)
        if self.owners[index] is _NOBODY:
            return None
        self.used |= set(range(self.owners[index].first, self.owners[index].last + 1))
        return self.owners[index]

    def _before(self, index: int) -> _Owners | None:
        """The owner that stands directly before: ``decision 2/CMA.3, annex, paragraph 4``."""
        if index == 0:
            return None
        previous, gap = self.pieces[index - 1], self._between(index - 1)
        if previous.kind == "foreign":
            return _NOBODY if _THEN.fullmatch(gap) or _ALSO.fullmatch(gap) else None
        if previous.kind in ("paragraph", "letters") and _ALSO.fullmatch(gap):
            inherited = self.owners.get(index - 1)
            return inherited if inherited and not inherited.weak else None
        if not _THEN.fullmatch(gap):
            return None
        if previous.kind == "annex":
            return self._annex_before(index - 1)
        documents = self._named(previous)
        return (
            _Owners(tuple((code, Pinpoint()) for code in documents), index - 1, index - 1)
            if documents
            else None
        )

    def _annex_before(self, index: int) -> _Owners:
        """An annex and the decision named before it, or this one."""
        steps = [(self.pieces[index].part, value) for value in self.pieces[index].values]
        named: tuple[str, ...] = ()
        first = index
        if index and _THEN.fullmatch(self._between(index - 1)):
            named = self._named(self.pieces[index - 1])
            first = index - 1 if named else index
        return _Owners(
            tuple((code, Pinpoint() / step) for code in named or (self.here,) for step in steps),
            first,
            index,
        )

    def _after(self, index: int) -> _Owners | None:
        """The owner that follows: ``paragraph 21 of the annex to decision 13/CMP.1``."""
        if index + 1 >= len(self.pieces) or not _OF.fullmatch(self._between(index)):
            return None
        following = self.pieces[index + 1]
        if following.kind == "foreign":
            return _NOBODY
        if following.kind == "annex":
            return self._annex_after(index + 1)
        named, last = self._codes_from(index + 1)
        if not named:
            return None
        return _Owners(tuple((code, Pinpoint()) for code in named), index + 1, last)

    def _annex_after(self, index: int) -> _Owners:
        """An annex and the decision named after it, or this one."""
        steps = [(self.pieces[index].part, value) for value in self.pieces[index].values]
        named: tuple[str, ...] = ()
        last = index
        if index + 1 < len(self.pieces) and _OF.fullmatch(self._between(index)):
            named, last = self._codes_from(index + 1)
        return _Owners(
            tuple((code, Pinpoint() / step) for code in named or (self.here,) for step in steps),
            index,
            last if named else index,
        )

    def _codes_from(self, index: int) -> tuple[tuple[str, ...], int]:
        """``decisions 2/CP.27 and 2/CMA.4``: all of them, and the last piece."""
        named = self._named(self.pieces[index])
        while (
            named
            and self.pieces[index].kind == "code"
            and index + 1 < len(self.pieces)
            and self.pieces[index + 1].kind == "code"
            and re.fullmatch(r"\s*(?:and|et|y|e)\s*", self._between(index))
        ):
            index += 1
            named += self._named(self.pieces[index])
        return named, index

    def _named(self, piece: Piece) -> tuple[str, ...]:
        if piece.kind == "self":
            return (self.here,)
        return (
            *(code.code for code in piece.codes),
            *(document[0] for document in piece.documents),
        )

    def _annexes(self, index: int, piece: Piece) -> list[Mention]:
        rest = self.text[piece.end :]
        if self.text[piece.start].isupper() and piece.start and not piece.values[0]:
            return []
        owners = self._annex_before(index)
        if owners.first == index:
            owners = self._annex_after(index)
        if owners.first == owners.last == index and (
            self.text[piece.start].isupper() or _TREATY.match(rest) or _STRANGE.match(rest)
        ):
            return []
        self.used |= set(range(owners.first, owners.last + 1))
        start, end = self.pieces[owners.first].start, self.pieces[owners.last].end
        return [
            Mention(
                start,
                end,
                Reference(paragraph_label(document, base), "annex", self.text[start:end]),
                weak=owners.first == owners.last,
            )
            for document, base in owners.bases
        ]

    def _whole(self, piece: Piece) -> list[Mention]:
        written = self.text[piece.start : piece.end]
        references = [Reference(code.code, "decision", written) for code in piece.codes]
        references += [Reference(names[0], "document", written) for names in piece.documents]
        return [Mention(piece.start, piece.end, reference) for reference in references]


def link(document: Document) -> Document:
    """The document with the references of its paragraphs and footnotes filled in.

    A mention that only its number ties to this document is kept where the place exists.
    """
    places = {paragraph.label for paragraph in document.paragraphs}
    places |= {footnote.label for footnote in document.footnotes}
    places |= {
        paragraph_label(document.code, Pinpoint(paragraph.pinpoint.segments[:1]))
        for paragraph in document.paragraphs
    }
    context = document.body or ""

    def references(text: str, at: Pinpoint) -> tuple[Reference, ...]:
        found = find_mentions(text, document.code, at, context)
        kept = (one.reference for one in found if not one.weak or one.reference.to in places)
        return tuple(dict.fromkeys(kept))

    def with_links(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, references=references(paragraph.text, paragraph.pinpoint))

    def note_links(note: Footnote) -> Footnote:
        at = Pinpoint() if note.part is None else parse_label(f"x, {note.part}")[1]
        return replace(
            note, references=references(note.text, at), symbols=symbols_of(note.text, context)
        )

    return replace(
        document,
        paragraphs=tuple(map(with_links, document.paragraphs)),
        footnotes=tuple(map(note_links, document.footnotes)),
    )


def symbols_of(text: str, context: str = "") -> tuple[str, ...]:
    """Canonical symbols of all documents that a text names, of joint ones each.

    A resolution that is named by its code stands with its symbol: ``A/RES/70/1``.
    """
    found = [
        (one.start, alias)
        for one in find_symbols(text)
        for names in one.documents
        for alias in names
    ]
    found += [(one.start, one.code.symbol) for one in find_codes(text, context) if one.code.symbol]
    return tuple(dict.fromkeys(alias for _, alias in sorted(found)))
