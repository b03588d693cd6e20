"""A fictional decision in a small index, with stand-ins for the models that weigh megabytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
import pytest

from eval.bench.memory import MemoryIndex
from ingest.model import Document, Footnote, Mark, Paragraph, Reference
from ingest.pinpoint import Pinpoint

CODE = "BC-99/7"


class WordVectors:
    """An embedder that knows which words two texts share, and nothing else."""

    identity, dimension = "words", 256

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> np.ndarray:
        vector = np.full(self.dimension, 1e-6, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            vector[crc32(word.encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)


class SharedWords:
    """A cross-encoder that counts shared words."""

    identity = "shared words"

    def score(self, question: str, passages: Sequence[str]) -> np.ndarray:
        asked = set(re.findall(r"\w+", question.lower()))
        shared = [len(asked & set(re.findall(r"\w+", text.lower()))) for text in passages]
        return np.array(shared, dtype=np.float32)


def para(*path: tuple[str, str], text: str, **more: object) -> Paragraph:
    pinpoint = Pinpoint()
    for step in path:
        pinpoint /= step
    return Paragraph(CODE, pinpoint, "operative", text, **more)


@pytest.fixture(scope="session")
def decision() -> Document:
    return Document(
        CODE,
        "Tin whiskers in the waste stream",
        "fiction.txt",
        meeting="BC-99",
        paragraphs=(
            para(
                ("para", "1"), text="Welcomes the report on tin whiskers;", marks=(Mark(20, "1"),)
            ),
            para(("para", "2"), text="Requests the Secretariat:"),
            para(
                ("para", "2"),
                ("subpara", "a"),
                text="To assist Parties, upon request, with inventories of solder;",
                parent=f"{CODE}#para_2",
            ),
            para(
                ("para", "2"),
                ("subpara", "b"),
                text="To convene a workshop, as mentioned in paragraph 4 of the present decision;",
                parent=f"{CODE}#para_2",
                references=(Reference(f"{CODE}, para. 4", "paragraph", "paragraph 4"),),
            ),
            para(("para", "3"), text="Invites the Global Environment Facility to provide funding;"),
            para(("para", "4"), text="Decides to meet in the mountains every spring;"),
            para(("para", "5"), text="Notes the work of the Whisker Expert Group (WEG);"),
            para(("para", "6"), text="Thanks the experts for their patience."),
        ),
        footnotes=(Footnote(CODE, "1", "UNEP/CHW.99/INF/3.", marked_in=(f"{CODE}#para_1",)),),
    )


@pytest.fixture(scope="session")
def index(decision: Document, tmp_path_factory: pytest.TempPathFactory) -> MemoryIndex:
    return MemoryIndex([decision], tmp_path_factory.mktemp("index"), WordVectors(), None)
