"""A document's acts: every paragraph read into who asks whom to do what.

A sub-paragraph takes from its chapeau what it does not say itself: the verb, who is
asked, deadline and condition. A chapeau that only opens a list has an act without words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.acts.addressee import Asked, is_actor, read_addressee, read_charged, read_shared
from ingest.acts.clause import Clause, body_of_list, clauses_of, listed_clauses
from ingest.acts.condition import find_condition
from ingest.acts.deadline import find_deadline
from ingest.acts.model import Act
from ingest.acts.romance_acts import read_romance
from ingest.acts.verb import Verb, opening_verb, read_verb
from ingest.acts.words import words
from ingest.model import Document, Paragraph

#: Verbs by which something is to happen; what is noted or welcomed has no deadline.
_BINDING = words(
    "decide agree resolve establish extend postpone convene authorize recommend continue "
    "confirm determine intend launch initiate commit conclude defer cancel elect "
    "appoint designate clarify look schedule maintain propose undertake reiterate keep"
)
_CHARGING = words("entrust charge task mandate remind")
#: "Reiterates its invitation to Parties to …": the first "to" names who is asked.
_WITH_TO = words("reiterate renew repeat restate appeal")
_TO = re.compile(
    r"(?:,\s+(?:as\s+)?(?:contained|made|set\s+out|expressed|issued|referred)[^;]*?,)?"
    r"\s+(?:to|on|upon)\s+"
)
_NESTED_LATER = re.compile(
    r"\s+and\s+to\s+(?=(?:request|invite|encourage|urge|authorize|instruct|mandate|call)\b)|"
    r"\bby\s+(?=(?:requesting|inviting|encouraging|urging)\b)"
)
#: "Decides that Parties are invited to …": who is asked stands before the verb.
_THAT_PASSIVE = re.compile(
    r"\s*(?:further\s+|also\s+)?that\s+(?P<who>[^,;:]{2,120}?)\s+(?:is|are|be)\s+(?:also\s+|hereby\s+|"
    r"further\s+|strongly\s+)?(?:requested|invited|encouraged|urged|called\s+upon|mandated|authorized|"
    r"instructed)\s+to\b"
)
_NESTED = re.compile(r"\s*(?:,[^,]+,\s*)?(?:that\s+)?[Tt]o\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class _Read:
    """An act together with what its list entries need to know of it."""

    act: Act
    asks: bool
    binding: bool


def acts_of(document: Document) -> tuple[Act, ...]:
    """The acts of a document, in reading order.

    Operative and preambular paragraphs, and what a report says that its body asked or
    decided. Of an annex only what opens with an operative verb (an annexed declaration) acts;
    tables and quoted amendments never do.
    """
    open_lists: dict[str, _Read] = {}
    acting: dict[str, str] = {}
    acts: list[Act] = []
    for paragraph in document.paragraphs:
        if paragraph.kind == "table" or (paragraph.kind == "annex" and not _declares(paragraph)):
            continue
        chapeau = open_lists.get(paragraph.parent) if paragraph.parent else None
        body = acting.get(paragraph.parent) if paragraph.parent else None
        own = listed_clauses(_before_tail(paragraph), body) if body else ()
        read = _paragraph_acts(document, paragraph, chapeau, own)
        if named := body_of_list(_before_tail(paragraph)):
            acting[paragraph.id] = named
        if read:
            open_lists[paragraph.id] = read[-1]
        acts.extend(one.act for one in read)
        acts.extend(_tail_acts(document, paragraph))
    return tuple(acts)


def _declares(paragraph: Paragraph) -> bool:
    """Whether a paragraph of an annex acts: an annexed declaration or draft decision does.

    Below the first level a base form is an instruction ("(a) Request further information").
    """
    verb = opening_verb(paragraph.text)
    if verb is None or verb.form == "participle":
        return False
    return verb.form == "third" or paragraph.parent is None


def _before_tail(paragraph: Paragraph) -> str:
    """A paragraph's words up to its list."""
    return paragraph.text if paragraph.tail is None else paragraph.text[: paragraph.tail]


def _paragraph_acts(
    document: Document, paragraph: Paragraph, chapeau: _Read | None, own: tuple[Clause, ...]
) -> list[_Read]:
    text = _before_tail(paragraph)
    if text.lstrip().startswith(("“", "«", '"')):
        return []
    if document.language in ("es", "fr") and (one := _romance(document, paragraph, text)):
        return [one]
    clauses = own or clauses_of(text, preambular=paragraph.kind == "preambular")
    if not own and chapeau is not None and _is_entry(clauses[0] if clauses else None, chapeau):
        entry = Clause(0, clauses[0].end if clauses else len(text), None)
        clauses = (entry, *(c for c in clauses[1:] if c.verb and not c.subject))
    read: list[_Read] = []
    for index, clause in enumerate(clauses):
        if clause.verb is None:
            if chapeau is not None:
                read.append(_inherited(paragraph, text, clause, chapeau))
            continue
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        read.append(_stated(document, paragraph, text, clause, clause.verb, following))
    return read


def _romance(document: Document, paragraph: Paragraph, text: str) -> _Read | None:
    """The act of a French or Spanish paragraph."""
    read = read_romance(text)
    if read is None:
        return None
    act = Act(
        paragraph=paragraph.id,
        label=paragraph.label,
        actor=document.body,
        verb=read.verb,
        addressee=read.addressee,
        act=read.act,
        deadline=read.deadline,
        condition=read.condition,
    )
    return _Read(act, read.asks, binding=False)


