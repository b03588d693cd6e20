"""The catalogue: the documents that decisions refer to, and where a reader can get them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from ingest.codes import parse_code
from ingest.errors import SettingsInvalid
from ingest.symbols import normalise_symbol


class Entry(BaseModel):
    """One document of the catalogue.

    Attributes:
        symbols: Every name of it, canonical; the first is the one it is shown by.
        title: As far as it is known; may be empty.
        page: Where a reader can look for it; may be empty.
        address: Where the file itself can be downloaded; may be empty.
        sha256: Checksum of that file; may be empty.
        in_corpus: Whether the corpus folder holds it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbols: tuple[str, ...] = Field(min_length=1)
    title: str = ""
    page: str = Field(default="", pattern=r"^(https?://\S+)?$")
    address: str = Field(default="", pattern=r"^(https?://\S+)?$")
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    in_corpus: bool = False

    @field_validator("symbols")
    @classmethod
    def _canonical(cls, symbols: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(canonical_name(symbol) for symbol in symbols)


class Catalogue(BaseModel):
    """All documents of the catalogue, found by any of their names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: tuple[Entry, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, Entry]:
        """Entries by every name that they have."""
        return {symbol: entry for entry in self.document for symbol in entry.symbols}

    def find(self, name: str) -> Entry | None:
        """The document of that name, in any spelling; None where it is not listed."""
        return self.by_name.get(canonical_name(name))

    def aliases(self, name: str) -> tuple[str, ...]:
        """All names of the document, the given one among them."""
        entry = self.find(name)
        return entry.symbols if entry else (canonical_name(name),)


def canonical_name(name: str) -> str:
    """A decision's code as codes are written, a document's symbol as symbols are."""
    code = None if "/" in name and len(name.split("/")) > 2 else parse_code(name)
    return code.code if code else normalise_symbol(name)


def load_catalogue(path: Path) -> Catalogue:
    """Read a catalogue; where there is no such file, it is empty.

    Raises:
        SettingsInvalid: It is no TOML, has an unknown key, or lists a name twice.
    """
    if not path.exists():
        return Catalogue()
    try:
        catalogue = Catalogue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"{path} is not TOML ({error})", "correct it") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SettingsInvalid(f"{path}: {place}: {first['msg']}", "correct that entry") from None
    seen: set[str] = set()
    for entry in catalogue.document:
        for symbol in entry.symbols:
            if symbol in seen:
                raise SettingsInvalid(
                    f"{path}: {symbol} is listed twice", "give each document one entry"
                )
            seen.add(symbol)
    return catalogue
