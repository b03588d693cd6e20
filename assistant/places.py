"""Places that structure knows a question to mean: named, pointed at, or listed; none ranked.

Ranking by words and meaning cannot know that *paragraph 6 (d)* is one paragraph, nor that a list
is whole. What structure knows comes first in a search, and ranked paragraphs after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.citing import citing
from assistant.answer.compose import citation_of
from assistant.answer.documents import named_documents
from assistant.answer.draft import Open, Piece
from assistant.answer.followed import led_from_named
from assistant.answer.gathered import gathered
from assistant.answer.listing import (
    SameAs,
    fitting_acts,
    pieces_of,
    whole_documents,
    with_verbs,
)
from assistant.answer.pointed import pointed
from assistant.answer.quote import quoted
from assistant.model import Hit
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from ingest.catalogue import Catalogue


@dataclass(frozen=True)
class Places:
    """What finding places by structure needs."""

    shelf: Shelf
    open: Open
    catalogue: Catalogue
    same_as: SameAs

    def of(self, asked: Understood) -> tuple[Piece, ...]:
        """The places that are certain, in reading order; empty where ranking has to tell."""
        return tuple(self._certain(asked))

    def _certain(self, asked: Understood) -> Iterable[Piece]:
        placed = any(one.pinpoint or one.ordinal for one in asked.named)
        if led := led_from_named(asked, self.open):
            return led
        if asked.intent == "pointed":
            found = pointed(asked, self.shelf, self.open).pieces
            return found or quoted(asked, self.shelf, self.open).pieces
        if asked.intent == "citing":
            return citing(asked, self.shelf, self.open, self.catalogue).pieces
        if asked.intent == "document" and placed:
            found = named_documents(asked, self.shelf, self.open).pieces
            return found or quoted(asked, self.shelf, self.open).pieces
        if asked.intent == "quote":
            return quoted(asked, self.shelf, self.open).pieces
        if asked.intent == "list" and not asked.topic:
            return self._listed(asked)
        return gathered(asked, self.shelf, self.open, self.same_as)

    def fitting(self, asked: Understood) -> frozenset[str]:
        """Ids of the paragraphs that ask the one whom the question asks about; empty for nobody."""
        if asked.intent != "list" or asked.addressee is None:
            return frozenset()
        return frozenset(act.paragraph for act in fitting_acts(asked, self.shelf, self.same_as))

    def _listed(self, asked: Understood) -> Iterable[Piece]:
        if asked.addressee is not None:
            return pieces_of(fitting_acts(asked, self.shelf, self.same_as), self.open)
        if asked.verbs:
            return with_verbs(asked, self.shelf, self.open, self.same_as)
        return whole_documents(asked, self.open)


def hit_of(piece: Piece, score: float) -> Hit:
    """A place as a hit; nothing ranked it."""
    cited = citation_of(piece)
    return Hit(cited.id, cited.label, cited.document, cited.number, score, cited.text)
