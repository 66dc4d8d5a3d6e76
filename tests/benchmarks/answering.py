"""Sixty phones that answer at a room of another process.

Arguments: its address, port and link, and in how many seconds all answer.
"""

import sys

from tests.faults.crowd import FIRST_SEATS, hall
from tests.join.phoning import FarRoom, Phone


def main(address: str, port: str, link: str, window: str) -> None:
    """Come in, where everybody is let in at once, and answer."""
    far = FarRoom(address, int(port), link)
    phones = [Phone(far) for _seat in FIRST_SEATS]
    for phone in phones:
        phone.enter()
    with hall(FIRST_SEATS, phones) as everybody:
        everybody.answer(0, float(window))


if __name__ == "__main__":
    main(*sys.argv[1:])
