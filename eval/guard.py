"""The guard against regressions: floors under the shipped suite, in one file.

``floors.toml`` names, for each suite, the values below which CI fails. They lie a margin under
what is measured, so that noise passes and a real loss does not; whoever raises quality raises
them in the same change.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

from eval.gate import parse_floors
from ingest.errors import SuiteInvalid


def floors() -> dict[str, dict[str, float]]:
    """Suite to measure to floor; for latencies the value is a ceiling.

    Raises:
        SuiteInvalid: The file names a measure that does not exist.
    """
    text = (Path(str(files("eval"))) / "floors.toml").read_text(encoding="utf-8")
    return {
        suite: parse_floors(f"{name}={value}" for name, value in rows.items())
        for suite, rows in tomllib.loads(text).items()
    }


def floors_of(suite: str) -> dict[str, float]:
    """The floors of one suite.

    Raises:
        SuiteInvalid: The suite has none.
    """
    known = floors()
    if suite not in known:
        raise SuiteInvalid(f"no floors for {suite!r}", f"one of: {', '.join(known)}")
    return known[suite]
