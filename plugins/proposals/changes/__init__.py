"""A proposed change against the records of before: what it touches, what it breaks."""
