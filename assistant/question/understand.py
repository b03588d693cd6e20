"""A question taken apart: what it names, limits, asks and is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.model import Turn
from assistant.question import cues
from assistant.question.addressee import Addressed, find_addressed
from assistant.question.clean import clean
from assistant.question.deeds import deed_of
from assistant.question.described import described
from assistant.question.english import English
from assistant.question.history import stand_alone
from assistant.question.language import language_of
from assistant.question.model import Intent, Named, Understood
from assistant.question.pointing import step_before, turned
from assistant.question.scope import Limit, limits_of, met_by
from assistant.question.shelf import Shelf
from assistant.question.titled import titled
from assistant.question.verbs import ASKED_WORDS, asked_families
from assistant.question.words import is_filler, telling, topic_words
from ingest.citations import Cited, find_citations
from ingest.codes import find_codes
from ingest.pinpoint import Pinpoint

_PREAMBLE = re.compile(
    r"\b(?:the|le|el)\s+(?:whole\s+)?(?:preamble|pr[ée]ambule|pre[áa]mbulo)\b", re.IGNORECASE
)
#: Words that only lead to a reference: *in decision*, *according to*, *of the annex to*.
_LEADS = re.compile(
    r"(?:\b(?:in|of|from|under|by|according\s+to|per|as\s+per|selon|dans|de|du|en|según|the|la|le|el"
    r"|decisions?|resolutions?|d[ée]cisions?|decisi[óo]n|document|text|operative)\b[\s,]*)+$",
    re.IGNORECASE,
)
#: A document that is what the question is about, and no limit of where to look.
_CONTENT = re.compile(
    r"\b(?:about|on|regarding|concerning|mention\w*|refer\w*\s+to|cit\w+|recall\w*|with|and|per"
    r"|line\s+with|implement\w*|sur|sobre)\s+(?:the\s+)?(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_OUT = (
    r"(?:not|no|rather\s+than|excluding|except(?:ing)?|without|(?:leaving|setting)\s+aside|apart\s+from"
    r"|other\s+than|ignoring|disregarding|but\s+not|pas|no\s+los|sans)"
)
#: What a remark rules out is not what is asked about: *(not the annexes)*, *– not requested –*.
_RULED_OUT = re.compile(
    rf"\s*\([^()]*\b{_OUT}\b[^()]*\)|\s+[-–—]\s*(?:but\s+)?{_OUT}\b[^-–—?]*(?<=\w)\s*[-–—](?=\s)"
    rf"|,\s*(?:but\s+)?{_OUT}\s+(?:(?:the|any|merely|only)\s+)*{ASKED_WORDS}(?:\s*(?:,|and|or)\s+"
    rf"(?:the\s+)?{ASKED_WORDS})*(?:,|(?=\s*[?.]|\s*$))",
    re.IGNORECASE,
)
#: What is to be left out may also be said by itself: *leave out the invitations*.
_LEAVE = (
    r"(?:please\s+)?(?:(?:leav(?:e|ing)|set(?:ting)?)\s+(?:out|aside)|skip(?:ping)?|omit(?:ting)?"
    r"|ignor(?:e|ing)|disregard(?:ing)?|(?:do\s+not|don['’]t|not)\s+(?:list|includ|giv|count)\w*)\s"
)
_LEFT_OUT = re.compile(
    rf"^{_LEAVE}[^,?.;!]+,\s*|(?:\s*[,;:.!?–—-]+|\s+but|\s+and)\s+(?:but\s+|and\s+)?{_LEAVE}[^?.;!–—]+",
    re.IGNORECASE,
)
#: A word in quotation marks is said with emphasis: *is "requested" to do*.
_EMPHASIZED = re.compile(r"[\"“”„«]\s?([^\W\d_]+)\s?[\"“”»]")
#: What they who ask say of themselves before they ask: *I am preparing a checklist.*
_ASKER = re.compile(r"(?:I|We|My|Our)\b[^.?!]*[.!]\s+")
#: Who adopts decisions is no topic of one.
_ADOPTERS = ("cop", "cmp", "cma", "cdp")
_CONFERENCE = re.compile(r"\bconference\s+of\s+the\s+parties\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:which|what|quels|quelles|cu[áa]les|qu[ée])\s+(?:of\s+the\s+)?"
    r"(?:\w+(?:al|ly|ed|ing|ive|ary|ent|ant|ous|ic|ble)\s+)?"
    r"(?:(?!does\b|was\b|is\b|are\b|has\b|did\b)\w+\s+)?"
    r"(?!(?:does|was|has|this|its|status|process|basis|progress|access)\b)\w{2,}[^\Ws]s\b"
    r"|\bwho\s+are\b|\bwhich\s+are\b",
    re.IGNORECASE,
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
_WHOSE = re.compile(r"\b(?:whose|its|their|an|any)\s+$", re.IGNORECASE)
_OF_WHICH = re.compile(r"\s+(?:to|of)\s+(?:which|what)\b", re.IGNORECASE)
#: A place that tells what is meant, not where to look: *the report referred to in paragraph 2*.
_MEANT = re.compile(
    r"\b(?:referred\s+to|mentioned|described|listed|contained|set\s+out|cited)\s+(?:in|under)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The pieces of a question that are decided together."""

    text: str
    named: tuple[Named, ...]
    spans: tuple[tuple[int, int], ...]  # of ``named``, one each
    again: tuple[tuple[int, int], ...]  # of documents that are named once more
    addressed: Addressed | None
    limits: tuple[Limit, ...]
    described: tuple[Limit, ...]


