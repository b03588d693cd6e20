"""A real index of BC-14/21, and the command line over it in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.settings import load_settings


@dataclass(frozen=True)
class Done:
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def decision(tmp_path_factory: pytest.TempPathFactory, seed: Path) -> Path:
    """The index."""
    folder = tmp_path_factory.mktemp("decision")
    assert ingest([seed], load_settings(folder)).paragraphs == 16
    return folder


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str], decision: Path) -> Callable[..., Done]:
    """Run ``decisions …`` over the index."""
    from ui.cli.main import main

    def run(*words: str | Path) -> Done:
        capfd.readouterr()
        status = main([*map(str, words), "--index", str(decision)])
        out, err = capfd.readouterr()
        return Done(status, out, err)

    return run
