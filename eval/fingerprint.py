"""What an outcome depends on, as one hash: the code, the question, the index."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

#: Packages whose code decides what a system answers.
_DECIDING = ("ingest", "assistant", "eval.systems")
_SUFFIXES = {".py", ".toml", ".json", ".safetensors"}


@cache
def code_fingerprint() -> str:
    """A hash over the code and data that systems are made of."""
    digest = hashlib.sha256()
    for package in _DECIDING:
        folder = Path(str(files(package)))
        for path in sorted(folder.rglob("*")):
            if path.suffix in _SUFFIXES and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def fingerprint(*parts: str) -> str:
    """A short hash over texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]
