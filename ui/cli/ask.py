"""``decisions ask``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ui.cli.options import FromOption, IndexOption, JsonOption, one_of


def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="What you want to know.")
    ] = None,
    file: FromOption = None,
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Answer a question with exact words, each with its pinpoint.

    Where the corpus does not answer, it says so (status not_found) and exits with 0.
    A line of --from can hold a history: [{role: user|assistant, content}].
    """
    one_of(question, file)
    from ingest.settings import load_settings
    from ui.cli.questions import answer_each, read_questions

    # What can be wrong is read before the models are.
    settings = load_settings(index)
    asked = None if file is None else read_questions(file)

    from assistant.assistant import open_assistant
    from ui.cli.output import console, write_json

    assistant = open_assistant(settings)
    if asked is not None:
        empty = _unanswered()
        if not answer_each(
            asked, lambda one: assistant.ask(one.question, one.history).as_json(), empty
        ):
            raise typer.Exit(1)
        return
    answer = assistant.ask(question or "")
    if as_json:
        write_json(answer.as_json())
    else:
        from ui.cli.answer import answer_lines

        console().print(answer_lines(answer))


def _unanswered() -> dict[str, Any]:
    from assistant.model import Answer

    return Answer(question="", status="not_found", answer="").as_json()
