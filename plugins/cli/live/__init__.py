"""`annuaire serve`: one process that builds, and the browsers that follow."""
