"""What is a heading, of what rank, and which headings begin a part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ingest.acts.verb import opening_verb
from ingest.structure.block import Block
from ingest.structure.labels import DECIMAL, read_label

_TERMINAL = re.compile(r"[.;:,!][”\"’)\]]*$|[;,]\s(?:and|or|y|o|et|ou)$")
_LABELLED = re.compile(
    r"(?i:(?:section|part|chapter|secci[oó]n|parte|cap[ií]tulo|partie|chapitre)\s+)?"
    r"(?P<label>[IVXL]{1,6}|[A-Z]|\d{1,2})(?P<dot>\.|\s*[–—-]\s|(?=\s*$))\s*"
)
_DECIMAL = re.compile(rf"(?P<label>{DECIMAL})\.?\s")
_ROMAN_ALONE = re.compile(r"[IVXL]{1,6}\.?")
_PART = re.compile(
    r"(?P<name>annex|appendix|attachment|enclosure|anexo|annexe|ap[ée]ndice|appendice"
    r"|приложение|добавление|附件|附录|(?:ال)?مرفق|(?:ال)?تذييل)"
    r"(?:[\s–-]+(?P<value>[IVXLC]{1,6}|\d{1,2}|[A-Z])(?P<bis>\s?(?:bis|ter))?)?[*]*"
    r"(?:\s+(?:to|of|al?|del?|de la|à la|à l['’]|de l['’]|к)\s*"
    r"(?:(?:the|present|draft|la|pr[ée]sente?|настоящему)\s+)*"
    r"(?:decision|resolution|recommendation|report|note|decisi[oó]n|resoluci[oó]n|d[ée]cision"
    r"|r[ée]solution|annex|anexo|annexe|решению)\b[^.;]{0,80})?"
    r"(?P<rest>(?:\s*[:.–—]\s*|\s+).*)?",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(
    r"(?P<name>article|rule|art[ií]culo|regla|r[èe]gle)\s+"
    r"(?P<value>\d{1,3}(?:\s?bis|\s?ter)?|[IVXL]{1,6})"
    r"(?P<rest>(?:\s*[:.–—]\s*|\s+|$).*)",
    re.IGNORECASE | re.DOTALL,
)
_DRAFT = re.compile(
    r"(?P<name>draft|proyecto de|projet de)\s+(?:decision|resolution|decisi[oó]n|resoluci[oó]n"
    r"|d[ée]cision|r[ée]solution)\s*(?P<value>)"
    r"(?P<code>(?:[A-Z]{2,6}[-–—])?\[?[-–—\dIVXL]*[\]\d]*\s?/[\w.\[\] –—-]{1,20})?"
    r"(?P<rest>\s*[:(].*)?",
    re.IGNORECASE | re.DOTALL,
)
_PART_NAMES = {
    "draft": "attachment",
    "proyecto de": "attachment",
    "projet de": "attachment",
    "annex": "annex",
    "anexo": "annex",
    "annexe": "annex",
    "приложение": "annex",
    "附件": "annex",
    "مرفق": "annex",
    "المرفق": "annex",
    "добавление": "appendix",
    "附录": "appendix",
    "تذييل": "appendix",
    "التذييل": "appendix",
    "appendix": "appendix",
    "apendice": "appendix",
    "apéndice": "appendix",
    "appendice": "appendix",
    "attachment": "attachment",
    "enclosure": "attachment",
    "article": "article",
    "artículo": "article",
    "articulo": "article",
    "rule": "rule",
    "regla": "rule",
    "règle": "rule",
    "regle": "rule",
}
#: The name of a table or figure, above it.
_CAPTION = re.compile(
    r"(?:table|figure|box|tableau|encadr[ée]|cuadro|gr[áa]fico|recuadro|tabla)"
    r"\s+(?:\d{1,3}|[IVXL]{1,6}|[A-Z])(?:[.-]\d{1,3})?\b",
    re.IGNORECASE,
)
_LONGEST = 320
#: Behind a number, a heading is not longer.
_NUMBERED_LONGEST = 110
#: What a paragraph, or an item of a list, ends in.
ENDED = re.compile(r"[.;:!?,][”\"’)\]]*$|[;,]\s(?:and|or|y|o|et|ou)$")
#: Where nothing shows its type, a heading is not longer.
_PLAIN_LONGEST = 200
#: A heading in the type of the text is not longer.
_FEW_WORDS = 80


class PartHead(NamedTuple):
    """The heading that begins a part: ``Annex II``, ``Article 5``, ``Rule 3``.

    A draft decision that a decision holds is an attachment.

    Attributes:
        name: Segment of the pinpoint.
        value: ``II``; empty for an only annex.
        title: Offset in the block where its title begins.
    """

    name: str
    value: str
    title: int


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a source looks, against which its headings stand out.

    Attributes:
        size: Font size of most of it; 0 where unknown.
        styled: Whether the source shows strong or emphasised type at all.
    """

    size: float
    styled: bool


def read_part_head(block: Block, look: Look) -> PartHead | None:
    """The head of an annex, an appendix, an article or a rule; None for any other block."""
    text = block.text
    if block.role == "table" or len(text) > _LONGEST:
        return None
    match = _PART.fullmatch(text) or _ARTICLE.fullmatch(text) or _DRAFT.fullmatch(text)
    if match is None:
        return None
    rest = match["rest"] or ""
    name = _PART_NAMES[match["name"].lower()]
    value = (match["value"] or "").strip()
    if rest.strip() and not _titled(block, look, name, rest):
        return None
    if value and name in ("annex", "appendix", "attachment"):
        value = value.upper() + (match["bis"] or "").strip()
    start = match.start("rest") if rest else len(text)
    return PartHead(name, value, start + len(rest) - len(rest.lstrip(" :.–—\t")))


