"""A question taken apart: what it names, limits, asks and is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Turn
from assistant.question import cues
from assistant.question.asker import without_asker
from assistant.question.clean import clean
from assistant.question.contractions import written_out
from assistant.question.deeds import deed_of
from assistant.question.english import English
from assistant.question.history import stand_alone
from assistant.question.language import language_of
from assistant.question.left_out import without_remark
from assistant.question.mentioned import mentioned_in
from assistant.question.model import Intent, Named, Understood
from assistant.question.parts import Parts, parts_of
from assistant.question.pointing import turned
from assistant.question.scope import met_by
from assistant.question.shelf import Shelf
from assistant.question.titled import stems_of, titled
from assistant.question.topic import search_text, topic_of
from assistant.question.verbs import asked_families
from assistant.question.words import is_filler, telling, topic_words
from ingest.index.analysis import terms

#: A word in quotation marks is said with emphasis: *is "requested" to do*.
_EMPHASIZED = re.compile(r"(?<!\w)[\"“”„«]\s?([^\W\d_]+)\s?[\"“”»](?!\w)")
_PLURAL = re.compile(
    r"\b(?:which|what|quels|quelles|cu[áa]les|qu[ée])\s+(?:of\s+the\s+)?"
    r"(?:\w+(?:al|ly|ed|ing|ive|ary|ent|ant|ous|ic|ble)\s+)?"
    r"(?:(?!does\b|was\b|is\b|are\b|has\b|did\b)\w+\s+)?"
    r"(?!(?:does|was|has|this|its|status|process|basis|progress|access)\b)\w{2,}[^\Ws]s\b"
    r"|\bwho\s+are\b|\bwhich\s+are\b|\bwhich\s+of\s+the\s+(?:\S+\s+){1,4}?(?:are|were|have|do)\b",
    re.IGNORECASE,
)


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
    kept = without_remark(_EMPHASIZED.sub(r"\1", whole.text), shelf)
    told = turned(kept.text, whole.document)
    parts = _of_titled(parts_of(told.text, whole.document, shelf), shelf)
    deed = deed_of(_spoken(parts))
    topic = "" if told.whole else f"{topic_of(parts, deed.words)} {whole.before}".strip()
    by_title = None if parts.named else titled(topic, _documents(parts, "list"), shelf)
    if by_title and (parts.addressed or deed.families):
        topic = ""  # it only says which decision is meant
    intent = _intent(parts, topic, bool(deed.families))
    if intent == "list" and not parts.addressed and deed.families:
        topic = ""  # nothing but common words is left
    if parts.addressed and all(map(is_filler, topic.split())):
        topic = ""
    if parts.addressed and _is_title(topic, parts, shelf):
        topic = ""  # it only describes the decision that is named: *the guidance in 4/CP.29*
    documents = (
        (by_title,) if by_title and intent == "list" and not topic else _documents(parts, intent)
    )
    searched = search_text(parts)
    searches = intent in ("passage", "list") and parts.addressed is None
    mentioned = mentioned_in(searched) if searches else ""
    verb = "asked" if whole.swapped else parts.addressed.verb if parts.addressed else ""
    family = asked_families(verb) if parts.addressed else None
    within = tuple(code for one in whole.within if (code := shelf.find(one)))
    stays = not parts.named and within and (not documents or set(within) & set(documents))
    apart = _apart(parts, documents) if intent in ("list", "passage") and not stays else ()
    return Understood(
        question=asked,
        text=search_text(parts, apart=True) if apart else searched,
        intent=intent,
        seek=cues.seek_of(parts.text),
        language=language,
        named=parts.named,
        documents=within if stays else documents,
        apart=apart,
        addressee=parts.addressed.name if parts.addressed else None,
        verbs=(family.names if family else deed.families) - kept.verbs,
        spared=kept.spared,
        strict=family.exact if family else bool(deed.families),
        directive=family.directive if family else False,
        several=bool(cues.ALL.search(parts.text) or _PLURAL.search(parts.text)),
        decisions=not parts.named and bool(cues.DECISIONS.search(parts.text)),
        mentioned=mentioned,
        topic=_within(mentioned, topic) if mentioned else topic,
        sessions=() if parts.named or stays else _sessions(parts),
        absent=_absent(parts, intent),
        unread=unread,
        before=whole.before,
        told=whole.told,
        after=whole.after if language == "en" else "",
        roams=bool(stays) and whole.swapped,
        statement=told.statement,
        asks=told.asks,
    )


def _of_titled(parts: Parts, shelf: Shelf) -> Parts:
    """Places of no document belong to the one that is described, or titled, beside them."""
    if not parts.named or any(one.document for one in parts.named):
        return parts
    codes = {code for limit in parts.described for code in limit.documents}
    if len(codes) == 1:
        code: str | None = codes.pop()
    else:
        code = titled(topic_of(parts, ""), _documents(parts, "quote"), shelf)
    if code is None:
        return parts
    named = tuple(replace(one, document=code, in_library=True) for one in parts.named)
    return replace(parts, named=named)


def _within(said: str, topic: str) -> str:
    """The words of a topic that stand in some words of the question."""
    own = set(topic_words(said))
    return " ".join(word for word in topic.split() if word in own)


def _is_title(topic: str, parts: Parts, shelf: Shelf) -> bool:
    """Whether a topic says no more than what the one document that is named is called."""
    codes = {one.document for one in parts.named if one.in_library and one.document}
    if len(codes) != 1 or not topic:
        return False
    called = stems_of(shelf.held[codes.pop()])
    return all(
        any(set(terms(name)) <= called for name in (word, *shelf.spelt_out(word)))
        for word in telling(topic)
    )


def _readable(question: str, language: str | None, shelf: Shelf) -> English:
    """A question in English; what is mistyped is put right where it was asked in English."""
    language = language or language_of(question)
    question = shelf.in_full(question)
    if language == "en":
        return English(shelf.repaired(without_asker(written_out(question))))
    return shelf.in_english(question, language)


def _spoken(parts: Parts) -> str:
    """The question with every code and place that it names spoken of as *the decision*."""
    text = parts.text
    for start, end in sorted((*parts.spans, *parts.described_at()), reverse=True):
        lead = re.search(r"\b(?:decision|resolution)\s*$", text[:start], re.IGNORECASE)
        text = f"{text[: lead.start() if lead else start]}decision {text[end:]}"
    return text


def _intent(parts: Parts, topic: str, deeds: bool) -> Intent:
    heavy = bool(telling(topic))
    placed = [
        one
        for one in parts.named
        if (one.pinpoint or one.ordinal) and not (heavy and _annex_of_none(one))
    ]
    made = parts.addressed is not None and cues.PREPARED.search(parts.text) is not None
    if cues.DOCUMENT.search(parts.text) and (placed or topic) and not made:
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


def _whole(parts: Parts, topic: str) -> bool:
    """A document is named and nothing else is said: *quote BC-14/21*."""
    return bool(parts.named) and not topic


def _documents(parts: Parts, intent: Intent) -> tuple[str, ...]:
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


def _apart(parts: Parts, documents: Sequence[str]) -> tuple[tuple[str, ...], ...]:
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
    # A session of two years belongs to neither; one place within another is not compared with it.
    counted = Counter(code for group in groups for code in group)
    groups = [tuple(code for code in group if counted[code] == 1) for group in groups]
    return tuple(groups) if len(groups) > 1 and all(groups) else ()


def _sessions(parts: Parts) -> tuple[str, ...]:
    """The words of limits that decisions of the library meet."""
    return tuple(one.text for one in parts.limits if one.sort == "session" and one.documents)


def _absent(parts: Parts, intent: Intent) -> tuple[str, ...]:
    """Limits that nothing meets."""
    missing = [limit.text for limit in parts.limits if not limit.documents]
    limited = met_by(parts.limits)
    if limited and not set.intersection(*limited):
        missing += [limit.text for limit in parts.limits]
    return tuple(dict.fromkeys(missing))
