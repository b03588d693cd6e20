"""The vocabulary of decisions in French, Spanish, Russian, Arabic and Chinese, with its English."""

from assistant.question.lexicon.load import LANGUAGES, entries
from assistant.question.lexicon.reader import Reader

__all__ = ["LANGUAGES", "Reader", "entries"]
