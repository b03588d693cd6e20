"""A handful of the kills that the benchmark makes two hundred of, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# The kills fork, which a process that has threads must not do.
_PROGRAM = """
import random
import chromadb, llama_index.vector_stores.chroma
from eval.bench.kill import kills
from ingest import pipeline
from ingest.index import reader
from tests.ingest.store_makers import WordsEmbedder, decision
one = WordsEmbedder()
for module in (pipeline, reader):
    module.load_embedder = lambda settings: one
    module.embedder_identity = lambda settings: one.identity
tasks = [f"to paint harbour {n} in every colour that painters can find" for n in range(20)]
texts = {f"{n}.txt": decision(n, *tasks[n:]) for n in range(1, 5)}
outcome = kills(8, texts, random.Random(4))
assert outcome.count == 8, outcome
assert outcome.clean + outcome.recovered == 8, outcome
assert not outcome.lost, outcome
assert outcome.exact and not outcome.inexact, outcome
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_whatever_is_killed_the_index_stands() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM],
        cwd=ROOT,
        env={**os.environ, "DECISIONS_LATE_INTERACTION": "none"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
