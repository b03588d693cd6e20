"""The whole ingest against its models alone, a second ingest that changes nothing, and memory.

The raw figures are from the same run, for the same texts, with nothing else running: what
sentence-transformers' own ``encode`` takes, as it comes (single precision, batches of 32, all
cores); what this project's embedder takes (its batches, bfloat16 where the processor has it);
and what late interaction takes, whose token vectors are made at ingest as well, so that no
question waits for them. ``DECISIONS_BENCH_FILES``
sets how many files of the corpora are ingested; 12 if not given, 0 for all.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eval.bench.processes import PeakMemory
from ingest.index import open_index
from ingest.models import load_embedder, load_late_interaction
from ingest.models.carriers import MINILM, find
from ingest.pipeline import ingest
from ingest.settings import Settings

_FILES, _UNCHANGED = 12, 100


def main() -> None:
    """Print the figures; say so where the corpora are not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    paths = sorted([*folder.glob("unfccc/pdf/*/*.pdf"), *folder.glob("unfccc/*/*.txt")])
    if not paths:
        sys.stdout.write("skipped: the corpora are not there; set DECISIONS_CORPORA\n")
        return
    count = int(os.environ.get("DECISIONS_BENCH_FILES", _FILES))
    chosen = paths[:: max(1, len(paths) // count)][:count] if count else paths
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(index=Path(name) / "index")
        _first(chosen, settings)
    with tempfile.TemporaryDirectory() as name:
        _again(Path(name))


def _first(paths: list[Path], settings: Settings) -> None:
    reached: dict[str, float] = {}
    started = time.perf_counter()

    def progress(step: str, done: int, total: int) -> None:
        if step != "encoding":
            reached[step] = time.perf_counter() - started

    with PeakMemory() as memory:
        report = ingest(paths, settings, progress)
    with open_index(settings) as index:
        texts = [index.library.passage(row.id).dense for row in index.library.rows()]
    distinct = list(dict.fromkeys(texts))
    embedder, late = load_embedder(settings), load_late_interaction(settings)
    raw = _seconds(lambda: embedder.embed(distinct))
    plain = _seconds(lambda: _plain(settings, distinct))
    tokens = _seconds(lambda: late.encode_passages(distinct)) if late else 0.0
    searchable = reached.get("indexing", report.seconds)
    out = [
        f"{len(paths)} files, {report.documents} documents, {report.paragraphs} paragraphs,"
        f" {len(distinct)} different texts",
        f"  whole ingest {report.seconds:.1f} s; searchable after {searchable:.1f} s",
        f"  raw: sentence-transformers' encode {plain:.1f} s, this embedder {raw:.1f} s,"
        f" late interaction {tokens:.1f} s",
        f"  ratio to sentence-transformers' encode: {plain / searchable:.2f} until searchable,"
        f" {plain / report.seconds:.2f} until the end",
        f"  ratio to this embedder alone, until searchable: {raw / searchable:.2f}",
        f"  ratio to both models alone, until the end: {(raw + tokens) / report.seconds:.2f}",
        f"  peak memory of all processes: {memory.mib:,.0f} MiB",
    ]
    sys.stdout.write("\n".join(out) + "\n")


def _plain(settings: Settings, texts: list[str]) -> None:
    """The same weights as anybody would run them."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(os.cpu_count() or 1)
    carried = find(MINILM) if settings.embedder == "default" else None
    SentenceTransformer(str(carried.parent) if carried else settings.embedder).encode(texts)


def _again(folder: Path) -> None:
    """Small files: how long an unchanged one takes does not depend on what it holds."""
    files = folder / "files"
    files.mkdir()
    for number in range(1, _UNCHANGED + 1):
        (files / f"{number}.txt").write_text(
            f"Decision {number}/CP.98\n\nFictional matters\n\nThe Conference of the Parties,\n\n"
            f"1. Requests the secretariat to count {number} moons.\n",
            encoding="utf-8",
        )
    settings = Settings(index=folder / "index", late_interaction="none")
    ingest([files], settings)
    vectors = settings.index / "cache" / "vectors.db"
    before = vectors.read_bytes()
    report = ingest([files], settings)
    sys.stdout.write(
        f"  unchanged ingest of {_UNCHANGED} files: {report.seconds:.2f} s,"
        f" {report.unchanged} unchanged,"
        f" {'nothing embedded' if vectors.read_bytes() == before else 'SOMETHING EMBEDDED'}\n"
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
