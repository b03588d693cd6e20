import re
import tomllib
from importlib.resources import files

import pytest

from assistant.answer.phrases import phrase

PHRASES = tomllib.loads((files("assistant.answer") / "phrases.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_every_sentence_is_there_with_the_same_blanks(language):
    blanks = {name: set(re.findall(r"{\w+}", text)) for name, text in PHRASES["en"].items()}
    assert blanks == {n: set(re.findall(r"{\w+}", t)) for n, t in PHRASES[language].items()}


def test_a_language_that_nobody_knows_is_answered_in_english():
    assert phrase("xx", "in_corpus") == "in the library"
