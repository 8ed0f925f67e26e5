"""What a value found in anybody's table means in our records: tables, and how they are read."""
