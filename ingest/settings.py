"""Everything that can be set, from ``DECISIONS_…`` variables or ``decisions.toml``.

Unknown keys of the file are refused, so that a misspelt setting is never silently ignored.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ingest.errors import SettingsInvalid

#: The file that is read from the working directory, where there is one.
SETTINGS_FILE = "decisions.toml"


class Settings(BaseSettings):
    """The settings; each can be given as ``DECISIONS_<NAME>``.

    Attributes:
        index: Folder of the library and the indexes.
        catalogue: TOML list of the documents that decisions refer to.
        embedder: ``default``, ``plain`` (its questions not adapted to decisions), ``bge-small``
            or any sentence-transformers model name or folder.
        reranker: ``default``, ``plain`` (not adapted to decisions), ``none`` or any
            sentence-transformers cross-encoder.
        late_interaction: ``default`` or ``none``.
        threads: Threads that models use; 0 for as many as there are cores.
        offline: Never ask a model hub; a name that is not on this machine is then an error.
        chroma_url: Address of a Chroma server; empty for the embedded one.
        chroma_token, chroma_tenant, chroma_database: How to log on there.
        max_file_mb: Larger files are refused.
        max_read_seconds: A file that takes longer to read is given up.
        max_read_memory_mb: Memory that reading one file may take.
        readers: Processes that read files; 0 for as many as there are cores.
        fetch_patterns: Address pattern by body, with ``{symbol}``, ``{slug}``, ``{language}``.
        glossary: TOML files with further terms and abbreviations.
    """

    model_config = SettingsConfigDict(
        env_prefix="DECISIONS_", toml_file=SETTINGS_FILE, extra="forbid", frozen=True
    )

    index: Path = Path(".decisions")
    catalogue: Path = Path("corpus/catalogue.toml")
    embedder: str = "default"
    reranker: str = "default"
    late_interaction: str = "default"
    threads: int = Field(default=0, ge=0)
    offline: bool = True
    chroma_url: str = ""
    chroma_token: SecretStr = SecretStr("")
    chroma_tenant: str = "default_tenant"
    chroma_database: str = "default_database"
    max_file_mb: int = Field(default=64, gt=0)
    max_read_seconds: float = Field(default=120.0, gt=0)
    max_read_memory_mb: int = Field(default=1500, gt=0)
    readers: int = Field(default=0, ge=0)
    fetch_patterns: dict[str, str] = {}
    glossary: tuple[Path, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(index: Path | None = None) -> Settings:
    """Read the settings; ``index`` overrides the folder.

    Raises:
        SettingsInvalid: A key is unknown or a value cannot be used.
    """
    try:
        return Settings() if index is None else Settings(index=index)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsInvalid(
            f"setting {name!r}: {first['msg']}",
            f"correct it in {SETTINGS_FILE} or DECISIONS_{name.upper()}",
        ) from None
    except ValueError as error:  # broken TOML
        raise SettingsInvalid(f"{SETTINGS_FILE} is not TOML ({error})", "correct it") from None
