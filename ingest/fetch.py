"""Download documents that are missing, politely, into the corpus folder.

The address comes from the catalogue, or from the pattern that the settings give for the
document's body. What cannot be had is said with where to look and where to put the file.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from ingest.catalogue import Catalogue, canonical_name
from ingest.codes import parse_code
from ingest.errors import FetchFailed, SettingsInvalid

#: Content types of what can be read, with the ending that such a file gets.
TYPES = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
#: How files of these endings begin; a server that calls its error page a PDF is found out.
_BEGINNINGS = {".pdf": b"%PDF", ".docx": b"PK"}
_ENDINGS = tuple(dict.fromkeys(TYPES.values()))
_MAX_REDIRECTS = 5
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a server is treated; seconds.

    Attributes:
        attempts: How often a download is tried in all.
        first_wait: Before the second attempt; each further wait is twice as long.
        longest_wait: No wait is longer, whatever the server asks for.
        timeout: For a connection, and between two pieces of an answer.
        longest: For one whole download.
    """

    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0
    timeout: float = 30.0
    longest: float = 600.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document that is now in the folder.

    Attributes:
        symbol: Its canonical name.
        path: Where it lies.
        new: False where it lay there already and nothing was downloaded.
        size: In bytes.
    """

    symbol: str
    path: Path
    new: bool
    size: int


class _TryAgain(Exception):
    """A failure that may pass; ``after`` is how many seconds the server asks to wait."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


def fetch(
    symbol: str,
    catalogue: Catalogue,
    folder: Path,
    patterns: Mapping[str, str],
    *,
    max_mb: int = 64,
    language: str = "en",
    politeness: Politeness = Politeness(),
) -> Fetched:
    """Download one document into ``folder``; nothing is done where it lies there already.

    Args:
        symbol: Any name of the document.
        catalogue: Where its address may be.
        folder: Where the file goes; made where it is missing.
        patterns: Address by body (the beginning of the symbol, or a body's or convention's
            name), with ``{symbol}``, ``{slug}`` and ``{language}``.
        max_mb: Larger files are not kept.
        language: For ``{language}``.
        politeness: Retries and waits.

    Raises:
        FetchFailed: It could not be had; says what to download by hand, and where to put it.
    """
    name = canonical_name(symbol)
    entry = catalogue.find(name)
    names = entry.symbols if entry else (name,)
    for alias in names:
        for path in _lying(folder, alias):
            return Fetched(name, path, False, path.stat().st_size)
    remedy = _by_hand(name, entry.page if entry else "", folder / f"{slug(names[0])}.pdf")
    address = (
        entry.address if entry and entry.address else _from_patterns(names, patterns, language)
    )
    if not re.match(r"https?://", address):
        raise FetchFailed(f"no address is known for {name}", remedy)
    try:
        path, size = _download(
            address,
            folder,
            slug(names[0]),
            limit=max_mb * 1024 * 1024,
            checksum=entry.sha256 if entry else "",
            politeness=politeness,
        )
    except (httpx.HTTPError, httpx.InvalidURL, _TryAgain, _Refused, OSError) as error:
        raise FetchFailed(
            f"{name} could not be downloaded from {address} ({error})", remedy
        ) from None
    return Fetched(name, path, True, size)


def slug(symbol: str) -> str:
    """A symbol as a file's name: ``UNEP-CHW.14-INF-36``."""
    return re.sub(r"[^\w.]+", "-", symbol).strip("-.")


class _Refused(Exception):
    """An answer that will not do, however often one asks."""


def _lying(folder: Path, symbol: str) -> Iterator[Path]:
    for ending in _ENDINGS:
        path = folder / f"{slug(symbol)}{ending}"
        if path.is_file():
            yield path


def _by_hand(symbol: str, page: str, path: Path) -> str:
    where = (
        f"look at {page}" if page else f"look for {symbol} on the site of the body that issued it"
    )
    return f"{where}, save it as {path} and ingest that file"


