from __future__ import annotations

from math import log2

import pytest

from eval.measures.all import BY_NAME
from eval.measures.ingest_rate import ingest_rate
from eval.outcome import Said
from tests.eval.outcomes import outcome

P6, P6B, P6C, P7 = (f"X-1/2, para. {n}" for n in ("6", "6 (b)", "6 (c)", "7"))

SAYS = Said("Requests the Secretariat", (P6,))
OTHERS = Said("Decides nothing", (P6,))
INVITES = Said("Invites Parties", (P6,))
TEN = tuple(f"X-1/2, para. {n}" for n in range(10, 20))


@pytest.mark.parametrize(
    ("measure", "given", "value"),
    [
        ("recall@1", outcome((P6, P7), ranked=(P7, P6)), 0.5),
        ("recall@5", outcome((P6, P7), ranked=(P7, P6)), 1.0),
        ("recall@5", outcome((P6, P7), ranked=(P7,), any=True), 1.0),
        ("recall@5", outcome((P6,)), 0.0),
        ("recall@5", outcome(()), None),
        ("mrr", outcome((P6,), ranked=(P7, P6)), 0.5),
        ("ndcg@10", outcome((P6,), ranked=(P6,)), 1.0),
        ("map@10", outcome((P6, P7), ranked=(P6, P6B, P7)), (1 + 2 / 3) / 2),
        ("pinpoint_precision", outcome((P6B,), (P6B, P7)), 0.5),
        ("pinpoint_precision", outcome((P6B,), (P6,)), 0.5),
        ("pinpoint_precision", outcome((P6B,), (P6C,)), 0.0),
        ("pinpoint_precision", outcome((P6B,)), None),
        ("pinpoint_precision_exact", outcome((P6B,), (P6,)), 0.0),
        ("pinpoint_recall", outcome((P6B, P7), (P6B,)), 0.5),
        ("pinpoint_recall", outcome((P6B, P7), (P6B,), any=True), 1.0),
        ("pinpoint_recall", outcome((P6B,)), 0.0),
        ("pinpoint_recall", outcome((), (P6B,)), None),
        ("refusal_precision", outcome((P6,)), 0.0),
        ("refusal_precision", outcome(()), 1.0),
        ("refusal_precision", outcome((), (P6,)), None),
        ("refusal_recall", outcome((), (P6,)), 0.0),
        ("refusal_recall", outcome(()), 1.0),
        ("refusal_recall", outcome((), error="no server"), 0.0),
        ("verbatim", outcome((P6,), (P6,), quote="Invites"), 0.0),
        ("verbatim", outcome((P6,), (P6,), quote=""), 0.0),
        ("verbatim", outcome((P6,), (P6,)), 1.0),
        ("citation_recall", outcome((P6,), (P6,), said=(Said("Requests", (P6,)),)), 1.0),
        ("citation_recall", outcome((P6,), (P6,), said=(SAYS, OTHERS)), 0.5),
        ("citation_recall", outcome((P6,), (P6,), said=(Said("Requests", ()),)), 0.0),
        ("citation_recall", outcome((P6,), (P6,), quote="Invites", said=(INVITES,)), 0.0),
        ("citation_recall", outcome((P6,)), None),
        ("citation_precision", outcome((P6,), (P6, P7), said=(SAYS,)), 0.5),
        ("citation_precision", outcome((P6,), (P6,), said=(OTHERS,)), 0.0),
        ("citation_precision", outcome((P6,)), None),
        ("ndcg@10", outcome((P6,), ranked=(P7, P6)), 1 / log2(3)),
        ("ndcg@10", outcome((P6, P7), ranked=(P6, P6B, P7)), (1 + 0.5) / (1 + 1 / log2(3))),
        ("recall@10", outcome((P6,), ranked=(P7,) * 12 + (P6,)), 1.0),  # repeats count once
        ("mrr", outcome((P6, P7), ranked=(P6B, P6C, P7, P6)), 1 / 3),
        ("map@10", outcome((P6,), ranked=(*TEN, P6)), 0.0),
        ("recall@10", outcome((P6,), ranked=(*TEN, P6)), 0.0),
        ("pinpoint_recall_exact", outcome((P6B, P7), (P6, P7)), 0.5),
        ("must", outcome((P6,), (P6,), must=("Secretariat", "Parties")), 0.5),
        ("p50_ms", outcome((P6,), milliseconds=7.0), 7.0),
    ],
)
def test_one_outcome(measure, given, value):
    assert BY_NAME[measure].of(given) == pytest.approx(value)


def test_a_footnote_is_not_half_its_document():
    given = outcome(("X-1/2, footnote 3",), ("X-1/2, footnote 4",))
    assert BY_NAME["pinpoint_precision"].of(given) == 0.0


def test_a_system_is_the_mean_over_the_questions_that_bear_on_it():
    rows = [outcome((P6,), (P6,)), outcome((P6,), (P7,)), outcome(()), outcome((P6,))]
    assert BY_NAME["pinpoint_precision"].figure(rows) == 0.5
    assert BY_NAME["pinpoint_recall"].figure(rows) == pytest.approx(1 / 3)
    assert BY_NAME["refusal_precision"].figure(rows) == 0.5
    assert BY_NAME["must"].figure(rows) is None


def test_latency_is_median_and_tail():
    rows = [outcome((P6,), milliseconds=float(n)) for n in range(1, 101)]
    assert BY_NAME["p50_ms"].figure(rows) == 50.5
    assert BY_NAME["p95_ms"].figure(rows) == pytest.approx(95.05)


def test_the_ingest_rate_is_paragraphs_a_second():
    assert ingest_rate(1200, 60.0) == 20.0
    assert ingest_rate(0, 60.0) is None
    assert ingest_rate(1200, 0.0) is None


def test_credit_halves_with_each_step_on_one_branch():
    deep = "X-1/2, para. 6 (b) (ii)"
    assert BY_NAME["pinpoint_precision"].of(outcome((P6,), (deep,))) == pytest.approx(1 / 3)
    assert BY_NAME["pinpoint_precision"].of(outcome((P6B,), (deep,))) == 0.5
    assert BY_NAME["pinpoint_precision"].of(outcome(("X-1/3, para. 6",), (P6,))) == 0.0
