"""What to write instead: the texts of hints, and how they are pasted."""
