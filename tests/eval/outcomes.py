"""Outcomes made by hand for the tests of measures."""

from __future__ import annotations

from eval.outcome import Cited, Outcome, Said
from eval.suite import Question


def outcome(
    gold: tuple[str, ...] = (),
    cited: tuple[str, ...] = (),
    ranked: tuple[str, ...] = (),
    any: bool = False,
    quote: str = "Requests",
    text: str = "Requests the Secretariat",
    must: tuple[str, ...] = (),
    milliseconds: float = 1.0,
    error: str = "",
    kind: str = "fact",
    id: str = "q",
    said: tuple[Said, ...] = (),
) -> Outcome:
    question = Question(id=id, kind=kind, question="?", gold=gold, any=any, must=must)
    return Outcome(
        question=question,
        ranked=ranked,
        cited=tuple(Cited(label, text, quote) for label in cited),
        status="answered" if cited else "not_found",
        milliseconds=milliseconds,
        error=error,
        statements=said,
    )
