"""The Chroma client: embedded in a folder, or a server; telemetry off, failures explained."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from ingest.errors import IndexDamaged, ServerUnavailable, SettingsInvalid
from ingest.settings import Settings

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_T = TypeVar("_T")

#: Tries of one request to a server, the pauses between them growing.
_TRIES = 3

#: Seconds within which a server must be reached, and within which it must answer.
_CONNECT_SECONDS, _SECONDS = 5.0, 60.0


def embedded(folder: Path) -> ClientAPI:
    """A client on a folder of its own."""
    chromadb, settings = _library()
    return chromadb.PersistentClient(str(folder), settings=settings)


def remote(settings: Settings) -> ClientAPI:
    """A client of the server in the settings.

    Raises:
        ServerUnavailable: It does not answer.
        SettingsInvalid: The address is none.
    """
    chromadb, options = _library()
    address = urlsplit(settings.chroma_url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise SettingsInvalid(
            f"DECISIONS_CHROMA_URL {settings.chroma_url!r} is no address",
            "write it as https://host:port",
        )
    token = settings.chroma_token.get_secret_value()
    if token:
        options.chroma_client_auth_provider = "chromadb.auth.token_authn.TokenAuthClientProvider"
        options.chroma_client_auth_credentials = token
    answered(settings.chroma_url, lambda: _alive(settings))
    client: ClientAPI = answered(
        settings.chroma_url,
        lambda: chromadb.HttpClient(
            host=address.hostname,
            port=address.port or (443 if address.scheme == "https" else 8000),
            ssl=address.scheme == "https",
            settings=options,
            tenant=settings.chroma_tenant,
            database=settings.chroma_database,
        ),
    )
    for session in _sessions(client):
        session.timeout = httpx.Timeout(_SECONDS, connect=_CONNECT_SECONDS)
    return client


def _alive(settings: Settings) -> None:
    """Ask for a sign of life, and whether tenant and database are there.

    The client's own first requests would wait for ever, and leave a connection open where
    they are refused.
    """
    token = settings.chroma_token.get_secret_value()
    database = f"tenants/{settings.chroma_tenant}/databases/{settings.chroma_database}"
    with httpx.Client(
        base_url=f"{settings.chroma_url.rstrip('/')}/api/v2/",
        headers={"Authorization": f"Bearer {token}"} if token else {},
        timeout=_CONNECT_SECONDS,
    ) as client:
        for path in ("heartbeat", database):
            client.get(path).raise_for_status()


def close(client: ClientAPI) -> None:
    """Close a client and, of a server's, the connections that it would leave open."""
    sessions = _sessions(client)
    client.close()
    for session in sessions:
        session.close()


def _sessions(client: ClientAPI) -> list[httpx.Client]:
    """The connections of a server's client: chromadb has no public way to them."""
    owners = (client, getattr(client, "_admin_client", None))
    found = (getattr(getattr(owner, "_server", None), "_session", None) for owner in owners)
    return [session for session in found if session is not None]


def answered(server: str, request: Callable[[], _T]) -> _T:
    """What a request gives; tried again where the connection failed.

    Args:
        server: Its address; empty for the embedded client, which is not tried again.
        request: To be made; it must do no harm if made twice.

    Raises:
        ServerUnavailable: The server does not answer, or not with what was asked for.
        IndexDamaged: The embedded client failed.
    """
    tries = Retrying(
        retry=retry_if_exception(_passing),
        stop=stop_after_attempt(_TRIES if server else 1),
        wait=wait_exponential(multiplier=0.2, max=2),
        reraise=True,
    )
    with _explained(server):
        return tries(request)


def _passing(error: BaseException) -> bool:
    """Whether a failure may pass: the connection's, not the request's."""
    return isinstance(error, (httpx.TransportError, ConnectionError)) or "could not connect" in (
        str(error).lower()
    )


@contextlib.contextmanager
def _explained(server: str) -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of the store's compiled part is no Exception
        said = (str(error).strip().splitlines() or [type(error).__name__])[0][:160]
        if server:
            raise ServerUnavailable(
                f"the Chroma server at {server} failed ({said})",
                "start it, or check DECISIONS_CHROMA_URL, its token, tenant and database",
            ) from error
        raise IndexDamaged(
            f"the vector store failed ({said})", "run decisions ingest --rebuild"
        ) from error


def _library() -> tuple[Any, Any]:
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    return chromadb, ChromaSettings(anonymized_telemetry=False)
