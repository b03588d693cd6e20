"""The assistant: ask, search, show. Everything heavy is loaded by the first who needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.model import Answer, Hit, SearchResult, Turn
from ingest.pinpoint import code_of

if TYPE_CHECKING:
    from assistant.answer.answerer import Answerer
    from assistant.answer.draft import Draft
    from assistant.answer.judge import Judge
    from assistant.answer.reading import Reading
    from assistant.glossary import Glossary
    from assistant.places import Places
    from assistant.question.model import Understood
    from assistant.question.shelf import Shelf
    from assistant.retrieve.recipe import Recipe
    from assistant.retrieve.retriever import Retriever
    from assistant.show import Shown
    from ingest.catalogue import Catalogue
    from ingest.index.reader import Index
    from ingest.models import CrossEncoder, LateInteraction
    from ingest.settings import Settings

#: Documents kept open.
_OPEN = 512
#: Times as many paragraphs are ranked where structure chooses among them.
_WIDER = 4


def open_assistant(settings: Settings) -> Assistant:
    """An assistant over the index that the settings name.

    Raises:
        IndexMissing: Nothing has been ingested there.
    """
    return Assistant(settings)


class Assistant:
    """Answers questions over one index.

    Args:
        settings: Where the index is, and which models read.
        index: An index that is open already.
        recipe: How paragraphs are found; what answers people if not given.
    """

    def __init__(
        self, settings: Settings, index: Index | None = None, recipe: Recipe | None = None
    ) -> None:
        self._settings, self._recipe = settings, recipe
        if index is not None:
            self.index = index
        self._open = lru_cache(maxsize=_OPEN)(self._open_unkept)

    @cached_property
    def index(self) -> Index:
        """The index, opened."""
        from ingest.index import open_index

        return open_index(self._settings)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question from the library, word for word, or say that it does not.

        Args:
            question: In any language of the United Nations.
            history: The conversation before it, oldest turn first.

        Raises:
            QuestionRefused: The question is empty or far too long.
        """
        from assistant.answer.compose import citation_of, statements_of, text_of
        from assistant.answer.phrases import phrase
        from assistant.question import understand

        started = perf_counter()
        understood = understand(question, history, self._shelf)
        read = perf_counter()
        draft = self._answerer.draft(understood)
        statements = statements_of(draft, understood.language, self._holds)
        text = text_of(statements, draft)
        if draft.related:
            text += " " + phrase(understood.language, "related")
        done = perf_counter()
        citations = tuple(citation_of(piece) for piece in draft.pieces)
        return Answer(
            question=question,
            status=draft.status,
            answer=text,
            statements=statements,
            citations=citations,
            retrieved=draft.considered or tuple(one.label for one in citations),
            timings_ms=_timings(draft, read - started, done - started),
            related=tuple(hit for i in draft.related if (hit := self._hit(i)) is not None),
        )

    def warm(self) -> None:
        """Load all models, so that the first question does not wait for them.

        A question that structure answers would load none.
        """
        from assistant.question.model import Understood

        text = "who is asked to train those who work on it, and by when?"
        self._answerer.draft(Understood(question=text, text=text))

    def search(
        self, question: str, k: int = 10, where: Mapping[str, str] | None = None
    ) -> SearchResult:
        """The ``k`` best paragraphs for a question, best first.

        Args:
            question: In any language of the United Nations, or a reference.
            k: How many.
            where: Fields that they must match.

        Raises:
            QuestionRefused: The question is empty or far too long.
        """
        from assistant.question import understand

        return self.found(understand(question, (), self._shelf), k, where)

    def found(
        self, understood: Understood, k: int = 10, where: Mapping[str, str] | None = None
    ) -> SearchResult:
        """What structure knows the question to mean, then the best paragraphs, best first."""
        from assistant.places import hit_of

        started = perf_counter()
        pieces = self._places.of(understood)
        if where and pieces:
            fitting = set(self.index.library.find(where))
            pieces = tuple(one for one in pieces if getattr(one.place, "id", None) in fitting)
        spent = (perf_counter() - started) * 1000
        if len(pieces) >= k:
            certain = (hit_of(one, float(k - i)) for i, one in enumerate(pieces[:k]))
            return SearchResult(tuple(certain), {"structure": spent, "total": spent})
        ranked = self._ranked(understood, k, where)
        known = {one.place.label for one in pieces}
        others = [hit for hit in ranked.hits if hit.label not in known]
        best = max((hit.score for hit in others), default=0.0)
        first = [hit_of(one, best + len(pieces) - i) for i, one in enumerate(pieces)]
        return SearchResult((*first, *others)[:k], _timed(ranked, spent))

    def _ranked(
        self, understood: Understood, k: int, where: Mapping[str, str] | None
    ) -> SearchResult:
        """The best paragraphs; those that ask whom the question asks about before all others."""
        fitting = self._places.fitting(understood)
        ranked = self._search(understood, k * _WIDER if fitting else k, where)
        hits = sorted(ranked.hits, key=lambda hit: hit.id not in fitting)
        if fitting and hits:
            top = max(hit.score for hit in hits)
            hits = [replace(hit, score=top - place) for place, hit in enumerate(hits)]
        return SearchResult(tuple(hits[:k]), ranked.timings_ms)

    def retriever(self, recipe: Recipe | None = None) -> Retriever:
        """A retriever over the same index and models; for measuring, with another recipe."""
        from assistant.retrieve.recipe import FULL
        from assistant.retrieve.retriever import Retriever

        return Retriever(
            self.index, self._late, self._cross, recipe or FULL, glossary=self._glossary
        )

    def close(self) -> None:
        """Let go of the index, if one is open."""
        if "index" in self.__dict__:
            self.index.close()

    def show(self, reference: str) -> Shown:
        """A place with its chapeau, neighbours, footnotes and links.

        Raises:
            UnknownReference: There is no such document or place.
        """
        from assistant.show import show

        shelf = self._shelf
        return show(reference, shelf, self._open, self._catalogue, shelf.only)

    def _search(
        self, understood: Understood, k: int, where: Mapping[str, str] | None = None
    ) -> SearchResult:
        return self._retriever.search(understood, k, where)

    @cached_property
    def _shelf(self) -> Shelf:
        from assistant.question.shelf import Shelf

        return Shelf(self.index.library, self._is_word, self._glossary)

    @cached_property
    def _glossary(self) -> Glossary:
        from assistant.glossary import load_glossary

        return load_glossary(self._settings.glossary)

    @cached_property
    def _catalogue(self) -> Catalogue:
        from ingest.catalogue import load_catalogue

        return load_catalogue(self._settings.catalogue)

    @cached_property
    def _cross(self) -> CrossEncoder | None:
        from ingest.models import fitting, load_cross_encoder

        return load_cross_encoder(fitting(self._settings, decisions=self.index.decisions))

    @cached_property
    def _late(self) -> LateInteraction | None:
        from ingest.models import load_late_interaction

        return load_late_interaction(self._settings)

    @cached_property
    def _retriever(self) -> Retriever:
        return self.retriever(self._recipe)

    @cached_property
    def _places(self) -> Places:
        from assistant.places import Places

        return Places(self._shelf, self._open, self._catalogue, self._expand)

    @cached_property
    def _judge(self) -> Judge:
        from assistant.answer.judge import Judge
        from assistant.answer.nearness import Nearness

        return Judge(self._cross, Nearness(self.index.embed), self._expand)

    @cached_property
    def _answerer(self) -> Answerer:
        from assistant.answer.answerer import Answerer

        return Answerer(
            self._shelf,
            self._open,
            self._search,
            lambda: self._judge,
            self._catalogue,
            self._expand,
        )

    def _is_word(self, word: str) -> bool:
        """Whether the late-interaction model knows a word whole; without it, every word is."""
        return self._late is None or sum(end > 0 for _, end in self._late.query_spans(word)) < 2

    def _expand(self, name: str) -> tuple[str, ...]:
        """Other names of what is named."""
        return self._shelf.spelt_out(name)

    def _open_unkept(self, code: str) -> Reading | None:
        from assistant.answer.reading import Reading

        document = self.index.library.document(code)
        return Reading(document) if document else None

    def _holds(self, symbols: tuple[str, ...]) -> bool:
        names = (alias for symbol in symbols for alias in self._catalogue.aliases(symbol))
        return any(self._shelf.find(name) is not None for name in names)

    def _hit(self, identifier: str) -> Hit | None:
        reading = self._open(code_of(identifier))
        paragraph = reading.by_id.get(identifier) if reading else None
        if paragraph is None:
            return None
        return Hit(
            paragraph.id,
            paragraph.label,
            paragraph.document,
            paragraph.number,
            0.0,
            paragraph.text,
        )


def _timed(ranked: SearchResult, spent: float) -> dict[str, float]:
    """Milliseconds of a search that structure was asked before."""
    times = {"structure": spent, **ranked.timings_ms}
    return {**times, "total": times.get("total", 0.0) + spent}


def _timings(draft: Draft, understood: float, total: float) -> dict[str, float]:
    """Milliseconds of the steps; what retrieval reports is summed into two."""
    steps = draft.timings_ms
    retrieve = sum(steps.get(name, 0.0) for name in ("query", "lexical", "dense", "late", "links"))
    rerank = steps.get("rerank", 0.0)
    rest = (total - understood) * 1000 - retrieve - rerank
    times = {
        "understand": understood * 1000,
        "retrieve": retrieve,
        "rerank": rerank,
        "answer": max(0.0, rest),
        "total": total * 1000,
    }
    return {name: round(value, 2) for name, value in times.items()}
