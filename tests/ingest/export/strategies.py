"""Fictional documents of every shape, for the exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from ingest.model import Document, Footnote, Mark, Matter, Paragraph
from ingest.pinpoint import Pinpoint
from ingest.references import link

CODE = "7/CP.99"
WORDS = st.sampled_from(
    [
        "waste", "Parties", "& <co>", "“plan”", "the Secretariat", "2 °C", "été", "]]>",
        "paragraph 1 above", "decision 3/CP.5, paragraphs 2 and 4", "UNEP/X.1/INF/2",
        "the annex", "a_b", "5 * 3", "paragraph 2 of the present decision",
    ]
)  # fmt: skip


@st.composite
def words(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(WORDS, min_size=1, max_size=5))) + ";"


@st.composite
def _paragraphs(
    draw: st.DrawFn, base: Pinpoint, heading: str | None, notes: Sequence[str]
) -> list[Paragraph]:
    """Numbered paragraphs below ``base``, some with sub-paragraphs and words after them."""
    kind = "annex" if base else "operative"
    found: list[Paragraph] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        pinpoint = base / ("para", str(number))
        text = draw(words())
        tail = None
        letters = draw(st.integers(0, 3))
        if letters and draw(st.booleans()):
            tail, text = len(text) + 1, f"{text} {draw(words())}"
        head = Paragraph(
            CODE,
            pinpoint,
            kind,
            text,
            tail=tail,
            heading=draw(st.sampled_from([heading, "I. Scope", "I. Scope > A. Means"])),
            page=draw(st.sampled_from([None, 1, 2])),
            verb=draw(st.sampled_from([None, "Requests"])),
            marks=tuple(_mark(draw, text, one) for one in notes if draw(st.booleans())),
        )
        found.append(head)
        for letter in "abc"[:letters]:
            below = pinpoint / ("subpara", letter)
            found.append(_below(draw, head, below, kind))
            if draw(st.booleans()):
                found.append(_below(draw, found[-1], below / ("item", "i"), kind))
    return found


def _below(draw: st.DrawFn, above: Paragraph, at: Pinpoint, kind: str) -> Paragraph:
    heading = draw(st.sampled_from([above.heading, None]))
    return Paragraph(CODE, at, kind, draw(words()), parent=above.id, heading=heading)  # type: ignore[arg-type]


def _mark(draw: st.DrawFn, text: str, number: str) -> Mark:
    return Mark(draw(st.integers(0, len(text))), number)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A decision with preamble, headings, footnotes and annexes."""
    paragraphs = [
        Paragraph(
            CODE, Pinpoint() / ("preamble", "") / ("para", str(number)), "preambular", draw(words())
        )
        for number in range(1, draw(st.integers(0, 2)) + 1)
    ]
    bodies = [(Pinpoint(), ["1", "2", "*"])]
    bodies += [
        (Pinpoint() / ("annex", value), ["1", "9"])
        for value in draw(st.sampled_from([[], [""], ["I", "II"]]))
    ]
    footnotes: list[Footnote] = []
    for base, numbers in bodies:
        paragraphs += draw(_paragraphs(base, None, numbers))
        part = base.label or None
        footnotes += [
            Footnote(CODE, number, draw(words()), part=part, page=draw(st.sampled_from([None, 3])))
            for number in numbers
        ]
    paragraphs = [_in_order(one) for one in paragraphs]
    document = Document(
        CODE,
        draw(words()),
        "folder/file name.pdf",
        body=draw(st.sampled_from([None, "Conference of the Parties"])),
        meeting=draw(st.sampled_from([None, "CP.99"])),
        adopted=draw(st.sampled_from([None, "2099-12-13"])),
        language=draw(st.sampled_from(["en", "fr", "pt"])),
        symbols=draw(st.sampled_from([(), ("FCCC/CP/2099/9/Add.1", "UNEP/Z.9/4")])),
        form=draw(st.sampled_from(["decision", "report"])),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(_marked(note, paragraphs) for note in footnotes),
        matter=(
            Matter("enacting", "The Conference of the Parties,", 1),
            Matter("closing", "7th plenary meeting, 13 December 2099"),
        ),
    )
    return link(document)


def _in_order(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, marks=tuple(sorted(paragraph.marks, key=lambda mark: mark.offset)))


def _marked(note: Footnote, paragraphs: Sequence[Paragraph]) -> Footnote:
    marked = (
        one.id for one in paragraphs if one.annex == note.part and note.number in one.footnotes
    )
    return replace(note, marked_in=tuple(marked))
