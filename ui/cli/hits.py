"""Search results as text for a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from assistant.model import SearchResult, Why
from ui.cli.answer import shorten
from ui.cli.output import clean


def hit_lines(result: SearchResult, explain: bool) -> RenderableType:
    """Numbered hits; with ``explain``, by what each was found and what each step took."""
    if not result.hits:
        return Text("Nothing found.")
    parts: list[RenderableType] = []
    for rank, hit in enumerate(result.hits, start=1):
        head = Text.assemble((f"{rank:>3}  ", "dim"), (clean(hit.label), "cyan"))
        parts += [head, Padding(Text(clean(shorten(hit.text))), (0, 0, 0, 5))]
        if explain:
            parts.append(Padding(Text(clean(_why(hit.why)), style="dim"), (0, 0, 0, 5)))
    if explain:
        steps = ", ".join(f"{step} {ms:.0f} ms" for step, ms in result.timings_ms.items())
        parts.append(Text(f"\n{steps}", style="dim"))
    return Group(*parts)


def _why(why: Why) -> str:
    reasons = []
    if why.dense_rank is not None:
        reasons.append(f"by meaning no. {why.dense_rank}")
    if why.lexical_rank is not None:
        terms = f" ({', '.join(why.matched_terms)})" if why.matched_terms else ""
        reasons.append(f"by words no. {why.lexical_rank}{terms}")
    if why.link:
        reasons.append(f"by link: {why.link}")
    if why.late_score is not None:
        reasons.append(f"late interaction {why.late_score:.2f}")
    if why.rerank_score is not None:
        reasons.append(f"cross-encoder {why.rerank_score:.2f}")
    return "; ".join(reasons) or "from structure"
