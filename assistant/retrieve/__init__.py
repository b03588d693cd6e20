"""From a question to the paragraphs that may answer it."""

from assistant.retrieve.recipe import FULL, Recipe
from assistant.retrieve.retriever import Retriever

__all__ = ["FULL", "Recipe", "Retriever"]
