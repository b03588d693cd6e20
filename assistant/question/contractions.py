"""What English draws together, written out: *I'm*, *doesn't*, *what's*; *to-do list* is *tasks*.

Only where it can mean one thing: *the Board's* owns something.
"""

from __future__ import annotations

import re

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"\bcan['’]t\b", "cannot"),
        (r"\bwon['’]t\b", "will not"),
        (r"(?<=[a-z])n['’]t\b", " not"),
        (r"\bI['’]m\b", "I am"),
        (r"\b(we|you|they)['’]re\b", r"\1 are"),
        (r"\b(I|we|you|they)['’]ve\b", r"\1 have"),
        (r"\b(I|we|you|they|it|he|she)['’]ll\b", r"\1 will"),
        (r"\b(I|we|you|they)['’]d\b", r"\1 would"),
        (r"\blet['’]s\b", "let us"),
        (r"\b(what|who|where|when|how|it|that|there|here|she|he)['’]s\b", r"\1 is"),
        # What one has to do, by its everyday names.
        (
            r"\b(?:(?:full|whole|entire)\s+)?(?:to-?do(?:\s+list|s)?|to\s+do\s+list|homework"
            r"|action\s+(?:points|items)|assignments)\b(?=\s+(?:for|of|from|in|under)\b|\s*[?.!]?$)",
            "tasks",
        ),
    )
)


def written_out(text: str) -> str:
    """An English text without contractions."""
    for form, full in _FORMS:
        text = form.sub(full, text)
    return text
