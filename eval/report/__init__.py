"""A run as people read it: a table in the terminal, one page of HTML."""
