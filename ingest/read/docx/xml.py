"""Short names for what WordprocessingML elements hold."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, *path: str) -> str | None:
    """``w:val`` of the element that a path of child names leads to; None where it is not there."""
    node = parent
    for name in path:
        if node is None:
            return None
        node = node.find(W + name)
    return None if node is None else node.get(W + "val")


def number(parent: etree._Element | None, *path: str) -> int | None:
    """The same as a whole number; None where it is none."""
    return whole(value(parent, *path))


def whole(text: str | None) -> int | None:
    """A whole number; None where the text is none or out of any use."""
    try:
        result = int(text or "")
    except ValueError:
        return None
    return result if abs(result) < 1 << 31 else None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off (``w:b``); None where it is not given."""
    node = parent.find(W + name) if parent is not None else None
    return None if node is None else node.get(W + "val", "1") not in _OFF