def understand(question: str, history: Sequence[Turn], shelf: Shelf) -> Understood:
    """Take a question apart.

    Args:
        question: As typed.
        history: The conversation before it, oldest turn first.
        shelf: What the library holds.

    Raises:
        QuestionRefused: The question is empty or far too long.
    """
    asked = clean(question)
    language = language_of(asked)
    spelt, unread = _readable(asked, language, shelf)
    said = [
        Turn(role="user", content=_readable(turn["content"], None, shelf).text)
        if turn["role"] == "user"
        else turn
        for turn in history
    ]
    whole = stand_alone(spelt, said, shelf.addressees, shelf.only)
    kept, ruled_out, spared = _without_remark(_EMPHASIZED.sub(r"\1", whole.text), shelf)
    told = turned(kept, whole.document)
    parts = _parts(told.text, whole.document, shelf)
    deed = deed_of(_spoken(parts))
    topic = "" if told.whole else f"{_topic(parts, deed.words)} {whole.before}".strip()
    by_title = None if parts.named else titled(topic, _documents(parts, "list"), shelf)
    if by_title and (parts.addressed or deed.families):
        topic = ""  # it only says which decision is meant
    intent = _intent(parts, topic, bool(deed.families))
    if intent == "list" and not parts.addressed and deed.families:
        topic = ""  # nothing but common words is left
    if parts.addressed and all(map(is_filler, topic.split())):
        topic = ""
    documents = (
        (by_title,) if by_title and intent == "list" and not topic else _documents(parts, intent)
    )
    mention = intent in ("passage", "list") and bool(cues.MENTION.search(parts.text))
    verb = "asked" if whole.swapped else parts.addressed.verb if parts.addressed else ""
    family = asked_families(verb) if parts.addressed else None
    within = tuple(code for one in whole.within if (code := shelf.find(one)))
    stays = not parts.named and within and (not documents or set(within) & set(documents))
    return Understood(
        question=asked,
        text=_search_text(parts),
        intent=intent,
        seek=cues.seek_of(parts.text),
        language=language,
        named=parts.named,
        documents=within if stays else documents,
        apart=_apart(parts, documents) if intent in ("list", "passage") and not stays else (),
        addressee=parts.addressed.name if parts.addressed else None,
        verbs=(family.names if family else deed.families) - ruled_out,
        spared=spared,
        strict=family.exact if family else bool(deed.families),
        directive=family.directive if family else False,
        several=bool(cues.ALL.search(parts.text) or _PLURAL.search(parts.text)),
        decisions=not parts.named and bool(cues.DECISIONS.search(parts.text)),
        mention=mention,
        topic=cues.MENTIONING.sub("", topic).strip() if mention else topic,
        absent=_absent(parts, intent),
        unread=unread,
        before=whole.before,
        told=whole.told,
        roams=bool(stays) and whole.swapped,
        statement=told.statement,
        asks=told.asks,
    )


