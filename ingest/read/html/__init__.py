"""Saved web pages (HTML, MHTML) -> lines, without the site around the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.read.html.blocks import HtmlBlocks
from ingest.read.html.page import load
from ingest.read.html.survey import survey
from ingest.read.html.walk import walk
from ingest.read.lines import Pages


def read_html(path: Path) -> Pages:
    """Read a saved web page; menus, scripts and hidden text are left out.

    Raises:
        UnreadableFile: It holds no text.
    """
    root, language = load(path)
    found = survey(root)
    blocks = HtmlBlocks(found, whole_page=found.main.mem_id == root.mem_id)
    walk(found.main, blocks)
    if not blocks.lines:
        raise UnreadableFile("the web page holds no text", "save the page with its text")
    return Pages(tuple(blocks.lines), "html", language=language, warnings=tuple(_warnings(blocks)))


def _warnings(blocks: HtmlBlocks) -> Iterator[str]:
    if blocks.tally["deletions"]:
        yield f"deleted text: {blocks.tally['deletions']} pieces dropped"
    if blocks.tally["struck"]:
        yield f"struck-through text: {blocks.tally['struck']} pieces kept"
