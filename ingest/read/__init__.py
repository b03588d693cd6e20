"""Files -> lines: one reader a format, all giving the same stream (``lines.Pages``)."""

from __future__ import annotations

import stat
from pathlib import Path

from ingest.errors import DecisionsError, FileTooLarge, UnreadableFile
from ingest.read.detect import Format, detect
from ingest.read.lines import Pages

#: Larger files are refused, in megabytes, where the caller sets no other limit.
MAX_FILE_MB = 64


def read_file(path: Path, max_file_mb: int = MAX_FILE_MB) -> Pages:
    """Read one file, whatever its name says it is.

    Args:
        path: The file.
        max_file_mb: Larger files are refused.

    Raises:
        UnreadableFile: It cannot be opened, is empty or damaged; its subclasses say when
            it is of another format, encrypted, a scan or too large. The message holds
            the reason, not the path.
    """
    try:
        _check_size(path, max_file_mb)
        return _read(path, detect(path))
    except DecisionsError:
        raise
    except MemoryError:
        raise FileTooLarge("reading the file takes too much memory", "split it") from None
    except OSError as error:
        raise UnreadableFile(
            f"the file cannot be opened ({error.strerror or error})",
            "see that it is there and that you may read it",
        ) from None


def _check_size(path: Path, max_file_mb: int) -> None:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableFile("this is a folder", "name its files, and see that it can be opened")
    if not stat.S_ISREG(about.st_mode):
        # Opening a pipe or a device could wait for ever.
        raise UnreadableFile("this is not a file")
    if about.st_size > max_file_mb << 20:
        raise FileTooLarge(
            f"the file has {about.st_size / (1 << 20):.0f} MB, more than {max_file_mb}",
            "split it, or raise max_file_mb in the settings",
        )


def _read(path: Path, form: Format) -> Pages:
    """Call the reader; each is imported when it is first needed."""
    match form:
        case "pdf":
            from ingest.read.pdf import read_pdf

            return read_pdf(path)
        case "docx":
            from ingest.read.docx import read_docx

            return read_docx(path)
        case "html":
            from ingest.read.html import read_html

            return read_html(path)
        case "text":
            from ingest.read.text import read_text

            return read_text(path)
