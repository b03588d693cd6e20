"""styles.xml: how text looks and is numbered where the paragraph itself does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.read.docx.xml import W, number, switch, value

#: Names of heading styles. Word writes the built-in ones in English in every language;
#: the United Nations templates name theirs ``_ H _Ch_G``, ``Reg_H_2/3_G``, ``CH1``.
_HEADING = re.compile(
    r"^heading (?P<builtin>[1-9])$|(?:^|[_\s])C?H[_\s]*(?P<house>Ch|[1-9])(?![a-z])"
    r"|^(?P<title>title|subtitle)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say; None where they say nothing.

    Attributes:
        bold, italic, hidden: The toggles of ECMA-376 part 1, 17.7.3.
        struck: Struck through.
        raised: Superscript, or moved up.
        size: In points.
        language: ``en-GB``.
    """

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    size: float | None = None
    language: str | None = None

    def over(self, below: Look) -> Look:
        """These properties, and those of ``below`` where these say nothing."""
        return Look(
            *(
                getattr(below, name) if getattr(self, name) is None else getattr(self, name)
                for name in Look.__slots__
            )
        )

    def beside(self, paragraph: Look) -> Look:
        """A character style within a paragraph style: two toggles cancel each other."""
        joined = self.over(paragraph)
        toggled = {
            name: getattr(self, name) != getattr(paragraph, name)
            for name in ("bold", "italic", "hidden")
            if getattr(self, name) and getattr(paragraph, name) is not None
        }
        return Look(**{name: toggled.get(name, getattr(joined, name)) for name in Look.__slots__})


def look_of(properties: etree._Element | None) -> Look:
    """The look that a ``w:rPr`` element itself gives."""
    if properties is None or len(properties) == 0:
        return _PLAIN
    struck = [switch(properties, name) for name in ("strike", "dstrike")]
    size = number(properties, "sz")
    return Look(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        hidden=switch(properties, "vanish"),
        struck=None if struck == [None, None] else any(struck),
        raised=_raised(properties),
        size=None if size is None else size / 2,
        language=value(properties, "lang"),
    )


_PLAIN = Look()

#: Stands for the defaults of the whole file; no style has this id.
_FILE = "\0"


def _raised(properties: etree._Element) -> bool | None:
    align = value(properties, "vertAlign")
    if align is not None:
        return align == "superscript"
    rise = number(properties, "position")
    return None if rise is None else rise > 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file.

    Args:
        root: styles.xml; None where the file has none.
    """

    root: etree._Element | None
    _by_id: dict[str, etree._Element] = field(init=False, default_factory=dict)
    _looks: dict[str, Look] = field(init=False, default_factory=dict)
    _defaults: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._looks[_FILE] = look_of(defaults)
        for item in self.root.iter(W + "style"):
            name = item.get(W + "styleId", "")
            self._by_id[name] = item
            if item.get(W + "default") in ("1", "true", "on"):
                self._defaults[item.get(W + "type", "")] = name

    def look(self, paragraph: str | None, character: str | None) -> Look:
        """The look of a run without properties of its own in a paragraph of a style."""
        base = self._look(paragraph or self._defaults.get("paragraph", ""))
        if character:
            base = self._look(character).beside(base)
        return base.over(self._look(_FILE))

    def heading(self, style: str | None) -> int:
        """Level of the heading that a paragraph style stands for, from 1; 0 for none."""
        for item in self._chain(style or self._defaults.get("paragraph", "")):
            outline = number(item, "pPr", "outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else 0
            match = _HEADING.search(value(item, "name") or "")
            if match:
                return _heading_level(match)
        return 0

    def list_of(self, style: str | None) -> tuple[str, str, int | None] | None:
        """List id, the style that gives it, and level of the numbering in a style."""
        depth: int | None = None
        for item in self._chain(style or self._defaults.get("paragraph", "")):
            properties = item.find(f"{W}pPr/{W}numPr")
            if properties is None:
                continue
            depth = number(properties, "ilvl") if depth is None else depth
            list_id = value(properties, "numId")
            if list_id is not None:
                return list_id, item.get(W + "styleId", ""), depth
        return None

    def _look(self, style: str) -> Look:
        known = self._looks.get(style)
        if known is None:
            known = Look()
            for item in self._chain(style):
                known = known.over(look_of(item.find(W + "rPr")))
            self._looks[style] = known
        return known

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """A style and those that it is based on; a loop ends."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            item = self._by_id[style]
            yield item
            style = value(item, "basedOn") or ""


def _heading_level(match: re.Match[str]) -> int:
    if match["builtin"]:
        return int(match["builtin"])
    if match["house"]:
        return 1 if match["house"].lower() == "ch" else int(match["house"]) + 1
    return 1
