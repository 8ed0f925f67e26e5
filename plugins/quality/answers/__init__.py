"""The way back of the calls: a table of answers → edits of records, with their day and role."""
