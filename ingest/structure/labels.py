"""The number that a paragraph opens with: ``6.``, ``(a)``, ``(ii)``, ``b.``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ingest.roman import from_roman

#: A decimal number: ``2.1.3``.
DECIMAL = r"\d{1,2}(?:\.\d{1,2}){1,3}"

Style = Literal["1.", "1.1", "(1)", "(a)", "(i)", "a.", "i.", "(A)"]


class Reading(NamedTuple):
    """One way to read a printed number: in which style, and as which ordinal."""

    style: Style
    ordinal: int


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number.

    Attributes:
        value: As it stands in a pinpoint: ``6``, ``a``, ``ii``.
        readings: Every way to read it; ``(i)`` is the ninth letter or the first numeral.
        length: Characters of the text that it takes, white space after it included.
        opens: A square bracket in front of it, which opens an option and is text.
    """

    value: str
    readings: tuple[Reading, ...]
    length: int
    opens: str = ""


_LABEL = re.compile(
    r"(?P<opens>\[(?=(?:\d{1,3}(?:\s?[a-z]{3,6})?\.|\(?[a-z]{1,5}\))\s))?"
    r"(?:[-–•*]\s+(?=\(?[0-9A-Za-z]{1,5}[.)]\s))?"
    r"(?:(?P<number>\d{1,3})(?P<bis>\s?(?:bis|ter|quater))?\.(?=\s|(?![a-z]\s)[^\W\d]|$)"
    r"|\((?P<bracketed>\d{1,3})\)"
    r"|\(?(?P<letters>[a-z]{1,5})\)"
    r"|\(?(?P<capital>[A-Z])\)"
    r"|(?P<dotted>[a-z]{1,4})\.(?=\s))"
    r"\s*"
)


def read_label(text: str) -> Label | None:
    """The number that ``text`` opens with; None where it opens with words."""
    match = _LABEL.match(text)
    if match is None:
        return None
    label = _labelled(match)
    return replace(label, opens="[") if label and match["opens"] else label


def _labelled(match: re.Match[str]) -> Label | None:
    length = match.end()
    if match["number"]:
        value = match["number"] + (match["bis"] or "").strip()
        return Label(value, (Reading("1.", int(match["number"])),), length)
    if match["bracketed"]:
        return Label(match["bracketed"], (Reading("(1)", int(match["bracketed"])),), length)
    if match["capital"]:
        return Label(match["capital"], (Reading("(A)", ord(match["capital"]) - 64),), length)
    value = match["letters"] or match["dotted"]
    readings = _letter_readings(value, "(" if match["letters"] else ".")
    return Label(value, readings, length) if readings else None


def _letter_readings(value: str, form: str) -> tuple[Reading, ...]:
    readings = []
    if len(value) == 1:
        readings.append(Reading("(a)" if form == "(" else "a.", ord(value) - 96))
    elif len(value) == 2 and value[0] == value[1]:
        readings.append(Reading("(a)" if form == "(" else "a.", 26 + ord(value[0]) - 96))
    numeral = from_roman(value)
    if numeral is not None:
        readings.append(Reading("(i)" if form == "(" else "i.", numeral))
    return tuple(readings)
