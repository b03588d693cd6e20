"""Lists from structure: everything somebody is asked to do, all that a decision welcomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.answer.draft import Open, Piece
from assistant.answer.reading import Reading
from assistant.question.addressee import each_of, is_addressed, members, plain_name
from assistant.question.cues import CONDITIONED
from assistant.question.model import Understood
from assistant.question.plain import formal
from assistant.question.shelf import Shelf
from assistant.question.verbs import DIRECTIVE, family_of
from assistant.question.words import telling, topic_words
from ingest.acts.model import Act
from ingest.index.analysis import terms
from ingest.model import Paragraph
from ingest.pinpoint import code_of

#: Other names of somebody, abbreviations and other languages: ``GEF``.
SameAs = Callable[[str], tuple[str, ...]]


#: One of several: *the subsidiary bodies or their Chairs*.
_ANY_OF = re.compile(r"\bor\b", re.IGNORECASE)
#: What a body is called by once its name is known.
_SORT = re.compile(r"committee|board|centre|council|panel|forum|group|task force|network|facility")
#: *Board of the Green Climate Fund*, *GCF Board*.
_OF_OWNER = re.compile(
    rf"(?P<sort>{_SORT.pattern}) of (?:the )?(?P<owner>\S.*)"
    rf"|(?P<of>\S.*) (?P<kind>{_SORT.pattern})",
    re.IGNORECASE,
)
#: No task, but on what condition those that a decision gives are done.
_PROVISO = re.compile(
    r"(?:that\s+)?(?:the|any|all)\s+(?:actions?|activit\w+|tasks?|work)\b[^;]{0,100}\b(?:be\s+)?(?:undertaken|carried\s+out"
    r"|implemented|performed)\s+(?:only\s+)?subject\s+to\b",
    re.IGNORECASE,
)
#: Parts of an addressee by which several are asked together.
_JOINT = 3


def fitting_acts(understood: Understood, shelf: Shelf, same_as: SameAs) -> tuple[Act, ...]:
    """The acts whose addressee and verb are those that the question asks about, in order.

    Where the question names a verb (*requested*) that nothing fits, every directive verb counts.
    """
    acts = _meant(understood, shelf, same_as)
    if understood.addressee:
        name = understood.addressee
        asking = {*_asking(acts, name, same_as), *_by_owner(acts, name, shelf, same_as)}
        acts = [act for act in acts if act in asking]
    fitting = tuple(act for act in acts if family_of(act.verb) & understood.verbs)
    if not fitting and understood.addressee and understood.strict:
        fitting = tuple(act for act in acts if family_of(act.verb) & set(DIRECTIVE))
    return tuple(act for act in fitting if not _PROVISO.match(act.act)) or fitting


def _meant(understood: Understood, shelf: Shelf, same_as: SameAs) -> list[Act]:
    """The acts of the documents that are meant, without those of whom the question leaves out."""
    acts = [act for act in shelf.acts if act.act and _in_scope(act, understood)]
    if spared := understood.spared:
        acts = [act for act in acts if not is_addressed(spared, act.addressee, same_as(spared))]
    return acts


def _asking(acts: list[Act], name: str, same_as: SameAs) -> list[Act]:
    """Acts that ask somebody; where no act asks all who are named, those that ask any of them."""
    asking = [act for act in acts if _asks(act, name, same_as)]
    several = each_of(name)
    if not asking and (full := _called(acts, several)):
        asking = [act for act in acts if _asks(act, full, same_as) or _is_of(act, several)]
    if (asking or len(several) == 1) and not _ANY_OF.search(name):
        return asking
    return [
        act
        for act in acts
        if any(is_addressed(one, act.addressee, same_as(one.upper())) for one in several)
    ]


def _by_owner(acts: list[Act], name: str, shelf: Shelf, same_as: SameAs) -> list[Act]:
    """Acts that call a body by its sort alone, in decisions whose title names its owner.

    In a decision on the Green Climate Fund *the Board* is that of the Fund.
    """
    match = _OF_OWNER.fullmatch(name)
    if match is None:
        return []
    sort, owner = match["sort"] or match["kind"], match["owner"] or match["of"]
    owners = [set(terms(one)) for one in (owner, *same_as(owner))]
    about = {
        code
        for code, one in shelf.held.items()
        if any(own and own <= set(terms(one.title)) for own in owners)
    }
    return [
        act
        for act in acts
        if act.addressee
        and plain_name(act.addressee) == sort.lower()
        and code_of(act.paragraph) in about
    ]


def _called(acts: list[Act], names: Sequence[str]) -> str | None:
    """The full name of what is called by its sort: *the Committee*, where only one is asked."""
    sort = next((name for name in names if _SORT.fullmatch(name)), None)
    if sort is None:
        return None
    known = dict.fromkeys(act.addressee for act in acts if act.addressee)
    full = [one for one in known if sort in plain_name(one).split() and len(each_of(one)) < _JOINT]
    return full[0] if len(full) == 1 else None


def _is_of(act: Act, names: Sequence[str]) -> bool:
    """Whether it is asked of a thing, not of somebody: *requests that the workplan include*."""
    return (
        act.addressee is None
        and bool(family_of(act.verb) & set(DIRECTIVE))
        and any(
            re.match(rf"(?:that\s+)?(?:the\s+)?{re.escape(name)}\b", act.act, re.IGNORECASE)
            for name in names
        )
    )


def _asks(act: Act, name: str, same_as: SameAs) -> bool:
    """Whether an act is addressed to somebody, or to all of several who are named together."""
    if is_addressed(name, act.addressee, same_as(name)):
        return True
    several = members(name)[1:]
    return len(several) > 1 and all(
        is_addressed(one, act.addressee, same_as(one.upper())) for one in several
    )


def pieces_of(acts: Iterable[Act], open_: Open) -> list[Piece]:
    """One piece a paragraph; of a paragraph with several acts, only the words of those that fit."""
    pieces: list[Piece] = []
    for reading, paragraph, own in _by_paragraph(acts, open_):
        pieces.append(Piece(reading, paragraph, quote_of(own, paragraph, reading)))
    return pieces


def _by_paragraph(
    acts: Iterable[Act], open_: Open
) -> Iterator[tuple[Reading, Paragraph, list[Act]]]:
    grouped: dict[str, list[Act]] = {}
    for act in acts:
        grouped.setdefault(act.paragraph, []).append(act)
    for identifier, own in grouped.items():
        reading = open_(code_of(identifier))
        paragraph = reading.by_id.get(identifier) if reading else None
        if reading is not None and paragraph is not None:
            yield reading, paragraph, own


def quote_of(acts: list[Act], paragraph: Paragraph, reading: Reading) -> str:
    """The words of a paragraph that make an act, from its verb on; the whole where they join."""
    text = paragraph.text
    spans = [span for act in acts if (span := _span(act, text)) is not None]
    if not spans or len(spans) < len(acts):
        return text
    return text[min(start for start, _ in spans) : max(end for _, end in spans)].strip()


def _span(act: Act, text: str) -> tuple[int, int] | None:
    """Where an act stands: from its verb, where the paragraph has it, to the end of its words."""
    end = text.find(act.act)
    if end < 0 or not act.act:
        return None
    start = text.rfind(act.verb, 0, end)
    return (start if start >= 0 else end, end + len(act.act))


def _in_scope(act: Act, understood: Understood) -> bool:
    return not understood.documents or code_of(act.paragraph) in understood.documents


def with_verbs(understood: Understood, shelf: Shelf, open_: Open, same_as: SameAs) -> list[Piece]:
    """Paragraphs that open with, or hold an act of, the verbs that are asked about."""
    acts = _meant(understood, shelf, same_as)
    return pieces_of((act for act in acts if family_of(act.verb) & understood.verbs), open_)


def conditioned(understood: Understood, shelf: Shelf, open_: Open) -> list[Piece]:
    """Paragraphs of acts that are to be done only on the condition that the question names."""
    match = CONDITIONED.search(understood.text)
    # Each word as it stands, or as decisions say it: *money* is *resources*.
    words = telling(" ".join(topic_words(match["condition"]))) if match else []
    wanted = [set(terms(word)) | formal(word) for word in words]
    if not wanted:
        return []
    acts = [
        act
        for act in shelf.acts
        if act.condition
        and _in_scope(act, understood)
        and all(one & set(terms(act.condition)) for one in wanted)
    ]
    said = {word.lower() for word in topic_words(match.string[: match.start()])} if match else set()
    theirs = [act for act in acts if act.addressee and said & set(act.addressee.lower().split())]
    return pieces_of(theirs or acts, open_)


def whole_documents(understood: Understood, open_: Open) -> list[Piece]:
    """All that a decision says: its operative paragraphs, with their sub-paragraphs."""
    pieces = []
    for code in understood.documents:
        reading = open_(code)
        if reading is not None:
            pieces += [
                Piece(reading, paragraph, paragraph.text)
                for paragraph in reading.document.paragraphs
                if paragraph.kind in ("operative", "report")
            ]
    return pieces
