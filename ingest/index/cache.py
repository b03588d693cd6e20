"""What is costly to compute, remembered by content: vectors, terms, token vectors.

Nothing here is the truth: what is missing is computed again. Entries are found by what they
were made of and by which model or analysis, so that they never need to be invalidated.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.models.base import Vectors

_SCHEMA = """
pragma journal_mode=wal; pragma synchronous=normal;
create table if not exists entry (key blob primary key, value blob not null) without rowid;
"""
_AT_ONCE = 900


class Cache:
    """Blobs by key, shared by all generations and all processes.

    Args:
        path: The database.
        kind: Model or analysis that the entries come from.
    """

    def __init__(self, path: Path, kind: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._db = _connect(path)
        self._kind = f"{kind}+crc32".encode()

    def _key(self, content: bytes) -> bytes:
        return blake2b(
            content, key=blake2b(self._kind, digest_size=16).digest(), digest_size=16
        ).digest()

    def get(self, contents: Sequence[bytes]) -> dict[bytes, bytes]:
        """The entries that there are, by content key."""
        keys = {self._key(content): content for content in contents}
        asked = list(keys)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(asked), _AT_ONCE):
            part = asked[start : start + _AT_ONCE]
            for key, value in self._rows(part):
                if zlib.crc32(value[4:]) == int.from_bytes(value[:4], "little"):
                    found[keys[key]] = value[4:]
        return found

    def _rows(self, part: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
        places = ",".join("?" * len(part))
        try:
            return self._db.execute(
                f"select key, value from entry where key in ({places})", part
            ).fetchall()
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)
            return []

    def put(self, entries: Mapping[bytes, bytes] | Iterable[tuple[bytes, bytes]]) -> None:
        """Remember entries, durably against the death of the process."""
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        rows = [(self._key(content), _checked(value)) for content, value in pairs]
        try:
            self._write(rows)
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)
            self._write(rows)

    def _write(self, rows: Sequence[tuple[bytes, bytes]]) -> None:
        with self._db:
            self._db.executemany("insert or replace into entry values (?,?)", rows)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        """Throw a broken database away; whatever else is wrong is raised."""
        if not _broken(error):
            raise error
        self._db.close()
        _remove(self._path)
        self._db = _connect(self._path)

    def close(self) -> None:
        """Close the database."""
        self._db.close()


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.DatabaseError as error:
        if not _broken(error):
            raise
        _remove(path)
        return _opened(path)


def _broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is to blame: a full disk or a lock passes, and costs no entries."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _remove(path: Path) -> None:
    """A broken cache is worth nothing."""
    for broken in path.parent.glob(f"{path.name}*"):
        broken.unlink(missing_ok=True)


def _checked(value: bytes) -> bytes:
    """A value behind its checksum: an altered one is made anew, not believed."""
    return zlib.crc32(value).to_bytes(4, "little") + value


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30, check_same_thread=False)
    db.executescript(_SCHEMA)
    db.execute("pragma mmap_size=1073741824")
    return db


def pack_terms(hashes: NDArray[np.uint64], weights: Vectors) -> bytes:
    """Terms of a passage as one blob."""
    return hashes.astype("<u8").tobytes() + weights.astype("<f4").tobytes()


def unpack_terms(blob: bytes) -> tuple[NDArray[np.uint64], Vectors]:
    """Hashes and weights, each shape (terms,)."""
    count = len(blob) // 12
    return np.frombuffer(blob, "<u8", count), np.frombuffer(blob, "<f4", count, count * 8)


def pack_tokens(matrix: Vectors) -> bytes:
    """Token vectors in eight bits a number, each with its own scale: a quarter of the size."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / 127 if len(matrix) else np.empty(0)
    quantised = np.rint(matrix / scales[:, None]).astype(np.int8)
    header = np.array(matrix.shape, dtype="<u4").tobytes()
    return header + scales.astype("<f4").tobytes() + quantised.tobytes()


def unpack_tokens(blob: bytes) -> Vectors:
    """Shape (tokens, dimension)."""
    rows, dimension = (int(n) for n in np.frombuffer(blob, "<u4", 2))
    scales = np.frombuffer(blob, "<f4", rows, 8)
    quantised = np.frombuffer(blob, np.int8, rows * dimension, 8 + 4 * rows)
    matrix: Vectors = quantised.reshape(rows, dimension).astype(np.float32)
    matrix *= scales[:, None]
    return matrix
