"""PDF files to lines, through PDFium."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import EncryptedFile, NoTextLayer, UnreadableFile
from ingest.read.lines import Line, Pages
from ingest.read.miscoded import mended
from ingest.read.pdf_chars import page_chars
from ingest.read.pdf_fonts import Fonts
from ingest.read.pdf_lines import page_lines

_AGAIN = "fetch or save the file again"


def read_pdf(path: Path) -> Pages:
    """The lines of a PDF, page by page from top to bottom.

    Raises:
        EncryptedFile: A password is needed.
        NoTextLayer: All pages are pictures.
        UnreadableFile: It is broken or has no pages.
    """
    lines: list[Line] = []
    warnings: list[str] = []
    fonts = Fonts()
    with _opened(path) as document:
        count = len(document)
        if count == 0:
            raise UnreadableFile("the PDF has no pages", _AGAIN)
        broken, pictures = [], []
        for number in range(1, count + 1):
            with _page(document, number) as page:
                if page is None:
                    broken.append(number)
                    continue
                chars = page_chars(page.raw, fonts)
                found = page_lines(chars, number) if chars is not None else []
                if not found and _has_picture(page):
                    pictures.append(number)
                lines.extend(found)
    if not any(line.text.strip() for line in lines):
        if len(broken) == count:
            raise UnreadableFile("no page of the PDF can be read", _AGAIN)
        raise NoTextLayer(
            "the PDF has no text layer" if pictures else "the pages of the PDF are empty",
            "run text recognition (OCR) and give its PDF" if pictures else "",
        )
    if broken:
        warnings.append(f"pages that cannot be read: {_listed(broken)}")
    if pictures:
        warnings.append(
            f"pages that are pictures without text: {_listed(pictures)}; OCR reads them"
        )
    return Pages(tuple(mended(lines)), "pdf", count, warnings=tuple(warnings))


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFile("the PDF needs a password", "save it without one") from None
        raise UnreadableFile("the PDF is damaged", _AGAIN) from None
    try:
        yield document
    finally:
        document.close()


@contextlib.contextmanager
def _page(document: Any, number: int) -> Iterator[Any]:  # noqa: ANN401 - pypdfium2 has no types
    """A page, closed when done; None where it cannot be loaded."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()


def _has_picture(page: Any) -> bool:  # noqa: ANN401
    count = pdfium.FPDFPage_CountObjects(page.raw)
    kinds = {
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index))
        for index in range(min(count, 2000))
    }
    return bool(kinds & {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:20])
    return shown + (f" and {len(numbers) - 20} more" if len(numbers) > 20 else "")
