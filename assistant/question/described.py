"""Decisions that a question describes: *the Cancun guidance to the GEF*, *the budget decisions*.

What says which decision is meant: where or when it was adopted (*Cancun*, *1996*), and words of
its title or of its headings. Where these fit nothing, or too much, nothing is described.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.question.scope import Limit
from assistant.question.shelf import Held, Shelf
from assistant.question.words import topic_words
from ingest.index.analysis import terms
from ingest.sessions import all_sessions

_SMALL = (
    r"(?!(?:of|in|to|for|on|by|from|with|that|which|what|who|whom|how|when|where|is|are|was|were|be"
    r"|does|do|did|has|have|had|under|into|within|(?<!and )(?<!, )the|or|if|as|at|its|their|this"
    r"|these|those|not|no|present|same|above|following)\b)"
)
_WORD = rf"{_SMALL}[\w’'][\w’'-]*,?\s+"
_HEAD = r"(?P<head>decisions?|guidance|resolutions?|ones?)\b(?!\s*(?:\d|[A-Z]{2}-))"
#: *the Bonn decision*, *the 1996 and the Cancun guidance*, *the three budget decisions*.
_DESCRIBED = re.compile(
    rf"\b(?P<article>[Tt]he)\s+(?P<left>(?:{_WORD}){{0,6}}?){_HEAD}"
    r"(?:\s+(?:of|from|in)\s+(?P<year>(?:19|20)\d\d)(?![\d–-]))?",
)
_ON = re.compile(r"\s+(?:on|about|concerning|regarding|to|for)\s+(?:the\s+)?", re.IGNORECASE)
#: Words inside a title; another that asks or points ends it.
_LINK = re.compile(r"of|the|and|for|in|on|to|with|under|an?|or|its|by|from", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: *the decisions on finance of 2019 and of 2021*.
_OF_YEARS = re.compile(
    r"\s+(?:of|from|in)\s+(?:19|20)\d\d(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)(?:of\s+|from\s+|in\s+)?(?:19|20)\d\d)*"
    r"(?![\d–-])"
)
#: What goes on over years: *from 2016 over 2017 to 2019*, *between 2016 and 2019*.
_OVER_YEARS = re.compile(
    r"\b(?:from|between|in)\s+(?:19|20)\d\d(?:\s*(?:,|,?\s+(?:over|via|through|then|and|to|until))\s*(?:(?:in|to)\s+)?"
    r"(?:19|20)\d\d)+(?![\d–-])",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:gr[oe]wn?|chang\w+|evolv\w+|develop(?:ed|s)?|increas\w+|ris(?:e|en)|rose|fall(?:en)?|fell|dropp?\w*"
    r"|compar\w+|differ\w*|trend)\b",
    re.IGNORECASE,
)
#: Bodies by what their sessions are called: *the 2019 CMA decision*.
_BODY = re.compile(r"\b(?:COP|CP|CMP|CMA)\b")
#: Between a decision and when it was adopted: *the decision from Poznan*.
_ADOPTED = re.compile(r"[\s,]*(?:(?:that\s+was|adopted|taken|made|of|from|in|at|by|the)[\s,]*)*")
_COUNT = re.compile(
    r"two|three|four|five|six|both|several|various|all|different|other", re.IGNORECASE
)
#: Decisions that *the budget decisions* may be; more is a topic. Words of a title looked at.
_MOST, _WORDS = 8, 14


def described(
    text: str, shelf: Shelf, limits: Sequence[Limit]
) -> tuple[tuple[Limit, ...], tuple[Limit, ...]]:
    """What the question describes, each with the decisions that fit, and the limits left over.

    Args:
        text: The question.
        shelf: What the library holds.
        limits: Limits that are known; those that only say where a decision was adopted are taken.
    """
    if len(shelf.held) == 1:
        return (), tuple(limits)
    found: list[Limit] = []
    taken: set[Limit] = set()
    for match in _DESCRIBED.finditer(text):
        after = next((one for one in limits if _follows(one, match, text)), None)
        after = after or next((one for one in limits if _inside(one, match)), None)
        own = list(_read(match, shelf, after))
        if own:
            found += own
            start, end = match.start(), max(one.end for one in own)
            taken |= {one for one in limits if one.start < end and one.end > start}
            taken |= {after} if after else set()
    found += _over_years(text, shelf) if not found else ()
    return tuple(found), tuple(one for one in limits if one not in taken)


def _over_years(text: str, shelf: Shelf) -> Iterator[Limit]:
    """*How has it grown from 2016 over 2017 to 2019*: the decisions of each of the years."""
    match = _OVER_YEARS.search(text) if _CHANGE.search(text) else None
    for year in _YEAR.finditer(match.group()) if match else ():
        codes = tuple(one.code for one in _adopted([year.group()], shelf))
        if match and codes:
            yield Limit(year.group(), match.start(), match.end(), codes, "described")


def _follows(limit: Limit, match: re.Match[str], text: str) -> bool:
    """Whether a limit stands right behind a decision: *the GEF decision of COP 23*."""
    return (
        limit.start >= match.end("head")
        and _ADOPTED.fullmatch(text[match.end("head") : limit.start]) is not None
    )


def _inside(limit: Limit, match: re.Match[str]) -> bool:
    """Whether a session stands in a description: *the COP 29 decision on gender*."""
    start, end = match.span("left")
    return limit.sort == "session" and start <= limit.start and limit.end <= end


def _read(match: re.Match[str], shelf: Shelf, after: Limit | None) -> Iterator[Limit]:
    """The decisions that one description means: several where it says several places or years."""
    text = match.string
    left = match["left"]
    if after is not None and _inside(after, match):
        left = left.replace(after.text, " ")
    parts = re.split(r",?\s+and\s+(?:the\s+)?|,\s*(?:the\s+)?", left.strip(" ,"))
    if not all(_when_alone(part) for part in parts[:-1]):
        parts = [left]
    shared = _said(parts[-1])
    for part in parts:
        when = [word for word in re.findall(r"[\w’'-]+", part) if _is_when(word)]
        when += [match["year"]] if match["year"] else []
        words = _said(part) or shared
        among = _of_body(_BODY.findall(part), _adopted(_places(part) + when, shelf))
        if after is not None:
            among = [one for one in among if one.code in after.documents]
        end = max(match.end(), after.end if after else 0)
        sure = bool(when or _places(part) or after or _BODY.search(part))
        codes, end = _fitting(among, words, match, shelf, end)
        plural = match["head"].endswith("s") and bool(words)
        most = _MOST if sure or plural else 1
        few = len(codes) <= most or (when and not words)  # *the 2016 decisions* are many
        if codes and few and (sure or words or end > match.end()):
            yield Limit(text[match.start() : end], match.start(), end, codes, "described")


def _fitting(
    among: Sequence[Held],
    words: Sequence[str],
    match: re.Match[str],
    shelf: Shelf,
    end: int,
) -> tuple[tuple[str, ...], int]:
    """Codes of the decisions that the words fit, and where the description ends."""
    fit = [one for one in among if all(_says(one, word, shelf) for word in words)]
    if match["head"] == "guidance":
        fit = [one for one in fit if _says(one, "guidance", shelf)] or fit
    if on := _ON.match(match.string, end):
        nearer, stop = _about(fit, match.string, on.end(), shelf)
        if nearer and (years := _OF_YEARS.match(match.string, stop)):
            said = set(map(int, _YEAR.findall(years.group())))
            then = [one for one in nearer if one.session and said & set(one.session.years)]
            nearer, stop = (then, years.end()) if then else (nearer, stop)
        if nearer:
            return tuple(one.code for one in nearer), stop
        if not words and match["head"].startswith(("decision", "resolution")):
            return (), end  # *the Doha decision on* something else
    return tuple(one.code for one in fit), end


def _about(fit: Sequence[Held], text: str, at: int, shelf: Shelf) -> tuple[list[Held], int]:
    """Those whose title goes on as the question does, and how far it does."""
    kept: list[Held] = []
    stop = at
    for word in list(re.finditer(r"[\w’'-]+", text[at:]))[:_WORDS]:
        before = text[at : at + word.start()].rstrip()
        if before.endswith((";", ":", ".", "?")):
            break
        if before.endswith(",") and not any(_titled(one, word.group()) for one in kept or fit):
            break
        if not topic_words(word.group()):
            if _LINK.fullmatch(word.group()):
                continue
            break
        nearer = [one for one in kept or fit if _says(one, word.group(), shelf)]
        if not nearer:
            break
        kept, stop = nearer, at + word.end()
    return kept, stop


def _said(part: str) -> list[str]:
    """The words of a description that say what it is about."""
    when = {word for place in _places(part) for word in place.split()}
    return [
        word
        for word in topic_words(part)
        if not (_COUNT.fullmatch(word) or word in when or _is_when(word) or _BODY.fullmatch(word))
    ]


def _when_alone(part: str) -> bool:
    """Whether a part says nothing but where or when: *the 1996 and the Cancun guidance*."""
    rest = part
    for place in _places(part):
        rest = rest.replace(place, " ")
    return (rest != part and not rest.strip()) or _is_when(part.strip())


def _is_when(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


@cache
def _place_pattern() -> re.Pattern[str]:
    names = sorted({name for one in all_sessions() for name in one.names}, key=len, reverse=True)
    # *The Paris Agreement* is no place, *the Doha NAP decision* has one.
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])(?!\s+[A-Z](?![A-Z]))"
    )


def _places(part: str) -> list[str]:
    """Places of sessions; *the Paris Agreement* is none."""
    return _place_pattern().findall(part)


def _adopted(when: Iterable[str], shelf: Shelf) -> list[Held]:
    """The documents that were adopted there and then."""
    found = list(shelf.held.values())
    for said in when:
        found = [
            one
            for one in found
            if one.session
            and (int(said) in one.session.years if _is_when(said) else said in one.session.names)
        ]
    return found


def _of_body(names: Sequence[str], among: Sequence[Held]) -> list[Held]:
    """Those of the bodies that are named by their abbreviation; all where none is."""
    keys = {"CP" if name == "COP" else name for name in names}
    return [one for one in among if not keys or (one.meeting or "").split(".")[0] in keys]


def _titled(one: Held, word: str) -> bool:
    """Whether a title itself has a word: *Administrative, financial and institutional matters*."""
    return set(terms(word)) <= set(terms(one.title))


def _says(one: Held, word: str, shelf: Shelf) -> bool:
    """Whether a title, a heading or its body's name has a word, or what it stands for."""
    stems = shelf.headed[one.code] | set(terms(one.body or ""))
    names = shelf.spelt_out(word) if word.isupper() else ()
    return any(set(terms(name)) <= stems for name in (word, *names) if terms(name))
