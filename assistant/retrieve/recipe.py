"""How paragraphs are found: every number and switch of retrieval, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is done, and how much each part counts.

    Attributes:
        lexical, dense, late, rerank, expand, links, repair: Whether that part is used at
            all: search by words, by meaning, late interaction, cross-encoder, the
            glossary's other names, the text's own links, spelling repair.
        pool: Candidates that each of the two searches gives.
        late_pool: Best of both together that late interaction reads.
        rerank_pool: Best of those that the cross-encoder reads.
        follow: Best of those whose links are followed.
        linked: Places in the rerank pool kept for what they lead to.
        lexical_weight, dense_weight, late_weight, rerank_weight: What a standardised
            score counts in the sum.
        pair_weight: What two neighbouring words count, against one word.
        expansion_weight: What another name of a term counts, against the term itself.
        formal_weight: What counts what decisions say for an everyday word of the question.
    """

    lexical: bool = True
    dense: bool = True
    late: bool = True
    rerank: bool = True
    expand: bool = True
    links: bool = True
    repair: bool = True
    pool: int = 100
    late_pool: int = 60
    rerank_pool: int = 24
    follow: int = 3
    linked: int = 2
    lexical_weight: float = 1.0
    dense_weight: float = 0.8
    late_weight: float = 0.7
    rerank_weight: float = 1.5
    pair_weight: float = 0.4
    expansion_weight: float = 0.4
    formal_weight: float = 0.3


#: What answers people.
FULL = Recipe()
