"""Whether a text says that a place is closed, moved, or not open yet: one set of words for imports
and checks."""
