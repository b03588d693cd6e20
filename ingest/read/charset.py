"""Bytes of a text file -> its characters."""

from __future__ import annotations

import codecs
import unicodedata

from ingest.errors import UnsupportedFormat

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Control characters that texts exported from word processors do hold: tab, the line
#: and page breaks, cell marks, the end-of-file of DOS, soft and non-breaking hyphens.
_USUAL_CONTROLS = frozenset("\t\n\r\v\f\x07\x1a\x1e\x1f\x85")

#: A text may have this share of stray control characters; compressed data has a tenth.
_STRAY_SHARE = 0.02

#: Texts in a Latin script have at most this share of letters outside ASCII, texts in
#: another script far more; below it the only old encoding worth a guess is windows-1252.
_LATIN_SHARE = 0.25

_SAMPLE = 1 << 16


def decode(data: bytes, declared: str | None = None) -> str:
    r"""The characters of a text file, whatever its encoding, with ``\n`` line ends.

    A byte order mark decides; else UTF-8 where the bytes are valid, else what the file
    declares, else UTF-16 by its zeros, else a guess from the bytes.

    Args:
        data: The whole file, or its beginning.
        declared: The encoding that the text names (HTML).

    Raises:
        UnsupportedFormat: The bytes are no text.
    """
    text = _decode(data, declared)
    if is_binary(text):
        raise UnsupportedFormat("the content is not text", "give PDF, DOCX, HTML or text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_binary(text: str) -> bool:
    """Whether too many control characters stand in it for a text."""
    sample = text[:_SAMPLE]
    stray = sum(
        1
        for char in sample
        if char == "\ufffd" or (char not in _USUAL_CONTROLS and unicodedata.category(char) == "Cc")
    )
    return stray > _STRAY_SHARE * len(sample)


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").lstrip("\ufeff")
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        # Not final: a file that is cut within a character is still UTF-8.
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode(_known(declared) or _guess(data), errors="replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: most of every second byte is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    for name, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[offset::2].count(0) > 0.7 * half and sample[1 - offset :: 2].count(0) == 0:
            return name
    return None


def _known(declared: str | None) -> str | None:
    """The declared encoding, where it is one for text and can be true of this file."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    # As browsers do: Latin-1 and ASCII are read as windows-1252; UTF-8 has just failed.
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    known = name.startswith(("cp", "iso8859", "koi8", "gb", "big5", "shift", "euc", "mac"))
    return name if known else None


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    high = sum(1 for byte in sample if byte >= 0x80)
    if high <= _LATIN_SHARE * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
