"""Candidates in order, while one reader after the other has its say."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.retrieve.fusion import Scores, fused


@dataclass(slots=True)
class Ranking:
    """Paragraphs, best first.

    Attributes:
        ids: Of the paragraphs.
        scores: Falling, shape (ids,).
        links: How those that a link led to were reached, by id.
        late, rerank: What the readers said, by id.
    """

    ids: list[str]
    scores: Scores
    links: dict[str, str] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    rerank: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._order(np.argsort(-self.scores, kind="stable"))

    def promote(self, read: Scores, weight: float) -> None:
        """Order the first candidates anew by a reader's scores; the others stay below them."""
        count = len(read)
        top = fused([(1.0, self.scores[:count]), (weight, read)])
        rest = self.scores[count:]
        if len(rest):
            rest = rest + min(0.0, float(top.min()) - float(rest[0]))
        self.scores = np.concatenate([top, rest]).astype(np.float32)
        self._order(np.argsort(-self.scores, kind="stable"))

    def insert(self, id: str, link: str, at: int) -> None:
        """Put a paragraph that a link led to at a place, unless it stands above it already."""
        if id in self.ids[:at]:
            return
        if id in self.ids:
            place = self.ids.index(id)
            del self.ids[place]
            self.scores = np.delete(self.scores, place)
        at = min(at, len(self.ids))
        score = self.scores[at - 1] if at else np.float32(0)
        self.ids.insert(at, id)
        self.scores = np.insert(self.scores, at, score)
        self.links[id] = link

    def _order(self, order: NDArray[np.intp]) -> None:
        self.ids = [self.ids[i] for i in order]
        self.scores = self.scores[order]
