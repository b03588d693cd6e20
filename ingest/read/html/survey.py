"""A first walk over a page, for what must be known before its first line is written.

It tells which is its main part, which tables are layout, and which links call notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ingest.read.html.look import BLOCKS, is_silent
from ingest.read.html.walk import walk

#: Text of a link that calls a note: a number, a letter or signs, in brackets or not.
_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,5})\s*[\])]?")
#: How Word marks the block around a note in the pages that it writes.
_WORD_NOTE = re.compile(r"mso-element:(?:foot|end)note(?!-list)")
_WORD_ID = re.compile(r"_?[fe][td]n\d+")
_CALLS = ("doc-noteref", "noteref")

#: A part of the page is its main part if it holds this share of all words.
_MAIN_SHARE = 0.5
#: A table whose one cell holds this share of all words only places them on the page.
_LAYOUT_SHARE = 0.5


def mark_of(text: str) -> str | None:
    """The mark in a link's text: ``[3]`` is ``3``; None where it is none."""
    match = _MARK.fullmatch(text.strip())
    return match[1] if match else None


@dataclass(slots=True)
class Survey:
    """What was found; elements are named by their ``mem_id``.

    Attributes:
        main: The element that holds the text.
        layout: Tables that are no tables.
        calls: Links that call a note, with the note's mark.
        notes: Blocks that are a note's text, with its mark.
        backlinks: Links from a note to where it is called.
    """

    main: LexborNode
    layout: set[int] = field(default_factory=set)
    calls: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    backlinks: set[int] = field(default_factory=set)


def survey(root: LexborNode) -> Survey:
    """Walk over a page once."""
    visitor = _Surveyor()
    walk(root, visitor)
    found = Survey(main=visitor.main_part(root))
    found.layout = visitor.layout_tables()
    visitor.match_notes(found)
    return found


@dataclass(slots=True)
class _Link:
    node: LexborNode
    target: str
    order: int
    is_call: bool
    raised: bool
    text: str = ""


@dataclass(slots=True)
class _Table:
    id: int
    #: It has a caption or heads of columns.
    is_data: bool = False
    #: It holds another table, or says itself that it is layout.
    is_frame: bool = False
    #: Words in its longest cell.
    words: int = 0
    #: Cells of its longest row, and of the row that is open.
    columns: int = 0
    cells: int = 0

    @property
    def is_column(self) -> bool:
        return self.columns <= 1


class _Surveyor:
    def __init__(self) -> None:
        self._order = 0
        self._words = 0
        self._starts: list[int] = []
        self._mains: list[tuple[int, LexborNode]] = []
        self._tables: list[_Table] = []
        self._open_tables: list[_Table] = []
        self._links: list[_Link] = []
        self._link: _Link | None = None
        self._places: dict[str, tuple[int, LexborNode]] = {}
        self._raised = 0

    def enter(self, node: LexborNode) -> bool:
        attributes = node.attributes
        if is_silent(node, attributes, in_article=True):
            return False
        self._order += 1
        tag = node.tag
        if attributes:
            for name in ("id", "name"):
                place = attributes.get(name)
                if place:
                    self._places.setdefault(place, (self._order, node))
        self._starts.append(self._words)
        if tag == "sup":
            self._raised += 1
        elif tag == "a":
            self._enter_link(node, attributes)
        elif tag == "table":
            self._enter_table(node, attributes)
        elif tag in ("th", "caption") and self._open_tables:
            self._open_tables[-1].is_data = True
        return True

    def leave(self, node: LexborNode) -> None:
        words = self._words - self._starts.pop()
        tag = node.tag
        if tag == "sup":
            self._raised -= 1
        elif tag == "a" and self._link is not None and self._link.node.mem_id == node.mem_id:
            self._link = None
        elif tag in ("td", "th") and self._open_tables:
            table = self._open_tables[-1]
            table.words = max(table.words, words)
            table.cells += 1
            table.columns = max(table.columns, table.cells)
        elif tag == "tr" and self._open_tables:
            self._open_tables[-1].cells = 0
        elif tag == "table":
            self._open_tables.pop()
        elif tag in ("main", "article") or node.attributes.get("role") == "main":
            self._mains.append((words, node))

    def text(self, text: str) -> None:
        if self._link is not None:
            self._link.text += text
            # The words of links count for nothing: menus are made of them.
            return
        self._words += len(text.split())

    def main_part(self, root: LexborNode) -> LexborNode:
        """The part with most of the words, or else the whole page."""
        words, node = max(self._mains, key=lambda item: item[0], default=(0, root))
        return node if words and words >= _MAIN_SHARE * self._words else root

    def layout_tables(self) -> set[int]:
        """Tables that only place text on the page, or put a frame around it."""
        return {
            table.id
            for table in self._tables
            if table.is_column
            or (not table.is_data and (table.is_frame or table.words > _LAYOUT_SHARE * self._words))
        }

    def match_notes(self, found: Survey) -> None:
        """Pair the links that call notes with the blocks that they lead to."""
        back = []
        for link in self._links:
            mark = mark_of(link.text)
            order, target = self._places.get(link.target, (0, None))
            if target is None:
                continue
            if order < link.order:
                if mark or len(link.text.strip()) <= 2:
                    found.backlinks.add(link.node.mem_id)
                    back.append((link, mark, target))
            elif mark and (link.is_call or link.raised or not mark.isalpha()):
                block = _block_of(target)
                if block is not None and found.notes.setdefault(block.mem_id, mark) == mark:
                    found.calls[link.node.mem_id] = mark
        for link, mark, target in back:
            self._match_back(found, link, mark, target)

    def _match_back(self, found: Survey, link: _Link, mark: str | None, target: LexborNode) -> None:
        """A note whose place has lost its name, so that only it leads to its call."""
        block = _block_of(link.node)
        if mark is None or block is None or "ref" not in link.target.lower():
            return
        if block.mem_id not in found.notes and target.tag == "a":
            found.notes[block.mem_id] = mark
            found.calls.setdefault(target.mem_id, mark)

    def _enter_link(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        address = attributes.get("href") or ""
        # A saved page may name itself in full before the fragment.
        _, sign, target = address.rpartition("#")
        if not sign or not target:
            return
        hints = f"{attributes.get('role') or ''} {attributes.get('epub:type') or ''}".split()
        call = any(hint in _CALLS for hint in hints)
        raised = self._raised > 0 or node.css_first("sup") is not None
        self._link = _Link(node, target, self._order, call, raised)
        self._links.append(self._link)

    def _enter_table(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        for outer in self._open_tables:
            outer.is_frame = True
        table = _Table(node.mem_id)
        table.is_frame = (attributes.get("role") or "") in ("presentation", "none")
        self._open_tables.append(table)
        self._tables.append(table)


def _block_of(target: LexborNode) -> LexborNode | None:
    """The block that a note's place stands in; Word puts a ``div`` around it."""
    block = next((node for node in _upwards(target) if node.tag in BLOCKS), None)
    if block is None or block.tag in ("body", "html", "main", "article", "table", "tr"):
        return None
    outer = block.parent
    if block.tag == "p" and outer is not None and outer.tag in ("div", "li", "aside"):
        style = (outer.attributes.get("style") or "").replace(" ", "")
        name = outer.attributes.get("id") or ""
        if _WORD_NOTE.search(style) or _WORD_ID.fullmatch(name):
            return outer
    return block


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    current: LexborNode | None = node
    while current is not None:
        yield current
        current = current.parent
