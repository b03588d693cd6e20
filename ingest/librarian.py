"""The library's tables: how documents are put in, replaced and taken out.

A code has one document. Where several files give the same one (a PDF and its text export,
a translation), all are kept and the *preferred* one is shown: English before other
languages, then the one with more footnotes, with pages, with more paragraphs, with more
words, and at last the first path by name. The rule looks at nothing but the documents, so
the order in which files arrive changes nothing, and taking one out brings the next one in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from ingest.acts import Act, acts_of
from ingest.fields import fields_of, parts
from ingest.model import Document, Paragraph
from ingest.passage import Passage, passages_of

#: Counts up with the tables.
VERSION = 1

SCHEMA = f"""
pragma user_version = {VERSION};
create table file (
  path text primary key, sha256 text not null, size integer not null,
  mtime_ns integer not null, parser text not null, reason text);
create table holding (
  code text not null, path text not null, document blob not null,
  footnotes integer, pages integer, paragraphs integer, words integer, english integer,
  preferred integer not null default 0,
  primary key (code, path));
create index holding_path on holding (path);
create table alias (name text not null, code text not null, primary key (name, code));
create table paragraph (
  id text primary key, code text not null, position integer not null, label text not null,
  fields text not null, dense blob not null, words blob not null);
create index paragraph_code on paragraph (code, position);
create index paragraph_label on paragraph (label);
create table field (name text not null, value text not null, paragraph text not null);
create index field_value on field (name, value, paragraph);
create index field_paragraph on field (paragraph);
create table act (
  code text not null, position integer not null, paragraph text not null, act blob not null);
