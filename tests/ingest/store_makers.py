"""Fictional decisions in files, and models that see words or letters, for tests of the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingest.index.analysis import terms
from ingest.index.rows import hashed
from ingest.settings import Settings

DIMENSION = 64


class WordsEmbedder:
    """Texts to unit vectors by the words they hold: instant, and the same everywhere."""

    identity = "words@1"
    dimension = DIMENSION

    def __init__(self) -> None:
        self.embedded = 0

    def embed(self, texts: Sequence[str]):
        self.embedded += len(texts)
        vectors = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):
            for word in terms(text):
                generator = np.random.default_rng(hashed(word))
                vectors[row] += generator.normal(size=DIMENSION)
            vectors[row, 0] += 1e-3
            vectors[row] /= np.linalg.norm(vectors[row])
        return vectors

    def embed_query(self, text: str):
        return self.embed([text])[0]


class Letters:
    """A late-interaction model that sees the letters a to z; counts what it was given.

    Attributes:
        asked: Questions, in order.
        encoded: How many passages.
    """

    identity, dimension = "letters@1", 26

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.encoded = 0

    def encode_query(self, text: str):
        self.asked.append(text)
        return self._rows(text)

    def encode_passages(self, texts: Sequence[str]):
        self.encoded += len(texts)
        return [self._rows(text) for text in texts]

    def query_spans(self, text: str):
        return [(i, i + 1) for i in range(len(text))]

    def _rows(self, text: str):
        places = [ord(c) - 97 for c in text.lower() if "a" <= c <= "z"]
        return np.eye(26, dtype=np.float32)[places]


def settings_at(folder: Path, **others: object) -> Settings:
    return Settings(
        index=folder, readers=1, late_interaction="none", catalogue=folder / "none.toml", **others
    )


def decision(number: int, *tasks: str, code: str = "BC-99") -> str:
    """A decision of a meeting that never was, one paragraph for each task."""
    paragraphs = "\n\n".join(
        f"{place}. Requests the Secretariat {task};" for place, task in enumerate(tasks, start=1)
    )
    return (
        f"{code}/{number}: Imaginary matter {number}\n\nThe Conference of the Parties,\n\n"
        f"Recalling its earlier imagination,\n\n{paragraphs[:-1]}.\n"
    )


def write(folder: Path, number: int, *tasks: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"decision-{number}.txt"
    path.write_text(decision(number, *tasks), encoding="utf-8")
    return path
