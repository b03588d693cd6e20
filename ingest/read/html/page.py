"""The bytes of a saved web page -> its tree and its language."""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from ingest.errors import UnreadableFile
from ingest.read.charset import decode
from ingest.read.detect import is_mhtml

_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])", re.IGNORECASE)


def load(path: Path) -> tuple[LexborNode, str | None]:
    """The ``html`` element of a page, and the language that it names (ISO 639-1).

    Scripts are not run, and nothing that the page refers to is fetched.

    Raises:
        UnreadableFile: The file holds no page.
        MemoryError: Its tree takes more memory than there is.
    """
    data = path.read_bytes()
    declared = None
    if is_mhtml(data):
        data, declared = _inner_page(data)
    meta = _CHARSET.search(data[:_HEAD])
    if meta:
        declared = meta[1].decode("ascii", "replace")
    text = decode(data, declared)
    try:
        root = LexborHTMLParser(text).root
    except SelectolaxError:
        # Any bytes make a tree; what fails is getting the memory for it.
        raise MemoryError from None
    if root is None:
        raise UnreadableFile("the web page holds no text")
    return root, _language(root)


def _language(root: LexborNode) -> str | None:
    """Word names it on the body."""
    for node in (root, root.css_first("body")):
        match = _LANGUAGE.match((node.attributes.get("lang") if node else None) or "")
        if match:
            return match[0].lower()
    return None


def _inner_page(data: bytes) -> tuple[bytes, str | None]:
    """The page in a file in which a browser saved it with its pictures (MHTML)."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload, part.get_content_charset()
    raise UnreadableFile("the saved web page holds no text", "save the page again")
