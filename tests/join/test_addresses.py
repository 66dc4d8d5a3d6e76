"""Where phones may come from, in words to choose by; and the address as a picture."""

from pathlib import Path

import pytest

from glossary.join import addresses
from glossary.join.addresses import LOOPBACK, Network, networks
from glossary.join.qr import BORDER, squares
from tests.scanning import has_scanner, scanned


def test_this_laptop_alone_is_always_there_and_comes_last() -> None:
    found = networks()
    assert found[-1].address == LOOPBACK
    assert not found[-1].is_room
    assert found[-1].label == "only this laptop, to try it out"
    assert all(one.is_room for one in found[:-1])
    assert len({one.address for one in found}) == len(found)


def _at(monkeypatch: pytest.MonkeyPatch, outward: str, *found: tuple[str, str]) -> list[str]:
    monkeypatch.setattr(addresses, "_outward", lambda: outward)
    monkeypatch.setattr(addresses, "_by_interface", lambda: iter(found))
    monkeypatch.setattr(addresses, "_by_name", lambda: [one for one, _ in found])
    return [one.address for one in networks()]


def test_the_way_out_comes_first_and_containers_last(monkeypatch: pytest.MonkeyPatch) -> None:
    docker, wifi, cable = "172.17.0.1", "192.168.1.20", "10.0.0.7"
    found = _at(
        monkeypatch, wifi, (docker, "docker0"), (cable, "eth0"), (wifi, "wlan0"), (LOOPBACK, "lo")
    )
    assert found == [wifi, cable, docker, LOOPBACK]
    assert networks()[0].is_likely


def test_without_interfaces_the_way_out_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _at(monkeypatch, "192.168.1.20") == ["192.168.1.20", LOOPBACK]


def test_without_a_network_only_this_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _at(monkeypatch, "", ("0.0.0.0", "down0"), (LOOPBACK, "lo")) == [LOOPBACK]


@pytest.mark.parametrize(
    ("address", "interface", "label"),
    [
        ("192.168.1.20", "wlan0", "room network (wlan0)"),
        ("10.0.0.7", "", "room network"),
        ("100.64.0.3", "en0", "room network (en0)"),
        ("172.17.0.1", "docker0", "inside this laptop, or a tunnel (docker0)"),
        ("10.8.0.2", "utun3", "inside this laptop, or a tunnel (utun3)"),
        ("169.254.10.1", "eth1", "a cable or network that gave no address (eth1)"),
        ("8.8.8.8", "eth0", "an address that may be reached from the internet (eth0)"),
    ],
)
def test_a_network_is_told_in_words(address: str, interface: str, label: str) -> None:
    assert Network(address, interface).label == label


def test_a_phone_reads_the_picture(tmp_path: Path) -> None:
    if not has_scanner():
        pytest.skip("LOUD: zbarimg is not installed")
    link = "HTTP://192.168.178.123:48642/J/" + "0123456789ABCDEFGHJKMNPQRS"
    rows = [[0 if dark else 255 for dark in row] for row in squares(link)]
    assert scanned(rows, tmp_path) == link


def test_a_picture_has_a_light_border_and_fits_a_small_screen() -> None:
    rows = squares("HTTP://192.168.178.123:48642/J/" + "Z" * 26)
    size = len(rows)
    assert {len(row) for row in rows} == {size}
    # Two rows of squares in a line of the terminal, with lines left for what stands beside it.
    assert size <= 40
    edges = [*rows[:BORDER], *rows[-BORDER:]]
    assert not any(any(row) for row in edges)
    assert not any(any(row[:BORDER]) or any(row[-BORDER:]) for row in rows)
    assert all(rows[BORDER][BORDER : BORDER + 7])
