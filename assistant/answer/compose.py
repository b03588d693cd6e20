"""A draft put into words: statements with pinpoints, citations with verbatim quotes."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer.draft import Draft, Piece
from assistant.answer.phrases import phrase
from assistant.model import Citation, Statement, Support
from ingest.model import Footnote, Paragraph

#: Whether a document is in the library, by any of its symbols.
Holds = Callable[[tuple[str, ...]], bool]


def citation_of(piece: Piece) -> Citation:
    """What a piece cites; the quote is checked to be the place's own words."""
    place = piece.place
    quote = piece.quote if piece.quote and piece.quote in place.text else place.text
    if isinstance(place, Footnote):
        pinpoint = place.label.removeprefix(f"{place.document}, ")
        return Citation(
            id=_note_id(place),
            label=place.label,
            document=place.document,
            number=pinpoint.rsplit(", ", 1)[-1],
            text=place.text,
            quote=quote,
            page=place.page,
            documents=place.symbols,
        )
    return Citation(
        id=place.id,
        label=place.label,
        document=place.document,
        number=place.number,
        text=place.text,
        quote=quote,
        page=place.page,
        documents=piece.reading.symbols(place),
    )


def _note_id(note: Footnote) -> str:
    part = f"{note.part.replace(' ', '_').replace(',', '')}__" if note.part else ""
    return f"{note.document}#{part}fn_{note.number}"


def statements_of(draft: Draft, language: str, holds: Holds) -> tuple[Statement, ...]:
    """One statement a piece: its chapeau where it needs one, its words, what it leads to."""
    statements = []
    before: Piece | None = None
    for piece in draft.pieces:
        quote = citation_of(piece).quote
        lead = _lead(piece, before)
        words = f"{lead} {quote}".strip() if lead else quote
        if piece.documents:
            words += f" — {_named(piece, language, holds)}"
        support: Support = "supported" if piece.documents else "verbatim"
        statements.append(Statement(words, (piece.place.label,), support))
        before = piece
    return tuple(statements)


def _lead(piece: Piece, before: Piece | None) -> str:
    """The chapeau of a sub-paragraph; not where the statement before it has just said it."""
    place = piece.place
    if isinstance(place, Footnote):
        return ""
    above = piece.reading.above(place)
    if not above or not piece.quote.startswith(place.text[:20]):
        return ""
    said = before.place if before is not None else None
    if isinstance(said, Paragraph) and place.parent in (said.parent, said.id):
        return ""
    return " ".join(one.text[: one.tail].strip() for one in above)


def _named(piece: Piece, language: str, holds: Holds) -> str:
    """The documents that a place leads to, and whether they can be read here."""
    said = []
    for symbols in piece.documents:
        state = "in_corpus" if holds(symbols) else "not_in_corpus"
        said.append(f"{'–'.join(symbols)} ({phrase(language, state)})")
    return "; ".join(said)


def text_of(statements: tuple[Statement, ...], draft: Draft) -> str:
    """The statements as one text, each with its pinpoint in brackets."""
    lines = [
        f"{statement.text.rstrip()} [{'; '.join(statement.citations)}]" for statement in statements
    ]
    if draft.said:
        lines.append(draft.said)
    return "\n".join(lines)
