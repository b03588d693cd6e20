from __future__ import annotations

import json

import pytest

from assistant.answer.reading import Reading
from assistant.question.shelf import Shelf
from assistant.show import Shown, show
from ingest.catalogue import Catalogue
from ingest.errors import UnknownReference


def _show(shelf: Shelf, reference: str) -> Shown:
    def open_(code: str) -> Reading | None:
        document = shelf.library.document(code)
        return Reading(document) if document else None

    return show(reference, shelf, open_, Catalogue(), shelf.only)


@pytest.mark.parametrize("reference", ["BC-77/3, para. 2 (b)", "BC-77/3#para_2__subpara_b"])
def test_a_paragraph_with_its_surroundings(harbour: Shelf, reference: str) -> None:
    shown = _show(harbour, reference)
    assert shown.label == "BC-77/3, para. 2 (b)"
    assert [one.number for one in shown.chapeau] == ["2"]
    assert shown.before is not None
    assert shown.before.number == "2(a)"
    assert shown.after is None


def test_footnotes_with_their_documents(harbour: Shelf) -> None:
    note = _show(harbour, "BC-77/3, para. 1").footnotes[0]
    assert note.documents[0].symbols[0] == "UNEP/CHW.77/INF/12"
    assert not note.documents[0].in_corpus


def test_links_in_both_directions(harbour: Shelf) -> None:
    assert [link.source for link in _show(harbour, "BC-77/3, para. 2 (a)").links_to] == [
        "BC-77/3, para. 5"
    ]
    links = _show(harbour, "BC-77/4, para. 1").links_from
    assert [(link.target, link.in_corpus) for link in links] == [("BC-77/3", True)]


def test_a_footnote_and_a_whole_decision(harbour: Shelf) -> None:
    assert [one.number for one in _show(harbour, "BC-77/3, footnote 1").below] == ["1"]
    assert len(_show(harbour, "BC-77/4").below) >= 3


def test_it_is_plain_data(harbour: Shelf) -> None:
    for reference in ("BC-77/3, para. 1", "BC-77/3, footnote 1", "BC-77/4"):
        data = _show(harbour, reference).as_json()
        assert json.loads(json.dumps(data))["label"]


@pytest.mark.parametrize(
    "reference", ["BC-77/3, para. 12", "BC-99/1", "gibberish", "para. 2", "BC-77/3#x"]
)
def test_what_is_not_there_is_said_in_one_line(harbour: Shelf, reference: str) -> None:
    with pytest.raises(UnknownReference) as error:
        _show(harbour, reference)
    assert "\n" not in str(error.value)
