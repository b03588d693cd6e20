"""How well acts are read: ``python -m eval.actions_score`` over the labelled paragraphs.

The labels (``eval/suites/labels/actions*.jsonl``) name a paragraph by source, label and opening
words; the paragraph itself is looked up in the corpora. Each gold act is paired with the act
read from that paragraph whose verb is the same, in order. Precision and recall are micro
averages over acts; of addressee, deadline and condition only stated ones count, so that the
many acts without any do not flatter the figures. Two phrases are the same when, without
articles, case and punctuation, their words agree to F1 >= 0.8.

What counts as a condition: words that make the act depend on something (``subject to``, ``if``,
``should``, ``where``, ``upon request``, ``within available resources``) or that leave it to the
one asked (``as appropriate``, ``where possible``); not ``in accordance with``, not ``taking into
account``, not the wording of who is asked (``Parties in a position to do so``). A deadline or
occasion is a date, a period, a session or event at which, before or after which something is to
happen, also that at which a result is to be considered; of several the most binding is given.

Each later set was labelled from the text alone and scored once before any rule was changed for
it; what was read on that first sight (precision / recall of verb, addressee, deadline,
condition), before the rules were mended for what it showed:

- ``second`` (157 paragraphs, 1999-2005, 2010, 2011, reports): .99/.98, .98/.95, .74/.82, 1.0/.88
- ``third`` (97, directive paragraphs of the same): 1.0/.97, .95/.95, .83/.74, .88/.78
- ``fourth`` (92 of all years, chosen for times and conditions): 1.0/1.0, .98/.98, .85/.78, .81/.81
- ``fifth`` (60 of all years, chosen likewise): 1.0/1.0, 1.0/1.0, .97/.94, 1.0/1.0
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from ingest.acts import Act, acts_of
from ingest.errors import DecisionsError
from ingest.model import Document, Paragraph
from ingest.parse import parse_file

FIELDS = ("verb", "addressee", "deadline", "condition")
_SAME = 0.8
_SHIPPED = {"BC-14/21": Path("corpus/decisions/BC-14-21.txt")}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with the acts that a reader finds in it.

    Attributes:
        source: Path below the corpora, or the code of a shipped decision.
        label: Of the paragraph.
        opening: Its first words, by which it is found where a label has changed.
        split: ``tune``, or the set that it belongs to: ``held``, ``second`` and so on were
            labelled before any rule had been tried on them, and scored before the rules were
            changed once more. All have been seen since: label other paragraphs for the next
            unbiased figure.
        acts: Each with ``verb``, ``addressee``, ``deadline``, ``condition``.
    """

    source: str
    label: str
    opening: str
    split: str
    acts: tuple[dict[str, str | None], ...]


@dataclass(slots=True)
class Tally:
    """Right, read and stated counts of one field."""

    right: int = 0
    read: int = 0
    stated: int = 0

    def as_json(self) -> dict[str, float]:
        """Precision and recall; of nothing, 1."""
        return {
            "precision": self.right / self.read if self.read else 1.0,
            "recall": self.right / self.stated if self.stated else 1.0,
            "read": self.read,
            "stated": self.stated,
        }


