"""Footnotes and endnotes of a Word file: their texts, and the number that each is shown with."""

from __future__ import annotations

from lxml import etree

from ingest.read.docx.package import Package
from ingest.read.docx.runs import Call
from ingest.read.docx.xml import W, number, value
from ingest.read.numerals import numeral

_ITEMS = {"footnotes": "footnote", "endnotes": "endnote"}
_FORMS = {"footnotes": "decimal", "endnotes": "lowerRoman"}


class Notes:
    """Numbers notes in the order in which the text calls them.

    Args:
        package: The file; the parts for notes may be absent.
    """

    def __init__(self, package: Package) -> None:
        settings = package.read_related("settings")
        self._items: dict[tuple[str, str], etree._Element] = {}
        self._counts = dict.fromkeys(_ITEMS, 0)
        self._defaults: dict[str, etree._Element | None] = {}
        self._section: dict[str, etree._Element | None] = dict.fromkeys(_ITEMS)
        for part, name in _ITEMS.items():
            root = package.read_related(part)
            for item in root if root is not None else ():
                if item.tag == W + name:
                    self._items[part, item.get(W + "id", "")] = item
            self._defaults[part] = settings.find(f"{W}{name}Pr") if settings is not None else None

    @property
    def restarts_on_pages(self) -> bool:
        """Whether Word starts the numbers again on each page, which no reader can follow."""
        return any(self._property(part, "numRestart") == "eachPage" for part in _ITEMS)

    def begin_section(self, properties: etree._Element) -> None:
        """Take up how a section (``w:sectPr``) numbers its notes."""
        for part, name in _ITEMS.items():
            self._section[part] = properties.find(f"{W}{name}Pr")
            if self._property(part, "numRestart") == "eachSect":
                self._counts[part] = 0

    def text(self, call: Call) -> etree._Element | None:
        """The note that is called; None where the file does not hold it."""
        return self._items.get((call.part, call.id))

    def count(self, call: Call) -> str:
        """The number of the next note of this part."""
        self._counts[call.part] += 1
        start = self._whole(call.part, "numStart")
        count = self._counts[call.part] + (1 if start is None else start) - 1
        return numeral(count, self._property(call.part, "numFmt") or _FORMS[call.part])

    def _property(self, part: str, name: str) -> str | None:
        own = value(self._section[part], name)
        return own if own is not None else value(self._defaults[part], name)

    def _whole(self, part: str, name: str) -> int | None:
        own = number(self._section[part], name)
        return own if own is not None else number(self._defaults[part], name)
