"""All of the corpora in one command: how long, and the memory of all its processes.

Takes a quarter of an hour on two cores: every text is embedded and gets its token vectors.
``DECISIONS_BENCH_MINUTES`` ends it earlier; the peak until then is printed as such.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from eval.bench.processes import PeakMemory

_MINUTES = 60.0

#: What is promised, in MiB: 2 GB.
_LIMIT = 2e9 / 2**20


def main() -> None:
    """Print the figures; say so where the corpora are not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    if not folder.is_dir():
        sys.stdout.write("skipped: the corpora are not there; set DECISIONS_CORPORA\n")
        return
    minutes = float(os.environ.get("DECISIONS_BENCH_MINUTES", _MINUTES))
    with tempfile.TemporaryDirectory() as name:
        index = ["--index", str(Path(name) / "index"), "--json"]
        command = [sys.executable, "-m", "ui.cli.main", "ingest", str(folder), *index]
        started = time.perf_counter()
        with (
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            ) as process,
            PeakMemory(process.pid) as memory,
        ):
            out = _output(process, 60 * minutes)
        seconds = time.perf_counter() - started
    report = json.loads(out) if out else None
    done = (
        f"{report['documents']} documents, {report['paragraphs']} paragraphs,"
        f" {len(report['failed'])} files not read"
        if report
        else "ended before it was done"
    )
    sys.stdout.write(
        f"{done}, {seconds:.0f} s\n"
        f"  peak memory of all processes: {memory.mib:,.0f} MiB of {_LIMIT:,.0f}\n"
    )


def _output(process: subprocess.Popen[str], seconds: float) -> str:
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        process.terminate()
        process.communicate()
        return ""
