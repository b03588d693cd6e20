"""``python -m eval.reader INDEX [OUT]``: adapt the cross-encoder to decisions."""

from __future__ import annotations

import sys
from pathlib import Path

from safetensors.numpy import save_file

from eval.reader.groups import groups_of, shipped_questions
from eval.reader.network import adaptation_of, network_of
from eval.reader.training import Plan, train
from ingest.library import Library
from ingest.models import load_embedder
from ingest.models.adapted import DECISIONS
from ingest.models.carriers import MARCO, checked
from ingest.settings import load_settings

#: Files of questions that stay out of the training: on them the answers are calibrated.
ASIDE = ("q03", "q11", "r05", "r13")


def main(arguments: list[str]) -> int:
    """Train on the shipped questions over an index, and write the adaptation."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write("usage: python -m eval.reader INDEX [OUT]\n")
        return 2
    settings = load_settings(Path(arguments[0]))
    with Library(settings.index) as library:
        asked = [one for one in shipped_questions() if one.id.partition("-")[0] not in ASIDE]
        groups = list(groups_of(asked, library.documents(), load_embedder(settings)))
    if not groups:
        sys.stderr.write("no decision of the questions is in the index: ingest the corpora\n")
        return 1
    sys.stdout.write(f"{len(groups)} of {len(asked)} questions\n")
    plan, weights = Plan(), checked(MARCO)
    network = network_of(weights, plan.rank)
    train(network, groups, weights.with_name("tokenizer.json"), plan, _say)
    out = Path(arguments[1]) if arguments[1:] else DECISIONS
    save_file(adaptation_of(network), out)
    sys.stdout.write(f"written to {out}\n")
    return 0


def _say(step: int, steps: int, loss: float) -> None:
    if step % 50 == 0 or step == steps:
        sys.stdout.write(f"step {step} of {steps}, loss {loss:.3f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
