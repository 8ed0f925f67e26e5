"""What people type: the shape of every record, how it is read, checked, kept and written.

A library: no Pelican, no template. `kinds` is the table of what there is, `repository` the one that
lists, reads and checks a folder of records, for builds and for `annuaire check` alike.

- `model`: the shape of each kind, and all that is computed of one record;
- `reading`: bytes to a record, or to French messages with their line (`reading.checking` is the
  door); a tree is a dict of texts, lists and dicts, as typed;
- `checks`: rules on one record; `links`, `former` and `together`: rules between records; `doubts`:
  what can be read and may be wrong all the same (docs/adr/0044-what-somebody-confirmed.md);
- `persons`, `standing`, `dialling`: what texts say of people, of closed places, of numbers; for
  imports too;
- `web`: whether the addresses of sites lead somewhere, when a person asks;
- `cache`: what was read before; a build reads again only what changed;
- `writing`: the common layout of files, forms, JSON schemas and docs/records.md, from the model.

`entry` is what stays in memory of every place. docs/adr/0028-records-room.md says why.
"""
