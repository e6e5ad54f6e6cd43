"""Which lifecycle tokens are accepted. Source of the refusals: platform 1.5 A and the list of 1.7."""

import time
from collections.abc import Callable

import pytest

from connect.errors import TokenRefused
from connect.qsh import qsh
from connect.tokens.install import verify_install
from tests.unit.connect.forging import BASE_URL, hs256, install_claims, install_keys, key_pair, rs256, unsigned

URL = f"{BASE_URL}/connect/installed"


def verify(token: str) -> str:
    """Return the proven client key."""
    return verify_install(token, method="POST", url=URL, base_url=BASE_URL, keys=install_keys).client_key


@pytest.mark.parametrize("aud", [[BASE_URL], BASE_URL, [BASE_URL + "/"], ["https://other.example.com", BASE_URL]])
def test_a_token_for_our_address_is_accepted(aud: object) -> None:
    assert verify(rs256(install_claims(aud=aud))) == "client-1"


def test_a_token_that_just_ran_out_is_accepted_within_the_leeway() -> None:
    assert verify(rs256(install_claims(exp=int(time.time()) - 2))) == "client-1"


REFUSED: dict[str, Callable[[], str]] = {
    "wrong aud": lambda: rs256(install_claims(aud=["https://evil.example.com"])),
    "prefix of aud": lambda: rs256(install_claims(aud=[BASE_URL + "x"])),
    "no aud": lambda: rs256(install_claims(aud=None)),
    "qsh of another path": lambda: rs256(install_claims(qsh=qsh("POST", "/connect/uninstalled"))),
    "qsh of another method": lambda: rs256(install_claims(qsh=qsh("GET", "/connect/installed"))),
    "context-qsh": lambda: rs256(install_claims(qsh="context-qsh")),
    "no qsh": lambda: rs256(install_claims(qsh=None)),
    "expired": lambda: rs256(install_claims(exp=int(time.time()) - 60)),
    "no exp": lambda: rs256(install_claims(exp=None)),
    "iat in the future": lambda: rs256(install_claims(iat=int(time.time()) + 600)),
    "no iss": lambda: rs256(install_claims(iss=None)),
    "empty iss": lambda: rs256(install_claims(iss="")),
    "iss a number": lambda: rs256(install_claims(iss=7)),
    "other key": lambda: rs256(install_claims(), key="somebody"),
    "unknown kid": lambda: rs256(install_claims(), header={"kid": "key-2"}),
    "no kid": lambda: rs256(install_claims(), header={"kid": None}),
    "kid a list": lambda: rs256(install_claims(), header={"kid": ["key-1"]}),
    "kid leaves the folder": lambda: rs256(install_claims(), header={"kid": "../key-1"}),
    "kid with dots": lambda: rs256(install_claims(), header={"kid": "a..b"}),
    "kid with a line end": lambda: rs256(install_claims(), header={"kid": "key-1\n"}),
    "kid with a query": lambda: rs256(install_claims(), header={"kid": "key-1?x=1"}),
    "HS256 by the tenant's secret": lambda: hs256(install_claims(), header={"kid": "key-1"}),
    "HS256 keyed with the public PEM": lambda: hs256(
        install_claims(), secret=key_pair("atlassian")[1], header={"kid": "key-1"}
    ),
    "alg none": lambda: unsigned(install_claims()),
    "crit": lambda: rs256(install_claims(), header={"crit": ["b64"]}),
    "RS512 named": lambda: rs256(install_claims(), header={"alg": "RS512"}),
    "garbage": lambda: "a.b.c",
    "empty": lambda: "",
    "endless": lambda: rs256(install_claims(padding="x" * 10_000)),
}


@pytest.mark.parametrize("forge", REFUSED.values(), ids=REFUSED.keys())
def test_anything_else_is_refused(forge: Callable[[], str]) -> None:
    with pytest.raises(TokenRefused):
        verify(forge())


@pytest.mark.parametrize("kid", ["../x", "x/y", "x y", "-x", "", "x" * 129, "ä"])
def test_a_key_id_that_could_steer_the_key_servers_address_is_never_looked_up(kid: str) -> None:
    def keys(kid: str) -> str | None:
        raise AssertionError("looked up")

    with pytest.raises(TokenRefused):
        verify_install(
            rs256(install_claims(), header={"kid": kid}), method="POST", url=URL, base_url=BASE_URL, keys=keys
        )
