"""Where a decision begins: a line that is its code, alone or with its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.codes import parse_code
from ingest.structure.block import Block
from ingest.structure.rich import Rich

_WORD = (
    r"(?:decisions?|resolutions?|recommendations?|res\.|d[ée]cision|r[ée]solution"
    r"|decisi[oó]n|resoluci[oó]n|recommandation|recomendaci[oó]n)"
)
_PREFIXED = r"[A-Z]{2,6}(?:[.-]?\s?Ex)?\s?[-‐‑–—−]?\s?(?:\d{1,2}|[IVXL]{1,7})\s?/\s?\d{1,3}"
_CODE = (
    rf"(?:{_PREFIXED}"
    r"|\d{1,3}\s?/\s?[A-Z]{2,4}\s?\.\s?\d{1,2}"
    r"|(?:\d{1,2}|[IVXL]{1,7})\s?/\s?\d{1,3}"
    r"|(?:UNEP/EA|A/RES|UNEP/CBD|CBD)[A-Za-z0-9./]*\d"
    r"|[IVXL]{1,7}\.\d{1,3}|(?:Conf\.\s?)\d{1,2}\.\d{1,3}|\d{1,2}\.\d{1,3})"
)
_HEAD = re.compile(
    rf"(?P<word>{_WORD}\s+)?(?P<code>{_CODE})(?P<others>(?:(?:\s?[,;–—]\s?|\s(?:and|et|y)\s)+"
    rf"{_PREFIXED})*)(?:\s*(?:\(Rev\.?[^)]{{0,20}}\)|Rev\.?[^)\s]*))?\s?\**"
    rf"(?P<sep>\s*[:.：–—-]\s*|\s+|$)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
#: A code with a body of its own in front; of which body, not every reader knows.
_OWN = re.compile(r"[A-Z]{2,6}-\d{1,2}/\d{1,3}")
_DOTTED = re.compile(r"(?:\d{1,2}|[IVXL]{1,7})\.\d{1,3}", re.IGNORECASE)
_LEADERS = re.compile(r"\.{3,}|…|\t\s*\d+\s*$")


_BARE = re.compile(
    rf"(?:{_WORD}\s+)?{_CODE}|(?:annex|appendix|attachment|anexo|annexe|ap[ée]ndice|appendice)"
    r"(?:\s+(?:[IVXLC]{1,6}|\d{1,2}|[A-Z]))?",
    re.IGNORECASE,
)


def is_bare_head(text: str) -> bool:
    """Whether a line is the code of a decision, or the name of an annex, and nothing else.

    ``decision BC-14/21.`` is the end of a sentence that the source has wrapped.
    """
    if len(text) >= 60 or text[:1].islower():
        return False
    return _BARE.fullmatch(text.strip(" .:")) is not None


class Head(NamedTuple):
    """The opening of a decision.

    Attributes:
        code: Canonical code.
        title: Offset in the block where its title begins; the block's length if there is none.
        others: Codes that the same decision has with other bodies.
    """

    code: str
    title: int
    others: tuple[str, ...] = ()


def code_headed(text: str) -> str | None:
    """The code of the decision that a line by itself would head, whatever its type; else None."""
    head = read_head(Block(Rich(text)), stands_out=True)
    return head.code if head else None


def read_head(block: Block, *, stands_out: bool) -> Head | None:
    """The head of a decision, or None: a mention in a sentence is none.

    Args:
        block: In question.
        stands_out: Whether its type or place sets it off from running text.
    """
    text = block.text
    if block.role == "table" or len(text) > 400 or _LEADERS.search(text):
        return None
    match = _HEAD.match(text)
    if match is None:
        return None
    title = match["title"]
    if title and not _separated(match["sep"], title, stands_out=stands_out):
        return None
    if title.endswith((";", ",")):
        return None
    if match["word"] is None and _DOTTED.fullmatch(match["code"]):
        return None  # ``30.1 Scope`` is a section
    code = _code(match["code"], match["word"] or "")
    others = (_code(other[0]) for other in re.finditer(_PREFIXED, match["others"]))
    known = tuple(other for other in others if other)
    return Head(code, match.start("title"), known) if code else None


def _code(text: str, word: str = "") -> str | None:
    """The canonical code; of a body that is not known, the code as it is printed."""
    # A printed code says itself whose it is.
    code = parse_code(word + text, text)
    if code is not None:
        return code.code
    plain = re.sub(r"\s", "", re.sub(r"[‐‑–—−]", "-", text))
    return plain if _OWN.fullmatch(plain) else None


def _separated(sep: str, title: str, *, stands_out: bool) -> bool:
    """Whether words behind a code are its title, not the rest of a sentence."""
    if sep.strip() in (":", ".", "：", "–", "—"):
        return True
    return stands_out and title[:1].isupper()
