"""One small module for each kind of file; all give the same table of text."""
