"""``kill -9`` of ingest, update and delete: what the index is worth afterwards.

Half of the kills strike at any moment of the run, the others within a stage (reading,
embedding, building, publishing, encoding). Every twentieth begins a new index, every sixth is
followed by a run to the end. ``DECISIONS_BENCH_KILLS`` sets how many, 200 if not given,
and ``DECISIONS_BENCH_SEED`` another series of moments.
"""

from __future__ import annotations

import importlib
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from eval.bench.killed import AIMS, Outcome, Victim

_KILLS = 200
_NEW_INDEX, _TO_THE_END = 20, 6

#: Files of this many bytes and fewer: real decisions and reports, small enough for minutes.
_LARGEST = 17_000


def main() -> None:
    """Print the figures; say so where the corpora are not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    paths = [p for p in sorted(folder.glob("unfccc/*/*.txt")) if p.stat().st_size <= _LARGEST]
    if not paths:
        sys.stdout.write("skipped: the corpora are not there; set DECISIONS_CORPORA\n")
        return
    # Imported here, so that forks need not; nothing of it may start a thread.
    for module in ("torch", "chromadb", "llama_index.embeddings.huggingface", "onnxruntime"):
        importlib.import_module(module)
    texts = {path.name: path.read_text(encoding="utf-8", errors="replace") for path in paths}
    started = time.perf_counter()
    count = int(os.environ.get("DECISIONS_BENCH_KILLS", _KILLS))
    outcome = kills(count, texts, random.Random(int(os.environ.get("DECISIONS_BENCH_SEED", 1))))
    out = [
        f"{outcome.count} kills in {time.perf_counter() - started:.0f} s over {len(texts)} files",
        f"  by operation and aim: {outcome.killed}",
        f"  (the signal came too late and was repeated: {outcome.late})",
        f"  the index opened and doctor was clean at once: {outcome.clean}",
        f"  after one more ingest: {outcome.recovered}",
        f"  the new state was published already: {outcome.published}",
        f"  reported as added and lost: {len(outcome.lost)} {' '.join(outcome.lost[:9])}",
        f"  runs to the end that gave exactly what the files hold: {outcome.exact}"
        f" of {outcome.exact + len(outcome.inexact)} {' '.join(outcome.inexact[:9])}",
    ]
    sys.stdout.write("\n".join(out) + "\n")


def kills(count: int, texts: dict[str, str], chance: random.Random) -> Outcome:
    """Kill so many times and look after each."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        victim = None
        number = 0
        while outcome.count < count:
            if victim is None or outcome.count // _NEW_INDEX != number:
                number = outcome.count // _NEW_INDEX
                victim = Victim(Path(name) / f"{number}-{outcome.late}", texts, chance)
                victim.fill()
                operation = "first"
            else:
                operation = victim.change()
            _one(victim, operation, outcome, chance)
            sys.stderr.write(
                f"\r{outcome.count} killed, {outcome.late} late, {outcome.clean} clean,"
                f" {outcome.recovered} recovered, {len(outcome.lost)} lost,"
                f" {outcome.published} published, {outcome.exact} exact,"
                f" {len(outcome.inexact)} inexact"
            )
    sys.stderr.write("\n")
    return outcome


def _one(victim: Victim, operation: str, outcome: Outcome, chance: random.Random) -> None:
    # A deletion embeds and encodes nothing.
    staged = [a for a in AIMS if operation != "delete" or a in ("any", "building", "publishing")]
    aim = "any" if chance.random() < 0.5 else chance.choice(staged[1:])
    before = victim.settings.index / "CURRENT"
    current = before.read_bytes() if before.exists() else b""
    there = _codes_of_files(victim)
    # What was taken out may be gone, and is new when its file comes back.
    victim.reported &= there
    if not victim.kill(aim):
        outcome.late += 1
        victim.run()
        return
    key = f"{operation}/{aim}"
    outcome.killed[key] = outcome.killed.get(key, 0) + 1
    outcome.published += before.exists() and before.read_bytes() != current
    if victim.doctor():
        outcome.clean += 1
    else:
        victim.run()
        outcome.recovered += victim.doctor()
    outcome.lost += sorted(victim.reported - victim.codes())
    if outcome.count % _TO_THE_END == 0:
        victim.run()
        exact = victim.codes() == there and victim.doctor()
        outcome.exact += exact
        outcome.inexact += [] if exact else [key]


def _codes_of_files(victim: Victim) -> set[str]:
    from ingest.parse import parse_file

    return {
        document.code for path in victim.files.iterdir() for document in parse_file(path).documents
    }
