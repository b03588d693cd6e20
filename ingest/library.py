"""The parsed documents on disk: the truth, from which every index can be rebuilt."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from ingest.acts.model import Act
from ingest.errors import UnknownReference
from ingest.fields import Where, matches, wanted
from ingest.index.generation import Lease, lease
from ingest.librarian import ACT, DOCUMENT, FIELDS, VERSION, FileKnown, folded
from ingest.model import Document, Paragraph
from ingest.passage import Passage, passages_of

#: The library's file in a generation.
FILE = "library.db"


class Row(NamedTuple):
    """A paragraph as the indexes need it: ``dense`` and ``words`` are keys of its content."""

    id: str
    code: str
    fields: dict[str, str | int]
    dense: bytes
    words: bytes


class Library:
    """A library, open for reading: one state of it, whatever is ingested meanwhile.

    Args:
        folder: The index.
        held: A generation that is open already; it stays the caller's to close.

    Raises:
        IndexMissing: Nothing has been ingested yet.
        IndexDamaged: The index is incomplete.
        IndexMismatch: Another version built it.
    """

    def __init__(self, folder: Path, held: Lease | None = None) -> None:
        self._lease = None if held else lease(folder)
        opened = held or self._lease
        assert opened is not None
        self._db = connect(opened.folder / FILE)
        self._parsed = lru_cache(maxsize=256)(self._parse)
        self._passages = lru_cache(maxsize=64)(self._make_passages)

    def documents(self) -> Iterator[Document]:
        """Every document, in the order of their codes, one at a time."""
        for code in self.codes():
            document = self._parsed(code)
            if document is not None:
                yield document

    def codes(self) -> tuple[str, ...]:
        """The codes of all documents, sorted."""
        rows = self._db.execute("select code from holding where preferred order by code")
        return tuple(code for (code,) in rows)

    def document(self, name: str) -> Document | None:
        """A document by its code, or by a symbol that names it alone."""
        rows = self._db.execute("select code from alias where name=?", (folded(name),)).fetchall()
        codes = [code for (code,) in rows]
        exact = [code for code in codes if folded(code) == folded(name)]
        codes = exact or codes
        return self._parsed(codes[0]) if len(codes) == 1 else None

    def published_in(self, symbol: str) -> tuple[str, ...]:
        """Codes of the documents that were published under a symbol, sorted."""
        rows = self._db.execute(
            "select code from alias where name=? order by code", (folded(symbol),)
        )
        return tuple(code for (code,) in rows)

    def paragraph(self, identifier: str) -> Paragraph | None:
        """A paragraph by its id."""
        row = self._db.execute(
            "select code, position from paragraph where id=?", (identifier,)
        ).fetchone()
        document = self._parsed(row[0]) if row else None
        if document is None:
            return None
        return next((p for p in document.paragraphs if p.id == identifier), None)

    def passage(self, identifier: str) -> Passage:
        """A paragraph as the indexes see it.

        Raises:
            UnknownReference: There is no paragraph of this id.
        """
        row = self._db.execute("select code from paragraph where id=?", (identifier,)).fetchone()
        if row is None:
            raise UnknownReference(f"there is no paragraph {identifier}")
        return self._passages(row[0])[identifier]

    def find(self, where: Where | None = None) -> list[str]:
        """Ids of the paragraphs that match all fields, in the order of documents.

        Raises:
            DecisionsError: A field is not known.
        """
        condition, values = _condition(where, "paragraph.id")
        rows = self._db.execute(
            f"select id from paragraph where {condition} order by code, position", values
        )
        return [identifier for (identifier,) in rows]

    def acts(self, where: Where | None = None) -> list[Act]:
        """Acts of the paragraphs that match all fields, in the order of documents.

        A paragraph may ask several addressees in several acts: verb and addressee are
        then compared with the act's own.

        Raises:
            DecisionsError: A field is not known.
        """
        condition, values = _condition(where, "act.paragraph")
        rows = self._db.execute(
            f"select act from act where {condition} order by code, position", values
        )
        own = {k: v for k, v in wanted(where).items() if k in ("verb", "addressee")}
        found = (ACT.validate_json(stored) for (stored,) in rows)
        return [act for act in found if all(_is(getattr(act, k), v) for k, v in own.items())]

    def links_to(self, label: str) -> list[str]:
        """Labels of the paragraphs and footnotes that mention a label, in order."""
        rows = self._db.execute(
            "select source from reference where target=? order by rowid", (label,)
        )
        return [source for (source,) in rows]

    def links_into(self, code: str) -> list[tuple[str, str]]:
        """Whatever mentions a document or a place in it: (source, target) labels, in order."""
        rows = self._db.execute(
            "select source, target from reference"
            " where target=? or (target > ? and target < ?) order by rowid",
            (code, f"{code}, ", f"{code}-"),
        )
        return [
            (source, target)
            for source, target in rows
            if target == code or target.startswith(f"{code}, ")
        ]

    def count(self) -> tuple[int, int]:
        """How many documents and paragraphs it holds."""
        documents = self._db.execute("select count(*) from holding where preferred").fetchone()[0]
        paragraphs = self._db.execute("select count(*) from paragraph").fetchone()[0]
        return documents, paragraphs

    def files(self) -> dict[str, FileKnown]:
        """Every file that was read, also those that failed, by path."""
        return {row[0]: FileKnown(*row) for row in self._db.execute("select * from file")}

    def versions(self) -> dict[str, str]:
        """A checksum of each document by its code, in order."""
        rows = self._db.execute("select code, document from holding where preferred order by code")
        return {code: sha256(document).hexdigest() for code, document in rows}

    def held_by(self, path: str) -> tuple[str, ...]:
        """Codes that a file gives, whether or not another file's is preferred."""
        rows = self._db.execute("select code from holding where path=? order by code", (path,))
        return tuple(code for (code,) in rows)

    def rows(self) -> Iterator[Row]:
        """All paragraphs, in the order of documents: the rows of the indexes."""
        for identifier, code, fields, dense, words in self._db.execute(
            "select id, code, fields, dense, words from paragraph order by code, position"
        ):
            yield Row(identifier, code, FIELDS.validate_json(fields), dense, words)

    def keys(self) -> dict[str, tuple[bytes, str]]:
        """What of each paragraph the vector store holds: key of its text, and its fields."""
        rows = self._db.execute("select id, dense, fields from paragraph")
        return {identifier: (dense, fields) for identifier, dense, fields in rows}

    def stored(self, code: str) -> bytes:
        """A document as it is stored: equal bytes are equal documents."""
        row = self._db.execute(
            "select document from holding where code=? and preferred", (code,)
        ).fetchone()
        return bytes(row[0]) if row else b""

    def dense_keys(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Keys of the embedded texts, by paragraph id."""
        keys: dict[str, bytes] = {}
        for identifier in ids:
            row = self._db.execute("select dense from paragraph where id=?", (identifier,))
            keys[identifier] = row.fetchone()[0]
        return keys

    def _parse(self, code: str) -> Document | None:
        stored = self.stored(code)
        return DOCUMENT.validate_json(stored) if stored else None

    def _make_passages(self, code: str) -> dict[str, Passage]:
        document = self._parsed(code)
        return {one.id: one for one in passages_of(document)} if document else {}

    def close(self) -> None:
        """Let the state that is open be removed."""
        self._db.close()
        if self._lease is not None:
            self._lease.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def readable(path: Path, *, whole: bool) -> bool:
    """Whether a file is a library of this version; ``whole`` looks at every page of it."""
    try:
        with contextlib.closing(connect(path)) as db:
            (version,) = db.execute("pragma user_version").fetchone()
            (state,) = db.execute("pragma quick_check(1)").fetchone() if whole else ("ok",)
            return bool(version == VERSION and state == "ok")
    except sqlite3.Error:
        return False


def paths_in(path: Path) -> list[Path]:
    """The files that a damaged library was made of, as far as it still says."""
    try:
        with contextlib.closing(connect(path)) as db:
            return [Path(name) for (name,) in db.execute("select path from file order by path")]
    except sqlite3.Error:
        return []


def connect(path: Path) -> sqlite3.Connection:
    """A finished library: nothing writes to it, so no locks are needed, from any thread."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _condition(where: Where | None, column: str) -> tuple[str, list[str]]:
    """An SQL condition on a paragraph id, and its values."""
    conditions, values = ["1"], []
    for name, accepted in wanted(where).items():
        places = ",".join("?" * len(accepted))
        conditions.append(
            f"{column} in (select paragraph from field where name=? and value in ({places}))"
        )
        values += [name, *sorted(accepted)]
    return " and ".join(conditions), values


def _is(value: str | None, accepted: frozenset[str]) -> bool:
    return value is not None and matches(value, accepted)
