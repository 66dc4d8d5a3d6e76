"""Which networks this machine is on, so that the facilitator chooses where phones may come from.

With the standard library alone: it lists interfaces and, on Linux and macOS, asks the system for
the address of each; elsewhere the name of the machine gives its addresses. The route to the
outside tells which one a room most likely shares; nothing is sent for that.
"""

import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address

from glossary.locale import gettext as _

# SIOCGIFADDR
_ASK_ADDRESS = 0xC0206921 if sys.platform == "darwin" else 0x8915
_OUTSIDE = ("198.51.100.1", 9)  # reserved for documentation; a connection of UDP sends nothing
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Network:
    """An address of this machine; `interface` is what the system calls its network card.

    `is_likely` where the way to the outside goes, `is_room` where phones can come from at all.
    """

    address: str
    interface: str = ""
    is_likely: bool = False

    @property
    def is_room(self) -> bool:
        """Whether another device than this one can be on it."""
        return not IPv4Address(self.address).is_loopback

    @property
    def label(self) -> str:
        """What to choose by."""
        if not self.is_room:
            return _("only this laptop, to try it out")
        ip = IPv4Address(self.address)
        kind = _("room network")
        if ip.is_link_local:
            kind = _("a cable or network that gave no address")
        elif ip.is_global:
            kind = _("an address that may be reached from the internet")
        elif _is_inner(self.interface):
            kind = _("inside this laptop, or a tunnel")
        return f"{kind} ({self.interface})" if self.interface else kind


def networks() -> tuple[Network, ...]:
    """All addresses of this machine, the likeliest first, its own loopback last.

    Without any network only that one is left.
    """
    likely = _outward()
    # Its name is asked last: whoever is asked for it may be a server that does not answer.
    found = dict(_by_interface()) or dict.fromkeys(_by_name(), "")
    if likely:
        found.setdefault(likely, "")
    usable = [address for address in found if _is_usable(address)]
    order = sorted(usable, key=lambda one: (one != likely, _is_inner(found[one])))
    rooms = [Network(one, found[one], one == likely) for one in order]
    return (*rooms, Network(LOOPBACK))


def _is_usable(address: str) -> bool:
    ip = IPv4Address(address)
    return not (ip.is_loopback or ip.is_unspecified or ip.is_multicast)


def _is_inner(interface: str) -> bool:
    """Networks of containers, virtual machines and tunnels, where no phone of the room is."""
    names = ("docker", "br-", "veth", "virbr", "vmnet", "tun", "tap", "utun", "wg", "tailscale")
    return interface.startswith(names)


def _outward() -> str:
    """The address from which this machine would reach the outside; empty without a route."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(_OUTSIDE)
        return str(asked.getsockname()[0])
    return ""


def _by_interface() -> Iterator[tuple[str, str]]:
    if sys.platform == "win32":
        return
    import fcntl

    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _index, name in socket.if_nameindex():
            request = struct.pack("256s", name.encode()[:15])
            with suppress(OSError):  # this one has no address
                answer = fcntl.ioctl(asked.fileno(), _ASK_ADDRESS, request)
                yield socket.inet_ntoa(answer[20:24]), name


def _by_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except (OSError, UnicodeError):
        return []
    return [str(one[4][0]) for one in found]
