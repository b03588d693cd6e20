"""The chat page: one question, exact words, and the paragraph in its context beside them."""
