"""Every word of a decision stands in exactly one place, and its numbers survive."""

from __future__ import annotations

from collections import Counter

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ingest.model import Document
from ingest.read.lines import Pages, Span
from ingest.structure import build
from ingest.structure.account import words_of, words_of_tree
from tests.ingest.structure.made import ENACTING, Sheet, parse, raised

_WORDS = ("lantern", "oil", "wick", "harbour", "keeper", "signal", "tower", "glass", "report")
_VERBS = ("Requests", "Also requests", "Decides", "Welcomes", "Invites", "Takes note of")

words = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=28).map(" ".join)
item = words.map(lambda text: f"To keep {text};")
#: A paragraph: verb, words, items; each item with sub-items.
paragraph = st.tuples(
    st.sampled_from(_VERBS),
    words,
    st.lists(st.tuples(item, st.lists(item, max_size=4)), max_size=12),
)
body = st.lists(paragraph, min_size=1, max_size=7)
preamble = st.lists(words, min_size=1, max_size=3)

#: A failing example tells enough; making it small takes minutes.
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
_ROMAN = ("i", "ii", "iii", "iv", "v")


def blocks_of(paragraphs) -> tuple[list[tuple[int, str]], list[str]]:
    """Depth and text of each block, and the compact numbers that it should get."""
    blocks: list[tuple[int, str]] = []
    numbers: list[str] = []
    for count, (verb, text, items) in enumerate(paragraphs, start=1):
        end = ":" if items else ";"
        blocks.append((0, f"{count}.\t{verb} the {text}{end}"))
        numbers.append(str(count))
        for letter, (words_, below) in zip("abcdefghijkl", items, strict=False):
            first = words_[:-1] + (":" if below else ";")
            blocks.append((1, f"({letter})\t{first}"))
            numbers.append(f"{count}({letter})")
            for numeral, deeper in zip(_ROMAN, below, strict=False):
                blocks.append((2, f"({numeral})\t{deeper}"))
                numbers.append(f"{count}({letter})({numeral})")
    return blocks, numbers


def operative(document: Document) -> list[str]:
    return [p.number for p in document.paragraphs if p.kind == "operative"]


@settings(max_examples=30, deadline=None, phases=_NO_SHRINKING)
@given(preamble, body)
def test_plain_text(before, paragraphs) -> None:
    blocks, numbers = blocks_of(paragraphs)
    lines = [
        "Decision BC-99/7: Keeping of the lanterns",
        ENACTING,
        *(f"Recalling the {text}," for text in before),
        *(text for _, text in blocks),
    ]
    (document,) = parse("\n\n".join(lines)).documents
    assert operative(document) == numbers
    assert len({p.id for p in document.paragraphs}) == len(document.paragraphs)
    source = Counter(words_of("\n".join(lines)))
    source["Decision"] -= 1
    assert words_of_tree([document]) == +source


@settings(max_examples=25, deadline=None, phases=_NO_SHRINKING)
@given(preamble, body, st.integers(6, 30), st.randoms(use_true_random=False))
def test_printed_pages(before, paragraphs, height, chance) -> None:
    """Page breaks fall anywhere, footnotes stand at the foot of every page."""
    blocks, numbers = blocks_of(paragraphs)
    pages, words_, notes = printed(before, blocks, height, chance)
    (document,) = build(pages, "lanterns.pdf").documents
    assert operative(document) == numbers
    assert [f.number for f in document.footnotes] == [str(n) for n in range(1, notes + 1)]
    assert all(footnote.marked_in for footnote in document.footnotes)
    tree = words_of_tree([document])
    assert tree == Counter(words_)


def printed(before, blocks, height, chance) -> tuple[Pages, list[str], int]:
    """The pages, every word on them, and how many footnotes there are."""
    sheet = Sheet()
    sheet.heading("Decision BC-99/7")
    sheet.heading("Keeping of the lanterns")
    sheet.line(Span(ENACTING, 10.0, italic=True), left=141, right=264, step=24)
    for text in before:
        sheet.paragraph(f"Recalling the {text},", left=141)
    notes, waiting, room = 0, [], height
    for depth, text in blocks:
        start = len(sheet.lines)
        sheet.paragraph(text, left=113.0 + 28 * depth)
        rows = sheet.lines[start:]
        del sheet.lines[start:]
        for index, row in enumerate(rows):
            if room == 0:
                foot(sheet, waiting)
                waiting, room = [], height
                sheet.turn()
            room -= 1
            step = 12.0 if index else 18.0
            spans = row.spans
            if index == len(rows) - 1 and chance.random() < 0.25:
                notes += 1
                waiting.append(notes)
                spans = (*spans, raised(str(notes)))
            sheet.line(*spans, left=row.left, right=row.right, step=step)
    foot(sheet, waiting)
    pages = sheet.pages()
    found = [word for line in pages.lines for span in line.spans for word in words_of(span.text)]
    found.remove("Decision")
    return pages, found, notes


def foot(sheet: Sheet, waiting: list[int]) -> None:
    for index, number in enumerate(waiting):
        sheet.line(
            raised(str(number)),
            f" Document on note {'x' * number}.",
            size=9.0,
            top=740.0 + 11 * index,
        )
