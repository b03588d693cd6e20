"""The next result is made while this one is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def one_ahead(make: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """What ``make`` gives for each item, in order, made on another thread.

    One more is made while the consumer is busy with the last, never two: results may be large.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as other:
        coming = None
        for item in items:
            last, coming = coming, other.submit(make, item)
            if last is not None:
                yield last.result()
        if coming is not None:
            yield coming.result()
