"""The manual is the commands' own help."""

from __future__ import annotations

from pathlib import Path

from ui.cli.docs import manual
from ui.cli.registry import COMMANDS, load

ROOT = Path(__file__).resolve().parents[3]


def test_the_manual_is_current() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == manual(), "run `make docs`"


def test_every_command_takes_index_and_has_help() -> None:
    text = manual()
    for name in COMMANDS:
        assert load(name).name == name
        section = text.split(f"\n## decisions {name}\n")[1].split("\n## ")[0]
        assert name == "eval" or "--index DIR" in section, name
