"""Example questions, made from what is in the library, so that each has an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from ingest.acts import acts_of
from ingest.model import Document

#: How many are shown, and from how many documents they are made.
SHOWN, LOOKED_AT = 4, 8


def examples(documents: Iterable[Document]) -> tuple[str, ...]:
    """Up to `SHOWN` questions of different kinds, spread over the first documents."""
    kinds = [_kinds(document) for document in islice(documents, LOOKED_AT)]
    found: list[str] = []
    for kind in range(SHOWN):
        # Another document for every kind, as far as there are others.
        turned = kinds[kind % len(kinds) :] + kinds[: kind % len(kinds)] if kinds else []
        question = next((of[kind] for of in turned if of[kind]), None)
        if question:
            found.append(question)
    return tuple(found)


def _kinds(document: Document) -> tuple[str | None, ...]:
    makers = (_asked_of, _about, _named, _exact)
    return tuple(next(make(document), None) for make in makers)


def _asked_of(document: Document) -> Iterator[str]:
    """Who is asked most, and for what."""
    asked = Counter(act.addressee for act in acts_of(document) if act.addressee)
    for addressee, _ in asked.most_common(1):
        the = "" if addressee.lower().startswith("the ") or addressee.endswith("s") else "the "
        yield f"What is {the}{addressee} asked to do in {document.code}?"


def _about(document: Document) -> Iterator[str]:
    title = document.title.strip()
    if title and title != document.code:
        plain = title[0].lower() + title[1:] if title[1:2].islower() else title
        yield f"What does {document.code} say about {plain}?"


def _named(document: Document) -> Iterator[str]:
    for footnote in document.footnotes:
        if footnote.symbols and not footnote.part:
            yield f"Which document does footnote {footnote.number} of {document.code} name?"


def _exact(document: Document) -> Iterator[str]:
    deep = [paragraph for paragraph in document.paragraphs if paragraph.parent]
    for paragraph in deep or document.paragraphs:
        yield f"Quote {paragraph.label}"
