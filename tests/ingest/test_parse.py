"""The shipped decision, parsed whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Document
from ingest.parse import parse_file


@pytest.fixture(scope="module")
def decision(seed: Path) -> Document:
    (document,) = parse_file(seed).documents
    return document


def test_numbers(decision: Document) -> None:
    letters = [f"6({c})" for c in "abcde"]
    before, after = [str(n) for n in range(1, 7)], [str(n) for n in range(7, 12)]
    assert [p.number for p in decision.paragraphs] == [*before, *letters, *after]
    assert decision.code == "BC-14/21"
    assert decision.title == "International cooperation and coordination"
    assert decision.meeting == "BC-14"


def test_list_goes_on_after_footnotes(decision: Document) -> None:
    items = {p.number: p for p in decision.paragraphs}
    assert items["6(d)"].parent == "BC-14/21#para_6"
    assert items["6(d)"].text.startswith("To continue to work closely with other international")
    assert items["6(d)"].text.endswith("marine plastic litter and microplastics;")
    assert items["6"].text == "Requests the Secretariat:"


def test_footnotes(decision: Document) -> None:
    marked = {f.number: f.marked_in for f in decision.footnotes}
    assert marked == {
        "1": ("BC-14/21#para_1",),
        "2": ("BC-14/21#para_2",),
        "3": ("BC-14/21#para_5",),
        "4": ("BC-14/21#para_5",),
        "5": ("BC-14/21#para_5",),
    }
    fifth = decision.paragraphs[4]
    offset = fifth.marks[0].offset
    assert fifth.text[:offset].endswith("31 December 2018,")


def test_text_holds_neither_marks_nor_emphasis(decision: Document) -> None:
    for paragraph in decision.paragraphs:
        assert not set(paragraph.text) & set("*¹²³⁴⁵")


def test_verbs(decision: Document) -> None:
    verbs = {p.number: p.verb for p in decision.paragraphs}
    assert verbs["10"] == "Also requests"
    assert verbs["3"] == "Calls upon"
    assert verbs["11"] == "Further requests"
