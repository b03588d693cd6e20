"""A paragraph in its context, as HTML for the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Document, Footnote, Paragraph
from ui.page.bubble import chip
from ui.page.escape import safe
from ui.page.words import level, own_number, words

if TYPE_CHECKING:
    from assistant.show import Link, Shown


def place_html(shown: Shown, quote: str) -> str:
    """Head, words with their chapeau and neighbours, footnotes, links; the quote marked."""
    paragraph = shown.paragraph
    parts = [_head(shown.document, paragraph)]
    if paragraph.heading:
        parts.append(f'<h3 dir="auto">{safe(paragraph.heading)}</h3>')
    parts += [_context(one) for one in (*shown.chapeau, *shown.before)]
    parts += [_this(paragraph, quote), _copy(paragraph, quote)]
    parts += [_context(one) for one in (*shown.children, *shown.after)]
    parts.append(_footnotes(shown.footnotes))
    parts.append(_links(shown.links))
    return "".join(parts)


def _head(document: Document, paragraph: Paragraph) -> str:
    facts = [document.body, document.adopted, f"page {paragraph.page}" if paragraph.page else None]
    known = " · ".join(safe(fact) for fact in facts if fact)
    return (
        f'<div class="head"><h2 tabindex="-1">{safe(paragraph.label)}</h2>'
        '<button type="button" class="close" aria-label="Close the paragraph">Close</button></div>'
        f'<p class="of" dir="auto">{safe(document.title)}</p>'
        + (f'<p class="meta">{known}</p>' if known else "")
    )


def _copy(paragraph: Paragraph, quote: str) -> str:
    citation = f"{quote or paragraph.text} ({paragraph.label})"
    return (
        f'<button type="button" class="copy" data-copy="{safe(citation)}">Copy citation</button>'
        '<span class="copied" role="status"></span>'
    )


def _this(paragraph: Paragraph, quote: str) -> str:
    return _paragraph(paragraph, f"this level-{level(paragraph)}", quote)


def _context(paragraph: Paragraph) -> str:
    return _paragraph(paragraph, f"context level-{level(paragraph)}", "")


def _paragraph(paragraph: Paragraph, classes: str, quote: str) -> str:
    number = own_number(paragraph)
    shown = f'<span class="no">{safe(number)}</span>' if number else ""
    text = words(paragraph.text, paragraph.marks, quote)
    return f'<p class="{classes}" dir="auto">{shown}{text}</p>'


def _footnotes(footnotes: tuple[Footnote, ...]) -> str:
    items = "".join(
        f'<li dir="auto"><sup>{safe(note.number)}</sup> {safe(note.text)}</li>'
        for note in footnotes
    )
    return f'<h3>Footnotes</h3><ul class="notes">{items}</ul>' if items else ""


def _links(links: tuple[Link, ...]) -> str:
    items = "".join(f"<li>{_link(link)}</li>" for link in links)
    return f'<h3>It refers to</h3><ul class="notes">{items}</ul>' if items else ""


def _link(link: Link) -> str:
    """A place in the library as a chip; a document outside it with where to get it."""
    if link.id is not None:
        return chip(link.id, link.to, "")
    title = f" {safe(link.title)}" if link.title else ""
    return f"<strong>{safe(link.to)}</strong>{title}<br>{_where(link.where)}"


def _where(where: str | None) -> str:
    missing = '<span class="missing">not in the corpus yet</span>'
    if not where:
        return missing
    if where.startswith(("https://", "http://")):
        return (
            f'{missing}; get it at <a href="{safe(where)}" target="_blank" '
            f'rel="noopener noreferrer">{safe(where)}</a>'
        )
    return f"{missing}; {safe(where)}"
