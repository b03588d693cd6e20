"""The data that everything works on: documents, paragraphs, footnotes, references.

All types are frozen. Text never holds footnote marks; where a mark stood is kept
beside it. What the outside sees (``as_json``) is the project's contract.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from ingest.pinpoint import Pinpoint, paragraph_id, paragraph_label

Kind = Literal["preambular", "operative", "annex", "report", "table"]
Form = Literal["decision", "report"]
ReferenceKind = Literal["paragraph", "decision", "document", "footnote", "annex"]

_TABLE = re.compile(r"(?:^|, )table \w+$")


class Mark(NamedTuple):
    """A footnote mark: before which character of the text it stood, and its number."""

    offset: int
    number: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention in a text of another place.

    Attributes:
        to: Canonical label of what is meant: ``BC-14/21, para. 8``, ``14/CP.23``,
            ``UNEP/CHW.14/INF/36``.
        kind: What sort of thing is meant.
        text: The words that mention it, as they stand.
    """

    to: str
    kind: ReferenceKind
    text: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of a document.

    Attributes:
        document: Code of the document.
        number: As printed: ``3``, ``*``, ``a``.
        text: The note's own words, without its mark.
        part: The annex, or the table, whose numbering it belongs to; None in the body.
        symbols: Canonical symbols of the documents that it names, joint ones each.
        marked_in: Ids of the paragraphs that bear its mark.
        references: What the note mentions.
        page: Page of the source, from 1; None where the format has none.
    """

    document: str
    number: str
    text: str
    part: str | None = None
    symbols: tuple[str, ...] = ()
    marked_in: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    page: int | None = None

    @property
    def label(self) -> str:
        """``12/CP.24, footnote 1``; in an annex ``18/CP.24, annex II, footnote 1``."""
        part = f", {self.part}" if self.part else ""
        return f"{self.document}{part}, footnote {self.number}"

    @property
    def of_table(self) -> bool:
        """Whether it stands below a table, whose rows bear its mark."""
        return self.part is not None and _TABLE.search(self.part) is not None

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "number": self.number,
            "text": self.text,
            "symbols": list(self.symbols),
            "marked_in": list(self.marked_in),
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit that can be cited.

    Attributes:
        document: Code of the document it belongs to.
        pinpoint: Where it stands there.
        kind: ``preambular|operative|annex|report|table``.
        text: Its own words: a sub-paragraph without its chapeau, a chapeau without
            its sub-paragraphs, whole over page breaks, without footnote marks.
        tail: Offset in ``text`` where words begin that follow the list of
            sub-paragraphs; None where there are none.
        parent: Id of the paragraph whose sub-paragraph it is.
        heading: The headings above it, outermost first, joined by `` > ``.
        page: Page on which it begins, from 1; None where the format has none.
        verb: The operative or preambular verb as it stands: ``Also requests``.
        marks: Footnote marks, in order.
        references: What it mentions, in order.
    """

    document: str
    pinpoint: Pinpoint
    kind: Kind
    text: str
    tail: int | None = None
    parent: str | None = None
    heading: str | None = None
    page: int | None = None
    verb: str | None = None
    marks: tuple[Mark, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def id(self) -> str:
        """``BC-14/21#para_6__subpara_b``."""
        return paragraph_id(self.document, self.pinpoint)

    @property
    def label(self) -> str:
        """``BC-14/21, para. 6 (b)``."""
        return paragraph_label(self.document, self.pinpoint)

    @property
    def number(self) -> str:
        """``6(b)``."""
        return self.pinpoint.number

    @property
    def annex(self) -> str | None:
        """``annex II``; None outside annexes."""
        return self.pinpoint.part

    @property
    def footnotes(self) -> tuple[str, ...]:
        """Numbers of the footnotes that are marked in it."""
        return tuple(dict.fromkeys(mark.number for mark in self.marks))

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "id": self.id,
            "label": self.label,
            "number": self.number,
            "kind": self.kind,
            "text": self.text,
            "parent": self.parent,
            "heading": self.heading,
            "page": self.page,
            "annex": self.annex,
            "verb": self.verb,
            "footnotes": list(self.footnotes),
            "references": list(dict.fromkeys(reference.to for reference in self.references)),
        }


class Matter(NamedTuple):
    """Words that belong to a document but to no paragraph.

    ``role`` is one of ``enacting`` (the enacting line), ``heading``, ``closing`` (plenary
    meeting and date), ``masthead``, ``contents``, ``furniture`` (running headers, page numbers).
    """

    role: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A decision, or a report or information document.

    Attributes:
        code: ``BC-14/21``; of a document that is no decision, its first symbol, and
            where it has none, a name made from its file's name.
        title: As printed.
        body: Who adopted or issued it, without article; None where nothing says so.
        meeting: The session as the codes write it: ``BC-14``, ``CP.24``; None if unknown.
        adopted: ISO date of adoption or issue; None if unknown.
        language: ISO 639-1 code.
        source: Path of the file it was read from.
        symbols: Canonical symbols of the document it was published in, every alias.
        form: ``decision`` (also resolutions) or ``report`` (everything else).
        paragraphs: In reading order; a sub-paragraph after its chapeau.
        footnotes: In reading order.
        matter: All other words of the source, so that none is lost.
    """

    code: str
    title: str
    source: str
    body: str | None = None
    meeting: str | None = None
    adopted: str | None = None
    language: str = "en"
    symbols: tuple[str, ...] = ()
    form: Form = "decision"
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    title_marks: tuple[Mark, ...] = ()
    matter: tuple[Matter, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "code": self.code,
            "symbols": list(self.symbols),
            "title": self.title,
            "body": self.body,
            "meeting": self.meeting,
            "adopted": self.adopted,
            "language": self.language,
            "source": self.source,
            "paragraphs": [paragraph.as_json() for paragraph in self.paragraphs],
            "footnotes": [footnote.as_json() for footnote in self.footnotes],
        }
