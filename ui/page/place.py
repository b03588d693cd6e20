"""A place in its context, as HTML for the panel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.model import Paragraph
from ui.page.escape import safe
from ui.page.links import links_html, notes_html
from ui.page.words import level, own_number, words

if TYPE_CHECKING:
    from assistant.show import Shown

#: Of a whole document or annex no more paragraphs are shown.
LONGEST = 300


def place_html(shown: Shown, quote: str) -> str:
    """Head, words with their chapeau and neighbours, footnotes, links; the quote marked."""
    return "".join(
        (
            _head(shown),
            _paragraph_in_context(shown, quote) if shown.paragraph else _part(shown, quote),
            notes_html(shown.footnotes),
            links_html(shown),
        )
    )


def _head(shown: Shown) -> str:
    document, paragraph = shown.document, shown.paragraph
    page = f"page {paragraph.page}" if paragraph and paragraph.page else None
    facts = (document.body, document.adopted, page)
    known = " · ".join(safe(fact) for fact in facts if fact)
    return (
        f'<div class="head"><h2 tabindex="-1">{safe(shown.label)}</h2>'
        '<button type="button" class="close" aria-label="Close the paragraph">Close</button></div>'
        f'<p class="of" dir="auto">{safe(document.title)}</p>'
        + (f'<p class="meta">{known}</p>' if known else "")
    )


def _paragraph_in_context(shown: Shown, quote: str) -> str:
    paragraph = shown.paragraph
    assert paragraph is not None
    heading = f'<h3 dir="auto">{safe(paragraph.heading)}</h3>' if paragraph.heading else ""
    return "".join(
        (
            heading,
            _context((*shown.chapeau, shown.before)),
            _words(paragraph, "this", quote),
            copy_button(quote or paragraph.text, paragraph.label),
            _context((*shown.below, shown.after)),
        )
    )


def _part(shown: Shown, quote: str) -> str:
    """A footnote with the paragraphs that bear its mark, or a document paragraph by paragraph."""
    html = ""
    if shown.footnotes:
        note = shown.footnotes[0].footnote
        html += f'<p class="this" dir="auto">{words(note.text, (), quote or note.text)}</p>'
        html += copy_button(quote or note.text, note.label)
    html += _context(shown.below[:LONGEST])
    if len(shown.below) > LONGEST:
        html += f'<p class="meta">… and {len(shown.below) - LONGEST:,} more paragraphs</p>'
    return html


def copy_button(quote: str, label: str) -> str:
    """Copies ``quote (LABEL)``."""
    return (
        f'<button type="button" class="copy" data-copy="{safe(f"{quote} ({label})")}">'
        'Copy citation</button><span class="copied" role="status"></span>'
    )


def _context(paragraphs: Iterable[Paragraph | None]) -> str:
    return "".join(_words(one, "context", "") for one in paragraphs if one is not None)


def _words(paragraph: Paragraph, role: str, quote: str) -> str:
    number = own_number(paragraph)
    shown = f'<span class="no">{safe(number)}</span>' if number else ""
    text = words(paragraph.text, paragraph.marks, quote)
    return f'<p class="{role} level-{level(paragraph)}" dir="auto">{shown}{text}</p>'
