"""The texts that Pagefind indexes: what is in them, in which files, when they are made again."""
