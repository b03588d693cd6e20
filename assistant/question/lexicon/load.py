"""The lexicon as it is shipped: one file a language.

A file has tables of the form ``"English" = "term|other term"``; the table ``nothing`` lists
under ``words`` what has no English, since it only joins or points.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

#: Languages that have a lexicon.
LANGUAGES = ("fr", "es", "ru", "ar", "zh")


@cache
def entries(language: str) -> tuple[tuple[str, str], ...]:
    """Terms of a language with their English, in the order of the file.

    Args:
        language: One of ``LANGUAGES``.
    """
    path = files("assistant.question.lexicon") / f"{language}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    nothing = tables.pop("nothing")["words"].split("|")
    found = [
        (term.strip(), english)
        for table in tables.values()
        for english, terms in table.items()
        for term in terms.split("|")
    ]
    return (*found, *((term.strip(), "") for term in nothing))
