"""Places that are named with a step left out, where only one can be meant.

*Annex, paragraph 11* stands in the only attachment that has one; *paragraph 1 (c)* in a body of
one paragraph without a number; *sub-paragraph (c)* in the only list.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Paragraph
from ingest.pinpoint import LEVELS, Pinpoint, Segment

#: Steps that people leave out when they cite what stands below them.
_LEFT_OUT = ("appendix", "attachment", "part", "section")

_Path = tuple[Segment, ...]


def meant(pinpoint: Pinpoint, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The only paragraph of a document that is named so; None where there are none or several."""
    levels = tuple(segment for segment in pinpoint.segments if segment.name in LEVELS)
    if not levels or pinpoint.segments[-len(levels) :] != levels:
        return None
    head = pinpoint.segments[: -len(levels)]
    numbered = any(p.pinpoint.segments[:1] == (Segment("para", "1"),) for p in paragraphs)
    found = [
        p
        for p in paragraphs
        if (below := _below(p.pinpoint.segments, head)) is not None
        and _fits(below, levels, body=not head, numbered=numbered)
    ]
    return found[0] if len(found) == 1 else None


def _below(place: _Path, head: _Path) -> _Path | None:
    """A place below what was named: *the attachment* is that to the annex."""
    for above in (0, 1) if place[:1] and place[0].name == "annex" and head else (0,):
        if place[above : above + len(head)] == head:
            return place[above + len(head) :]
    return None


def _fits(place: _Path, said: _Path, *, body: bool, numbered: bool) -> bool:
    """Whether a place is what was said, but for a step between."""
    names = [segment.name for segment in place]
    if not body and names[:1] and names[0] in _LEFT_OUT:
        inner = next((i for i, name in enumerate(names) if name not in _LEFT_OUT), len(place))
        return place[inner:] == said
    if body and not numbered and names[:1] == ["unnumbered"]:
        return place[1:] == (said[1:] if said[0] == ("para", "1") else said)
    return place == said or (said[0].name != "para" and names[:1] == ["para"] and place[1:] == said)
