"""Which webhook, iframe and context tokens are accepted. Source of the refusals: platform 1.5 B and C, 1.7."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect.errors import TokenRefused
from connect.qsh import qsh
from connect.site import Installation
from connect.tokens.host import verify_context, verify_site_request
from tests.unit.connect.forging import BASE_URL, claims, hs256, installation, key_pair, rs256, unsigned

OTHER_SECRET = "o" * 48


def find(client_key: str) -> Installation | None:
    """Know two sites."""
    if client_key == "client-2":
        return installation(id="i2", site_id="s2", client_key="client-2", shared_secret=OTHER_SECRET)
    return installation() if client_key == "client-1" else None


def verify(token: str, *, method: str = "GET", path: str = "/ui/home", find: Any = find) -> str | None:
    """Return the proven account."""
    url = f"{BASE_URL}{path}"
    return verify_site_request(token, method=method, url=url, base_url=BASE_URL, find=find).account_id


def test_a_token_of_this_request_is_accepted() -> None:
    assert verify(hs256(claims())) == "acc-1"


def test_a_token_without_a_person_is_accepted() -> None:
    assert verify(hs256(claims(sub=None))) is None


def test_a_token_that_just_ran_out_is_accepted_within_the_leeway() -> None:
    now = int(time.time())
    assert verify(hs256(claims(iat=now - 180, exp=now - 3))) == "acc-1"


REFUSED: dict[str, Callable[[], str]] = {
    "wrong secret": lambda: hs256(claims(), secret=OTHER_SECRET),
    "the other tenant's issuer": lambda: hs256(claims(iss="client-2")),
    "unknown issuer": lambda: hs256(claims(iss="client-9")),
    "other query": lambda: hs256(claims(qsh=qsh("GET", "/ui/home?a=1"))),
    "other method": lambda: hs256(claims(qsh=qsh("POST", "/ui/home"))),
    "context token": lambda: hs256(claims(qsh="context-qsh")),
    "no qsh": lambda: hs256(claims(qsh=None)),
    "qsh a number": lambda: hs256(claims(qsh=1)),
    "expired past the leeway": lambda: hs256(claims(iat=int(time.time()) - 240, exp=int(time.time()) - 60)),
    "issued in the future": lambda: hs256(claims(iat=int(time.time()) + 600, exp=int(time.time()) + 700)),
    "no iat": lambda: hs256(claims(iat=None)),
    "no exp": lambda: hs256(claims(exp=None)),
    "valid for ten years": lambda: hs256(claims(exp=int(time.time()) + 315_000_000)),
    "valid for ever": lambda: hs256(claims(exp=float("inf"))),
    "exp a text": lambda: hs256(claims(exp="soon")),
    "exp before iat": lambda: hs256(claims(iat=int(time.time()), exp=int(time.time()) - 1)),
    "sub a number": lambda: hs256(claims(sub=7)),
    "RS256": lambda: rs256(claims()),
    "HS512 named": lambda: hs256(claims(), header={"alg": "HS512"}),
    "crit": lambda: hs256(claims(), header={"crit": ["exp"]}),
    "alg none": lambda: unsigned(claims()),
    "keyed with a public key": lambda: hs256(claims(), secret=key_pair("atlassian")[1]),
    "no issuer": lambda: hs256(claims(iss=None)),
    "garbage": lambda: "x",
}


@pytest.mark.parametrize("forge", REFUSED.values(), ids=REFUSED.keys())
def test_anything_else_is_refused(forge: Callable[[], str]) -> None:
    with pytest.raises(TokenRefused):
        verify(forge())


def test_a_context_token_says_that_it_belongs_to_no_request() -> None:
    verified = verify_context(hs256(claims(qsh="context-qsh")), find=find)
    assert (verified.installation.site_id, verified.account_id) == ("s1", "acc-1")


@pytest.mark.parametrize("claimed", [qsh("GET", "/ui/home"), "", "CONTEXT-QSH", None, ["context-qsh"]])
def test_a_token_bound_to_a_request_is_no_context_token(claimed: object) -> None:
    """CVE-2021-26073: a token that leaks with an address must not open the API."""
    with pytest.raises(TokenRefused):
        verify_context(hs256(claims(qsh=claimed)), find=find)


def test_an_uninstalled_app_is_not_called_any_more() -> None:
    gone = installation(uninstalled_at=datetime.now(UTC))
    with pytest.raises(TokenRefused):
        verify(hs256(claims()), find=lambda _: gone)


def _renewed(*, until: timedelta) -> Callable[[str], Installation]:
    renewed = installation(
        shared_secret="n" * 48, previous_secret="s" * 48, previous_secret_until=datetime.now(UTC) + until
    )
    return lambda _: renewed


def test_the_previous_secret_is_good_for_its_grace() -> None:
    assert verify(hs256(claims()), find=_renewed(until=timedelta(minutes=1))) == "acc-1"
    assert verify(hs256(claims(), secret="n" * 48), find=_renewed(until=timedelta(minutes=1))) == "acc-1"
    with pytest.raises(TokenRefused):
        verify(hs256(claims()), find=_renewed(until=timedelta(seconds=-1)))


def test_only_a_wrong_signature_gives_the_previous_secret_its_turn() -> None:
    """Else the reason in the log would be "wrong signature" for a token that had simply run out."""
    expired = hs256(claims(iat=int(time.time()) - 240, exp=int(time.time()) - 60), secret="n" * 48)
    with pytest.raises(TokenRefused, match="Expired"):
        verify(expired, find=_renewed(until=timedelta(minutes=1)))


def test_an_installation_without_a_secret_accepts_nothing() -> None:
    with pytest.raises(TokenRefused):
        verify(hs256(claims(), secret=""), find=lambda _: installation(shared_secret=""))


odd_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(
    changes=st.dictionaries(
        st.sampled_from(["iss", "iat", "exp", "nbf", "qsh", "sub", "aud", "jti"]), odd_values, max_size=8
    ),
    header=st.dictionaries(st.sampled_from(["kid", "b64", "cty", "typ", "x5u"]), odd_values, max_size=3),
)
def test_a_token_with_odd_claims_is_refused_in_the_one_way(changes: dict[str, Any], header: dict[str, Any]) -> None:
    """Even somebody who holds the secret gets an answer from us, and never a stack trace."""
    try:
        verify(hs256(claims(**changes), header=header))
    except TokenRefused:
        return
    assert not {"iss", "qsh"} & {name for name, value in changes.items() if value is not None}


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")))
def test_garbage_is_refused_in_the_one_way(token: str) -> None:
    with pytest.raises(TokenRefused):
        verify(token)
