"""Writing: data to stdout, everything else to stderr."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

# Terminals obey control characters; text of documents and questions may hold any.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text without characters that a terminal would obey."""
    return _CONTROL.sub("", text)


def write_json(value: object) -> None:
    """Write one JSON value to stdout, indented, as UTF-8 whatever the locale."""
    _write(json.dumps(value, ensure_ascii=False, indent=2))


def write_json_line(value: Mapping[str, Any]) -> None:
    """Write one JSON object on one line, at once."""
    _write(json.dumps(value, ensure_ascii=False))


def write_text(text: str) -> None:
    """Write text to stdout as UTF-8 whatever the locale, as it is."""
    _write(text.removesuffix("\n"))


def _write(text: str) -> None:
    # Undecodable bytes of file names arrive as lone surrogates; as \udc80 they are JSON.
    data = f"{text}\n".encode("utf-8", "backslashreplace")
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a stream that takes text only
        sys.stdout.write(data.decode("utf-8"))
    else:
        binary.write(data)
    sys.stdout.flush()


def complain(message: str) -> None:
    """One line to stderr: ``decisions: <message>``."""
    line = clean(" ".join(message.split()))
    data = f"decisions: {line}\n".encode("utf-8", "backslashreplace").decode("utf-8")
    sys.stderr.write(data)
    sys.stderr.flush()


def console() -> Console:
    """For what people read on stdout; text is printed as it stands, never as markup."""
    return _console(stderr=False)


def progress_console() -> Console:
    """For progress and notes, on stderr."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)
