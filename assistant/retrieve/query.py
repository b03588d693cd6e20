"""A question as the terms of the lexical index, each with its weight."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.index.analysis import pairs, terms


def query_terms(text: str, language: str, pair_weight: float) -> dict[str, float]:
    """Terms of a question by what they count.

    The words are read in the question's language and in English: documents are searched in
    the language that they are written in, and names are the same in both.
    """
    weights: dict[str, float] = {}
    for spoken in dict.fromkeys((language, "en")):
        found = terms(text, spoken)
        _add(weights, found, 1.0)
        _add(weights, pairs(found), pair_weight)
    return weights


def _add(weights: dict[str, float], found: Iterable[str], weight: float) -> None:
    for term in found:
        weights[term] = max(weights.get(term, 0.0), weight)
