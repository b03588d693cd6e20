"""Partial credit along the tree of paragraphs.

A pinpoint that is one step off on the same branch (the chapeau for its sub-paragraph, or
the other way round) is half right; a neighbour is wrong. The credit of two labels is
1 / (1 + steps between them), as in hierarchical precision and recall (Kiritchenko et al.,
"Functional annotation of genes using hierarchical text categorization", 2005), zero off
the branch.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.pinpoint import parse_label

#: From a cited and a gold label to a number between 0 and 1.
Credit = Callable[[str, str], float]


def same(one: str, other: str) -> float:
    """1 for the same place, else 0."""
    return float(one == other)


def credit(one: str, other: str) -> float:
    """Between 0 (not on one branch) and 1 (the same place)."""
    if one == other:
        return 1.0
    code, pinpoint = parse_label(one)
    other_code, other_pinpoint = parse_label(other)
    shorter, longer = sorted((pinpoint.segments, other_pinpoint.segments), key=len)
    if code != other_code or not shorter or longer[: len(shorter)] != shorter:
        return 0.0
    if any(segment.name == "fn" for segment in longer[len(shorter) :]):
        return 0.0
    return 1.0 / (1 + len(longer) - len(shorter))
