"""Slices to documents: everything about one document brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Document, Footnote, Mark, Matter
from ingest.pinpoint import Pinpoint, paragraph_id
from ingest.structure.calls import match_calls
from ingest.structure.closing import read_date
from ingest.structure.describe import Masthead
from ingest.structure.draft import Draft
from ingest.structure.glued import find_glued
from ingest.structure.headings import Look
from ingest.structure.notes import Note
from ingest.structure.part import Grower
from ingest.structure.rich import Call, Rich
from ingest.structure.slices import Layout
from ingest.structure.unique import make_unique
from ingest.structure.words import Joiner
from ingest.symbols import parse_code

#: So many paragraphs (a key, a source) at most stand between a table and its notes.
_BELOW_TABLE = 4


@dataclass(slots=True)
class Grown:
    """A document whose paragraphs are made and whose notes are not yet.

    Attributes:
        code: Of the document.
        form: ``decision`` or ``report``.
        layout: Its parts.
        drafts: Its paragraphs.
        matter: All other words.
        aliases: Other codes of it.
    """

    code: str
    form: str
    layout: Layout
    drafts: list[Draft]
    matter: list[Matter]
    aliases: tuple[str, ...] = ()


def grow_document(code: str, form: str, layout: Layout, look: Look, joiner: Joiner) -> Grown:
    """Make the paragraphs of a document, each with a pinpoint of its own."""
    drafts: list[Draft] = []
    matter = list(layout.matter)
    for part in layout.parts:
        grower = Grower(part, look, joiner)
        grown = grower.grow()
        make_unique(grown, part.pinpoint)
        drafts += grown
        matter += grower.matter
    if form == "report":
        _by_page(drafts)
    return Grown(code, form, layout, drafts, matter)


def _by_page(drafts: Sequence[Draft]) -> None:
    """Where nothing is numbered, a page is the only pinpoint that a reader can find."""
    body = [draft for draft in drafts if draft.kind == "report"]
    if any(draft.pinpoint.segments[-1].name != "unnumbered" for draft in body):
        return
    counted: dict[int, int] = {}
    for draft in body:
        if draft.page is not None:
            counted[draft.page] = counted.get(draft.page, 0) + 1
            place = Pinpoint() / ("page", str(draft.page))
            draft.pinpoint = place / ("unnumbered", str(counted[draft.page]))


def finish(
    grown: Sequence[Grown], notes: Sequence[Note], masthead: Masthead, source: str, joiner: Joiner
) -> list[Document]:
    """Give each document its footnotes and what the masthead and closing lines say."""
    texts = [_note_text(note, joiner) for note in notes]
    called = _called(grown, notes)
    uncalled = sorted(set(range(len(notes))) - set(called.values()))
    if uncalled:
        _find_glued(grown, notes, uncalled)
        called = _called(grown, notes)
    owner = _owners(grown, notes, called)
    documents = []
    for number, one in enumerate(grown):
        mine = [index for index in range(len(notes)) if owner.get(index, 0) == number]
        footnotes = _footnotes(one, mine, notes, texts, called)
        documents.append(_document(one, footnotes, masthead, source))
    return documents


def _find_glued(grown: Sequence[Grown], notes: Sequence[Note], uncalled: Sequence[int]) -> None:
    """Look for the marks of uncalled notes in every document: near by, or anywhere above them."""
    titles = [Draft(Pinpoint(), "operative", o.layout.title, None, line=_begins(o)) for o in grown]
    if any(notes[index].page is not None for index in uncalled):
        titles = []  # where in the pages a title stands is not known
    drafts = [*titles, *(draft for one in grown for draft in one.drafts)]
    find_glued(sorted(drafts, key=lambda draft: draft.line), notes, uncalled)
    for one, title in zip(grown, titles, strict=False):
        one.layout.title = title.rich


def _begins(one: Grown) -> int:
    """A line above the first paragraph of a document."""
    return min((draft.line for draft in one.drafts), default=1) - 1


def _riches(one: Grown) -> list[Rich]:
    return [one.layout.title, *(draft.rich for draft in one.drafts)]


def _note_text(note: Note, joiner: Joiner) -> Rich:
    text = Rich("")
    for spans in note.lines:
        line = Rich("".join(span.text for span in spans)).tidy()
        text = joiner.join(text, line) if text.text else line
    return text


def _called(grown: Sequence[Grown], notes: Sequence[Note]) -> dict[Call, int]:
    return match_calls([c for one in grown for rich in _riches(one) for c in rich.marks], notes)


def _owners(
    grown: Sequence[Grown], notes: Sequence[Note], called: dict[Call, int]
) -> dict[int, int]:
    """The document of each note: where its first mark is; of one that nothing calls, by place."""
    owner: dict[int, int] = {}
    for number, one in enumerate(grown):
        for rich in _riches(one):
            for call in rich.marks:
                if call in called:
                    owner.setdefault(called[call], number)
    last = 0
    for index in range(len(notes)):
        last = owner.setdefault(index, last)
    return owner


def _footnotes(
    one: Grown,
    mine: Sequence[int],
    notes: Sequence[Note],
    texts: Sequence[Rich],
    called: dict[Call, int],
) -> tuple[Footnote, ...]:
    bearers: dict[int, list[Draft]] = {}
    for draft in one.drafts:
        for call in draft.rich.marks:
            if call in called:
                bearers.setdefault(called[call], []).append(draft)
    out: list[Footnote] = []
    highest: dict[str | None, int] = {}
    part: str | None = None
    for index in mine:
        note = notes[index]
        drafts = bearers.get(index, [])
        stands = drafts[0].pinpoint.part if drafts else part
        table = _table(one, note, drafts) if note.keyed else None
        if table is None:
            part = _part(stands, part, note.number, highest)
        if note.number.isdigit():
            highest[part] = max(highest.get(part, 0), int(note.number))
        ids = tuple(dict.fromkeys(paragraph_id(one.code, draft.pinpoint) for draft in drafts))
        out.append(
            Footnote(
                one.code,
                note.number,
                texts[index].text,
                part=part if table is None else table.label,
                marked_in=ids,
                page=note.page,
            )
        )
    return tuple(out)


def _table(one: Grown, note: Note, bearers: Sequence[Draft]) -> Pinpoint | None:
    """The table whose rows bear a note's letter, or right below which it stands.

    None for a note of the text, as old documents letter them.
    """
    above = [draft for draft in one.drafts if draft.line < note.at][-_BELOW_TABLE:]
    row = next((draft for draft in bearers or above[::-1] if draft.kind == "table"), None)
    return row.pinpoint.parent if row else None


def _part(
    stands: str | None, current: str | None, number: str, highest: dict[str | None, int]
) -> str | None:
    """Whose numbering a note belongs to: the annex's own where its numbers start again."""
    if stands is None or stands == current:
        return stands
    if not number.isdigit() or int(number) <= highest.get(current, 0):
        return stands
    return current


def _document(
    one: Grown, footnotes: tuple[Footnote, ...], masthead: Masthead, source: str
) -> Document:
    known = parse_code(one.code, f"{masthead.text} {one.code}")
    closing = [matter.text for matter in one.matter if matter.role == "closing"]
    adopted = next((day for text in closing if (day := read_date(text))), None)
    decision = one.form == "decision"
    alias: tuple[str, ...] = (known.symbol,) if known is not None and known.symbol else ()
    alias += one.aliases
    loose = parse_code(one.code)
    if decision and known and loose and loose.convention and loose.code != known.code:
        alias = (*alias, loose.code)  # as those who do not name the convention are read
    return Document(
        one.code,
        one.layout.title.text,
        source,
        body=known.body if known else None,
        meeting=known.meeting if known else None,
        adopted=adopted or masthead.adopted or (None if decision else masthead.issued),
        language=masthead.language,
        symbols=tuple(dict.fromkeys((*alias, *masthead.symbols))),
        form="decision" if decision else "report",
        paragraphs=tuple(draft.paragraph(one.code) for draft in one.drafts),
        footnotes=footnotes,
        title_marks=tuple(Mark(m.offset, m.number) for m in one.layout.title.marks),
        matter=tuple(one.matter),
    )
