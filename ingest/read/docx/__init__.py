"""Word files (DOCX) -> lines, with the numbers and notes that only the file's parts hold.

Read from the parts themselves: the labels of automatic numbers depend on styles, shared
counters and overrides, which no library at hand resolves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from lxml import etree

from ingest.read.docx.blocks import Story
from ingest.read.docx.notes import Notes
from ingest.read.docx.numbering import Numbering
from ingest.read.docx.package import Package, damaged
from ingest.read.docx.runs import Tally
from ingest.read.docx.styles import Styles
from ingest.read.docx.xml import R_ID, W
from ingest.read.lines import Line, Pages

#: What the tally counts, as it is said to people.
_MESSAGES = {
    "hidden": "hidden text: {} runs left out",
    "struck": "text struck through by hand: {} runs kept",
    "embedded": "embedded files: {} left out",
    "notes without text": "footnotes: the file holds no text for {} of them",
    "no numbering": "automatic numbers: the file does not hold them (numbering.xml is missing)",
}


def read_docx(path: Path) -> Pages:
    """Read a Word file; tracked insertions are accepted, deletions dropped.

    Raises:
        UnreadableFile: It is damaged, or its main part is missing.
        EncryptedFile: Its parts are encrypted.
        FileTooLarge: It unpacks to more than the limit.
    """
    with Package(path) as package:
        return _Reader(package).pages()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        root = package.read(package.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise damaged(f"{package.main} holds no text")
        self._body = body
        self._tally = Tally()
        self._styles = Styles(package.read_related("styles"))
        numbering = package.read_related("numbering")
        self._numbering = Numbering(numbering, self._list_of_style)
        self._notes = Notes(package)
        self._seen: set[tuple[str, str]] = set()
        if numbering is None and next(body.iter(W + "numId"), None) is not None:
            self._tally.counts["no numbering"] += 1

    def pages(self) -> Pages:
        """All stories, in reading order."""
        lines = tuple(self._sections())
        languages = self._tally.languages.most_common(1)
        return Pages(
            lines,
            "docx",
            language=languages[0][0] if languages else None,
            warnings=tuple(self._warnings()),
        )

    def _sections(self) -> Iterator[Line]:
        """Each section between its headers and footers; what repeats stands only once."""
        story = Story(self._styles, self._numbering, self._notes, self._tally)
        for blocks, properties in _split(self._body):
            if properties is not None:
                self._notes.begin_section(properties)
                yield from self._running(properties, "header")
            yield from story.lines(blocks)
            if properties is not None:
                yield from self._running(properties, "footer")

    def _running(self, properties: etree._Element, role: Literal["header", "footer"]) -> list[Line]:
        found: list[Line] = []
        for reference in properties.findall(f"{W}{role}Reference"):
            relationship = self._package.relationships.get(reference.get(R_ID, ""))
            root = self._package.read(relationship.target) if relationship else None
            if root is None:
                continue
            story = Story(self._styles, self._numbering, self._notes, self._tally, role)
            for line in story.lines(root):
                if (role, line.text) not in self._seen:
                    self._seen.add((role, line.text))
                    found.append(line)
        return found

    def _list_of_style(self, style: str) -> str | None:
        found = self._styles.list_of(style)
        return found[0] if found else None

    def _warnings(self) -> Iterator[str]:
        counts = self._tally.counts
        if counts["insertions"] or counts["deletions"]:
            yield (
                f"tracked changes: {counts['insertions']} insertions accepted,"
                f" {counts['deletions']} deletions dropped"
            )
        for name, message in _MESSAGES.items():
            if counts[name]:
                yield message.format(counts[name])
        comments = sum(1 for _ in self._body.iter(W + "commentReference"))
        if comments:
            yield f"comments: {comments} left out"
        if self._notes.restarts_on_pages:
            yield "footnotes: Word counts them on each page, here they are counted through"


def _split(
    body: etree._Element,
) -> Iterator[tuple[Sequence[etree._Element], etree._Element | None]]:
    """The blocks of each section with its properties, which stand at its end."""
    blocks: list[etree._Element] = []
    for node in body:
        if node.tag == W + "sectPr":
            yield blocks, node
            blocks = []
            continue
        blocks.append(node)
        properties = node.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            yield blocks, properties
            blocks = []
    if blocks:
        yield blocks, None
