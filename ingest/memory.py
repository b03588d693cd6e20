"""Memory that is free goes back to the system, not only back to this process."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from functools import cache


def give_back(*, cycles: bool = False) -> None:
    """Return freed memory to the system, as far as it can be told to.

    The C library keeps what several threads have freed, each in an arena of its own: with
    tensors of ever other sizes a process would grow by hundreds of megabytes. Takes
    milliseconds; where there is no such call (other C libraries) nothing happens.

    Args:
        cycles: Free first what only refers to itself, such as a model that was let go. That
            takes a third of a second where large libraries are loaded.
    """
    if cycles:
        gc.collect()
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return None
    trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    found: Callable[[int], int] = trim
    return found
