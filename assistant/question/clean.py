"""A question as typed, made fit to be read: no markup, no control characters, not endless."""

from __future__ import annotations

import html
import re
import unicodedata

from ingest.errors import QuestionRefused

#: Characters of a question, after markup and needless space are gone.
LONGEST = 4000

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,500}>", re.DOTALL)
_SPACE = re.compile(r"\s+")


def clean(question: str) -> str:
    """The question as one line of text.

    Raises:
        QuestionRefused: Nothing is left to read, or far too much.
    """
    text = unicodedata.normalize("NFC", question.replace("\x00", ""))
    text = html.unescape(_TAG.sub(" ", text))
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Co") else c for c in text)
    text = _SPACE.sub(" ", text).strip()
    if len(text) > LONGEST:
        raise QuestionRefused(
            f"the question has {len(text):,} characters, more than {LONGEST:,}", "shorten it"
        )
    if not any(c.isalnum() for c in text):
        raise QuestionRefused("the question is empty", "write at least a word or a reference")
    return text
