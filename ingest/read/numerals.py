"""A number as Word writes it in a number format (ECMA-376 part 1, 17.18.59); HTML has fewer."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHICAGO = "*†‡§"
_HAN = "〇一二三四五六七八九"
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def numeral(count: int, form: str) -> str:
    """``numeral(2, "lowerLetter")`` is ``b``; unknown formats are written in digits."""
    return _FORMS.get(form, str)(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        text += letters * times
    return text


def _letters(alphabet: str) -> Callable[[int], str]:
    """After the last letter Word doubles them: ``z``, ``aa``, ``bb``."""

    def write(count: int) -> str:
        if not 0 < count <= len(alphabet) * 30:
            return str(count)
        times, letter = divmod(count - 1, len(alphabet))
        return alphabet[letter] * (times + 1)

    return write


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


def _words(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _UNITS[count].capitalize()
    tens, unit = divmod(count, 10)
    return (_TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")).capitalize()


def _ordinal_words(count: int) -> str:
    words = _words(count)
    head, dash, last = words.rpartition("-")
    if words[-1:].isdigit():
        return _ordinal(count)
    lower = last.lower()
    changed = f"{lower[:-1]}ieth" if lower.endswith("y") else _ORDINALS.get(lower, f"{lower}th")
    return (head + dash + changed).capitalize()


def _chinese(count: int) -> str:
    """Counting with tens: 十, 十一, 二十一."""
    if not 0 < count < 100:
        return "".join(_HAN[int(digit)] for digit in str(count))
    tens, unit = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[unit] if unit else "")


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "arabicAlpha": _letters(_ARABIC),
    "arabicAbjad": _letters(_ABJAD),
    "chicago": _letters(_CHICAGO),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "ordinalText": _ordinal_words,
    "numberInDash": lambda count: f"- {count} -",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda count: "".join(_HAN[int(digit)] for digit in str(abs(count))),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
