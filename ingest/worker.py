"""The process in which one file after another is read; started by ``sandbox``.

It talks over its standard streams: a pickled ``Job`` in, a pickled ``Done`` out. It may
be killed at any moment.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ingest.errors import DecisionsError, FileTooLarge, UnreadableFile
from ingest.parse import Parsed, parse_file
from ingest.piped import private_streams, send

try:
    import resource
except ImportError:  # a system without such limits; the parent still watches the time
    resource = None  # type: ignore[assignment]

#: Processor time beyond the limit after which an orphan ends itself, in seconds.
_GRACE = 5

#: A process that keeps this share of the memory limit after a file is replaced.
_KEPT_SHARE = 0.25


class Job(NamedTuple):
    """A file to read, and the limits."""

    path: Path
    max_file_mb: int
    max_memory_mb: int
    max_seconds: float


class Done(NamedTuple):
    """What came of a job; ``last``: the process ends after it."""

    result: Parsed | DecisionsError
    last: bool


def serve() -> None:
    """Say that the process is ready, then do jobs until the stream ends."""
    jobs, results = private_streams()
    # The parent decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    base = _address_space()
    send("ready", results)
    while True:
        try:
            job: Job = pickle.load(jobs)
        except EOFError:
            return
        _limit(job, base)
        result = read(job)
        last = isinstance(result, FileTooLarge) or (
            _address_space() - base > _KEPT_SHARE * (job.max_memory_mb << 20)
        )
        _unlimit()
        send(Done(result, last), results)
        if last:
            return


def read(job: Job) -> Parsed | DecisionsError:
    """Read a file; whatever goes wrong is an error with its reason."""
    try:
        return parse_file(job.path, job.max_file_mb)
    except DecisionsError as error:
        return error
    except MemoryError:
        return too_much_memory(job.max_memory_mb)
    except RecursionError:
        return UnreadableFile("the file is nested too deeply", "save it again in another format")
    except Exception as error:  # one bad file must not stop the others
        return UnreadableFile(
            f"the file could not be read ({type(error).__name__}: {error})",
            "open it, save it again, and report this if it stays",
        )


def too_much_memory(limit_mb: int) -> FileTooLarge:
    """The error of a file that would not fit."""
    return FileTooLarge(
        f"reading the file takes more than {limit_mb} MB of memory",
        "split it, or raise max_read_memory_mb in the settings",
    )


def _address_space() -> int:
    """Size of this process in bytes; 0 where the system does not say."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0


def _limit(job: Job, base: int) -> None:
    if resource is None:
        return
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = base + (job.max_memory_mb << 20)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    with suppress(ValueError, OSError):
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime + job.max_seconds) + _GRACE
        resource.setrlimit(
            resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1])
        )


def _unlimit() -> None:
    """Sending the result may take some memory more."""
    if resource is None:
        return
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


if __name__ == "__main__":
    sys.exit("this module is run by ingest.sandbox")
