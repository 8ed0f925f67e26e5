"""data·inclusion v1: `structure_rows` (and both formats), `service_rows`, what they have in common
(`inclusion_parts`), the words of its closed lists (`inclusion_words`)."""
