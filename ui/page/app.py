"""The page as Gradio sees it: layout, events, and what the browser may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Protocol

# Read by Gradio when it is imported: nothing is sent anywhere.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import gradio as gr

from ingest.errors import DecisionsError
from ui.page.chat import Answers, Conversation, converse
from ui.page.escape import safe

#: Readers who are answered at once; further ones wait their turn.
READERS_AT_ONCE = 4

_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif"]

_TRANSCRIPT = (
    '<div id="log" role="log" aria-live="polite" aria-label="Conversation"></div>'
    '<div id="status" role="status" class="sr-only"></div>'
)
_PANEL = (
    '<section id="place" aria-label="The cited paragraph">'
    '<p class="hint">Open a citation to read the paragraph here, in its context, with its '
    "footnotes and the documents that they name.</p></section>"
)


class Desk(Answers, Protocol):
    """What the page needs: answers, places to open, and something to begin with."""

    def open_place(self, place: str, quote: str) -> str:
        """The paragraph with that id in its context, as HTML, with the quote marked."""
        ...

    @property
    def summary(self) -> str:
        """What the library holds, in a few words."""
        ...

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the library can answer."""
        ...


def theme() -> gr.themes.Base:
    """Gradio's plain theme with the fonts that the reader's machine has."""
    return gr.themes.Base(
        primary_hue="blue",
        neutral_hue="slate",
        font=_FONTS,
        font_mono=["ui-monospace", "monospace"],
    )


def static(name: str) -> str:
    """A file that is shipped beside this module."""
    return (files("ui.page") / "static" / name).read_text(encoding="utf-8")


def build_page(desk: Desk) -> gr.Blocks:
    """Lay the page out over a desk."""

    def answer(question: str, so_far: Conversation) -> Iterator[tuple[Any, ...]]:
        for conversation in converse(desk, question, so_far):
            yield list(conversation.bubbles), conversation, ""

    def answer_example(so_far: Conversation, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from answer(str(event.question), so_far)

    def open_place(asked: object) -> str:
        place, quote = _place(asked)
        try:
            return desk.open_place(place, quote)
        except DecisionsError as error:
            return f'<h2 tabindex="-1">Not found</h2><p>{safe(str(error))}</p>'

    with gr.Blocks(title="Decision assistant", analytics_enabled=False, fill_width=True) as page:
        gr.HTML(_masthead(desk.summary), elem_id="masthead", apply_default_css=False)
        again = gr.Button("New chat", elem_id="again")
        conversation = gr.State(Conversation())
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="talk"):
                transcript = gr.HTML(
                    [],
                    html_template=_TRANSCRIPT,
                    js_on_load=static("transcript.js"),
                    elem_id="transcript",
                    apply_default_css=False,
                )
                examples = gr.HTML(
                    _examples(desk.examples),
                    js_on_load=static("examples.js"),
                    elem_id="examples",
                    apply_default_css=False,
                )
                with gr.Row(elem_id="composer"):
                    question = gr.Textbox(
                        show_label=False,
                        label="Your question",
                        placeholder="Ask about the decisions …",
                        max_lines=5,
                        autofocus=True,
                        elem_id="question",
                        container=False,
                    )
                    ask = gr.Button("Ask", variant="primary", elem_id="ask")
            with gr.Column(elem_id="beside"):
                gr.HTML(
                    "",
                    html_template=_PANEL,
                    js_on_load=static("panel.js"),
                    server_functions=[open_place],
                    elem_id="panel",
                    apply_default_css=False,
                )
        shown = [transcript, conversation, question]
        how = {
            "show_progress": "hidden",
            "concurrency_limit": READERS_AT_ONCE,
            "concurrency_id": "answers",
            "api_visibility": "private",
        }
        gr.on([question.submit, ask.click], answer, [question, conversation], shown, **how)
        examples.picked(answer_example, [conversation], shown, **how)
        again.click(
            lambda: ([], Conversation(), ""),
            None,
            shown,
            show_progress="hidden",
            queue=False,
            api_visibility="private",
        )
    return page


def _place(asked: object) -> tuple[str, str]:
    """What the browser sent, read with care: anybody can send anything."""
    if isinstance(asked, list) and asked:
        asked = asked[0]
    if not isinstance(asked, dict):
        return "", ""
    place, quote = asked.get("place"), asked.get("quote")
    return (place if isinstance(place, str) else ""), (quote if isinstance(quote, str) else "")


def _masthead(summary: str) -> str:
    return (
        '<a class="skip" href="#question">Skip to the question</a>'
        f"<header><h1>Decision assistant</h1><p>{safe(summary)}</p></header>"
    )


def _examples(questions: tuple[str, ...]) -> str:
    if not questions:
        return "<p>Nothing has been ingested yet.</p>"
    items = "".join(
        f'<li><button type="button" class="example" dir="auto">{safe(one)}</button></li>'
        for one in questions
    )
    return f"<p>For example</p><ul>{items}</ul>"
