"""A document that is named by its title: *the 2011 work programme on loss and damage*."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.question.shelf import Held, Shelf
from assistant.question.words import telling
from ingest.index.analysis import terms

#: One word alone names a topic, not a title, unless something else limits where to look.
_LEAST, _LIMITED = 2, 1


def titled(topic: str, documents: Sequence[str], shelf: Shelf) -> str | None:
    """Code of the only document in whose title all words of the topic stand; None where several.

    Args:
        topic: What the question is about.
        documents: Codes that the question is limited to; empty for all.
        shelf: What the library holds.
    """
    wanted = telling(topic)
    among = [shelf.held[code] for code in documents if code in shelf.held]
    least = _LIMITED if among else _LEAST
    among = among or list(shelf.held.values())
    if len(wanted) < least or len(shelf.held) == 1:
        return None
    stems = frozenset(stem for word in wanted for stem in terms(word))
    found = [one for one in among if stems <= stems_of(one)]
    if len(found) > 1:  # common words tell those apart that the others do not
        every = frozenset(stem for word in topic.split() for stem in terms(word))
        found = [one for one in found if every <= stems_of(one)]
    return found[0].code if len(found) == 1 else None


def stems_of(one: Held) -> frozenset[str]:
    """Of a title, and of the place and year that the document was adopted in."""
    at = one.session
    said = [one.title, *(at.names if at else ()), *(map(str, at.years) if at else ())]
    return frozenset(stem for text in said for stem in terms(text))
