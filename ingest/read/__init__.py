"""One reader a format; all give the same stream of lines."""
