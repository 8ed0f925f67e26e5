"""Whether a text is the name of somebody: given names, family names, people after whom places are
called. Imports and checks have one rule, `person_names`."""
