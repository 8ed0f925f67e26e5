"""Rows that speak of one real place, and the record that they make."""
