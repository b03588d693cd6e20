from __future__ import annotations

import subprocess
import sys
import time

from eval.bench.processes import PeakMemory

HOLD = "data = bytearray(96 << 20)\nimport sys\nsys.stdin.read()"
PARENT = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {HOLD!r}])"


def test_memory_of_a_child_of_the_process_is_counted():
    with (
        subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE) as process,
        PeakMemory(process.pid) as memory,
    ):
        while memory.mib < 96 and process.poll() is None:
            time.sleep(0.05)
        process.communicate(b"")
    assert memory.mib >= 96
