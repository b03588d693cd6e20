"""What an element's name and inline style say: hidden, emphasis, kind of list."""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode

#: Elements whose content is not part of the text.
_SILENT = frozenset(
    {
        "head", "script", "style", "noscript", "template", "nav", "iframe", "object", "embed",
        "applet", "audio", "video", "canvas", "svg", "map", "button", "select", "textarea", "input",
        "datalist", "dialog", "menu", "search",
    }
)  # fmt: skip

#: Outside the main part these hold what all pages of a site share.
_FRAME = frozenset({"header", "footer", "aside"})

_SILENT_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
     "menu", "menubar", "toolbar", "doc-backlink", "doc-pagebreak"}
)  # fmt: skip

#: Elements that begin and end a block.
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)|font\s*:[^;]*\bitalic", re.I)
_UPRIGHT = re.compile(r"font-style\s*:\s*normal", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_RAISED = re.compile(r"vertical-align\s*:\s*super|mso-text-raise\s*:\s*[1-9]", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]*)", re.I)

_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LIST_STYLES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "none": "none",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "arabic-indic": "decimal",
    "cjk-decimal": "decimal", "simp-chinese-informal": "chineseCounting",
}  # fmt: skip


class Emphasis(NamedTuple):
    """How text is set off; None where an element says nothing."""

    italic: bool | None = None
    bold: bool | None = None
    raised: bool | None = None


#: What most elements change.
PLAIN = Emphasis()
_TAGS = {
    "em": Emphasis(italic=True), "i": Emphasis(italic=True), "cite": Emphasis(italic=True),
    "dfn": Emphasis(italic=True), "var": Emphasis(italic=True), "strong": Emphasis(bold=True),
    "b": Emphasis(bold=True), "sup": Emphasis(raised=True), "th": Emphasis(bold=True),
}  # fmt: skip


def is_silent(node: LexborNode, attributes: dict[str, str | None], in_article: bool) -> bool:
    """Whether an element and all in it is no text that a reader of the decision sees.

    Args:
        node: The element.
        attributes: Its attributes.
        in_article: It stands in the page's main part, where a header or footer is text.
    """
    tag = node.tag
    if tag in _SILENT:
        return True
    if tag in _FRAME and not in_article:
        return "note" not in (attributes.get("role") or "")
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (attributes.get("role") or "") in _SILENT_ROLES:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN.search(style or "") is not None


def emphasis(tag: str, attributes: dict[str, str | None]) -> Emphasis:
    """What an element changes in the look of its text."""
    base = _TAGS.get(tag, PLAIN)
    if not attributes:
        return base
    if "MsoFootnoteReference" in (attributes.get("class") or ""):
        base = base._replace(raised=True)
    style = attributes.get("style")
    if not style:
        return base
    return Emphasis(
        italic=_switch(style, _ITALIC, _UPRIGHT, base.italic),
        bold=_switch(style, _BOLD, _LIGHT, base.bold),
        raised=True if _RAISED.search(style) else base.raised,
    )


def _switch(
    style: str, on: re.Pattern[str], off: re.Pattern[str], otherwise: bool | None
) -> bool | None:
    if on.search(style):
        return True
    return False if off.search(style) else otherwise


def list_form(tag: str, attributes: dict[str, str | None], inherited: str | None = None) -> str:
    """The number format of a list or of one of its items, by the names that Word uses."""
    style = _LIST_STYLE.search(attributes.get("style") or "")
    for word in style[1].lower().split() if style else ():
        if word in _LIST_STYLES:
            return _LIST_STYLES[word]
    kind = (attributes.get("type") or "").strip()
    if kind in _LIST_TYPES:
        return _LIST_TYPES[kind]
    if kind.lower() in _LIST_STYLES:
        return _LIST_STYLES[kind.lower()]
    if inherited is not None:
        return inherited
    return "decimal" if tag == "ol" else "bullet"
