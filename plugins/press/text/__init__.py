"""Texts that people write for pages: what is wrong with them, what becomes of them."""
