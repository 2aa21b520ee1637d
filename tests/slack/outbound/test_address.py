"""Addresses are put together in one place, and what is none is told."""

import pytest

from adapters.slack.address import is_direct, key_of, split, team_of, threaded


@pytest.mark.parametrize("address", ["C123", "D0A", "G1", "C123/1700000000.000100", "D1/1.2"])
def test_what_is_put_together_comes_apart(address: str) -> None:
    assert threaded(*split(address)) == address
    assert is_direct(address) == address.startswith("D")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "general",
        "c123",
        "U123",
        "C123/",
        "C123/x",
        "C123/1700000000",
        "/1.2",
        "C1/1.2/3.4",
        "C1\n",
        "C1/١.2",
    ],
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        split(address)


def test_a_workspace_is_a_community() -> None:
    assert team_of(key_of("T123")) == "T123"
    for key in ("discord:1", "slack:", "T123", ""):
        with pytest.raises(ValueError, match="community"):
            team_of(key)
