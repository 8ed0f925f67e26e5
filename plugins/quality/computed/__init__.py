"""The lines of the table of the desk, what they add up to, whom to call first and what to ask."""
