"""How build time, disk, memory and latency grow with the number of paragraphs.

The stores are the real ones: memory-mapped rows and lexical index, Chroma's graph with the
settings of the index, token vectors in the cache. Up to 2,500 paragraphs are real ones out
of the corpora, the others are variants of them (``eval.bench.grown``) whose vectors are
perturbed, not embedded, and whose token vectors are those of their originals; what models make
of the real ones is kept in ``.decisions/eval/scale``. Questions are
the shipped suites', as the retriever searches them before its cross-encoder: question to
terms and vector, lexical, dense, fusion, late interaction, links.
``DECISIONS_BENCH_SIZES`` sets the sizes; 1000,10000,100000 if not given (1000000 takes about
half an hour).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from assistant.retrieve.recipe import FULL
from assistant.retrieve.retriever import Retriever
from eval.bench.grown import Grown
from eval.bench.memory import MemoryLibrary, embedded
from eval.bench.processes import tree_mib
from ingest.fields import Where
from ingest.index.client import embedded as chroma
from ingest.index.lexical import Lexical, write_lexical
from ingest.index.rows import Rows, Scored, write_rows
from ingest.index.store import Entry, VectorStore, batched
from ingest.index.tokens import PartVectors
from ingest.model import Paragraph
from ingest.models import load_cross_encoder, load_embedder, load_late_interaction
from ingest.models.base import Embedder, Vectors
from ingest.settings import load_settings

_SIZES, _REAL, _QUESTIONS = "1000,10000,100000", 2500, 60
_STEPS = ("query", "lexical", "dense", "late", "links")


class _Library(MemoryLibrary):
    """A variant reads as its original."""

    def paragraph(self, id: str) -> Paragraph | None:
        """By id."""
        return super().paragraph(id.partition("~")[0])


class GrownIndex:
    """What retrieval needs, over a grown collection in a folder."""

    def __init__(
        self,
        grown: Grown,
        count: int,
        folder: Path,
        embedder: Embedder,
        real: Vectors,
        tokens: PartVectors | None,
    ) -> None:
        self._grown, self._embedder = grown, embedder
        self.library = _Library(grown.documents)
        self.seconds: dict[str, float] = {}
        started = time.perf_counter()
        names = ((grown.id(i), grown.fields[i % len(grown.fields)]) for i in range(count))
        write_rows(folder / "rows", names)
        write_lexical(folder / "lexical", grown.terms(count))
        self.seconds["lexical"] = time.perf_counter() - started
        self.rows, self._words = Rows(folder / "rows"), Lexical(folder / "lexical")
        started = time.perf_counter()
        self.store = VectorStore(chroma(folder / "chroma"), "paragraphs", create=True)
        self.store.add(self._entries(count, real))
        self.seconds["vectors"] = time.perf_counter() - started
        self._tokens = tokens
        self._passages = {passage.id: passage for passage in grown.passages}

    def _entries(self, count: int, real: Vectors) -> Iterator[Entry]:
        grown = self._grown
        for some in batched(range(count), 1000):
            vectors = grown.vectors(real, some[0], some[-1] + 1)
            for place, row in enumerate(some):
                at = row % len(grown.passages)
                text = grown.passages[at].fields.get("text", "")
                yield Entry(grown.id(row), text, grown.fields[at], vectors[place])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors."""
        return np.stack([self._embedder.embed_query(text) for text in texts])

    def dense(self, vector: Vectors, k: int, where: Where | None = None) -> list[Scored]:
        """The nearest; these questions have no filters."""
        return [Scored(*found) for found in self.store.query(vector, k)]

    def lexical(
        self, query_terms: Mapping[str, float], k: int, where: Where | None = None
    ) -> list[Scored]:
        """The best by words."""
        found = self._words.search(query_terms, k)
        return [Scored(self.rows.id(row), score) for row, score in found]

    def tokens(self, ids: Sequence[str]) -> list[Vectors]:
        """Token vectors as the index reads them; a variant has its original's."""
        assert self._tokens is not None
        return self._tokens.of([self._passages[id.partition("~")[0]] for id in ids])

    def frequency(self, term: str) -> int:
        """How many paragraphs hold a term."""
        return self._words.frequency(term)

    def matched(self, id: str, query_terms: Sequence[str]) -> tuple[str, ...]:
        """Those terms that a paragraph holds."""
        row = self.rows.row(id)
        return () if row is None else self._words.matched(row, query_terms)

    def close(self) -> None:
        """Close everything."""
        self.store.close()


def main() -> None:
    """Print a line for each size; say so where the corpora are not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    paths = sorted(folder.glob("unfccc/txt/*.txt"))
    if not paths:
        sys.stdout.write("skipped: the corpora are not there; set DECISIONS_CORPORA\n")
        return
    settings = load_settings()
    kept = settings.index / "eval" / "scale"
    embedder, late = load_embedder(settings), load_late_interaction(settings)
    cross = load_cross_encoder(settings)
    grown = Grown(paths, _REAL)
    real = embedded(grown.passages, embedder, kept / "vectors.db")
    tokens = PartVectors(kept / "tokens.db", late) if late else None
    if tokens:
        tokens.of(grown.passages)
    questions = _questions()
    sys.stdout.write(f"{len(grown.passages)} real paragraphs, {len(questions)} questions\n")
    for size in os.environ.get("DECISIONS_BENCH_SIZES", _SIZES).split(","):
        with tempfile.TemporaryDirectory() as name:
            index = GrownIndex(grown, int(size), Path(name), embedder, real, tokens)
            with closing(index):
                retriever = Retriever(index, late, cross, FULL)
                _report(int(size), index, Path(name), _timed(retriever, questions))
    if tokens:
        tokens.close()


def _questions() -> list[str]:
    suites = Path(__file__).parent.parent / "suites"
    rows = [
        json.loads(line)
        for name in ("unfccc", "bc-14-21")
        for line in (suites / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [row["question"] for row in rows[:: max(1, len(rows) // _QUESTIONS)]]


def _timed(retriever: Retriever, questions: list[str]) -> dict[str, list[float]]:
    for question in questions[:5]:
        retriever.search(question)
    times: dict[str, list[float]] = {}
    for question in questions:
        steps = dict(retriever.search(question).timings_ms)
        for step, spent in steps.items():
            times.setdefault(step, []).append(spent)
        before = sum(steps.get(step, 0.0) for step in _STEPS)
        times.setdefault("before reranking", []).append(before)
        times.setdefault("with reranking", []).append(before + steps.get("rerank", 0.0))
    return times


def _report(size: int, index: GrownIndex, folder: Path, times: dict[str, list[float]]) -> None:
    disk = {
        part.name: sum(f.stat().st_size for f in part.rglob("*") if f.is_file()) / 2**20
        for part in folder.iterdir()
        if part.is_dir()
    }
    latency = "; ".join(
        f"{step} {np.percentile(spent, 50):.1f}/{np.percentile(spent, 95):.1f}"
        for step, spent in times.items()
    )
    built = ", ".join(f"{part} {spent:.0f} s" for part, spent in index.seconds.items())
    held = ", ".join(f"{part} {mib:,.0f} MiB" for part, mib in disk.items())
    sys.stdout.write(
        f"{size:,} paragraphs: built {built}; disk {held};"
        f" memory {tree_mib(os.getpid()):,.0f} MiB\n  ms p50/p95: {latency}\n"
    )
    sys.stdout.flush()
