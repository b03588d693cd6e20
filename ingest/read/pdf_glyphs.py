"""Text whose font names its glyphs and not its characters.

Some converters embedded fonts without saying which character a glyph stands for; what comes out
is the glyph's number. In the fonts of office programs glyphs stand in the order of Apple's
standard (TrueType Reference Manual, table 'post', format 1): the space is the third, then come the
characters of ASCII, then the upper half of Mac Roman.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

#: The number of the space's glyph: as a character it is ETX, which no text holds.
SPACE = "\x03"
_ASCII_END, _END = 98, 226
_TO_ASCII, _TO_MAC = 29, 30
#: Share of small letters above which a font's characters are what they seem to be.
_PLAIN = 0.2


def characters(
    text: Sequence[str], looks: npt.NDArray[np.int64], fonts: Sequence[int]
) -> list[str]:
    """The characters of a page on which a font names its glyphs.

    Args:
        text: One character each.
        looks: The text object of each; -1 for characters that the reader made up.
        fonts: The font of each text object.
    """
    own = [fonts[look] if look >= 0 else None for look in looks.tolist()]
    by_font: dict[int | None, list[str]] = {}
    for char, font in zip(text, own, strict=True):
        by_font.setdefault(font, []).append(char)
    sure = {font for font, chars in by_font.items() if font is not None and SPACE in chars}
    told = sum(len(chars) for font, chars in by_font.items() if font is not None)
    mostly = 2 * sum(len(by_font[font]) for font in sure) > told
    named = {
        font
        for font, chars in by_font.items()
        if font is not None and (font in sure or (mostly and not _plain(chars)))
    }
    return [_meant(c) if font in named else c for c, font in zip(text, own, strict=True)]


def _plain(chars: Sequence[str]) -> bool:
    return sum("b" <= char <= "z" for char in chars) > _PLAIN * len(chars)


def _meant(glyph: str) -> str:
    number = ord(glyph)
    if ord(SPACE) <= number < _ASCII_END:
        return chr(number + _TO_ASCII)
    if _ASCII_END <= number < _END:
        return bytes([number + _TO_MAC]).decode("mac_roman")
    return glyph
