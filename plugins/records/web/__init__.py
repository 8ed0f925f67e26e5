"""Whether the web addresses of records lead somewhere: `annuaire check --links`, and nothing else.

The only part of the product that goes out on the network, when a person asks. It is polite (one
connection a host, a pause, robots.txt, a name and an address to complain to), it never leaves for a
private address, it remembers what it saw for a month, and it changes no record.

- `stated`: the addresses in records; `public_hosts`: which machines may be asked;
- `visit`: one address, its redirections; `manners`: pauses, robots.txt;
- `visited`: what was seen, on which day; `findings`: what to say of it; `tour`: all of it in order.
"""
