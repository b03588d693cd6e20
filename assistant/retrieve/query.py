"""A question as it is searched: words for the models, weighted terms for the lexical index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.glossary import Glossary, Segment
from assistant.glossary.glossary import is_short
from assistant.question.plain import formal
from assistant.question.sayings import formally, sayings_in
from assistant.question.words import topic_words
from ingest.index.analysis import pairs, terms

#: Gives the full names that documents themselves define for an abbreviation.
Defined = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Attributes:
        text: As asked, its spelling put right: read beside documents in its own language.
        english: In English, as far as the glossary goes, abbreviations spelt out: read
            beside all other documents.
        terms: Weight by term of the lexical index.
        language: ISO 639-1 code of the question.
    """

    text: str
    english: str
    terms: Mapping[str, float]
    language: str


def build_query(
    text: str,
    language: str,
    glossary: Glossary | None,
    defined: Defined,
    pair_weight: float,
    expansion_weight: float,
    formal_weight: float = 0.0,
) -> Query:
    """Read a question.

    Args:
        text: The question, its spelling put right.
        language: ISO 639-1 code.
        glossary: Other names; None to search the words alone.
        defined: Full names that documents define.
        pair_weight: What two neighbouring words count, against one word.
        expansion_weight: What another name of a term counts, against the term itself.
        formal_weight: What counts what decisions say for an everyday word.
    """
    weights: dict[str, float] = {}
    # Names are the same in every language, and English is what most documents are in.
    for spoken in dict.fromkeys((language, "en")):
        _add(weights, text, spoken, 1.0, pair_weight)
    if glossary is None:
        return Query(text, text, weights, language)
    segments = glossary.segments(text, language)
    for segment in segments:
        weight = expansion_weight if language == "en" else 1.0
        for name in _others(segment, language, defined):
            _add(weights, name, "en", weight, pair_weight)
    if language == "en":
        if formal_weight:
            _add_formal(weights, text, formal_weight)
        return Query(text, _spelt_out(text, segments, defined), weights, language)
    english = " ".join(_translated(segment) for segment in segments)
    # Translated words stand beside each other as they would in an English text.
    for pair in pairs(terms(english)):
        weights.setdefault(pair, pair_weight)
    return Query(text, english or text, weights, language)


def _others(segment: Segment, language: str, defined: Defined) -> Iterable[str]:
    """English names of what a segment names, without itself."""
    for concept in segment.concepts:
        for name in concept.english:
            if name != segment.text:
                yield name
        if language != "en":
            break  # the likeliest reading; the others would drown it
    if not segment.concepts and is_short(segment.text):
        yield from defined(segment.text)


def _spelt_out(text: str, segments: Iterable[Segment], defined: Defined) -> str:
    """Abbreviations followed by their full names: the models were not taught the UN's.

    And everyday words by what decisions say for them.
    """
    full: list[str] = []
    for segment in segments:
        if is_short(segment.text):
            names = [n for c in segment.concepts for n in c.english] or defined(segment.text)
            full += [name for name in names if not is_short(name)][:1]
    full += formally(text)
    return f"{text} ({'; '.join(full)})" if full else text


def _translated(segment: Segment) -> str:
    names = segment.concepts[0].english if segment.concepts else ()
    return names[0] if names else segment.text


def _add_formal(weights: dict[str, float], text: str, weight: float) -> None:
    """*Trash* is looked for as *waste* as well."""
    said = {term for word in topic_words(text) for term in formal(word)}
    said |= {term for saying in sayings_in(text) for term in terms(saying.formal)}
    for term in said:
        weights[term] = max(weights.get(term, 0.0), weight)


def _add(
    weights: dict[str, float], text: str, language: str, weight: float, pair_weight: float
) -> None:
    found = terms(text, language)
    for term in found:
        weights[term] = max(weights.get(term, 0.0), weight)
    for pair in pairs(found):
        weights[pair] = max(weights.get(pair, 0.0), weight * pair_weight)
