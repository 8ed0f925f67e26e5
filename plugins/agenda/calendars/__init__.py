"""Calendar files and feeds (RFC 5545, Atom) beside the pages of the agenda.

`subscriptions` says of which page there is one and what it holds; `calendar_files` and `feeds` make
them, with `event_factory`, `series`, `vevent` and `news`; `ics` and `atom` know only the formats.
"""
