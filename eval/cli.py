"""The commands ``decisions eval …``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from eval.run import Run
    from eval.suite import Suite
    from eval.systems.base import System
    from ingest.errors import SuiteInvalid
    from ingest.library import Library
    from ingest.settings import Settings

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Measure answers: run a suite over systems, compare runs.",
)

IndexOption = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="DIR",
        help="Folder of the index; .decisions, or DECISIONS_INDEX, if not given.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]


@app.command()
def run(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="Name of a suite, or a path.")],
    systems: Annotated[
        str,
        typer.Option(
            "--systems",
            metavar="NAMES",
            help="Systems to compare, joined by commas; `eval systems` lists them.",
        ),
    ] = "full,naive",
    index: IndexOption = None,
    as_json: JsonOption = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write one page with plots.")
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-under",
            metavar="MEASURE=VALUE",
            help="Exit 1 when the first system falls short; can be given several times.",
        ),
    ] = None,
    guard: Annotated[
        bool, typer.Option("--guard", help="Fail under the suite's floors in eval/floors.toml.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask again what is cached from an earlier run.")
    ] = False,
) -> None:
    """Ask every question of a suite to every system and print the measures.

    Outcomes are cached by system, question and index: a run that was broken off goes on,
    a repeated one costs seconds.
    """
    from eval.gate import parse_floors, shortfalls
    from eval.guard import floors_of
    from ingest.settings import load_settings

    floors = (floors_of(suite) if guard else {}) | parse_floors(fail_under or [])
    names = [name.strip() for name in systems.split(",") if name.strip()]
    result, unknown = _run(suite, names, load_settings(index), fresh)
    if html is not None:
        from eval.report.page import page

        html.write_text(page(result), encoding="utf-8")
    if as_json:
        typer.echo(json.dumps(result.as_json(), ensure_ascii=False, indent=2))
    else:
        from rich.console import Console

        from eval.report.table import run_table

        Console(width=None if sys.stdout.isatty() else 160).print(run_table(result))
    short = shortfalls(result.figures(names[0]), floors)
    for line in short:
        typer.echo(line, err=True)
    if unknown:
        raise _unknown_labels(result.suite, unknown)
    if short:
        raise typer.Exit(1)


@app.command()
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="RUN, RUN:SYSTEM, or a system's name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same; B minus A is shown.")],
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say whether B is better than A on the same questions, with confidence intervals.

    A system's name alone means that system in the last run; a run alone means its first
    system. `eval runs` lists the runs.
    """
    from dataclasses import asdict

    from eval.history import History
    from eval.report.page import differences
    from eval.report.table import comparison_table
    from ingest.settings import load_settings

    history = History(_folder(load_settings(index)) / "runs")
    run_a, system_a = history.find(a)
    run_b, system_b = history.find(b)
    rows = differences(run_a, system_a, run_b, system_b)
    if as_json:
        typer.echo(json.dumps({"a": a, "b": b, "differences": [asdict(row) for row in rows]}))
        return
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else 160).print(comparison_table(a, b, rows))


@app.command()
def runs(index: IndexOption = None) -> None:
    """List the runs that were made over this index, oldest first."""
    from eval.history import History
    from ingest.settings import load_settings

    for name in History(_folder(load_settings(index)) / "runs").names():
        typer.echo(name)


@app.command()
def systems() -> None:
    """List the systems that can be compared."""
    from eval.systems.registry import SYSTEMS

    for name, description in SYSTEMS.items():
        typer.echo(f"{name:18} {description}")


@app.command()
def suites() -> None:
    """List the suites that are shipped, with their number of questions."""
    from eval.suite import load_suite, shipped_suites

    for name in shipped_suites():
        typer.echo(f"{name:24} {len(load_suite(name).questions)}")


@app.command()
def index(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="Name of a shipped suite.")],
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ingest the decisions that a suite is about, and say how fast that went.

    The corpora are looked for where DECISIONS_CORPORA points, else in ../shared/corpora. Give
    each suite an index of its own.
    """
    from eval.corpus import prepare
    from eval.measures.ingest_rate import ingest_rate
    from ingest import pipeline
    from ingest.settings import load_settings
    from ui.cli.progress import showing_progress

    settings = load_settings(index)
    paths = prepare(suite, settings)
    with showing_progress() as progress:
        report = pipeline.ingest(paths, settings, progress)
    rate = None if report.unchanged else ingest_rate(report.paragraphs, report.seconds)
    if as_json:
        typer.echo(json.dumps(report.as_json() | {"paragraphs_per_second": rate}))
    else:
        speed = f", {rate:.0f} paragraphs/s" if rate else ""
        typer.echo(f"{suite}: {report.documents} documents, {report.paragraphs} paragraphs{speed}")
    for path, reason in report.failed:
        typer.echo(f"{path} was not read: {reason}", err=True)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def check(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="Name of a suite, or a path.")],
    index: IndexOption = None,
) -> None:
    """Check a suite: its form, and that every label of its gold exists in the index."""
    from eval.suite import load_suite
    from ingest.index import open_index
    from ingest.settings import load_settings

    loaded = load_suite(suite)
    with open_index(load_settings(index)) as opened:
        missing = _name_unknown(loaded, opened.library)
    if missing:
        raise _unknown_labels(loaded.name, missing)
    typer.echo(f"{loaded.name}: {len(loaded.questions)} questions, all labels exist")


def _name_unknown(suite: Suite, library: Library) -> int:
    """Name every gold label that the index lacks; says how many there are."""
    from eval.suite import unknown_labels

    missing = unknown_labels(suite, library)
    for line in missing:
        typer.echo(line, err=True)
    return len(missing)


def _unknown_labels(suite: str, count: int) -> SuiteInvalid:
    from ingest.errors import SuiteInvalid

    return SuiteInvalid(
        f"{count} labels of {suite} are not in the index",
        "correct them or ingest their documents",
    )


def _folder(settings: Settings) -> Path:
    return settings.index / "eval"


def _run(suite_name: str, names: list[str], settings: Settings, fresh: bool) -> tuple[Run, int]:
    from contextlib import ExitStack
    from tempfile import TemporaryDirectory

    from assistant.assistant import open_assistant
    from eval.cache import OutcomeCache
    from eval.fingerprint import code_fingerprint, fingerprint
    from eval.history import History
    from eval.progress import progress_bars
    from eval.run import run_suite
    from eval.suite import load_suite
    from eval.systems.registry import make_systems

    suite = load_suite(suite_name)
    with ExitStack() as stack:
        assistant = open_assistant(settings)
        stack.callback(assistant.close)
        unknown = _name_unknown(suite, assistant.index.library)
        made = make_systems(names, assistant, settings)
        state = assistant.index.fingerprint
        chosen = (settings.embedder, settings.reranker, settings.late_interaction)
        models = f"{chosen} {settings.glossary}"
        folder = Path(stack.enter_context(TemporaryDirectory())) if fresh else _folder(settings)

        def cache_of(system: System) -> OutcomeCache:
            key = fingerprint(system.name, code_fingerprint(), models, state)
            return OutcomeCache(folder / "cache", key)

        progress = stack.enter_context(progress_bars())
        result = run_suite(suite, made, cache_of, state, progress)
    History(_folder(settings) / "runs").save(result)
    return result, unknown
