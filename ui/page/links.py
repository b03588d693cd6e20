"""Footnotes and links of a place, as HTML: what they name, and where to get it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ui.page.bubble import chip
from ui.page.escape import safe

if TYPE_CHECKING:
    from assistant.show import Linked, Note, Shown

#: No more places that refer to this one are listed.
LISTED = 20

_MISSING = '<span class="missing">not in the corpus yet</span>'


def notes_html(notes: Iterable[Note]) -> str:
    """Footnotes, each with the documents that it names."""
    items = "".join(_note(note) for note in notes)
    return f'<h3>Footnotes</h3><ul class="notes">{items}</ul>' if items else ""


def _note(note: Note) -> str:
    named = "".join(f'<span class="named">{_document(one)}</span>' for one in note.documents)
    text = f"<sup>{safe(note.footnote.number)}</sup> {safe(note.footnote.text)}"
    return f'<li dir="auto">{text}{named}</li>'


def _document(document: Linked) -> str:
    """A document that the library holds as a chip; another with where to get it."""
    name = document.symbols[0]
    title = f" {safe(document.title)}:" if document.title else ":"
    if document.in_corpus:
        return f"{chip(name, name, '')}{safe(document.title)}"
    return f"<strong>{safe(name)}</strong>{title} {_MISSING}{_where(document.page)}"


def _where(page: str) -> str:
    if not page.startswith(("https://", "http://")):
        return f"; {safe(page)}" if page else ""
    host = urlsplit(page).hostname or page
    link = f'<a href="{safe(page)}" target="_blank" rel="noopener noreferrer">{safe(host)}</a>'
    return f"; look for it at {link}"


def links_html(shown: Shown) -> str:
    """What the place refers to beside its footnotes' documents, and what refers to it."""
    named = {name for note in shown.footnotes for one in note.documents for name in one.symbols}
    away = [link for link in shown.links_from if link.target not in named]
    items = "".join(
        f"<li>{chip(link.target, link.target, '')}</li>"
        if link.in_corpus
        else f"<li><strong>{safe(link.target)}</strong>: {_MISSING}</li>"
        for link in away
    )
    html = f'<h3>It refers to</h3><ul class="notes">{items}</ul>' if items else ""
    sources = list(dict.fromkeys(link.source for link in shown.links_to))[:LISTED]
    chips = "".join(chip(source, source, "") for source in sources)
    return html + (f"<h3>Referred to by</h3><p>{chips}</p>" if chips else "")
