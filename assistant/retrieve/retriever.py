"""From a question to paragraphs: two searches, one fusion, the text's links, two readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.glossary import Glossary, load_glossary
from assistant.model import Hit, SearchResult, Why
from assistant.question import Understood
from assistant.question.language import language_of
from assistant.retrieve.candidates import Found, found, together
from assistant.retrieve.clock import Clock
from assistant.retrieve.defined import defined_names
from assistant.retrieve.fusion import fused
from assistant.retrieve.links import led_from
from assistant.retrieve.ports import Index, Where
from assistant.retrieve.query import Query, build_query
from assistant.retrieve.ranking import Ranking
from assistant.retrieve.readers import Encoded, Readers
from assistant.retrieve.recipe import FULL, Recipe
from assistant.retrieve.spelling import repaired
from ingest.index.analysis import PAIR
from ingest.models.base import CrossEncoder, LateInteraction

#: Paragraphs in which the full name of an abbreviation is looked for.
_DEFINING = 20


class Retriever:
    """Finds paragraphs.

    Args:
        index: Where they are.
        late: The late-interaction model; None to do without.
        reranker: The cross-encoder; None to do without.
        recipe: What is done, and how much each part counts.
        glossary: Other names; None for those that are shipped.
    """

    def __init__(
        self,
        index: Index,
        late: LateInteraction | None,
        reranker: CrossEncoder | None,
        recipe: Recipe = FULL,
        glossary: Glossary | None = None,
    ) -> None:
        self._index = index
        self._recipe = recipe
        self._readers = Readers(
            index, late if recipe.late else None, reranker if recipe.rerank else None
        )
        self._spans = late.query_spans if late else None
        self._glossary = (glossary or load_glossary()) if recipe.expand else None
        self._defined = lru_cache(maxsize=512)(self._defined_unkept)

    def search(
        self, question: str | Understood, k: int = 10, where: Where | None = None
    ) -> SearchResult:
        """The ``k`` best paragraphs, best first; ``where`` limits the fields of paragraphs."""
        asked = question if isinstance(question, Understood) else _as_it_stands(question)
        clock = Clock()
        limits = _limits(asked, where)
        with clock.step("query"):
            query = self._query(asked)
        encoded = self._readers.begin(query)
        with clock.step("lexical"):
            lexical = self._by_words(query.terms, limits)
        with clock.step("dense"):
            dense = self._by_meaning(query, limits)
        ranking = self._fuse(lexical, dense)
        with clock.step("late"):
            self._read_late(query, ranking, encoded)
        if not limits:
            with clock.step("links"):
                self._follow(ranking)
        with clock.step("rerank"):
            self._read_closely(query, ranking)
        hits = tuple(self._hits(ranking, k, query, lexical, dense))
        return SearchResult(hits, clock.times())

    def __call__(self, understood: Understood, k: int) -> Sequence[Hit]:
        """The ``k`` best paragraphs for a question that is understood."""
        return self.search(understood, k).hits

    def _query(self, asked: Understood) -> Query:
        recipe, text = self._recipe, f"{asked.text} {asked.before}".strip()
        if recipe.repair and asked.language == "en":
            text = repaired(text, self._index.frequency, self._is_word)
        query = build_query(
            text,
            asked.language,
            self._glossary,
            self._defined,
            recipe.pair_weight,
            recipe.expansion_weight,
            recipe.formal_weight,
        )
        return replace(query, text=asked.read, english=asked.read) if asked.after else query

    def _is_word(self, word: str) -> bool:
        """Whether a model's vocabulary has the word whole; without a model, none is."""
        return self._spans is not None and sum(end > 0 for _, end in self._spans(word)) < 2

    def _defined_unkept(self, short: str) -> tuple[str, ...]:
        """Full names that the documents define for an abbreviation."""
        found_in = self._index.lexical({short.lower(): 1.0}, _DEFINING)
        paragraphs = (self._index.library.paragraph(one.id) for one in found_in)
        names = (name for p in paragraphs if p for name in defined_names(short, p.text))
        return tuple(dict.fromkeys(names))[:2]

    def _by_words(self, terms: Mapping[str, float], limits: Where) -> Found:
        if not self._recipe.lexical:
            return Found()
        return found(self._index.lexical(terms, self._recipe.pool, limits))

    def _by_meaning(self, query: Query, limits: Where) -> Found:
        if not self._recipe.dense:
            return Found()
        texts = list(dict.fromkeys((query.english, query.text)))
        if query.language == "en":
            texts = texts[:1]
        searches = [
            found(self._index.dense(vector, self._recipe.pool, limits))
            for vector in self._index.embed(texts)
        ]
        return searches[0] if len(searches) == 1 else _better(searches)

    def _fuse(self, lexical: Found, dense: Found) -> Ranking:
        ids = together(lexical, dense)
        parts = [(self._recipe.lexical_weight, lexical), (self._recipe.dense_weight, dense)]
        return Ranking(
            ids, fused([(weight, search.of(ids)) for weight, search in parts if search.scores])
        )

    def _read_late(self, query: Query, ranking: Ranking, encoded: Encoded) -> None:
        pool = ranking.ids[: self._recipe.late_pool]
        if self._readers.late is None or not pool:
            return
        read = self._readers.read_late(query, pool, encoded)
        ranking.late.update(zip(pool, map(float, read), strict=True))
        ranking.promote(read, self._recipe.late_weight)

    def _follow(self, ranking: Ranking) -> None:
        """Let what the best paragraphs lead to be read as well, in the last places."""
        if not self._recipe.links:
            return
        paragraphs = [
            self._index.library.paragraph(id) for id in ranking.ids[: self._recipe.follow]
        ]
        leads = [led for p in paragraphs if p for led in led_from(p, self._index.library)]
        at = self._recipe.rerank_pool - self._recipe.linked
        new = [led for led in leads if led.id not in ranking.ids[:at]]
        for led in new[: self._recipe.linked]:
            ranking.insert(led.id, led.link, at)

    def _read_closely(self, query: Query, ranking: Ranking) -> None:
        pool = ranking.ids[: self._recipe.rerank_pool]
        if self._readers.reranker is None or not pool:
            return
        read = self._readers.read_closely(query, pool)
        ranking.rerank.update(zip(pool, map(float, read), strict=True))
        ranking.promote(read, self._recipe.rerank_weight)

    def _hits(
        self, ranking: Ranking, k: int, query: Query, lexical: Found, dense: Found
    ) -> Iterator[Hit]:
        words = [term for term in query.terms if PAIR not in term]
        for id, score in zip(ranking.ids[:k], ranking.scores[:k], strict=True):
            paragraph = self._index.library.paragraph(id)
            if paragraph is None:
                continue
            yield Hit(
                id,
                paragraph.label,
                paragraph.document,
                paragraph.number,
                float(score),
                paragraph.text,
                Why(
                    dense_rank=dense.ranks.get(id),
                    lexical_rank=lexical.ranks.get(id),
                    matched_terms=self._index.matched(id, words),
                    link=ranking.links.get(id),
                    late_score=ranking.late.get(id),
                    rerank_score=ranking.rerank.get(id),
                ),
            )


def _better(searches: Sequence[Found]) -> Found:
    """Of several searches, the better score of each paragraph."""
    scores: dict[str, float] = {}
    for search in searches:
        for id, score in search.scores.items():
            scores[id] = max(score, scores.get(id, score))
    best = sorted(scores, key=lambda id: -scores[id])
    return Found({id: rank for rank, id in enumerate(best, start=1)}, scores)


def _as_it_stands(question: str) -> Understood:
    text = " ".join(question.split())
    return Understood(question=text, text=text, language=language_of(text))


def _limits(asked: Understood, where: Where | None) -> Where:
    limits = {**asked.filters, **(where or {})}
    if asked.documents and "document" not in limits:
        limits["document"] = ",".join(asked.documents)
    return limits
