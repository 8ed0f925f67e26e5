"""What can be read and may be wrong all the same: a person's name in a text, hours that no office
keeps, lines that are past. Each is said once, as a warning; `plugins.records.checks` runs them."""
