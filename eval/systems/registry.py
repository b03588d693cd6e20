"""The systems that can be compared, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from eval.systems.base import System
from ingest.errors import SuiteInvalid

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.retrieve.recipe import Recipe
    from eval.systems.ranking import Search
    from ingest.settings import Settings

#: Parts of retrieval that can be left out, one at a time.
_PARTS = ("lexical", "dense", "late", "rerank", "expand", "links", "repair")

#: Names and what they are.
SYSTEMS: Mapping[str, str] = {
    "full": "the assistant, as users get it",
    "naive": "LlamaIndex defaults: 512-token chunks, dense, no threshold",
    "bm25": "LlamaIndex's BM25 retriever over paragraphs",
    "lexical": "our search by words alone",
    "dense": "search by meaning alone",
    "hybrid": "both fused, without reading candidates again",
    **{f"full-{part}": f"full without {part}" for part in _PARTS},
}


def make_systems(names: Iterable[str], assistant: Assistant, settings: Settings) -> list[System]:
    """The systems of these names over one open assistant.

    Raises:
        SuiteInvalid: There is no such system.
    """
    return [_make(name, assistant, settings) for name in names]


def _make(name: str, assistant: Assistant, settings: Settings) -> System:
    from assistant.assistant import Assistant
    from assistant.retrieve.recipe import FULL
    from eval.systems.assisted import Assisted
    from eval.systems.ranking import Ranking

    if name not in SYSTEMS:
        raise SuiteInvalid(f"no system {name!r}", f"one of: {', '.join(SYSTEMS)}")
    if name == "full":
        return Assisted(name, assistant)
    if name == "naive":
        return Ranking(name, _naive(assistant, settings))
    if name == "bm25":
        return Ranking(name, _words(assistant))
    recipe = _recipes(FULL).get(name)
    if recipe is not None:
        alone = assistant.retriever(recipe)
        return Ranking(name, lambda question, k: alone.search(question, k).hits)
    part = name.removeprefix("full-")
    without = replace(FULL, **{part: False})
    return Assisted(name, Assistant(settings, assistant.index, without))


def _recipes(full: Recipe) -> Mapping[str, Recipe]:
    bare = replace(full, late=False, rerank=False, expand=False, links=False, repair=False)
    return {
        "lexical": replace(bare, dense=False),
        "dense": replace(bare, lexical=False),
        "hybrid": bare,
    }


def _words(assistant: Assistant) -> Search:
    from eval.systems.assisted import DEPTH
    from eval.systems.words import WordsSearch

    return WordsSearch(assistant.index.library.documents(), DEPTH)


def _naive(assistant: Assistant, settings: Settings) -> Search:
    from eval.systems.naive import NaiveSearch
    from ingest.models import load_embedder
    from ingest.models.dense import LlamaIndexEmbedder

    folder = settings.index / "eval" / f"naive-{assistant.index.fingerprint}"
    embedder = load_embedder(settings)
    if not isinstance(embedder, LlamaIndexEmbedder):
        raise SuiteInvalid("naive needs a sentence-transformers embedder", "use DECISIONS_EMBEDDER")
    return NaiveSearch(assistant.index.library.documents(), embedder.model, folder)
