from __future__ import annotations

import pytest

from eval.corpus import prepare, sources
from eval.suite import load_suite, shipped_suites
from ingest.errors import SuiteInvalid
from ingest.settings import load_settings


def test_every_source_names_shipped_suites():
    assert sources().keys() <= shipped_suites().keys()


def test_a_suite_over_the_shipped_decisions_needs_no_corpora(tmp_path, monkeypatch):
    monkeypatch.setenv("DECISIONS_CORPORA", str(tmp_path / "none"))
    [folder] = prepare("bc-14-21", load_settings(tmp_path))
    assert (folder / "BC-14-21.txt").is_file()


def test_corpora_that_are_not_there_are_said(tmp_path, monkeypatch):
    monkeypatch.setenv("DECISIONS_CORPORA", str(tmp_path / "none"))
    with pytest.raises(SuiteInvalid, match="DECISIONS_CORPORA"):
        prepare("unfccc", load_settings(tmp_path))


def test_a_suite_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(SuiteInvalid, match="no suite"):
        prepare("owls", load_settings(tmp_path))


def test_the_sources_hold_every_decision_of_the_blind_suite(corpora, tmp_path, monkeypatch):
    monkeypatch.setenv("DECISIONS_CORPORA", str(corpora))
    [folder] = prepare("unfccc-blind", load_settings(tmp_path))
    golden = {
        label.split(", ")[0] for q in load_suite("unfccc-blind").questions for label in q.gold
    }
    assert {path.stem.replace("_", "/") for path in folder.glob("*.md")} == golden
