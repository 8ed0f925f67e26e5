"""A week as people read it, in French and in other languages, and as volunteers type it."""
