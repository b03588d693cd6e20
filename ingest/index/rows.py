"""The rows that all indexes share: ids and fields, memory-mapped.

Row i of the vectors, of the lexical index and of these columns is the same paragraph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.fields import FIELDS, Where, matches, wanted

Mask = NDArray[np.bool_]


class Scored(NamedTuple):
    """A paragraph that was found; ``score`` is higher for better."""

    id: str
    score: float


def hashed(text: str) -> int:
    """64 bits that stand for an id or a term."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def write_rows(folder: Path, rows: Iterable[tuple[str, Mapping[str, str | int]]]) -> int:
    """Write ids and fields; returns how many rows there are."""
    folder.mkdir(parents=True)
    ends, hashes = [], []
    columns: dict[str, list[int]] = {name: [] for name in FIELDS}
    values: dict[str, dict[str, int]] = {name: {} for name in FIELDS}
    with (folder / "ids.bin").open("wb") as file:
        for identifier, fields in rows:
            file.write(identifier.encode())
            ends.append(file.tell())
            hashes.append(hashed(identifier))
            for name in FIELDS:
                known = values[name]
                value = str(fields.get(name, ""))
                columns[name].append(known.setdefault(value, len(known)))
    order = np.argsort(np.array(hashes, dtype=np.uint64), kind="stable")
    np.save(folder / "ends.npy", np.array([0, *ends], dtype=np.int64))
    np.save(folder / "hashes.npy", np.array(hashes, dtype=np.uint64)[order])
    np.save(folder / "order.npy", order.astype(np.int32))
    for name in FIELDS:
        np.save(folder / f"{name}.npy", np.array(columns[name], dtype=np.int32))
    (folder / "values.json").write_text(json.dumps({n: list(v) for n, v in values.items()}))
    return len(ends)


class Rows:
    """Ids and fields of a generation, by row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._text = _mapped(folder / "ids.bin")
        self._ends = np.load(folder / "ends.npy", mmap_mode="r")
        self._hashes = np.load(folder / "hashes.npy", mmap_mode="r")
        self._order = np.load(folder / "order.npy", mmap_mode="r")
        self._values: dict[str, list[str]] = json.loads((folder / "values.json").read_text())
        self._columns = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in FIELDS}

    def __len__(self) -> int:
        return len(self._ends) - 1

    def id(self, row: int) -> str:
        """The id of a row."""
        return self._text[self._ends[row] : self._ends[row + 1]].tobytes().decode()

    def row(self, identifier: str) -> int | None:
        """The row of an id; None where there is none."""
        wanted_hash = np.uint64(hashed(identifier))
        place = int(np.searchsorted(self._hashes, wanted_hash))
        while place < len(self._hashes) and self._hashes[place] == wanted_hash:
            row = int(self._order[place])
            if self.id(row) == identifier:
                return row
            place += 1
        return None

    def values(self, name: str) -> list[str]:
        """The values that a field has somewhere; empty ones left out."""
        return [value for value in self._values[name] if value]

    def mask(self, where: Where | None) -> Mask | None:
        """Which rows match all fields, shape (rows,); None where nothing is filtered.

        Raises:
            DecisionsError: A field is not known.
        """
        mask: Mask | None = None
        for name, accepted in wanted(where).items():
            fits = np.array([matches(v, accepted) for v in self._values[name]], dtype=bool)
            column: Mask = fits[self._columns[name]] if len(fits) else np.zeros(len(self), bool)
            mask = column if mask is None else mask & column
        return mask


def _mapped(path: Path) -> NDArray[np.uint8]:
    if path.stat().st_size == 0:
        return np.empty(0, dtype=np.uint8)
    return np.memmap(path, dtype=np.uint8, mode="r")


def best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Positions of the k highest scores, best first; of equal ones the earlier position."""
    if k <= 0 or not len(scores):
        return np.empty(0, dtype=np.int64)
    if k < len(scores):
        # Everything that ties with the k-th belongs to the choice, or chance would decide.
        threshold = np.partition(scores, len(scores) - k)[len(scores) - k]
        positions = np.flatnonzero(scores >= threshold)
    else:
        positions = np.arange(len(scores))
    return positions[np.argsort(-scores[positions], kind="stable")][:k]
