"""The README's tables are complete: every setting, every dependency, every command."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ingest.models.carriers import BGE_SMALL, COLBERT, MARCO, MINILM
from ingest.settings import Settings
from ui.cli.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _table(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_every_setting_is_told_with_its_default() -> None:
    told = {name.strip("`"): default.strip("`") for name, default, _ in _table("Settings")}
    fields = Settings.model_fields
    assert list(told) == [f"DECISIONS_{name.upper()}" for name in fields]
    for name, field in fields.items():
        said, value = told[f"DECISIONS_{name.upper()}"], field.default
        if isinstance(value, bool):
            assert said == str(value).lower(), name
        elif isinstance(value, int | float):
            assert float(said) == value, name
        elif isinstance(value, str | Path):
            assert said == str(value), name


def test_the_example_of_settings_is_accepted() -> None:
    example = README.split("```toml\n")[1].split("```")[0]
    assert Settings(**tomllib.loads(example)).fetch_patterns


def test_every_dependency_is_told_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = (project["dependencies"], *project["optional-dependencies"].values())
    wanted = [re.split(r"[<>=\[]", one)[0] for group in lists for one in group]
    rows = _table("What each dependency is for")
    assert [name.strip("`") for name, *_ in rows] == wanted
    assert all(licence and purpose for _, licence, purpose in rows)
    assert not [row for row in rows if "AGPL" in row[1]]


def test_every_carried_model_is_told_with_its_checksum() -> None:
    told = {(row[2].split()[0], row[3].strip("`")) for row in _table("Models")}
    carried = (MINILM, MARCO, COLBERT, BGE_SMALL)
    assert told == {(one.package, one.sha256[:16]) for one in carried}


def test_every_command_is_told() -> None:
    told = {row[0].split()[1].strip("`") for row in _table("Use")}
    assert told == set(COMMANDS)
