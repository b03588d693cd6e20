"""Every word of the source stands in exactly one place of the tree: the count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ingest.model import Document
from ingest.pinpoint import LEVELS

_WORD = re.compile(r"[^\W_]+")


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


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield from (mark.number for mark in document.title_marks)
    if document.form == "decision":
        yield document.code
    for paragraph in document.paragraphs:
        yield paragraph.text
        yield from (mark.number for mark in paragraph.marks)
        name, value = paragraph.pinpoint.segments[-1]
        counted = paragraph.kind == "preambular" and paragraph.parent is None
        if name in LEVELS and not counted:
            yield value
    for footnote in document.footnotes:
        yield footnote.number
        yield footnote.text
    yield from (matter.text for matter in document.matter)
