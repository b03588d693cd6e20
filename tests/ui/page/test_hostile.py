"""Documents that try to take the page over: their text stays text, wherever it is shown."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assistant.model import Answer, Citation, Hit, Statement
from assistant.show import Linked, Note, Shown
from ingest.model import Document, Footnote
from ingest.parse import parse_file
from ui.page.app import _examples, _masthead
from ui.page.bubble import answered, asked, notice
from ui.page.place import place_html

EVIL = "<img src=x onerror=\"alert('1')\"><script>alert(2)</script>${alert(3)}{{4}}"
ALLOWED = {"div", "h2", "h3", "p", "button", "span", "ul", "li", "sup", "mark", "strong"}
ALLOWED |= {"a", "section", "header", "h1"}


class _Tags(HTMLParser):
    """The elements and attributes that a browser would make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def _document(folder: Path) -> Document:
    """A file whose name, title, words and footnote are all markup."""
    file = folder / "<b onclick=alert(5)>XX.txt"
    file.write_text(
        f"{EVIL}\n\nThe Conference of the Parties,\n\n"
        f"1. Requests the Secretariat to rest {EVIL};\n\n2. Decides to end.\n",
        encoding="utf-8",
    )
    return parse_file(file).documents[0]


def _shown(folder: Path) -> Shown:
    document = _document(folder)
    paragraph = next(one for one in document.paragraphs if EVIL in one.text)
    note = Footnote(document.code, EVIL, EVIL)
    away = Linked((EVIL,), EVIL, False, "javascript:alert(6)")
    near = Linked((EVIL,), EVIL, True, "https://x.example/\"onmouseover='alert(7)'")
    other = Linked((EVIL,), EVIL, False, "https://x.example/\"onmouseover='alert(7)'")
    return Shown(document, EVIL, paragraph, footnotes=(Note(note, (away, near, other)),))


def _everything(folder: Path) -> str:
    """Each piece of HTML that shows text of documents, one after another."""
    shown = _shown(folder)
    cited = Citation(f"{EVIL}#para_1", EVIL, EVIL, EVIL, EVIL, EVIL)
    hit = Hit(EVIL, EVIL, EVIL, EVIL, 1.0, EVIL)
    said = Answer("q", "answered", EVIL, (Statement(EVIL, (EVIL,), "verbatim"),), (cited,))
    missed = Answer("q", "not_found", EVIL, related=(hit,))
    bubbles = (*answered(said), *answered(missed), asked(EVIL), notice(EVIL))
    return "".join(
        (
            place_html(shown, EVIL),
            place_html(Shown(shown.document, EVIL, below=shown.document.paragraphs), ""),
            _masthead(EVIL),
            _examples((EVIL,)),
            *(bubble["html"] for bubble in bubbles),
        )
    )


def test_no_text_of_a_document_becomes_markup(tmp_path: Path) -> None:
    html = _everything(tmp_path)
    seen = _Tags(html)
    assert seen.tags <= ALLOWED
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    links = [value or "" for name, value in seen.attributes if name == "href"]
    assert all(link.startswith(("https://x.example/", "#")) for link in links)
    assert not {"{", "}", "$", "`"} & set(html), "Gradio would fill these in"
    assert seen.text.count(EVIL) >= 10, "it is all there to read"


@pytest.mark.browser
@pytest.mark.models
def test_a_browser_runs_nothing_of_it(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(error.message))
    page.evaluate(
        "html => document.querySelector('#place').innerHTML = html", _everything(tmp_path)
    )
    page.wait_for_timeout(200)
    assert page.locator("#place img, #place script, #place b").count() == 0
    assert happened == []