create index act_code on act (code, position);
create table reference (source text not null, target text not null, code text not null);
create index reference_target on reference (target);
create index reference_code on reference (code);
"""

DOCUMENT = TypeAdapter(Document)
ACT = TypeAdapter(Act)
FIELDS = TypeAdapter(dict[str, str | int])

_PREFERENCE = "english desc, footnotes desc, pages desc, paragraphs desc, words desc, path"


class FileKnown(NamedTuple):
    """A file that was read: what it was, and why it failed if it did."""

    path: str
    sha256: str
    size: int
    mtime_ns: int
    parser: str
    reason: str | None = None


class Librarian:
    """Writes to a library that nobody reads yet.

    Args:
        path: The database; made where it does not exist.
    """

    def __init__(self, path: Path) -> None:
        fresh = not path.exists()
        self._db = sqlite3.connect(path)
        # The file belongs to a generation that is synced and published, or thrown away, whole.
        self._db.executescript("pragma journal_mode=off; pragma synchronous=off;")
        if fresh:
            self._db.executescript(SCHEMA)
        self._touched: set[str] = set()

    def put(self, file: FileKnown, documents: Sequence[Document]) -> None:
        """Record a file and what it holds, in place of what it held before."""
        self._take_out(file.path)
        self._db.execute("insert into file values (?,?,?,?,?,?)", file)
        for document in _one_a_code(documents):
            self._db.execute(
                "insert into holding values (?,?,?,?,?,?,?,?,0)",
                (document.code, file.path, DOCUMENT.dump_json(document), *_riches(document)),
            )
            self._touched.add(document.code)

    def remember(self, file: FileKnown) -> None:
        """Note a changed date without touching what the file gave before."""
        self._db.execute("insert or replace into file values (?,?,?,?,?,?)", file)

    def failed(self, file: FileKnown) -> None:
        """Note why a file could not be read; what an earlier version of it gave stays."""
        self.remember(file)

    def remove(self, path: str) -> None:
        """Take a file and its documents out."""
        self._take_out(path)

    def reopen(self) -> None:
        """Derive everything anew from the documents: another version may have derived it."""
        self._touched.update(code for (code,) in self._db.execute("select code from holding"))

    def _take_out(self, path: str) -> None:
        rows = self._db.execute("select code from holding where path=?", (path,))
        self._touched.update(code for (code,) in rows)
        self._db.execute("delete from holding where path=?", (path,))
        self._db.execute("delete from file where path=?", (path,))

    def settle(self) -> list[str]:
        """Decide what each touched code shows, and rebuild what is derived from it.

        Returns:
            A warning for each code that several files give.
        """
        warnings = []
        for code in sorted(self._touched):
            rows = self._db.execute(
                f"select path, document from holding where code=? order by {_PREFERENCE}",
                (code,),
            ).fetchall()
            self._clear(code)
            if rows:
                self._show(code, *rows[0])
            if len(rows) > 1:
                others = ", ".join(path for path, _ in rows[1:])
                warnings.append(f"{code} is taken from {rows[0][0]}; it is also in {others}")
        self._touched.clear()
        return warnings

    def _clear(self, code: str) -> None:
        self._db.execute("update holding set preferred=0 where code=?", (code,))
        self._db.execute(
            "delete from field where paragraph in (select id from paragraph where code=?)", (code,)
        )
        for table in ("paragraph", "act", "reference", "alias"):
            self._db.execute(f"delete from {table} where code=?", (code,))

    def _show(self, code: str, path: str, stored: bytes) -> None:
        document = DOCUMENT.validate_json(stored)
        self._db.execute("update holding set preferred=1 where code=? and path=?", (code, path))
        self._db.executemany(
            "insert or ignore into alias values (?,?)",
            [(folded(name), code) for name in (code, *document.symbols)],
        )
        acts = acts_of(document)
        self._db.executemany(
            "insert into act values (?,?,?,?)",
            [(code, i, act.paragraph, ACT.dump_json(act)) for i, act in enumerate(acts)],
        )
        self._paragraphs(document, acts)
        links = {(p.label, r.to, code) for p in document.paragraphs for r in p.references}
        links |= {(f.label, r.to, code) for f in document.footnotes for r in f.references}
        self._db.executemany("insert into reference values (?,?,?)", sorted(links))

    def _paragraphs(self, document: Document, acts: Iterable[Act]) -> None:
        own: dict[str, list[Act]] = {}
        for act in acts:
            own.setdefault(act.paragraph, []).append(act)
        passages = {passage.id: passage for passage in passages_of(document)}
        rows, values = [], []
        for position, paragraph in enumerate(_one_an_id(document)):
            fields = fields_of(document, paragraph, own.get(paragraph.id, ()))
            stored = FIELDS.dump_json(fields).decode()
            passage = passages[paragraph.id]
            keys = (dense_key(passage), words_key(passage))
            rows.append((paragraph.id, document.code, position, paragraph.label, stored, *keys))
            values += [
                (name, part, paragraph.id)
                for name, value in fields.items()
                for part in parts(value)
            ]
        self._db.executemany("insert into paragraph values (?,?,?,?,?,?,?)", rows)
        self._db.executemany("insert into field values (?,?,?)", values)

    def close(self) -> None:
        """Finish writing."""
        self._db.commit()
        self._db.close()


def folded(name: str) -> str:
    """Codes and symbols are looked up without regard to case, spaces and kinds of dashes."""
    plain = name.casefold()
    for dash in "‐‑‒–—―−":
        plain = plain.replace(dash, "-")
    return "".join(plain.split())


def dense_key(passage: Passage) -> bytes:
    """Stands for the text that is embedded: 16 bytes."""
    return blake2b(passage.dense.encode(), digest_size=16).digest()


def words_key(passage: Passage) -> bytes:
    """Stands for what is searched by words: 16 bytes."""
    spelled = repr((passage.language, sorted(passage.fields.items())))
    return blake2b(spelled.encode(), digest_size=16).digest()


def _riches(document: Document) -> tuple[int, int, int, int, bool]:
    words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
    paged = any(paragraph.page for paragraph in document.paragraphs)
    counts = (len(document.footnotes), int(paged), len(document.paragraphs), words)
    return (*counts, document.language == "en")


def _one_a_code(documents: Iterable[Document]) -> Iterable[Document]:
    best: dict[str, Document] = {}
    for document in documents:
        other = best.get(document.code)
        if other is None or _riches(document) > _riches(other):
            best[document.code] = document
    return best.values()


def _one_an_id(document: Document) -> Iterable[Paragraph]:
    first: dict[str, Paragraph] = {}
    for paragraph in document.paragraphs:
        first.setdefault(paragraph.id, paragraph)
    return first.values()
