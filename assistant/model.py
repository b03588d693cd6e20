"""What the assistant gives back: hits, statements, citations, answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict

Status = Literal["answered", "not_found", "no_such_reference"]
Support = Literal["verbatim", "supported", "unverified"]


class Turn(TypedDict):
    """One turn of a conversation so far."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a paragraph was found; ranks count from 1, None where it was not found so.

    Attributes:
        dense_rank: Rank by meaning.
        lexical_rank: Rank by words.
        matched_terms: The words of the question that it holds, as they were searched.
        link: The label from which a link of the text led here, and what sort of link.
        late_score: Late-interaction score.
        rerank_score: Cross-encoder score.
    """

    dense_rank: int | None = None
    lexical_rank: int | None = None
    matched_terms: tuple[str, ...] = ()
    link: str | None = None
    late_score: float | None = None
    rerank_score: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found. ``score`` is higher for better; only its order counts."""

    id: str
    label: str
    document: str
    number: str
    score: float
    text: str
    why: Why = field(default_factory=Why)

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "id": self.id,
            "label": self.label,
            "document": self.document,
            "number": self.number,
            "score": self.score,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best first, and the milliseconds that each step took."""

    hits: tuple[Hit, ...]
    timings_ms: Mapping[str, float]

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "results": [hit.as_json() for hit in self.hits],
            "timings_ms": dict(self.timings_ms),
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer with the labels that it rests on."""

    text: str
    citations: tuple[str, ...]
    support: Support

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {"text": self.text, "citations": list(self.citations), "support": self.support}


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer cites.

    Attributes:
        id, label, document, number, page: Of the paragraph.
        text: The paragraph's own words.
        quote: The words of it that answer; always a substring of ``text``.
        documents: Symbols of the documents that its footnotes name.
    """

    id: str
    label: str
    document: str
    number: str
    text: str
    quote: str
    page: int | None = None
    documents: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "id": self.id,
            "label": self.label,
            "document": self.document,
            "number": self.number,
            "text": self.text,
            "quote": self.quote,
            "page": self.page,
            "documents": list(self.documents),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question.

    Attributes:
        answer: The statements as one text that reads well, pinpoints in it; where
            nothing was found, one plain sentence that says so.
        citations: What the answer cites, in order; empty unless answered.
        retrieved: Labels that were considered, best first.
        related: Nearest paragraphs, offered when there is no answer; never cited.
    """

    question: str
    status: Status
    answer: str
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    retrieved: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    related: tuple[Hit, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "question": self.question,
            "status": self.status,
            "answer": self.answer,
            "statements": [statement.as_json() for statement in self.statements],
            "citations": [citation.as_json() for citation in self.citations],
            "retrieved": list(self.retrieved),
            "timings_ms": dict(self.timings_ms),
        }
