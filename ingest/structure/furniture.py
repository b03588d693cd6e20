"""Running headers and page numbers: what stands on the page and not in the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.model import Matter
from ingest.read.lines import Line
from ingest.structure.heads import code_headed, is_bare_head
from ingest.structure.notes_page import body_size
from ingest.symbols import split_joint

#: So many lines at the top, and at the foot, of a page may be furniture.
_EDGE = 4
#: A line that comes back on this many pages is furniture.
_PAGES = 3
#: Furniture at one place stands within so many points.
_STEP = 6.0
#: A line with more characters is text, not a cell.
_TEXT = 40

_NUMBER = re.compile(
    r"[-–—\[( ]*(?:(?:page|p\.|página|pagina|стр\.?|第)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de|sur)\s*\d{1,4})?[-–—\]) 页]*",
    re.IGNORECASE,
)
_JOB = re.compile(r"(?:[A-Z]{1,3}[.-]?\s?)\d{2}-?\d{4,6}(?:\s*\(?[A-Z]\)?)?(?:\s+\d{6})*", re.ASCII)
#: What comes back at the top of pages and is text all the same: numbers, heads of parts.
_OPENS = re.compile(
    r"\s*(?:\d{1,3}\.|\(?[a-z]{1,4}\))(?:\s|$)"
    r"|(?:draft )?(?:d[ée]cisi[oó]n|resolu|r[ée]solu|recommend|recom|ann?ex|ap[ée]nd|append|attach"
    r"|articl|art[ií]c|rule|regla|section|part|chapter|[A-Z]{2,5}-\d|[\dIVXL]+/\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}")


def part_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Matter]]:
    """The lines without furniture, and the furniture."""
    if any(line.page is not None and line.top for line in lines):
        out = _of_pages(lines)
    else:
        out = _of_text(lines)
    kept = [line for index, line in enumerate(lines) if index not in out]
    return kept, [Matter("furniture", lines[i].text, lines[i].page) for i in sorted(out)]


def _of_pages(lines: Sequence[Line]) -> set[int]:
    """Furniture of a source with positions: at the edges, and on many pages or plainly a number."""
    pages: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    edges = {
        index: top
        for indices in pages.values()
        for top, several in ((True, indices[:_EDGE]), (False, indices[-_EDGE:]))
        for index in several
    }
    seen: Counter[tuple[str, int]] = Counter()
    for index in edges:
        for place in _places(lines[index]):
            seen[_shape(lines[index]), place] += 1
    out = {i for i, line in enumerate(lines) if line.role in ("header", "footer")}
    again = _codes_again(lines, list(pages.values()))
    out |= again
    for page in pages.values():
        indices = [index for index in page if index not in again]
        out |= _edge(lines, indices[:_EDGE], seen)
        out |= _edge(lines, indices[-_EDGE:][::-1], seen)
    return out


def _codes_again(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> set[int]:
    """The code of a decision in the running header of its further pages, where it heads nothing.

    It is the code that was headed last, and in no larger type than the text.
    """
    out: set[int] = set()
    size = body_size(lines)
    current: str | None = None
    for indices in pages:
        top = lines[indices[0]]
        rest = _without_page(top.text.strip())
        code = code_headed(rest) if is_bare_head(rest) else None
        if code is not None and code == current and top.size <= size:
            out.add(indices[0])
        for index in indices:
            current = code_headed(lines[index].text) or current
    return out


def _edge(
    lines: Sequence[Line], indices: Sequence[int], seen: Counter[tuple[str, int]]
) -> set[int]:
    """From the edge of a page inwards, as long as it is furniture."""
    out: set[int] = set()
    for index in indices:
        line = lines[index]
        if line.role in ("header", "footer"):
            continue
        if line.spans and line.spans[0].raised:  # a footnote, even one that comes back
            break
        shape = _shape(line)
        often = max(seen[shape, place] for place in _places(line)) >= _PAGES
        if not (
            (often and _OPENS.match(line.text) is None)
            or _NUMBER.fullmatch(line.text.strip())
            or _is_symbol(line.text)
            or _JOB.fullmatch(line.text.strip())
        ):
            break
        out.add(index)
    return out


def _places(line: Line) -> tuple[int, ...]:
    """Steps of height that a line stands in or near, so that a hair's breadth parts nothing."""
    return tuple({int(line.top / _STEP), int(line.top / _STEP + 0.5)})


def _shape(line: Line) -> str:
    """The words, with numbers as ``#``."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _without_page(text: str) -> str:
    """Without a page number at either end."""
    return re.sub(r"^\s*\d{1,3}\s+|\s+\d{1,3}\s*$", "", text.replace("\t", "  "))


def _is_symbol(text: str) -> bool:
    """Whether a line is a document symbol, perhaps with the page number, and nothing else."""
    rest = _without_page(text)
    if "/" not in rest or len(rest) > 120 or "*" in rest or rest.endswith("."):
        return False
    symbols = split_joint(rest)
    letters = len(re.sub(r"[\W_]", "", rest))
    return bool(symbols) and sum(len(re.sub(r"[\W_]", "", s)) for s in symbols) >= letters


def _of_text(lines: Sequence[Line]) -> set[int]:
    """Furniture of plain text: symbols that come back, and numbers that count pages."""
    out = {i for i, line in enumerate(lines) if line.role in ("header", "footer")}
    out |= _of_sheets(lines)
    symbols: defaultdict[str, list[int]] = defaultdict(list)
    numbers: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        text = line.text.strip()
        if line.role or not text or len(text) > 120 or line.spans[0].raised:
            continue
        if _is_symbol(text):
            symbols[_without_page(text)].append(index)
        elif _BARE.fullmatch(text):
            numbers.append((index, int(text)))
    headers = {i for indices in symbols.values() if len(indices) > 1 for i in indices[1:]}
    out |= headers
    beside = {i + step for i in headers for step in (-2, -1, 1, 2)}
    out |= {index for index, _ in numbers if index in beside}
    return out | _page_numbers(lines, numbers)


def _of_sheets(lines: Sequence[Line]) -> set[int]:
    """Symbols and numbers at the edges of pages that form feeds part."""
    sheets: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None and line.text.strip():
            sheets[line.page].append(index)
    out: set[int] = set()
    for page, indices in sheets.items():
        for several in (indices[:_EDGE] if page > 1 else [], indices[-_EDGE:][::-1]):
            for index in several:
                text = lines[index].text.strip()
                if not (_NUMBER.fullmatch(text) or _is_symbol(text)):
                    break
                out.add(index)
    return out


def _page_numbers(lines: Sequence[Line], numbers: list[tuple[int, int]]) -> set[int]:
    """Bare numbers that go on by one with text between: a table's column has none."""
    out: set[int] = set()
    for (i, n), (j, m) in itertools.pairwise(numbers):
        if m == n + 1 and any(len(line.text) > _TEXT for line in lines[i + 1 : j]):
            out |= {i, j}
    return out
