"""Files to documents, documents to library, library to index."""
