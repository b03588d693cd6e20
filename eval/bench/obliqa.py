"""ObliQA dev: finding the gold passages of regulatory questions, nothing trained on it.

2,788 questions over 13,012 passages of 40 documents (Gokhan et al., RIRAG 2024). Passages are
indexed as paragraphs of documents are: short passages that others stand under are their
headings. Each part of retrieval is added in turn; the cross-encoder, which takes most of the
time, reads for a fixed sample of questions.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.question import Understood
from assistant.retrieve import FULL, Recipe, Retriever
from eval.bench.memory import MemoryIndex
from ingest.model import Document, Paragraph
from ingest.models import load_cross_encoder, load_embedder, load_late_interaction
from ingest.pinpoint import Pinpoint
from ingest.settings import load_settings

#: A passage of so many words at most that others stand under is their heading.
_HEADING = 25
_SAMPLE = 150

#: Question text and the ids of its gold passages.
Asked = tuple[str, frozenset[str]]

_WORDS = replace(FULL, dense=False, late=False, rerank=False, links=False)
_PARTS: tuple[tuple[str, Recipe], ...] = (
    ("words, no pairs", replace(_WORDS, pair_weight=0.0, expand=False)),
    ("words", _WORDS),
    ("meaning", replace(FULL, lexical=False, late=False, rerank=False, links=False)),
    ("both", replace(FULL, late=False, rerank=False, links=False)),
    ("both, late interaction", replace(FULL, rerank=False, links=False)),
)


def main() -> None:
    """Print the figures; say so where the collection is not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora")) / "obliqa"
    if not folder.is_dir():
        sys.stdout.write("skipped: ObliQA is not there; set DECISIONS_CORPORA\n")
        return
    settings = load_settings()
    documents, names = _documents(folder / "documents")
    asked = _questions(folder / "dev.json", names)
    late, reranker = load_late_interaction(settings), load_cross_encoder(settings)
    with TemporaryDirectory() as temporary:
        index = MemoryIndex(documents, Path(temporary), load_embedder(settings), late)
        for name, recipe in _PARTS:
            _print(name, asked, Retriever(index, late, reranker, recipe))
        sample = random.Random(0).sample(asked, _SAMPLE)
        _print("sample, late interaction", sample, Retriever(index, late, reranker, _PARTS[-1][1]))
        _print("sample, full", sample, Retriever(index, late, reranker))


def _print(name: str, asked: Sequence[Asked], retriever: Retriever) -> None:
    recall, precision, times = [], [], []
    for text, gold in asked:
        result = retriever.search(Understood(question=text, text=text), 10)
        hits = [hit.id in gold for hit in result.hits]
        recall.append(sum(hits) / len(gold))
        found = [sum(hits[:i]) / i for i, hit in enumerate(hits, start=1) if hit]
        precision.append(sum(found) / len(gold))
        times.append(result.timings_ms["total"])
    sys.stdout.write(
        f"{name:26} {len(asked):5} questions  recall@10 {np.mean(recall):.3f}"
        f"  MAP@10 {np.mean(precision):.3f}  p50 {np.median(times):.0f} ms\n"
    )
    sys.stdout.flush()


def _documents(folder: Path) -> tuple[list[Document], dict[tuple[int, str], str]]:
    """Documents, and the paragraph id of each passage by its document and name."""
    documents: list[Document] = []
    names: dict[tuple[int, str], str] = {}
    for path in sorted(folder.glob("*.json"), key=lambda path: int(path.stem)):
        rows = json.loads(path.read_text("utf-8"))
        texts = {row["PassageID"].rstrip("."): row["Passage"].strip() for row in rows}
        code = f"D{path.stem}"
        paragraphs: list[Paragraph] = []
        for row in rows:
            if row["Passage"].strip():
                pinpoint = Pinpoint() / ("unnumbered", str(len(paragraphs) + 1))
                heading = " > ".join(_above(row["PassageID"].rstrip("."), texts))
                paragraphs.append(
                    Paragraph(code, pinpoint, "report", row["Passage"].strip(), heading=heading)
                )
                names[row["DocumentID"], row["PassageID"]] = paragraphs[-1].id
        documents.append(Document(code, "", str(path), paragraphs=tuple(paragraphs)))
    return documents, names


def _above(name: str, texts: dict[str, str]) -> list[str]:
    """Headings over a passage: ``7`` and ``7.2`` over ``7.2.9``."""
    starts = (match.start() for match in re.finditer(r"\.|\(", name))
    over = dict.fromkeys(name[:start].rstrip(".") for start in starts)
    texts_over = (" ".join(texts.get(one, "").split()) for one in over if one != name)
    return [text for text in texts_over if text and len(text.split()) <= _HEADING]


def _questions(path: Path, names: dict[tuple[int, str], str]) -> list[Asked]:
    return [
        (
            row["Question"],
            frozenset(names[p["DocumentID"], p["PassageID"]] for p in row["Passages"]),
        )
        for row in json.loads(path.read_text("utf-8"))
    ]


if __name__ == "__main__":
    main()
