"""The identification that every Akoma Ntoso document carries (FRBR: work, expression, file)."""

from __future__ import annotations

from lxml import etree

from ingest.export.akn_inline import clean
from ingest.export.akn_names import LANGUAGES, akn, ours, work_uri
from ingest.model import Document

#: The date that stands where none is known; the standard demands one.
UNKNOWN_DATE = "0001-01-01"


def write_meta(
    parent: etree._Element, document: Document, component: str = "main"
) -> etree._Element:
    """Add the ``meta`` of a document, or of its annex ``component``."""
    meta = etree.SubElement(parent, akn("meta"))
    identification = etree.SubElement(meta, akn("identification"), {"source": "#source"})
    work = work_uri(document.code, document.form)
    language = LANGUAGES.get(document.language, document.language)
    for level, uri in (
        ("FRBRWork", work),
        ("FRBRExpression", f"{work}/{language}@"),
        ("FRBRManifestation", f"{work}/{language}@.akn"),
    ):
        element = etree.SubElement(identification, akn(level))
        _value(element, "FRBRthis", f"{uri}/!{component}")
        _value(element, "FRBRuri", uri)
        if level == "FRBRWork" and component == "main":
            for symbol in document.symbols:
                _value(element, "FRBRalias", symbol).set("name", "symbol")
        date = document.adopted or UNKNOWN_DATE
        known = "adoption" if document.adopted else "unknown"
        etree.SubElement(element, akn("FRBRdate"), {"date": date, "name": known})
        etree.SubElement(element, akn("FRBRauthor"), {"href": "#body"})
        if level == "FRBRWork":
            _value(element, "FRBRcountry", "un")
        elif level == "FRBRExpression":
            etree.SubElement(element, akn("FRBRlanguage"), {"language": language})
    references = etree.SubElement(meta, akn("references"), {"source": "#source"})
    if component == "main":
        _organization(references, "body", document.body or "")
        _organization(references, "source", "decision-assistant").set(
            ours("file"), clean(document.source)
        )
    return meta


def _value(parent: etree._Element, name: str, value: str) -> etree._Element:
    return etree.SubElement(parent, akn(name), {"value": clean(value)})


def _organization(parent: etree._Element, eid: str, shown: str) -> etree._Element:
    attributes = {
        "eId": eid,
        "href": f"/akn/ontology/organization/un/{eid}",
        "showAs": clean(shown),
    }
    return etree.SubElement(parent, akn("TLCOrganization"), attributes)
