"""The names that the domain offers, each loaded by the first who asks for it."""

import pytest

from glossary import domain


@pytest.mark.parametrize("name", domain.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(domain, name) is getattr(domain, name)


def test_another_name_is_refused() -> None:
    assert not hasattr(domain, "Nothing")
    with pytest.raises(ImportError, match="Nothing"):
        exec("from glossary.domain import Nothing")