def _is_entry(first: Clause | None, chapeau: _Read) -> bool:
    """Whether a sub-paragraph goes on with its chapeau's sentence, whatever it opens with."""
    if first is None or first.verb is None or first.subject:
        return True
    if first.verb.form == "participle":
        return not first.verb.asks
    return first.verb.form in ("plural", "past")


def _tail_acts(document: Document, paragraph: Paragraph) -> list[Act]:
    """Acts in the words that follow a list: "…; and requests the Secretariat …"."""
    if paragraph.tail is None:
        return []
    text = paragraph.text[paragraph.tail :]
    clauses = clauses_of(text)
    return [
        _stated(document, paragraph, text, clause, clause.verb, following).act
        for clause, following in zip(clauses, (*clauses[1:], None), strict=True)
        if clause.verb is not None
    ]


def _stated(
    document: Document,
    paragraph: Paragraph,
    text: str,
    clause: Clause,
    verb: Verb,
    following: Clause | None,
) -> _Read:
    """An act with a verb of its own."""
    asked = _asked(text, clause, verb, following)
    begin = asked.act if asked else verb.end
    if clause.passive:
        asked = read_shared(text, clause.start, verb.start)
        begin = verb.end
    binding = verb.asks or asked is not None or verb.lemma in _BINDING
    spans = _outside(asked, clause, verb)
    if clause.subject or (not verb.asks and asked is None):
        spans = _first_sentence(text, spans)
    words_ = text[: clause.end]
    act = Act(
        paragraph=paragraph.id,
        label=paragraph.label,
        actor=clause.subject or document.body,
        verb=verb.text,
        addressee=asked.name if asked else None,
        act=_act_words(text[begin : clause.end]),
        deadline=find_deadline(words_, spans) if binding else None,
        condition=find_condition(words_, spans) if binding else None,
    )
    return _Read(act, verb.asks, binding)


def _inherited(paragraph: Paragraph, text: str, clause: Clause, chapeau: _Read) -> _Read:
    """An entry of a list, which says what its chapeau leaves open."""
    words_ = text[clause.start : clause.end]
    act = replace(
        chapeau.act,
        paragraph=paragraph.id,
        label=paragraph.label,
        act=_act_words(words_),
    )
    if chapeau.binding:
        inner = _named_in(words_, chapeau) if act.addressee is None else None
        act = replace(
            act,
            addressee=act.addressee or (inner.name if inner else None),
            act=_act_words(words_[inner.act :]) if inner else act.act,
            deadline=find_deadline(words_) or act.deadline,
            condition=find_condition(words_) or act.condition,
        )
    return _Read(act, chapeau.asks, chapeau.binding)


def _named_in(entry: str, chapeau: _Read) -> Asked | None:
    """Who is asked in an entry: "Urges: (a) Parties to …", "Appeals: (a) To Parties to …"."""
    if not chapeau.asks:
        return _nested(entry, 0, len(entry))
    lead = re.match(r"\s*[Tt]o\s+(?=[A-Z]\w*s?\b|the\b|all\b)", entry)
    asked = read_addressee(entry, lead.end() if lead else 0, len(entry))
    return asked if asked and is_actor(asked.name) else None


def _asked(text: str, clause: Clause, verb: Verb, following: Clause | None) -> Asked | None:
    """Who is asked by a clause."""
    start, end = verb.end, clause.end
    if not verb.asks:
        return _nested(text, start, end) if verb.lemma in _BINDING else None
    if verb.text.endswith((" for", " attention")):
        # "Calls for support to …" asks nobody by name.
        return None
    if verb.lemma in _WITH_TO:
        lead = _TO.match(text, start)
        if lead is None and not re.compile(r"\s*,?\s*that\b|\s*:").match(text, start):
            return None
        start = lead.end() if lead else start
    if verb.lemma in _CHARGING and (charged := read_charged(text, start, end)):
        return charged
    asked = read_addressee(text, start, end)
    if asked is None and following is not None and following.verb and following.verb.asks:
        shared = read_shared(text, start, end)
        if shared is not None and len(shared.name.split()) <= 12:
            return replace(shared, act=end)
    return asked


def _nested(text: str, start: int, end: int) -> Asked | None:
    """Who is asked by "Decides to request the Secretariat to …"."""
    if passive := _THAT_PASSIVE.match(text, start, end):
        asked = read_shared(text, passive.start("who"), passive.end("who"))
        return replace(asked, act=passive.start()) if asked else None
    openings = [_NESTED.match(text, start, end), *_NESTED_LATER.finditer(text, start, end)]
    for opening in filter(None, openings):
        verb = read_verb(text, opening.end(), frozenset({"plural", "participle"}))
        if verb is not None and verb.asks:
            return read_addressee(text, verb.end, end)
    return None


def _first_sentence(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans up to the end of the sentence: what a report tells next is no part of the act."""
    stop = re.compile(r"[a-z)\d]\.\s+(?=[A-Z])").search(text, spans[0][0])
    if stop is None:
        return spans
    return [(start, min(end, stop.end())) for start, end in spans if start < stop.end()]


def _outside(asked: Asked | None, clause: Clause, verb: Verb) -> list[tuple[int, int]]:
    """The parts of a clause that are not the addressee."""
    spans: list[tuple[int, int]] = []
    at = verb.end
    for start, end in asked.spans if asked else ():
        if start > at:
            spans.append((at, start))
        at = max(at, end)
    spans.append((at, clause.end))
    return spans


def _act_words(text: str) -> str:
    words_ = " ".join(text.split())
    return re.sub(r"(?:[\s,;:.]+(?:and|or)?)+$", "", words_).strip(" ,;:")
