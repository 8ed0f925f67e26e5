"""Speaks to forges, with a right to write: the standard library alone, run without installing.

`python3 -m plugins.proposals.posting.github_comment` and the like, from the default branch. What
they read from a proposal is data with a size and a shape; nothing of it is run, nor checked out.
"""
