"""Text that knows where its footnote marks and its emphasis stood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.model import Mark

_SPACE = re.compile(r"\s+")


class Call(NamedTuple):
    """A footnote mark in the text.

    Attributes:
        offset: Before which character of the text it stood.
        number: As printed.
        page: Page it stands on; None where the format has none.
        line: Index of its line in the source.
    """

    offset: int
    number: str
    page: int | None = None
    line: int = 0

    def at(self, offset: int) -> Call:
        """The same mark at another place of a text."""
        return Call(offset, self.number, self.page, self.line)


@dataclass(frozen=True, slots=True)
class Rich:
    """A text without footnote marks, and beside it what was taken out or shown.

    Attributes:
        text: The characters; never a footnote mark.
        marks: The footnote marks, in order.
        italic: Runs ``(start, end)`` of emphasised characters, in order.
        bold: Runs ``(start, end)`` of strong characters, in order.
    """

    text: str
    marks: tuple[Call, ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    bold: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text) or bool(self.marks)

    def cut(self, start: int, end: int | None = None) -> Rich:
        """The part from ``start`` to ``end``; a border mark goes with the words before."""
        stop = len(self.text) if end is None else end
        last = stop == len(self.text)
        marks = tuple(
            mark.at(mark.offset - start)
            for mark in self.marks
            if (start < mark.offset <= stop)
            or (mark.offset == start == 0)
            or (last and mark.offset > stop)
        )
        return Rich(
            self.text[start:stop],
            marks,
            _shift(self.italic, start, stop),
            _shift(self.bold, start, stop),
        )

    def strip(self) -> Rich:
        """Without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        stop = max(start, len(self.text.rstrip()))
        inner = self.cut(start, stop)
        marks = tuple(
            mark.at(min(max(mark.offset - start, 0), stop - start)) for mark in self.marks
        )
        return replace(inner, marks=marks)

    def join(self, other: Rich, between: str) -> Rich:
        """This, ``between``, and the other."""
        shift = len(self.text) + len(between)
        return Rich(
            self.text + between + other.text,
            self.marks + tuple(m.at(m.offset + shift) for m in other.marks),
            self.italic + tuple((a + shift, b + shift) for a, b in other.italic),
            self.bold + tuple((a + shift, b + shift) for a, b in other.bold),
        )

    def tidy(self) -> Rich:
        """With every run of white space as one space, none at the ends."""
        if _SPACE.sub(" ", self.text).strip() == self.text:
            return self
        out: list[str] = []
        where: list[int] = []  # new offset of each old character
        length = 0
        for character in self.text:
            where.append(length)
            if character.isspace():
                if not length or out[-1] == " ":
                    continue
                character = " "
            out.append(character)
            length += 1
        text = "".join(out).rstrip()
        where.append(length)
        limit = len(text)

        def moved(offset: int) -> int:
            return min(where[offset], limit)

        return Rich(
            text,
            tuple(m.at(moved(m.offset)) for m in self.marks),
            tuple((moved(a), moved(b)) for a, b in self.italic if moved(a) < moved(b)),
            tuple((moved(a), moved(b)) for a, b in self.bold if moved(a) < moved(b)),
        )

    @property
    def model_marks(self) -> tuple[Mark, ...]:
        """The marks as the data model keeps them."""
        return tuple(Mark(mark.offset, mark.number) for mark in self.marks)

    @property
    def all_bold(self) -> bool:
        """Whether (nearly) every letter is strong."""
        return _covers(self.text, self.bold)

    @property
    def all_italic(self) -> bool:
        """Whether (nearly) every letter is emphasised."""
        return _covers(self.text, self.italic)

    @property
    def italic_head(self) -> str:
        """The emphasised words that it opens with, or an empty string."""
        if self.italic and not self.text[: self.italic[0][0]].strip():
            return self.text[self.italic[0][0] : self.italic[0][1]].strip()
        return ""


def _covers(text: str, runs: Iterable[tuple[int, int]]) -> bool:
    # Counted in words joined, which is far cheaper than character by character.
    inside = sum(len("".join(text[a:b].split())) for a, b in runs)
    return inside > 0 and inside >= 0.9 * len("".join(text.split()))


def _shift(runs: tuple[tuple[int, int], ...], start: int, stop: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (max(a, start) - start, min(b, stop) - start) for a, b in runs if a < stop and b > start
    )
