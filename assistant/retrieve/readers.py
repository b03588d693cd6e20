"""The two models that read question and paragraph together, each in the right language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from assistant.retrieve.fusion import Scores
from assistant.retrieve.late import Matrix, max_sim
from assistant.retrieve.ports import Index
from assistant.retrieve.query import Query
from ingest.models.base import CrossEncoder, LateInteraction
from ingest.passage import passage_of
from ingest.pinpoint import code_of

#: Token vectors of a question, by its text, as they are being made.
Encoded = Mapping[str, "Future[Matrix]"]


class Readers:
    """Late interaction and cross-encoder over paragraphs of an index.

    Args:
        index: Where the paragraphs are.
        late: The late-interaction model, or None.
        reranker: The cross-encoder, or None.
    """

    def __init__(
        self, index: Index, late: LateInteraction | None, reranker: CrossEncoder | None
    ) -> None:
        self._index = index
        self.late = late
        self.reranker = reranker
        self._aside = ThreadPoolExecutor(1, "late-interaction")

    def begin(self, query: Query) -> Encoded:
        """Begin to encode a question for late interaction: done while it is searched."""
        if self.late is None:
            return {}
        texts = {query.english} | ({query.text} if query.language != "en" else set())
        return {text: self._aside.submit(self.late.encode_query, text) for text in texts}

    def read_late(self, query: Query, ids: Sequence[str], encoded: Encoded) -> Scores:
        """Late-interaction scores, shape (ids,); ``encoded`` is what ``begin`` gave."""
        return self._by_language(
            query,
            ids,
            lambda text, some: max_sim(encoded[text].result(), self._index.tokens(some)),
        )

    def read_closely(self, query: Query, ids: Sequence[str]) -> Scores:
        """Logits of the cross-encoder, shape (ids,)."""
        model = self.reranker
        assert model is not None
        return self._by_language(
            query, ids, lambda text, some: model.score(text, [self._passage(id) for id in some])
        )

    def _by_language(
        self, query: Query, ids: Sequence[str], score: Callable[[str, list[str]], Scores]
    ) -> Scores:
        """Read paragraphs in the question's language beside its own words, others in English."""
        scores = np.zeros(len(ids), dtype=np.float32)
        own = np.array([query.language != "en" and self._is_in(query, id) for id in ids], bool)
        for text, chosen in ((query.text, own), (query.english, ~own)):
            places = np.flatnonzero(chosen).tolist()
            if places:
                scores[places] = score(text, [ids[i] for i in places])
        return scores

    def _is_in(self, query: Query, id: str) -> bool:
        document = self._index.library.document(code_of(id))
        return document is not None and document.language == query.language

    def _passage(self, id: str) -> str:
        paragraph = self._index.library.paragraph(id)
        document = self._index.library.document(paragraph.document) if paragraph else None
        return passage_of(document, paragraph).dense if document and paragraph else ""
