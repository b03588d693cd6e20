"""Arguments and options that several commands share, and their reading."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

IndexOption = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="DIR",
        file_okay=False,
        help="Folder of the index; .decisions, or DECISIONS_INDEX, if not given.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="FIELD=VALUE",
        help="Only paragraphs with this value, or one of several parted by commas; can be given "
        "for several fields. Fields: convention, "
        "body, meeting, place, year, kind, verb, addressee, document, annex.",
    ),
]
FromOption = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE.jsonl",
        help="Take the questions from a file, one JSON object with id and question a line, "
        "and print one JSON object a line.",
    ),
]
CsvOption = Annotated[
    Path | None, typer.Option("--csv", metavar="FILE", help="Write a CSV file as well.")
]
XlsxOption = Annotated[
    Path | None, typer.Option("--xlsx", metavar="FILE", help="Write an Excel file as well.")
]


def read_where(conditions: list[str] | None) -> dict[str, str]:
    """``["year=2019"]`` -> ``{"year": "2019"}``.

    Raises:
        typer.BadParameter: No such field, no value, or a field twice (status 2).
    """
    from ingest.fields import FIELDS

    where: dict[str, str] = {}
    for condition in conditions or ():
        name, equals, value = condition.partition("=")
        name, value = name.strip().lower(), value.strip()
        if not equals or not value:
            raise typer.BadParameter(f"{condition!r} is not FIELD=VALUE", param_hint="--where")
        if name not in FIELDS:
            known = ", ".join(FIELDS)
            raise typer.BadParameter(f"no field {name!r}; there are {known}", param_hint="--where")
        if where.setdefault(name, value) != value:
            raise typer.BadParameter(
                f"{name!r} is given twice; part alternatives by commas", param_hint="--where"
            )
    return where


def one_of(question: str | None, file: Path | None) -> None:
    """A question or a file of questions must be given, not both.

    Raises:
        typer.BadParameter: Status 2.
    """
    if (question is None) == (file is None):
        raise typer.BadParameter("give a QUESTION or --from FILE.jsonl, one of them")
