"""What is known already: newer editions, what a person edited, verified or deleted."""
