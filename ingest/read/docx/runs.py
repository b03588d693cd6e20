"""A Word paragraph -> its spans: fields, tracked changes, symbols, marks of notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.read.docx.styles import Look, Styles, look_of
from ingest.read.docx.symbols import symbol
from ingest.read.docx.xml import W, value
from ingest.read.lines import Span

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

#: What stands around runs without a meaning of its own; the runs within count.
_AROUND = frozenset(
    W + name
    for name in (
        "hyperlink", "fldSimple", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo",
        "ruby", "rubyBase",
    )
)  # fmt: skip
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_DROPPED = frozenset({W + "del", W + "moveFrom"})
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


@dataclass(slots=True)
class Tally:
    """What was decided while reading, to be said in warnings; and the languages seen."""

    counts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Call:
    """A reference to a note: which part, which id, and whether its mark is typed."""

    part: str
    id: str
    typed: bool


#: Spans, calls of notes and boxes of text (``w:txbxContent``), in reading order.
Piece = Span | Call | etree._Element


@dataclass(slots=True)
class Runs:
    """Reads the runs of one story (the body, a note, a header) in document order."""

    styles: Styles
    tally: Tally
    #: Fields may run over paragraphs: for each open one, whether its result has begun.
    _fields: list[bool] = field(default_factory=list)

    def pieces(self, paragraph: etree._Element, style: str | None) -> Iterator[Piece]:
        """The pieces of a paragraph; spans of one look are not yet joined."""
        yield from self._inside(paragraph, style)
        # A field's code stays within its paragraph; one that is not closed there is
        # damaged, and must not swallow the rest of the file.
        self._fields = [True] * len(self._fields)

    def _inside(self, parent: Iterable[etree._Element], style: str | None) -> Iterator[Piece]:
        for node in parent:
            if node.tag == W + "r":
                yield from self._run(node, style)
            elif node.tag in _DROPPED:
                self._drop(node)
            elif node.tag in _INSERTED:
                self.tally.counts["insertions"] += 1
                yield from self._inside(node, style)
            elif node.tag in _AROUND:
                yield from self._inside(node, style)
            elif node.tag == _MC + "AlternateContent":
                yield from self._inside(alternative(node), style)
            elif isinstance(node.tag, str) and node.tag.startswith(_MATH):
                yield Span("".join(item.text or "" for item in node.iter(_MATH + "t")))

    def _drop(self, node: etree._Element) -> None:
        # A field may begin or end within what was deleted.
        self.tally.counts["deletions"] += 1
        for mark in node.iter(W + "fldChar"):
            self._field(mark)

    def _run(self, run: etree._Element, style: str | None) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        look = look_of(properties).over(self.styles.look(style, value(properties, "rStyle")))
        typed = False
        for node in run:
            if node.tag == W + "fldChar":
                self._field(node)
            elif self._fields and not all(self._fields):
                continue  # the field's code, not its result
            elif node.tag in _NOTES:
                typed = node.get(W + "customMarkFollows", "0") in ("1", "true", "on")
                yield Call(_NOTES[node.tag], node.get(W + "id", ""), typed)
            elif node.tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
                yield from boxes(node)
            elif node.tag == W + "ruby":
                yield from self._inside(node, style)
            else:
                text = _text(node, properties)
                if text and look.hidden:
                    self.tally.counts["hidden"] += 1
                elif text:
                    yield self._span(text, look)

    def _span(self, text: str, look: Look) -> Span:
        if look.language:
            self.tally.languages[look.language[:2].lower()] += len(text)
        if look.struck and text.strip():
            self.tally.counts["struck"] += 1
        return Span(
            text,
            size=look.size or 0.0,
            raised=bool(look.raised),
            italic=bool(look.italic),
            bold=bool(look.bold),
        )

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _text(node: etree._Element, properties: etree._Element | None) -> str:
    if node.tag == W + "t":
        text = node.text or ""
        return text.replace("\n", " ")
    if node.tag == W + "br":
        # A break of page or column is no break of the text.
        return "\n" if node.get(W + "type", "textWrapping") == "textWrapping" else ""
    if node.tag == W + "sym":
        try:
            char = chr(int(node.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            return ""
        return symbol(char, node.get(W + "font", ""))
    return _CHARACTERS.get(node.tag, "")


def alternative(node: etree._Element) -> Sequence[etree._Element]:
    """What the choice of an ``mc:AlternateContent`` holds: the first, or else its fallback."""
    for name in ("Choice", "Fallback"):
        chosen = node.find(_MC + name)
        if chosen is not None and len(chosen):
            return list(chosen)
    return []


def boxes(node: etree._Element) -> Iterator[etree._Element]:
    """The boxes of text in a drawing; each once, though alternatives repeat them."""
    if node.tag == W + "txbxContent":
        yield node
    elif node.tag == _MC + "AlternateContent":
        # A choice may draw without words what its fallback spells out.
        options = ([box for item in option for box in boxes(item)] for option in node)
        yield from next((found for found in options if found), [])
    else:
        for child in node:
            yield from boxes(child)
