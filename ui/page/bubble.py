"""What is said in the conversation, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from assistant.model import Answer, Citation, Hit, Statement
from ui.page.escape import safe

#: Longest shown piece of a related paragraph, in characters.
_GLIMPSE = 180


class Bubble(TypedDict):
    """One turn on the page; ``done`` is False while it is still being written."""

    role: str
    html: str
    done: bool


def asked(question: str) -> Bubble:
    """The reader's own words."""
    return Bubble(role="user", html=f'<p dir="auto">{safe(question)}</p>', done=True)


def waiting() -> Bubble:
    """Before the first words of an answer."""
    html = '<p class="wait">Looking through the paragraphs …</p>'
    return Bubble(role="assistant", html=html, done=False)


def notice(text: str) -> Bubble:
    """A plain message instead of an answer: an empty question, a server that is down."""
    return Bubble(role="notice", html=f'<p dir="auto">{safe(text)}</p>', done=True)


def answered(answer: Answer) -> Iterator[Bubble]:
    """The answer as it grows, statement by statement; the last one is complete."""
    html = ""
    for statement in answer.statements if answer.status == "answered" else ():
        html += _statement(statement, answer.citations)
        yield Bubble(role="assistant", html=html, done=False)
    if not html:
        html = f'<p class="{answer.status}" dir="auto">{safe(answer.answer)}</p>'
    html += _uncited(answer) + _related(answer.related)
    yield Bubble(role="assistant", html=html, done=True)


def _statement(statement: Statement, citations: tuple[Citation, ...]) -> str:
    cited = [_best(statement, label, citations) for label in statement.citations]
    chips = "".join(_cited(one) for one in cited if one is not None)
    doubt = '<span class="doubt">not verified</span> ' if statement.support == "unverified" else ""
    return (
        f'<p class="statement" dir="auto"><span class="words">{safe(statement.text)}</span> '
        f"{doubt}{chips}</p>"
    )


def _best(statement: Statement, label: str, citations: tuple[Citation, ...]) -> Citation | None:
    """The citation of that label; of several quotes of one paragraph, the one that is said."""
    there = [citation for citation in citations if citation.label == label]
    said = [one for one in there if one.quote in statement.text or statement.text in one.quote]
    return next(iter(said or there), None)


def _uncited(answer: Answer) -> str:
    """Chips of citations that no statement names, so that none is out of reach."""
    named = {label for statement in answer.statements for label in statement.citations}
    rest = [citation for citation in answer.citations if citation.label not in named]
    chips = "".join(_cited(one) for one in rest)
    return f'<p class="statement">{chips}</p>' if chips else ""


def _related(related: Iterable[Hit]) -> str:
    items = "".join(
        f'<li>{chip(hit.id, hit.label, "")} <span dir="auto">{safe(_glimpse(hit.text))}</span></li>'
        for hit in related
    )
    if not items:
        return ""
    head = '<p class="aside">Related paragraphs, not an answer</p>'
    return f'<section class="related" aria-label="Not an answer">{head}<ul>{items}</ul></section>'


def _glimpse(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _GLIMPSE else line[:_GLIMPSE].rsplit(" ", 1)[0] + " …"


def _cited(citation: Citation) -> str:
    # Ids are of paragraphs; a footnote is opened by its label.
    place = citation.label if "#" not in citation.id or "fn_" in citation.id else citation.id
    return chip(place, citation.label, citation.quote)


def chip(place: str, label: str, quote: str) -> str:
    """A button that opens a paragraph; the quote is marked there."""
    return (
        f'<button type="button" class="chip" data-place="{safe(place)}" '
        f'data-quote="{safe(quote)}" title="Open the paragraph">{safe(label)}</button>'
    )
