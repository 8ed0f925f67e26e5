"""Calendar files and feeds (RFC 5545, Atom) beside the pages of the agenda."""
