"""The models, by the settings; their libraries are imported only when one is loaded."""

from __future__ import annotations

from ingest.errors import SettingsInvalid
from ingest.models.adapted import CROSS, QUERY
from ingest.models.base import CrossEncoder, Embedder, LateInteraction
from ingest.models.carriers import BGE_SMALL, COLBERT, MARCO, MINILM, checked, find
from ingest.settings import Settings

__all__ = [
    "CrossEncoder",
    "Embedder",
    "LateInteraction",
    "embedder_identity",
    "fitting",
    "load_cross_encoder",
    "load_embedder",
    "load_late_interaction",
]

#: Setting of the carried int8 embedder.
_BGE = "bge-small"
#: Settings of all-MiniLM-L6-v2, with adapted questions and without.
_MINILM = ("default", "plain")


def fitting(settings: Settings, *, decisions: bool) -> Settings:
    """Settings with the models as they are carried, where a library holds no decisions.

    What adapts the default models was learnt from questions about decisions, and costs where
    only other texts are asked about (``eval.bench obliqa``).
    """
    if decisions:
        return settings
    plain = {
        name: "plain" for name in ("embedder", "reranker") if getattr(settings, name) == "default"
    }
    return settings.model_copy(update=plain)


def load_embedder(settings: Settings) -> Embedder:
    """The embedder: ``default``, ``plain``, ``bge-small``, or a model by its name or folder.

    The default one and the plain one give passages the same vectors; of the default one, what
    encodes questions is adapted to those about decisions.

    Raises:
        ModelMissing: The weights are not on this machine.
        ModelAltered: The carried weights are not the known ones.
    """
    from ingest.models.dense import LlamaIndexEmbedder, OnnxEmbedder

    if settings.embedder == _BGE:
        return OnnxEmbedder(BGE_SMALL, settings.threads)
    name, identity = settings.embedder, ""
    adaptation = QUERY if name == "default" else None
    if name in _MINILM:
        name, identity = MINILM.hub, embedder_identity(settings)
        if find(MINILM) is not None:
            name = str(checked(MINILM).parent)
    return LlamaIndexEmbedder(
        name, identity, settings.threads, offline=settings.offline, adaptation=adaptation
    )


def embedder_identity(settings: Settings) -> str:
    """What the embedder's vectors are remembered under, without loading it."""
    if settings.embedder == _BGE:
        return f"{BGE_SMALL.name}@{BGE_SMALL.sha256[:16]}"
    if settings.embedder in _MINILM:
        return f"{MINILM.name}@{MINILM.sha256[:16]}"
    from ingest.models.dense import identity_of

    return identity_of(settings.embedder)


def load_cross_encoder(settings: Settings) -> CrossEncoder | None:
    """The reranker: ``default``, ``plain``, or a sentence-transformers name or folder.

    None for ``none``. The default one is adapted to decisions, the plain one is as it is carried.

    Raises:
        ModelMissing: The weights are not on this machine.
        ModelAltered: The carried weights are not the known ones.
    """
    from ingest.models.cross import OnnxCrossEncoder, SentenceTransformersCrossEncoder

    name = settings.reranker
    if name == "none":
        return None
    adaptation = CROSS if name == "default" else None
    if name in ("default", "plain"):
        if find(MARCO) is not None:
            return OnnxCrossEncoder(MARCO, settings.threads, adaptation)
        name = MARCO.hub
    return SentenceTransformersCrossEncoder(
        name, settings.threads, offline=settings.offline, adaptation=adaptation
    )


def load_late_interaction(settings: Settings) -> LateInteraction | None:
    """The late-interaction model: ``default``; None for ``none`` and where it is not installed.

    Raises:
        ModelAltered: The carried weights are not the known ones.
        SettingsInvalid: Another name.
    """
    from ingest.models.late import OnnxLateInteraction

    if settings.late_interaction not in ("default", "none"):
        raise SettingsInvalid(
            f"late interaction {settings.late_interaction!r} is not known", "use default or none"
        )
    if settings.late_interaction == "none" or find(COLBERT) is None:
        return None
    return OnnxLateInteraction(COLBERT, settings.threads)
