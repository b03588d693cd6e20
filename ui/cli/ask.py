"""``decisions ask``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.cli.options import FromOption, IndexOption, JsonOption, one_of

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from ui.cli.questions import Asked


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
    from ui.cli.questions import read_questions

    # What can be wrong is read before the models are.
    settings = load_settings(index)
    asked = None if file is None else read_questions(file)

    from assistant.assistant import open_assistant
    from ui.cli.output import console, write_json

    assistant = open_assistant(settings)
    if asked is not None:
        _answer_all(assistant, asked)
        return
    answer = assistant.ask(question or "")
    if as_json:
        write_json(answer.as_json())
    else:
        from ui.cli.answer import answer_lines

        console().print(answer_lines(answer))


def _answer_all(assistant: Assistant, asked: tuple[Asked, ...]) -> None:
    """One object a line, in order; a question that is refused does not stop the others."""
    from ingest.errors import QuestionRefused
    from ui.cli.output import complain, write_json_line

    refused = False
    for one in asked:
        try:
            found = assistant.ask(one.question, one.history).as_json()
        except QuestionRefused as error:
            refused = True
            complain(f"question {one.id!r}: {error}")
            found = _refused(one.question, str(error))
        write_json_line({"id": one.id, **found})
    if refused:
        raise typer.Exit(1)


def _refused(question: str, why: str) -> dict[str, Any]:
    from assistant.model import Answer

    return Answer(question=question, status="not_found", answer=why).as_json()
