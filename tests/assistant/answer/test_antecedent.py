"""What a paragraph names in short is found where it is given whole, or with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.antecedent import antecedent
from assistant.answer.reading import Reading
from assistant.question import understand
from assistant.question.shelf import Shelf
from ingest.model import Document
from ingest.parse import parse_file
from tests.assistant.conftest import Shelves

TIDES = """BC-77/8: Tides

The Conference of the Parties,

1. Recalls the Tidal Approach to Harbour Safety and the plan "Towards a Dry Harbour";¹
2. Takes note of the report by the Secretariat on moon and tides;²
3. Requests the Secretariat to carry out the plan "Towards a Dry Harbour";
4. Invites Parties to follow the Tidal Approach and to write to those who are listed in the \
report by the Secretariat.

¹ UNEP/CHW.77/INF/1.
² UNEP/CHW.77/INF/2.
"""


@pytest.fixture
def tides(tmp_path: Path) -> Document:
    path = tmp_path / "tides.txt"
    path.write_text(TIDES, encoding="utf-8")
    (document,) = parse_file(path).documents
    return document


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Paragraph 4 just says “the Tidal Approach”. What is its full name?", "para. 1"),
        ("Para 4 mentions the Tidal Approach: where is that spelled out?", "para. 1"),
        ('Para. 3 refers to the plan "Towards a Dry Harbour"; where is it first cited?', "para. 1"),
        (
            "Paragraph 4 speaks of those in the Secretariat's report. What is its symbol?",
            "para. 2",
        ),
        # It has the source itself.
        ("Paragraph 2 mentions a report by the Secretariat. What is its symbol?", None),
        ("What does paragraph 4 say?", None),
        ("Paragraph 4 mentions whales. What is their full name?", None),
    ],
)
def test_where_it_is_given(tides: Document, question: str, label: str | None) -> None:
    shelf = Shelf(Shelves((tides,)))  # type: ignore[arg-type]
    piece = antecedent(understand(question, (), shelf), lambda code: Reading(tides))
    found = piece.place.label.split(", ", 1)[1] if piece is not None else None
    assert found == label
