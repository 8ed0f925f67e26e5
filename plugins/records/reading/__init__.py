"""From the bytes of a file to a record, or to French messages that say what to write instead."""
