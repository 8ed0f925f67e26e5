"""A built site made ready for one host: `annuaire publish` (docs/publishing.md).

`rules`: what `_headers` and `_redirects` say. `nginx`, `apache`: the same in the words of servers
that do not read those files. `trusted`: what a site says of itself, checked. `ready`: the copy of
the site, without what readers must not get.
"""
