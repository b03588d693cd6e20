"""From a question taken apart to an answer: the route by intent, then the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from assistant.answer.antecedent import antecedent
from assistant.answer.cited_for import cited_for
from assistant.answer.citing import citing
from assistant.answer.documents import documents_of, named_documents
from assistant.answer.draft import Draft, Open, Piece, in_order
from assistant.answer.gathered import gathered
from assistant.answer.judge import Candidate, Judge, Verdict
from assistant.answer.leads import led_to
from assistant.answer.led import led
from assistant.answer.listing import (
    SameAs,
    fitting_acts,
    pieces_of,
    whole_documents,
    with_verbs,
)
from assistant.answer.passage import (
    answering,
    candidates_of,
    completed,
    on_topic,
    piece_of,
)
from assistant.answer.phrases import phrase
from assistant.answer.pointed import pointed
from assistant.answer.quote import quoted, unknown_document
from assistant.answer.spoken import adopts, context_of, speaks_of
from assistant.model import SearchResult
from assistant.question.addressee import is_addressed
from assistant.question.cues import MEANS
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from assistant.question.words import telling
from ingest.catalogue import Catalogue
from ingest.index.analysis import terms
from ingest.model import Paragraph
from ingest.pinpoint import code_of, parse_label

#: Finds paragraphs: a question taken apart, how many, and conditions.
Search = Callable[[Understood, int], SearchResult]

#: Paragraphs that are asked of retrieval, and offered where there is no answer.
_ASKED, _RELATED = 16, 3
#: Words of a name; more describe somebody: *Parties that have not yet ratified it*.
_NAME = 6
#: Words about which a question asks more than what a document is.
_TELLING = 2
#: Paragraphs of a list that one answer holds.
_LISTED = 60


@dataclass(frozen=True)
class Answerer:
    """What answers need, each at hand only when a route asks for it."""

    shelf: Shelf
    open: Open
    search: Search
    judge: Callable[[], Judge]
    catalogue: Catalogue
    same_as: SameAs

    def draft(self, understood: Understood) -> Draft:
        """What the answer cites, or why nothing is.

        Another topic that was put to the same question is looked for elsewhere as well.
        """
        draft = self._draft(understood)
        if draft.status != "not_found":
            return draft
        if understood.roams:
            return self._draft(replace(understood, documents=(), roams=False))
        if understood.sessions and not understood.absent:
            return self._spoken_of(understood, understood.sessions) or draft
        return draft

    def _draft(self, understood: Understood) -> Draft:
        return (
            self._unknown(understood)
            or self._placed(understood)
            or self._gathered(understood)
            or self._retrieved(understood)
        )

    def _placed(self, understood: Understood) -> Draft | None:
        """What stands at, or is known of, a place or document that is named."""
        if whole := antecedent(understood, self.open):
            return Draft("answered", (whole,))
        if found := led(understood, self.open, self.search, self.judge):
            return found
        if understood.intent == "quote":
            return self._quoted(understood)
        if understood.intent == "pointed":
            return pointed(understood, self.shelf, self.open)
        if understood.intent == "citing":
            return citing(understood, self.shelf, self.open, self.catalogue)
        if understood.intent == "document" and _is_placed(understood):
            draft = named_documents(understood, self.shelf, self.open)
            # A report that a place speaks of may be named where it is first spoken of.
            elsewhere = draft.status == "not_found" and telling(understood.topic)
            return None if elsewhere else draft
        return None

    def _gathered(self, understood: Understood) -> Draft | None:
        """All that fits, from structure; None where structure knows nothing that fits."""
        pieces = gathered(understood, self.shelf, self.open, self.same_as)
        if pieces:
            return self._list_of(pieces, understood)
        return self._listed(understood) if understood.intent == "list" else None

    def _unknown(self, understood: Understood) -> Draft | None:
        """A named document that is not held, or a limit that nothing meets."""
        if understood.intent != "citing":
            for named in understood.named:
                if not named.in_library and not named.pinpoint:
                    return self._not_held(understood)
        if understood.absent and not any(one.in_library for one in understood.named):
            return self._elsewhere(understood)
        return None

    def _elsewhere(self, understood: Understood) -> Draft:
        """A limit that no document meets may be what a text speaks of: *a workshop at SBI 60*."""
        what = ", ".join(understood.absent)
        if draft := self._spoken_of(understood, understood.absent):
            return draft
        return Draft("not_found", said=phrase(understood.language, "absent", what=what))

    def _spoken_of(self, understood: Understood, limits: Sequence[str]) -> Draft | None:
        """What speaks of a session, whoever adopted it: *who asked COP 3 for it?*

        None where the question says that the session itself decides.
        """
        own = any(adopts(limit, understood.question) for limit in limits)
        if own or understood.intent not in ("passage", "document"):
            return None
        free = replace(understood, documents=(), apart=(), absent=(), sessions=())
        draft = self._retrieved(free)
        said = [context_of(one) for one in draft.pieces]
        spoken = said and all(speaks_of(limit, one) for one in said for limit in limits)
        return draft if spoken else None

    def _not_held(self, understood: Understood) -> Draft | None:
        """A document that is not held: what refers to it is offered."""
        if any(one.in_library for one in understood.named):
            return self._mention_of(understood)  # asked about in a document that is held
        told = self._telling_of(understood)
        if told is not None:
            return told
        named = next(one for one in understood.named if not one.in_library)
        mentioned = citing(understood, self.shelf, self.open, self.catalogue)
        said = unknown_document(named, understood, self.shelf)
        # Where only what it is, is asked, that is what all say who refer to it.
        if said_there := _holding(mentioned.pieces, understood):
            return replace(mentioned, pieces=said_there)
        if mentioned.pieces:
            labels = ", ".join(piece.place.label for piece in mentioned.pieces[:_RELATED])
            said = phrase(
                understood.language, "no_document_mentioned", document=named.document, places=labels
            )
        related = tuple(
            piece.place.id for piece in mentioned.pieces if isinstance(piece.place, Paragraph)
        )
        return Draft("no_such_reference", said=said, related=related[:_RELATED])

    def _mention_of(self, understood: Understood) -> Draft | None:
        """Where a document that is held refers to one that is not, if nothing more is asked."""
        asks = telling(understood.topic) or understood.addressee or understood.verbs
        if asks or any(one.pinpoint for one in understood.named):
            return None
        mentioned = citing(understood, self.shelf, self.open, self.catalogue)
        own = tuple(
            one for one in mentioned.pieces if one.reading.document.code in understood.documents
        )
        if own:
            return replace(mentioned, pieces=own)
        named = next(one for one in understood.named if not one.in_library)
        return Draft("no_such_reference", said=unknown_document(named, understood, self.shelf))

    def _telling_of(self, understood: Understood) -> Draft | None:
        """What a text that is held says of a place that is not: *the group that 2/CP.19 foresees*.

        Only a paragraph that itself refers to that document answers; None where none does.
        """
        names = {one.document for one in understood.named if not one.in_library and one.document}
        if len(telling(understood.topic)) < _TELLING or not names:
            return None
        if any(one.in_library for one in understood.named):
            return None
        draft = self._retrieved(replace(understood, intent="passage", named=(), documents=()))
        names = {alias for name in names for alias in self.catalogue.aliases(name)} | names
        pieces = tuple(one for one in draft.pieces if names & _referred(one))
        return replace(draft, pieces=cited_for(understood, pieces)) if pieces else None

    def _quoted(self, understood: Understood) -> Draft:
        """Named places; where the question says what it looks for there, only if it is there."""
        if MEANS.search(understood.text):
            there = pointed(understood, self.shelf, self.open)
            if there.status == "answered" and not any(one.documents for one in there.pieces):
                return there
        draft = quoted(understood, self.shelf, self.open)
        if draft.status == "no_such_reference" and (told := self._telling_of(understood)):
            return told
        if draft.status != "answered" or not telling(understood.topic):
            return draft
        inside: list[Candidate] = [
            (piece.reading, piece.place, None)
            for piece in draft.pieces
            if isinstance(piece.place, Paragraph)
        ]
        if not inside:
            return draft
        found = answering(understood, inside, self.judge())
        if not found:
            return self._nothing(understood, [paragraph.id for _, paragraph, _ in inside])
        judge = self.judge()
        heads = {one.place.id for one in draft.pieces if isinstance(one.place, Paragraph)}
        if understood.several or any(
            one.paragraph.id in heads
            and one.paragraph.parent not in heads
            and one.reading.below(one.paragraph)
            for one in found
        ):
            return draft  # what introduces the list is about it: so is all of the list
        return Draft("answered", in_order([piece_of(one, understood, judge) for one in found]))

    def _listed(self, understood: Understood) -> Draft | None:
        """A list from structure; None where structure does not know it."""
        if understood.addressee is None and not understood.topic:
            if understood.verbs:
                pieces = with_verbs(understood, self.shelf, self.open, self.same_as)
                return self._list_of(pieces, understood) if pieces else self._nothing(understood)
            return self._list_of(whole_documents(understood, self.open), understood)
        acts = fitting_acts(understood, self.shelf, self.same_as)
        if not acts:
            if understood.topic:
                return None  # names and topic are checked where the text is searched
            asked = not self.judge().reads and self._is_body(understood)
            return self._nothing(understood) if asked else None
        if not understood.topic:
            return self._list_of(pieces_of(acts, self.open), understood)
        wanted = {act.paragraph for act in acts}
        found = self._about(understood, wanted)
        if not found:
            near = sorted(wanted)[:_RELATED]
            return None if self.judge().reads else self._nothing(understood, near)
        kept = [act for act in acts if act.paragraph in found]
        return self._list_of(pieces_of(kept, self.open), understood)

    def _is_body(self, understood: Understood) -> bool:
        """Whether the one asked about could be asked: then, where nobody asks, nothing is found.

        *What is the coalition supposed to provide?* is a question about a text instead.
        """
        name = understood.addressee or ""
        if not understood.directive or understood.language != "en":
            return False
        known = any(
            is_addressed(name, other, self.same_as(name)) for other in self.shelf.addressees
        )
        return known or (name[:1].isupper() and len(name.split()) <= _NAME)

    def _about(self, understood: Understood, wanted: set[str]) -> set[str]:
        """Those of the wanted paragraphs that are about the topic, in each of the decisions."""
        found: set[str] = set()
        for one in _each(understood):
            codes = one.documents or tuple(self.shelf.held)
            found |= self._about_in(one, {id for id in wanted if code_of(id) in codes})
        return found

    def _about_in(self, understood: Understood, wanted: set[str]) -> set[str]:
        candidates: list[Candidate] = []
        for identifier in wanted:
            reading = self.open(code_of(identifier))
            paragraph = reading.by_id.get(identifier) if reading else None
            if reading is not None and paragraph is not None:
                candidates.append((reading, paragraph, None))
        if len(candidates) > _ASKED:
            result = self.search(understood, _LISTED)
            hits = [hit for hit in result.hits if hit.id in wanted]
            candidates = candidates_of(hits, self.open)[:_ASKED]
        found = on_topic(understood, candidates, self.judge())
        return {one.paragraph.id for one in found}

    def _list_of(self, pieces: Sequence[Piece], understood: Understood) -> Draft:
        ordered = in_order(_heads(pieces) if _asks_for_decisions(understood) else list(pieces))
        said = ""
        if len(ordered) > _LISTED:
            said = phrase(understood.language, "more", count=len(ordered) - _LISTED)
        return Draft("answered", ordered[:_LISTED], said) if ordered else self._nothing(understood)

    def _retrieved(self, understood: Understood) -> Draft:
        result = self.search(understood, _ASKED)
        considered = tuple(hit.label for hit in result.hits)
        candidates = candidates_of(result.hits, self.open)
        if understood.intent == "document":
            candidates = [one for one in candidates if documents_of(one[1], one[0])]
        started = perf_counter()
        judge = self.judge()
        if understood.apart:
            found = self._in_each(understood, judge)
        else:
            found = list(answering(understood, candidates, judge))
        if understood.several:
            found = [*found, *completed(found, understood, judge)]
        drawn = [
            *(piece_of(one, understood, judge) for one in found),
            *(lead for one in found for lead in led_to(one, understood, self.open)),
        ]
        pieces = in_order(_heads(drawn) if _asks_for_decisions(understood) else drawn)
        timings = dict(result.timings_ms)
        timings["answer"] = (perf_counter() - started) * 1000
        if pieces:
            return Draft("answered", pieces, considered=considered, timings_ms=timings)
        nothing = self._nothing(understood, [hit.id for hit in result.hits[:_RELATED]])
        return Draft("not_found", (), nothing.said, nothing.related, considered, timings)

    def _in_each(self, understood: Understood, judge: Judge) -> list[Verdict]:
        """What answers in each of the decisions that are compared.

        Where one of them answers, the others may say it in other words.
        """
        own = [
            (one, candidates_of(self.search(one, _ASKED).hits, self.open))
            for one in _each(understood)
        ]
        found = [answering(one, candidates, judge) for one, candidates in own]
        if any(found):
            found = [
                verdicts or answering(one, candidates, judge, eased=True)
                for verdicts, (one, candidates) in zip(found, own, strict=True)
            ]
        return [verdict for verdicts in found for verdict in verdicts]

    def _nothing(self, understood: Understood, related: Sequence[str] = ()) -> Draft:
        where = ", ".join(understood.documents) if len(understood.documents) in (1, 2, 3) else ""
        name = "not_found" if where else "not_found_library"
        said = phrase(understood.language, name, where=where)
        return Draft("not_found", said=said, related=tuple(related[:_RELATED]))


def _holding(pieces: Sequence[Piece], understood: Understood) -> tuple[Piece, ...]:
    """The places in whose own words all that the question is about stands."""
    wanted = {stem for word in telling(understood.topic) for stem in terms(word)}
    return tuple(one for one in pieces if wanted <= set(terms(one.place.text)))


def _referred(piece: Piece) -> set[str]:
    """Codes of the documents that a place or its footnotes refer to."""
    place = piece.place
    notes = piece.reading.notes(place) if isinstance(place, Paragraph) else ()
    return {parse_label(one.to)[0] for part in (place, *notes) for one in part.references}


def _asks_for_decisions(understood: Understood) -> bool:
    """Whether decisions are asked for; within one it can only be those that it lists."""
    return understood.decisions and len(understood.documents) != 1


def _is_placed(understood: Understood) -> bool:
    return any(one.pinpoint or one.ordinal for one in understood.named)


def _heads(pieces: Sequence[Piece]) -> list[Piece]:
    """Without items of a list whose opening is among them: that says which decision it is."""
    cited = {piece.place.id for piece in pieces if isinstance(piece.place, Paragraph)}
    return [
        piece
        for piece in pieces
        if not isinstance(piece.place, Paragraph)
        or not any(one.id in cited for one in piece.reading.above(piece.place))
    ]


def _each(understood: Understood) -> list[Understood]:
    """The question about each of the decisions that are compared; itself where none are."""
    if not understood.apart:
        return [understood]
    return [replace(understood, documents=codes, apart=()) for codes in understood.apart]
