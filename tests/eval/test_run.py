from __future__ import annotations

import pytest

from eval.cache import OutcomeCache
from eval.gate import parse_floors, shortfalls
from eval.history import History
from eval.outcome import Cited, Outcome, Said
from eval.run import run_suite
from eval.suite import Question, Suite
from eval.systems.base import timed
from ingest.errors import ServerUnavailable, SuiteInvalid

P = "X-1/2, para. 6"
SUITE = Suite("small", tuple(Question(f"q{n}", "fact", f"Who {n}?", (P,)) for n in range(3)))


class Parrot:
    """A system that always cites the same paragraph and counts how often it is asked."""

    name = "parrot"

    def __init__(self, fails: bool = False) -> None:
        self.asked = 0
        self.fails = fails

    def answer(self, question: Question) -> Outcome:
        def now() -> Outcome:
            self.asked += 1
            if self.fails:
                raise ServerUnavailable("the server is down", "start it")
            cited = (Cited(P, "Requests him", "Requests"),)
            said = (Said("Requests him", (P,)),)
            return Outcome(question, (P,), cited, "answered", 2.0, said)

        return timed(question, now)


def test_a_repeat_asks_nothing_again(tmp_path):
    first, second = Parrot(), Parrot()
    for system in (first, second):
        run = run_suite(SUITE, [system], lambda _: OutcomeCache(tmp_path, "key"))
    assert first.asked == 4  # one to warm up
    assert second.asked == 0
    assert run.figures("parrot")["pinpoint_recall"] == 1.0


def test_a_run_that_was_broken_off_goes_on(tmp_path):
    run_suite(SUITE, [Parrot()], lambda _: OutcomeCache(tmp_path, "key"))
    path = tmp_path / "key.jsonl"
    lines = path.read_text().splitlines()
    path.write_text(lines[0] + "\n" + lines[1][:20])
    again = Parrot()
    run_suite(SUITE, [again], lambda _: OutcomeCache(tmp_path, "key"))
    assert again.asked == 3  # warm-up, and the two that were lost


def test_failures_are_scored_and_tried_again(tmp_path):
    for _ in range(2):
        system = Parrot(fails=True)
        run = run_suite(SUITE, [system], lambda _: OutcomeCache(tmp_path, "key"))
        assert system.asked == 4
    figures = run.figures("parrot")
    assert figures["pinpoint_recall"] == 0.0
    assert figures["recall@5"] == 0.0
    assert figures["refusal_precision"] is None  # it did not refuse, it failed


def test_history_keeps_runs_whole(tmp_path):
    history = History(tmp_path)
    run = run_suite(SUITE, [Parrot()], lambda _: OutcomeCache(tmp_path / "c", "key"))
    history.save(run)
    loaded, system = history.find("parrot")
    assert loaded == run
    assert system == "parrot"
    assert history.find("last:parrot")[0] == run
    with pytest.raises(SuiteInvalid, match="no system 'owl'"):
        history.find("last:owl")
    with pytest.raises(SuiteInvalid, match="no run"):
        history.find("yesterday")


def test_floors():
    floors = parse_floors(["pinpoint_recall=0.9", "p50_ms=500"])
    assert shortfalls({"pinpoint_recall": 0.95, "p50_ms": 400.0}, floors) == []
    assert len(shortfalls({"pinpoint_recall": 0.8, "p50_ms": None}, floors)) == 2
    with pytest.raises(SuiteInvalid, match="no measure"):
        parse_floors(["beauty=1"])
    with pytest.raises(SuiteInvalid, match="no number"):
        parse_floors(["mrr=high"])
