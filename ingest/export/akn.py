"""Documents as Akoma Ntoso 3.0, the form that the United Nations use (AKN4UN).

A decision is a ``statement``, a report a ``doc``. The eIds are the part of our ids after
``#``. What the standard has no place for (pages, kinds, verbs) stands in attributes of a
namespace of our own, which it allows everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

from lxml import etree

from ingest.export.akn_inline import Notes, clean, note_eids, write_note, write_text
from ingest.export.akn_meta import write_meta
from ingest.export.akn_names import AKN, ELEMENTS, OURS, akn, ours
from ingest.model import Document, Mark, Matter, Paragraph, Reference
from ingest.pinpoint import Pinpoint, parse_eid

_PARTS = ("annex", "appendix", "attachment")
#: Elements whose words are text, so that no space is put into them to make the file readable.
_TEXT = frozenset(map(akn, ("p", "num", "heading", "docNumber", "docTitle", "session")))


def to_akn(document: Document) -> str:
    """The document as an Akoma Ntoso file."""
    root = etree.Element(akn("akomaNtoso"), nsmap=cast(dict[str, str], {None: AKN, "da": OURS}))
    name = ("statement", "decision") if document.form == "decision" else ("doc", "report")
    main = etree.SubElement(root, akn(name[0]), {"name": name[1]})
    notes = Notes(document.code, note_eids(document.footnotes), _known(document))
    meta = write_meta(main, document)
    _preface(main, document, notes)
    bodies = [(part, list(group)) for part, group in groupby(document.paragraphs, key=_part)]
    body = [one for part, group in bodies if not part for one in group]
    enacting = [one for one in document.matter if one.role == "enacting"]
    _structure(main, body, enacting, notes, "")
    closing = [one for one in document.matter if one.role == "closing"]
    if closing:
        conclusions = etree.SubElement(main, akn("conclusions"), {"eId": "conclusions"})
        _matter(conclusions, closing)
    _attachments(main, document, [one for one in bodies if one[0]], notes)
    _left_over(meta, notes)
    _indent(root, 0)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _known(document: Document) -> frozenset[str]:
    eids = {paragraph.pinpoint.eid for paragraph in document.paragraphs}
    eids |= {_part(paragraph).eid for paragraph in document.paragraphs if _part(paragraph)}
    return frozenset(eids | {eid for eid, _ in note_eids(document.footnotes)})


def _part(paragraph: Paragraph) -> Pinpoint:
    segments = paragraph.pinpoint.segments
    count = 0
    while count < len(segments) and segments[count].name in _PARTS:
        count += 1
    return Pinpoint(segments[:count])


def _preface(main: etree._Element, document: Document, notes: Notes) -> None:
    preface = etree.SubElement(main, akn("preface"), {"eId": "preface"})
    line = etree.SubElement(preface, akn("p"))
    etree.SubElement(line, akn("docNumber")).text = clean(document.code)
    line = etree.SubElement(preface, akn("p"))
    title = etree.SubElement(line, akn("docTitle"))
    write_text(title, document.title, document.title_marks, (), notes, (document.code, None))
    if document.meeting is not None:
        line = etree.SubElement(preface, akn("p"))
        etree.SubElement(line, akn("session")).text = clean(document.meeting)


def _matter(parent: etree._Element, pieces: Iterable[Matter]) -> None:
    for piece in pieces:
        line = etree.SubElement(parent, akn("p"))
        line.text = clean(piece.text)
        if piece.page is not None:
            line.set(ours("page"), str(piece.page))


def _structure(
    main: etree._Element,
    paragraphs: Sequence[Paragraph],
    enacting: Sequence[Matter],
    notes: Notes,
    prefix: str,
) -> None:
    """Preamble and main body of a document or an annex."""
    split = 0
    while split < len(paragraphs) and paragraphs[split].kind == "preambular":
        split += 1
    if split or enacting:
        preamble = etree.SubElement(main, akn("preamble"), {"eId": f"{prefix}preamble"})
        if enacting:
            attributes = {"eId": f"{prefix}formula", "name": "enactingFormula"}
            _matter(etree.SubElement(preamble, akn("formula"), attributes), enacting)
        if split:
            recitals = etree.SubElement(preamble, akn("recitals"), {"eId": f"{prefix}recitals"})
            _write_all(recitals, paragraphs[:split], notes, prefix, "recital")
    body = etree.SubElement(main, akn("mainBody"), {"eId": f"{prefix}mainBody"})
    _write_all(body, paragraphs[split:], notes, prefix, "body")
    if split == len(paragraphs):
        etree.SubElement(body, akn("p"))


def _write_all(
    parent: etree._Element,
    paragraphs: Sequence[Paragraph],
    notes: Notes,
    prefix: str,
    kind: str,
) -> None:
    """Paragraphs under their headings, sub-paragraphs under their chapeau."""
    children: dict[str, list[Paragraph]] = {}
    heads: list[Paragraph] = []
    chain: list[str] = []
    for paragraph in paragraphs:
        while chain and chain[-1] != paragraph.parent:
            chain.pop()
        if chain:
            children.setdefault(chain[-1], []).append(paragraph)
        else:
            heads.append(paragraph)
        chain.append(paragraph.id)
    containers: list[tuple[str, etree._Element]] = []
    for head in heads:
        names = head.heading.split(" > ") if head.heading else []
        _open(parent, containers, names, f"{prefix}{kind}")
        within = containers[-1][1] if containers else parent
        _write(within, head, children, notes, None)


def _open(
    parent: etree._Element,
    containers: list[tuple[str, etree._Element]],
    names: Sequence[str],
    prefix: str,
) -> None:
    """Close and open containers until the open ones are the headings ``names``."""
    same = 0
    while same < min(len(containers), len(names)) and containers[same][0] == names[same]:
        same += 1
    del containers[same:]
    for name in names[same:]:
        within = containers[-1][1] if containers else parent
        number = sum(1 for _ in parent.iter(akn("hcontainer"))) + 1
        element = etree.SubElement(
            within, akn("hcontainer"), {"eId": f"{prefix}_heading_{number}", "name": "section"}
        )
        etree.SubElement(element, akn("heading")).text = clean(name)
        containers.append((name, element))


def _write(
    parent: etree._Element,
    paragraph: Paragraph,
    children: dict[str, list[Paragraph]],
    notes: Notes,
    above: Paragraph | None,
) -> None:
    last = paragraph.pinpoint.segments[-1]
    name = ELEMENTS.get(last.name, "hcontainer")
    attributes = {"eId": paragraph.pinpoint.eid}
    if name == "hcontainer":
        attributes["name"] = last.name
    if paragraph.kind == "preambular" and last.name == "para" and above is None:
        name = "recital"
    element = etree.SubElement(parent, akn(name), attributes)
    _describe(element, paragraph, above)
    if name not in ("recital", "hcontainer"):
        printed = f"{last.value}." if last.name == "para" else f"({last.value})"
        etree.SubElement(element, akn("num")).text = clean(printed)
    below = children.get(paragraph.id, ())
    cut = len(paragraph.text) if paragraph.tail is None else paragraph.tail
    before, after = _halves(paragraph, cut)
    place = (paragraph.id, paragraph.annex)
    holder = element if name == "recital" else _sub(element, "intro" if below else "content")
    text = etree.SubElement(holder, akn("p"))
    write_text(text, paragraph.text[:cut], before[0], before[1], notes, place)
    if paragraph.tail is not None and (not below or name == "recital"):
        text = etree.SubElement(holder, akn("p"), {ours("tail"): "yes"})
        write_text(text, paragraph.text[cut:], after[0], after[1], notes, place)
    for one in below:
        _write(element, one, children, notes, paragraph)
    if paragraph.tail is not None and below and name != "recital":
        text = etree.SubElement(_sub(element, "wrapUp"), akn("p"))
        write_text(text, paragraph.text[cut:], after[0], after[1], notes, place)


def _sub(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, akn(name), {"eId": f"{parent.get('eId')}__{name.lower()}"})


_Half = tuple[list[Mark], list[Reference]]


def _halves(paragraph: Paragraph, cut: int) -> tuple[_Half, _Half]:
    """Marks and references before the list and after it."""
    if paragraph.tail is None:
        return (list(paragraph.marks), list(paragraph.references)), ([], [])
    marks = [mark for mark in paragraph.marks if mark.offset < cut]
    later = [Mark(mark.offset - cut, mark.number) for mark in paragraph.marks[len(marks) :]]
    before: list[Reference] = []
    position = 0
    for reference in paragraph.references:
        start = paragraph.text.find(reference.text, position)
        if start >= cut or (start < 0 and position >= cut):
            break
        before.append(reference)
        position = max(position, start)
    return (marks, before), (later, list(paragraph.references[len(before) :]))


def _describe(element: etree._Element, paragraph: Paragraph, above: Paragraph | None) -> None:
    """What the standard has no attribute for."""
    element.set(ours("kind"), paragraph.kind)
    if parse_eid(paragraph.pinpoint.eid) != paragraph.pinpoint:
        element.set(ours("label"), clean(paragraph.pinpoint.label))
    if paragraph.page is not None:
        element.set(ours("page"), str(paragraph.page))
    if paragraph.verb is not None:
        element.set(ours("verb"), clean(paragraph.verb))
    if above is not None and paragraph.heading != above.heading:
        element.set(ours("heading"), clean(paragraph.heading or ""))
    if paragraph.parent != (above.id if above else None):
        element.set(ours("parent"), clean(paragraph.parent or ""))


def _attachments(
    main: etree._Element,
    document: Document,
    parts: Sequence[tuple[Pinpoint, list[Paragraph]]],
    notes: Notes,
) -> None:
    if not parts:
        return
    holder = etree.SubElement(main, akn("attachments"), {"eId": "attachments"})
    for part, paragraphs in parts:
        attachment = etree.SubElement(holder, akn("attachment"), {"eId": part.eid})
        label = part.label
        etree.SubElement(attachment, akn("heading")).text = clean(label[:1].upper() + label[1:])
        doc = etree.SubElement(attachment, akn("doc"), {"name": part.segments[-1].name})
        write_meta(doc, document, part.eid)
        _structure(doc, paragraphs, (), notes, f"{part.eid}__")


def _left_over(meta: etree._Element, notes: Notes) -> None:
    """Footnotes that no mark calls stand in the notes of the whole."""
    lost = [(eid, note) for eid, note in notes.order if eid not in notes.placed]
    if lost:
        holder = etree.SubElement(meta, akn("notes"), {"source": "#source"})
        for eid, note in lost:
            attributes = {"eId": eid, "marker": clean(note.number), "placement": "bottom"}
            write_note(etree.SubElement(holder, akn("note"), attributes), note, notes)


def _indent(element: etree._Element, depth: int) -> None:
    """Line breaks between elements, never inside text."""
    if element.tag in _TEXT or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
