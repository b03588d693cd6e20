"""The page's way to the assistant: answers, places, and what the library holds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from assistant.assistant import Assistant, open_assistant
from assistant.model import Answer, Turn
from ui.page.examples import examples
from ui.page.place import place_html

if TYPE_CHECKING:
    from ingest.settings import Settings


def open_desk(settings: Settings) -> LibraryDesk:
    """Open the index and load the models, so that the first reader does not wait.

    Raises:
        IndexMissing: Nothing has been ingested.
        ModelMissing: A model is not on this machine.
    """
    assistant = open_assistant(settings)
    assistant.warm()
    return LibraryDesk(assistant)


class LibraryDesk:
    """The desk over one assistant."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, history: tuple[Turn, ...] = ()) -> Answer:
        """Answer one question."""
        return self._assistant.ask(question, history)

    def open_place(self, place: str, quote: str) -> str:
        """The place with that id or label in its context, with the quote marked."""
        return place_html(self._assistant.show(place), quote)

    @property
    def summary(self) -> str:
        """``1 decision, 16 paragraphs``."""
        documents, paragraphs = self._assistant.index.library.count()
        return f"{_counted(documents, 'document')}, {_counted(paragraphs, 'paragraph')}"

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions that the library can answer."""
        return examples(self._assistant.index.library.documents())


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
