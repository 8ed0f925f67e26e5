"""`annuaire import --dry-run`: what is understood of a table, before anything is written."""