def _readable(question: str, language: str | None, shelf: Shelf) -> English:
    """A question in English; what is mistyped is put right where it was asked in English."""
    language = language or language_of(question)
    if language == "en":
        return English(shelf.repaired(question))
    return shelf.in_english(question, language)


def _without_remark(text: str, shelf: Shelf) -> tuple[str, frozenset[str], str | None]:
    """The question without a remark that only rules something out; what verbs and whom it names."""
    kept = text
    said: list[str] = []
    for pattern in (_RULED_OUT, _LEFT_OUT):
        said += [match.group() for match in pattern.finditer(kept)]
        kept = pattern.sub("", kept)
    if not said or not (topic_words(kept) or find_citations(kept)):
        return text, frozenset(), None
    remark = " ".join(said)
    spared = find_addressed(remark, shelf.addressees)
    if spared is not None:  # *the requests made to the Board*: theirs, not all requests
        remark = remark.replace(spared.verb, " ").replace(spared.name, " ")
    ruled_out = asked_families(remark)
    exact = ruled_out.names if ruled_out.exact else frozenset()
    return kept, exact, spared.name if spared else None


def _spoken(parts: _Parts) -> str:
    """The question with every code and place that it names spoken of as *the decision*."""
    text = parts.text
    for start, end in sorted((*parts.spans, *_described(parts)), reverse=True):
        lead = re.search(r"\b(?:decision|resolution)\s*$", text[:start], re.IGNORECASE)
        text = f"{text[: lead.start() if lead else start]}decision {text[end:]}"
    return text


def _described(parts: _Parts) -> tuple[tuple[int, int], ...]:
    """Where decisions are described; several in the same words stand in one place."""
    ends: dict[int, int] = {}
    for one in parts.described:
        ends[one.start] = max(one.end, ends.get(one.start, 0))
    return tuple(ends.items())


