"""Runs that were made, on disk, so that today's can be compared with an earlier one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.cache import read_outcome, write_outcome
from eval.run import Run
from eval.suite import read_question
from ingest.errors import SuiteInvalid


class History:
    """Runs in a folder, one JSON file each, named by time and suite."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, run: Run) -> Path:
        """Write a run; whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        stamp = run.started.replace(":", "").replace("+0000", "Z")
        path = self.folder / f"{stamp}-{run.suite}.json"
        aside = path.with_suffix(".tmp")
        aside.write_text(json.dumps(_as_data(run), ensure_ascii=False), encoding="utf-8")
        aside.replace(path)
        return path

    def names(self) -> list[str]:
        """Names of all runs, oldest first."""
        return sorted(path.stem for path in self.folder.glob("*.json"))

    def load(self, name: str) -> Run:
        """A run by its name, by ``last``, or by the path of its file.

        Raises:
            SuiteInvalid: There is no such run, or its file is broken.
        """
        names = self.names()
        if name == "last" and names:
            name = names[-1]
        path = self.folder / f"{name}.json"
        if not path.is_file():
            path = Path(name)
        try:
            return _from_data(json.loads(path.read_text(encoding="utf-8")))
        except OSError:
            known = ", ".join(names[-5:]) or "none yet"
            raise SuiteInvalid(f"no run {name!r}", f"the last runs are: {known}") from None
        except (ValueError, KeyError, TypeError):
            raise SuiteInvalid(f"{path} is not a run", "run the suite again") from None

    def find(self, name: str) -> tuple[Run, str]:
        """A system in a run: ``RUN:SYSTEM``, ``RUN`` (its first), ``SYSTEM`` (the last run).

        Raises:
            SuiteInvalid: There is no such run or system.
        """
        run_name, colon, system = name.rpartition(":")
        if not colon:
            last = self.load("last") if self.names() else None
            if last is not None and name in last.outcomes:
                return last, name
            run = self.load(name)
            return run, next(iter(run.outcomes))
        run = self.load(run_name)
        if system not in run.outcomes:
            raise SuiteInvalid(
                f"no system {system!r} in {run_name}", f"it holds: {', '.join(run.outcomes)}"
            )
        return run, system


def _as_data(run: Run) -> dict[str, Any]:
    first = next(iter(run.outcomes.values()), ())
    return {
        "suite": run.suite,
        "started": run.started,
        "index": run.index,
        "questions": [outcome.question.as_json() for outcome in first],
        "outcomes": {
            system: [write_outcome(outcome) for outcome in outcomes]
            for system, outcomes in run.outcomes.items()
        },
    }


def _from_data(data: dict[str, Any]) -> Run:
    questions = [read_question(row) for row in data["questions"]]
    return Run(
        suite=data["suite"],
        started=data["started"],
        index=data["index"],
        outcomes={
            system: tuple(
                read_outcome(row, question) for row, question in zip(rows, questions, strict=True)
            )
            for system, rows in data["outcomes"].items()
        },
    )
