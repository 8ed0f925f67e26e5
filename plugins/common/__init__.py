"""Tools that know nothing of the directory: used by every room, they import none."""
