"""The paragraphs under consideration, with all that is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.retrieve.fusion import Scores
from assistant.retrieve.ports import Scored


@dataclass(slots=True)
class Found:
    """What one search gave: rank from 1 and score, by paragraph id."""

    ranks: dict[str, int] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)

    def of(self, ids: Sequence[str]) -> Scores:
        """Scores of these ids; one that this search did not give has the least it gave."""
        least = min(self.scores.values(), default=0.0)
        return np.array([self.scores.get(id, least) for id in ids], dtype=np.float32)


def found(scored: Sequence[Scored]) -> Found:
    """Ranks and scores of a search."""
    return Found(
        {one.id: rank for rank, one in enumerate(scored, start=1)},
        {one.id: float(one.score) for one in scored},
    )


def together(*searches: Found) -> list[str]:
    """Ids that any of the searches gave, in the order in which they come up."""
    return list(dict.fromkeys(id for search in searches for id in search.scores))
