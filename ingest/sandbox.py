"""Reads a file in a process of its own, which can be killed.

A damaged or hostile file can crash a reader, keep it busy for ever or eat all memory.
Here it costs one process, and one error with its reason.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from ingest.errors import DecisionsError, ReadTimedOut, UnreadableFile
from ingest.parse import Parsed
from ingest.piped import receive, send, serving, start
from ingest.worker import Done, Job, too_much_memory

#: Seconds within which a new process must be ready, on however busy a machine.
_START_SECONDS = 120.0

_PROGRAM = serving("ingest.worker")


class Sandbox:
    """One process, started when first needed and again after each death.

    Not for several threads at once, but for ``kill``, which any may call.

    Args:
        max_file_mb, max_memory_mb, max_seconds: The limits for each file.
    """

    def __init__(self, max_file_mb: int, max_memory_mb: int, max_seconds: float) -> None:
        self._limits = (max_file_mb, max_memory_mb, max_seconds)
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._closed = False
        self._lock = threading.Lock()

    def parse(self, path: Path) -> Parsed | DecisionsError:
        """Read and parse one file; never raises for what the file does."""
        job = Job(path, *self._limits)
        try:
            process = self._ready()
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            return self._no_start(error)
        done = self._exchange(process, job)
        if isinstance(done, DecisionsError):
            self._end()
            return done
        if done.last:
            self._end()
        return done.result

    def kill(self) -> None:
        """Kill the process, also while another thread waits for it; nothing more is read."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Kill the process and clear it away."""
        self.kill()
        self._end()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        with self._lock:
            if self._closed:
                raise EOFError("closed")
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
            self._process = start(_PROGRAM, self._errors)
        with _Deadline(self._process, _START_SECONDS):
            receive(self._process.stdout)
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], job: Job) -> Done | DecisionsError:
        with _Deadline(process, job.max_seconds) as deadline:
            try:
                send(job, process.stdin)
                done = receive(process.stdout)
                assert isinstance(done, Done)
            except (OSError, EOFError, pickle.UnpicklingError):
                process.kill()
                code = process.wait()
            else:
                return done
        if deadline.passed:
            return ReadTimedOut(
                f"reading the file took more than {job.max_seconds:g} seconds",
                "split it, or raise max_read_seconds in the settings",
            )
        return _death(code, self._last_words(), job)

    def _no_start(self, error: Exception) -> DecisionsError:
        words = self._last_words() or str(error)
        self._end()
        return UnreadableFile(f"the process that reads files does not start ({words})")

    def _last_words(self) -> str:
        """The last line that the process wrote to its error stream."""
        if self._errors is None:
            return ""
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def _end(self) -> None:
        """Clear away a process that has ended, or end it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                _close(stream)
        _close(self._errors)
        self._errors = None


class _Deadline:
    """Kills a process when the time is over; ``passed`` says whether it was."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.passed = False
        self._process = process
        self._timer = threading.Timer(seconds, self._kill)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _kill(self) -> None:
        self.passed = True
        self._process.kill()


def _death(code: int, words: str, job: Job) -> DecisionsError:
    """What the end of a process tells about the file."""
    if "MemoryError" in words or "bad_alloc" in words or "memory" in words.lower():
        return too_much_memory(job.max_memory_mb)
    if code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        if name == "SIGXCPU":
            return ReadTimedOut("reading the file took too long", "split it")
        return UnreadableFile(
            f"the file crashed its reader ({name})", "save it again or print it to PDF"
        )
    return UnreadableFile(
        f"the file ended its reader (exit status {code})", "save it again or print it to PDF"
    )


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        with suppress(OSError):  # what was not yet written to a process that is dead
            stream.close()
