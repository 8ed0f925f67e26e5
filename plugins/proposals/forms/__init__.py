"""Forms that anybody fills in without an idea of a file: their questions, and what becomes of the
answers."""
