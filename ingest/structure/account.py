"""Every word of the source stands in exactly one place of the tree: the count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ingest.model import Document
from ingest.pinpoint import LEVELS
from ingest.read.lines import Line

_WORD = re.compile(r"[^\W_]+")

#: A share of words that may differ because a line end was joined or a mark set apart.
_TOLERATED = 0.005
#: So few may always differ.
_FEW = 10


def words_of(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(text)


def words_of_tree(documents: Iterable[Document]) -> Counter[str]:
    """All words of some documents, printed numbers and marks included."""
    counted: Counter[str] = Counter()
    for document in documents:
        for text in _texts(document):
            counted.update(words_of(text))
    return counted


def unaccounted(lines: Iterable[Line], documents: Iterable[Document]) -> tuple[str, ...]:
    """A warning where words of the source stand nowhere in the tree."""
    source = Counter(word for line in lines for word in words_of(_printed(line)))
    missing = source - words_of_tree(documents)
    count, total = sum(missing.values()), sum(source.values())
    if count <= max(_FEW, _TOLERATED * total):
        return ()
    some = ", ".join(word for word, _ in missing.most_common(5))
    return (f"{count} of {total} words stand in no paragraph, among them: {some}",)


def _printed(line: Line) -> str:
    return " ".join(part for part in (line.number, line.note) if part) + " " + line.text


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield from (mark.number for mark in document.title_marks)
    if document.form == "decision":
        yield document.code
    for paragraph in document.paragraphs:
        yield paragraph.text
        yield from (mark.number for mark in paragraph.marks)
        name, value = paragraph.pinpoint.segments[-1]
        counted = paragraph.pinpoint.parent.segments[-1:] == (("preamble", ""),)
        if name in LEVELS and not counted:
            yield value
    for footnote in document.footnotes:
        yield footnote.number
        yield footnote.text
    yield from (matter.text for matter in document.matter)