def _parts(text: str, document: str | None, shelf: Shelf) -> _Parts:
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
    meant, limits = ((), limits) if cited else described(text, shelf, limits)
    return _Parts(
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
    return len(telling(" ".join(topic_words(_cut(text, [cited.span]))))) > 0


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


def _intent(parts: _Parts, topic: str, deeds: bool) -> Intent:
    heavy = bool(telling(topic))
    placed = [
        one
        for one in parts.named
        if (one.pinpoint or one.ordinal) and not (heavy and _annex_of_none(one))
    ]
    if cues.DOCUMENT.search(parts.text) and (placed or topic):
        return "document"
    if cues.DOCUMENTS.search(parts.text) and not (placed or heavy or parts.addressed):
        return "document"
    if placed and cues.POINTED.search(parts.text):
        return "pointed"
    if parts.named and cues.CITING.search(parts.text):
        return "citing"
    if placed:
        return "quote"
    if cues.QUANTITY.search(parts.text):
        return "passage"
    if parts.addressed or (deeds and not heavy) or _whole(parts, topic):
        return "list"
    return "passage"


def _annex_of_none(named: Named) -> bool:
    """An annex of a document that nobody names: what is asked about tells more."""
    return named.document is None and named.pinpoint.segments[-1:] == named.pinpoint.segments[:1]


def _whole(parts: _Parts, topic: str) -> bool:
    """A document is named and nothing else is said: *quote BC-14/21*."""
    return bool(parts.named) and not topic


def _documents(parts: _Parts, intent: Intent) -> tuple[str, ...]:
    """Codes of the documents to look in; empty for all."""
    if intent == "citing":
        return ()
    named = tuple(
        dict.fromkeys(one.document for one in parts.named if one.in_library and one.document)
    )
    limited = met_by(parts.limits)
    if named or not limited:
        return named
    common = set.intersection(*limited)
    said = (code for limit in parts.limits for code in limit.documents)
    return tuple(dict.fromkeys(code for code in said if code in common))


def _apart(parts: _Parts, documents: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Documents that are each asked about for themselves."""
    named = dict.fromkeys(one.document for one in parts.named if one.in_library and one.document)
    groups: list[tuple[str, ...]] = [(code,) for code in named]
    if not groups:
        sorts = {limit.sort for limit in parts.limits}
        kinds = [[one for one in parts.limits if one.sort == sort] for sort in sorts]
        said = next((own for own in kinds if len(own) > 1), kinds[0] if kinds else [])
        groups = [tuple(c for c in one.documents if c in documents) for one in said]
        if len(groups) == 1 and parts.described and cues.EACH.search(parts.text):
            groups = [(code,) for code in groups[0]]
    groups = list(dict.fromkeys(group for group in groups if group))
    alone = sum(map(len, groups)) == len({code for group in groups for code in group})
    return tuple(groups) if len(groups) > 1 and alone else ()


def _absent(parts: _Parts, intent: Intent) -> tuple[str, ...]:
    """Limits that nothing meets."""
    missing = [limit.text for limit in parts.limits if not limit.documents]
    limited = met_by(parts.limits)
    if limited and not set.intersection(*limited):
        missing += [limit.text for limit in parts.limits]
    return tuple(dict.fromkeys(missing))


def _topic(parts: _Parts, deed: str) -> str:
    """The words of the question that it is about."""
    spans = [
        *parts.spans,
        *parts.again,
        *_codes(parts),
        *((limit.start, limit.end) for limit in parts.limits),
    ]
    if parts.addressed:
        spans.append((parts.addressed.start, parts.addressed.end))
    asker = _ASKER.match(parts.text) if parts.addressed or deed else None
    if asker and not (parts.addressed and parts.addressed.start < asker.end()):
        spans.append(asker.span())
    asked = parts.addressed.verb if parts.addressed else ""
    verbs = [*f"{deed} {asked}".lower().replace(",", " ").split(), *_ADOPTERS]
    text = cues.WHOLE_LIST.sub(" ", _CONFERENCE.sub(" ", _cut(parts.text, spans)))
    return " ".join(w for w in topic_words(text) if w.lower() not in verbs)


def _codes(parts: _Parts) -> Iterator[tuple[int, int]]:
    """Where the documents that are named stand once more, apart from their places."""
    named = {one.document for one in parts.named}
    for found in find_codes(parts.text):
        if found.code.code in named:
            yield found.start, found.end


def _search_text(parts: _Parts) -> str:
    """The question without the references that only say where to look."""
    text = parts.text
    held = dict(zip(parts.spans, (one.in_library for one in parts.named), strict=True))
    held |= dict.fromkeys(_described(parts), True)
    for (start, end), in_library in sorted(held.items(), reverse=True):
        if in_library:
            lead = _LEADS.search(text[:start])
            said = "" if lead or not text[:start].strip() else "the decision"
            text = f"{text[: lead.start() if lead else start]} {said} {text[end:]}"
    text = re.sub(r"[\s,;:]+(?=\?|$)", "", re.sub(r"\s+", " ", text)).strip(" ,;:")
    bare = cues.ABOUT.sub("", text, count=1).rstrip(" ?.!")
    text = bare if topic_words(bare) else text
    return text if topic_words(text) else parts.text


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = [" "] * (end - start)
    return "".join(kept)
