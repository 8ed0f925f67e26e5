"""Which machines may be asked: those of the public internet, never one of our own network.

An address in a record, or the target of a redirection, is written by anybody. A name is looked up
once, all its addresses are checked, and the connection goes to one of these, so that a name cannot
lead elsewhere in between.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Lookup = Callable[[str, int], list[str]]
"""Host, port → numeric addresses; raises OSError."""
Allowed = Collection[tuple[str, int]]
"""Addresses and ports that may be asked although they are not public: the servers of tests."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 names of IPv4 addresses (RFC 6052)."""


class PrivateHostError(ValueError):
    """The host is not on the public internet."""


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses of a host. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def public_address(host: str, port: int, lookup: Lookup, allowed: Allowed = ()) -> str:
    """The numeric address to connect to.

    Raises:
        PrivateHostError: one of its addresses is private, local, reserved or of a group.
        OSError: it has no address.
    """
    found = lookup(host, port)
    if not found:
        raise OSError(f"{host}: no address")
    for address in found:
        if (address, port) not in allowed and not is_public(address):
            raise PrivateHostError(host)
    return found[0]


def is_public(address: str) -> bool:
    """Whether a numeric address is that of a machine of the public internet."""
    try:
        known: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, IPv6Address):
        hidden = known.ipv4_mapped or known.sixtofour
        if known in _TRANSLATED:
            hidden = IPv4Address(int(known) & 0xFFFFFFFF)
        if hidden is not None:
            known = hidden
    return known.is_global and not (known.is_multicast or known.is_reserved)
