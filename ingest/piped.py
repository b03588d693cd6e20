"""Processes that answer over their standard streams: a pickled message in, one out."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import IO, BinaryIO

#: The folder that holds the package, so that the process finds it wherever it is started.
HOME = str(Path(__file__).resolve().parent.parent)


def serving(module: str) -> str:
    """A program that runs ``serve`` of a module."""
    return f"import sys; sys.path.insert(0, {HOME!r}); from {module} import serve; serve()"


def start(program: str, errors: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """Start a process.

    Args:
        program: What it runs.
        errors: Where its error stream goes; to this process's own if not given.
    """
    return subprocess.Popen(
        # -P: what lies in the working directory is never imported.
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
    )


def send(message: object, stream: IO[bytes] | None) -> None:
    """Write a message at once.

    Raises:
        EOFError: There is no such stream.
        OSError: The other side is gone.
    """
    if stream is None:
        raise EOFError
    pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def receive(stream: IO[bytes] | None) -> object:
    """The next message.

    Raises:
        EOFError: There is none any more.
        pickle.UnpicklingError: It is broken off.
    """
    if stream is None:
        raise EOFError
    message: object = pickle.load(stream)
    return message


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Private copies of the standard input and output; what libraries print goes nowhere."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return requests, answers
