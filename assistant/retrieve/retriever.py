"""From a question to paragraphs: two searches, one fusion, two readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.model import Hit, SearchResult, Why
from assistant.question import Understood
from assistant.question.language import language_of
from assistant.retrieve.candidates import Found, found, together
from assistant.retrieve.clock import Clock
from assistant.retrieve.fusion import Scores, fused
from assistant.retrieve.late import max_sim
from assistant.retrieve.ports import Index, Where
from assistant.retrieve.query import query_terms
from assistant.retrieve.recipe import FULL, Recipe
from ingest.models.base import CrossEncoder, LateInteraction
from ingest.passage import passage_of


@dataclass(slots=True)
class _Ranked:
    """Candidates in order, with what each reader said of them."""

    ids: list[str]
    scores: Scores
    late: dict[str, float]
    rerank: dict[str, float]


class Retriever:
    """Finds paragraphs.

    Args:
        index: Where they are.
        late: The late-interaction model; None to do without.
        reranker: The cross-encoder; None to do without.
        recipe: What is done, and how much each part counts.
    """

    def __init__(
        self,
        index: Index,
        late: LateInteraction | None,
        reranker: CrossEncoder | None,
        recipe: Recipe = FULL,
    ) -> None:
        self._index = index
        self._late = late if recipe.late else None
        self._reranker = reranker if recipe.rerank else None
        self._recipe = recipe

    def search(
        self, question: str | Understood, k: int = 10, where: Where | None = None
    ) -> SearchResult:
        """The ``k`` best paragraphs, best first; ``where`` limits the fields of paragraphs."""
        asked = question if isinstance(question, Understood) else _as_it_stands(question)
        clock = Clock()
        limits = _limits(asked, where)
        terms = query_terms(asked.text, asked.language, self._recipe.pair_weight)
        with clock.step("lexical"):
            lexical = self._by_words(terms, limits)
        with clock.step("dense"):
            dense = self._by_meaning(asked.text, limits)
        ranked = self._fuse(lexical, dense)
        with clock.step("late"):
            self._read_late(asked.text, ranked)
        with clock.step("rerank"):
            self._read_closely(asked.text, ranked, k)
        hits = tuple(self._hits(ranked, k, lexical, dense))
        return SearchResult(hits, clock.times())

    def __call__(self, understood: Understood, k: int) -> Sequence[Hit]:
        """The ``k`` best paragraphs for a question that is understood."""
        return self.search(understood, k).hits

    def _by_words(self, terms: Mapping[str, float], limits: Where) -> Found:
        if not self._recipe.lexical:
            return Found()
        return found(self._index.lexical(terms, self._recipe.pool, limits))

    def _by_meaning(self, text: str, limits: Where) -> Found:
        if not self._recipe.dense:
            return Found()
        vector = self._index.embed([text])[0]
        return found(self._index.dense(vector, self._recipe.pool, limits))

    def _fuse(self, lexical: Found, dense: Found) -> _Ranked:
        ids = together(lexical, dense)
        parts = [(self._recipe.lexical_weight, lexical), (self._recipe.dense_weight, dense)]
        scores = fused([(weight, search.of(ids)) for weight, search in parts if search.scores])
        return _sorted(_Ranked(ids, scores, {}, {}))

    def _read_late(self, text: str, ranked: _Ranked) -> None:
        if self._late is None or not ranked.ids:
            return
        pool = ranked.ids[: self._recipe.late_pool]
        late = max_sim(self._late.encode_query(text), self._index.tokens(pool))
        ranked.late = dict(zip(pool, map(float, late), strict=True))
        self._promote(ranked, late, self._recipe.late_weight)

    def _read_closely(self, text: str, ranked: _Ranked, k: int) -> None:
        if self._reranker is None or not ranked.ids:
            return
        pool = ranked.ids[: max(k, self._recipe.rerank_pool)]
        read = self._reranker.score(text, [self._passage(id) for id in pool])
        ranked.rerank = dict(zip(pool, map(float, read), strict=True))
        self._promote(ranked, read, self._recipe.rerank_weight)

    def _promote(self, ranked: _Ranked, read: Scores, weight: float) -> None:
        """Order the first candidates anew by what a reader said; the others stay below them."""
        count = len(read)
        top = fused([(1.0, ranked.scores[:count]), (weight, read)])
        order = np.argsort(-top, kind="stable")
        ranked.ids[:count] = [ranked.ids[i] for i in order]
        ranked.scores[:count] = top[order]
        if count < len(ranked.ids):
            ranked.scores[count:] += min(0.0, float(top.min()) - float(ranked.scores[count]))

    def _passage(self, id: str) -> str:
        paragraph = self._index.library.paragraph(id)
        document = self._index.library.document(paragraph.document) if paragraph else None
        return passage_of(document, paragraph).dense if document and paragraph else ""

    def _hits(self, ranked: _Ranked, k: int, lexical: Found, dense: Found) -> Iterator[Hit]:
        for id, score in zip(ranked.ids[:k], ranked.scores[:k], strict=True):
            paragraph = self._index.library.paragraph(id)
            if paragraph is None:
                continue
            why = Why(
                dense_rank=dense.ranks.get(id),
                lexical_rank=lexical.ranks.get(id),
                late_score=ranked.late.get(id),
                rerank_score=ranked.rerank.get(id),
            )
            yield Hit(
                id,
                paragraph.label,
                paragraph.document,
                paragraph.number,
                float(score),
                paragraph.text,
                why,
            )


def _sorted(ranked: _Ranked) -> _Ranked:
    order = np.argsort(-ranked.scores, kind="stable")
    ranked.ids = [ranked.ids[i] for i in order]
    ranked.scores = ranked.scores[order]
    return ranked


def _as_it_stands(question: str) -> Understood:
    text = " ".join(question.split())
    return Understood(question=text, text=text, language=language_of(text))


def _limits(asked: Understood, where: Where | None) -> Where:
    limits = {**asked.filters, **(where or {})}
    if asked.documents and "document" not in limits:
        limits["document"] = ",".join(asked.documents)
    return limits
