"""Lines to the tree of documents, paragraphs and footnotes."""
