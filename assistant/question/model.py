"""What was understood of a question; everything after it looks at this alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.pinpoint import Pinpoint

#: How the question is answered.
#: ``quote``: the words at a named place; ``pointed``: the words at the place that a named
#: place points at; ``list``: everything that fits, from structure; ``document``: which
#: document is meant or reports on something; ``citing``: who refers to a named place;
#: ``passage``: the sentences that answer, from retrieval.
Intent = Literal["quote", "pointed", "list", "document", "citing", "passage"]

#: What the asker wants to hear: checked against the sentence that is to answer.
Seek = Literal["who", "when", "where", "number", "document", "condition", "whether", "what"]


@dataclass(frozen=True, slots=True)
class Named:
    """A place that the question names exactly.

    Attributes:
        document: Code of the document as written in the library, or in canonical form
            where the library does not hold it; None where no document can be meant.
        pinpoint: Where in it; empty for the document as a whole.
        text: The words of the question that name it.
        in_library: Whether the library holds the document.
        ordinal: Where places are counted from the end, which one below ``pinpoint`` is
            meant: -1 for *the last paragraph*; else 0.
        candidates: Conventions that an ambiguous code may belong to.
        step: How many places after it the one meant stands; negative for before it.
    """

    document: str | None
    pinpoint: Pinpoint
    text: str
    in_library: bool
    ordinal: int = 0
    candidates: tuple[str, ...] = ()
    step: int = 0


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, taken apart.

    Attributes:
        question: As asked, without markup and needless space.
        text: What to search for: stands alone (a follow-up is completed from the
            history), without the words that only name a place or set a filter.
        intent: How it is answered.
        seek: What sort of thing is wanted.
        language: ISO 639-1 code of the question.
        named: Places that it names exactly, in order.
        documents: Codes of the documents in the library to which the question is
            limited, by name or by its filters; empty for all of them.
        apart: Codes of the documents that are each asked about for themselves, in groups of
            which each is to answer: *the Bali and the Doha decision*; empty where none are.
        filters: Fields that paragraphs must match, as ``--where`` takes them.
        addressee: Who is asked to act, as the question writes it; None for anybody.
        verbs: Families of operative verbs asked about (``assistant.question.verbs``).
        spared: Whom the question leaves out: *not what is addressed to the Board*.
        strict: Whether the question names those verbs (*requested*) rather than meaning any
            that asks (*asked*, *must*).
        directive: Whether the question says that the addressee is asked (*requested*,
            *asked*, *invited*), rather than what it is to do (*must*, *should*).
        several: Whether more than one place is expected.
        decisions: Whether decisions are asked for: *which decisions set a date*.
        mentioned: What every place that is asked for speaks of, as the question names it; empty
            where no such places are asked for.
        topic: ``text`` without the words that only ask (who, list, requested …):
            what an answer must be about; empty where the question sets no topic.
        sessions: Sessions to whose decisions it is limited, in the question's words; empty where
            it names a document.
        absent: Named limits that nothing in the library meets, in the question's
            words; where there is one, nothing can be found.
        unread: Words of another language, in lower case, whose English nobody knows.
        before: What the conversation was about, where the question takes it up by a pronoun:
            it helps to find, and nothing that answers need hold its names and numbers.
        told: Labels of what the last answer cited, where the question asks for more.
        after: The question before, where this one goes on with it as it stands.
        roams: Whether what the conversation leaves unanswered may be answered elsewhere.
        statement: What the question says, before it asks, of a place that leads to another.
        asks: What it asks after that statement.
    """

    question: str
    text: str
    intent: Intent = "passage"
    seek: Seek = "what"
    language: str = "en"
    named: tuple[Named, ...] = ()
    documents: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    addressee: str | None = None
    verbs: frozenset[str] = frozenset()
    spared: str | None = None
    strict: bool = False
    directive: bool = False
    several: bool = False
    decisions: bool = False
    mentioned: str = ""
    topic: str = ""
    sessions: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    before: str = ""
    told: tuple[str, ...] = ()
    after: str = ""
    roams: bool = False
    statement: str = ""
    asks: str = ""

    @property
    def read(self) -> str:
        """What models read: a question that goes on with another stands behind that one."""
        return f"{self.after} {self.question}" if self.after else self.text
