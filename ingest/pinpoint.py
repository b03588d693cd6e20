"""Where in a document: the pinpoint, its label for people and its id for machines.

A pinpoint is a path of segments from the document down. Label, compact number
and machine id are three spellings of that one path and are made nowhere else:

    (annex II) (para 3) (subpara a) (item ii)
        label    annex II, para. 3 (a) (ii)
        number   3(a)(ii)
        id       annex_II__para_3__subpara_a__item_ii

The ids follow the manner of Akoma Ntoso eIds (AKN-NC 1.0, section 5.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

#: Segments that name a part of a document, with their spelling in a label.
PARTS = {
    "preamble": "preamble",
    "annex": "annex",
    "appendix": "appendix",
    "attachment": "attachment",
    "part": "part",
    "section": "section",
    "article": "article",
    "rule": "rule",
    "page": "p.",
    "table": "table",
    "row": "row",
}

#: The levels of numbering below a part: ``3 (a) (ii)`` and a fourth below.
LEVELS = ("para", "subpara", "item", "point")

#: Everything a segment can be.
SEGMENT_NAMES = (*PARTS, *LEVELS, "unnumbered", "fn")

_SAFE = re.compile(r"[^0-9A-Za-z.\-*]+")


class Segment(NamedTuple):
    """One step of a pinpoint: ``("para", "3")``; the value of an only annex is ``""``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A path of segments; falsy when it names the document as a whole."""

    segments: tuple[Segment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.segments)

    def __truediv__(self, step: tuple[str, str]) -> Pinpoint:
        """One step further down: ``pinpoint / ("subpara", "a")``."""
        return Pinpoint((*self.segments, Segment(*step)))

    @property
    def parent(self) -> Pinpoint:
        """One step up; of the empty pinpoint, itself."""
        return Pinpoint(self.segments[:-1])

    @property
    def is_numbered(self) -> bool:
        """Whether it names a numbered paragraph, not only a part, a table or a footnote."""
        return any(name in LEVELS for name, _ in self.segments)

    @property
    def eid(self) -> str:
        """``para_6__subpara_b``."""
        return "__".join(
            f"{name}_{_SAFE.sub('-', value)}" if value else name for name, value in self.segments
        )

    @property
    def number(self) -> str:
        """Compact number below the part: ``6(b)``; of a table row ``table 1, row 3``."""
        tail = [s for s in self.segments if s.name not in PARTS]
        if tail:
            return "".join(_compact(s) for s in tail)
        rows = [s for s in self.segments if s.name in ("page", "table", "row", "article", "rule")]
        return ", ".join(_spelled(s) for s in rows)

    @property
    def part(self) -> str | None:
        """The annex it stands in, as written in labels (``annex II``); None in the body."""
        heads = [
            _spelled(s) for s in self.segments if s.name in ("annex", "appendix", "attachment")
        ]
        return ", ".join(heads) or None

    @property
    def label(self) -> str:
        """``annex II, para. 3 (a) (ii)``."""
        parts: list[str] = []
        inside = False
        for segment in self.segments:
            if segment.name in LEVELS:
                piece = segment.value if segment.name == "para" else f"({segment.value})"
                if inside:
                    parts[-1] += f" {piece}"
                else:
                    parts.append(f"para. {piece}")
                inside = True
            else:
                parts.append(_spelled(segment))
                inside = False
        return ", ".join(parts)


def _compact(segment: Segment) -> str:
    if segment.name in LEVELS[1:]:
        return f"({segment.value})"
    if segment.name == "unnumbered":
        return f"unnumbered {segment.value}"
    return segment.value


def _spelled(segment: Segment) -> str:
    if segment.name == "fn":
        return f"footnote {segment.value}"
    if segment.name == "unnumbered":
        return f"unnumbered para. {segment.value}"
    return f"{PARTS[segment.name]} {segment.value}".rstrip()


def paragraph_id(document: str, pinpoint: Pinpoint) -> str:
    """``BC-14/21#para_6__subpara_b``."""
    return f"{document}#{pinpoint.eid}" if pinpoint else document


def code_of(identifier: str) -> str:
    """The document's code in the id of one of its paragraphs."""
    return identifier.split("#", 1)[0]


def paragraph_label(document: str, pinpoint: Pinpoint) -> str:
    """``BC-14/21, para. 6 (b)``."""
    return f"{document}, {pinpoint.label}" if pinpoint else document


_LABEL_PIECE = re.compile(
    r"(?P<para>para\.\s*(?P<numbers>[^,]+))"
    r"|footnote\s+(?P<fn>\S+)"
    r"|unnumbered para\.\s*(?P<unnumbered>\d+)"
    r"|(?P<page>p\.)\s*(?P<page_number>\S+)"
    r"|(?P<part>preamble|annex|appendix|attachment|part|section|article|rule|table|row)"
    r"(?:\s+(?P<value>.+))?$"
)


def parse_eid(eid: str) -> Pinpoint:
    """The pinpoint of an eId that a pinpoint wrote: ``annex_II__para_3__subpara_a``.

    Raises:
        ValueError: A part of it is no segment of a pinpoint.
    """
    pinpoint = Pinpoint()
    for piece in eid.split("__"):
        name, _, value = piece.partition("_")
        if name not in SEGMENT_NAMES:
            raise ValueError(f"not the id of a paragraph: {eid!r}")
        pinpoint /= (name, value)
    return pinpoint


def parse_label(label: str) -> tuple[str, Pinpoint]:
    """Split a label, exactly as this module writes it, into document code and pinpoint.

    Raises:
        ValueError: The text is not such a label.
    """
    code, *pieces = label.split(", ")
    pinpoint = Pinpoint()
    for piece in pieces:
        match = _LABEL_PIECE.fullmatch(piece.strip())
        if match is None:
            raise ValueError(f"not a label: {label!r}")
        pinpoint = _extend(pinpoint, match)
    return code, pinpoint


def _extend(pinpoint: Pinpoint, match: re.Match[str]) -> Pinpoint:
    if match["numbers"]:
        level = 1 if match["numbers"].startswith("(") else 0
        for value in match["numbers"].split():
            pinpoint /= (LEVELS[min(level, len(LEVELS) - 1)], value.strip("()"))
            level += 1
        return pinpoint
    if match["fn"]:
        return pinpoint / ("fn", match["fn"])
    if match["unnumbered"]:
        return pinpoint / ("unnumbered", match["unnumbered"])
    if match["page"]:
        return pinpoint / ("page", match["page_number"])
    return pinpoint / (match["part"], (match["value"] or "").strip())
