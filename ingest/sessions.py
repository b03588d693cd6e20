"""Sessions of the bodies: which meeting was where and when, and how people name it.

*in Doha* is CP.18 and CMP.8 (and other bodies that met there); *COP 24*, *the fourteenth
meeting of the Conference of the Parties to the Basel Convention* are one session each.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ingest.bodies import ASSEMBLY, BODIES, CONFERENCE, MEETING, named_in
from ingest.codes import DASH
from ingest.ordinals import ORDINAL, read_ordinal


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a body.

    Attributes:
        meeting: As codes write it: ``BC-14``, ``CP.24``.
        body: Full name of the body.
        convention: ``Basel``, ``UNFCCC``, …
        place: Where it ended; ``online`` where it was nowhere.
        year: When it ended.
        names: The place in every spelling; of a session in several parts, of all.
        years: Of all its parts.
    """

    meeting: str
    body: str
    convention: str
    place: str
    year: int
    names: tuple[str, ...]
    years: tuple[int, ...]


class FoundSession(NamedTuple):
    """Words that name sessions, and the sessions, of which the asker may mean several."""

    start: int
    end: int
    sessions: tuple[Session, ...]


@cache
def all_sessions() -> tuple[Session, ...]:
    """Every session that is known."""
    return tuple(_load())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("ingest").joinpath("data/sessions.toml").read_text(encoding="utf-8"))


def spellings() -> dict[str, list[str]]:
    """Other spellings of the places of sessions, French and Spanish ones too, by the English."""
    found: dict[str, list[str]] = _table()["places"]
    return found


def _load() -> Iterator[Session]:
    table = _table()
    others = spellings()
    for key, entry in table["bodies"].items():
        body = BODIES[key]
        for line in entry["sessions"]:
            number, _, rest = line.partition(" ")
            parts = [part.strip().rsplit(" ", 1) for part in rest.split(";")]
            names = [
                name
                for place, _ in parts
                if place != "online"
                for name in (place, *others.get(place, ()))
            ]
            yield Session(
                entry["meeting"].format(n=number),
                body.name,
                body.convention,
                parts[-1][0],
                int(parts[-1][1]),
                tuple(dict.fromkeys(names)),
                tuple(dict.fromkeys(int(year) for _, year in parts)),
            )


def session(meeting: str) -> Session | None:
    """The session that codes write so (``CP.24``, ``bc-14``); None where it is not known."""
    return _by_meeting().get(_key(meeting))


@cache
def _by_meeting() -> dict[str, Session]:
    return {_key(one.meeting): one for one in all_sessions()}


def _key(meeting: str) -> str:
    return re.sub(rf"[\s._]|{DASH}", "", meeting).upper()


@cache
def _place_pattern() -> re.Pattern[str]:
    names = sorted({name for one in all_sessions() for name in one.names}, key=len, reverse=True)
    place = "|".join(map(re.escape, names))
    return re.compile(
        # A place names a session where something happened *in* it, or where it describes a
        # meeting; "the Paris Agreement" and "the Lima work programme" are other things.
        rf"(?<!\w)(?:(?i:in|at|à|en|held\s+in|from)\s+(?P<in>{place})(?!\s+[A-Z])(?!['’\w-])"
        rf"|(?:(?<=decision of )|(?<=decisions of ))(?P<by>{place})(?!\s+[A-Z])(?!['’\w-])"
        rf"|(?P<of>{place})\s+(?:COP|CMP|CMA|(?i:meeting|session|conference|summit|decisions?"
        r"|resolutions?|r[ée]uni[oó]n|sesi[óo]n)\b))"
    )


