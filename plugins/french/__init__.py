"""French words about time, distance and towns, read and said in one place.

A library, not a Pelican plugin: no other package of plugins/ is imported here. `lexer` cuts a text
into tokens, `cursor` takes the dates that stand among them; `hours` and `recurrence` are grammars
on these. The other modules say days, months, ranks, dates, clock times, lists, numbers, distances;
`joins` puts «à» and «de» before the name of a commune, too.
docs/adr/0024-one-french-of-time.md says why.
"""
