"""The catalogue that is shipped, and broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.catalogue import Catalogue, canonical_name, load_catalogue
from ingest.errors import SettingsInvalid
from ingest.parse import parse_file


def test_the_shipped_catalogue_lists_what_the_shipped_decision_names(seed: Path) -> None:
    catalogue = load_catalogue(seed.parent.parent / "catalogue.toml")
    (document,) = parse_file(seed).documents
    for note in document.footnotes:
        entry = catalogue.find(note.symbols[0])
        assert entry is not None
        assert set(note.symbols) <= set(entry.symbols)
    for paragraph in document.paragraphs:
        for reference in paragraph.references:
            assert reference.kind == "paragraph" or catalogue.find(reference.to)


def test_any_name_finds_the_document(seed: Path) -> None:
    catalogue = load_catalogue(seed.parent.parent / "catalogue.toml")
    aliases = catalogue.aliases("unep/pops/cop.9/inf/38")
    assert aliases == (
        "UNEP/CHW.14/INF/36",
        "UNEP/FAO/RC/COP.9/INF/29",
        "UNEP/POPS/COP.9/INF/38",
    )
    assert all(catalogue.aliases(alias) == aliases for alias in aliases)
    assert set(catalogue.aliases("a/res/70/1")) == {"A/RES/70/1", "70/1"}
    assert catalogue.aliases("UNEP/X.1/INF/9") == ("UNEP/X.1/INF/9",)
    assert catalogue.find("UNEP/X.1/INF/9") is None


def test_names_are_canonical() -> None:
    assert canonical_name("bc 14/21") == "BC-14/21"
    assert canonical_name("fccc/sbi/2018/inf.5") == "FCCC/SBI/2018/INF.5"


def test_where_there_is_no_file_it_is_empty(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path / "none.toml") == Catalogue()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[document", "not TOML"),
        ("\xff", "not TOML"),
        ('[[document]]\nsymbols = ["A/1/2"]\nname = "x"', "name"),
        ('[[paper]]\nsymbols = ["A/1/2"]', "paper"),
        ("[[document]]\nsymbols = []", "symbols"),
        ('[[document]]\nsymbols = ["A/1/2"]\naddress = "file:///etc"', "address"),
        ('[[document]]\nsymbols = ["A/1/2"]\nsha256 = "abc"', "sha256"),
        ('[[document]]\nsymbols = ["A/1/2"]\n[[document]]\nsymbols = ["a/1/2"]', "twice"),
    ],
)
def test_a_broken_catalogue_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(SettingsInvalid, match=reason):
        load_catalogue(path)
