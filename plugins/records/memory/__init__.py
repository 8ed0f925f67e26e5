"""What lists said of each place the last time that they were imported: `places/.import/` (library).

`annuaire import` writes it beside the records, one file a département, one line a fact, sorted: it
is committed and merges like them. Whoever reads records may ask it where a value comes from:

- `origin`: a row of a list, and the edition that it stood in;
- `lines`: the lines of the files, read and written here only;
- `provenance`: where each value of a record comes from, and since when (`origin_of`);
- `origin_lines`: the same in French, for `annuaire origin`;
- `vanished`: records whose row is no longer in its list.
"""
