"""What records of territories announce: of which label, in which sums, and how they are named."""
