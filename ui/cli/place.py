"""A place in its surroundings as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ingest.model import Paragraph
from ui.cli.output import clean

if TYPE_CHECKING:
    from assistant.show import Linked, Note, Shown


def place_lines(shown: Shown) -> RenderableType:
    """Head, the words between their chapeau and neighbours, footnotes, links."""
    document = shown.document
    parts: list[RenderableType] = [
        Text.assemble((clean(shown.label), "bold cyan"), "  ", (clean(document.title), "bold"))
    ]
    around = [document.body, document.adopted, *_of(shown.paragraph)]
    if facts := [clean(fact) for fact in around if fact]:
        parts.append(Text(" · ".join(facts), style="dim"))
    parts.append(Text())
    parts += _paragraphs((*shown.chapeau, shown.before), "dim")
    parts += _paragraphs((shown.paragraph,), "bold")
    parts += _paragraphs((*shown.below, shown.after), "dim")
    parts += [line for note in shown.footnotes for line in _note(note)]
    return Group(*parts, *_links(shown))


def _of(paragraph: Paragraph | None) -> tuple[str | None, ...]:
    if paragraph is None:
        return ()
    return paragraph.heading, f"page {paragraph.page}" if paragraph.page else None


def _paragraphs(paragraphs: Iterable[Paragraph | None], style: str) -> list[RenderableType]:
    return [
        Padding(
            Text.assemble(
                "> " if style == "bold" else "  ",
                (clean(one.pinpoint.label), "cyan"),
                "  ",
                (clean(one.text), style),
            ),
            (0, 0, 0, 2 * one.number.count("(")),
        )
        for one in paragraphs
        if one is not None
    ]


def _note(note: Note) -> Iterable[RenderableType]:
    yield Text(f"\nFootnote {clean(note.footnote.number)}  {clean(note.footnote.text)}")
    for document in note.documents:
        yield Padding(Text(clean(_named(document)), style="dim"), (0, 0, 0, 2))


def _named(document: Linked) -> str:
    names = " – ".join(document.symbols)
    title = f" ({document.title})" if document.title else ""
    if document.in_corpus:
        return f"{names}{title}: in the corpus"
    where = f"; look at {document.page}" if document.page else ""
    return f"{names}{title}: not in the corpus yet{where}"


def _links(shown: Shown) -> Iterable[RenderableType]:
    for title, labels in (
        ("Refers to", [link.target for link in shown.links_from]),
        ("Referred to by", [link.source for link in shown.links_to]),
    ):
        if labels:
            yield Text(f"\n{title}: {clean('; '.join(dict.fromkeys(labels)))}")
