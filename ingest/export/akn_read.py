"""Akoma Ntoso, as ``ingest.export.akn`` writes it, back to a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from lxml import etree

from ingest.errors import UnreadableFile
from ingest.export.akn_meta import UNKNOWN_DATE
from ingest.export.akn_names import LANGUAGES, akn, ours
from ingest.model import (
    Document,
    Footnote,
    Form,
    Kind,
    Mark,
    Matter,
    Paragraph,
    Reference,
    ReferenceKind,
)
from ingest.pinpoint import Pinpoint, paragraph_id, parse_eid, parse_label

_LANGUAGES = {long: short for short, long in LANGUAGES.items()}


def parse_xml(xml: str | bytes) -> etree._Element:
    """The root of an XML text; entities are not resolved and nothing is loaded.

    Raises:
        UnreadableFile: It is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        return etree.fromstring(xml.encode() if isinstance(xml, str) else xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"the XML is not well-formed ({error})", "export it again") from None


def from_akn(xml: str | bytes) -> Document:
    """The document that an export of this project holds.

    Raises:
        UnreadableFile: It is no such file.
    """
    root = parse_xml(xml)
    main = next((child for child in root if child.get("name")), None)
    if root.tag != akn("akomaNtoso") or main is None:
        raise UnreadableFile("it is no Akoma Ntoso document", "export it again")
    try:
        return _Reader(main).document()
    except (StopIteration, ValueError, KeyError) as error:
        raise UnreadableFile(
            f"the Akoma Ntoso is not of this kind ({error})", "export it again"
        ) from None


@dataclass(slots=True)
class _Words:
    """A text while it is gathered from inline elements."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


class _Reader:
    """One file while it is read."""

    def __init__(self, main: etree._Element) -> None:
        self.main = main
        self.code = _first(main, "docNumber").text or ""
        self.marked: dict[str, list[str]] = {}
        self.notes: dict[str, tuple[int, Footnote]] = {}

    def document(self) -> Document:
        work = _first(self.main, "FRBRWork")
        date = _first(work, "FRBRdate").get("date", UNKNOWN_DATE)
        language = _first(self.main, "FRBRlanguage").get("language", "en")
        title = _Words()
        self._gather(_first(self.main, "docTitle"), title, "")
        session = next(self.main.iter(akn("session")), None)
        form: Form = "decision" if self.main.tag == akn("statement") else "report"
        paragraphs = tuple(self._paragraphs())
        for note in self.main.iter(akn("note")):
            self._note(note)
        organizations = {one.get("eId"): one for one in self.main.iter(akn("TLCOrganization"))}
        footnotes = [
            replace(note, marked_in=tuple(dict.fromkeys(self.marked.get(eid, ()))))
            for eid, (_, note) in sorted(self.notes.items(), key=lambda item: item[1][0])
        ]
        return Document(
            code=self.code,
            title=title.text,
            source=organizations["source"].get(ours("file"), ""),
            body=organizations["body"].get("showAs") or None,
            meeting=None if session is None else session.text,
            adopted=None if date == UNKNOWN_DATE else date,
            language=_LANGUAGES.get(language, language),
            symbols=tuple(one.get("value", "") for one in work.iter(akn("FRBRalias"))),
            form=form,
            paragraphs=paragraphs,
            footnotes=tuple(footnotes),
            title_marks=tuple(title.marks),
            matter=tuple(self._matter()),
        )

    def _matter(self) -> Iterator[Matter]:
        for name, role in (("formula", "enacting"), ("conclusions", "closing")):
            for holder in self.main.iter(akn(name)):
                for line in holder:
                    yield Matter(role, line.text or "", _page(line))

    def _paragraphs(self) -> Iterator[Paragraph]:
        for holder in self.main.iter(akn("recitals"), akn("mainBody")):
            yield from self._below(holder, None, None)

    def _below(
        self, holder: etree._Element, heading: str | None, above: str | None
    ) -> Iterator[Paragraph]:
        for child in holder:
            if child.get(ours("kind")) is not None:
                yield from self._paragraph(child, heading, above)
            elif child.tag == akn("hcontainer"):
                own = _first(child, "heading").text or ""
                yield from self._below(child, f"{heading} > {own}" if heading else own, None)

    def _paragraph(
        self, element: etree._Element, heading: str | None, above: str | None
    ) -> Iterator[Paragraph]:
        label = element.get(ours("label"))
        eid = element.get("eId", "")
        pinpoint: Pinpoint = parse_label(f"x, {label}")[1] if label else parse_eid(eid)
        own = element.get(ours("heading"))
        heading = heading if own is None else own or None
        parent = element.get(ours("parent"))
        identity = paragraph_id(self.code, pinpoint)
        before, after = _Words(), _Words()
        lines = list(element.iterchildren(akn("p")))
        for name in ("intro", "content"):
            for holder in element.iterchildren(akn(name)):
                lines += holder
        tails = [line for line in lines if line.get(ours("tail"))]
        tails += [line for holder in element.iterchildren(akn("wrapUp")) for line in holder]
        for line in lines:
            if line not in tails:
                self._gather(line, before, identity)
        below = list(self._below(element, heading, identity))
        for line in tails:
            self._gather(line, after, identity)
        length = len(before.text)
        yield Paragraph(
            document=self.code,
            pinpoint=pinpoint,
            kind=cast(Kind, element.get(ours("kind"))),
            text=before.text + after.text,
            tail=length if tails else None,
            parent=above if parent is None else parent or None,
            heading=heading,
            page=_page(element),
            verb=element.get(ours("verb")),
            marks=(
                *before.marks,
                *(Mark(mark.offset + length, mark.number) for mark in after.marks),
            ),
            references=(*before.references, *after.references),
        )
        yield from below

    def _gather(self, element: etree._Element, words: _Words, paragraph: str) -> None:
        words.text += element.text or ""
        for child in element:
            if child.tag in (akn("authorialNote"), akn("noteRef")):
                eid = child.get("eId") or child.get("href", "#")[1:]
                words.marks.append(Mark(len(words.text), child.get("marker", "")))
                if paragraph:
                    self.marked.setdefault(eid, []).append(paragraph)
                if child.tag == akn("authorialNote"):
                    self._note(child)
            elif child.tag == akn("sup"):
                words.marks.append(Mark(len(words.text), child.text or ""))
            elif child.tag == akn("ref"):
                start = len(words.text)
                self._gather(child, words, paragraph)
                words.references += _references(child, words.text[start:])
            words.text += child.tail or ""

    def _note(self, element: etree._Element) -> None:
        words = _Words()
        for line in element:
            self._gather(line, words, "")
        order = int(element.get(ours("order"), "0"))
        self.notes[element.get("eId", "")] = (
            order,
            Footnote(
                document=self.code,
                number=element.get("marker", ""),
                text=words.text,
                part=element.get(ours("part")),
                symbols=tuple(element.get(ours("symbols"), "").split()),
                references=tuple(words.references),
                page=_page(element),
            ),
        )


def _references(element: etree._Element, text: str) -> list[Reference]:
    kinds = element.get(ours("kind"), "").split("; ")
    written = element.get(ours("text"), text)
    return [
        Reference(to, cast(ReferenceKind, kind), written)
        for to, kind in zip(element.get(ours("to"), "").split("; "), kinds, strict=True)
    ]


def _first(element: etree._Element, name: str) -> etree._Element:
    return next(element.iter(akn(name)))


def _page(element: etree._Element) -> int | None:
    value = element.get(ours("page"))
    return None if value is None else int(value)
