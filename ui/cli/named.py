"""Documents and places of the library as people name them on the command line."""

from __future__ import annotations

from ingest.citations import find_citations
from ingest.errors import UnknownReference
from ingest.library import Library
from ingest.model import Document
from ingest.pinpoint import Pinpoint, paragraph_label


def document_of(library: Library, reference: str) -> Document:
    """By its code or a symbol, or as people write it ("decision BC 14/21").

    Raises:
        UnknownReference: The library holds no such document.
    """
    return _place(library, reference)[0]


def labels_of(library: Library, reference: str) -> tuple[str, ...]:
    """Canonical labels of the places named: of "paras 6 and 7 of BC-14/21" two.

    Raises:
        UnknownReference: There is no such document, or no such paragraph in it.
    """
    document, pinpoints = _place(library, reference)
    labels = tuple(paragraph_label(document.code, pinpoint) for pinpoint in pinpoints)
    there = [paragraph.label for paragraph in document.paragraphs]
    there += [footnote.label for footnote in document.footnotes]
    for label in labels:
        if label != document.code and not any(_within(one, label) for one in there):
            raise UnknownReference(f"no such place: {label}", "`decisions show` its document")
    return labels


def there_or_elsewhere(library: Library, reference: str) -> None:
    """See that a place of a held document exists; of other documents nothing is known.

    Raises:
        UnknownReference: The document is held, and there is no such paragraph in it.
    """
    try:
        document_of(library, reference)
    except UnknownReference:
        return
    labels_of(library, reference)


def _place(library: Library, reference: str) -> tuple[Document, tuple[Pinpoint, ...]]:
    if document := library.document(reference.strip()):
        return document, (Pinpoint(),)
    cited = [one for one in find_citations(reference) if one.document]
    for one in cited:
        for name in (one.document or "", *one.aliases):
            if document := library.document(name):
                same = [other for other in cited if other.document == one.document]
                return document, tuple(dict.fromkeys(other.pinpoint for other in same))
    raise UnknownReference(
        f"no document {reference!r} in the library", "`decisions ingest` it, or check the name"
    )


def _within(label: str, outer: str) -> bool:
    return label == outer or label.startswith((f"{outer}, ", f"{outer} ("))
