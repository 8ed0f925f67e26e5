"""Formats of exports: from a place to what its row says, and to what the format cannot say.

`export_format`: what a format is. One module each for the others; `every_format`: their table.
"""
