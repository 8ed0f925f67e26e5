"""What somebody proposes: a change of records, or a form that becomes one.

A library, not a Pelican plugin, behind `annuaire check --since`, `form`, `comment` and `preview`.
`changes`: what a change touches, and what it breaks elsewhere; `forms`: questions, answers, the
record that they make; `said`: what forges are told, in which nobody's text is more than text;
`posting`: tells them. docs/adr/0048-what-a-stranger-proposes.md says why.
"""
