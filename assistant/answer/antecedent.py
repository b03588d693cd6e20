"""What a paragraph names in short, where the document first gives it whole or with its source.

*Paragraph 10 just says "the Strategic Approach": what is its full name?* is answered by the
paragraph that spells it out; *paragraph 4 refers to the plan, but where is it cited?* by the one
whose words on the plan bear a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.documents import clause_with, documents_of
from assistant.answer.draft import Open, Piece
from assistant.answer.reading import Reading
from assistant.question.model import Understood
from assistant.question.words import topic_words
from ingest.index.analysis import terms
from ingest.model import Footnote, Paragraph

#: A paragraph is said to speak of something.
_SPEAKS = re.compile(
    r"\b(?:mentions?|refers?\s+to|speaks?\s+of|talks?\s+(?:of|about)|says?|names?|uses?|calls?|writes?|has|cites?)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:full\s+(?:name|title)|(?:spelled|spelt|written)\s+out|in\s+full|stands?\s+for|abbreviat\w+)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:symbol|sources?|references?\s+(?:is|are|was|were|given)|(?:its|the|full)\s+reference\b(?!\s+to)"
    r"|(?:first|earlier|previously)\b[^?]{0,40}\b(?:cited|referenced|given|mentioned|introduced)"
    r"|cited\s+(?:first|earlier)|without\s+(?:a|any)\s+(?:source|reference|footnote|symbol)|no\s+footnote"
    r"|by\s+(?:which|what)\s+resolution|which\s+(?:resolution|document)\s+(?:is|was)\s+(?:it|that|this))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«„‘']\s?([^\"“”«»„‘’']{3,120}?)\s?[\"“”»’']")
#: Words of a name that must be the same, at least.
_COMMON = 2


def antecedent(understood: Understood, open_: Open) -> Piece | None:
    """The place that gives whole, or with its source, what a named paragraph says in short.

    None where the question asks for nothing of the sort, or nothing gives it.
    """
    asked = understood.question
    placed = [one for one in understood.named if one.in_library and one.pinpoint]
    if len(placed) != 1 or not placed[0].document or not _SPEAKS.search(asked):
        return None
    whole, source = _WHOLE.search(asked), _SOURCE.search(asked)
    reading = open_(placed[0].document) if whole or source else None
    if reading is None:
        return None
    here = [p for p in reading.document.paragraphs if p.pinpoint.eid == placed[0].pinpoint.eid]
    if not here:
        return None
    if whole:
        return _spelt_out(asked, here[0], reading)
    return _with_source(asked, here[0], reading)


def _spelt_out(asked: str, here: Paragraph, reading: Reading) -> Piece | None:
    """The first other paragraph in which the name goes on: *the Strategic Approach to …*."""
    for name in _names(asked, here):
        bare = re.sub(r"^(?:the|an?)\s+", "", name, flags=re.IGNORECASE)
        longer = re.compile(
            rf"(?<!\w){re.escape(bare)}(?:\s+(?:to|on|for|of|in)\s+(?:the\s+)?[A-Z]|\s+\([^)]+\))"
        )
        for paragraph in reading.document.paragraphs:
            if paragraph.id != here.id and longer.search(paragraph.text):
                return Piece(reading, paragraph, paragraph.text)
    return None


def _names(asked: str, here: Paragraph) -> Iterator[str]:
    """What is named: words in quotation marks, else the longest words that both have."""
    for quoted in _QUOTED.findall(asked):
        if quoted.lower() in here.text.lower():
            yield quoted
    words = re.findall(r"[\w’'-]+", asked)
    for size in range(min(8, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            said = " ".join(words[start : start + size])
            if topic_words(said) and any(c.isupper() for c in said[1:]) and said in here.text:
                yield said


def _with_source(asked: str, here: Paragraph, reading: Reading) -> Piece | None:
    """The clause before a footnote, elsewhere, that has most words of what is named in common."""
    wanted = _spoken_of(asked, here)
    own = clause_with(here, reading).values()
    if any(len(wanted & set(terms(clause))) >= min(_COMMON, len(wanted)) for clause in own):
        return None  # it has the source itself
    best: tuple[int, Footnote, Paragraph, str] | None = None
    for paragraph in reading.document.paragraphs:
        if paragraph.id == here.id:
            continue
        for note, clause in clause_with(paragraph, reading).items():
            common = len(wanted & set(terms(clause)))
            if common >= min(_COMMON, len(wanted)) > 0 and (best is None or common > best[0]):
                best = (common, note, paragraph, clause)
    if best is None:
        return None
    _, note, paragraph, clause = best
    return Piece(reading, paragraph, clause, documents=documents_of(note, reading))


def _spoken_of(asked: str, here: Paragraph) -> frozenset[str]:
    """Stems of what the paragraph is said to speak of: those of its own words."""
    own = set(terms(here.text))
    quoted = [said for said in _QUOTED.findall(asked) if set(terms(said)) <= own]
    said = " ".join(quoted) or " ".join(topic_words(asked))
    return frozenset(stem for stem in terms(said) if stem in own)
