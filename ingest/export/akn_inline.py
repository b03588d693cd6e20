"""Running text with its footnotes and references, as inline Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.export.akn_names import akn, ours, work_uri
from ingest.model import Footnote, Mark, Reference
from ingest.pinpoint import Pinpoint, parse_label

#: Characters that XML 1.0 cannot hold.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with a replacement character for what XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)


@dataclass(slots=True)
class Notes:
    """The footnotes of a document while they are placed where they are marked.

    Attributes:
        code: Of the document.
        order: The footnotes with their eIds, in order.
        placed: eIds of those that stand in the text already.
        known: eIds of everything that can be pointed at.
    """

    code: str
    order: list[tuple[str, Footnote]]
    known: frozenset[str]
    placed: set[str] = field(default_factory=set)

    def find(self, number: str, paragraph: str, part: str | None) -> tuple[str, Footnote] | None:
        """The footnote that a mark in a paragraph calls."""
        same = [one for one in self.order if one[1].number == number]
        marked = [one for one in same if paragraph in one[1].marked_in]
        near = [one for one in same if one[1].part == part]
        return next(iter(marked or near), None)


def note_eids(footnotes: Iterable[Footnote]) -> list[tuple[str, Footnote]]:
    """Each footnote with an eId that is its own."""
    found: list[tuple[str, Footnote]] = []
    taken: set[str] = set()
    for note in footnotes:
        head = parse_label(f"x, {note.part}")[1] if note.part else Pinpoint()
        eid = (head / ("fn", note.number)).eid
        number = 2
        while eid in taken:
            eid = f"{(head / ('fn', note.number)).eid}-{number}"
            number += 1
        taken.add(eid)
        found.append((eid, note))
    return found


def spans_of(text: str, references: Sequence[Reference]) -> list[tuple[int, int, list[Reference]]]:
    """Where each mention stands in a text; several references of one mention together.

    A mention that is not found in order gets an empty span at the end.
    """
    spans: list[tuple[int, int, list[Reference]]] = []
    position = 0
    for reference in references:
        if spans and spans[-1][2][-1].text == reference.text and reference not in spans[-1][2]:
            spans[-1][2].append(reference)
            continue
        start = text.find(reference.text, position) if reference.text else -1
        if start < 0:
            spans.append((len(text), len(text), [reference]))
            continue
        position = start + len(reference.text)
        spans.append((start, position, [reference]))
    return spans


def write_text(
    parent: etree._Element,
    text: str,
    marks: Sequence[Mark],
    references: Sequence[Reference],
    notes: Notes,
    place: tuple[str, str | None],
) -> None:
    """Fill ``parent`` with a text, its marks and its references.

    Args:
        parent: An element that holds inline content.
        text: The words.
        marks: With offsets in ``text``.
        references: What the text mentions, in order.
        notes: Where footnotes are looked up.
        place: Id and annex of the paragraph.
    """
    spans = spans_of(text, references)
    cuts = {0, len(text)} | {mark.offset for mark in marks}
    cuts |= {edge for start, end, _ in spans for edge in (start, end)}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    open_ref: etree._Element | None = None
    for index, edge in enumerate(edges):
        for start, end, _ in spans:
            if end == edge and start < end:
                open_ref = None
        for mark in marks:
            if mark.offset == edge:
                _write_mark(parent if open_ref is None else open_ref, mark, notes, place)
        for start, end, group in spans:
            if start == edge:
                element = _ref(parent, group, notes, empty=start == end)
                open_ref = element if start < end else open_ref
        if index + 1 < len(edges):
            _add_text(parent if open_ref is None else open_ref, text[edge : edges[index + 1]])


def _add_text(parent: etree._Element, text: str) -> None:
    text = clean(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _write_mark(
    parent: etree._Element, mark: Mark, notes: Notes, place: tuple[str, str | None]
) -> None:
    found = notes.find(mark.number, *place)
    if found is None:
        etree.SubElement(parent, akn("sup")).text = clean(mark.number)
        return
    eid, note = found
    if eid in notes.placed:
        attributes = {"href": f"#{eid}", "marker": clean(mark.number)}
        etree.SubElement(parent, akn("noteRef"), attributes)
        return
    notes.placed.add(eid)
    element = etree.SubElement(
        parent,
        akn("authorialNote"),
        {"eId": eid, "marker": clean(note.number), "placement": "bottom"},
    )
    write_note(element, note, notes)


def write_note(element: etree._Element, note: Footnote, notes: Notes) -> None:
    """A footnote's own words and what else is known of it."""
    position = next(i for i, (_, one) in enumerate(notes.order) if one is note)
    element.set(ours("order"), str(position))
    if note.page is not None:
        element.set(ours("page"), str(note.page))
    if note.part is not None:
        element.set(ours("part"), note.part)
    if note.symbols:
        element.set(ours("symbols"), " ".join(note.symbols))
    paragraph = etree.SubElement(element, akn("p"))
    write_text(paragraph, note.text, (), note.references, notes, ("", note.part))


def _ref(
    parent: etree._Element, group: Sequence[Reference], notes: Notes, *, empty: bool
) -> etree._Element:
    element = etree.SubElement(parent, akn("ref"), {"href": _href(group[0], notes)})
    element.set(ours("to"), "; ".join(clean(one.to) for one in group))
    element.set(ours("kind"), "; ".join(one.kind for one in group))
    if empty:
        element.set(ours("text"), clean(group[0].text))
    return element


def _href(reference: Reference, notes: Notes) -> str:
    """Inside the document ``#para_8``, if that is there; outside the work's own address."""
    code, pinpoint = parse_label(reference.to)
    if code == notes.code and pinpoint.eid in notes.known:
        return f"#{pinpoint.eid}"
    form = "report" if reference.kind == "document" else "decision"
    return work_uri(code, form) + (f"/!main~{pinpoint.eid}" if pinpoint else "")
