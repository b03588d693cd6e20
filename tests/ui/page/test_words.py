"""Words as HTML: escaped, with the quote and the footnote marks in their places."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Mark
from ui.page.escape import safe
from ui.page.words import words


class _Read(HTMLParser):
    """What a reader sees: text outside ``sup``, and which of it is marked."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = self.marked = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "sup" not in self.open:
            self.text += data
            self.marked += data if "mark" in self.open else ""


def _read(html: str) -> _Read:
    reader = _Read()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_quote_is_marked_and_footnote_mark_stands_where_it_stood() -> None:
    html = words("the Agenda on matters", (Mark(10, "2"),), "Agenda")
    assert html == "the <mark>Agenda<sup>2</sup></mark> on matters"


def test_markup_of_documents_is_text() -> None:
    assert words("<b>x</b> & ${y} {{z}} `w`") == (
        "&lt;b&gt;x&lt;/b&gt; &amp; &#36;&#123;y&#125; &#123;&#123;z&#125;&#125; &#96;w&#96;"
    )


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    assert words("some words", (), "other words") == "some words"


# A parser turns these into others, whatever the escaping.
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


@given(_TEXT, st.data())
def test_nothing_is_lost_and_only_the_quote_is_marked(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    marks = tuple(Mark(offset, "7") for offset in data.draw(st.lists(ends, max_size=3)))
    seen = _read(words(text, marks, text[start:end]))
    assert seen.text == text
    assert seen.marked == text[start:end]
    assert seen.tags <= {"mark", "sup"}


@given(st.text(max_size=60))
def test_no_character_opens_markup_or_a_placeholder(text: str) -> None:
    assert not set(safe(text)) & set("<>\"'{}$`")
