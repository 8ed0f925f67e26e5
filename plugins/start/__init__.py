"""`annuaire start`, `annuaire upgrade`: a directory for any territory, and its program.

Library. A directory is a folder with what is its own: records, texts, settings, colours, a logo,
what its forge runs, and the program as one file, a wheel (docs/adr/0054-a-folder-and-a-wheel.md).
`files/` holds what is written in it as it stands.
"""
