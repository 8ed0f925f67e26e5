"""The shape of every record, stated once: what is read, refused, documented, completed by editors.

What a volunteer types keeps its French published name; what is computed from it is English.
"""