def _titled(block: Block, look: Look, name: str, rest: str) -> bool:
    """Whether words behind ``Annex II`` are its title and not a sentence that opens so."""
    if _TERMINAL.search(block.text) or len(block.text) > 200:
        return False
    if name == "attachment" and rest.lstrip()[:1] == "(":
        return True
    stands_out = stands_alone(block, look)
    separated = rest.lstrip(" ")[:1] in (":", ".", "–", "—")
    if name in ("article", "rule"):
        return stands_out or (separated and not look.styled)
    return (stands_out and (separated or rest.strip()[:1].isupper())) or separated


def stands_alone(block: Block, look: Look) -> bool:
    """Whether its type or place makes a block a heading."""
    return (
        block.role == "heading"
        or block.rich.all_bold
        or block.centred
        or (look.size > 0 and block.size > look.size + 1)
    )


def is_heading(block: Block, look: Look, before: Block | None, after: Block | None) -> bool:
    """Whether a block is a heading of the text that follows.

    Args:
        block: In question; no head of a part.
        look: Of the source.
        before: The block above.
        after: The block below.
    """
    if block.role == "heading":
        return True
    text = block.text
    if block.role == "table" or len(text) > _LONGEST or not text:
        return False
    if _ROMAN_ALONE.fullmatch(text) or _is_bracketed(text) or _is_caption(text, before, after):
        return True
    ended = _TERMINAL.search(text) is not None
    if stands_alone(block, look):
        run_in = block.rich.all_bold and text[-1] in ".:" and len(text) < 120
        return not ended or (run_in and read_label(text) is None)
    if ended:
        return False
    if _is_lettered(text):
        return True
    if read_label(text) is not None:
        return False
    if block.rich.all_italic and len(text) < 200:
        return after is not None and (text[:1].isupper() or text[:1].isdigit())
    if look.styled:
        return _between_paragraphs(text, look, before, after)
    return _plain_heading(text, before, after)


def _is_caption(text: str, before: Block | None, after: Block | None) -> bool:
    """``Table 1. Limits`` right above a table, or ``Table 1`` alone and a title below it."""
    if after is None:
        return False
    if before is not None and _is_bare_caption(before.text) and _TERMINAL.search(text) is None:
        return True
    return _CAPTION.match(text) is not None and (after.role == "table" or _is_bare_caption(text))


def _is_bare_caption(text: str) -> bool:
    return _CAPTION.fullmatch(text.rstrip(" .:")) is not None


def _is_bracketed(text: str) -> bool:
    """``(Agenda item 4)`` under a heading."""
    return text[0] == "(" and text[-1] == ")" and len(text) < 100 and read_label(text) is None


def _is_lettered(text: str) -> bool:
    """``II. Scope``, ``A. Oil``: what a numbered paragraph never opens with."""
    match = _LABELLED.match(text)
    if match is None or not match["dot"] or match["label"].isdigit():
        return False
    return text[match.end() :][:1].isupper()


def _between_paragraphs(text: str, look: Look, before: Block | None, after: Block | None) -> bool:
    """A few words in the type of the text, between one that ends and one with a number."""
    if before is None or after is None or len(text) > _FEW_WORDS or not text[:1].isupper():
        return False
    ended = before.text.endswith((".", ";")) or stands_alone(before, look)
    if not ended or opening_verb(text) is not None:
        return False
    number = read_label(after.number + " " if after.number else after.text)
    return number is not None and number.value[0].isdigit() and number.value != "1"


def _plain_heading(text: str, before: Block | None, after: Block | None) -> bool:
    """Without any type to go by: a short line without a full stop between complete ones."""
    if len(text) > _PLAIN_LONGEST or not text[:1].isupper() or after is None:
        return False
    if opening_verb(text) is not None:
        return False
    if before is not None and not _TERMINAL.search(before.text) and len(before.text) > 200:
        return False
    return not after.text[:1].islower()


def heading_rank(block: Block, look: Look) -> float:
    """How deep a heading stands: 1 outermost."""
    if block.level:
        return block.level
    match = _LABELLED.match(block.opening)
    if match and (match["dot"] or len(match["label"]) == len(block.opening)):
        label = match["label"]
        if label.isdigit():
            return 4 + 0.1 * (heading_label(block.opening) or "").count(".")
        return 2 if re.fullmatch(r"[IVXL]+", label) else 3
    if read_label(block.opening):
        return 5
    if look.size and block.size > look.size + 1:
        return 1
    return 6 if block.rich.all_bold or block.centred else 7


def may_head(words: str) -> bool:
    """Whether words behind a number may be a heading: few, and no sentence."""
    few = 0 < len(words) <= _NUMBERED_LONGEST and words[:1].isupper()
    return few and ENDED.search(words) is None and opening_verb(words) is None


def is_bare_label(text: str) -> bool:
    """Whether a heading is a numeral and nothing else: ``II``."""
    return _ROMAN_ALONE.fullmatch(text) is not None


def heading_label(text: str) -> str | None:
    """The number or letter of a heading: ``II`` of ``II. Scope``, ``2.1`` of ``2.1 Oil``."""
    decimal = _DECIMAL.match(text)
    if decimal is not None:
        return decimal["label"]
    match = _LABELLED.match(text)
    if match is None or not (match["dot"].strip() or match.end() == len(text)):
        return None
    return match["label"]
