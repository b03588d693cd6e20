"""One result ahead, never two."""

from __future__ import annotations

from threading import Event

import pytest

from ingest.ahead import one_ahead


def test_results_come_in_order_and_only_one_is_made_ahead() -> None:
    made: list[int] = []
    second = Event()

    def make(number: int) -> int:
        made.append(number)
        if number == 2:
            second.set()
        return number * number

    results = one_ahead(make, range(1, 6))
    assert next(results) == 1
    assert second.wait(10), "the next was not made meanwhile"
    assert made == [1, 2]
    assert list(results) == [4, 9, 16, 25]


def test_what_goes_wrong_is_raised_where_its_result_was_due() -> None:
    results = one_ahead(lambda number: 6 // number, [3, 0, 2])
    assert next(results) == 2
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_nothing_gives_nothing() -> None:
    assert list(one_ahead(str, [])) == []
