"""Paths that people name -> the files to read, each once.

Whoever names a folder means the documents in it, not what lies beside them: settings, data,
programs, the catalogue. Whoever names a file means that file, whatever it is called.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ingest.lock import LOCK
from ingest.read.detect import is_catalogue

#: Endings of names that no document has. Whatever else there is, is tried: names lie, and a
#: scan or a spreadsheet that is left out has to be said with its reason.
_NO_DOCUMENTS = {
    "settings": "cfg conf env ini lock properties toml yaml yml",
    "data": "csv db geojson json jsonl ndjson npy npz parquet pickle pkl sqlite sqlite3 tsv",
    "program text": "bat c cc cpp css go h ipynb java js ps1 py pyc pyi r rb rs sh sql ts tsx",
}
_REASONS = {
    f".{ending}": reason for reason, endings in _NO_DOCUMENTS.items() for ending in endings.split()
}

#: Files that tell about a folder or a program.
_ABOUT = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|authors|contributing|changelog|makefile|dockerfile|"
    r"requirements)(?:\.(?:md|txt|rst|html?))?",
    re.IGNORECASE,
)


#: Files that one line names.
_SHOWN = 5


class Skipped(NamedTuple):
    """A file in a folder that is not read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Walk:
    """What was found.

    Attributes:
        files: In the order named, and by name within a folder. Holds also what does not
            exist or cannot be opened, so that reading it says so.
        skipped: Files in folders that nobody means when naming the folder.
    """

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...] = ()


def walk(paths: Iterable[Path]) -> Walk:
    """Find the files below paths; links are followed, a loop of folders ends.

    A file that is reached twice, by whatever links, stands there once.
    """
    walker = _Walker()
    files = tuple(file for path in paths for file in walker.named(path))
    return Walk(files, tuple(walker.skipped))


def passed_over(skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """One line for each reason: how many files were passed over, and which."""
    names: dict[str, list[str]] = {}
    for path, reason in skipped:
        names.setdefault(reason, []).append(path.name)
    return tuple(
        f"{len(some)} passed over ({reason}): "
        + ", ".join(some[:_SHOWN])
        + (f" and {len(some) - _SHOWN} more" if len(some) > _SHOWN else "")
        for reason, some in names.items()
    )


class _Walker:
    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self._seen: set[tuple[int, int]] = set()

    def named(self, path: Path) -> Iterator[Path]:
        """A path as given: a hidden file that somebody names is meant."""
        yield from self._folder(path) if path.is_dir() else self._file(path)

    def _file(self, path: Path) -> Iterator[Path]:
        if not self._known(path):
            yield path

    def _folder(self, folder: Path) -> Iterator[Path]:
        # A list of folders instead of recursion: depth has no limit here.
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            if self._known(current):
                continue
            try:
                names = sorted(os.listdir(current))  # noqa: PTH208 - bytes of any kind as names
            except OSError:
                yield current
                continue
            inner = []
            for path in (current / name for name in names):
                reason = _unwanted(path)
                if reason:
                    self.skipped.append(Skipped(path, reason))
                elif path.is_dir():
                    inner.append(path)
                else:
                    yield from self._file(path)
            waiting.extend(reversed(inner))

    def _known(self, path: Path) -> bool:
        """Whether it was reached before; what cannot be looked at never was."""
        try:
            about = path.stat()
        except OSError:
            return False
        identity = (about.st_dev, about.st_ino)
        if identity in self._seen:
            return True
        self._seen.add(identity)
        return False


def _unwanted(path: Path) -> str | None:
    name = path.name
    if name.startswith(("~$", ".~lock.")):
        return "lock file of an open document"
    if name.startswith("."):
        return "hidden"
    if name.lower() in ("thumbs.db", "desktop.ini", "__macosx"):
        return "file of the operating system"
    if path.is_dir():
        return "index of ours" if (path / LOCK).is_file() else None
    if is_catalogue(path):
        return "catalogue of documents"
    if _ABOUT.fullmatch(name):
        return "about the folder"
    return _REASONS.get(path.suffix.lower())
