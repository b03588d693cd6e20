"""Parsing real documents: every figure that the parser must reach, over the corpora.

Words are compared with the page text as PDFium itself extracts it, paragraphs with the
heuristic oracle that was made from the text exports. The oracle's own faults are told apart
by general rules (``_faults``), and counted.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from ingest.check import check_contents
from ingest.errors import DecisionsError
from ingest.model import Document, Paragraph
from ingest.parse import Parsed, parse_file
from ingest.read import read_file
from ingest.structure.account import words_of, words_of_tree

#: So many letters of a paragraph tell where it stands in its file.
_BEGINNING = 30


@dataclass(slots=True)
class _Tally:
    """Counts over all files of a kind."""

    files: int = 0
    pages: int = 0
    seconds: float = 0.0
    decisions: int = 0
    contents: int = 0
    missing: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    marks: int = 0
    textless: int = 0
    notes: int = 0
    uncalled: int = 0
    words: int = 0
    lost: int = 0
    documents: dict[str, Document] = field(default_factory=dict)


def main() -> None:
    """Print the figures; say so where the corpora are not there."""
    folder = Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    if not folder.is_dir():
        sys.stdout.write("skipped: the corpora are not there; set DECISIONS_CORPORA\n")
        return
    unfccc = folder / "unfccc"
    pdf = _run(sorted((unfccc / "pdf").glob("*/*.pdf")), words=True)
    _report("PDF", pdf)
    text = _run(sorted((unfccc / "txt").glob("*.txt")), words=False)
    _report("text", text)
    word = _run(sorted((unfccc / "docx").glob("*.docx")), words=False)
    for one, first, other, second in (
        ("PDF", pdf, "DOCX", word),
        ("text", text, "DOCX", word),
        ("PDF", pdf, "text", text),
    ):
        _same_trees(f"{one} and {other}", first.documents, second.documents)
    rows = [json.loads(line) for line in (unfccc / "paragraphs.jsonl").open(encoding="utf-8")]
    for name, tally in (("PDF", pdf), ("text", text)):
        _agreement(name, rows, tally.documents)


def _run(paths: list[Path], *, words: bool) -> _Tally:
    tally = _Tally()
    for path in paths:
        before = time.process_time()
        try:
            parsed = parse_file(path)
        except DecisionsError as error:
            sys.stdout.write(f"  failed: {path.name}: {error}\n")
            continue
        tally.seconds += time.process_time() - before
        tally.files += 1
        _count(tally, parsed)
        if words:
            _count_words(tally, path, parsed)
    return tally


def _count(tally: _Tally, parsed: Parsed) -> None:
    codes = [document.code for document in parsed.documents]
    tally.contents += len(parsed.contents)
    tally.missing += [finding.ids[0] for finding in check_contents(parsed.contents, codes)]
    for document in parsed.documents:
        tally.documents.setdefault(document.code, document)
        if document.form == "decision":
            tally.decisions += 1
            numbers = list(_body_numbers(document))
            if numbers != [str(n) for n in range(1, len(numbers) + 1)]:
                tally.broken.append(document.code)
        known = {note.number for note in document.footnotes}
        marks = [m.number for p in document.paragraphs for m in p.marks]
        marks += [mark.number for mark in document.title_marks]
        tally.marks += len(marks)
        tally.textless += sum(number not in known for number in marks)
        titled = {mark.number for mark in document.title_marks}
        tally.notes += len(document.footnotes)
        tally.uncalled += sum(
            not note.marked_in and note.number not in titled for note in document.footnotes
        )


def _body_numbers(document: Document) -> Iterator[str]:
    """The numbers of the operative paragraphs, where they stand in no part of their own."""
    for paragraph in document.paragraphs:
        segments = paragraph.pinpoint.segments
        if paragraph.kind == "operative" and segments[-1].name == "para":
            yield paragraph.number if len(segments) == 1 else paragraph.pinpoint.eid


def _count_words(tally: _Tally, path: Path, parsed: Parsed) -> None:
    pdf = pypdfium2.PdfDocument(path)
    tally.pages += len(pdf)
    source: Counter[str] = Counter()
    for page in pdf:
        source.update(words_of(page.get_textpage().get_text_range().replace("\ufffe", "-")))
    pdf.close()
    tally.words += sum(source.values())
    # A mark that the page's text has glued to its word is the same word in the tree.
    lost = source - words_of_tree(parsed.documents)
    tally.lost += sum(n for word, n in lost.items() if not re.search(r"[^\W\d_]\d|\d[a-z]$", word))


def _same_trees(name: str, first: dict[str, Document], second: dict[str, Document]) -> None:
    """The same decision from two formats: every paragraph of its body at the same place."""
    both = [
        code for code in first if code in second and first[code].language == second[code].language
    ]
    differ = [code for code in both if _body(first[code]) != _body(second[code])]
    printed = [code for code in differ if _numbered_apart(first[code], second[code])]
    rest = [code for code in differ if code not in printed]
    share = 1 - len(rest) / max(1, len(both) - len(printed))
    counted = f"{share:.2%} of {len(both) - len(printed)} decisions"
    sys.stdout.write(f"{name} give one tree of {counted}\n")
    if rest:
        sys.stdout.write(f"  differ: {', '.join(rest)}\n")
    if printed:
        sys.stdout.write(f"  left out, the files print other numbers: {', '.join(printed)}\n")


def _numbered_apart(first: Document, second: Document) -> bool:
    """Whether two trees hold the same words under other numbers, as their files print them."""
    here, there = _body(first), _body(second)
    if [words for _, words in here] != [words for _, words in there]:
        return False
    apart = [words for (a, words), (b, _) in zip(here, there, strict=True) if a != b]
    return all(_prints(document, apart) for document in (first, second))


def _prints(document: Document, texts: Sequence[str]) -> bool:
    """Whether a file prints in front of some paragraphs the numbers that the tree gives them."""
    source = _letters(" ".join(line.text for line in read_file(Path(document.source)).lines))
    return all(
        _letters(paragraph.pinpoint.segments[-1].value) + words[:_BEGINNING] in source
        for paragraph, (_, words) in zip(_of_body(document), _body(document), strict=True)
        if words in texts
    )


def _of_body(document: Document) -> list[Paragraph]:
    return [p for p in document.paragraphs if p.annex is None and p.kind != "table"]


def _body(document: Document) -> list[tuple[str, str]]:
    return [(p.pinpoint.label, _letters(p.text)) for p in _of_body(document)]


def _agreement(name: str, rows: list[dict[str, str]], documents: dict[str, Document]) -> None:
    """Compare with the oracle's paragraphs of the bodies, where both have the decision."""
    asked = agreed = 0
    faults: Counter[str] = Counter()
    differ: list[str] = []
    for row in rows:
        document = documents.get(row["decision"])
        if document is None or not row.get("in_sequence", True):
            continue
        fault = _fault(row, document, printed=name == "PDF")
        if fault:
            faults[fault] += 1
            continue
        asked += 1
        if _same(row, document):
            agreed += 1
        else:
            differ.append(f"{row['decision']} {_number(row)}")
    share = agreed / max(1, asked)
    sys.stdout.write(f"{name} and oracle agree on {agreed} of {asked} rows ({share:.2%})\n")
    for fault, count in faults.most_common():
        sys.stdout.write(f"  oracle at fault, {fault}: {count}\n")
    if differ:
        sys.stdout.write(f"  differ: {', '.join(differ[:25])}\n")


