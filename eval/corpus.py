"""The index of a suite, made from the files that hold its decisions.

A suite over the shipped decisions needs nothing else. The others name files of the corpora in
``suites/sources.toml``; each file holds the decisions of a whole session, of which those are
taken that the suite has its gold in, written out as Markdown and ingested like any file. So a
suite is measured among its own look-alike decisions, and its index takes a minute, not ten.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from eval.suite import load_suite
from ingest.errors import DecisionsError, SuiteInvalid
from ingest.export import export
from ingest.model import Document
from ingest.pinpoint import parse_label
from ingest.pool import parse_files
from ingest.settings import Settings

_SHIPPED = Path("corpus/decisions")


@dataclass(frozen=True, slots=True)
class Source:
    """Suites that share an index, and the files that it is made from."""

    suites: tuple[str, ...]
    files: tuple[str, ...]

    def decisions(self) -> frozenset[str]:
        """Codes of the decisions in which the suites have their gold."""
        questions = (one for name in self.suites for one in load_suite(name).questions)
        return frozenset(parse_label(label)[0] for one in questions for label in one.gold)


def sources() -> dict[str, Source]:
    """The source of each suite that is not over the shipped decisions."""
    path = Path(str(files("eval"))) / "suites" / "sources.toml"
    groups = tomllib.loads(path.read_text(encoding="utf-8")).values()
    made = [Source(tuple(group["suites"]), tuple(group["files"])) for group in groups]
    return {suite: source for source in made for suite in source.suites}


def prepare(suite: str, settings: Settings) -> list[Path]:
    """What to ingest for a suite: the shipped decisions, or its own, written out as files.

    Raises:
        SuiteInvalid: The corpora are not there, or lack one of the decisions.
    """
    load_suite(suite)  # a name that is no suite is told first
    source = sources().get(suite)
    if source is None:
        if not _SHIPPED.is_dir():
            raise SuiteInvalid(f"no {_SHIPPED} here", "run from the project's folder")
        return [_SHIPPED]
    folder = settings.index / "eval" / "sources" / "+".join(source.suites)
    folder.mkdir(parents=True, exist_ok=True)
    for document in _documents(source, settings):
        name = document.code.replace("/", "_")
        (folder / f"{name}.md").write_text(export(document, "markdown"), encoding="utf-8")
    return [folder]


def _documents(source: Source, settings: Settings) -> Sequence[Document]:
    corpora = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    paths = [corpora / name for name in source.files]
    if missing := [path for path in paths if not path.is_file()]:
        raise SuiteInvalid(f"no {missing[0]}", "set DECISIONS_CORPORA to the folder of the corpora")
    wanted = source.decisions()
    found: dict[str, Document] = {}
    for path, parsed in parse_files(paths, settings):
        if isinstance(parsed, DecisionsError):
            raise SuiteInvalid(f"{path}: {parsed.message}", "restore the file")
        found |= {one.code: one for one in parsed.documents if one.code in wanted}
    if lacking := sorted(wanted - found.keys()):
        raise SuiteInvalid(f"not in the corpora: {', '.join(lacking)}", "restore the files")
    return [found[code] for code in sorted(found)]
