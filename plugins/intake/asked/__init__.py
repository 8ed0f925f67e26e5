"""A record made by asking a person, on a terminal: one question at a time, each answer checked by
the rules of `annuaire check` as it comes. What is not known stays out of the record.

`interview` asks the questions of a kind (`place_questions`, `workshop_questions`,
`route_questions`); `finish` compares with the records that are there, and writes."""
