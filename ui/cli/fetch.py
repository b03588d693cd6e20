"""``decisions fetch``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.options import IndexOption, JsonOption

if TYPE_CHECKING:
    from ingest.fetch import Fetched
    from ingest.settings import Settings


def fetch(
    symbols: Annotated[
        list[str], typer.Argument(metavar="SYMBOL", help="Documents, as UNEP/CHW.14/INF/36.")
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help="Folder that the files go to.")
    ] = Path("corpus/fetched"),
    language: Annotated[str, typer.Option("--language", help="ISO 639-1 code.")] = "en",
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Download missing documents and ingest them. This is the only command that goes online."""
    from ingest.errors import FetchFailed
    from ingest.settings import load_settings
    from ui.cli.output import complain, write_json

    settings = load_settings(index)
    fetched: list[Fetched] = []
    failed: list[dict[str, str]] = []
    for symbol in symbols:
        try:
            fetched.append(_one(symbol, settings, into, language))
        except FetchFailed as error:
            failed.append({"symbol": symbol, "reason": str(error)})
            complain(str(error))
    if fetched:
        _ingest([one.path for one in fetched], settings)
    if as_json:
        rows = [
            {"symbol": one.symbol, "path": str(one.path), "new": one.new, "bytes": one.size}
            for one in fetched
        ]
        write_json({"fetched": rows, "failed": failed})
    else:
        _show(fetched)
    if failed:
        raise typer.Exit(1)


def _one(symbol: str, settings: Settings, into: Path, language: str) -> Fetched:
    from ingest.catalogue import load_catalogue
    from ingest.fetch import fetch as download

    return download(
        symbol,
        load_catalogue(settings.catalogue),
        into,
        settings.fetch_patterns,
        max_mb=settings.max_file_mb,
        language=language,
    )


def _show(fetched: list[Fetched]) -> None:
    from ui.cli.output import clean, console

    for one in fetched:
        size = f"{one.size / 1024:,.0f} KB" if one.new else "was there already"
        console().print(clean(f"{one.symbol}  {one.path}  {size}"))


def _ingest(paths: list[Path], settings: Settings) -> None:
    from ingest.pipeline import ingest
    from ui.cli.output import complain
    from ui.cli.progress import showing_progress

    with showing_progress() as progress:
        report = ingest(paths, settings, progress)
    for path, reason in report.failed:
        complain(f"{path} was not read: {reason}")
    if report.failed:
        raise typer.Exit(1)