@dataclass(slots=True)
class Score:
    """The tallies of one split, and every difference."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    paragraphs: int = 0
    missing: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


def load_labels(path: Path | None = None) -> tuple[Labelled, ...]:
    """The labelled paragraphs of one file, or of all that are shipped."""
    shipped = (Path(str(files("eval"))) / "suites" / "labels").glob("actions*.jsonl")
    chosen = [path] if path else sorted(shipped)
    lines = (line for one in chosen for line in one.read_text(encoding="utf-8").splitlines())
    rows = map(json.loads, lines)
    return tuple(Labelled(**{**row, "acts": tuple(row["acts"])}) for row in rows)


def same(left: str | None, right: str | None) -> bool:
    """Whether two phrases say the same; two absent ones do."""
    if left is None or right is None:
        return left is right
    one, other = Counter(_words(left)), Counter(_words(right))
    shared = (one & other).total()
    return one == other or 2 * shared >= _SAME * (one.total() + other.total()) > 0


def _words(phrase: str) -> list[str]:
    plain = "".join(c if c.isalnum() or c in "/-–" else " " for c in phrase.casefold())
    return [word for word in plain.split() if word not in ("the", "a", "an")]


def score_paragraph(labelled: Labelled, acts: Iterable[Act], score: Score) -> None:
    """Add one paragraph to a score."""
    score.paragraphs += 1
    read = [act.as_json() for act in acts]
    for gold, found in _paired(list(labelled.acts), read):
        for name in FIELDS:
            tally = score.fields[name]
            wanted = gold.get(name) if gold else None
            given = found.get(name) if found else None
            agree = (
                given.casefold() == wanted.casefold()
                if name == "verb" and given and wanted
                else same(wanted, given)
            )
            tally.stated += wanted is not None
            tally.read += given is not None
            tally.right += wanted is not None and agree
            if not agree:
                score.differences.append(f"{labelled.label}: {name} {given!r}, labelled {wanted!r}")


def _paired(
    gold: list[dict[str, str | None]], read: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, str | None] | None, dict[str, Any] | None]]:
    rest = list(read)
    for one in gold:
        verb = (one["verb"] or "").casefold()
        found = next((act for act in rest if act["verb"].casefold() == verb), None)
        if found is not None:
            rest.remove(found)
        yield one, found
    for left in rest:
        yield None, left


def find_paragraph(
    labelled: Labelled, documents: Iterable[Document]
) -> tuple[Document, Paragraph] | None:
    """The labelled paragraph: by label and opening, else by opening alone if only one has it."""
    by_opening = [
        (document, paragraph)
        for document in documents
        for paragraph in document.paragraphs
        if " ".join(paragraph.text.split()).startswith(labelled.opening)
    ]
    exact = [pair for pair in by_opening if pair[1].label == labelled.label]
    if exact:
        return exact[0]
    same_text = {pair[1].text for pair in by_opening}
    return by_opening[0] if len(same_text) == 1 else None


def score_all(labels: Iterable[Labelled], corpora: Path) -> dict[str, Score]:
    """Scores by split; a source that cannot be read counts all its paragraphs as missing."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    by_source: dict[str, list[Labelled]] = {}
    for labelled in labels:
        by_source.setdefault(labelled.source, []).append(labelled)
    for source, wanted in by_source.items():
        try:
            documents = parse_file(_SHIPPED.get(source, corpora / source)).documents
        except (DecisionsError, OSError) as error:
            typer.echo(f"{source}: {error}", err=True)
            documents = ()
        acts = {document.code: acts_of(document) for document in documents}
        for labelled in wanted:
            found = find_paragraph(labelled, documents)
            if found is None:
                scores[labelled.split].missing.append(labelled.label)
                continue
            document, paragraph = found
            own = (act for act in acts[document.code] if act.paragraph == paragraph.id)
            score_paragraph(labelled, own, scores[labelled.split])
    return scores


def main(
    corpora: Annotated[Path | None, typer.Option(help="Folder of the corpora.")] = None,
    labels: Annotated[Path | None, typer.Option(help="Another file of labels.")] = None,
    differences: Annotated[bool, typer.Option(help="List what differs in the tuned part.")] = False,
    held_differences: Annotated[bool, typer.Option(help="List what differs in the rest.")] = False,
) -> None:
    """Precision and recall of acts by field, as JSON, apart for each set of labels."""
    folder = corpora or Path(os.environ.get("DECISIONS_CORPORA", "../shared/corpora"))
    if not folder.is_dir():
        typer.echo(f"no corpora at {folder}: give --corpora or set DECISIONS_CORPORA", err=True)
        raise typer.Exit(1)
    scores = score_all(load_labels(labels), folder)
    for split, score in scores.items():
        shown = differences if split == "tune" else held_differences
        for line in score.differences if shown else ():
            typer.echo(f"{split}: {line}", err=True)
        for label in score.missing:
            typer.echo(f"{split}: not found in the corpora: {label}", err=True)
    report = {
        split: {
            "paragraphs": score.paragraphs,
            "not_found": len(score.missing),
            **{name: tally.as_json() for name, tally in score.fields.items()},
        }
        for split, score in scores.items()
    }
    typer.echo(json.dumps(report, indent=2))


if __name__ == "__main__":
    typer.run(main)
