"""Other directories beside this one: what they publish, kept in a file, shown where it is nearer.

`annuaire federate` asks them and writes a file each (`received`, `kept_file`); a build reads the
files and asks nobody (`across`). Nothing of theirs becomes a record of ours, nor is published in
our open data: each keeps its name, its licence, its own page (docs/adr/0057-other-directories.md).
"""
