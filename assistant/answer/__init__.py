"""Paragraphs to an answer: word for word, with pinpoints, or a plain "not found"."""
