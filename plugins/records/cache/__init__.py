"""Records between two builds: what changed is read again, the rest is kept."""
