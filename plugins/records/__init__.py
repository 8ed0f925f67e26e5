"""What people type: the shape of every record, how it is read, checked, kept and written.

A library: no Pelican, no template.
"""
