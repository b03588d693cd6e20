"""Places as Russian, Arabic and Chinese name them, rewritten as English does.

``пункт 6 б)``, ``الفقرة 6 (ب)`` and ``第6(b)段`` become ``paragraph 6 (b)``; what is read after
that (``ingest.citations``) knows one form only. Characters can be traced back to where they
stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from ingest.roman import to_roman

_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]")

#: Documents in Russian letter sub-paragraphs in Latin; who types finds letters that look alike.
_RUSSIAN = dict(zip("абвгдежзис", "abcdeeghic", strict=True))
_ARABIC = dict(zip("أابجدهوزحطيكلمن", "aabcdefghijklmn", strict=True)) | {"إ": "a"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩（），،？؟；؛", "0123456789(),,??;;")
_HAN = {sign: number for number, sign in enumerate("零一二三四五六七八九")}
_RU_COUNTS = (
    "перв", "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят",
)  # fmt: skip
_AR_COUNTS = (
    "أولى|أول|اولى|اول", "ثانية|ثاني", "ثالثة|ثالث", "رابعة|رابع", "خامسة|خامس",
    "سادسة|سادس", "سابعة|سابع", "ثامنة|ثامن", "تاسعة|تاسع", "عاشرة|عاشر",
)  # fmt: skip

_LETTER = r"(?:\s?\(?\s?[a-zа-ис]{1,4}\s?\)|\s?\(\s?[أ-ي]ـ?\s?\))"
_ONE = rf"\d{{1,3}}(?:[a-z](?![a-z])|{_LETTER})*"
_LIST = rf"(?P<list>{_ONE}(?:\s*(?:,|،|、|–|-|и|по|و|إلى|和|及|或|至|到)\s*(?:{_ONE}|{_LETTER}))*)"
_HAN_LIST = (
    r"(?P<list>[\d一二三四五六七八九十]{1,3}\s*(?:[（(]\s?[a-z]{1,4}\s?[)）])*(?:\s*(?:、|和|及|或|至|到|-|–)\s*"
    r"(?:第\s*)?[\d一二三四五六七八九十]{0,3}\s*(?:[（(]\s?[a-z]{1,4}\s?[)）])*)*)"
)
_RU_PARA = r"(?:пункт(?:а|у|ом|е|ы|ов|ам|ах|ами)?|параграф\w*|пп?\.)"
_AR_PARA = r"(?:[وفبكل]{0,2}(?:ال|ل)?فقر(?:ة|تان|تين|ات))"
_RU_LAST, _AR_LAST = r"последн\w+", r"الأخيرة|الاخيرة"


def _count(words: tuple[str, ...], said: str) -> int:
    return next(n for n, word in enumerate(words, 1) if re.match(word, said, re.IGNORECASE))


def _counted(match: re.Match[str], words: tuple[str, ...]) -> str:
    return f" {_in(match)}paragraph {_count(words, match['count'])} "


def _last(match: re.Match[str]) -> str:
    return f" last {_in(match)}paragraph "


def _subparagraph(match: re.Match[str]) -> str:
    return f" subparagraph {_listed(match['list'])} "


def _footnote(match: re.Match[str]) -> str:
    return f" footnote {match['value']} "


def _in(match: re.Match[str]) -> str:
    return "preambular " if match.groupdict().get("pre") else ""


def _han(text: str) -> str:
    """``十二`` to ``12``."""
    if text in _HAN:
        return str(_HAN[text])
    tens, _, ones = text.partition("十")
    return str(_HAN.get(tens, 1) * 10 + _HAN.get(ones, 0))


def _listed(text: str) -> str:
    """The numbers and letters of a list, its joining words in English."""
    text = re.sub(r"[一二三四五六七八九十]+", lambda m: _han(m.group()), text)
    text = re.sub(r"[（(]?\s?([а-ис])\s?[)）]", lambda m: f"({_RUSSIAN[m[1]]})", text)
    text = re.sub(r"\(\s?([أ-ي])ـ?\s?\)", lambda m: f"({_ARABIC.get(m[1], m[1])})", text)
    text = re.sub(r"\s*(?:،|、|\bи\b|و|和|及|或)\s*(?:第\s*)?(?=[\d(])", " and ", text)
    return re.sub(r"\s*(?:\bпо\b|إلى|至|到)\s*(?:第\s*)?", "–", text)


def _paragraphs(match: re.Match[str]) -> str:
    listed = _listed(match["list"])
    several = "s" if " and " in listed or "–" in listed else ""
    return f" {_in(match)}paragraph{several} {listed} "


def _annex(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("count"):
        return f" annex {to_roman(_count(_AR_COUNTS, groups['count']))} "
    value = groups["value"]
    return f" annex {to_roman(int(_han(value))) if value[0] in '十' + ''.join(_HAN) else value} "


_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"\bБК(?=[-–\s]?\d+/\d)", lambda m: "BC"),
    (r"\bРК(?=[-–\s]?\d+/\d)", lambda m: "RC"),
    (r"\bСК(?=[-–\s]?\d+/\d)", lambda m: "SC"),
    (r"(?<=\d/)КС(?=\.\d)", lambda m: "CP"),
    # Russian
    (rf"(?<!\w){_RU_PARA}\s*{_LIST}(?P<pre>\s+(?:в\s+)?преамбул\w+)?", _paragraphs),
    (rf"(?<!\w)(?:абзац\w*)\s*{_LIST}(?P<pre>\s+преамбул\w+)", _paragraphs),
    (rf"(?<!\w)(?P<count>(?:{'|'.join(_RU_COUNTS)})\w{{2,3}})\s+(?:пункт\w*|абзац\w*)(?P<pre>\s+преамбул\w+)?",
     lambda m: _counted(m, _RU_COUNTS)),
    (rf"(?<!\w){_RU_LAST}\s+пункт\w*(?P<pre>\s+преамбул\w+)?",
     _last),
    (rf"(?<!\w)подпункт\w*\s+(?P<list>{_LETTER})", _subparagraph),
    (r"(?<!\w)приложени\w+\s+(?P<value>[IVX]{1,5}|\d{1,2})(?!\w)", _annex),
    (r"(?<!\w)сноск\w+\s+(?P<value>\d+)", _footnote),
    (r"(?<!\w)(?:в\s+)?решени\w+\s+(?=[A-Z\d])", lambda m: " of decision "),
    (r"(?<!\w)стать\w+\s+(?=\d)", lambda m: " of article "),
    # Arabic
    (rf"(?<!\w){_AR_PARA}\s*{_LIST}(?P<pre>\s+من\s+(?:ال)?ديباجة)?", _paragraphs),
    (rf"(?<!\w){_AR_PARA}\s+ال(?P<count>{'|'.join(_AR_COUNTS)})(?P<pre>\s+من\s+(?:ال)?ديباجة)?(?!\w)",
     lambda m: _counted(m, _AR_COUNTS)),
    (rf"(?<!\w){_AR_PARA}\s+(?:{_AR_LAST})(?P<pre>\s+من\s+(?:ال)?ديباجة)?",
     _last),
    (rf"(?<!\w){_AR_PARA}\s+الفرعية\s+(?P<list>{_LETTER})",
     _subparagraph),
    (rf"(?<!\w)[وفبكل]?(?:ال|ل)?مرفق\s+ال(?P<count>{'|'.join(_AR_COUNTS)})(?!\w)",
     _annex),
    (r"(?<!\w)[وفبكل]?(?:ال|ل)?مرفق\s+(?P<value>[IVX]{1,5}|\d{1,2})(?!\w)", _annex),
    (r"(?<!\w)[وفبكل]?(?:ال|ل)?حاشية\s+(?P<value>\d+)", _footnote),
    (r"(?<!\w)(?:من|في)\s+(?:ال)?(?:مقرر|قرار)\s+(?=[A-Z\d])", lambda m: " of decision "),
    (r"(?<!\w)من\s+المادة\s+(?=\d)", lambda m: " of article "),
    # Chinese
    (r"第(?=[A-Z\d]+[-./]\S*?\d+号)", lambda m: " "),
    (r"(?<=\d)号(?:决定|决议)?", lambda m: " "),
    (rf"(?P<pre>序言(?:部分)?(?:的|中)?)?(?:执行部分)?第\s*{_HAN_LIST}\s*段(?!落)", _paragraphs),
    (r"(?P<pre>序言(?:部分)?(?:的|中)?)?最后一段",
     _last),
    (r"第?\s*(?P<list>[（(][a-z]{1,4}[)）])\s*(?:分段|项|小段)",
     _subparagraph),
    (r"附件\s*(?P<value>[一二三四五六七八九十]{1,3})",
     _annex),
    (r"附件\s*(?P<value>[IVX]{1,5}|\d{1,2})(?![\w/])", _annex),
    (r"脚注\s*(?P<value>\d+)", _footnote),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in _RULES)


class Rewritten(NamedTuple):
    """A text whose places are named in English, and where its characters stood before.

    Attributes:
        text: The text.
        starts: First characters of its pieces; each piece stood at ``was`` before.
        was: Spans of the pieces in the text as it was, and whether a piece was rewritten.
    """

    text: str
    starts: tuple[int, ...] = ()
    was: tuple[tuple[int, int, bool], ...] = ()

    def back(self, span: tuple[int, int]) -> tuple[int, int]:
        """Characters of the text as it was; a rewritten piece is one whole."""
        if not self.starts:
            return span
        return self._at(span[0])[0], self._at(max(span[0], span[1] - 1))[1]

    def _at(self, position: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, position) - 1
        low, high, rewritten = self.was[piece]
        at = low + position - self.starts[piece]
        return (low, high) if rewritten else (at, at + 1)


def in_latin(text: str) -> Rewritten:
    """The text with its Russian, Arabic and Chinese places as English names them."""
    if not _FOREIGN.search(text):
        return Rewritten(text)
    plain = text.translate(_DIGITS)
    found: list[tuple[int, int, str]] = []
    for pattern, said in _COMPILED:
        for match in pattern.finditer(plain):
            low, high = match.span()
            if high > low and all(high <= start or end <= low for start, end, _ in found):
                found.append((low, high, said(match)))
    pieces: list[str] = []
    starts: list[int] = []
    was: list[tuple[int, int, bool]] = []
    done = length = 0
    for low, high, said_so in [*sorted(found), (len(plain), len(plain), "")]:
        for start, end, piece in ((done, low, None), (low, high, said_so)):
            if end > start:
                starts.append(length)
                was.append((start, end, piece is not None))
                pieces.append(plain[start:end] if piece is None else piece)
                length += len(pieces[-1])
        done = high
    return Rewritten("".join(pieces), tuple(starts), tuple(was))