def _fault(row: dict[str, str], document: Document, *, printed: bool) -> str:
    """Why a row of the oracle is no paragraph of the body; empty where it may be one.

    The text exports, from which the oracle was made, number some decisions otherwise than
    their printed pages do; against the exports themselves that is no excuse.
    """
    letters = _letters(row["text"])
    elsewhere = [p for p in document.paragraphs if _letters(p.text) == letters]
    same = [p for p in elsewhere if p.annex is None]
    if re.fullmatch(r"[ivx]+", row["sub"] or "") and any(
        p.number.endswith(f"({row['sub']})") and p.number.count("(") > 1 for p in elsewhere
    ):
        return "the third level is taken for the second"
    if elsewhere and not same:
        return "it is a paragraph of an annex"
    if re.fullmatch(r"\d{1,2} \w+ \d{4}\W*", row["text"]):
        return "it is a date"
    if printed and same and all(p.number != _number(row) for p in same):
        return "the exported numbers are not the printed ones"
    return ""


def _same(row: dict[str, str], document: Document) -> bool:
    letters = _letters(row["text"])
    return any(
        p.annex is None and p.number == _number(row) and _letters(p.text) == letters
        for p in document.paragraphs
    )


def _number(row: dict[str, str]) -> str:
    return row["para"] + (f"({row['sub']})" if row["sub"] else "")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _report(name: str, tally: _Tally) -> None:
    def share(part: int, whole: int) -> str:
        return f"{1 - part / max(1, whole):.2%}"

    out = [
        f"{name}: {tally.files} files, {tally.decisions} decisions",
        f"  contents entries found: {share(len(tally.missing), tally.contents)}"
        f" of {tally.contents} {' '.join(tally.missing)}",
        f"  operative numbering contiguous: {share(len(tally.broken), tally.decisions)}"
        f" {' '.join(tally.broken)}",
    ]
    if tally.pages:
        out += [
            f"  footnote marks with a text: {share(tally.textless, tally.marks)} of {tally.marks}",
            f"  footnotes with a mark: {share(tally.uncalled, tally.notes)} of {tally.notes}",
            f"  words accounted for: {share(tally.lost, tally.words)} of {tally.words}",
            f"  pages a second on one core: {tally.pages / tally.seconds:.0f}"
            f" ({tally.pages} pages)",
        ]
    sys.stdout.write("\n".join(out) + "\n")
