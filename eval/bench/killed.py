"""An index that is killed: one writing process, SIGKILL at a chosen moment, and the checks after.

The process is a fork of this one, which has imported everything but started no thread, so
that two hundred of them take minutes. What dies is a real process, with its own readers,
models, databases and vector store.
"""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.doctor import examine
from ingest.errors import IndexMissing
from ingest.index.generation import current_name
from ingest.library import Library
from ingest.pipeline import Report, ingest
from ingest.settings import Settings

#: Where a kill is aimed: any moment of the whole run, or shortly after a sign of a stage,
#: with the seconds within which it then strikes.
AIMS = {
    "any": 0.0,
    "reading": 0.5,
    "embedding": 1.5,
    "building": 0.6,
    "publishing": 0.05,
    "encoding": 0.8,
}

#: A first ingest makes everything anew; the others mostly find what they need in the caches.
_FIRST_SHARE = 1.5


@dataclass(slots=True)
class Outcome:
    """What came of all kills.

    Attributes:
        killed: How many processes were killed, by aim and by operation.
        late: Processes that had finished before the signal; they are not counted above.
        opened: Kills after which the index opened, or after which there was none yet.
        clean: Kills after which the doctor found no damage at once.
        recovered: Those that took one more ingest for that.
        lost: Codes that had been reported as added and were gone.
        published: Kills after which the new state was the current one already.
        exact: Runs to the end after which the library held exactly what the files give.
    """

    killed: dict[str, int] = field(default_factory=dict)
    late: int = 0
    opened: int = 0
    clean: int = 0
    recovered: int = 0
    lost: list[str] = field(default_factory=list)
    published: int = 0
    exact: int = 0
    inexact: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many were killed."""
        return sum(self.killed.values())


class Victim:
    """An index with its folder of files, ingested by processes that are killed.

    Args:
        folder: For the files and the index.
        texts: Text by name of file.
        chance: For choice of files, moments and variants.
    """

    def __init__(self, folder: Path, texts: dict[str, str], chance: random.Random) -> None:
        self.files, self.settings = folder / "files", Settings(index=folder / "index")
        self.files.mkdir(parents=True)
        self._texts, self._chance = texts, chance
        self._variant = 0
        self._seconds = 5.0
        self.reported: set[str] = set()

    def change(self) -> str:
        """Add, alter or delete a file; returns which of them."""
        there = sorted(path.name for path in self.files.iterdir())
        missing = sorted(set(self._texts) - set(there))
        kinds = ["add"] * bool(missing) + ["update", "delete"] * (len(there) > 1)
        kind = self._chance.choice(kinds or ["update"])
        if kind == "delete":
            (self.files / self._chance.choice(there)).unlink()
            return kind
        name = self._chance.choice(missing if kind == "add" else there)
        self._variant += 1
        lines = self._texts[name].splitlines()
        for place in self._chance.sample(range(len(lines)), max(1, len(lines) // 8)):
            if len(lines[place].split()) > 8:
                lines[place] += f" Fictional variant {self._variant}."
        (self.files / name).write_text("\n".join(lines), encoding="utf-8")
        return kind

    def fill(self) -> None:
        """Write every file as it is."""
        for name, text in self._texts.items():
            (self.files / name).write_text(text, encoding="utf-8")

    def kill(self, aim: str) -> bool:
        """Ingest and kill it; returns whether the signal came before the end."""
        before = current_name(self.settings.index)
        child, signs = _forked(lambda progress: self._ingest(progress))
        self._strike(aim, signs, before)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(signs)
        return os.WIFSIGNALED(status)

    def _ingest(self, progress: Callable[[str, int, int], None]) -> Report:
        return ingest([self.files], self.settings, progress)

    def _strike(self, aim: str, signs: int, before: str | None) -> None:
        share = _FIRST_SHARE if before is None else 1.0
        if aim == "any":
            time.sleep(self._chance.uniform(0, 1.1 * self._seconds * share))
            return
        deadline = time.monotonic() + 120
        said = b""
        while time.monotonic() < deadline:
            if select.select([signs], [], [], 0.0005)[0]:
                some = os.read(signs, 65536)
                if not some:
                    return
                said += some
            if self._reached(aim, said, before):
                break
        time.sleep(self._chance.uniform(0, AIMS[aim] * share))

    def _reached(self, aim: str, said: bytes, before: str | None) -> bool:
        if aim == "encoding":
            return b"encoding" in said
        if aim == "reading":
            return any(self.settings.index.glob("gen-*/library.db"))
        if aim == "embedding":
            return b"reading done" in said
        made = [p for p in self.settings.index.glob("gen-*") if p.name != before]
        wanted = "rows" if aim == "building" else "state.json"
        return any((path / wanted).exists() for path in made)

    def run(self) -> None:
        """Ingest to the end."""
        started = time.perf_counter()
        if not _succeeds(lambda: _really(self._ingest(lambda step, done, total: None))):
            raise RuntimeError("an ingest that nobody killed failed")
        self._seconds = max(2.0, (self._seconds + time.perf_counter() - started) / 2)
        self.reported = self.codes()

    def codes(self) -> set[str]:
        """What the index holds; nothing where there is none."""
        try:
            with Library(self.settings.index) as library:
                return set(library.codes())
        except IndexMissing:
            return set()

    def doctor(self) -> bool:
        """Whether the index opens and nothing is damaged, as another process sees it."""
        return current_name(self.settings.index) is None or _succeeds(
            lambda: not examine(self.settings).damage
        )


def _really(report: Report) -> bool:
    return not report.failed


def _forked(work: Callable[[Callable[[str, int, int], None]], object]) -> tuple[int, int]:
    """Run in a process of its own; gives its id and a pipe of its signs of progress."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading

    def progress(step: str, done: int, total: int) -> None:
        os.write(writing, f"{step} {'done' if done == total else 'more'}\n".encode())

    try:
        work(progress)
    finally:
        os._exit(0)


def _succeeds(look: Callable[[], bool]) -> bool:
    """Whether it says yes, in a process of its own."""
    child = os.fork()
    if not child:
        status = 1
        try:
            status = 0 if look() else 1
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0
