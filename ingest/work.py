"""What an ingest has to do, found by comparing files with what is known of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.librarian import FileKnown
from ingest.read.detect import is_catalogue
from ingest.version import parser_version
from ingest.walk import passed_over, walk


@dataclass(slots=True)
class Work:
    """What is to be done, found by looking at the files."""

    read: list[tuple[Path, FileKnown]] = field(default_factory=list)
    touched: list[FileKnown] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.read or self.touched or self.gone)


def look(paths: Sequence[Path], known: dict[str, FileKnown]) -> Work:
    """Compare files with what is known of them; content is read only where dates differ."""
    work = Work()
    walked = walk(paths)
    work.warnings += passed_over(walked.skipped)
    parser = parser_version()
    seen: set[str] = set()
    for path in walked.files:
        name = _name(path)
        seen.add(name)
        before = known.get(name)
        try:
            stat = path.stat()
        except OSError:
            work.read.append((path, FileKnown(name, "", 0, 0, parser)))
            continue
        good = before is not None and before.reason is None and before.parser == parser
        if before and good and (before.size, before.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
            continue
        digest = _sha256(path)
        file = FileKnown(name, digest, stat.st_size, stat.st_mtime_ns, parser)
        if before and good and before.sha256 == digest:
            work.touched.append(file)
        else:
            work.read.append((path, file))
    folders = [Path(_name(path)) for path in paths if path.is_dir()]
    work.gone = [
        name
        for name in sorted(known)
        if name not in seen
        # A catalogue that an earlier version took for a document is none.
        and (not Path(name).exists() or is_catalogue(Path(name)))
        and any(Path(name).is_relative_to(folder) for folder in folders)
    ]
    return work


def _name(path: Path) -> str:
    # Names of files are bytes; what is no UTF-8 in them must still fit a database of text.
    return str(path.absolute()).encode("utf-8", "backslashreplace").decode("utf-8")


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
