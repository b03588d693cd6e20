"""Which language a question is written in: by script, else by its small words."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)

#: Words that are frequent in questions of one language and not words of the others.
_SMALL = {
    "en": "the of and to in is are was were what which who when how does do did about by for with "
    "should must asked all quote say on from this",
    "fr": "le les des du est sont et à au aux que qui quel quelle quels quelles quand dans une "
    "pour par sur avec il elle ce cette ces dit doit ont été sujet où comment l d qu s",
    "es": "el los las del es son y al qué que quién quiénes cuál cuáles cuándo cómo dónde en una "
    "por sobre con se lo su sus dice debe ha han fue este esta cuántos",
}
#: Letters of sub-paragraphs are no words: 6 (d) and 6 d are not French.
_LETTER = re.compile(r"\(\w{1,4}\)|\b\d{1,3}\s?[a-z]\b")
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}


def language_of(text: str) -> str:
    """ISO 639-1 code of one of the six UN languages; ``en`` where nothing tells."""
    for language, script in _SCRIPTS:
        if len(script.findall(text)) * 3 > sum(c.isalpha() for c in text):
            return language
    words = re.findall(r"[^\W\d_]+", _LETTER.sub(" ", text.lower()))
    votes = {language: sum(w in small for w in words) for language, small in _WORDS.items()}
    if "¿" in text or "ñ" in text.lower():
        votes["es"] += 2
    best = max(votes, key=lambda language: (votes[language], language == "en"))
    return best if votes[best] else "en"