_NUMBERED = re.compile(
    rf"(?<![\w/])(?P<body>COPs?|CP|CMP|CMA|SBI|SBSTA|BC|RC|SC|MC|OEWG|POPRC|CRC|MOP|UNEA|CdP)"
    rf"(?:\s?{DASH}\s?|\s|\.)?(?P<number>\d{{1,2}})(?!\d|/|\w)(?!\.\d)"
)
_ORDINAL = re.compile(
    rf"\b(?P<number>{ORDINAL})\s+(?:\w+\s+)?"
    r"(?P<what>meeting|sessions?|COP|conference of the parties"
    r"|r[ée]uni[oó]n|per[íi]odo\s+de\s+sesiones|conf[ée]rence des parties"
    r"|conferencia de las partes)\b"
    r"(?P<of>(?:\s+(?:of|de|du|del|to|the|la|el|les|las|des|parties|conference|partes"
    r"|conferencia|conf[ée]rence)\b)*[^.,;?]{0,60})",
    re.IGNORECASE,
)
_BODY_WORDS = (
    ("CMA", r"\bCMA\b|Paris Agreement|Accord de Paris|Acuerdo de Par"),
    ("CMP", r"\bCMP\b|Kyoto Protocol|Protocole de Kyoto|Protocolo de Kyoto"),
    ("SBI", r"\bSBI\b|Subsidiary Body for Implementation"),
    ("SBSTA", r"\bSBSTA\b|Subsidiary Body for Scientific"),
    ("OEWG", r"Open-ended Working Group|\bOEWG\b"),
    ("POPRC", r"Pollutants Review Committee|\bPOPRC\b"),
    ("CRC", r"Chemical Review Committee|\bCRC\b"),
)


def find_sessions(text: str, context: str = "") -> tuple[FoundSession, ...]:
    """The sessions that a question names by place, by number or in words, in order.

    Args:
        text: What a person wrote.
        context: Words that say which convention is meant where the text does not.
    """
    found = list(_by_place(text))
    for match in _NUMBERED.finditer(text):
        found += _meant(match, _named_body(match["body"]), int(match["number"]), text, context)
    for match in _ORDINAL.finditer(text):
        number = read_ordinal(match["number"])
        body = next(
            (key for key, words in _BODY_WORDS if re.search(words, match["of"])),
            "COP" if re.search(r"(?i)cop|part(?:ies|es)", match["what"] + match["of"]) else None,
        )
        if number is not None:
            body = body or _whose(text[: match.start()])
            found += _meant(match, body, number, text, context)
    return tuple(sorted(found, key=lambda one: one.start))


def _whose(before: str) -> str | None:
    """Whose session *its first session* is: the one's who is named first; None if not said."""
    if re.search(r"(?i)\bits\s+(?:very\s+)?$", before) is None:
        return None
    first = re.search(r"\b(?:COP|CMP|CMA|SBI|SBSTA)\b", before)
    return first.group() if first else None


@cache
def _capitals() -> dict[str, str]:
    return {name.lower(): name for one in all_sessions() for name in one.names}


@cache
def _small_place_pattern() -> re.Pattern[str]:
    """Places in small letters, where nothing follows that another thing is named by."""
    place = "|".join(map(re.escape, sorted(_capitals(), key=len, reverse=True)))
    behind = r"$|[,.;:?!]|\b(?:and|or|on|about|for|to|by|what|who|cop|cmp|cma|(?:19|20)\d\d)\b"
    return re.compile(rf"(?<!\w)in\s+(?P<in>{place})(?=\s*(?:{behind}))(?P<of>)(?P<by>)")


def _by_place(text: str) -> Iterator[FoundSession]:
    small = re.search(r"\b[A-Z][a-z]", text[1:]) is None  # abbreviations have capitals anyway
    found = [*_place_pattern().finditer(text)]
    for match in found or (_small_place_pattern().finditer(text) if small else ()):
        name = match["in"] or match["of"] or match["by"]
        name = _capitals().get(name, name)
        year = re.match(r"\s*(?:,|\(|in)?\s*((?:19|20)\d\d)\b", text[match.end() :])
        if re.match(r"\s+COP", text[match.end("of") :]) and named_in(f"{name} Convention"):
            continue
        sessions = tuple(
            one
            for one in all_sessions()
            if name in one.names and (year is None or int(year[1]) in one.years)
        )
        if sessions:
            yield FoundSession(match.start(), match.end(), sessions)


def _named_body(written: str) -> str | None:
    return "COP" if written.upper().startswith(("COP", "CDP")) else written


def _meant(
    match: re.Match[str], body: str | None, number: int, text: str, context: str
) -> list[FoundSession]:
    """The session of a number; a *COP* is that of the convention named, else any."""
    convention = named_in(text) or named_in(context)
    if body not in BODIES:
        keys = [
            key
            for key, one in BODIES.items()
            if (one.name == CONFERENCE if body else one.name in (CONFERENCE, ASSEMBLY, MEETING))
            and (convention is None or convention in (key, one.convention))
        ]
    else:
        keys = [str(body)]
    sessions = tuple(one for key in keys if (one := session(f"{key}{number}")) is not None)
    return [FoundSession(match.start(), match.end("number"), sessions)] if sessions else []
