"""What the site says, as data: one table a thing that is said (library; no Pelican, no template).

Records keep the strings that were published, byte for byte; `national` holds the closed lists.
Pages, paper, calendars, easy pages, search and frames all read the words for them here:

- `helping`, `people`, `typologie`, `prices`: words for the values of a place;
- `needs`, with `keywords` that people type for them; `facets`: what lists can be narrowed to;
- `registration`, `statuses`, `natures`, `topics`: words for workshops, routes and labels;
- `sources`: names of the lists that records come from; `advice`: «Appelez avant de venir»;
- `script_words`, `frame_words`, `sides`, `schema_org`: words for scripts, pictures, machines.

`spoken.Vocabulary` is all of it in one language, made once an environment: the global `vocabulary`
of templates. `FRENCH` is for code that writes French only. What translated pages show is marked by
`to_translate`; the rest is shown in French only.
"""

from __future__ import annotations
