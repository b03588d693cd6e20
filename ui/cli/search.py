"""``decisions search``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.cli.options import FromOption, IndexOption, JsonOption, WhereOption, one_of, read_where

if TYPE_CHECKING:
    from assistant.model import Hit, SearchResult


def search(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="What to look for.")
    ] = None,
    file: FromOption = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many paragraphs.")] = 10,
    where: WhereOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say by what each paragraph was found.")
    ] = False,
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Find the paragraphs nearest to a question, best first."""
    one_of(question, file)
    conditions = read_where(where)
    from ingest.settings import load_settings
    from ui.cli.questions import answer_each, read_questions

    # What can be wrong is read before the models are.
    settings = load_settings(index)
    asked = None if file is None else read_questions(file)

    from assistant.assistant import open_assistant
    from ui.cli.output import console, write_json

    assistant = open_assistant(settings)
    if asked is not None:
        if not answer_each(
            asked,
            lambda one: _json(assistant.search(one.question, k, conditions), explain),
            {"results": [], "timings_ms": {}},
        ):
            raise typer.Exit(1)
        return
    result = assistant.search(question or "", k, conditions)
    if as_json:
        write_json(_json(result, explain))
    else:
        from ui.cli.hits import hit_lines

        console().print(hit_lines(result, explain))


def _json(result: SearchResult, explain: bool) -> dict[str, Any]:
    data = result.as_json()
    if explain:
        data["results"] = [{**hit.as_json(), "why": _why(hit)} for hit in result.hits]
    return data


def _why(hit: Hit) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(hit.why)
