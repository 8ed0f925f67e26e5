"""What takes place when and where: computed once a build.

`dated_records` (their lines of dates, understood or from the cache) → `occurrences` (dated, placed,
in the time of their territory) → `agenda` (all of them, and what pages ask).
"""
