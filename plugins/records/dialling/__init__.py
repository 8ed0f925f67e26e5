"""Telephone numbers below `phones`: plans, short numbers, and numbers inside other words."""
