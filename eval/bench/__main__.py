"""``python -m eval.bench [NAME…]``: run the benchmarks, all unless some are named."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from eval.bench.machine import machine

_PARTS = {"killed", "grown", "processes", "obliqa_data", "obliqa_rankings"}
_NO_BENCHMARK = {"machine", "memory", "__main__", *_PARTS}


def names() -> list[str]:
    """The benchmarks there are."""
    found = iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in found if module.name not in _NO_BENCHMARK)


def main(asked: list[str]) -> int:
    """Run them one after the other; a benchmark without its data says so and is passed over."""
    unknown = [name for name in asked if name not in names()]
    if unknown:
        sys.stderr.write(f"no benchmark {unknown[0]!r}; one of: {', '.join(names())}\n")
        return 2
    sys.stdout.write(f"{machine()}\n")
    for name in asked or names():
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        import_module(f"eval.bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
