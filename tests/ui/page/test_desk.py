"""The first reader does not wait for the models."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.settings import Settings
from ui.page.desk import open_desk

CORPUS = Path(__file__).parents[3] / "corpus" / "decisions"


@pytest.mark.models
def test_all_models_are_loaded_when_the_desk_opens(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    shutil.copytree(CORPUS, folder)
    settings = Settings(index=tmp_path / "index", readers=1)
    ingest([folder], settings)
    assistant = vars(open_desk(settings))["_assistant"]
    assert {"_cross", "_late", "_judge", "_retriever"} <= vars(assistant).keys()
