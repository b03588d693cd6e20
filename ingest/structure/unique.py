"""No two paragraphs with one pinpoint: where numbers restart, sections tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pinpoint import Pinpoint, Segment
from ingest.structure.draft import Draft


@dataclass(slots=True)
class _Run:
    """Top-level paragraphs that are numbered on, from where the count starts."""

    drafts: list[Draft]
    section: tuple[str, ...]


def make_unique(drafts: Sequence[Draft], part: Pinpoint) -> None:
    """Change pinpoints of a part until no two are the same.

    Where the count restarts under numbered headings, each paragraph below such a heading
    gets the section into its pinpoint; what is still the same gets the number of its run.
    """
    roots = [draft for draft in drafts if draft.parent is None and draft.kind != "table"]
    if _doubles(roots):
        runs = _runs([draft for draft in roots if draft.kind != "preambular"])
        sections = [run.section for run in runs]
        if len(set(sections)) == len(sections) > 1:
            for run in runs:
                if run.section:
                    _move(run.drafts, part, part / ("section", ".".join(run.section)))
        for count, run in enumerate(_runs(_flat(runs)) if _doubles(roots) else [], start=1):
            if count > 1 and _starts(run):
                _move(run.drafts, _base(run.drafts[0]), _base(run.drafts[0]) / ("part", str(count)))
    _last_resort(drafts)


def _flat(runs: Sequence[_Run]) -> list[Draft]:
    return [draft for run in runs for draft in run.drafts]


def _starts(run: _Run) -> bool:
    return run.drafts[0].pinpoint.segments[-1].value in ("1", "a", "i", "A")


def _base(draft: Draft) -> Pinpoint:
    return draft.pinpoint.parent


def _doubles(drafts: Sequence[Draft]) -> bool:
    counted = Counter(draft.pinpoint for draft in drafts)
    return any(count > 1 for count in counted.values())


def _runs(roots: Sequence[Draft]) -> list[_Run]:
    """Part the paragraphs where the count starts again."""
    runs: list[_Run] = []
    seen: set[Segment] = set()
    for draft in roots:
        segment = draft.pinpoint.segments[-1]
        if not runs or (segment in seen and segment.value in ("1", "a", "i", "A")):
            runs.append(_Run([], ()))
            seen = set()
        run = runs[-1]
        run.drafts.append(draft)
        seen.add(segment)
        if len(run.drafts) == 1:
            run.section = draft.section
    return runs


def _move(roots: Sequence[Draft], old: Pinpoint, new: Pinpoint) -> None:
    for draft in roots:
        tail = draft.pinpoint.segments[len(old.segments) :]
        _place(draft, Pinpoint((*new.segments, *tail)))


def _place(draft: Draft, pinpoint: Pinpoint) -> None:
    draft.pinpoint = pinpoint
    for child in draft.children:
        _place(child, pinpoint / child.pinpoint.segments[-1])


def _last_resort(drafts: Sequence[Draft]) -> None:
    """A number that is printed twice: the second is in a part of its own."""
    seen: set[Pinpoint] = set()
    for draft in drafts:
        count = 1
        while draft.pinpoint in seen:
            count += 1
            *above, last = draft.pinpoint.segments
            if above and above[-1].name == "part":
                above.pop()
            _place(draft, Pinpoint((*above, Segment("part", str(count)), last)))
        seen.add(draft.pinpoint)
