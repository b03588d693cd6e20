from __future__ import annotations

from eval.bootstrap import difference
from eval.measures.all import BY_NAME
from tests.eval.outcomes import outcome

P = "X-1/2, para. 6"
RIGHT, WRONG, REFUSED = outcome((P,), (P,)), outcome((P,), ("X-1/2, para. 7",)), outcome((P,))
RECALL = BY_NAME["pinpoint_recall"]


def test_a_clear_gain_is_significant():
    found = difference(RECALL, [WRONG] * 40 + [RIGHT] * 10, [RIGHT] * 50)
    assert found is not None
    assert found.significant
    assert found.b - found.a == 0.8
    assert found.low < 0.8 < found.high


def test_noise_is_not():
    a = [RIGHT, WRONG] * 20
    b = [WRONG, RIGHT] * 20
    found = difference(RECALL, a, b)
    assert found is not None
    assert not found.significant
    assert found.p > 0.5


def test_no_difference_at_all():
    found = difference(RECALL, [RIGHT] * 5, [RIGHT] * 5)
    assert found is not None
    assert (found.low, found.high, found.p) == (0.0, 0.0, 1.0)


def test_only_questions_that_bear_on_both_count():
    precision = BY_NAME["pinpoint_precision"]
    found = difference(precision, [RIGHT, REFUSED, RIGHT], [RIGHT, RIGHT, WRONG])
    assert found is not None
    assert found.questions == 2
    assert difference(precision, [REFUSED], [RIGHT]) is None
