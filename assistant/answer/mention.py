"""Every paragraph that speaks of something: *where does the decision mention the UNEP?*"""

from __future__ import annotations

import re

from assistant.answer.draft import Open, Piece, whole
from assistant.answer.listing import SameAs
from assistant.answer.reading import Reading
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from assistant.question.words import telling, topic_words
from ingest.index.analysis import terms
from ingest.model import Paragraph

#: An abbreviation behind what it stands for.
_SHORT = re.compile(r"\w\s+\(([A-Z][A-Za-z]*[A-Z])\)")
#: What belongs to it is a way of its own to speak of it: *UNEP (the Programme or its Director)*.
_ITS = re.compile(
    r"\([^()]*\)|(?:,|\s+and|\s+or)\s+(?:(?:and|or)\s+)?(?:its|their|his|her)\b"
    r"(?:(?!\s(?:is|are|was|were)\b)[^?.;])*"
)
_OR = re.compile(r"\s+(?:/|or)\s+")
#: Words of a long name that are left of it when it comes again.
_TAIL = 2
#: More than this is no list of places where something stands out.
_MOST = 40


def mentioning(understood: Understood, shelf: Shelf, open_: Open, same_as: SameAs) -> list[Piece]:
    """The paragraphs in whose own words and footnotes all words of the topic stand.

    A name also counts by its abbreviation or in full, as the document or the glossary has it.
    Empty where nothing holds them, or so much that it tells nothing.
    """
    groups = _alternatives(understood)
    pieces = [
        whole(reading, paragraph)
        for code in understood.documents or tuple(shelf.held)
        if (reading := open_(code)) is not None
        for paragraph in reading.document.paragraphs
        if any(_speaks_of(wanted, paragraph, reading, same_as) for wanted in groups)
    ]
    return pieces if len(pieces) <= _MOST else []


def _alternatives(understood: Understood) -> list[list[str]]:
    """What is to be spoken of, each with its telling words: *SAICM / the Strategic Approach*."""
    topic = telling(understood.topic)
    # *The Strategic Approach (SAICM)*: a text has the name or its abbreviation.
    short = _SHORT.findall(understood.mentioned)
    found = []
    for said in _OR.split(_ITS.sub(" ", understood.mentioned)):
        words = [word for word in topic_words(said) if word in topic]
        if wanted := [word for word in words if word not in short] or words:
            found.append(wanted)
    return found or ([topic] if topic else [])


def _speaks_of(wanted: list[str], paragraph: Paragraph, reading: Reading, same_as: SameAs) -> bool:
    texts = (paragraph.text, *(note.text for note in reading.notes(paragraph)))
    if any(all(set(terms(word)) <= set(terms(text)) for word in wanted) for text in texts):
        return True
    said = "\n".join(texts)
    name = " ".join(wanted)
    full = (*same_as(name), *reading.names.get(name.upper(), ()))
    short = (one for called in (name, *full) for one in _shortened(called.split(), reading))
    others = (*full, *short)
    # *UNEP/CHW.14/INF/36* names a document, not the Programme.
    return any(re.search(rf"(?<!\w){re.escape(other)}(?![\w/])", said, re.I) for other in others)


def _shortened(wanted: list[str], reading: Reading) -> tuple[str, ...]:
    """What a document goes on to call what it has named in full: *the Environment Assembly*."""
    name = " ".join(wanted)
    if len(wanted) <= _TAIL or not all(word[:1].isupper() for word in wanted):
        return ()
    in_full = any(name in paragraph.text for paragraph in reading.document.paragraphs)
    return (" ".join(wanted[-_TAIL:]),) if in_full else ()
