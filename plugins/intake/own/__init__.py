"""The open data of a directory of ours, read back into the records that it came from.

`own_rows`: a file → what each record says, or None for anybody else's list. `bring_back`: records
written under their own names, once checked; nothing is guessed, merged or cleaned.
"""
