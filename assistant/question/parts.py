"""The pieces of a question that are decided together: places, limits, whom it takes to be asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.question import cues
from assistant.question.addressee import Addressed, find_addressed
from assistant.question.described import described
from assistant.question.model import Named
from assistant.question.pointing import step_before
from assistant.question.scope import Limit, limits_of
from assistant.question.shelf import Shelf
from assistant.question.words import telling, topic_words
from ingest.citations import Cited, find_citations
from ingest.pinpoint import Pinpoint

_PREAMBLE = re.compile(
    r"\b(?:the|le|el)\s+(?:whole\s+)?(?:preamble|pr[ée]ambule|pre[áa]mbulo)\b", re.IGNORECASE
)
#: Parties are of Annex I: what stands in such a name is no annex of a decision.
_KIND_OF_PARTY = re.compile(
    r"annex\s+(?:I|II|B)\b(?!\s*(?:$|[,;:.?)(]|(?:to|of|in|and|or|under|para\w*|say\w*|contain\w*|list\w*"
    r"|mention\w*|require\w*|provide\w*|set\w*|state\w*|describe\w*|include\w*|define\w*|give\w*|ha[sd]"
    r"|have|is|are|was|were|about|on|with|for|deal\w*|concern\w*|regard\w*|cover\w*|call\w*)\b))",
    re.IGNORECASE,
)
#: *In which decision's annex*, *the annex to which decision*: the annex is what is asked for.
_ANY_ANNEX = re.compile(
    r"\b(?:which|what)\s+(?:decision|resolution|document)(?:['’]s)?\s+$", re.IGNORECASE
)
#: *The document whose annex lists gaps*: not of a decision, as *its annex* mostly is.
_WHOSE = re.compile(r"\b(?:whose|any)\s+$", re.IGNORECASE)
_OF_WHICH = re.compile(r"\s+(?:to|of)\s+(?:which|what)\b", re.IGNORECASE)
#: A place that tells what is meant, not where to look: *the report referred to in paragraph 2*.
_MEANT = re.compile(
    r"\b(?:referred\s+to|mentioned|described|listed|contained|set\s+out|cited)\s+(?:in|under)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a question that are decided together."""

    text: str
    named: tuple[Named, ...]
    spans: tuple[tuple[int, int], ...]  # of ``named``, one each
    again: tuple[tuple[int, int], ...]  # of documents that are named once more
    addressed: Addressed | None
    limits: tuple[Limit, ...]
    described: tuple[Limit, ...]

    def described_at(self) -> tuple[tuple[int, int], ...]:
        """Where decisions are described; several in the same words stand in one place."""
        ends: dict[int, int] = {}
        for one in self.described:
            ends[one.start] = max(one.end, ends.get(one.start, 0))
        return tuple(ends.items())


def cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with blanks for the characters of spans."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = [" "] * (end - start)
    return "".join(kept)


def parts_of(text: str, document: str | None, shelf: Shelf) -> Parts:
    """Find the pieces of a question.

    Args:
        text: The question, standing alone.
        document: Code of the document that is meant where it names none.
        shelf: What the library holds.
    """
    cited = list(find_citations(text, document))
    if (match := _PREAMBLE.search(text)) and not any(_in_preamble(one) for one in cited):
        owner = next((one.document for one in cited if one.explicit), document)
        cited.append(Cited(owner, Pinpoint() / ("preamble", ""), match.span()))
    addressed = find_addressed(text, shelf.addressees)
    chosen = _specific(cited)
    again = tuple(one.span for one in cited if one not in chosen)
    cited = [_as_meant(one, text, addressed) for one in chosen if _is_place(one, text)]
    cited = [one for one in cited if not _is_of_treaty(one, text, shelf)]
    beside = [step_before(text[: one.span[0]]) for one in cited]
    limits = limits_of(text, shelf, document or "")
    known = any(one.document for one in cited)
    meant, limits = ((), limits) if known else described(text, shelf, limits)
    return Parts(
        text,
        tuple(_named(one, text, shelf, step) for one, (step, _) in zip(cited, beside, strict=True)),
        tuple((low, one.span[1]) for one, (_, low) in zip(cited, beside, strict=True)),
        again,
        addressed,
        (*meant, *limits),
        meant,
    )


def _in_preamble(cited: Cited) -> bool:
    return any(name == "preamble" for name, _ in cited.pinpoint.segments)


def _specific(cited: Sequence[Cited]) -> list[Cited]:
    """Without documents that are named again for a place in them."""
    placed = {one.document for one in cited if one.pinpoint or one.ordinal}
    return [one for one in cited if one.pinpoint or one.ordinal or one.document not in placed]


def _is_place(cited: Cited, text: str) -> bool:
    """*activity 1(a) of the workplan* names no paragraph, *Annex I inventories* no annex."""
    start, end = cited.span
    if _ANY_ANNEX.search(text[:start]) or _OF_WHICH.match(text, end):
        return False
    if _KIND_OF_PARTY.match(text, start) or _WHOSE.search(text[:start]):
        return False
    if cited.explicit:
        return True
    before = topic_words(text[:start])
    return not (text[start].isdigit() and before and text[:start].rstrip().endswith(before[-1]))


def _is_of_treaty(cited: Cited, text: str, shelf: Shelf) -> bool:
    """An annex that no decision is named for, nor has: *a submission on amending Annex B*."""
    segments = cited.pinpoint.segments
    if cited.explicit or len(segments) != 1 or segments[0].name != "annex" or not segments[0].value:
        return False
    held = shelf.library.document(cited.document) if cited.document else None
    if held is not None and any(
        p.pinpoint.segments[:1] == segments or p.annex == cited.pinpoint.label
        for p in held.paragraphs
    ):
        return False
    return len(telling(" ".join(topic_words(cut(text, [cited.span]))))) > 0


def _as_meant(cited: Cited, text: str, addressed: Addressed | None) -> Cited:
    """A place that only tells what is meant limits the question to its document."""
    if addressed and _MEANT.search(text[: cited.span[0]]) and not cues.POINTED.search(text):
        return replace(cited, pinpoint=Pinpoint())
    return cited


def _named(cited: Cited, text: str, shelf: Shelf, step: int) -> Named:
    names = (cited.document, *cited.aliases) if cited.document else ()
    held = next((code for name in names if (code := shelf.find(name))), None)
    return Named(
        held or cited.document,
        cited.pinpoint,
        text[slice(*cited.span)],
        held is not None,
        cited.ordinal,
        cited.candidates,
        step,
    )
