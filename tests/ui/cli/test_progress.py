"""Progress where somebody can see it, silence where nobody can."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from ui.cli import progress


def _shown(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=100)
    monkeypatch.setattr(progress, "progress_console", lambda: console)
    with progress.showing_progress() as show:
        for done in range(5):
            show("reading", done, 4)
        show("embedding", 16, 16)
    return file.getvalue()


def test_a_terminal_sees_how_much_and_how_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _shown(monkeypatch, terminal=True)
    assert "reading" in shown
    assert "4/4" in shown
    assert "files/s" in shown


def test_a_log_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, terminal=False) == ""
