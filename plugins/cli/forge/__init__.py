"""What forges are given: annotations, reports, and the records and comments of proposals."""
