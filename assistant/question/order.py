"""Questions put into English word by word, where their words stand in another order."""

from __future__ import annotations

import re

_ASKED = r"(?P<verb>requested|asked|invited|urged|encouraged|called upon)"
_NAME = r"(?P<name>(?!(?:who|what|which|is|are)\b)[^?,;]{2,90}?)"
_ABOUT = r"(?P<about>[^?,;]+?)\s+(?:do|take) what\b"
_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        # request the Secretariat about waste do what
        (rf"\b(?:is\s+)?{_ASKED}\s+(?:of\s+)?{_NAME}\s+about\s+{_ABOUT}",
         r"what is \g<name> \g<verb> to do about \g<about>"),
        # request the Secretariat do what
        (rf"\b(?:is\s+)?{_ASKED}\s+(?:of\s+)?{_NAME}\s+(?:to\s+)?(?:do|take) what\b",
         r"what is \g<name> \g<verb> to do"),
        # the Secretariat is requested do what
        (rf"^{_NAME}\s+is\s+{_ASKED}\s+(?:to\s+)?(?:do|take) what\b",
         r"what is \g<name> \g<verb> to do"),
        (rf"^{_NAME}\s+(?P<verb>should|must)\s+(?:about\s+)?{_ABOUT}",
         r"what \g<verb> \g<name> do about \g<about>"),
        (rf"^{_NAME}\s+(?P<verb>should|must)\s+(?:do|take) what\b",
         r"what \g<verb> \g<name> do"),
        # list requested the Secretariat do all things
        (rf"\b{_ASKED}\s+{_NAME}\s+(?:to\s+)?do\s+(?:all\s+)?(?:things|matters|everything)\b",
         r"everything that \g<name> is \g<verb> to do"),
        # is encouraged the Board to seek
        (rf"\bis\s+{_ASKED}\s+(?P<name>(?:the\s+)?(?-i:[A-Z])[^?,;]{{2,90}}?)\s+to\b",
         r"is \g<name> \g<verb> to"),
        # the decision says what
        (r"^(?P<start>[^?]*?)\s*\bsays? what\b", r"what does \g<start> say"),
    )
)  # fmt: skip


def ordered(text: str) -> str:
    """The question with what is asked at its beginning."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text, count=1)
    return text
