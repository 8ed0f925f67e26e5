"""What somebody proposes: what a change touches, and what it breaks elsewhere.

A library, not a Pelican plugin: `annuaire check --since`.
"""
