"""A document opened for reading: places by pinpoint, what stands below, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.answer.meant import meant
from assistant.question.addressee import initials
from ingest.model import Document, Footnote, Paragraph
from ingest.pinpoint import PARTS, Pinpoint, paragraph_id

#: Capitalised words in a row, small words between them.
_NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|for|on|to|in|de|la|des|et|y)\s+){0,2}[A-Z][\w’'-]+)+"
)


@dataclass(frozen=True)
class Reading:
    """One document with its look-ups, made once for a question."""

    document: Document

    @cached_property
    def by_id(self) -> dict[str, Paragraph]:
        """Paragraphs by id."""
        return {paragraph.id: paragraph for paragraph in self.document.paragraphs}

    @cached_property
    def _below(self) -> dict[str, list[Paragraph]]:
        below: dict[str, list[Paragraph]] = {}
        for paragraph in self.document.paragraphs:
            if paragraph.parent:
                below.setdefault(paragraph.parent, []).append(paragraph)
        return below

    @cached_property
    def _notes(self) -> dict[str, list[Footnote]]:
        notes: dict[str, list[Footnote]] = {}
        for note in self.document.footnotes:
            for marked in note.marked_in:
                notes.setdefault(marked, []).append(note)
        return notes

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Names that the document spells out, by their initials: ``UNEA``."""
        found: dict[str, dict[str, None]] = {}
        texts = (self.document.title, *(p.text for p in self.document.paragraphs))
        for run in (run for text in texts for run in _NAME.findall(text)):
            pieces = run.split()
            for start in range(len(pieces) - 1):
                name = " ".join(pieces[start:])
                if pieces[start][0].isupper():
                    found.setdefault(initials(name), {})[name] = None
        return {short: tuple(names) for short, names in found.items()}

    def at(self, pinpoint: Pinpoint) -> tuple[Paragraph, ...]:
        """The paragraph that stands there with all below it; of a part, all of its paragraphs.

        Where nothing stands there as it is named, what alone can be meant.
        """
        exact = self.by_id.get(paragraph_id(self.document.code, pinpoint))
        if exact is not None:
            return (exact, *self.below(exact))
        within = tuple(p for p in self.document.paragraphs if _within(p.pinpoint, pinpoint))
        if within or (only := meant(pinpoint, self.document.paragraphs)) is None:
            return within
        return (only, *self.below(only))

    def beside(self, paragraph: Paragraph, step: int) -> Paragraph | None:
        """The paragraph so many places after or before it at its own level; None at the end."""
        level = [
            p
            for p in self.document.paragraphs
            if p.pinpoint.parent == paragraph.pinpoint.parent and p.kind == paragraph.kind
        ]
        place = level.index(paragraph) + step
        return level[place] if 0 <= place < len(level) else None

    def below(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """Sub-paragraphs at every depth, in order."""
        found: list[Paragraph] = []
        for child in self._below.get(paragraph.id, ()):
            found += [child, *self.below(child)]
        return tuple(found)

    def above(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """The paragraphs that introduce it, outermost first."""
        chain: list[Paragraph] = []
        parent = self.by_id.get(paragraph.parent or "")
        while parent is not None:
            chain.insert(0, parent)
            parent = self.by_id.get(parent.parent or "")
        return tuple(chain)

    def notes(self, paragraph: Paragraph) -> tuple[Footnote, ...]:
        """The footnotes that are marked in it."""
        return tuple(self._notes.get(paragraph.id, ()))

    def symbols(self, paragraph: Paragraph) -> tuple[str, ...]:
        """Symbols of the documents that its footnotes name."""
        return tuple(dict.fromkeys(s for note in self.notes(paragraph) for s in note.symbols))

    def notes_at(self, pinpoint: Pinpoint) -> tuple[Footnote, ...]:
        """The footnotes that a pinpoint with a footnote's number names.

        Where no annex or table is named, those of the body; where it has none of this number,
        all: each table has a footnote *a* of its own. Empty where it names no footnote.
        """
        segments = pinpoint.segments
        at = next((i for i, segment in enumerate(segments) if segment.name == "fn"), None)
        if at is None:
            return ()
        tables = [i for i, segment in enumerate(segments[:at]) if segment.name == "table"]
        part = (
            Pinpoint(segments[: tables[-1] + 1]).label if tables else Pinpoint(segments[:at]).part
        )
        found = [n for n in self.document.footnotes if n.number == segments[at].value]
        named = [note for note in found if note.part == part]
        within = [note for note in found if part and (note.part or "").startswith(f"{part}, ")]
        return tuple(named or within or ([] if part else found))

    def context(self, paragraph: Paragraph) -> str:
        """All that says what it is about: title, headings, chapeau, own words, footnotes."""
        return f"{self.document.title}\n{self.words_near(paragraph)}"

    def words_near(self, paragraph: Paragraph) -> str:
        """Headings, chapeau, own words and footnotes: what is its own, not the document's."""
        return "\n".join(
            (
                paragraph.heading or "",
                *(one.text for one in self.above(paragraph)),
                paragraph.text,
                *(note.text for note in self.notes(paragraph)),
            )
        )


def _within(place: Pinpoint, wanted: Pinpoint) -> bool:
    """Whether a place stands in what was named; *the annex* may be annex I."""
    if not wanted or len(place.segments) < len(wanted.segments):
        return False
    for (name, value), (said, which) in zip(place.segments, wanted.segments, strict=False):
        if name != said or (which and value.upper() != which.upper()):
            return False
    return any(name in PARTS for name, _ in wanted.segments)
