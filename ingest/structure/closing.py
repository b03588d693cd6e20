"""The closing line of a decision: which plenary meeting, on which day."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january enero janvier",
            "february febrero février fevrier",
            "march marzo mars",
            "april abril avril",
            "may mayo mai",
            "june junio juin",
            "july julio juillet",
            "august agosto août aout",
            "september septiembre setiembre septembre",
            "october octubre octobre",
            "november noviembre novembre",
            "december diciembre décembre decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(_MONTHS)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er|º)?\s*(?:de\s+)?(?P<month>{_MONTH})\.?,?\s*(?:de\s+|del\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"^(?:(?:resumed\s+)?\d{1,3}\s?(?:st|nd|rd|th|ª|º|a|e|ème|re)?\.?\s*(?:\(\w+\)\s*)?"
    r"(?:plenary\s+|closing\s+|resumed\s+)*"
    r"(?:meeting|sesi[oó]n plenaria|sesi[oó]n|s[ée]ance(?:\s+pl[ée]ni[èe]re)?)"
    r"|(?:\w+(?:-\w+)?)\s+plenary\s+meeting|plenary meeting|sesi[oó]n plenaria)\b"
    # A sentence about a meeting goes on with a verb.
    r"(?=\W*$|\W*\(|\s*[,;–—-]|\W+(?:on\s+|del?\s+|el\s+|le\s+|du\s+)?(?:\w+day\b|\d))",
    re.IGNORECASE,
)
_LONGEST = 120


def is_closing(text: str) -> bool:
    """Whether a block is a closing line (``7th plenary meeting, 13 December 2018``)."""
    return len(text) <= _LONGEST and _MEETING.match(text) is not None


def is_date(text: str) -> bool:
    """Whether a block is a date, or days of one month, and nothing else."""
    if len(text) > 60:
        return False
    match = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    if match is None:
        return False
    rest = text[: match.start()] + text[match.end() :]
    return not re.sub(r"[\d\s.,()–—-]|and|y|to|de|del", "", rest)


def read_date(text: str) -> str | None:
    """The last day that a text names, as an ISO date; None where it names none."""
    found = [*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)]
    for match in sorted(found, key=lambda m: m.start(), reverse=True):
        try:
            day = date(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"]))
        except ValueError:
            continue
        return day.isoformat()
    return None
