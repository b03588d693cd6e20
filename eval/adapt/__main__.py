"""``python -m eval.adapt cross|query INDEX [OUT]``: adapt a model to decisions."""

from __future__ import annotations

import sys
from pathlib import Path

from safetensors.numpy import save_file
from torch import nn

from eval.adapt import cross, query
from eval.adapt.groups import Asked, Unit, apart, groups_of, shipped_questions, units_of
from eval.adapt.network import adaptation_of, embedder_of, network_of
from ingest.library import Library
from ingest.models import load_embedder
from ingest.models.adapted import CROSS, QUERY
from ingest.models.carriers import MARCO, MINILM, checked
from ingest.settings import Settings, load_settings

#: Files whose decisions stay out of the training: on questions over them answers are calibrated.
ASIDE = ("q03", "q11", "r05", "r13")


def main(arguments: list[str]) -> int:
    """Train on the shipped questions over an index, and write the adaptation."""
    if not 2 <= len(arguments) <= 3 or arguments[0] not in ("cross", "query"):
        sys.stderr.write("usage: python -m eval.adapt cross|query INDEX [OUT]\n")
        return 2
    settings = load_settings(Path(arguments[1])).model_copy(update={"embedder": "plain"})
    with Library(settings.index) as library:
        units = units_of(library.documents())
    documents = {unit.document for unit in units}
    asked = [one for one in apart(shipped_questions(), ASIDE)[0] if one.of in documents]
    if not asked:
        sys.stderr.write("no decision of the questions is in the index: ingest the corpora\n")
        return 1
    train, default = (_cross, CROSS) if arguments[0] == "cross" else (_query, QUERY)
    out = Path(arguments[2]) if arguments[2:] else default
    save_file(adaptation_of(train(asked, units, settings)), out)
    sys.stdout.write(f"written to {out}\n")
    return 0


def _cross(asked: list[Asked], units: tuple[Unit, ...], settings: Settings) -> nn.Module:
    embedder = load_embedder(settings)
    vectors = embedder.embed([unit.text for unit in units])
    queries = embedder.embed([one.question for one in asked])
    plan, weights = cross.Plan(), checked(MARCO)
    network = network_of(weights, plan.rank)
    groups = list(groups_of(asked, units, vectors, queries))
    cross.train(network, groups, weights.with_name("tokenizer.json"), plan, _say)
    return network


def _query(asked: list[Asked], units: tuple[Unit, ...], settings: Settings) -> nn.Module:
    vectors = load_embedder(settings).embed([unit.text for unit in units])
    plan, folder = query.Plan(), checked(MINILM).parent
    network, tokenizer = embedder_of(folder, plan.rank)
    query.train(network, tokenizer, asked, units, vectors, plan, _say)
    return network


def _say(step: int, steps: int, loss: float) -> None:
    if step % 20 == 0 or step == steps:
        sys.stdout.write(f"step {step} of {steps}, loss {loss:.3f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
