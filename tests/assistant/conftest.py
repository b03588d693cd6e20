"""A small library of plainly fictional decisions, parsed by the real parser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.question.shelf import Shelf
from ingest.acts import acts_of
from ingest.acts.model import Act
from ingest.model import Document, Paragraph
from ingest.parse import parse_file

LANTERNS = """BC-77/3: Keeping of harbour lanterns

The Conference of the Parties,

Recalling the voyage of the ship Meridian,

1. Welcomes the report on harbour lanterns;¹
2. Requests the Secretariat:
 (a) To count the lanterns of every harbour before 1 March 2077;
 (b) To publish, subject to the availability of candles, a map of the lanterns;
3. Invites Parties and other keepers to polish their lanterns;
4. Notes the plan of a lantern guild composed of the Guild of Wicks, the Glass Union and the \
Secretariat, and requests the Executive Secretary to write to the guild;
5. Also requests the Secretariat to report on the counting referred to in paragraph 2 (a) above \
to the Conference of the Parties at its next meeting.

¹ UNEP/CHW.77/INF/12–UNEP/POPS/COP.70/INF/9.
"""

FOGHORNS = """BC-77/4: Foghorns

The Conference of the Parties,

1. Decides that foghorns shall be sounded in fog, in line with decision BC-77/3;
2. Requests the Secretariat to tune the foghorns;
3. Urges Parties that have no foghorn to ring a bell.
"""


class Shelves:
    """Documents as a library gives them out."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self._documents = {document.code: document for document in documents}

    def documents(self) -> Iterator[Document]:
        return iter(self._documents.values())

    def document(self, name: str) -> Document | None:
        return self._documents.get(name)

    def paragraph(self, identifier: str) -> Paragraph | None:
        document = self._documents[identifier.split("#")[0]]
        return next((p for p in document.paragraphs if p.id == identifier), None)

    def acts(self, where: object = None) -> list[Act]:
        return [act for document in self._documents.values() for act in acts_of(document)]


def _parsed(folder: Path, *texts: str) -> tuple[Document, ...]:
    documents: list[Document] = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        documents += parse_file(path).documents
    return tuple(documents)


@pytest.fixture(scope="session")
def lanterns(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A library of one decision, BC-77/3."""
    return Shelf(Shelves(_parsed(tmp_path_factory.mktemp("one"), LANTERNS)))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A library of two decisions, BC-77/3 and BC-77/4."""
    documents = _parsed(tmp_path_factory.mktemp("two"), LANTERNS, FOGHORNS)
    return Shelf(Shelves(documents))  # type: ignore[arg-type]


BALI = """77/CP.13: Ringing of harbour bells

The Conference of the Parties,

1. Requests the Bell Keeper:
 (a) To ring the harbour bells;
 (b) To oil the harbour bells;
2. Strongly urges the Bell Keeper to count the clappers;
3. Invites Parties, ferrymen and pilots to submit, by 21 March 2078, their views on the bells;
4. Noting the fog, requests the pilots to listen to the Durban gong.
"""

CANCUN = """78/CP.16: Ringing of harbour bells

The Conference of the Parties,

1. Requests the Chairs of the ringing bodies to convene the ringers;
2. Also requests the ringing bodies to choose a tune;
3. Calls upon the Bell Keeper to mend the clappers;
4. Invites Parties to submit, by 9 March 2079, their views on the tune of the Durban gong.
"""

DOHA = """79/CP.18: Guidance to the Fund of Ropes

The Conference of the Parties,

1. Requests the Fund of Ropes to send ropes to every harbour;
2. Decides that the ropes shall be red;
3. Also requests the Board to count the ropes;
4. Requests that the actions of the Fund of Ropes called for in the present decision be undertaken \
subject to the availability of hemp.
"""


@pytest.fixture(scope="session")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A library of decisions adopted in Bali, in Cancun and in Doha."""
    documents = _parsed(tmp_path_factory.mktemp("bells"), BALI, CANCUN, DOHA)
    return Shelf(Shelves(documents))  # type: ignore[arg-type]
