"""What pages say of a place turns into something else on some days, its record being the same.

`turning_days` → the days that the record itself gives, kept with its entry; `turned` → fingerprints
of the day of a build (docs/adr/0049-a-day-changes-nothing.md).
"""
