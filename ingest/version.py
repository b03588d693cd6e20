"""Versions of the program's own parts, taken from their source: a change is never overlooked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent

#: What makes documents and their passages of a file: everything else only stores or shows them.
_PARSER = ("read", "structure", "acts", "data", "index/analysis.py")
_STORING = ("pipeline", "doctor", "lock", "library", "version", "fetch", "export")
_RUNNING = ("walk", "pool", "sandbox", "worker", "settings", "errors", "memory")


@cache
def parser_version() -> str:
    """Changes when any file is to be parsed again."""
    own = [path for path in _HERE.glob("*.py") if path.stem not in (*_STORING, *_RUNNING)]
    return _digest([*own, *(_HERE / part for part in _PARSER)])


@cache
def analysis_version() -> str:
    """Changes when any passage is to be analysed into terms again."""
    return _digest([_HERE / "passage.py", _HERE / "index" / "analysis.py"])


def _digest(paths: Iterable[Path]) -> str:
    files = sorted(
        file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])
    )
    digest = hashlib.sha256()
    for file in files:
        if file.suffix in {".py", ".toml", ".json", ".txt"} and file.is_file():
            digest.update(file.relative_to(_HERE).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
