"""A table of anybody as rows in our words."""
