"""Files to a new state of the index: read, put into the library, embed, build aside, publish.

Until the last step nothing that readers see is touched, so that a process that dies at any
moment leaves the index as it was; what it had computed stays in the caches.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest.errors import DecisionsError, IndexDamaged, IndexMismatch, IndexMissing
from ingest.index.build import Builder, drop
from ingest.index.cache import Cache
from ingest.index.generation import (
    Lease,
    State,
    altered,
    begin,
    current_name,
    lease,
    publish,
    remove_old,
    unpublished,
)
from ingest.index.reader import check
from ingest.index.tokens import TokenVectors
from ingest.index.vectors import VectorCache
from ingest.librarian import Librarian, dense_key
from ingest.library import FILE, Library, paths_in, readable
from ingest.lock import writable, writing
from ingest.memory import give_back
from ingest.models import embedder_identity
from ingest.models.apart import load_embedder
from ingest.parse import Parsed
from ingest.passage import passages_of
from ingest.pool import parse_files
from ingest.settings import Settings
from ingest.version import analysis_version
from ingest.work import Work, look

#: Texts that are embedded together: enough that those of like length meet in a batch.
_GATHERED = 2048

_REBUILD = "run decisions ingest --rebuild"

#: Called as work goes on: which step, how much is done, of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did.

    Attributes:
        added, updated, removed: Codes of documents, sorted.
        unchanged: How many documents stayed as they were.
        failed: Path and reason of each file that gave nothing.
        documents, paragraphs: How many the library holds now.
        seconds: Wall time.
        warnings: One line each.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    documents: int = 0
    paragraphs: int = 0
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the index holds anything else than before."""
        return bool(self.added or self.updated or self.removed)

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "added": list(self.added),
            "updated": list(self.updated),
            "unchanged": self.unchanged,
            "removed": list(self.removed),
            "failed": [{"path": path, "reason": reason} for path, reason in self.failed],
            "documents": self.documents,
            "paragraphs": self.paragraphs,
            "seconds": round(self.seconds, 3),
        }


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress = lambda step, done, total: None,
    *,
    wait: bool = False,
    rebuild: bool = False,
) -> Report:
    """Bring the index up to date with files and folders.

    Args:
        paths: Files and folders; a file that has gone from a folder is removed.
        settings: Where the index is, models, limits.
        progress: Called as work goes on.
        wait: Wait for another writer.
        rebuild: Build the indexes anew from the library, whatever they hold.

    Raises:
        IndexBusy: Another process is writing.
        IndexDamaged: What was written did not come back.
        IndexMismatch: Another model or version built the index, and ``rebuild`` is not set.
        IndexUnwritable: There is no space, or no permission.
        ModelMissing: The embedder's weights are not on this machine.
    """
    started = time.perf_counter()
    root = settings.index
    with writable(root), writing(root, wait=wait), ExitStack() as stack:
        before = None if rebuild else _before(settings)
        base = _library_file(root, whole=before is None)
        old = stack.enter_context(Library(root, unpublished(base.parent))) if base else None
        if before is not None:
            stack.callback(before.close)
        work = look([*paths, *_lost(root, base, paths)], old.files() if old else {})
        if before is not None and base is not None and work and altered(base.parent, FILE):
            raise IndexDamaged(f"the library in {base.parent} is damaged", _REBUILD)
        if before is not None and old is not None and not work:
            report = _unchanged(work, old)
        else:
            report = _Ingest(settings, progress, before, old, base).run(work)
    return replace(report, seconds=time.perf_counter() - started)


def _before(settings: Settings) -> Lease | None:
    """The state before, if its indexes can be carried on; they are built anew if not.

    Raises:
        IndexMismatch: Another model or version built it: to be rebuilt only when asked to.
    """
    try:
        before = lease(settings.index)
    except (IndexMissing, IndexDamaged):
        return None
    try:
        check(before.state, settings)
    except IndexMismatch:
        before.close()
        raise
    return before


def _library_file(root: Path, *, whole: bool) -> Path | None:
    """The library of the current state, if it can be read: also where its indexes cannot."""
    path = _current_library(root)
    if path is None or not readable(path, whole=whole):
        return None
    return None if whole and FILE in altered(path.parent, FILE) else path


def _current_library(root: Path) -> Path | None:
    name = current_name(root)
    return root / name / FILE if name else None


def _lost(root: Path, base: Path | None, paths: Sequence[Path]) -> list[Path]:
    """The files of a library that is damaged: they are read again.

    Raises:
        IndexDamaged: It does not say them any more, and none are named.
    """
    current = _current_library(root)
    if base is not None or current is None:
        return []
    known = paths_in(current)
    if not known and not paths:
        raise IndexDamaged(
            f"the library in {current.parent} cannot be read",
            "run decisions ingest --rebuild with every file and folder that it was made of",
        )
    return known


def _unchanged(work: Work, library: Library) -> Report:
    documents, paragraphs = library.count()
    return Report(
        unchanged=documents,
        failed=tuple(work.failed),
        documents=documents,
        paragraphs=paragraphs,
        warnings=tuple(work.warnings),
    )


