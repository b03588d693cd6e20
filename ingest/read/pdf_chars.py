"""The characters of a PDF page with their places, through PDFium's raw interface.

One foreign call a character for its box and one for its text object; all else is asked once
an object, since an object has one font, one size and one baseline.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from ingest.read.pdf_fonts import Face, Fonts
from ingest.read.pdf_glyphs import SPACE, characters

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

#: Height of a character's box in font sizes, in most fonts.
_BOX = 1.2
#: Within these factors of what the boxes say, a reported font size is believed.
_TRUE = (0.55, 1.8)
_RECT = ctypes.sizeof(pdfium.FS_RECTF)


def _bare(function: Any, *types: Any) -> Any:  # noqa: ANN401 - foreign functions have no type
    """A foreign function without pypdfium2's type checks, which cost more than the call."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(*types)(address)


_unicode = _bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_object = _bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_box = _bare(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_font_size = _bare(pdfium.FPDFTextObj_GetFontSize, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_matrix = _bare(pdfium.FPDFPageObj_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_font = _bare(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of a text object share.

    Attributes:
        size: Font size in points on the page.
        baseline: Distance of the baseline from the page's top in points; None if unknown.
        face: Bold, italic.
        turn: Direction of writing in quarter turns, counter-clockwise.
    """

    size: float
    baseline: float | None
    face: Face
    turn: int


@dataclass(frozen=True, slots=True)
class Chars:
    """The characters of a page in content order.

    Attributes:
        text: One character each; line ends that PDFium made up are blanks.
        left, right, top, bottom: Boxes in points from the page's top left corner.
        looks: Index into ``faces`` of each character; -1 for those made up by PDFium.
        faces: The looks.
        width, height: Of the page in points.
    """

    text: list[str]
    left: Floats
    right: Floats
    top: Floats
    bottom: Floats
    looks: Ints
    faces: tuple[Look, ...]
    width: float
    height: float


def page_chars(page: Any, fonts: Fonts) -> Chars | None:  # noqa: ANN401 - pypdfium2 has no types
    """The characters of a loaded page (raw handle); None where there are none."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return None
    try:
        count = pdfium.FPDFText_CountChars(handle)
        return _chars(page, handle, count, fonts) if count > 0 else None
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _chars(page: Any, handle: Any, count: int, fonts: Fonts) -> Chars:  # noqa: ANN401
    address = ctypes.cast(handle, ctypes.c_void_p).value or 0
    boxes = (pdfium.FS_RECTF * count)()
    start = ctypes.addressof(boxes)
    handles = [address] * count
    places = range(start, start + _RECT * count, _RECT)
    deque(map(_box, handles, range(count), places), maxlen=0)
    objects = list(map(_object, handles, range(count)))
    rects = np.frombuffer(boxes, dtype=np.float32).reshape(count, 4).astype(np.float64)
    left, top, right, bottom = rects.T  # FS_RECTF: left, top, right, bottom; y from below
    width, height = (
        float(pdfium.FPDF_GetPageWidthF(page)),
        float(pdfium.FPDF_GetPageHeightF(page)),
    )
    index: dict[int | None, int] = {None: -1}
    found: list[Look] = []
    for pointer in dict.fromkeys(objects):
        if pointer is not None:
            index[pointer] = len(found)
            found.append(_look(pointer, height, fonts))
    looks = np.fromiter(map(index.__getitem__, objects), dtype=np.int64, count=count)
    text = _text(handle, address, count)
    if SPACE in text:
        text = characters(text, looks, [_font(pointer) or 0 for pointer in index if pointer])
    return Chars(
        text,
        left,
        right,
        height - top,
        height - bottom,
        looks,
        tuple(_sized(found, looks, np.abs(top - bottom), np.abs(right - left))),
        width,
        height,
    )


def _sized(found: list[Look], looks: Ints, tall: Floats, wide: Floats) -> Iterator[Look]:
    """Looks with the size that they have on the page.

    An object inside a scaled form reports the size before scaling; its boxes tell the truth.
    """
    shown = looks >= 0
    count = np.bincount(looks[shown], minlength=len(found)).clip(1)
    heights = np.bincount(looks[shown], tall[shown], minlength=len(found)) / count
    widths = np.bincount(looks[shown], wide[shown], minlength=len(found)) / count
    for index, look in enumerate(found):
        size = float(heights[index] if look.turn % 2 == 0 else widths[index]) / _BOX
        if size > 0 and not _TRUE[0] < look.size / size < _TRUE[1]:
            yield replace(look, size=round(size, 1), baseline=None)
        else:
            yield look


def _text(handle: Any, address: int, count: int) -> list[str]:  # noqa: ANN401
    """One character an index: at once where PDFium leaves none out, else one by one."""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = pdfium.FPDFText_GetText(
        handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    )
    text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return list(text)
    codes = map(_unicode, [address] * count, range(count))
    return [chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes]


def _look(pointer: int, height: float, fonts: Fonts) -> Look:
    size = ctypes.c_float()
    _font_size(pointer, ctypes.addressof(size))
    matrix = pdfium.FS_MATRIX()
    known = _matrix(pointer, ctypes.addressof(matrix))
    a, b, c, d = (matrix.a, matrix.b, matrix.c, matrix.d) if known else (1.0, 0.0, 0.0, 1.0)
    turn = round(math.atan2(b, a) / (math.pi / 2)) % 4 if b else (0 if a >= 0 else 2)
    return Look(
        round(float(size.value) * math.hypot(c, d), 1),
        height - float(matrix.f) if known and turn == 0 else None,
        fonts.face(_font(pointer) or 0),
        turn,
    )
