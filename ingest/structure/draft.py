"""A paragraph while its words are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.acts.verb import leading_verb
from ingest.model import Kind, Paragraph
from ingest.pinpoint import Pinpoint, paragraph_id
from ingest.structure.rich import Rich
from ingest.structure.words import Joiner


@dataclass(slots=True, eq=False)
class Draft:
    """A paragraph that is still growing.

    Attributes:
        pinpoint: Where it stands; may change until all are known.
        depth: 0 for a paragraph, 1 for a sub-paragraph, …
        left: Left edge of its first line in points.
        section: Labels of the numbered headings above it, outermost first.
        line: Index of its first line in the source, notes left out.
    """

    pinpoint: Pinpoint
    kind: Kind
    rich: Rich
    page: int | None
    depth: int = 0
    left: float = 0.0
    parent: Draft | None = None
    heading: str | None = None
    section: tuple[str, ...] = ()
    tail: int | None = None
    line: int = 0
    children: list[Draft] = field(default_factory=list)

    def add(self, rich: Rich, joiner: Joiner) -> None:
        """Words that go on after a break, or after the list of sub-paragraphs."""
        if self.children and self.tail is None:
            self.tail = len(self.rich.text) + 1 if self.rich.text else 0
            self.rich = self.rich.join(rich, " " if self.rich.text else "")
            return
        self.rich = joiner.join(self.rich, rich)

    def paragraph(self, document: str) -> Paragraph:
        """The finished paragraph, without its references."""
        return Paragraph(
            document,
            self.pinpoint,
            self.kind,
            self.rich.text,
            tail=self.tail,
            parent=paragraph_id(document, self.parent.pinpoint) if self.parent else None,
            heading=self.heading,
            page=self.page,
            verb=leading_verb(self.rich.text) if self.kind in ("preambular", "operative") else None,
            marks=self.rich.model_marks,
        )
