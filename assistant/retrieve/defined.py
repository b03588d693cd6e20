"""Full names that documents themselves give for an abbreviation.

As in *the Least Developed Countries Expert Group (LEG)*: the words before the bracket whose
initials make the abbreviation; small words and words with a capital may lie between (after
Schwartz and Hearst, PSB 2003).
"""

from __future__ import annotations

import re

_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to", "under", "with"))


def defined_names(short: str, text: str) -> tuple[str, ...]:
    """Full names that the text defines for ``short``, as they stand."""
    names: list[str] = []
    for match in re.finditer(rf"\(\s*(?:the\s+)?[“\"]?{re.escape(short)}[”\"]?\s*\)", text):
        name = _ending(text[: match.start()].split(), short)
        if name and name not in names:
            names.append(name)
    return tuple(names)


def _ending(words: list[str], short: str) -> str | None:
    """The last words whose initials spell the abbreviation; a hyphen begins a word."""
    letters = [letter for letter in short.upper() if letter.isalpha()]
    at = len(words)
    first = at - min(len(short) + 5, 2 * len(short))
    while letters and at > max(0, first):
        at -= 1
        initials = [part[:1].upper() for part in re.split(r"[-–]", words[at].strip("“”\"',;"))]
        if letters[-len(initials) :] == initials:
            del letters[-len(initials) :]
        elif initials[0] == letters[-1]:
            letters.pop()
        elif not (words[at].lower() in _SMALL or words[at][:1].isupper()):
            return None
    return " ".join(words[at:]).strip("“”\"',;") if not letters and at < len(words) else None