class _Ingest:
    """One run that changes something."""

    def __init__(
        self,
        settings: Settings,
        progress: Progress,
        before: Lease | None,
        old: Library | None,
        base: Path | None,
    ) -> None:
        self._settings, self._progress = settings, progress
        self._before, self._old, self._base = before, old, base
        cache = settings.index / "cache"
        identity = embedder_identity(settings)
        known = before.state if before and before.state.embedder == identity else None
        self._vectors = VectorCache(
            cache / "vectors.db",
            identity,
            known.dimension if known else 0,
            lambda: load_embedder(settings),
        )
        self._terms = Cache(cache / "terms.db", analysis_version())

    def run(self, work: Work) -> Report:
        """Do the work in a generation of its own and publish it."""
        try:
            return self._run(work)
        finally:
            self._vectors.close()
            self._terms.close()

    def _run(self, work: Work) -> Report:
        root = self._settings.index
        number, folder = begin(root)
        try:
            changed = self._fill(work, folder / FILE)
            if not changed and (self._before or not self._old):
                shutil.rmtree(folder)
                return self._nothing(work)
            with Library(root, unpublished(folder)) as library:
                report = self._compare(library, work)
                publish(root, folder, self._build(library, folder, number))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._let_go()
        drop(self._settings, remove_old(root))
        # Built anew, it may be by other parts or for another model than before.
        self._encode({*report.added, *report.updated} if self._before else None)
        return report

    def _let_go(self) -> None:
        """Close the state before, so that it can be removed."""
        if self._old is not None:
            self._old.close()
        if self._before is not None:
            self._before.close()

    def _nothing(self, work: Work) -> Report:
        """Only failures: the index stays as it is, or is not made at all."""
        if self._old is not None:
            return _unchanged(work, self._old)
        return Report(failed=tuple(work.failed), warnings=tuple(work.warnings))

    def _fill(self, work: Work, path: Path) -> bool:
        """Bring a copy of the library up to date; returns whether that changed anything."""
        if self._base is not None:
            shutil.copyfile(self._base, path)
        librarian = Librarian(path)
        try:
            if self._before is None:
                librarian.reopen()
            read = self._read(work, librarian)
            for file in work.touched:
                librarian.remember(file)
            for name in work.gone:
                librarian.remove(name)
            work.warnings += librarian.settle()
        finally:
            librarian.close()
        return bool(read or work.touched or work.gone)

    def _read(self, work: Work, librarian: Librarian) -> int:
        """Read files, embedding what came before while others are read; returns how many."""
        files = dict(work.read)
        waiting: dict[bytes, str] = {}
        read = 0
        for done, (path, result) in enumerate(parse_files(files, self._settings), start=1):
            file = files[path]
            if isinstance(result, DecisionsError):
                work.failed.append((str(path), str(result)))
                librarian.failed(file._replace(reason=str(result)))
            else:
                read += 1
                librarian.put(file, result.documents)
                work.warnings += [f"{path}: {warning}" for warning in result.warnings]
                waiting |= self._vectors.unknown(_texts(result))
                if waiting:
                    self._vectors.prepare()
                # While the model is being loaded, others are read.
                if len(waiting) >= _GATHERED and self._vectors.ready:
                    self._vectors.embed(waiting)
                    waiting = {}
            self._progress("reading", done, len(files))
        self._vectors.embed(waiting)
        self._vectors.release()
        return read

    def _compare(self, library: Library, work: Work) -> Report:
        new = library.versions()
        before = self._old.versions() if self._old else {}
        codes, old = new.keys(), before.keys()
        updated = {code for code in codes & old if new[code] != before[code]}
        documents, paragraphs = library.count()
        return Report(
            added=tuple(sorted(codes - old)),
            updated=tuple(sorted(updated)),
            removed=tuple(sorted(old - codes)),
            unchanged=len(codes & old) - len(updated),
            failed=tuple(work.failed),
            documents=documents,
            paragraphs=paragraphs,
            warnings=tuple(work.warnings),
        )

    def _encode(self, codes: set[str] | None) -> None:
        """Token vectors of what is new (None for all), for the second reading of candidates.

        After the new state is published, which does not wait for them: searching computes what
        is missing. Not while it is built: that needs the memory.
        """
        give_back(cycles=True)  # what building has left over
        with Library(self._settings.index) as library:
            tokens = TokenVectors(self._settings, library)
            for done, total in tokens.remember(library.codes() if codes is None else codes):
                self._progress("encoding", done, total)
            tokens.close()

    def _build(self, library: Library, folder: Path, number: int) -> State:
        total = library.count()[1]
        done = 0

        def tick(count: int) -> None:
            nonlocal done
            done += count
            self._progress("indexing", done, total)

        builder = Builder(library, folder, number, self._vectors, self._terms, self._settings)
        return builder.build(self._before, tick)


def _texts(parsed: Parsed) -> dict[bytes, str]:
    """The texts to embed, by content key."""
    passages = (one for document in parsed.documents for one in passages_of(document))
    return {dense_key(passage): passage.dense for passage in passages}
