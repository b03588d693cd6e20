"""ObliQA: finding the gold passages of regulatory questions, nothing trained on it.

13,012 passages of 40 documents; dev, multi-passage and cross-reference questions (see
``obliqa_data``), scored by ir-measures as its authors score it. Each part of retrieval is
added in turn; the cross-encoder, which takes most of the time, reads for a fixed sample of
``DECISIONS_BENCH_QUESTIONS`` (150 if not given, 0 for all). Encodings and, by the state of the
code, rankings are kept in ``.decisions/eval/obliqa``: what was broken off goes on, and a repeat
is instant.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import ir_measures
import numpy as np
from ir_measures import AP, RR, Qrel, R, ScoredDoc

from assistant.question import Understood
from assistant.retrieve import FULL, Recipe, Retriever
from eval.bench.memory import MemoryIndex
from eval.bench.obliqa_data import Asked, Collection, collection, question_sets
from eval.bench.obliqa_rankings import Rankings
from eval.fingerprint import code_fingerprint
from ingest.models import fitting, load_cross_encoder, load_embedder, load_late_interaction
from ingest.models.base import LateInteraction
from ingest.settings import Settings, load_settings

_DEPTH, _SAMPLE = 10, 150
_MEASURES = (R @ 10, AP @ 10, RR @ 10)

_WORDS = replace(FULL, dense=False, late=False, rerank=False, links=False)
_LATE = replace(FULL, rerank=False, links=False)
_PARTS: tuple[tuple[str, Recipe], ...] = (
    ("words, no pairs", replace(_WORDS, pair_weight=0.0, expand=False)),
    ("words", _WORDS),
    ("meaning", replace(FULL, lexical=False, late=False, rerank=False, links=False)),
    ("both", replace(FULL, late=False, rerank=False, links=False)),
    ("both, late interaction", _LATE),
)


class _Systems:
    """Retrievers over one index, which is built when the first question is not cached."""

    def __init__(self, among: Collection, settings: Settings, folder: Path) -> None:
        self._among, self._settings, self._folder = among, settings, folder

    def close(self) -> None:
        """Let go of the index."""
        if "_index" in self.__dict__:
            self._index.close()

    @cached_property
    def _index(self) -> MemoryIndex:
        embedder = load_embedder(self._settings)
        kept = self._settings.index / "eval" / "obliqa"
        return MemoryIndex(self._among.documents, self._folder, embedder, self._late, kept)

    @cached_property
    def _late(self) -> LateInteraction | None:
        return load_late_interaction(self._settings)

    def retriever(self, recipe: Recipe) -> Retriever:
        """A retriever that follows the recipe."""
        reranker = load_cross_encoder(self._settings) if recipe.rerank else None
        return Retriever(self._index, self._late, reranker, recipe)


def main() -> None:
    """Print the figures; say so where the collection is not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora")) / "obliqa"
    if not folder.is_dir():
        sys.stdout.write("skipped: ObliQA is not there; set DECISIONS_CORPORA\n")
        return
    # As the assistant does over a library without a decision: the models as they are carried.
    settings = fitting(load_settings(), decisions=False)
    kept = settings.index / "eval" / "obliqa" / code_fingerprint()
    count = int(os.environ.get("DECISIONS_BENCH_QUESTIONS", _SAMPLE))
    among = collection(folder)
    with (
        TemporaryDirectory() as temporary,
        closing(_Systems(among, settings, Path(temporary))) as systems,
    ):
        for name, asked in question_sets(folder, among).items():
            sample = random.Random(0).sample(asked, min(count or len(asked), len(asked)))
            for part, recipe in _PARTS:
                _measure(name, part, asked, systems, recipe, kept)
            for part, recipe in (_PARTS[-1], ("full", FULL)):
                _measure(name, part, sample, systems, recipe, kept, "sample")


def _measure(
    name: str,
    part: str,
    asked: Sequence[Asked],
    systems: _Systems,
    recipe: Recipe,
    folder: Path,
    which: str = "",
) -> None:
    rankings = Rankings(folder / f"{name}-{part.replace(' ', '_')}.jsonl")
    retriever: Retriever | None = None
    for one in asked:
        if one.id in rankings.found:
            continue
        retriever = retriever or systems.retriever(recipe)
        result = retriever.search(Understood(question=one.text, text=one.text), _DEPTH)
        rankings.put(one.id, [hit.id for hit in result.hits], result.timings_ms["total"])
    found = figures(asked, rankings)
    shown = "  ".join(f"{measure} {value:.3f}" for measure, value in found.items())
    ms = np.median([rankings.found[one.id][1] for one in asked])
    title = f"{name} {which}: {part}".replace(" :", ":")
    sys.stdout.write(f"{title:44} {len(asked):5} questions  {shown}  p50 {ms:.0f} ms\n")
    sys.stdout.flush()


def figures(asked: Sequence[Asked], rankings: Rankings) -> dict[str, float]:
    """Recall@10, MAP@10 and MRR@10 over the questions; one that found nothing scores 0."""
    qrels = [Qrel(one.id, gold, 1) for one in asked for gold in one.gold]
    run = [
        ScoredDoc(one.id, id, -float(rank))
        for one in asked
        for rank, id in enumerate(rankings.found[one.id][0])
    ]
    found = ir_measures.calc_aggregate(_MEASURES, qrels, run)
    return {str(measure): float(found[measure]) for measure in _MEASURES}


if __name__ == "__main__":
    main()
