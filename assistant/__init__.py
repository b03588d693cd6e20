"""Question to paragraphs, paragraphs to an answer with pinpoints."""
