"""What the masthead says about a file: symbols, date, language, who issued it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ingest.acts.verb import opening_verb
from ingest.read.lines import Line
from ingest.structure.closing import read_date
from ingest.structure.labels import read_label
from ingest.structure.language import language_of
from ingest.symbols import find_symbols

_TOP = 45
_ADOPTED = re.compile(
    r"(?:adopted|aprobad[ao]|adopt[ée]e?)\b[^.;]{0,120}?\b(?:on|el|le)\s+(?P<date>\d[^,;.]{4,30})",
    re.IGNORECASE,
)
_DISTRIBUTED = re.compile(r"(?:distr\.?|g[ée]n[ée]rale?|limited|restricted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known about a file.

    Attributes:
        symbols: Of the document, every alias; empty where it shows none.
        adopted: Date that the masthead gives for the adoption, ISO.
        issued: Date of issue, ISO.
        language: ISO 639-1.
        text: The words at the top, to tell ambiguous codes apart.
    """

    symbols: tuple[str, ...]
    adopted: str | None
    issued: str | None
    language: str
    text: str


def read_masthead(
    lines: Sequence[Line], furniture: Sequence[str], language: str | None
) -> Masthead:
    """Read the top of a file.

    Args:
        lines: Of the whole file.
        furniture: Its running headers, which repeat the symbol.
        language: As the format gives it.
    """
    top = [line.text for line in _above_text(lines[:_TOP])]
    text = "\n".join(top)
    adopted = _ADOPTED.search(text.replace("\n", " "))
    return Masthead(
        _symbols(top, furniture),
        read_date(adopted["date"]) if adopted else None,
        _issued(top),
        language or language_of("\n".join(line.text for line in lines)),
        text,
    )


def _above_text(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines before the first sentence of a decision, without notes."""
    for line in lines:
        if not line.text.strip() or line.spans[0].raised or line.role == "footnote":
            continue
        label = read_label(line.text)
        if opening_verb(line.text[label.length if label else 0 :]) is not None:
            return
        yield line


def _symbols(top: Sequence[str], furniture: Sequence[str]) -> tuple[str, ...]:
    """The symbol alone on its line, or in the running header; not one that a sentence names."""
    for text in (*furniture, *top):
        for cell in re.split(r"\t|\s{2,}|\|", text):
            found = find_symbols(cell)
            if found and len(cell.strip()) <= found[0].end - found[0].start + 12:
                return found[0].documents[0]
    return ()


def _issued(top: Sequence[str]) -> str | None:
    for index, text in enumerate(top):
        if _DISTRIBUTED.search(text) and len(text) < 120:
            for near in top[index : index + 4]:
                day = read_date(near)
                if day:
                    return day
    return None


def name_of(source: str) -> str:
    """A code for a document that shows no symbol: from its file's name."""
    return re.sub(r"[^\w.()-]+", "-", PurePath(source).stem).strip("-") or "document"
