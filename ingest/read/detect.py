"""What format a file is, by its content: names lie."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from ingest.errors import EncryptedFile, UnreadableFile, UnsupportedFormat
from ingest.read.charset import decode

Format = Literal["pdf", "docx", "html", "text"]

_HEAD = 1 << 16
_REMEDY = "give PDF, DOCX, HTML, Markdown or text"

#: Formats that people try, and how they can be had in one that is read.
_FOREIGN = (
    (b"{\\rtf", "Rich Text", "save it as DOCX or PDF"),
    (b"\x89PNG", "a picture (PNG)", "run text recognition (OCR) and give its PDF"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run text recognition (OCR) and give its PDF"),
    (b"GIF8", "a picture (GIF)", "run text recognition (OCR) and give its PDF"),
    (b"II*\0", "a picture (TIFF)", "run text recognition (OCR) and give its PDF"),
    (b"MM\0*", "a picture (TIFF)", "run text recognition (OCR) and give its PDF"),
    (b"\x1f\x8b", "a compressed archive (gzip)", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (7-Zip)", "unpack it"),
    (b"Rar!", "a compressed archive (RAR)", "unpack it"),
    (b"PK\x05\x06", "an empty archive (ZIP)", _REMEDY),
    (b"\x7fELF", "a program", _REMEDY),
    (b"MZ\x90\0", "a program", _REMEDY),
    (b"SQLite format 3\0", "a database", _REMEDY),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

#: What may stand before the first tag: white space, comments, the XML declaration.
_PROLOGUE = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)+", re.DOTALL)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|base|link|script|style|noscript|main|article"
    r"|section|header|nav|form|div|span|p|pre|blockquote|h[1-6]|table|ol|ul|dl|br|hr|a|b|i|em|strong|font|center)\b",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<(?:\?xml|!doctype)\b", re.IGNORECASE)
#: The form of our own catalogue: a TOML list of documents, each with its symbols.
_CATALOGUE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s|#[^\n]*\n)*\[\[[ \t]*document[ \t]*\]\][^\n]*\n"
    rb"(?:(?!\[)[^\n]*\n)*?[ \t]*symbols[ \t]*=[ \t]*\["
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def detect(path: Path) -> Format:
    """The format of a file; Markdown counts as text.

    Raises:
        UnreadableFile: It is empty.
        EncryptedFile: A Word file that needs a password.
        UnsupportedFormat: None of the formats that are read; the message says what it is.
        OSError: It cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableFile("the file is empty", "check that it was saved completely")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _archive(path, head)
    if head.startswith(_OLE):
        raise _old_office(path)
    for magic, name, remedy in _FOREIGN:
        if head.startswith(magic):
            raise UnsupportedFormat(f"the file is {name}", remedy)
    if is_mhtml(head):
        return "html"
    if _CATALOGUE.match(head):
        raise UnsupportedFormat(
            "the file is a catalogue of documents, not a document",
            "name it in DECISIONS_CATALOGUE, and ingest the documents themselves",
        )
    return _textual(decode(head))


def is_catalogue(path: Path) -> bool:
    """Whether a file is a catalogue (``ingest.catalogue``) by its content, whatever its name."""
    try:
        # Opening a pipe or a device could wait for ever.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _CATALOGUE.match(file.read(_HEAD)) is not None
    except OSError:
        return False


def is_mhtml(head: bytes) -> bool:
    """Whether it is a web page that a browser saved as one file (MHTML)."""
    top = head[:4096]
    return b"MIME-Version:" in top and _MHTML.search(top) is not None


def _textual(text: str) -> Format:
    prologue = _PROLOGUE.match(text)
    start = prologue.end() if prologue else 0
    if _HTML.match(text, start):
        return "html"
    if _XML.match(text):
        raise UnsupportedFormat("the file is XML of another kind", _REMEDY)
    return "text"


def _archive(path: Path, head: bytes) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        # Cut short or altered: what stands first tells; the reader says what is wrong.
        names = ["word/"] if b"word/" in head or b"[Content_Types].xml" in head else []
    folders = {name.replace("\\", "/").lstrip("/").split("/")[0].lower() for name in names}
    if "word" in folders:
        return "docx"
    for folder, name in (("xl", "a spreadsheet"), ("ppt", "a presentation")):
        if folder in folders:
            raise UnsupportedFormat(f"the file is {name}", "save it as PDF")
    if "content.xml" in folders:
        raise UnsupportedFormat("the file is OpenDocument", "save it as DOCX or PDF")
    if "[content_types].xml" in folders:
        return "docx"
    raise UnsupportedFormat("the file is a ZIP archive", "unpack it and give its files")


def _old_office(path: Path) -> UnreadableFile:
    # The directory of streams may stand anywhere in the file, often at its end.
    if _ENCRYPTED_PACKAGE in path.read_bytes():
        return EncryptedFile("the file needs a password", "save it without one")
    return UnsupportedFormat("the file is Word 97–2003 or older Office", "save it as DOCX or PDF")
