"""What of a paragraph is embedded and what is searched by words.

A sub-paragraph means nothing without its chapeau, and the key word of a paragraph often
stands in its heading or title alone; so each passage carries its context. Footnotes are
inlined: a question about what a footnote names must find the paragraph that bears its mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.index.analysis import pairs, terms
from ingest.model import Document, Footnote, Paragraph
from ingest.pinpoint import Pinpoint, paragraph_id, parse_label
from ingest.sessions import session

#: What a word counts in each field, against one in the paragraph's own words.
WEIGHTS: Mapping[str, float] = {
    "text": 1.0,
    "chapeau": 0.5,
    "footnotes": 0.5,
    "heading": 0.4,
    "title": 0.4,
    "code": 0.4,
    "meeting": 0.3,
}

#: Words of context before the paragraph's own words: the embedder reads about 180 words.
_TITLE, _HEADING, _CHAPEAU = 30, 25, 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as the indexes see it.

    Attributes:
        id: Of the paragraph.
        parts: Title and headings; chapeau; own words and footnotes: those that there are. Many
            passages share the first two.
        fields: Text by field, the names those of ``WEIGHTS``; empty fields are left out.
        language: ISO 639-1 code.
    """

    id: str
    parts: tuple[str, ...]
    fields: Mapping[str, str]
    language: str

    @property
    def dense(self) -> str:
        """The text that is embedded: its parts, one below the other."""
        return "\n".join(self.parts)

    def weighted_terms(self) -> dict[str, float]:
        """Terms, pairs of terms too, with how often they occur, weighted by field."""
        weights: Counter[str] = Counter()
        for name, text in self.fields.items():
            found = terms(text, self.language)
            for term in (*found, *pairs(found)):
                weights[term] += WEIGHTS[name]  # type: ignore[assignment]
        return dict(weights)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """One passage for each paragraph, in order."""
    by_id = {paragraph.id: paragraph for paragraph in document.paragraphs}
    notes = _notes(document)
    return tuple(_passage(document, p, by_id, notes) for p in document.paragraphs)


def passage_of(document: Document, paragraph: Paragraph) -> Passage:
    """The passage of one paragraph."""
    by_id = {other.id: other for other in document.paragraphs}
    return _passage(document, paragraph, by_id, _notes(document))


def _notes(document: Document) -> dict[str, list[Footnote]]:
    """Footnotes by the id of the paragraph that bears their mark.

    A table's note that nothing calls, as in formats that drop marks, is with its first row.
    """
    notes: dict[str, list[Footnote]] = {}
    for note in document.footnotes:
        first = paragraph_id(document.code, _first_row(note)) if note.of_table else None
        for paragraph in note.marked_in or ((first,) if first else ()):
            notes.setdefault(paragraph, []).append(note)
    return notes


def _first_row(note: Footnote) -> Pinpoint:
    return parse_label(f"x, {note.part}")[1] / ("row", "1")


def _passage(
    document: Document,
    paragraph: Paragraph,
    by_id: Mapping[str, Paragraph],
    notes: Mapping[str, list[Footnote]],
) -> Passage:
    chapeau = " ".join(_ancestors(paragraph, by_id))
    heading = paragraph.heading or ""
    footnotes = " ".join(note.text for note in notes.get(paragraph.id, ()))
    above = " > ".join(
        part for part in (_first(document.title, _TITLE), _last(heading, _HEADING)) if part
    )
    own = "\n".join(part for part in (paragraph.text, footnotes) if part)
    parts = tuple(part for part in (above, _last(chapeau, _CHAPEAU), own) if part)
    fields = {
        "text": paragraph.text,
        "chapeau": chapeau,
        "footnotes": footnotes,
        "heading": heading,
        "title": document.title,
        "code": f"{document.code} {paragraph.annex or ''}",
        "meeting": _meeting(document),
    }
    return Passage(
        paragraph.id, parts, {k: v for k, v in fields.items() if v.strip()}, document.language
    )


def _meeting(document: Document) -> str:
    """Where and when it was adopted: the names by which people tell look-alike decisions apart."""
    held = session(document.meeting) if document.meeting else None
    return f"{held.place} {held.year} {document.meeting}" if held else document.meeting or ""


def _ancestors(paragraph: Paragraph, by_id: Mapping[str, Paragraph]) -> list[str]:
    """Texts of the paragraphs above it, outermost first."""
    above: list[str] = []
    parent = by_id.get(paragraph.parent or "")
    while parent is not None:
        above.insert(0, parent.text[: parent.tail].strip())
        parent = by_id.get(parent.parent or "")
    return above


def _first(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _last(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])
