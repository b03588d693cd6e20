"""The glossary as it is shipped, and what the settings add to it.

A file holds ``terms``, a list of tables that give names by language, parted by ``|``:

    terms = [{ en = "Adaptation Fund|AF", es = "Fondo de Adaptación" }]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from assistant.glossary.glossary import Concept, Glossary
from ingest.errors import SettingsInvalid


@lru_cache(maxsize=4)
def load_glossary(further: tuple[Path, ...] = ()) -> Glossary:
    """The shipped concepts; those of further files come first.

    Raises:
        SettingsInvalid: A file cannot be read or is not of this form.
    """
    concepts = [concept for path in further for concept in _concepts(_read(path), str(path))]
    shipped = files("assistant.glossary")
    concepts += _concepts(tomllib.loads(shipped.joinpath("terms.toml").read_text("utf-8")), "")
    concepts += _words(tomllib.loads(shipped.joinpath("words.toml").read_text("utf-8")))
    return Glossary(concepts)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsInvalid(
            f"the glossary {path} cannot be read ({error})", "correct the file or the setting"
        ) from None


def _concepts(table: Mapping[str, Any], source: str) -> list[Concept]:
    rows = table.get("terms")
    if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
        raise SettingsInvalid(
            f"the glossary {source} is not a list of terms",
            'write terms = [{ en = "Global Environment Facility|GEF" }]',
        )
    return [Concept({language: _names(names) for language, names in row.items()}) for row in rows]


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and all(isinstance(names, str) for names in row.values())


def _words(table: Mapping[str, Any]) -> Iterator[Concept]:
    words: Mapping[str, Sequence[str]] = table["words"]
    for english, (french, spanish) in words.items():
        yield Concept({"en": _names(english), "fr": _names(french), "es": _names(spanish)})


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split("|") if name.strip())
