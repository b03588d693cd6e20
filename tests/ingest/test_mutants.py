"""Hundreds of damaged files, read as an ingest reads them: none may crash or hang."""

from __future__ import annotations

import pytest

from ingest.errors import NothingCitable, ReadTimedOut, UnreadableFile
from ingest.parse import Parsed
from ingest.pool import parse_files
from ingest.settings import Settings
from tests.ingest.mutants import WHOLE, mutants

COUNTS = {"pdf": 90, "docx": 120, "html": 70, "txt": 40}
SEED = 2019


def read(folder, named):
    paths = []
    for name, data in named.items():
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    settings = Settings(readers=2, max_read_seconds=30)
    return {read.path.name: read.result for read in parse_files(paths, settings)}


def test_the_whole_files_are_read(tmp_path):
    found = read(tmp_path, {f"whole.{form}": make() for form, make in WHOLE.items()})
    for result in found.values():
        assert isinstance(result, Parsed)
        assert result.documents[0].code == "BC-99/1"


@pytest.mark.parametrize("form", COUNTS)
def test_damaged_files_are_read_or_refused(tmp_path, form):
    damaged = {
        f"{index}.{form}": data for index, data in enumerate(mutants(form, COUNTS[form], SEED))
    }
    found = read(tmp_path, damaged)
    assert len(found) == COUNTS[form]
    for name, result in found.items():
        if isinstance(result, Parsed):
            continue
        assert isinstance(result, UnreadableFile | NothingCitable), name
        assert not isinstance(result, ReadTimedOut), name
        assert "\n" not in str(result), name
        # What nobody foresaw is caught too, but here is a fault of ours.
        assert "could not be read (" not in str(result), f"{name}: {result}"
        assert "crashed" not in str(result), f"{name}: {result}"
        assert "ended its reader" not in str(result), f"{name}: {result}"


def test_mutants_are_many_and_always_the_same():
    assert sum(COUNTS.values()) >= 300
    assert list(mutants("html", 5, SEED)) == list(mutants("html", 5, SEED))
