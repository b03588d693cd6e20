"""All text of documents and questions goes through here on its way into the page."""

from __future__ import annotations

from html import escape

# Gradio reads the HTML that it is given as a template; these open its placeholders.
_PLACEHOLDERS = str.maketrans({"{": "&#123;", "}": "&#125;", "$": "&#36;", "`": "&#96;"})


def safe(text: str) -> str:
    """The text as HTML, for contents of elements and quoted attributes alike."""
    return escape(text, quote=True).translate(_PLACEHOLDERS)
