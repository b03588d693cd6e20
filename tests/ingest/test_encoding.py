"""Token vectors while the indexes are written: all of them, or no more than were begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.encoding import Encoding
from ingest.index.cache import Cache
from ingest.index.generation import current_name
from ingest.models import load_late_interaction
from ingest.pipeline import ingest
from ingest.settings import Settings


def _made(folder: Path, paragraphs: int) -> Settings:
    """An index of one fictional decision without token vectors; settings that make them."""
    words = "".join(
        f"{number}. Requests the secretariat to count {number} moons;\n\n"
        for number in range(1, paragraphs + 1)
    )
    path = folder / "moons.txt"
    path.write_text(
        f"Decision 1/CP.98\n\nFictional matters\n\nThe Conference of the Parties,\n\n{words}"
    )
    index = folder / "index"
    ingest([path], Settings(index=index, late_interaction="none", readers=1))
    return Settings(index=index, readers=1)


def _folder(settings: Settings) -> Path:
    name = current_name(settings.index)
    assert name is not None
    return settings.index / name


def test_leaving_the_block_waits_for_all(tmp_path: Path) -> None:
    settings = _made(tmp_path, 5)
    seen: list[tuple[int, int]] = []
    with Encoding(settings, _folder(settings), ["1/CP.98"], lambda *done: seen.append(done)):
        pass
    assert seen[-1] == (5, 5)


def test_a_block_that_raises_ends_it(tmp_path: Path) -> None:
    settings = _made(tmp_path, 700)  # more than two steps
    seen: list[tuple[int, int]] = []
    with (
        pytest.raises(KeyboardInterrupt),
        Encoding(settings, _folder(settings), ["1/CP.98"], lambda *done: seen.append(done)),
    ):
        raise KeyboardInterrupt
    assert len(seen) <= 1


def test_what_goes_wrong_is_raised_at_the_end(tmp_path: Path) -> None:
    settings = _made(tmp_path, 2)

    def full(done: int, total: int) -> None:
        raise OSError("no space left on device")

    with (
        pytest.raises(OSError, match="no space"),
        Encoding(settings, _folder(settings), ["1/CP.98"], full),
    ):
        pass


def test_an_ingest_makes_them_beside_its_indexes(tmp_path: Path) -> None:
    settings = Settings(index=tmp_path / "index", readers=1)
    path = tmp_path / "stars.txt"
    path.write_text(
        "Decision 2/CP.98\n\nFictional matters\n\nThe Conference of the Parties,\n\n"
        "1. Requests the secretariat to count the stars;\n"
    )
    seen: list[tuple[int, int]] = []

    def progress(step: str, done: int, total: int) -> None:
        if step == "encoding":
            seen.append((done, total))

    ingest([path], settings, progress)
    assert seen == [(1, 1)]
    model = load_late_interaction(settings)
    assert model is not None
    cache = Cache(settings.index / "cache" / "tokens.db", model.identity)
    held = cache._db.execute("select count(*) from entry").fetchone()
    cache.close()
    assert held == (1,)
