"""The embedder in a process of its own.

Its libraries take hundreds of megabytes that a process never gets back: when this one ends, they
are free for what comes after embedding. And they are loaded while others read files.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple, NoReturn

from ingest.errors import DecisionsError, IndexDamaged
from ingest.memory import give_back
from ingest.models import load_embedder as load_here
from ingest.models.base import Vectors
from ingest.piped import private_streams, receive, send, serving, start
from ingest.settings import Settings

_AGAIN = "run the same command again: what was embedded is kept"


class _Loaded(NamedTuple):
    """What the process says of the model that it has loaded."""

    identity: str
    dimension: int


def load_embedder(settings: Settings) -> EmbedderApart:
    """The embedder of the settings, loaded in a process of its own.

    Raises:
        ModelMissing, ModelAltered: As where it is loaded here.
        IndexDamaged: The process ended before it was loaded.
    """
    return EmbedderApart(settings)


class EmbedderApart:
    """Embeds in another process until it is closed; used by one thread at a time.

    Attributes:
        identity, dimension: Of the model.
    """

    def __init__(self, settings: Settings) -> None:
        self._process = start(serving(__name__))
        loaded = self._exchange(settings)
        assert isinstance(loaded, _Loaded)
        self.identity, self.dimension = loaded

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimension).

        Raises:
            IndexDamaged: The process has ended.
        """
        vectors: Vectors = self._exchange(("passages", list(texts)))  # type: ignore[assignment]
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimension,)."""
        vector: Vectors = self._exchange(("query", text))  # type: ignore[assignment]
        return vector

    def close(self) -> None:
        """End the process: what it held is free."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not yet written to a process that is dead
                    stream.close()

    def _exchange(self, request: object) -> object:
        try:
            send(request, self._process.stdin)
            answer = receive(self._process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._ended()
        if isinstance(answer, Exception):
            self.close()
            raise answer
        return answer

    def _ended(self) -> NoReturn:
        self.close()
        code = self._process.returncode
        raise IndexDamaged(
            f"the process that embeds has ended (exit status {code}): nothing was added",
            f"{_AGAIN}; -9 means that memory was short",
        )


def serve() -> None:
    """Load the embedder of the settings that come first, then embed until the stream ends."""
    requests, answers = private_streams()
    # The parent decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        embedder = load_here(pickle.load(requests))
        send(_Loaded(embedder.identity, embedder.dimension), answers)
        while True:
            kind, given = pickle.load(requests)
            work = embedder.embed if kind == "passages" else embedder.embed_query
            send(work(given), answers)
            give_back()
    except (EOFError, BrokenPipeError):  # nobody asks any more
        return
    except DecisionsError as error:
        send(error, answers)
    except Exception as error:
        failed = f"embedding failed ({type(error).__name__}: {error})"
        send(IndexDamaged(failed, _AGAIN), answers)
