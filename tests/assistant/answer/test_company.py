"""What answers together: all that is believed of a list, else what is about as good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.answer.company import together
from assistant.answer.judge import Candidate, Verdict
from assistant.answer.reading import Reading
from ingest.model import Paragraph
from ingest.parse import parse_file

GONGS = """BC-77/5: Gongs

The Conference of the Parties,

1. Decides that the review of the gongs shall draw upon:
 (a) The ledgers of gongs;
 (b) The diaries of gongs;
 (c) Any song;
 (d) Any rumour;
 (e) Any map;
2. Requests the Secretariat to hang each gong;
3. Invites Parties to strike the gongs;
4. Also invites Parties to oil the gongs.
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "gongs.txt"
    path.write_text(GONGS, encoding="utf-8")
    (document,) = parse_file(path).documents
    return Reading(document)


def _cited(reading: Reading, logits: dict[str, float], *, several: bool = False) -> list[str]:
    def verdict(paragraph: Paragraph) -> Verdict:
        logit = logits.get(paragraph.pinpoint.label, -5.0)
        return Verdict(reading, paragraph, logit, 1.0, 1.0, (), 0.9)

    def weigh(rest: Sequence[Candidate]) -> list[Verdict]:
        return [verdict(paragraph) for _, paragraph, _ in rest]

    # Of the list, 1 (e) is not among the candidates.
    sure = [verdict(p) for p in reading.document.paragraphs if p.pinpoint.label in logits]
    sure = [one for one in sure if one.paragraph.pinpoint.label != "para. 1 (e)"]
    sure.sort(key=lambda one: -one.reranked)
    found = together(sure, weigh, several=several)
    return sorted(one.paragraph.pinpoint.label for one in found)


def test_one_place_is_answered_by_what_is_about_as_good(reading: Reading) -> None:
    logits = {"para. 2": 6.0, "para. 3": 5.0, "para. 4": 3.0}
    assert _cited(reading, logits) == ["para. 2", "para. 3"]


def test_several_places_are_answered_by_all_that_is_believed(reading: Reading) -> None:
    logits = {"para. 2": 6.0, "para. 3": 5.0, "para. 4": 3.0, "para. 1 (a)": -1.0}
    assert _cited(reading, logits, several=True) == ["para. 2", "para. 3", "para. 4"]


def test_items_that_are_believed_bring_those_that_were_no_candidates(reading: Reading) -> None:
    logits = {"para. 1 (a)": 6.0, "para. 1 (b)": 3.0, "para. 1 (c)": 2.5, "para. 1 (e)": 4.0}
    assert _cited(reading, logits) == ["para. 1", *(f"para. 1 ({c})" for c in "abcde")]


def test_one_item_does_not_make_a_list(reading: Reading) -> None:
    assert _cited(reading, {"para. 1 (a)": 6.0, "para. 1 (b)": 3.0}) == ["para. 1 (a)"]
