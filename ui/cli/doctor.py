"""``decisions doctor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ui.cli.options import IndexOption, JsonOption

if TYPE_CHECKING:
    from ingest.doctor import Diagnosis


def doctor(as_json: JsonOption = False, index: IndexOption = None) -> None:
    """Check the library and its indexes.

    Every finding is printed with its remedy; where there is one, the exit status is 1.
    Damage is an index that rebuilding mends; a note is a place where a document breaks a
    rule of its genre, perhaps because it is printed so.
    """
    from ingest.doctor import examine
    from ingest.settings import load_settings
    from ui.cli.output import complain, write_json

    diagnosis = examine(load_settings(index))
    if as_json:
        write_json(diagnosis.as_json())
    else:
        _show(diagnosis)
    if diagnosis.findings:
        notes = len(diagnosis.findings) - len(diagnosis.damage)
        complain(f"{len(diagnosis.damage):,} damaged, {notes:,} notes: see their remedies")
        raise typer.Exit(1)


def _show(diagnosis: Diagnosis) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from ui.cli.output import clean, console

    shown = console()
    for finding in diagnosis.findings:
        head = (f"{finding.severity}, {finding.rule}: ", "bold")
        shown.print(Text.assemble(head, clean(finding.message)))
        shown.print(Padding(Text(clean(finding.remedy), style="dim"), (0, 0, 0, 4)))
    looked_at = f"{diagnosis.documents:,} documents, {diagnosis.paragraphs:,} paragraphs"
    shown.print(f"{'Looked at' if diagnosis.findings else 'Nothing wrong in'} {looked_at}.")
