"""What is wrong in a folder of pages, ours or anybody's: `annuaire audit`, tests of the site.

`whole_folder` lists it and reads each file once, on all cores: pages by `page_reader`, whose facts
`page_checks` and `policy_checks` judge; other files by the parser of their format (`file_checks`).
What takes several pages (links, anchors, titles) is `between_pages`. `audit_report` says it."""
