"""Akoma Ntoso: there and back again, and its own checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ingest.errors import DecisionsError, UnreadableFile
from ingest.export import export
from ingest.export.akn import to_akn
from ingest.export.akn_check import check_akn
from ingest.export.akn_names import AKN, akn, work_uri
from ingest.export.akn_read import from_akn, parse_xml
from ingest.model import Document
from ingest.parse import parse_file
from ingest.pinpoint import parse_eid
from tests.ingest.export.strategies import documents


@given(documents())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_document_survives_the_round_trip(document: Document) -> None:
    xml = to_akn(document)
    assert check_akn(xml) == ()
    assert from_akn(xml) == document


def test_the_shipped_decision(seed: Path) -> None:
    (document,) = parse_file(seed).documents
    xml = export(document, "akn")
    assert check_akn(xml) == ()
    returned = from_akn(xml)
    assert returned.paragraphs == document.paragraphs
    assert returned.footnotes == document.footnotes
    root = parse_xml(xml)
    eids = {one.get("eId") for one in root.iter() if one.get("eId")}
    assert {paragraph.id.partition("#")[2] for paragraph in document.paragraphs} <= eids
    assert root.tag == akn("akomaNtoso") and root[0].tag == akn("statement")
    links = [one.get("href") for one in root.iter(akn("ref"))]
    assert "#para_8" in links
    assert len(list(root.iter(akn("authorialNote")))) == 5


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ('<p eId="a"/><p eId="a"/>', "stands 2 times"),
        ('<ref href="#b"/>', "leads nowhere"),
        ('<p eId="a b"/>', "is no eId"),
    ],
)
def test_the_checks_find(inner: str, problem: str) -> None:
    (found,) = check_akn(f'<akomaNtoso xmlns="{AKN}">{inner}</akomaNtoso>')
    assert problem in found


@pytest.mark.parametrize(
    "xml",
    [
        "", "<a", "<a/>", f'<akomaNtoso xmlns="{AKN}"/>',
        f'<akomaNtoso xmlns="{AKN}"><statement name="decision"/></akomaNtoso>',
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused(xml: str) -> None:
    with pytest.raises(UnreadableFile):
        from_akn(xml)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    xml = (
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        f'<akomaNtoso xmlns="{AKN}"><statement name="d"><docNumber>&e;</docNumber></statement>'
        "</akomaNtoso>"
    )
    assert "hidden words" not in "".join(map(str, parse_xml(xml).itertext()))
    with pytest.raises(UnreadableFile):
        from_akn(xml)


def test_names() -> None:
    assert work_uri("BC-14/21") == "/akn/un/statement/decision/BC-14-21"
    assert parse_eid("annex_II__para_3__subpara_a").label == "annex II, para. 3 (a)"
    with pytest.raises(ValueError, match="not the id"):
        parse_eid("nonsense")


def test_an_unknown_format_is_refused(seed: Path) -> None:
    (document,) = parse_file(seed).documents
    with pytest.raises(DecisionsError, match="akn, markdown, json"):
        export(document, "pdf")
