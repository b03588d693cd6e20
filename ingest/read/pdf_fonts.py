"""Whether a PDF's fonts are bold or italic."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|demi|semibold|[-,](?:bd|b)(?:mt)?$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|[-,](?:it|i)(?:mt)?$", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_NAME_LENGTH = 256


class Face(NamedTuple):
    """A font's look."""

    bold: bool
    italic: bool


class Fonts:
    """The faces of a document's fonts, each asked once."""

    def __init__(self) -> None:
        self._faces: dict[int, Face] = {}

    def face(self, address: int) -> Face:
        """The face of a font by the address of its handle; 0 for none."""
        if address not in self._faces:
            font = ctypes.cast(address, pdfium.FPDF_FONT)
            self._faces[address] = _face(font) if address else Face(False, False)
        return self._faces[address]


def _face(font: Any) -> Face:  # noqa: ANN401 - foreign handles have no type
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("utf-8", errors="replace").partition("+")
    family = name[2] or name[0]
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    return Face(
        bool(_BOLD.search(family)) or bool(flags & _FORCE_BOLD_FLAG),
        bool(_ITALIC.search(family)) or bool(flags & _ITALIC_FLAG),
    )
