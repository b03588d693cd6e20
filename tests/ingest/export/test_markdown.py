"""Markdown and JSON exports."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.export import export
from ingest.parse import parse_file


def test_the_shipped_decision_can_be_read_in_again(seed: Path, tmp_path: Path) -> None:
    (document,) = parse_file(seed).documents
    path = tmp_path / "again.md"
    path.write_text(export(document, "markdown"), encoding="utf-8")
    (again,) = parse_file(path).documents
    assert (again.code, again.title) == (document.code, document.title)
    assert again.paragraphs == document.paragraphs
    assert again.footnotes == document.footnotes


def test_json_is_the_contracts_form(seed: Path) -> None:
    (document,) = parse_file(seed).documents
    assert json.loads(export(document, "json")) == document.as_json()