def _from_patterns(names: tuple[str, ...], patterns: Mapping[str, str], language: str) -> str:
    """The address by the longest key that a name of the document begins with, or its body."""
    for name in names:
        code = parse_code(name)
        bodies = {code.convention, code.body, code.meeting} if code else set()
        keys = [key for key in patterns if name.upper().startswith(key.upper()) or key in bodies]
        for key in sorted(keys, key=len, reverse=True):
            try:
                return patterns[key].format(
                    symbol=quote(name), slug=quote(slug(name)), language=quote(language)
                )
            except (KeyError, IndexError, ValueError):
                raise SettingsInvalid(
                    f"the address pattern {patterns[key]!r} cannot be filled in",
                    "use only {symbol}, {slug} and {language}",
                ) from None
    return ""


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a download goes and what it must be."""

    folder: Path
    stem: str
    limit: int
    checksum: str
    longest: float


def _download(
    address: str,
    folder: Path,
    stem: str,
    *,
    limit: int,
    checksum: str,
    politeness: Politeness,
) -> tuple[Path, int]:
    retrying = Retrying(
        retry=retry_if_exception_type((_TryAgain, httpx.TransportError)),
        stop=stop_after_attempt(politeness.attempts),
        wait=lambda state: _wait(state, politeness),
        sleep=time.sleep,
        reraise=True,
    )
    with httpx.Client(
        follow_redirects=True,
        max_redirects=_MAX_REDIRECTS,
        timeout=politeness.timeout,
        headers={"User-Agent": "decision-assistant"},
    ) as client:
        target = _Target(folder, stem, limit, checksum, politeness.longest)
        return retrying(_once, client, address, target)


def _wait(state: RetryCallState, politeness: Politeness) -> float:
    """Twice as long each time, or as long as the server asks, within the longest wait."""
    wait = politeness.first_wait * 2.0 ** (state.attempt_number - 1)
    failure = state.outcome.exception() if state.outcome else None
    if isinstance(failure, _TryAgain) and failure.after is not None:
        wait = max(wait, failure.after)
    return min(wait, politeness.longest_wait)


def _once(client: httpx.Client, address: str, target: _Target) -> tuple[Path, int]:
    with client.stream("GET", address) as answer:
        if answer.status_code == 429 or answer.status_code >= 500:
            raise _TryAgain(f"the server answers {answer.status_code}", _asked(answer))
        if answer.status_code != 200:
            raise _Refused(f"the server answers {answer.status_code}")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in TYPES:
            raise _Refused(f"it is {kind or 'of no stated type'}, not a document")
        length = answer.headers.get("content-length", "")
        if length.isdigit() and int(length) > target.limit:
            raise _Refused(f"it is larger than {target.limit // 1024 // 1024} MB")
        target.folder.mkdir(parents=True, exist_ok=True)
        return _keep(answer, target, TYPES[kind])


def _keep(answer: httpx.Response, target: _Target, ending: str) -> tuple[Path, int]:
    """Write aside, check, then move into place: a broken download leaves nothing."""
    path = target.folder / f"{target.stem}{ending}"
    handle, name = tempfile.mkstemp(dir=target.folder, prefix=".fetch-")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            size = _receive(answer, file, target)
        with aside.open("rb") as file:
            beginning = file.read(8)
        if not beginning.startswith(_BEGINNINGS.get(ending, b"")):
            raise _Refused(f"it is said to be {ending[1:].upper()}, and is not")
        aside.chmod(0o644)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return path, size


def _receive(answer: httpx.Response, file: BinaryIO, target: _Target) -> int:
    digest, size, began = hashlib.sha256(), 0, time.monotonic()
    for chunk in answer.iter_bytes(_CHUNK):
        size += len(chunk)
        if size > target.limit:
            raise _Refused(f"it is larger than {target.limit // 1024 // 1024} MB")
        if time.monotonic() - began > target.longest:
            raise _Refused(f"it takes longer than {target.longest:g} s")
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    os.fsync(file.fileno())
    if size == 0:
        raise _TryAgain("the answer is empty")
    if target.checksum and digest.hexdigest() != target.checksum:
        raise _Refused("its checksum is not the one in the catalogue")
    return size


def _asked(answer: httpx.Response) -> float | None:
    """Seconds that ``Retry-After`` asks for, given in seconds or as a date."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
