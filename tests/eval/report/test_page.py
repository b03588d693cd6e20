from __future__ import annotations

from eval.report.page import compared, differences, page
from eval.report.table import run_table
from eval.run import Run
from tests.eval.outcomes import outcome

P6, P7 = "X-1/2, para. 6", "X-1/2, para. 7"


def _run() -> Run:
    hostile = outcome((P6,), (P7,), ranked=(P7,), id="<script>alert(1)</script>")
    good = [outcome((P6,), (P6,), ranked=(P6,)), outcome((), kind="unanswerable"), hostile]
    poor = [outcome((P6,)), outcome((), (P6,), kind="unanswerable"), hostile]
    return Run("small", "2026-01-01T00:00:00+00:00", {"full": tuple(good), "naive": tuple(poor)})


def test_the_page_is_self_contained_and_escapes():
    html = page(_run())
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html.count("<svg") == 3
    assert 'src="http' not in html
    assert "naive: 3 of 3" in html
    assert "full: 1 of 3" in html


def test_the_table_shows_dashes_where_nothing_bears():
    run = Run("none", "2026-01-01T00:00:00+00:00", {"full": (outcome(()),)})
    columns = run_table(run).columns
    measures = list(columns[0].cells)
    assert "recall@5" not in measures
    assert "refusal_recall" in measures


def test_many_systems_are_compared_with_the_first():
    assert compared(["a", "b", "c"]) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert compared(list("abcde")) == [("a", other) for other in "bcde"]


def test_latencies_differ_by_their_mean_in_one_row():
    rows = {row.measure: row for row in differences(_run(), "full", _run(), "naive")}
    assert "mean_ms" in rows
    assert not {"p50_ms", "p95_ms"} & rows.keys()
