"""Tools that know nothing of the directory: used by every room, they import none (library).

`diagnostic`: something wrong, and how it is said; `errors`: how a build stops; `fingerprint`: the
one way to make one; `disk_cache`: values kept between builds; `worker_pool`: work on all cores;
`paging`: a long list in pages.
"""
