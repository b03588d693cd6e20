"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Machines that are busy are slow: time proves nothing here.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real documents; tests that need it are skipped aloud without it."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", ROOT.parent / "shared" / "corpora"))
    if not folder.is_dir():
        pytest.skip(f"the corpora are not at {folder}; set DECISIONS_CORPORA")
    return folder


@pytest.fixture(scope="session")
def seed() -> Path:
    """The shipped decision BC-14/21."""
    return ROOT / "corpus" / "decisions" / "BC-14-21.txt"
