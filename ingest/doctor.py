"""Checks of a whole index, pure: nothing is repaired here, and every finding names its remedy.

*Damage* is an index that disagrees with its library, or a library with itself; rebuilding
mends it. *Notes* are places where a document breaks a rule of its genre (numbers run 1..N,
every mark has its footnote): many are printed so, and a reader should know.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from ingest import check as genre
from ingest.catalogue import load_catalogue
from ingest.errors import DecisionsError, IndexDamaged, ServerUnavailable
from ingest.index.generation import altered
from ingest.index.lexical import hashed_terms, write_lexical
from ingest.index.reader import Index
from ingest.index.rows import write_rows
from ingest.librarian import dense_key, words_key
from ingest.model import Document
from ingest.passage import passages_of
from ingest.settings import Settings

_REBUILD = "run decisions ingest --rebuild"

#: Ids that a finding names: enough to look at.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold.

    Attributes:
        severity: ``damage`` or ``note``.
        rule: Which check it failed.
        message: What is wrong.
        remedy: What to do about it.
        ids: What it concerns: ids of paragraphs, codes of documents; not all of many.
    """

    severity: Literal["damage", "note"]
    rule: str
    message: str
    remedy: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All findings, damage first, and how much was looked at."""

    findings: tuple[Finding, ...]
    documents: int = 0
    paragraphs: int = 0

    @property
    def damage(self) -> tuple[Finding, ...]:
        """The findings that rebuilding mends."""
        return tuple(finding for finding in self.findings if finding.severity == "damage")

    def as_json(self) -> dict[str, Any]:
        """``{"healthy", "documents", "paragraphs", "findings": [...]}``."""
        return {
            "healthy": not self.findings,
            "documents": self.documents,
            "paragraphs": self.paragraphs,
            "findings": [asdict(finding) for finding in self.findings],
        }


def examine(settings: Settings, progress: Callable[[str], None] = lambda step: None) -> Diagnosis:
    """Look at everything: library, vectors, lexical index, documents, catalogue.

    Args:
        settings: Where the index is.
        progress: Told what is looked at.

    Raises:
        IndexMissing: Nothing has been ingested.
        ServerUnavailable: The Chroma server does not answer.
    """
    try:
        index = Index(settings)
    except IndexDamaged as error:
        return Diagnosis((_damage("index", error.message, error.remedy),))
    with index:
        findings: list[Finding] = []
        for name, looks in _LOOKS.items():
            progress(name)
            findings += _seen(name, looks, index)
        progress("catalogue")
        findings += _catalogue(settings.catalogue)
        findings.sort(key=lambda finding: finding.severity)
        return Diagnosis(tuple(findings), *_counted(index))


def _seen(name: str, looks: Callable[[Index], Iterable[Finding]], index: Index) -> list[Finding]:
    """The findings of one look; whatever a damaged file does to its reader is one too."""
    try:
        return list(looks(index))
    except ServerUnavailable:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:160]
        return [_damage(name, f"it cannot be read ({type(error).__name__}: {reason})")]


def _counted(index: Index) -> tuple[int, int]:
    """Documents and paragraphs; none where the library does not say."""
    try:
        return index.library.count()
    except sqlite3.Error:
        return 0, 0


def _files(index: Index) -> Iterator[Finding]:
    """Every file is as it was published."""
    if names := altered(index.folder):
        yield _damage("files", f"{', '.join(names)}: not as they were written", ids=names)


def _damage(rule: str, message: str, remedy: str = _REBUILD, ids: Iterable[str] = ()) -> Finding:
    return Finding("damage", rule, message, remedy, tuple(ids)[:_SHOWN])


def _library(index: Index) -> Iterator[Finding]:
    """Every document comes back, and its paragraphs are the ones that are indexed."""
    rows = {row.id: row for row in index.library.rows()}
    expected: set[str] = set()
    for document in index.library.documents():
        for passage in passages_of(document):
            expected.add(passage.id)
            row = rows.get(passage.id)
            if row and (row.dense, row.words) != (dense_key(passage), words_key(passage)):
                yield _damage(
                    "library",
                    f"{passage.id} was indexed with other words than its document has",
                    ids=(passage.id,),
                )
    if odd := sorted(expected ^ rows.keys()):
        yield _damage("library", f"{len(odd)} paragraphs do not match their documents", ids=odd)


def _rows(index: Index) -> Iterator[Finding]:
    """Ids and fields beside the vectors are the library's, row by row."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "rows"
        write_rows(folder, ((row.id, row.fields) for row in index.library.rows()))
        if differing := _differing(folder, index.rows.folder):
            yield _damage("rows", f"{', '.join(differing)} differ from the library")


def _words(index: Index) -> Iterator[Finding]:
    """The lexical index is what the library's words give."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "lexical"
        passages = {
            passage.id: passage
            for document in index.library.documents()
            for passage in passages_of(document)
        }
        ids = (row.id for row in index.library.rows())
        write_lexical(
            folder, (hashed_terms(passages[i].weighted_terms()) for i in ids if i in passages)
        )
        if differing := _differing(folder, index.words.folder):
            yield _damage(
                "lexical", f"the lexical index differs from the library ({', '.join(differing)})"
            )


def _differing(one: Path, other: Path) -> list[str]:
    """Names of the files of one folder that are missing or differ in the other."""
    return [
        path.name
        for path in sorted(one.iterdir())
        if not (other / path.name).is_file()
        or path.read_bytes() != (other / path.name).read_bytes()
    ]


def _vectors(index: Index) -> Iterator[Finding]:
    """Every paragraph has a vector, in the store too, and a search with it finds it."""
    ids = [row.id for row in index.library.rows()]
    if index.vectors.shape != (len(ids), index.state.dimension):
        yield _damage("vectors", f"{len(index.vectors)} vectors for {len(ids)} paragraphs")
        return
    norms = np.linalg.norm(index.vectors, axis=1)
    bad = [ids[row] for row in np.flatnonzero(np.abs(norms - 1) > 1e-3)]
    if bad:
        yield _damage("vectors", f"{len(bad)} vectors have no unit length", ids=bad)
    try:
        stored = index.store.ids()
        if odd := sorted(stored ^ set(ids)):
            yield _damage("vectors", f"{len(odd)} ids differ in the vector store", ids=odd)
            return
        if wrong := index.store.differing(ids, index.vectors):
            yield _damage("vectors", f"{len(wrong)} vectors differ in the store", ids=wrong)
        if lost := index.store.unfound(ids, index.vectors):
            yield _damage("vectors", f"{len(lost)} paragraphs are not found by search", ids=lost)
    except IndexDamaged as error:
        yield _damage("vectors", error.message)


def _documents(index: Index) -> Iterator[Finding]:
    """The rules of the genre, document by document."""
    for document in index.library.documents():
        yield from notes_on(document)


def notes_on(document: Document) -> Iterator[Finding]:
    """The rules that a document breaks."""
    for finding in genre.check(document):
        message = finding.message
        if not message.startswith(document.code):
            message = f"{document.code}: {message}"
        yield Finding("note", finding.rule, message, finding.remedy, finding.ids)


def _catalogue(path: Path) -> Iterator[Finding]:
    try:
        load_catalogue(path)
    except DecisionsError as error:
        yield Finding("note", "catalogue", error.message, error.remedy)


_LOOKS: dict[str, Callable[[Index], Iterable[Finding]]] = {
    "files": _files,
    "library": _library,
    "rows": _rows,
    "lexical": _words,
    "vectors": _vectors,
    "documents": _documents,
}
