"""Links between paragraphs and documents, in both directions, over a whole library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

from ingest.catalogue import Catalogue, canonical_name
from ingest.citations import find_citations
from ingest.errors import UnknownReference
from ingest.model import Document, Footnote, Paragraph, Reference, ReferenceKind
from ingest.pinpoint import Pinpoint, parse_label


class Holdings(Protocol):
    """What holds documents."""

    def documents(self) -> Iterable[Document]:
        """All documents that are held."""


@runtime_checkable
class Indexed(Holdings, Protocol):
    """What holds documents and knows without reading them all who mentions whom: a library."""

    def document(self, name: str) -> Document | None:
        """A document by its code, or by a symbol that names it alone."""

    def published_in(self, symbol: str) -> Iterable[str]:
        """Codes of the documents that bear a name."""

    def links_into(self, code: str) -> Iterable[tuple[str, str]]:
        """Labels that mention a document or a place in it, and what they mention."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    Attributes:
        source: Label of the paragraph or footnote that mentions.
        target: Label of what it mentions.
        kind: What sort of thing that is.
        in_corpus: Whether the library holds the document that is mentioned.
    """

    source: str
    target: str
    kind: ReferenceKind
    in_corpus: bool

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "from": self.source,
            "to": self.target,
            "kind": self.kind,
            "in_corpus": self.in_corpus,
        }


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is referred to and not held.

    Attributes:
        symbols: Its names, the catalogue's where it lists the document.
        mentions: How many places refer to it.
        title: From the catalogue; empty where it has none.
        page: Where a reader can look for it; empty where that is unknown.
    """

    symbols: tuple[str, ...]
    mentions: int
    title: str = ""
    page: str = ""


class _Names:
    """Which documents are held, by every name that they have."""

    def __init__(self, library: Holdings, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        if isinstance(library, Indexed):
            self._known: Callable[[str], bool] = lambda name: any(library.published_in(name))
        else:
            names = {
                canonical_name(name)
                for document in library.documents()
                for name in (document.code, *document.symbols)
            }
            self._known = names.__contains__
        self.held = lru_cache(maxsize=None)(self._held)

    def _held(self, name: str) -> bool:
        return any(map(self._known, self.aliases(name)))

    def aliases(self, name: str) -> tuple[str, ...]:
        return self.catalogue.aliases(name)

    def same(self, one: str, other: str) -> bool:
        return one == other or bool(set(self.aliases(one)) & set(self.aliases(other)))


def refs(
    library: Holdings, catalogue: Catalogue, reference: str | None = None, missing: bool = False
) -> tuple[Link, ...]:
    """The links of a library, in reading order.

    Args:
        library: Where the documents are.
        catalogue: Names of documents that the library may not hold.
        reference: A document or place, in any form that people write; then only links
            from it (and what stands below it) and to it.
        missing: Only links to documents that are not held, the most wanted first.

    Raises:
        UnknownReference: The reference names no document.
    """
    names = _Names(library, catalogue)
    if reference is None:
        links = list(_links(library.documents(), names))
    else:
        document, pinpoint = _place(reference, library)
        near = _around(document, names, library)
        links = list(_links(near, names))
        links = [
            link
            for link in links
            if _touches(link.source, document, pinpoint, names)
            or _touches(link.target, document, pinpoint, names)
        ]
    if missing:
        links = [link for link in links if not link.in_corpus]
        counts = _counts(links, names)
        links.sort(key=lambda link: (-counts[_key(link, names)], _key(link, names)))
    return tuple(links)


def wanted(library: Holdings, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """The documents that are referred to and not held, most wanted first."""
    names = _Names(library, catalogue)
    missing = [link for link in _links(library.documents(), names) if not link.in_corpus]
    counts = _counts(missing, names)
    rows = []
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        entry = catalogue.find(key)
        rows.append(
            Wanted(
                names.aliases(key),
                count,
                entry.title if entry else "",
                entry.page if entry else "",
            )
        )
    return tuple(rows)


def documents_behind(footnote: Footnote, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """The documents that a footnote names, each with every name that it has."""
    groups: list[tuple[str, ...]] = []
    for reference in footnote.references:
        if reference.kind in ("document", "decision"):
            aliases = catalogue.aliases(reference.to)
            if aliases not in groups:
                groups.append(aliases)
    return tuple(groups)


def target_of(
    reference: Reference, documents: Mapping[str, Document]
) -> Document | Paragraph | Footnote | None:
    """What a reference points at, among documents by their codes; None if it is not there."""
    code, pinpoint = parse_label(reference.to)
    document = documents.get(code)
    if document is None or not pinpoint:
        return document
    places: Iterable[Paragraph | Footnote] = (*document.paragraphs, *document.footnotes)
    return next((place for place in places if place.label == reference.to), None)


def _links(documents: Iterable[Document], names: _Names) -> Iterator[Link]:
    for document in documents:
        notes: dict[str, list[Footnote]] = {}
        for note in document.footnotes:
            for marked in note.marked_in:
                notes.setdefault(marked, []).append(note)
        for paragraph in document.paragraphs:
            mentioned = list(paragraph.references)
            for note in notes.get(paragraph.id, ()):
                mentioned += note.references
            yield from _each(paragraph.label, mentioned, names)
        for note in document.footnotes:
            yield from _each(note.label, note.references, names)


def _each(source: str, references: Iterable[Reference], names: _Names) -> Iterator[Link]:
    seen = set()
    for reference in references:
        if reference.to not in seen:
            seen.add(reference.to)
            code = parse_label(reference.to)[0]
            yield Link(source, reference.to, reference.kind, names.held(code))


def _key(link: Link, names: _Names) -> str:
    return names.aliases(parse_label(link.target)[0])[0]


def _counts(links: Iterable[Link], names: _Names) -> Counter[str]:
    """How many paragraphs want each document; a footnote counts where no paragraph bears it."""
    sources: dict[str, set[str]] = {}
    for link in links:
        sources.setdefault(_key(link, names), set()).add(link.source)
    counts: Counter[str] = Counter()
    for key, labels in sources.items():
        paragraphs = [label for label in labels if ", footnote " not in label]
        counts[key] = len(paragraphs) or len(labels)
    return counts


def _place(reference: str, library: Holdings) -> tuple[str, Pinpoint]:
    """The document and place that a person names."""
    name = reference.strip()  # documents without a code are named after their files
    if isinstance(library, Indexed):
        named = library.document(name)
    else:
        named = next((one for one in library.documents() if one.code == name), None)
    if named is not None:
        return named.code, Pinpoint()
    for cited in find_citations(reference):
        if cited.document is not None:
            return cited.document, cited.pinpoint
    raise UnknownReference(
        f"{reference!r} names no document", "write a code or symbol, as in BC-14/21, para. 6 (b)"
    )


def _around(document: str, names: _Names, library: Holdings) -> Iterable[Document]:
    """The documents that can have links from or to one document."""
    if not isinstance(library, Indexed):
        return library.documents()
    codes: set[str] = set()
    for alias in names.aliases(document):
        codes |= set(library.published_in(alias))
        codes |= {parse_label(source)[0] for source, _ in library.links_into(alias)}
    found = (library.document(code) for code in sorted(codes))
    return [one for one in found if one is not None]


def _touches(label: str, document: str, pinpoint: Pinpoint, names: _Names) -> bool:
    code, place = parse_label(label)
    if not names.same(code, document):
        return False
    return place.segments[: len(pinpoint.segments)] == pinpoint.segments
