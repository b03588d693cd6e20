"""What is written: JSON as UTF-8 whatever the locale, text without control characters."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from ui.cli.output import clean, complain, write_json, write_json_line


def test_json_is_utf8_and_survives_undecodable_names(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    value = {"name": "б\udc80.pdf", "text": "°C – “x”"}
    write_json(value)
    out = capfdbinary.readouterr().out
    assert "°C – “x”".encode() in out
    assert json.loads(out) == value
    write_json_line({"text": "a\nb"})
    assert capfdbinary.readouterr().out == b'{"text": "a\\nb"}\n'


def test_text_cannot_command_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\td\ne") == "a[31mbc\td\ne"


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\nb \x1b[2Jc")
    assert capsys.readouterr().err == "decisions: a b [2Jc\n"


def test_any_locale_will_do(run: Any, seed: Any) -> None:
    poor = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("parse", seed, "--json", env=poor)
    assert done.returncode == 0, done.stderr
    assert "“Towards a Pollution-Free Planet”" in done.stdout
    assert run("parse", seed, env=poor).returncode == 0
