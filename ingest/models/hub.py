"""Models by sentence-transformers name or folder, with clear errors and no network unasked."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.errors import ModelMissing
from ingest.models.carriers import INSTALL

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


def forbid_network() -> None:
    """Tell the hub's libraries, before they are imported, never to ask the network."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ[name] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    # Read once, at its import: where another library was first, it would ask for minutes.
    if hub := sys.modules.get("huggingface_hub.constants"):
        vars(hub)["HF_HUB_OFFLINE"] = True


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep progress bars and load reports of the libraries off the terminal."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    from transformers.utils import logging as chatter

    chatter.disable_progress_bar()  # type: ignore[no-untyped-call]
    logger = logging.getLogger("sentence_transformers")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def use_threads(threads: int) -> None:
    """Let torch use so many threads; 0 leaves its own choice."""
    if threads:
        import torch

        torch.set_num_threads(threads)


def short_numbers() -> contextlib.AbstractContextManager[None]:
    """Multiply matrices in bfloat16 on this thread, where the processor has instructions for it.

    Nearly twice as fast, and of the default embedder's vectors the cosine to those of single
    precision is .9999; without such instructions it would only be slower, so nothing changes.
    """
    import torch

    # Not in torch's public interface, which has no other way to ask.
    has_them = getattr(torch.cpu, "_is_avx512_bf16_supported", bool)()
    return torch.autocast("cpu", dtype=torch.bfloat16) if has_them else contextlib.nullcontext()


@contextlib.contextmanager
def missing_said(name: str, setting: str) -> Iterator[None]:
    """Turn whatever a library raises for absent weights into ModelMissing."""
    try:
        yield
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise ModelMissing(
            f"the model {name!r} is not on this machine ({_first_line(error)})",
            f"run {INSTALL} for the default one, give a folder in {setting}, "
            "or set DECISIONS_OFFLINE=false to download it",
        ) from error


def load_cross_encoder(name: str, threads: int, *, offline: bool) -> CrossEncoder:
    """A cross-encoder by name or folder: safetensors only, no code of the model's.

    Raises:
        ModelMissing: It is not on this machine, and may not or cannot be fetched.
    """
    if offline:
        forbid_network()
    with quiet(), missing_said(name, "DECISIONS_RERANKER"):
        from sentence_transformers import CrossEncoder

        use_threads(threads)
        return CrossEncoder(name, trust_remote_code=False, model_kwargs={"use_safetensors": True})


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:160]
