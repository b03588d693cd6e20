"""Links in both directions, over a small fictional library and the shipped decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.catalogue import Catalogue, Entry, load_catalogue
from ingest.errors import UnknownReference
from ingest.links import documents_behind, refs, target_of, wanted
from ingest.model import Document, Footnote, Mark, Paragraph
from ingest.parse import parse_file
from ingest.pinpoint import Pinpoint
from ingest.references import link


@dataclass
class Shelf:
    """Documents, as a library gives them."""

    held: tuple[Document, ...]

    def documents(self) -> Iterable[Document]:
        return self.held


def _document(
    code: str, *texts: str, notes: tuple[str, ...] = (), symbols: tuple[str, ...] = ()
) -> Document:
    paragraphs = []
    for number, text in enumerate(texts, 1):
        marks = (Mark(len(text), str(number)),) if number <= len(notes) else ()
        at = Pinpoint() / ("para", str(number))
        paragraphs.append(Paragraph(code, at, "operative", text, marks=marks))
    footnotes = tuple(
        Footnote(code, str(number), text, marked_in=(f"{code}#para_{number}",))
        for number, text in enumerate(notes, 1)
    )
    return link(
        Document(
            code,
            "Fictional",
            "f.txt",
            symbols=symbols,
            paragraphs=tuple(paragraphs),
            footnotes=footnotes,
        )
    )


CATALOGUE = Catalogue(
    document=(
        Entry(symbols=("UNEP/X.1/INF/2", "UNEP/Y.1/INF/3"), title="A report"),
        Entry(symbols=("UNEP/X.1/INF/9",)),
    )
)
SHELF = Shelf(
    (
        _document(
            "1/CP.90",
            "Recalls decision 2/CP.90, paragraph 1, and decision 5/CP.80;",
            "Requests reports under paragraph 1 above;",
            notes=("UNEP/Y.1/INF/3.",),
        ),
        _document("2/CP.90", "Takes note of decision 5/CP.80 and UNEP/X.1/INF/2;"),
        _document(
            "UNEP/Z.1/INF/1", "See decision 1/CP.90.", symbols=("UNEP/Z.1/INF/1", "UNEP/W.1/INF/7")
        ),
    )
)


def rows(**wanted_: object) -> list[tuple[str, str, bool]]:
    links = refs(SHELF, CATALOGUE, **wanted_)  # type: ignore[arg-type]
    return [(one.source, one.target, one.in_corpus) for one in links]


def test_all_links_in_reading_order() -> None:
    assert rows() == [
        ("1/CP.90, para. 1", "2/CP.90, para. 1", True),
        ("1/CP.90, para. 1", "5/CP.80", False),
        ("1/CP.90, para. 1", "UNEP/Y.1/INF/3", False),
        ("1/CP.90, para. 2", "1/CP.90, para. 1", True),
        ("1/CP.90, footnote 1", "UNEP/Y.1/INF/3", False),
        ("2/CP.90, para. 1", "5/CP.80", False),
        ("2/CP.90, para. 1", "UNEP/X.1/INF/2", False),
        ("UNEP/Z.1/INF/1, para. 1", "1/CP.90", True),
    ]


def test_from_and_to_a_paragraph() -> None:
    assert rows(reference="para 1 of decision 2/CP.90") == [
        ("1/CP.90, para. 1", "2/CP.90, para. 1", True),
        ("2/CP.90, para. 1", "5/CP.80", False),
        ("2/CP.90, para. 1", "UNEP/X.1/INF/2", False),
    ]


def test_a_document_under_any_of_its_names() -> None:
    to_report = rows(reference="unep/x.1/inf/2")
    assert to_report == rows(reference="UNEP/Y.1/INF/3")
    assert [source for source, _, _ in to_report] == [
        "1/CP.90, para. 1",
        "1/CP.90, footnote 1",
        "2/CP.90, para. 1",
    ]


class Indexed(Shelf):
    """A shelf that knows who mentions whom; it may not be read through."""

    def documents(self) -> Iterable[Document]:
        raise AssertionError("all documents were read")

    def document(self, name: str) -> Document | None:
        return next((one for one in self.held if one.code == name), None)

    def published_in(self, symbol: str) -> list[str]:
        return [one.code for one in self.held if symbol in (one.code, *one.symbols)]

    def links_into(self, code: str) -> list[tuple[str, str]]:
        found = [(one.source, one.target) for one in refs(SHELF, CATALOGUE)]
        return [pair for pair in found if pair[1].split(", ")[0] == code]


@pytest.mark.parametrize(
    "reference", ["1/CP.90", "2/CP.90, para. 1", "UNEP/Y.1/INF/3", "unep/x.1/inf/2", "5/CP.80"]
)
def test_a_library_with_an_index_is_not_read_through(reference: str) -> None:
    assert refs(Indexed(SHELF.held), CATALOGUE, reference) == refs(SHELF, CATALOGUE, reference)


def test_what_is_missing_comes_with_the_most_wanted_first() -> None:
    targets = [target for _, target, _ in rows(missing=True)]
    assert targets == ["5/CP.80", "5/CP.80", "UNEP/Y.1/INF/3", "UNEP/Y.1/INF/3", "UNEP/X.1/INF/2"]
    first, second = wanted(SHELF, CATALOGUE)
    assert (first.symbols, first.mentions) == (("5/CP.80",), 2)
    assert (second.symbols, second.mentions) == (("UNEP/X.1/INF/2", "UNEP/Y.1/INF/3"), 2)
    assert second.title == "A report"


def test_a_document_that_is_held_under_an_alias_is_not_missing() -> None:
    shelf = Shelf((*SHELF.held, _document("UNEP/X.1/INF/2", "Says little.")))
    assert [one.symbols for one in wanted(shelf, CATALOGUE)] == [("5/CP.80",)]


def test_a_reference_that_names_nothing() -> None:
    with pytest.raises(UnknownReference, match="names no document"):
        refs(SHELF, CATALOGUE, "nonsense")


def test_the_place_behind_a_reference() -> None:
    documents = {one.code: one for one in SHELF.held}
    first, second = SHELF.held[0].paragraphs[0].references
    assert target_of(first, documents) is SHELF.held[1].paragraphs[0]
    assert target_of(second, documents) is None


def test_footnote_3_of_the_shipped_decision_leads_to_its_report(seed: Path) -> None:
    catalogue = load_catalogue(seed.parent.parent / "catalogue.toml")
    shelf = Shelf(parse_file(seed).documents)
    links = refs(shelf, catalogue, "BC-14/21, para. 5")
    report = next(one for one in links if one.target == "UNEP/CHW.14/INF/36")
    assert report.as_json() == {
        "from": "BC-14/21, para. 5",
        "to": "UNEP/CHW.14/INF/36",
        "kind": "document",
        "in_corpus": False,
    }
    note = next(one for one in shelf.held[0].footnotes if one.number == "3")
    assert documents_behind(note, catalogue) == (
        ("UNEP/CHW.14/INF/36", "UNEP/FAO/RC/COP.9/INF/29", "UNEP/POPS/COP.9/INF/38"),
    )
