"""What the import leaves on the disk: records, last_import, report."""
