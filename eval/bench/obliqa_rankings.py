"""Rankings on disk, so that a repeated benchmark asks nothing again and a broken one goes on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Rankings:
    """What one system ranked, by question; a half-written last line is passed over.

    Attributes:
        found: Ids of paragraphs, best first, and the milliseconds that they took.
    """

    path: Path
    found: dict[str, tuple[list[str], float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.path.is_file():
            return
        for line in self.path.read_text("utf-8").splitlines():
            try:
                row = json.loads(line)
            except ValueError:
                continue
            self.found[row["question"]] = (row["ranked"], row["ms"])

    def put(self, question: str, ranked: list[str], ms: float) -> None:
        """Remember, at once."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"question": question, "ranked": ranked, "ms": ms}) + "\n")
        self.found[question] = (ranked, ms)
