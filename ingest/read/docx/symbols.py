"""Characters of symbol fonts -> Unicode.

Word keeps them in the private use area, U+F020 to U+F0FF, where a plain text would
show nothing. The tables hold what texts use; of the rest only bullets are told.
"""

from __future__ import annotations

_SYMBOL_LATIN = dict(
    zip("ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True)
) | dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL_OTHER = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDC: "✓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(char: str, font: str) -> str:
    """The character that a symbol font shows; a bullet where that is not known.

    Args:
        char: One character of the text.
        font: Name of its font; may be empty.
    """
    code = ord(char)
    private = 0xF000 <= code <= 0xF0FF
    if not private and not (font == "Symbol" and code < 0x100):
        return char
    place = code & 0xFF
    if "ingdings" in font:
        return _WINGDINGS.get(place, "•")
    if font in ("Symbol", ""):
        greek = _SYMBOL_LATIN.get(chr(place))
        return _SYMBOL_OTHER.get(place) or greek or (chr(place) if place < 0x80 else "•")
    return "•"
