"""Automatic numbers: numbering.xml -> the label that Word shows before a paragraph.

The rules are those of ECMA-376 part 1, 17.9: a paragraph names a list (``w:num``) and
a level; lists that share an abstract definition share its counters, unless an override
starts a list anew; a level starts again when a level above it has moved on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ingest.read.docx.symbols import symbol
from ingest.read.docx.xml import W, number, switch, value, whole
from ingest.read.numerals import numeral

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        text: The pattern of its label: ``(%2)``.
        form: The number format: ``lowerLetter``.
        start: The first number.
        restart: The level, from 1, whose advance starts this one again; 0 for never;
            None for any level above.
        legal: All numbers in its label are written in digits.
        style: The paragraph style that stands for this level.
        font: The font of its label, which tells what a bullet is.
    """

    text: str = ""
    form: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A ``w:num``: the counters it uses, its levels, and where it starts anew."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted.

    Args:
        root: numbering.xml; None where the file has none.
        style_list: Gives the list id (``w:numId``) of a numbering style.
    """

    root: etree._Element | None
    style_list: Callable[[str], str | None]
    _lists: dict[str, ListDefinition] = field(init=False, default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(init=False, default_factory=dict)
    _started: set[tuple[str, int]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        abstracts = {
            item.get(W + "abstractNumId", ""): item for item in self.root.iter(W + "abstractNum")
        }
        links = {
            item.get(W + "numId", ""): value(item, "abstractNumId") or ""
            for item in self.root.iter(W + "num")
        }
        for item in self.root.iter(W + "num"):
            list_id = item.get(W + "numId", "")
            self._lists[list_id] = self._define(item, links, abstracts)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that a paragraph style stands for in a list; None where it names none."""
        definition = self._lists.get(list_id)
        levels = definition.levels if definition else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def label(self, list_id: str, depth: int) -> str | None:
        """Count one paragraph and give its label (``6.``, ``(b)``, ``•``).

        Args:
            list_id: Its ``w:numId``.
            depth: Its ``w:ilvl``, from 0.

        Returns:
            None where the list does not exist or shows nothing at this level.
        """
        definition = self._lists.get(list_id)
        if definition is None or depth not in definition.levels:
            return None
        self._count(list_id, definition, depth)
        return self._write(definition, depth) or None

    def _define(
        self,
        item: etree._Element,
        links: dict[str, str],
        abstracts: dict[str, etree._Element],
    ) -> ListDefinition:
        counters = value(item, "abstractNumId") or ""
        seen = set()
        # A list may be defined by a numbering style, which names a list in its turn.
        while (style := value(abstracts.get(counters), "numStyleLink")) and style not in seen:
            seen.add(style)
            counters = links.get(self.style_list(style) or "", counters)
        abstract = abstracts.get(counters)
        levels = _levels(abstract) if abstract is not None else {}
        starts: dict[int, int] = {}
        for override in item.iter(W + "lvlOverride"):
            depth = whole(override.get(W + "ilvl"))
            if depth is None:
                continue
            levels.update(_levels(override))
            start = number(override, "startOverride")
            if start is not None:
                starts[depth] = start
        return ListDefinition(counters, levels, starts)

    def _count(self, list_id: str, definition: ListDefinition, depth: int) -> None:
        counts = self._counts.setdefault(definition.counters, {})
        start = definition.levels[depth].start
        # An override holds once, where its list first uses the level.
        if depth in definition.starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            counts.pop(depth, None)
            start = definition.starts[depth]
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [level for level in counts if level > depth]:
            restart = definition.levels.get(deeper, Level()).restart
            if restart is None or (restart and depth < restart):
                del counts[deeper]

    def _write(self, definition: ListDefinition, depth: int) -> str:
        level = definition.levels[depth]
        if level.form == "bullet":
            return "".join(symbol(char, level.font) for char in level.text).strip()
        counts = self._counts[definition.counters]

        def place(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shown = definition.levels.get(other, Level())
            count = counts.get(other, definition.starts.get(other, shown.start))
            form = "decimal" if level.legal and shown.form != "none" else shown.form
            return numeral(count, form)

        return _PLACE.sub(place, level.text).strip()


def _levels(parent: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for item in parent.findall(W + "lvl"):
        depth = whole(item.get(W + "ilvl"))
        if depth is None or not 0 <= depth < _LEVELS:
            continue
        start = number(item, "start")
        fonts = item.find(f"{W}rPr/{W}rFonts")
        found[depth] = Level(
            text=value(item, "lvlText") or "",
            # A format of Word 2010 and later stands in an alternative; its fallback is usual.
            form=_form(item),
            start=0 if start is None else start,
            restart=number(item, "lvlRestart"),
            legal=bool(switch(item, "isLgl")),
            style=value(item, "pStyle"),
            font=(fonts.get(W + "ascii") or "") if fonts is not None else "",
        )
    return found


def _form(item: etree._Element) -> str:
    form = value(item, "numFmt")
    if form is None:
        options = [option.get(W + "val", "") for option in item.iter(W + "numFmt")]
        form = next((option for option in options if option != "custom"), "decimal")
    return form
