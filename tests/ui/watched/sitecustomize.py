"""Read by every Python process that the watched one starts: readers of files are watched too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if log := os.environ.get("LOOPBACK_LOG"):
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from loopback import watch  # type: ignore[import-not-found,unused-ignore]

    sys.path.pop(0)
    watch(Path(log))
