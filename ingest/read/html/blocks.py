"""The main part of a web page -> lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from ingest.read.html.lists import HtmlList, open_list
from ingest.read.html.look import BLOCKS, PLAIN, Emphasis, emphasis, is_silent
from ingest.read.html.survey import Survey
from ingest.read.html.tables import Table
from ingest.read.lines import Line, Role, Span
from ingest.read.spans import divided, joined, plain, trimmed, without

_SPACES = re.compile(r"[ \t\n\r\f\u00a0]+")
_HEADING = re.compile(r"h([1-6])")
#: A number that is typed at the beginning of an item.
_TYPED_LABEL = re.compile(r"(?:\d{1,3}[.)]|\([a-z]{1,5}\)|[a-z]{1,4}\))\s", re.IGNORECASE)
#: A note's own mark, where it stands before its text as plain characters.
_LEADING_MARK = re.compile(r"\s*[\[(]?\s*(?P<mark>\d{1,3}|[*†‡§]{1,3})\s*[\])]?[.:]?\s+")


_NOTE_ROLES = ("doc-footnote", "doc-endnote")


@dataclass(slots=True)
class _Capture:
    """Lines that do not go to the page but into a cell or a note.

    Attributes:
        node: The element whose lines they are.
        note: The mark of the note; None of a cell; empty where the text itself holds it.
    """

    node: int
    note: str | None = None
    lines: list[Line] = field(default_factory=list)


class HtmlBlocks:
    """A visitor that writes lines; see ``walk``.

    Args:
        survey: What a first walk over the page found.
        whole_page: The page has no main part of its own.
    """

    def __init__(self, survey: Survey, whole_page: bool) -> None:
        self.lines: list[Line] = []
        self.tally: Counter[str] = Counter()
        self._survey = survey
        self._articles = 0 if whole_page else 1
        self._looks: list[Emphasis] = [Emphasis(False, False, False)]
        self._spans: list[Span] = []
        self._lists: list[HtmlList] = []
        self._label: str | None = None
        self._heading = 0
        self._pre = 0
        self._captures: list[_Capture] = []
        self._tables: list[Table | None] = []

    def enter(self, node: LexborNode) -> bool:
        """See ``walk.Visitor``."""
        tag, attributes = node.tag or "", node.attributes
        if is_silent(node, attributes, in_article=self._articles > 0):
            return False
        if tag in ("del", "a") and self._leave_out(node, tag):
            return False
        if tag == "br":
            self._spans.append(Span("\n"))
            return False
        if tag in BLOCKS:
            self._flush()
            self._enter_block(node, tag, attributes)
        elif tag == "q":
            self.text("“")
        elif tag in ("s", "strike"):
            self.tally["struck"] += 1
        change, now = emphasis(tag, attributes), self._looks[-1]
        if change is not PLAIN:
            now = Emphasis(*(b if c is None else c for c, b in zip(change, now, strict=True)))
        self._looks.append(now)
        return True

    def leave(self, node: LexborNode) -> None:
        """See ``walk.Visitor``."""
        tag = node.tag or ""
        self._looks.pop()
        if tag in BLOCKS:
            self._flush()
            self._leave_block(node, tag)
        elif tag == "q":
            self.text("”")

    def text(self, text: str) -> None:
        """See ``walk.Visitor``."""
        text = text.replace("\u00ad", "").replace("\u2011", "-").replace("\u200b", "")
        if not self._pre:
            text = _SPACES.sub(" ", text)
            if text.startswith(" ") and (
                not self._spans or self._spans[-1].text.endswith((" ", "\n"))
            ):
                text = text[1:]
        if text:
            look = self._looks[-1]
            self._spans.append(
                Span(text, raised=bool(look.raised), italic=bool(look.italic), bold=bool(look.bold))
            )

    def _leave_out(self, node: LexborNode, tag: str) -> bool:
        """Deleted text, links back from notes; calls of notes become marks."""
        if tag == "del":
            self.tally["deletions"] += 1
            return True
        if node.mem_id in self._survey.backlinks:
            return True
        mark = self._survey.calls.get(node.mem_id)
        if mark is None:
            return False
        self._spans.append(Span(mark, raised=True, note=mark))
        return True

    def _enter_block(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        note = self._survey.notes.get(node.mem_id)
        if note is None and (attributes.get("role") or "") in _NOTE_ROLES:
            note = ""
        if note is not None:
            self._captures.append(_Capture(node.mem_id, note))
        if tag == "li":
            self._enter_item(attributes, is_note=note is not None)
        elif tag in ("ol", "ul"):
            items = sum(1 for child in node.iter() if child.tag == "li")
            self._lists.append(open_list(tag, attributes, items))
        elif tag == "table":
            is_table = node.mem_id not in self._survey.layout
            self._tables.append(Table() if is_table else None)
        elif tag in ("td", "th") and self._table is not None:
            self._captures.append(_Capture(node.mem_id))
        else:
            self._count(tag, 1)

    def _leave_block(self, node: LexborNode, tag: str) -> None:
        captured = None
        if self._captures and self._captures[-1].node == node.mem_id:
            captured = self._captures.pop()
        if captured is not None and captured.note is not None:
            self._end_note(captured.note, captured.lines)
        elif captured is not None and self._table is not None:
            self._table.add(captured.lines, node.attributes)
        elif tag == "tr" and self._table is not None:
            for line in self._table.end_row():
                self._put(line)
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag == "li":
            self._emit_empty_item()
        self._count(tag, -1)

    def _count(self, tag: str, step: int) -> None:
        """Keep account of the blocks that are open."""
        heading = _HEADING.fullmatch(tag)
        if heading:
            self._heading = int(heading[1]) if step > 0 else 0
        elif tag in ("main", "article"):
            self._articles += step
        elif tag == "pre":
            self._pre += step

    @property
    def _table(self) -> Table | None:
        """The innermost table, if it is one and no layout."""
        return self._tables[-1] if self._tables else None

    def _enter_item(self, attributes: dict[str, str | None], is_note: bool) -> None:
        self._emit_empty_item()
        label = self._lists[-1].label(attributes) if self._lists else "•"
        self._label = None if is_note else label

    def _emit_empty_item(self) -> None:
        """A number whose item begins with another list, or holds nothing, is shown too."""
        label, self._label = self._label, None
        if label and label != "•":
            self._put(Line((), whole=True, role="paragraph", level=len(self._lists), number=label))

    def _flush(self) -> None:
        """The words since the last block's border become lines."""
        spans, self._spans = self._spans, []
        if not any(span.text.strip() for span in spans):
            return
        if self._pre:
            self._put_typed(spans)
            return
        role: Role = "heading" if self._heading else "paragraph"
        level = self._heading or len(self._lists)
        parts = [trimmed(joined(spans))] if self._heading else divided(spans)
        for part in parts:
            label, self._label = self._label, None
            if label and _TYPED_LABEL.match(plain(part)):
                label = None  # the page's style sheet hides the automatic one
            self._put(Line(part, whole=True, role=role, level=level, number=label))

    def _put_typed(self, spans: list[Span]) -> None:
        """Text with its own line ends is lines of plain text."""
        line: list[Span] = []
        for span in spans:
            first, *rest = span.text.split("\n")
            line.append(replace(span, text=first))
            for text in rest:
                self._put(Line(joined(line)))
                line = [replace(span, text=text)]
        self._put(Line(joined(line)))

    def _put(self, line: Line) -> None:
        (self._captures[-1].lines if self._captures else self.lines).append(line)

    def _end_note(self, mark: str, lines: list[Line]) -> None:
        spans: list[Span] = []
        for line in lines:
            spans += [Span("\n")] if spans else []
            spans += [Span(f"{line.number} ")] if line.number else []
            spans += line.spans
        text = trimmed(joined(spans))
        own = _LEADING_MARK.match("".join(span.text for span in text))
        if own and mark in ("", own["mark"]):
            mark = own["mark"]
            text = trimmed(without(text, own.end()))
        if text:
            self._put(Line(text, whole=True, role="footnote", note=mark or None))
