"""What is fast, measured; never asserted in a test."""
