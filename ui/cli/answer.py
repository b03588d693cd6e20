"""An answer as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from assistant.model import Answer, Citation, Hit
from ui.cli.output import clean


def answer_lines(answer: Answer) -> RenderableType:
    """The answer, then its sources word for word, or what lies nearest where there is none."""
    parts: list[RenderableType] = [Text(clean(answer.answer))]
    if answer.citations:
        parts += [Text("\nSources", style="bold")]
        parts += [part for citation in answer.citations for part in _source(citation)]
    if answer.related:
        parts += [Text("\nRelated paragraphs (not an answer)", style="bold"), *hits(answer.related)]
    return Group(*parts)


def _source(citation: Citation) -> Iterable[RenderableType]:
    page = f"  (page {citation.page})" if citation.page else ""
    yield Text(f"  {clean(citation.label)}{page}", style="cyan")
    yield _quoted(citation)
    if citation.documents:
        named = ", ".join(citation.documents)
        yield Padding(Text(clean(f"Footnotes name: {named}"), style="dim"), (0, 0, 0, 4))


def _quoted(citation: Citation) -> RenderableType:
    """The paragraph's own words, with those that answer in bold."""
    start = citation.text.find(citation.quote)
    before = citation.text[:start] if start > 0 else ""
    after = citation.text[start + len(citation.quote) :] if start >= 0 else ""
    text = Text.assemble(clean(before), (clean(citation.quote), "bold"), clean(after))
    return Padding(text, (0, 0, 0, 4))


def hits(found: Iterable[Hit]) -> list[RenderableType]:
    """Each hit as its label and its words, shortened."""
    parts: list[RenderableType] = []
    for hit in found:
        words = Text(clean(shorten(hit.text)))
        parts += [Text(f"  {clean(hit.label)}", style="cyan"), Padding(words, (0, 0, 0, 4))]
    return parts


def shorten(text: str, length: int = 240) -> str:
    """The text, or its beginning up to a whole word and an ellipsis; length in characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + " …"
